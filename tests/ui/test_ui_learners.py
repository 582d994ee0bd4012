"""The learners' workplace by keys alone, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.learners import AccountState
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.states import State
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import resident_id
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def opened(room: OpenRoom, who: str = "clerk") -> CounterRoom:
    desk = room(who)
    desk.window.open("learners")
    desk.settle(200)
    return desk


def test_the_roll_is_there_at_once_in_its_order(room: OpenRoom, world: World) -> None:  # noqa: F811
    names = ["张雨桐", "王子轩", "欧阳若兮"]
    for name in names:
        world.register(name=name)
    desk = opened(room)
    model = desk.learners.table.rows
    assert [model.row_at(place).name for place in range(model.rowCount())] == names  # type: ignore[union-attr]


def test_typing_narrows_and_emptying_brings_all_back(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    world.register(name="王子轩")
    desk = opened(room)
    assert desk.learners.box.hasFocus()
    desk.type("wzx")
    desk.settle(250)
    desk.qtbot.waitUntil(lambda: desk.learners.table.rows.rowCount() == 1, timeout=10_000)
    desk.qtbot.waitUntil(lambda: desk.learners.card._name.text() == "王子轩", timeout=10_000)
    desk.press("Escape")
    desk.settle(250)
    desk.qtbot.waitUntil(lambda: desk.learners.table.rows.rowCount() == 2, timeout=10_000)


def test_posted_and_pending_stand_apart_and_the_id_is_masked(room: OpenRoom, world: World) -> None:  # noqa: F811
    number = resident_id(55)
    learner = world.register(name="张雨桐", document_number=number)
    world.post(world.delivered(world.form(learner)))
    world.delivered(world.form(learner, OutcomeType.LANGUAGE_COMPUTER))
    desk = opened(room)
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    card = desk.learners.card
    view = world.services.learners.card(world.actors["clerk"], learner)
    assert card.posted.sum_text() == "3.0"
    assert Decimal(card.pending.sum_text()) == view.pending_total > 0
    said = desk.words(card)
    assert number not in said
    assert number[:6] in said
    assert card.waits.isVisible()


def test_the_story_tells_every_act(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    application = world.reviewed(world.form(learner))
    desk = opened(room)
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    desk.press("Ctrl+J", "Return")
    story = desk.learners.story
    assert story.isVisible()
    assert story.deeds.rows.rowCount() == 3
    assert story.deeds.hasFocus()
    desk.press("Ctrl+Return")
    assert desk.window.current_key == "counter"
    assert desk.counter.cases.case is not None
    assert desk.counter.cases.case.application.application == application


def test_a_record_is_corrected_with_a_reason(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐", phone="13900001234")
    desk = opened(room)
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    desk.press("Ctrl+E", "Alt+L")
    desk.press("Ctrl+A")
    desk.type("12ab")
    desk.press("Ctrl+Return")
    assert [p.code for p in desk.learners.correction.reason_row.problems()] == ["field.required"]
    desk.write("本人提出", 8)
    desk.press("Ctrl+Return")
    desk.settle(300)
    form = desk.learners.correction.form
    assert form is not None
    assert [p.code for p in form.row("phone").problems()] == ["phone.shape"]
    assert form.row("phone").editor.hasFocus()
    desk.press("Ctrl+A")
    desk.type("13911112222")
    desk.press("Ctrl+Return")
    profile = world.services.learners.card(world.actors["clerk"], learner).learner.profile
    assert profile is not None
    assert profile.phone == "13911112222"
    assert desk.learners.card.isVisible()


def test_what_another_one_corrected_meanwhile_is_not_overwritten(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    desk = opened(room)
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    desk.press("Ctrl+E")
    clerk = world.actors["clerk"]
    form, revision = world.services.learners.form_of(clerk, learner)
    from dataclasses import replace

    world.services.learners.correct(clerk, learner, replace(form, class_name="机电 2502"), revision, "转班")
    desk.learners.correction.reason.setFocus()
    desk.write("本人提出", 8)
    desk.press("Ctrl+Return")
    found = desk.window.messages.notice or desk.learners.messages.notice
    assert found is not None
    assert world.services.learners.card(clerk, learner).learner.class_name == "机电 2502"


def test_papers_open_again(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    application = world.accepted(world.form(learner))
    receipt = world.services.issuing.receipt(world.actors["clerk"], application).value
    desk = opened(room)
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    desk.press("Ctrl+B", "Return")
    (shown,) = desk.papers
    assert shown.pdf == receipt.pdf


def test_a_new_application_begins_at_the_counter(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    desk = opened(room)
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    desk.press("Ctrl+P")
    assert desk.statements == [learner]
    desk.press("Ctrl+Return")
    assert desk.window.current_key == "counter"
    assert desk.counter.intake.learner == learner


def test_the_card_follows_what_happens_elsewhere(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    desk = opened(room)
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    assert desk.learners.card.applications.rows.rowCount() == 0
    application = world.submit(world.form(learner))
    desk.bus.announce(frozenset({("application", application)}))
    desk.settle(250)
    row = desk.learners.card.applications.rows.row_at(0)
    assert row is not None
    assert row.state is State.RECEIVED


def test_an_evaluator_sees_but_does_not_correct(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    desk = opened(room, "evaluator")
    desk.learners.open_learner(learner)
    desk.settle(200)
    card = desk.learners.card
    assert card._name.text() == "张雨桐"
    assert not card.correct.isVisible()
    assert not card.begin.isVisible()
    desk.press("Ctrl+E")
    assert desk.learners._right.currentWidget() is card


def test_whole_numbers_are_shown_on_asking_and_hidden_again(room: OpenRoom, world: World) -> None:  # noqa: F811
    number = resident_id(55)
    world.register(name="张雨桐", document_number=number)
    world.register(name="王子轩")
    desk = opened(room)
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    card = desk.learners.card
    assert number not in desk.words(card)
    desk.press("Ctrl+I")
    desk.settle(200)
    assert number in desk.words(card)
    rows = world.store.read(lambda reader: reader.audit_rows(limit=50))
    assert sum(row.action == "learner.revealed" for row in rows) == 1
    desk.press("J")
    desk.settle(300)
    desk.press("Ctrl+F")
    desk.type("zyt")
    desk.press("Return")
    desk.settle(300)
    assert number not in desk.words(card)


def test_an_account_is_frozen_and_the_act_taken_back_by_keys(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    desk = opened(room)
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    desk.press("Ctrl+M", "2")
    pane = desk.learners.accounts.account
    assert pane.isVisible()
    desk.press("Ctrl+Return")
    assert pane.form is not None
    assert [p.code for p in pane.form.row("reason").problems()] == ["field.required"]
    desk.write("证件存疑", 8)
    desk.press("Ctrl+Return")
    desk.settle(200)
    clerk, learners = world.actors["clerk"], world.services.learners
    assert learners.card(clerk, learner).learner.account_state is AccountState.FROZEN
    assert desk.learners.card.undo.isVisible()
    desk.press("Ctrl+Z")
    desk.settle(200)
    assert learners.card(clerk, learner).learner.account_state is AccountState.OPEN
    assert not desk.learners.card.undo.isVisible()


def test_an_account_is_transferred_with_the_house_that_takes_it(room: OpenRoom, world: World) -> None:  # noqa: F811
    learner = world.register(name="张雨桐")
    desk = opened(room, "everything")
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    desk.press("Ctrl+M", "4")
    desk.write("示范大学", 8)
    desk.press("Tab")
    desk.write("转学", 4)
    desk.press("Ctrl+Return")
    desk.settle(200)
    card = world.services.learners.card(world.actors["everything"], learner)
    assert card.learner.account_state is AccountState.TRANSFERRED
    assert [issued.paper.kind.value for issued in desk.papers] == ["transfer_certificate"]
    assert not desk.learners.card.undo.isVisible()


def test_who_is_on_record_twice_is_listed_compared_and_merged_by_keys(room: OpenRoom, world: World) -> None:  # noqa: F811
    number = resident_id(31)
    older = world.register(name="张雨桐", document_number=number)
    confirmed = frozenset({"learner.same_document"})
    younger = world.register(name="张雨彤", document_number=number, confirmed=confirmed)
    desk = opened(room)
    assert desk.learners.twice.isVisible()
    desk.press("Ctrl+G", "Return")
    desk.settle(200)
    merge = desk.learners.accounts.merge
    assert merge.isVisible()
    assert number not in desk.words(merge)
    assert merge.stays() == older
    desk.press("Ctrl+Return")
    assert [p.code for p in merge.reason_row.problems()] == ["field.required"]
    desk.write("同一人", 6)
    desk.press("Ctrl+Return")
    desk.settle(200)
    assert world.services.learners.card(world.actors["clerk"], younger).learner.learner == older
    assert not desk.learners.twice.isVisible()
    assert desk.learners.card.isVisible()


def test_two_records_are_merged_from_the_card_by_searching_the_other(room: OpenRoom, world: World) -> None:  # noqa: F811
    one, other = world.register(name="张雨桐"), world.register(name="王子轩")
    desk = opened(room)
    desk.type("zyt")
    desk.press("Return")
    desk.settle(200)
    desk.press("Ctrl+M", "1", "Ctrl+Return")
    merge = desk.learners.accounts.merge
    assert merge.box.hasFocus()
    desk.type("wzx")
    desk.settle(300)
    desk.press("Down", "Return")
    desk.settle(200)
    desk.write("同一人", 6)
    desk.press("Ctrl+Return")
    desk.settle(200)
    card = world.services.learners.card(world.actors["clerk"], other)
    assert {card.learner.learner, *card.aliases} == {one, other}
