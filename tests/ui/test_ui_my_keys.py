"""The dialog for one's own keys: by keyboard, nothing clipped, what is wrong stands under its field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from creditbank_desktop.services.renewal_service import note_code_used
from creditbank_desktop.services.views_keys import RenewalDue
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.login.my_keys import MyKeysDesk, MyKeysDialog
from creditbank_desktop.ui.login.renewal import RenewalDialog
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import PASSPHRASE, World

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments
OTHER = "seven quiet teapots"


class Files:
    """What the dialog wrote."""

    def __init__(self, folder: Path) -> None:
        self.path = str(folder / "file")
        self.written: dict[str, bytes] = {}

    def write(self, path: str, data: bytes) -> None:
        self.written[path] = data

    def read(self, path: str) -> bytes:
        return self.written[path]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


@pytest.fixture
def dialog(dress, keep, runner: OperationRunner, world: World, files: Files) -> MyKeysDialog:
    desk = MyKeysDesk(
        world.services.keys,
        runner,
        ChangeBus(),
        world.actors["admin"],
        lambda code: b"%PDF" + code.encode(),
        files.read,
        files.write,
        lambda _parent, _name: files.path,
    )
    made = MyKeysDialog(desk)
    keep(made)
    return made


def shown(qtbot: QtBot, dialog: QDialog, runner: OperationRunner) -> None:
    """Show the window and wait until it hears keys."""
    with qtbot.waitActive(dialog, timeout=20_000):
        dialog.show()
    settled(qtbot, runner)


def settled(qtbot: QtBot, runner: OperationRunner) -> None:
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)


def press(qtbot: QtBot, dialog: QDialog, runner: OperationRunner, key: Qt.Key) -> None:
    QTest.keyClick(dialog, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(150)
    settled(qtbot, runner)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("look", list(Look))
def test_nothing_is_clipped(qtbot: QtBot, dress, dialog, runner, look: Look, language: Language) -> None:
    dress(look, language)
    dialog.show()
    settled(qtbot, runner)
    for size in ((600, 640), (560, 440)):
        lay_out(dialog, *size)
        assert clipped_words(dialog) == []
        assert overlapping_parts(dialog) == []
        assert nameless_controls(dialog) == []


def test_a_passphrase_is_changed_and_a_wrong_one_told(qtbot: QtBot, dialog, runner, world: World) -> None:
    shown(qtbot, dialog, runner)
    press(qtbot, dialog, runner, Qt.Key.Key_Return)
    assert dialog.form.row("old").problems()
    QTest.keyClicks(dialog.old, OTHER)
    QTest.keyClicks(dialog.secret, OTHER)
    QTest.keyClicks(dialog.repeated, OTHER)
    press(qtbot, dialog, runner, Qt.Key.Key_Return)
    assert [one.code for one in dialog.form.row("old").problems()] == ["identity.wrong_passphrase"]
    dialog.old.clear()
    dialog.old.setText(PASSPHRASE)  # no key of this keyboard types it
    press(qtbot, dialog, runner, Qt.Key.Key_Return)
    assert dialog.old.text() == ""
    world.services.keys.change_passphrase(world.actors["admin"], OTHER, PASSPHRASE)


def test_a_card_and_a_new_recovery_code(qtbot: QtBot, dialog, runner, world: World, files: Files) -> None:
    shown(qtbot, dialog, runner)
    dialog.old.setText(PASSPHRASE)  # no key of this keyboard types it
    press(qtbot, dialog, runner, Qt.Key.Key_S)
    assert b"creditbank-person-card" in files.written[files.path]
    press(qtbot, dialog, runner, Qt.Key.Key_N)
    code = dialog.code.text()
    assert len(code.replace(" ", "")) == 32
    press(qtbot, dialog, runner, Qt.Key.Key_P)
    assert files.written[files.path].replace(b"-", b"").endswith(code.replace(" ", "").encode())
    assert world.services.keys.recovery_state(world.actors["admin"]).code_signs


@pytest.fixture
def renewal(dress, keep, runner: OperationRunner, world: World, files: Files, dialog) -> RenewalDialog:
    world.store.write(note_code_used)
    made = RenewalDialog(dialog._desk, world.services.renewal, may_wait=True)
    keep(made)
    return made


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("look", list(Look))
def test_the_question_for_a_new_code_is_whole(qtbot: QtBot, dress, renewal, runner, look, language) -> None:
    dress(look, language)
    shown(qtbot, renewal, runner)
    press(qtbot, renewal, runner, Qt.Key.Key_N)
    lay_out(renewal, 560, 320)
    assert not clipped_words(renewal)
    assert not overlapping_parts(renewal)
    assert not nameless_controls(renewal)


def test_a_used_code_is_renewed_by_keys(qtbot: QtBot, renewal, runner, world: World, files: Files) -> None:
    shown(qtbot, renewal, runner)
    press(qtbot, renewal, runner, Qt.Key.Key_N)
    assert len(renewal.code.text().replace(" ", "")) == 32
    QTest.keyClick(renewal, Qt.Key.Key_Escape)
    assert renewal.isVisible()  # nobody has the new code yet
    press(qtbot, renewal, runner, Qt.Key.Key_P)
    assert files.written[files.path].startswith(b"%PDF")
    press(qtbot, renewal, runner, Qt.Key.Key_Return)
    assert not renewal.isVisible()
    assert world.services.renewal.due(world.actors["admin"]) is None


def test_a_new_code_can_wait_once(qtbot: QtBot, keep, renewal, runner, world: World) -> None:
    shown(qtbot, renewal, runner)
    QTest.keyClick(renewal, Qt.Key.Key_Escape)
    settled(qtbot, runner)
    qtbot.waitUntil(lambda: not renewal.isVisible(), timeout=5_000)
    assert world.services.renewal.due(world.actors["admin"]) == RenewalDue(may_wait=False)
    again = RenewalDialog(renewal._desk, world.services.renewal, may_wait=False)
    keep(again)
    shown(qtbot, again, runner)
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert again.isVisible()
    assert not again.later.isVisible()
    press(qtbot, again, runner, Qt.Key.Key_N)
    press(qtbot, again, runner, Qt.Key.Key_Return)
