"""The window shows what a role may open, works by keys, and fits every size, look and language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out, picture_of
from creditbank_desktop.ui.running import Notice, OperationRunner
from creditbank_desktop.ui.shell.main_window import MainWindow
from creditbank_desktop.ui.shell.workplaces import ShellUser, Workplace
from creditbank_desktop.ui.theme.appearance import current_look
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.theme.icons import Icon
from tests.ui.ui_gallery import EmptyPage, Found, GalleryPage, deeds, shell

SIZES = [pytest.param(1366, 768, id="1366x768"), pytest.param(853, 480, id="1280x720-at-150")]


@pytest.fixture
def window(dress, qapp: QApplication, runner: OperationRunner, keep) -> MainWindow:
    made = shell(qapp, runner)
    keep(made)
    return made


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("look", list(Look))
def test_nothing_is_clipped_and_everything_has_a_name(
    qtbot, dress, qapp: QApplication, runner, keep, look: Look, language: Language, width: int, height: int
) -> None:
    dress(look, language)
    window = shell(qapp, runner)
    keep(window)
    for key in ("evaluation", "counter"):
        lay_out(window, width, height)
        window.open(key)
        qtbot.waitUntil(lambda: not runner.is_busy)
        lay_out(window, width, height)
        assert clipped_words(window) == []
        assert overlapping_parts(window) == []
        assert nameless_controls(window) == []
    window.show_all_keys()
    lay_out(window, width, height)
    assert clipped_words(window.overlay) == []


def test_a_role_sees_only_its_workplaces(window: MainWindow) -> None:
    assert "rules" not in window.rail.entries
    assert set(window.rail.entries) == {"counter", "evaluation", "statements", "learners", "sync"}


def test_a_workplace_without_roles_is_open_to_all() -> None:
    place = Workplace("a", "A", Icon.LIST, EmptyPage, frozenset())
    assert place.is_open_to(frozenset())
    closed = Workplace("b", "B", Icon.LIST, EmptyPage, frozenset({Role.CLERK}))
    assert not closed.is_open_to(frozenset({Role.EVALUATOR}))


def test_function_keys_open_workplaces_and_pages_are_kept(qtbot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.current_key == "statements"
    page = window.page("statements")
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.page("statements") is page
    assert window.top.title.text() == "Statements"
    assert window.page("sync") is None


def test_the_search_opens_what_it_finds_by_keys_alone(qtbot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window.top.search
    assert box.hasFocus()
    qtbot.keyClicks(box, "zyt")
    qtbot.waitUntil(window.popup.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert window.popup.list.hasFocus()
    with qtbot.waitSignal(window.popup.chosen) as seen:
        qtbot.keyClick(window.popup.list, Qt.Key.Key_Return)
    assert seen.args[0].title == "王子轩"
    assert window.current_key == "learners"
    assert box.text() == ""
    assert not window.popup.isVisible()


def test_a_scanner_s_enter_opens_the_one_exact_hit(qtbot, dress, qapp, runner, keep) -> None:
    class One(Found):
        def search(self, text: str):
            return super().search(text)[:1]

    place = Workplace("learners", "Learners", Icon.LEARNER, EmptyPage, frozenset(), "F5")
    window = MainWindow((place,), ShellUser("x", frozenset()), runner, One(), deeds(qapp))
    keep(window)
    window.show()
    window.focus_search()
    qtbot.keyClicks(window.top.search, "2023010417")
    with qtbot.waitSignal(window.popup.chosen):
        qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    assert window.current_key == "learners"


def test_nothing_found_says_what_to_try(qtbot, window: MainWindow) -> None:
    window.show()
    window.top.search.setText("-")
    qtbot.waitUntil(window.popup.isVisible)
    assert window.popup.nothing.isVisible()
    assert not window.popup.list.isVisible()


def test_the_overlay_lists_the_keys_that_the_page_works(qtbot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.show()
    page = window.open("evaluation")
    assert isinstance(page, GalleryPage)
    qtbot.waitUntil(lambda: not page.runner.is_busy)
    qtbot.keyClick(window, Qt.Key.Key_Question)
    assert window.overlay.isVisible()
    shown = " ".join(label.text() for label in window.overlay.findChildren(type(window.top.title)))
    for row in (*page.shortcuts.rows(), *window.global_rows()):
        assert str(row.words).replace("&", "") in shown
    qtbot.keyClick(window.overlay, Qt.Key.Key_Escape)
    assert not window.overlay.isVisible()


def test_a_question_mark_typed_into_a_field_is_text(qtbot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.show()
    page = window.open("evaluation")
    assert isinstance(page, GalleryPage)
    qtbot.waitUntil(lambda: not page.runner.is_busy)
    editor = page.form.row("number").editor
    editor.setFocus()
    qtbot.keyClicks(editor, "?1J")
    assert isinstance(editor, TextEdit)
    assert editor.text() == "?1J"
    assert not window.overlay.isVisible()


def test_look_and_language_change_in_place(qtbot, window: MainWindow) -> None:
    window.show()
    window.open("learners")
    with qtbot.waitSignal(window.look_chosen):
        window.top.look_button.click()
    assert current_look() is Look.DARK
    menu = window.top.user_button.menu()
    chinese = next(action for action in menu.actions() if action.text() == "简体中文")
    with qtbot.waitSignal(window.language_chosen):
        chinese.trigger()
    assert window.windowTitle() == "学分银行"
    assert window.top.search.accessibleName() == "搜索学习者与申请"
    assert window.status.help.text() == "? 全部快捷键"


def test_progress_note_and_notices_are_shown(window: MainWindow) -> None:
    window.show()
    window.open("evaluation")
    assert window.status.note.text() == "Draft saved 10:42:05"
    window.status.show_progress(True)
    assert window.status.busy.isVisible()
    window.show_notice(Notice("Sentence"))
    assert window.messages.isVisible()
    assert window.status.keys.text()


def test_a_page_can_keep_the_window_open(window: MainWindow) -> None:
    window.show()
    page = window.open("learners")
    page.may_close = lambda: False  # type: ignore[method-assign]
    assert not window.close()
    page.may_close = lambda: True  # type: ignore[method-assign]
    assert window.close()


def test_a_picture_has_the_size_and_scale_that_were_asked_for(window: MainWindow) -> None:
    picture = picture_of(window, QSize(1280, 720), 1.5)
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (1280, 720, 1.5)


def test_the_checks_find_what_is_wrong(qtbot, dress) -> None:
    from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

    window = QWidget()
    qtbot.addWidget(window)
    button, editor = QPushButton("A label that is far too long", window), QLineEdit(window)
    button.setGeometry(0, 0, 40, 20)
    editor.setGeometry(0, 40, 100, 30)
    lay_out(window, 200, 100)
    assert len(clipped_words(window)) == 1
    assert [line.split(" ")[0] for line in nameless_controls(window)] == ["QLineEdit"]


def test_no_screen_takes_a_key_of_the_rail() -> None:
    """Qt does neither of two things that one key would do: the rail's keys belong to the rail."""
    screens = Path(__file__).parents[2] / "creditbank_desktop" / "ui"
    rail: set[str] = set()
    others: dict[str, set[str]] = {}
    for path in screens.rglob("*.py"):
        found = set(re.findall(r'"(F[0-9]+)"', path.read_text("utf-8")))
        if path.name == "workplace.py":
            rail |= found
        elif path.parent.name != "shell":
            for key in found:
                others.setdefault(key, set()).add(path.name)
    assert {"F2", "F3", "F5", "F8"} <= rail
    assert {key: names for key, names in others.items() if key in rail} == {}
