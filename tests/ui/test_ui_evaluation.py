"""Evaluators, reviewers and signatories do their work by keys alone, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.ui.evaluation.stages import Stage
from creditbank_desktop.ui.shell.workplaces import SearchHit
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.evaluation_room import OpenRoom, certificate, rooms, state_of, two_outcomes

pytestmark = pytest.mark.usefixtures("dress")


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def test_accepting_the_suggestion_and_the_next_case_take_one_key(room: OpenRoom, world: World) -> None:  # noqa: F811
    first, second = (world.reviewed(certificate(world, number)) for number in (1, 2))
    desk = room("evaluator")
    assert desk.learners() == [first, second]
    before = desk.count.keys
    desk.press("Ctrl+Return")
    assert desk.count.keys - before <= 3
    assert state_of(world, first) == State.SIGN_OFF
    assert desk.learners() == [second]
    case = desk.page.judging.case
    assert case is not None
    assert case.application.application == second
    decision = world.file(first).lines[0].decision
    assert decision is not None
    assert (decision.result, decision.credits) == (LineResult.RECOGNISED, Decimal("3.0"))


def test_a_partial_decision_with_a_phrase_takes_at_most_twelve_keys(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.reviewed(certificate(world, 1))
    desk = room("evaluator")
    before = desk.count.keys
    desk.press("2")
    desk.type("2.5")
    desk.press("Alt+R")
    desk.type("15")
    desk.press("Return", "Ctrl+Return")
    assert desk.count.keys - before <= 12
    decision = world.file(application).lines[0].decision
    assert decision is not None
    assert (decision.result, decision.credits) == (LineResult.PARTLY_RECOGNISED, Decimal("2.5"))
    assert decision.reason_codes == ("partly_covered",)


def test_departing_without_a_reason_is_asked_for_one(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.reviewed(certificate(world, 1))
    desk = room("evaluator")
    desk.press("2")
    desk.type("2")
    desk.press("Ctrl+Return")
    row = desk.page.judging.form.row("reason_codes")
    assert [problem.code for problem in row.problems()] == ["decision.reason_needed"]
    assert desk.page.judging.form.reasons.box.hasFocus()
    assert desk.page.judging.form.departure.isVisible()
    assert state_of(world, application) == State.EVALUATION


def test_refusing_takes_the_reason_that_the_rules_found(room: OpenRoom, world: World) -> None:  # noqa: F811
    form = world.form(world.register(), OutcomeType.MOOC, raw_score="41")
    application = world.reviewed(form)
    desk = room("evaluator")
    assert desk.page.judging.form.verdict.value() is None
    assert desk.page.judging.form.suggestion.details.isVisible()
    desk.press("Ctrl+Return")
    assert state_of(world, application) == State.EVALUATION
    desk.press("4", "Ctrl+Return")
    decision = world.file(application).lines[0].decision
    assert decision is not None
    assert decision.reason_codes == ("below_score",)


def test_every_outcome_of_a_file_is_confirmed_before_it_is_sent(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.reviewed(two_outcomes(world))
    desk = room("evaluator")
    judging = desk.page.judging
    assert judging.lines_bar.isVisible()
    assert judging.save_button.text() == "Next outcome"
    desk.press("Ctrl+Return")
    assert state_of(world, application) == State.EVALUATION
    assert judging.save_button.text() == "Save and next"
    desk.press("Alt+PgUp")
    assert judging.lines_label.text().startswith("Outcome 1 of 2")
    desk.press("Alt+PgDown", "Ctrl+Return")
    assert state_of(world, application) in (State.SIGN_OFF, State.PANEL)
    assert all(line.decision is not None for line in world.file(application).lines)


def test_j_and_k_move_without_saving_and_lose_nothing(room: OpenRoom, world: World) -> None:  # noqa: F811
    first, second = (world.reviewed(certificate(world, number)) for number in (1, 2))
    desk = room("evaluator")
    desk.press("2")
    desk.type("1.5")
    desk.press("Alt+1", "J")
    assert desk.page.judging.case is not None
    assert desk.page.judging.case.application.application == second
    assert desk.page.judging.form.credits.text() == "3.0"
    desk.press("J")
    assert desk.page.judging.case.application.application == second
    desk.press("K")
    assert desk.page.judging.case.application.application == first
    assert desk.page.judging.form.credits.text() == "1.5"
    assert {state_of(world, first), state_of(world, second)} == {State.EVALUATION}


def test_letters_typed_into_a_field_are_text(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.reviewed(certificate(world, 1))
    world.reviewed(certificate(world, 2))
    desk = room("evaluator")
    case = desk.page.judging.case
    desk.press("Alt+N")
    desk.type("jk1234 qdy")
    assert desk.page.judging.form.reason_text.text() == "jk1234 qdy"
    assert desk.page.judging.case is case


def test_items_of_the_queue_cannot_be_edited(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.reviewed(certificate(world, 1))
    desk = room("evaluator")
    table = desk.page.queue.table
    assert not table.rows.flags(table.rows.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    assert not table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_taking_back_the_last_act_brings_the_file_back(room: OpenRoom, world: World) -> None:  # noqa: F811
    first, second = (world.reviewed(certificate(world, number)) for number in (1, 2))
    desk = room("evaluator")
    desk.press("Ctrl+Return")
    assert desk.learners() == [second]
    desk.press("Ctrl+Z")
    assert state_of(world, first) == State.EVALUATION
    assert desk.learners() == [first, second]
    assert desk.page.queue.table.selected_id() == first
    desk.press("Ctrl+Z")
    assert "nothing to take back" in desk.page.messages._text.text()


def test_the_end_of_the_queue_is_no_error(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.reviewed(certificate(world, 1))
    desk = room("evaluator")
    desk.press("Ctrl+Return")
    assert desk.learners() == []
    assert desk.page.queue.empty.isVisible()
    assert desk.page.queue.empty.sentence.text() == "No file waits for evaluation."
    assert not desk.page.messages.isVisible()
    desk.press("Ctrl+Return", "J", "K", "1", "Ctrl+R")
    assert not desk.page.messages.isVisible()


def test_four_eyes_say_who_acted_before(room: OpenRoom, world: World) -> None:  # noqa: F811
    everything = world.actors["everything"]
    form = certificate(world, 1)
    application = world.services.intake.submit(everything, form).value.application
    world.services.counter.accept(world.actors["clerk"], application, world.revision(application))
    world.services.review.pass_materials(
        world.actors["reviewer"], application, world.revision(application), ()
    )
    desk = room("everything")
    head = desk.page.judging.head
    assert head.kept.isVisible()
    assert everything.name in head.kept.text.text()
    assert "take in the application" in head.kept.text.text()
    assert not desk.page.judging.save_button.isVisible()
    desk.press("1", "Ctrl+Return")
    assert state_of(world, application) == State.EVALUATION


def test_a_file_changed_meanwhile_is_shown_beside_what_was_seen(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.reviewed(certificate(world, 1))
    desk = room("evaluator")
    desk.press("2")
    desk.type("2")
    desk.press("Alt+R")
    desk.type("15")
    desk.press("Return")
    world.services.evaluation.accept_suggestions(
        world.actors["second"], application, world.revision(application)
    )
    desk.press("Ctrl+Return")
    head = desk.page.judging.head
    assert head.changed.isVisible()
    assert world.actors["second"].name in head.changed.text.text()
    assert "You saw: Evaluation" in head.changed.text.text()
    assert "Now: Sign-off" in head.changed.text.text()
    assert desk.page.judging.form.credits.text() == "2.0"
    decision = world.file(application).lines[0].decision
    assert decision is not None
    assert decision.credits == Decimal("3.0")


def test_what_others_do_reaches_the_queue(room: OpenRoom, world: World) -> None:  # noqa: F811
    first = world.reviewed(certificate(world, 1))
    desk = room("evaluator")
    second = world.reviewed(certificate(world, 2))
    desk.bus.announce(frozenset({("learner", "x")}))
    desk.settle()
    assert desk.learners() == [first]
    desk.bus.announce(frozenset({("application", second)}))
    desk.settle()
    assert desk.learners() == [first, second]
    assert desk.page.queue.table.selected_id() == first


def test_a_supplement_is_asked_for_once_with_everything(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.reviewed(certificate(world, 1))
    desk = room("evaluator")
    desk.press("3")
    form = desk.page.judging.supplement
    assert form.isVisible()
    desk.press("Ctrl+Return")
    assert form.problem.isVisible()
    desk.press("Space", "Ctrl+Return")
    file = world.file(application)
    assert file.state is State.SUPPLEMENT
    assert [missing.material for missing in file.missing] == ["form"]
    desk.press("Ctrl+Z")
    assert world.file(application).state is State.EVALUATION


def test_sending_a_file_back_needs_a_reason(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.reviewed(certificate(world, 1))
    desk = room("evaluator")
    desk.press("Ctrl+R", "Ctrl+Return")
    assert state_of(world, application) == State.EVALUATION
    desk.press("Escape")
    assert desk.page.judging.form.isVisible()
    desk.press("Ctrl+R")
    desk.type("materials are unclear")
    desk.press("Return", "Ctrl+Return")
    file = world.file(application)
    assert (file.state, file.resume_to) == (State.RETURNED, State.MATERIAL_REVIEW)
    assert file.deeds[-1].reason == "materials_unclear"


def test_materials_pass_with_the_originals_that_were_compared(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.accepted(certificate(world, 1))
    desk = room("reviewer")
    assert desk.page.stage is Stage.REVIEW
    assert not desk.page.stages.isVisible()
    desk.press("T")
    assert state_of(world, application) == State.MATERIAL_REVIEW
    desk.press("Ctrl+A", "Ctrl+Return")
    file = world.file(application)
    assert file.state is State.EVALUATION
    assert len(file.compared) == 3
    desk.press("Ctrl+Z")
    assert state_of(world, application) == State.MATERIAL_REVIEW


def test_the_second_opinion_is_blind_and_the_panel_sees_both(room: OpenRoom, world: World) -> None:  # noqa: F811
    application = world.evaluated(certificate(world, 0, OutcomeType.WORK))
    assert state_of(world, application) == State.PANEL
    desk = room("second")
    desk.press("Alt+2")
    judging = desk.page.judging
    assert desk.page.stage is Stage.SECOND
    assert judging.form.verdict.value() is None
    assert not judging.opinions.isVisible()
    desk.press("2")
    desk.type("2")
    desk.press("Alt+R")
    desk.type("13")
    desk.press("Return", "Ctrl+Return")
    assert state_of(world, application) == State.PANEL
    panel = room("panel")
    assert panel.page.judging.opinions.isVisible()
    assert "Second: Partly recognised 2.0" in panel.page.judging.opinions.text.text()
    panel.press("Alt+R")
    panel.type("17")
    panel.press("Return", "Ctrl+Return")
    assert {problem.code for row in panel.page.judging.panel_fields.rows for problem in row.problems()} == {
        "panel.too_small",
        "panel.minutes_missing",
    }
    panel.press("Alt+B")
    panel.type("A, B, C")
    panel.press("Alt+U")
    panel.type("2026-7")
    panel.press("Ctrl+Return")
    assert state_of(world, application) == State.SIGN_OFF
    assert world.file(application).deeds[-1].act is Act.DECIDE_PANEL


def test_signing_approving_and_publishing_in_bulk(room: OpenRoom, world: World) -> None:  # noqa: F811
    files = [world.evaluated(certificate(world, number)) for number in (1, 2, 3)]
    head = room("head")
    head.press("Space")
    assert head.page.bulk.do_button.text() == "Sign 1 files"
    head.press("Ctrl+A")
    assert head.page.bulk.do_button.text() == "Sign 3 files"
    head.press("Ctrl+Return")
    assert head.page.bulk.results.title.text() == "3 of 3 done"
    assert head.learners() == []
    dean = room("dean")
    dean.press("Ctrl+A", "Ctrl+Return")
    assert {state_of(world, file) for file in files} == {State.ACADEMIC_OFFICE}
    office = room("office")
    office.press("Ctrl+A", "Ctrl+Return")
    assert {state_of(world, file) for file in files} == {State.PROPOSED}
    office.press("Alt+2")
    assert "2026-03-03 to 2026-03-09" in office.page.bulk._period_text()
    office.press("Ctrl+Return")
    shown = [state_of(world, file) for file in files]
    assert shown.count(State.PUBLICITY) == 1
    assert office.page.public_list.table.rows.rowCount() == 1


def test_each_file_of_a_bulk_has_its_own_result(room: OpenRoom, world: World) -> None:  # noqa: F811
    first, second = (world.evaluated(certificate(world, number)) for number in (1, 2))
    head = room("head")
    world.services.evaluation.undo(world.actors["evaluator"], second)
    head.press("Ctrl+A", "Ctrl+Return")
    assert head.page.bulk.results.title.text() == "1 of 2 done"
    assert "✗" in head.page.bulk.results.text.text()
    assert world.file(first).standing_deeds[-1].act is Act.SIGN_HEAD
    head.press("Ctrl+Z")
    assert Act.SIGN_HEAD not in {deed.act for deed in world.file(first).standing_deeds}


def test_a_person_sees_only_the_stages_of_their_roles(room: OpenRoom) -> None:
    assert room("evaluator").page.stages.stages == (Stage.EVALUATION, Stage.SECOND)
    assert room("office").page.stages.stages == (Stage.APPROVAL, Stage.PUBLICITY)
    assert room("everything").page.stages.stages == tuple(Stage)


def test_a_file_that_meets_no_condition_says_by_how_much(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.reviewed(world.form(world.register(), OutcomeType.MOOC, raw_score="41"))
    desk = room("evaluator")
    note = desk.page.judging.form.suggestion
    assert note.title.text() == "No rule gives credit"
    assert "Score: at least 60 is asked for, it is 41" in note.details.text()


def test_the_queue_is_narrowed_by_typing_and_by_lateness(room: OpenRoom, world: World) -> None:  # noqa: F811
    first = world.reviewed(certificate(world, 1))
    receipt = world.file(first).receipt_number
    second = world.reviewed(certificate(world, 2))
    desk = room("evaluator")
    desk.press("/")
    desk.type(receipt)
    desk.press("Return")
    assert desk.learners() == [first]
    desk.press("/")
    desk.press("Escape", "Return")
    assert desk.learners() == [first, second]
    desk.press("F")
    assert desk.learners() == []
    assert desk.page.queue.empty.sentence.text() == "Nothing in this queue matches."
    desk.press("G")
    assert desk.learners() == [first, second]


def test_a_late_file_says_so(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.reviewed(certificate(world, 1))
    world.clock.advance(days=15)
    desk = room("evaluator")
    table = desk.page.queue.table
    assert table.rows.index(0, 3).data() == "1 d late"
    assert "1 late" in desk.page.queue.about.text()


def test_all_keys_stand_in_one_table(room: OpenRoom) -> None:
    keys = [row.keys for row in room("everything").page.shortcuts.rows()]
    assert {
        "J",
        "K",
        "Ctrl+Z",
        "Ctrl+Return",
        "1 / 2 / 3 / 4",
        "Space",
        "Ctrl+A",
        "Ctrl+R",
        "Ctrl+Tab",
    } <= set(keys)


def test_stages_are_counted_and_chosen_by_key(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.accepted(certificate(world, 1))
    world.evaluated(certificate(world, 2))
    desk = room("everything")
    counts = {stage: desk.page.stages.button(stage).count for stage in Stage}
    assert (counts[Stage.REVIEW], counts[Stage.EVALUATION], counts[Stage.HEAD]) == (1, 0, 1)
    seen = []
    for key in ("G", "Alt+4"):
        desk.press(key)
        seen.append(desk.page.stage)
    assert seen == [Stage.REVIEW, Stage.HEAD]
    assert desk.page.bulk.do_button.text() == "Sign this file"


def test_what_the_search_found_opens_where_it_waits(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.reviewed(certificate(world, 1))
    signed = world.evaluated(certificate(world, 2))
    desk = room("everything")
    desk.page.open_hit(SearchHit("evaluation", signed, "x"))
    desk.settle()
    assert desk.page.stage is Stage.HEAD
    assert desk.page.queue.table.selected_id() == signed
    reader = room("evaluator")
    reader.page.open_hit(SearchHit("evaluation", signed, "x"))
    reader.settle()
    assert reader.page.messages.isVisible()
