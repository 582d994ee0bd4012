"""Reference data between two computers and the server; operations held back so that they can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from creditbank_desktop.domain.ids import OperationId, ProposalId
from creditbank_desktop.domain.operations.reference_bodies import (
    EntryName,
    ReferenceChanged,
    ReferenceProposed,
    ReferenceSettled,
    ReferenceUndone,
)
from creditbank_desktop.domain.reference import ProposalState, ReferenceChange, ReferenceItem, reference_id
from creditbank_desktop.models.replay import table_digests
from creditbank_desktop.models.sync_records import ReceiptResult
from creditbank_server.checking import check_server
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from tests.sync.conftest import IDS, Counter

NewCounter = Callable[..., Counter]
PHRASE = ("phrase", "refusal/expired")
DEADLINE = ("deadline", "evaluation")


def change(place: tuple[str, str], base: int = 0, **fields: str) -> ReferenceChange:
    return ReferenceChange(*place, fields, dict.fromkeys(fields, "as it was"), base)


def record(counter: Counter, by: str, body: object) -> OperationId:
    return counter.store.write(lambda unit: unit.record(counter.actor(by), body)).value  # type: ignore[arg-type]


def item(counter: Counter, place: tuple[str, str]) -> ReferenceItem:
    key = reference_id(counter.office, *place)
    found = counter.store.read(lambda reader: reader.reference_item(key))
    assert found is not None
    return found


def tables(counter: Counter) -> dict[str, str]:
    found = table_digests(counter.store)
    return {name: found[name] for name in ("reference_item", "reference_proposal")}


def test_changes_made_without_knowing_of_each_other_end_alike_everywhere(
    new_counter: NewCounter, shared_server: EmbeddedServer
) -> None:
    first = new_counter()
    first.engine.sync_now()
    second = new_counter(joins=first)
    second.engine.sync_now()
    record(first, "admin", ReferenceChanged((change(PHRASE, text_zh="甲", text_en="A"),)))
    record(second, "academic", ReferenceChanged((change(PHRASE, text_zh="乙", help_en="B"),)))
    for counter in (first, second, first, second):
        counter.engine.sync_now()
        assert counter.engine.status().held_here == 0
    assert item(first, PHRASE) == item(second, PHRASE)
    assert item(first, PHRASE).contested == {"text_zh"}
    assert item(first, PHRASE).overlay.keys() == {"text_zh", "text_en", "help_en"}
    record(first, "admin", ReferenceChanged((change(PHRASE, base=1, text_zh="丙"),)))
    for counter in (first, second):
        counter.engine.sync_now()
    assert item(second, PHRASE).overlay["text_zh"] == "丙"
    assert item(second, PHRASE).contested == frozenset()
    with shared_server.central.pool.connection() as connection:
        assert list(check_server(connection, shared_server.central.ports)) == []


def test_a_proposal_is_settled_on_another_computer_and_on_the_server(
    new_counter: NewCounter, shared_server: EmbeddedServer
) -> None:
    first = new_counter()
    proposal = ProposalId(IDS.new_id())
    record(first, "admin", ReferenceProposed(proposal, (change(DEADLINE, days="20"),), "", "slow"))
    first.engine.sync_now()
    second = new_counter(joins=first)
    second.engine.sync_now()
    settled = record(second, "academic", ReferenceSettled(proposal, True, "agreed", (0,)))
    record(second, "academic", ReferenceUndone(settled, proposal=proposal))
    record(second, "academic", ReferenceSettled(proposal, True, "agreed after all", (1,)))
    second.engine.sync_now()
    first.engine.sync_now()
    assert tables(first) == tables(second)
    assert item(first, DEADLINE).overlay == {"days": "20"}
    assert [version.undone for version in item(first, DEADLINE).versions] == [True, False]
    with shared_server.central.pool.connection() as connection:
        assert list(check_server(connection, shared_server.central.ports)) == []


def test_two_people_who_settle_one_proposal_are_told(new_counter: NewCounter) -> None:
    first = new_counter()
    proposal = ProposalId(IDS.new_id())
    record(first, "admin", ReferenceProposed(proposal, (change(DEADLINE, days="20"),)))
    first.engine.sync_now()
    second = new_counter(joins=first)
    second.engine.sync_now()
    record(first, "dean", ReferenceSettled(proposal, True, "", (0,)))
    late = record(second, "academic", ReferenceSettled(proposal, False, "no"))
    first.engine.sync_now()
    assert second.engine.sync_now().in_doubt == 1
    receipt = second.store.read(lambda reader: reader.receipt(late))
    assert receipt is not None
    assert (receipt.result, receipt.code) == (ReceiptResult.CONFLICT, "reference.settled_before")
    found = first.store.read(lambda reader: reader.reference_proposal(proposal))
    assert found is not None
    assert found.state is ProposalState.APPROVED


def test_an_operation_is_held_back_until_it_is_old_enough(
    new_counter: NewCounter, clock: SettableClock
) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    counter.engine.hold_back(lambda: 60)
    changed = record(counter, "admin", ReferenceChanged((change(PHRASE, text_zh="甲"),)))
    report = counter.engine.sync_now()
    assert (report.pushed, report.held_back) == (0, 1)
    assert counter.engine.status().saved == 1
    assert counter.store.read(lambda reader: reader.is_unsent(changed))
    clock.advance(timedelta(seconds=30))
    record(counter, "admin", ReferenceUndone(changed, (EntryName(*PHRASE),)))
    clock.advance(timedelta(seconds=30))
    report = counter.engine.sync_now()
    assert (report.pushed, report.held_back) == (1, 1)
    assert not counter.store.read(lambda reader: reader.is_unsent(changed))
    clock.advance(timedelta(seconds=31))
    report = counter.engine.sync_now()
    assert (report.pushed, report.held_back) == (1, 0)
    assert item(counter, PHRASE).overlay == {}


def test_a_clock_that_was_set_back_holds_nothing(new_counter: NewCounter, clock: SettableClock) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    record(counter, "admin", ReferenceChanged((change(PHRASE, text_zh="甲"),)))
    clock.advance(timedelta(days=-400))
    counter.engine.hold_back(lambda: 3600)
    assert counter.engine.sync_now().pushed == 1


def test_the_scans_of_what_is_held_back_stay_here_too(new_counter: NewCounter, clock: SettableClock) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    counter.engine.hold_back(lambda: 60)
    counter.receive(scan=b"%PDF-1.7 a fictional scan")
    report = counter.engine.sync_now()
    assert (report.pushed, report.files_sent) == (0, 0)
    clock.advance(timedelta(seconds=61))
    report = counter.engine.sync_now()
    assert (report.pushed, report.files_sent, report.held_back) == (2, 1, 0)
