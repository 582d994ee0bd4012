"""Clerks take applications in by keys alone, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_applications import QueueFilter
from creditbank_desktop.ui.counter.case_view import CounterAct
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, pdf_file, rooms

pytestmark = [
    pytest.mark.usefixtures("dress"),
    # Lists that pop up grab keyboard and top place where there is a screen.
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]
NUMBER = "S000144010001253000099"


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def only_application(world: World, state: State) -> ApplicationId:  # noqa: F811
    page = world.services.counter.queue(world.actors["clerk"], QueueFilter(frozenset({state})))
    (row,) = page.rows
    return row.application


def begin_certificate(desk: CounterRoom, initials: str = "zyt") -> None:
    """Find a learner and choose the skill certificate."""
    desk.window.open("counter")
    desk.settle()
    desk.type(initials)
    desk.press("Return")
    desk.type("02")
    desk.press("Return")


def fill_certificate(desk: CounterRoom, number: str = NUMBER) -> None:
    """Type a certificate, field after field."""
    desk.write("电工", 6)
    desk.press("Return")
    desk.type(number)
    desk.press("Return")
    if len(number) != len(NUMBER):
        desk.press("Down", "Down", "Down")
    desk.press("Return")
    desk.write("示范中心", 8)
    desk.press("Return")
    desk.type("20250520")
    desk.press("Return")


def test_a_walk_in_leaves_with_a_receipt(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    learner = world.register(name="张雨桐", latin_name="Zhang Yutong")
    world.register(name="王子轩", latin_name="Wang Zixuan")
    desk = room()
    desk.files.extend(pdf_file(tmp_path, f"{n}.pdf") for n in range(3))
    before = desk.hands.keys
    begin_certificate(desk)
    assert desk.counter.intake.learner == learner
    fill_certificate(desk)
    desk.settle(300)
    assert "3.0" in desk.words(desk.counter.assessment)
    desk.press("Ctrl+O")
    assert desk.counter.intake.missing_materials() == ()
    desk.press("Ctrl+Return")
    application = only_application(world, State.ACCEPTED)
    assert world.file(application).learner == learner
    assert world.file(application).receipt_number in desk.notice()
    desk.press("Ctrl+P")
    (receipt,) = desk.papers
    assert receipt.paper.kind is PaperKind.RECEIPT
    desk.press("Ctrl+Return")
    assert desk.counter.finder.box.hasFocus()
    assert desk.hands.keys - before <= 75
    assert world.services.intake.drafts(world.actors["clerk"]) == ()


def test_a_known_learner_with_a_familiar_certificate_takes_at_most_55_keys(
    room: OpenRoom,
    world: World,  # noqa: F811
    tmp_path: Path,
) -> None:
    world.submit(world.form(world.register(name="王子轩")))
    learner = world.register(name="张雨桐")
    desk = room()
    desk.files.extend(pdf_file(tmp_path, f"{n}.pdf") for n in range(3))
    desk.window.open("counter")
    desk.settle()
    before = desk.hands.keys
    begin_certificate(desk)
    desk.type("dg")
    desk.press("Down", "Return", "Return")
    desk.type(NUMBER)
    desk.press("Return", "Return", "Return")
    desk.type("20250520")
    desk.press("Ctrl+O", "Ctrl+Return", "Ctrl+P")
    # The dialog for files stands for three more keys: the beginning of a name, and Enter.
    assert desk.hands.keys - before + 3 <= 55
    file = world.file(only_application(world, State.ACCEPTED))
    outcome = file.lines[0].outcome
    assert outcome is not None
    assert (file.learner, outcome.title, outcome.issuer) == (learner, "电工", "示范技能评价中心")
    assert outcome.level == "3"
    assert len(desk.papers) == 1


def test_an_exact_number_opens_without_enter(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐", student_number="2025099001")
    desk = room()
    desk.window.open("counter")
    desk.settle()
    desk.type("2025099001")
    desk.settle(250)
    assert desk.counter.intake.learner == learner
    assert desk.counter.intake.kind.hasFocus()


def test_the_box_is_one_key_away_from_everywhere(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    desk.window.open("counter")
    desk.settle()
    desk.press("Ctrl+J", "Ctrl+F")
    assert desk.counter.finder.box.hasFocus()
    begin_certificate(desk)
    assert not desk.counter.finder.box.hasFocus()
    desk.press("Ctrl+F")
    assert desk.counter.finder.box.hasFocus()


def test_no_key_of_the_counter_has_two_owners(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    application = world.submit(world.form(world.register(name="王子轩")))
    desk = room()
    begin_certificate(desk)

    def doubles() -> list[str]:
        seen: list[str] = []
        for shortcut in desk.window.findChildren(QShortcut):
            owner = shortcut.parent()
            if (
                isinstance(owner, QWidget)
                and owner.isVisible()
                and owner.isEnabled()
                and shortcut.isEnabled()
            ):
                sequences = shortcut.keys()
                seen += [keys.toString() for keys in sequences]
        return sorted(key for key in set(seen) if seen.count(key) > 1)

    assert doubles() == []
    desk.press("Escape")
    assert doubles() == []
    desk.counter.open_application(application)
    desk.settle()
    assert doubles() == []
    desk.press("Ctrl+Shift+R")
    assert doubles() == []


def test_several_hits_are_chosen_in_the_list(room: OpenRoom, world: World) -> None:  # noqa: F811
    first, second = world.register(name="张雨桐"), world.register(name="张雨彤")
    desk = room()
    desk.window.open("counter")
    desk.settle()
    desk.type("zyt")
    desk.press("Return")
    assert desk.counter.finder.hits.hasFocus()
    shown = desk.counter.finder.hits.selected_id()
    desk.press("J", "Return")
    assert desk.counter.intake.learner == (second if shown == first else first)


def test_all_problems_stand_under_their_fields_and_nothing_is_lost(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    desk.fill(title="电工", evidence_number="S1", issued_on="2025-02-30", valid_until="2020-01-01")
    desk.press("Ctrl+Return")
    desk.settle(300)
    editor = desk.counter.intake.slot.editor  # type: ignore[union-attr]
    assert editor is not None
    found = {row.field: [problem.code for problem in row.problems()] for row in editor.rows if row.problems()}
    assert found["level"] == ["field.required"]
    assert found["issuer"] == ["field.required"]
    assert found["issued_on"] == ["date.impossible"]
    assert found["evidence_number"] == ["certificate_number.shape"]
    assert editor.outcome().fields["issued_on"] == "2025-02-30"
    assert editor.row("level").editor.hasFocus()
    assert world.services.counter.queue(world.actors["clerk"]).rows == ()


def test_a_field_is_judged_when_it_is_left_not_before(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    editor = desk.counter.intake.slot.editor  # type: ignore[union-attr]
    assert editor is not None
    desk.settle(300)
    assert not any(row.problems() for row in editor.rows)
    desk.press("Return")
    desk.settle(300)
    assert [row.field for row in editor.rows if row.problems()] == ["title"]


def test_a_warning_is_confirmed_with_space(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk, "S123456789")
    desk.press("Ctrl+Return")
    desk.settle(300)
    assert world.services.counter.queue(world.actors["clerk"]).rows == ()
    desk.press("Space", "Ctrl+Return")
    assert world.file(only_application(world, State.RECEIVED)).state is State.RECEIVED


def test_what_is_missing_is_asked_for_once(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk)
    desk.press("Ctrl+Return")
    application = only_application(world, State.RECEIVED)
    assert desk.counter.middle.is_shown(desk.counter.case_view)
    desk.press("Ctrl+Shift+S", "Ctrl+Return")
    file = world.file(application)
    assert file.state is State.SUPPLEMENT
    assert {one.material for one in file.missing} == {"form", "identity_document", "certificate"}
    desk.files.extend(pdf_file(tmp_path, f"{n}.pdf") for n in range(3))
    desk.press("Ctrl+Return", "Ctrl+O", "Ctrl+Return")
    assert world.file(application).state is State.RECEIVED
    assert len(world.file(application).evidence) == 3
    desk.press("Ctrl+Return")
    assert world.file(application).state is State.ACCEPTED


def test_an_application_is_not_taken_up_with_a_reason(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.submit(world.form(world.register(name="张雨桐")))
    desk = room()
    desk.window.open("counter")
    desk.settle()
    desk.press("Ctrl+J", "Return")
    assert desk.counter.cases.case is not None
    desk.press("Ctrl+Shift+R", "Ctrl+Return")
    panel = desk.counter.cases.panel
    assert panel is not None
    assert [problem.code for problem in panel.row("reason").problems()] == ["field.empty"]
    desk.press("1", "Ctrl+Return")
    assert world.file(application).state is State.NOT_ACCEPTED
    assert world.file(application).deeds[-1].reason == "not_of_this_office"


def test_a_learner_withdraws(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.accepted(world.form(world.register()))
    desk = room()
    desk.counter.open_application(application)
    desk.settle()
    desk.press("Ctrl+Shift+W", "Escape")
    assert desk.counter.cases.panel is None
    assert world.file(application).state is State.ACCEPTED
    desk.press("Ctrl+Shift+W", "Ctrl+Return")
    assert world.file(application).state is State.WITHDRAWN


def test_a_result_is_printed_and_delivered(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.recognised(world.form(world.register()))
    desk = room()
    desk.window.open("counter")
    desk.settle()
    desk.press("Ctrl+B", "Ctrl+B", "Return")
    assert desk.counter.cases.case is not None
    desk.press("Ctrl+P")
    (notice,) = desk.papers
    assert notice.paper.kind is PaperKind.RESULT_NOTICE
    desk.press("Ctrl+Return", "2", "Ctrl+Return")
    file = world.file(application)
    assert (file.state, file.delivered_how) == (State.NOTIFIED, "post")


def test_delivering_before_the_notice_says_what_to_do(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.recognised(world.form(world.register()))
    desk = room()
    desk.counter.open_application(application)
    desk.settle()
    desk.press("Ctrl+Return", "Ctrl+Return")
    assert desk.notice()
    assert world.file(application).state is State.RECOGNISED


def test_another_ones_change_is_told_and_shown(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.submit(world.form(world.register()))
    desk = room()
    desk.counter.open_application(application)
    desk.settle()
    world.services.counter.accept(world.actors["everything"], application, world.revision(application))
    desk.press("Ctrl+Return")
    assert desk.notice()
    assert desk.counter.cases.case is not None
    assert desk.counter.cases.case.application.state is State.ACCEPTED


def test_several_outcomes_go_in_one_application(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk)
    desk.press("Ctrl+Shift+A")
    desk.type("13")
    desk.press("Return")
    editor = desk.counter.intake.slot.editor  # type: ignore[union-attr]
    assert editor is not None
    assert editor.sheet.kind is OutcomeType.LANGUAGE_COMPUTER
    desk.press("Alt+1")
    assert desk.counter.intake.form().outcomes[0].fields["evidence_number"] == NUMBER
    desk.press("Alt+2", "Ctrl+Shift+D", "Ctrl+Return")
    assert len(world.file(only_application(world, State.RECEIVED)).lines) == 1


def test_a_duplicate_needs_a_reason(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.submit(world.form(world.register(name="王子轩"), evidence_number=NUMBER, issuer="示范中心"))
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk)
    desk.until(lambda: "王子轩" in desk.words(desk.counter.assessment))
    desk.press("Ctrl+Return")
    title = desk.counter.intake.slot.editor.row("title")  # type: ignore[union-attr]
    desk.until(lambda: title.isAncestorOf(QApplication.focusWidget() or desk.window))
    assert len(world.services.counter.queue(world.actors["clerk"]).rows) == 1
    desk.press("Ctrl+R")
    desk.until(lambda: desk.counter.assessment.isAncestorOf(QApplication.focusWidget() or desk.window))
    desk.write("同一证书由两人共同取得，已核对", 20)
    desk.press("Ctrl+Return")
    rows = world.services.counter.queue(world.actors["clerk"]).rows
    assert len(rows) == 2
    assert world.file(rows[-1].application).note == "同一证书由两人共同取得，已核对"


def test_problems_that_come_late_do_not_call_back_whoever_went_on(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.submit(world.form(world.register(name="王子轩"), evidence_number=NUMBER, issuer="示范中心"))
    world.register(name="张雨桐")
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk)
    desk.until(lambda: "王子轩" in desk.words(desk.counter.assessment))
    work, reason = desk.counter.work, "两人共同取得"
    work._on_problems(Problems([Problem("outcome.duplicate", "outcomes.0.title")]))
    # The answer to the check is on its way; the clerk does not wait for it.
    QTest.keySequence(desk.window, QKeySequence("Ctrl+R"))
    desk.write(reason, 10)
    desk.settle(700)
    assert desk.counter.assessment.isAncestorOf(QApplication.focusWidget() or desk.window)
    assert desk.counter.assessment.reason() == reason


def test_what_a_role_may_not_do_it_does_not_see(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.accepted(world.form(world.register()))
    desk = room("everything")
    desk.counter.open_application(application)
    desk.settle()
    shown = {act for act, button in desk.counter.case_view.buttons.items() if button.isVisible()}
    assert CounterAct.ACCEPT not in shown
    assert CounterAct.RECEIPT in shown
    evaluator = room("evaluator")
    assert [place.key for place in evaluator.window._workplaces] == ["learners"]
