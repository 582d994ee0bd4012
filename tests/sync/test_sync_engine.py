"""Real stores against a real server: the whole way from the counter to the posted credit."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import psycopg
import pytest

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.health_queries import CLOCK_OFFSET
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.views import Delivery
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.sync.face import ItemStanding, SyncProgress
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from tests.sync.conftest import Case, Counter

NewCounter = Callable[..., Counter]


def state(counter: Counter, case: Case) -> State:
    application = counter.store.read(lambda reader: reader.application(case.application))
    assert application is not None
    return application.state


def delivery(counter: Counter, case: Case) -> Delivery:
    return counter.store.read(lambda reader: reader.deliveries([case.application]))[case.application]


def test_a_credit_goes_from_the_counter_to_the_ledger(
    new_counter: NewCounter, clock: SettableClock, database: str
) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    case = counter.receive()
    counter.walk(case)
    assert delivery(counter, case) is Delivery.SAVED
    assert counter.engine.status().saved == 9
    report = counter.engine.sync_now()
    assert (report.pushed, report.accepted) == (9, 9)
    assert delivery(counter, case) is Delivery.REGISTERED
    clock.advance(timedelta(days=2))
    report = counter.engine.sync_now()
    assert ("application", case.application) in report.changes
    assert state(counter, case) is State.RECOGNISED
    counter.deliver(case)
    counter.engine.sync_now()
    assert state(counter, case) is State.POSTED
    assert delivery(counter, case) is Delivery.POSTED
    account = counter.store.read(lambda reader: reader.account(case.learner))
    assert account is not None
    assert account.balance == Decimal("3.0")
    with psycopg.connect(database) as connection:
        assert connection.execute(
            "SELECT hash FROM account_heads WHERE account = %s", (case.learner,)
        ).fetchone() == (account.hash,)
    status = counter.engine.status()
    assert status.is_complete
    assert counter.engine.items() == ()


def test_what_one_counter_writes_another_reads(new_counter: NewCounter) -> None:
    first = new_counter()
    first.engine.sync_now()
    case = first.receive(scan=b"\x89PNG fictional certificate" * 100)
    report = first.engine.sync_now()
    assert report.files_sent == 1
    second = new_counter(joins=first)
    report = second.engine.sync_now()
    assert report.files_fetched == 1
    application = second.store.read(lambda reader: reader.application(case.application))
    learner = second.store.read(lambda reader: reader.learner(case.learner))
    assert application == first.store.read(lambda reader: reader.application(case.application))
    assert application is not None
    assert learner is not None
    assert learner.profile is not None
    assert learner.profile.name == "李示例"
    assert second.files.open(application.evidence[0].blob) == b"\x89PNG fictional certificate" * 100
    second.act("clerk", acts.ApplicationNotAccepted(case.application, "not_in_scope"))
    second.engine.sync_now()
    first.engine.sync_now()
    assert state(first, case) is State.NOT_ACCEPTED


def test_two_counters_that_did_the_same_at_once_learn_of_the_conflict(new_counter: NewCounter) -> None:
    first = new_counter()
    first.engine.sync_now()
    case = first.receive()
    first.engine.sync_now()
    second = new_counter(joins=first)
    second.engine.sync_now()
    first.act("clerk", acts.ApplicationNotAccepted(case.application, "not_in_scope"))
    second.act("clerk", acts.ApplicationWithdrawn(case.application))
    first.engine.sync_now()
    report = second.engine.sync_now()
    assert (report.accepted, report.in_doubt) == (0, 1)
    [doubt, aside] = second.engine.items()
    assert (doubt.standing, doubt.code) == (ItemStanding.CONFLICT, "application.wrong_state")
    assert doubt.subject == ("application", case.application)
    assert aside.standing is ItemStanding.SET_ASIDE
    assert not second.engine.status().is_complete


def test_a_run_that_was_cancelled_goes_on_with_the_next(new_counter: NewCounter) -> None:
    counter = new_counter()
    progress = SyncProgress()
    progress.cancel()
    report = counter.engine.sync_now(progress)
    assert report.cancelled
    assert report.pushed == 0
    assert counter.engine.sync_now().accepted == 8


def test_a_store_restored_from_an_old_copy_begins_a_new_stream_and_loses_nothing(
    new_counter: NewCounter, clock: SettableClock, database: str
) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    counter.store.close()
    copy = counter.folder.with_name("copy")
    shutil.copytree(counter.folder, copy)
    counter.reopen()
    lost = counter.receive("LOST")
    counter.engine.sync_now()
    counter.store.close()
    (copy / "store.anchor").write_bytes((counter.folder / "store.anchor").read_bytes())
    counter.folder = copy
    counter.store = Store.open(copy, counter.data_key, counter.ports)
    assert [finding.code for finding in counter.store.findings] == ["store.rolled_back"]
    counter.engine = SyncEngine(counter.store, counter.files, clock, Ed25519Verifier())
    fresh = counter.receive("FRESH")
    report = counter.engine.sync_now()
    assert report.in_doubt == 0
    assert state(counter, lost) is State.RECEIVED
    assert state(counter, fresh) is State.RECEIVED
    with psycopg.connect(database) as connection:
        assert connection.execute(
            "SELECT count(*) FROM streams WHERE office = %s", (counter.office,)
        ).fetchone() == (2,)


def test_a_copy_whose_anchor_went_with_it_is_found_by_the_hash(
    new_counter: NewCounter, clock: SettableClock, database: str
) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    counter.store.close()
    copy = counter.folder.with_name("copy")
    shutil.copytree(counter.folder, copy)
    counter.reopen()
    counter.receive("FIRST")
    counter.engine.sync_now()
    counter.store.close()
    counter.folder = copy
    counter.reopen()
    counter.receive("SECOND")
    report = counter.engine.sync_now()
    assert report.in_doubt == 0
    with psycopg.connect(database) as connection:
        received = connection.execute(
            "SELECT count(*) FROM operations WHERE type = 'application.received' AND office = %s",
            (counter.office,),
        )
        assert received.fetchone() == (2,)
        assert connection.execute(
            "SELECT count(*) FROM streams WHERE office = %s", (counter.office,)
        ).fetchone() == (2,)


def test_a_device_that_is_not_enrolled_says_so(new_counter: NewCounter, clock: SettableClock) -> None:
    counter = Counter(new_counter().folder / "other", clock)
    with pytest.raises(Refused, match=r"sync\.not_enrolled"):
        counter.engine.sync_now()
    assert not counter.engine.status().enrolled
    counter.store.close()


def test_a_code_of_another_server_is_refused_before_anything_is_kept(
    new_counter: NewCounter, server: EmbeddedServer, clock: SettableClock
) -> None:
    counter = Counter(new_counter().folder / "other", clock)
    code = server.enrolment_code()
    foreign = code[:-4] + ("0000" if code[-4:] != "0000" else "1111")
    with pytest.raises(EnvironmentFault, match=r"sync\.not_our_server"):
        counter.engine.enrol(counter.actor("admin"), server.address, foreign)
    assert not counter.engine.status().enrolled
    counter.store.close()


def test_what_was_held_on_the_server_is_settled_once_it_is_released(new_counter: NewCounter) -> None:
    first = new_counter()
    first.engine.sync_now()
    second = new_counter(joins=first)
    second.engine.sync_now()
    case = first.receive()  # only on the first computer
    stored = first.store.read(lambda reader: reader.own_operations(reader.acknowledged().sequence, 10))
    keys = first.store.read(lambda reader: reader.all_learner_keys())
    second.store.write(lambda unit: unit.take_learner_keys(keys))
    carried = [one.data for one in stored]  # on a stick
    second.store.write(lambda unit: [unit.apply_stored(data) for data in carried])
    second.act("clerk", acts.ApplicationWithdrawn(case.application))
    report = second.engine.sync_now()
    assert report.in_doubt == 1
    assert [item.code for item in second.engine.items()] == ["application.unknown"]
    first.engine.sync_now()
    second.engine.sync_now()
    assert second.engine.items() == ()
    assert state(first, case) is State.WITHDRAWN


def test_the_clock_is_compared_with_the_servers(new_counter: NewCounter) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    first = counter.store.read(lambda reader: reader.setting(CLOCK_OFFSET))
    counter.engine.sync_now()
    assert isinstance(first, int)
    assert counter.store.read(lambda reader: reader.setting(CLOCK_OFFSET)) == first
