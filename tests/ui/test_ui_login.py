"""The first window is light, unlocks by keyboard, and says in words what is wrong."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.login.desk import OfficeSetup
from creditbank_desktop.ui.login.window import LoginWindow
from creditbank_desktop.ui.running import Notice, OperationRunner
from creditbank_desktop.ui.theme.colours import Look
from tests.ui.ui_gallery import ROOT, Desk, deeds

HEAVY = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "sqlcipher3",
    "PySide6.QtPdf",
    "PySide6.QtSvg",
    "PySide6.QtNetwork",
)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def window(dress, qapp: QApplication, runner: OperationRunner, keep, desk: Desk) -> LoginWindow:
    made = LoginWindow(desk, runner, deeds(qapp))
    keep(made)
    return made


def test_importing_it_imports_nothing_heavy() -> None:
    program = "import sys, creditbank_desktop.ui.login.window; print('\\n'.join(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert [name for name in HEAVY if name in loaded] == []
    assert {name for name in loaded if name.startswith("PySide6.Qt")} == {
        "PySide6.QtCore",
        "PySide6.QtGui",
        "PySide6.QtWidgets",
    }
    outside = {"creditbank_desktop.services", "creditbank_desktop.models", "creditbank_desktop.vault"}
    assert not outside & loaded


@pytest.mark.parametrize(("width", "height"), [(920, 640), (853, 480)])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("look", list(Look))
def test_nothing_is_clipped_and_everything_has_a_name(
    qtbot, dress, window: LoginWindow, look: Look, language: Language, width: int, height: int
) -> None:
    dress(look, language)
    window.show_glance(Desk().glance())
    for page in (window.people, window.first_run, window.set_up, window.recovery):
        window.pages.setCurrentWidget(page)
        window.recovery.show_code("ABCD1234EFGH5678JKLM9012NPQR3456")
        lay_out(window, width, height)
        assert clipped_words(window) == []
        assert overlapping_parts(window) == []
        assert nameless_controls(window) == []


def test_it_is_painted_before_anything_is_asked(qtbot, window: LoginWindow) -> None:
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.pages.currentWidget() is window.waiting
    window.begin()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.people)
    assert window.people.list.count() == 3


def test_ways_out_are_offered_only_where_they_can_be_used(
    qtbot, dress, qapp: QApplication, runner: OperationRunner, keep
) -> None:
    begin, made = threading.Event(), threading.Event()

    class SlowDesk(Desk):
        def load_sample(self) -> None:
            begin.set()
            assert made.wait(10)
            super().load_sample()

    window = LoginWindow(SlowDesk(exists=False), runner, deeds(qapp))
    keep(window)
    ways_out = window.forgotten_button, window.restore_button

    def shown() -> tuple[bool, ...]:
        return tuple(button.isVisible() for button in ways_out)

    with qtbot.waitActive(window):
        window.show()
    assert shown() == (False, False), "nothing is known yet"
    window.begin()
    qtbot.waitUntil(window.first_run.isVisible)
    assert shown() == (False, True), "a backup can be chosen without a store"
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert begin.wait(10)
    assert shown() == (False, False), "the sample is being made"
    made.set()
    qtbot.waitUntil(window.people.isVisible)
    assert shown() == (True, True)


def test_a_store_that_cannot_be_read_can_be_restored(window: LoginWindow) -> None:
    window.show()
    assert not window.restore_button.isVisible()
    window.show_notice(Notice("The store is damaged."))
    assert window.restore_button.isVisible()
    assert window.forgotten_button.isVisible(), "the code brings a lost keyring back"


def test_unlocking_takes_a_passphrase_and_enter(qtbot, window: LoginWindow) -> None:
    with qtbot.waitActive(window):
        window.show()
    window.begin()
    qtbot.waitUntil(window.people.secret.hasFocus)
    person = window.people.person()
    assert person is not None
    assert person.id == "p2"
    assert "evaluate-2301" in window.people.sample.text.text()
    qtbot.keyClicks(window.people.secret, "evaluate-2301")
    with qtbot.waitSignal(window.unlocked) as seen:
        qtbot.keyClick(window.people.secret, Qt.Key.Key_Return)
    assert seen.args == ["p2"]
    assert window.people.secret.text() == ""


def test_a_wrong_passphrase_is_said_under_the_field(qtbot, window: LoginWindow) -> None:
    window.show()
    window.show_glance(Desk().glance())
    window.people.secret.setText("guess")
    window.people.unlock.click()
    qtbot.waitUntil(lambda: bool(window.people.row.problems()))
    assert window.people.row.problems()[0].code == "passphrase.wrong"
    assert window.people.secret.selectedText()
    window.people.secret.clear()
    window.people.unlock.click()
    assert window.people.row.problems()[0].code == "passphrase.empty"


def test_a_refusal_is_said_under_the_field_too(qtbot, window: LoginWindow, desk: Desk) -> None:
    def refuse(person: str, passphrase: str) -> object:
        raise Refused("identity.wait", seconds=30)

    desk.unlock = refuse  # type: ignore[method-assign]
    window.show()
    window.show_glance(desk.glance())
    window.people.secret.setText("guess")
    window.people.unlock.click()
    qtbot.waitUntil(lambda: bool(window.people.row.problems()))
    assert "30" in window.people.secret.accessibleDescription()


def test_another_person_is_chosen_without_leaving_the_field(qtbot, window: LoginWindow) -> None:
    window.show()
    window.show_glance(Desk().glance())
    qtbot.keyClick(window.people.secret, Qt.Key.Key_Down)
    person = window.people.person()
    assert person is not None
    assert person.name == "吴海燕"


def test_the_first_run_sets_up_an_office(qtbot, window: LoginWindow, desk: Desk) -> None:
    desk.exists = False
    window.show()
    window.begin()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.first_run)
    window.first_run.set_up.click()
    page = window.set_up
    page.go.click()
    assert {problem.field for row in page.form.rows for problem in row.problems()} == {
        "office_name",
        "school_code",
        "office_code",
        "administrator",
        "passphrase",
        "repeated",
    }
    page.office_name.setText("学分银行办公室")
    page.school_code.setText("1234")
    page.office_code.setText("01")
    page.administrator.setText("吴海燕")
    page.secret.setText("short")
    page.repeated.setText("other")
    page.server.setText("example.invalid")
    page.go.click()
    codes = {problem.code for row in page.form.rows for problem in row.problems()}
    assert codes == {"setup.digits", "passphrase.short", "passphrase.differs", "setup.address"}
    page.school_code.setText("12345")
    page.server.clear()
    page.secret.setText("four unrelated words")
    page.repeated.setText("four unrelated words")
    page.go.click()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.recovery)
    assert desk.setup == OfficeSetup("学分银行办公室", "12345", "01", "吴海燕", "four unrelated words", "")
    assert window.recovery.code.text().startswith("ABCD 1234")
    assert not window.recovery.go.isEnabled()
    window.recovery.box.click()
    assert window.recovery.go.isEnabled()


def test_the_first_run_can_try_with_sample_data(qtbot, window: LoginWindow, desk: Desk) -> None:
    desk.exists = False
    window.show()
    window.begin()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.first_run)
    window.first_run.sample.click()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.people)
    assert window.sample_chip.isVisible()
