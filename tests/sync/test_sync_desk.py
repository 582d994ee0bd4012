"""The desk lists applications on their four steps, and the others with the reason that keeps them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.people import Role
from creditbank_desktop.sync.desk import EngineDesk
from creditbank_desktop.sync.desk_views import Step, SyncRow
from creditbank_desktop.sync.face import SyncProgress
from creditbank_server.clocks import SettableClock
from tests.sync.conftest import Case, Counter

NewCounter = Callable[..., Counter]


def desk_of(counter: Counter) -> EngineDesk:
    return EngineDesk(counter.store, counter.engine)


def row_of(counter: Counter, case: Case) -> SyncRow:
    return next(row for row in desk_of(counter).rows(counter.actor("clerk")) if row.id == case.application)


def test_an_application_walks_the_four_steps(new_counter: NewCounter, clock: SettableClock) -> None:
    counter = new_counter()
    desk = desk_of(counter)
    desk.sync_now(SyncProgress())
    case = counter.receive()
    counter.walk(case)
    row = row_of(counter, case)
    assert (row.step, row.kind, row.who, row.title) == (
        Step.SAVED,
        "application",
        "李示例",
        "Network engineer",
    )
    assert row.acts[0] == "application.received"
    assert row.number
    desk.sync_now(SyncProgress())
    row = row_of(counter, case)
    assert (row.step, row.acts, row.code) == (Step.REGISTERED, (), "")
    clock.advance(timedelta(days=2))
    desk.sync_now(SyncProgress())
    counter.deliver(case)
    assert row_of(counter, case).step is Step.SAVED
    desk.sync_now(SyncProgress())
    row = row_of(counter, case)
    assert (row.step, row.state) == (Step.POSTED, "posted")
    assert desk.status().is_complete


def test_what_needs_a_person_comes_first_with_its_reason(new_counter: NewCounter) -> None:
    first = new_counter()
    first.engine.sync_now()
    case = first.receive()
    first.engine.sync_now()
    second = new_counter(joins=first)
    second.engine.sync_now()
    first.act("clerk", acts.ApplicationNotAccepted(case.application, "not_in_scope"))
    second.act("clerk", acts.ApplicationWithdrawn(case.application))
    first.engine.sync_now()
    second.engine.sync_now()
    rows = desk_of(second).rows(second.actor("clerk"))
    assert [row.id for row in rows if row.kind == "application"] == [case.application]
    assert rows[0].id == case.application
    assert rows[0].step is Step.CONFLICT
    assert rows[0].step.needs_a_look
    assert rows[0].code == "application.wrong_state"
    assert not desk_of(second).status().is_complete


def test_records_that_are_no_application_have_a_row_too(new_counter: NewCounter) -> None:
    counter = new_counter()
    rows = {row.kind: row for row in desk_of(counter).rows(counter.actor("clerk"))}
    assert set(rows) == {""}
    assert "person.enrolled" in rows[""].acts
    counter.engine.sync_now()
    assert desk_of(counter).rows(counter.actor("clerk")) == ()
    counter.receive()
    rows = {row.kind: row for row in desk_of(counter).rows(counter.actor("clerk"))}
    assert set(rows) == {"learner", "application"}
    assert rows["learner"].who == "李示例"
    assert rows["learner"].number.startswith("XF")


def test_whoever_works_on_no_files_sees_no_names(new_counter: NewCounter) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    counter.receive()
    keeper = replace(counter.actor("clerk"), roles=frozenset({Role.ADMINISTRATOR}))
    rows = {row.kind: row for row in desk_of(counter).rows(keeper)}
    assert rows["application"].number
    assert "李示例" not in str(rows)
    assert "Network engineer" not in str(rows)
