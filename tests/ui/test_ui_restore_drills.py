"""The login window of a new computer brings a lost office back by keys alone, whatever is left of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.app.front_door import FrontDoor
from creditbank_desktop.app.office import Surroundings
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.ui.login.window import LoginWindow
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.safety.restore_page import CODE, PASSPHRASE, UNLOCK_FILE, RestorePage
from tests.flows.drilling import Lost, lost_computer, surroundings_of
from tests.ui.ui_gallery import deeds

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NEW_PASSPHRASE = "梅花香自苦寒来 2027"


class NewComputer(FrontDoor):
    """The front door with passphrases that cost little."""

    def around(self) -> Surroundings:
        return surroundings_of(SystemClock())  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> Lost:
    around = surroundings_of(SystemClock())  # type: ignore[arg-type]
    return lost_computer(tmp_path_factory.mktemp("lost"), around)


class Hands:
    """What a person does at the window without a mouse."""

    def __init__(self, qtbot, window: LoginWindow, runner: OperationRunner) -> None:
        self._qtbot, self.window, self._runner = qtbot, window, runner

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        for _ in range(times):
            QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self._qtbot.waitUntil(lambda: not self._runner.is_busy, timeout=20_000)

    def type(self, words: str) -> None:
        """Type over what stands in the field."""
        editor = self.window.focusWidget()
        assert editor is not None
        QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
        if words.isascii():
            QTest.keyClicks(editor, words)
        else:
            editor.insert(words)  # type: ignore[attr-defined]  # as an input method does

    def go_to(self, wanted: QWidget) -> None:
        """Go by the tabulator, which must get there."""
        self._qtbot.waitUntil(lambda: self.window.focusWidget() is not None)
        for _ in range(20):
            if self.window.focusWidget() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{wanted.accessibleName()} cannot be reached")


@pytest.fixture
def hands(
    dress, qtbot, qapp: QApplication, runner: OperationRunner, keep: Callable[[QWidget], None], tmp_path: Path
):
    door = NewComputer(tmp_path / "data", resources_folder())
    window = LoginWindow(door, runner, deeds(qapp))
    keep(window)
    with qtbot.waitActive(window):
        window.show()
    window.begin()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.first_run)
    yield Hands(qtbot, window, runner)
    door.close()


def restore_page(hands: Hands, lost: Lost, way: str) -> RestorePage:
    """Open the page, name the stick and choose what opens the backup."""
    hands.press(Qt.Key.Key_R, CTRL | SHIFT)
    page = hands.window.restoring
    assert page is not None
    hands.go_to(page.folder.path)
    hands.type(str(lost.stick))
    hands.go_to(page.backup)
    assert page.backup.value(), "the newest good backup is chosen"
    hands.go_to(page.way)
    hands.press(Qt.Key.Key_Down, times=(PASSPHRASE, CODE, UNLOCK_FILE).index(way))
    assert page.way.value() == way
    return page


@pytest.mark.parametrize("way", [PASSPHRASE, CODE, UNLOCK_FILE])
def test_a_new_computer_restores_by_whatever_is_left(qtbot, hands: Hands, lost: Lost, way: str) -> None:
    page = restore_page(hands, lost, way)
    right, secret, row, wrong = lost.code, page.code, "recovery_code", lost.wrong()
    if way == PASSPHRASE:
        hands.go_to(page.login)
        hands.type(lost.person.login)
        right, secret, row = lost.person.passphrase, page.secret, "passphrase"
        wrong = [f"not the passphrase {number}" for number in range(5)]
    elif way == UNLOCK_FILE:
        right = lost.unlock_code
        hands.go_to(page.unlock_file.path)
        hands.type(str(lost.unlock_file.with_name("nowhere")))
        hands.go_to(secret)
        hands.type(right)
        hands.press(Qt.Key.Key_Return, CTRL)
        assert [one.code for one in page.form.row("unlock_file").problems()] == ["file.unreadable"]
        hands.go_to(page.unlock_file.path)
        hands.type(str(lost.unlock_file))
    for attempt in wrong:
        hands.go_to(secret)
        hands.type(attempt)
        hands.press(Qt.Key.Key_Return, CTRL)
        (problem,) = page.form.row(row).problems()
        assert problem.code.startswith("identity.wrong")
    hands.go_to(secret)
    hands.type(right)
    hands.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.done.isVisible)
    qtbot.waitUntil(page.done.hasFocus)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hands.window.pages.currentWidget() is hands.window.people)
    assert hands.window.people.list.count() > 1
    if way == CODE:
        sign_in_by_the_same_code(qtbot, hands, lost)


def sign_in_by_the_same_code(qtbot, hands: Hands, lost: Lost) -> None:
    """Do what the page of the restore says comes next."""
    hands.press(Qt.Key.Key_F, CTRL)
    page = hands.window.recovering
    assert page is not None
    for editor, words in (
        (page.login, lost.person.login),
        (page.code, lost.code),
        (page.secret, NEW_PASSPHRASE),
        (page.repeated, NEW_PASSPHRASE),
    ):
        hands.go_to(editor)
        hands.type(words)
    entered: list[object] = []
    hands.window.unlocked.connect(entered.append)
    hands.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(entered))
