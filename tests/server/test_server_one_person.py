"""Accounts that were merged are one person's: an outcome is credited once to all of them together."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import psycopg
import pytest

from creditbank_desktop.domain.decisions import RuleReference, Target
from creditbank_desktop.domain.ids import LearnerId, OfficeId
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_server.bringing import bring
from creditbank_server.checking import check_server
from creditbank_server.clocks import SettableClock
from creditbank_server.database import migrate
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.office_work import OfficeWork
from creditbank_server.one_person import accounts_of, lock_accounts
from tests.server.office_desk import CREDITS, RULE, Case, OfficeDesk, codes, states, types_of

IN_ANOTHER_ACCOUNT = "posting.duplicate_of_person"


def recognised(desk: OfficeDesk, clock: SettableClock, *cases: Case) -> None:
    """Let the publicity of walked cases end on the server and take note of it."""
    desk.push()
    clock.advance(timedelta(days=2))
    desk.day += timedelta(days=2)
    ended = [kind for kind in types_of(desk.pull()) if kind == "application.publicity_ended"]
    assert len(ended) == len(cases)


def ready(
    desk: OfficeDesk,
    clock: SettableClock,
    *learners: LearnerId,
    numbers: tuple[str, ...] = (),
    credits: Decimal = CREDITS,
    rule: RuleReference = RULE,
) -> list[Case]:
    """Return a case of each learner that only has to be delivered, all for the same outcome."""
    numbers = numbers or ("Y000111",) * len(learners)
    cases = [desk.received(one, number) for one, number in zip(learners, numbers, strict=True)]
    for case in cases:
        desk.walk(case, credits, Target() if rule is not RULE else None, rule)
    recognised(desk, clock, *cases)
    return cases


def merge(desk: OfficeDesk, goes: LearnerId, stays: LearnerId) -> None:
    desk.write(registry.LearnerAliased(goes, stays, "one person"), "clerk")


def credited(database: str, *accounts: LearnerId) -> list[tuple[str, Decimal]]:
    with psycopg.connect(database) as connection:
        return connection.execute(
            "SELECT account, credits FROM ledger_entries WHERE account = ANY(%s) ORDER BY posted_at, number",
            (list(accounts),),
        ).fetchall()


def conflicts(database: str, case: Case) -> list[str]:
    with psycopg.connect(database) as connection:
        rows = connection.execute(
            "SELECT code FROM posting_conflicts WHERE application = %s ORDER BY found_at", (case.application,)
        )
        return [row[0] for row in rows]


def findings(server: EmbeddedServer, office: OfficeId) -> list[str]:
    with server.central.pool.connection() as connection:
        found = check_server(connection, server.central.ports)
        return [finding.code for finding in found if finding.office == office]


@pytest.mark.parametrize("remains", ["the account with credits", "the other account"])
def test_what_was_credited_before_a_merge_is_not_credited_again_after_it(
    desk: OfficeDesk, clock: SettableClock, database: str, remains: str
) -> None:
    one, other = desk.learner(), desk.learner()
    first, second = ready(desk, clock, one, other)
    desk.deliver(first)
    assert states(desk.push()) == ["accepted"]
    merge(desk, *((other, one) if remains == "the account with credits" else (one, other)))
    desk.deliver(second)
    answer = desk.push()
    assert states(answer) == ["accepted", "conflict"]
    assert codes(answer) == (
        ["posting.duplicate"] if remains == "the account with credits" else [IN_ANOTHER_ACCOUNT]
    )
    assert credited(database, one, other) == [(one, CREDITS)]
    assert conflicts(database, second) == codes(answer)
    assert "application.notified" in types_of(desk.pull())


def test_a_refusal_names_the_entry_and_the_account_that_hold_the_outcome(
    desk: OfficeDesk, clock: SettableClock, database: str
) -> None:
    one, other = desk.learner(), desk.learner()
    first, second = ready(desk, clock, one, other)
    desk.deliver(first)
    merge(desk, one, other)
    desk.deliver(second)
    [refused] = [result for result in desk.push().results if result.code]
    with psycopg.connect(database) as connection:
        row = connection.execute("SELECT entry FROM ledger_entries WHERE account = %s", (one,)).fetchone()
    assert row is not None
    assert dict(refused.params) == {"entry": row[0], "account": one}


def test_parted_accounts_are_two_people_again(desk: OfficeDesk, clock: SettableClock, database: str) -> None:
    one, other = desk.learner(), desk.learner()
    first, second = ready(desk, clock, one, other)
    desk.deliver(first)
    merge(desk, one, other)
    desk.write(registry.LearnerUnaliased(one, "two people after all"), "clerk")
    desk.deliver(second)
    assert states(desk.push()) == ["accepted"] * 4
    assert credited(database, one, other) == [(one, CREDITS), (other, CREDITS)]


def test_caps_count_all_accounts_of_a_person(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer, database: str
) -> None:
    reference = server.central.ports.reference
    version = reference.rule_set.versions[-1]
    capped = next(row for row in version.content.rules if row.cap_keys)
    rule = RuleReference(capped.rule, version.number, "1", "capped", version.content_hash)
    programme = reference.programme("530701", 2025)
    assert programme is not None
    one, other, stranger = desk.learner(), desk.learner(), desk.learner()
    credits = programme.total_credits / 2
    cases = ready(desk, clock, one, other, stranger, numbers=("N1", "N2", "N3"), credits=credits, rule=rule)
    desk.deliver(cases[0])
    merge(desk, one, other)
    for case in cases[1:]:
        desk.deliver(case)
    answer = desk.push()
    assert states(answer) == ["accepted", "accepted", "conflict", "accepted"]
    assert codes(answer) == ["posting.cap_exceeded"]
    assert credited(database, one, other, stranger) == [(one, credits), (stranger, credits)]


def test_merges_are_followed_from_one_account_to_the_next(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer, database: str
) -> None:
    a, b, c = (desk.learner() for _ in range(3))
    of_a, of_c, of_b = ready(desk, clock, a, c, b)
    desk.deliver(of_a)
    merge(desk, a, b)
    merge(desk, b, c)
    desk.deliver(of_c)
    answer = desk.push()
    assert (states(answer)[-1], codes(answer)) == ("conflict", [IN_ANOTHER_ACCOUNT])
    with psycopg.connect(database) as connection:
        assert accounts_of(connection, (a,)) == accounts_of(connection, (c,)) == tuple(sorted((a, b, c)))
    assert findings(server, desk.office) == []
    desk.write(registry.LearnerUnaliased(b, "two people after all"), "clerk")
    desk.deliver(of_b)
    answer = desk.push()
    assert codes(answer) == [IN_ANOTHER_ACCOUNT]
    assert credited(database, a, b, c) == [(a, CREDITS)]


def test_credits_go_to_the_last_account_of_a_chain(
    desk: OfficeDesk, clock: SettableClock, database: str
) -> None:
    a, b, c = (desk.learner() for _ in range(3))
    [case] = ready(desk, clock, a)
    merge(desk, a, b)
    merge(desk, b, c)
    desk.deliver(case)
    assert states(desk.push()) == ["accepted"] * 3
    assert credited(database, a, b, c) == [(c, CREDITS)]


def test_a_merge_of_two_accounts_that_hold_the_same_outcome_is_found_and_told(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer, database: str
) -> None:
    one, other = desk.learner(), desk.learner()
    cases = ready(desk, clock, one, other)
    for case in cases:
        desk.deliver(case)
    assert states(desk.push()) == ["accepted", "accepted"]
    merge(desk, one, other)
    answer = desk.push()
    assert (states(answer), codes(answer)) == (["conflict"], ["posting.credited_twice"])
    assert answer.results[0].feed_number > 0  # the merge itself stands
    assert credited(database, one, other) == [(one, CREDITS), (other, CREDITS)]  # nothing is taken back
    assert [conflicts(database, case) for case in cases] == [["posting.credited_twice"]] * 2
    assert findings(server, desk.office) == ["posting.credited_twice"]
    desk.write(acts.ApplicationRevoked(cases[0].application, "error"), "academic")
    assert states(desk.push()) == ["accepted"]
    assert findings(server, desk.office) == []


def test_two_outcomes_that_differ_are_no_finding(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer
) -> None:
    one, other = desk.learner(), desk.learner()
    cases = [desk.received(one, "N1"), desk.received(other, "N2", title="Welder")]
    for case in cases:
        desk.walk(case)
    recognised(desk, clock, *cases)
    for case in cases:
        desk.deliver(case)
    merge(desk, one, other)
    assert states(desk.push()) == ["accepted"] * 3
    assert findings(server, desk.office) == []


def test_two_devices_of_an_office_credit_a_person_once(
    desk: OfficeDesk, new_desk: Callable[..., OfficeDesk], clock: SettableClock, database: str
) -> None:
    one, other = desk.learner(), desk.learner()
    cases = ready(desk, clock, one, other)
    merge(desk, one, other)
    desk.push()
    second = new_desk(joins=desk)
    second.day = desk.day
    for device, case in zip((desk, second), cases, strict=True):
        device.deliver(case)
    with ThreadPoolExecutor(2, thread_name_prefix="push") as pool:
        answers = list(pool.map(OfficeDesk.push, (desk, second)))
    assert sorted(state for answer in answers for state in states(answer)) == ["accepted", "conflict"]
    assert len(credited(database, one, other)) == 1


@pytest.fixture
def two_offices(
    desk: OfficeDesk, new_desk: Callable[..., OfficeDesk], clock: SettableClock, server: EmbeddedServer
) -> tuple[OfficeDesk, Case, OfficeDesk, Case]:
    """Two offices with one case each for the same outcome; the second merged its record into the first's."""
    far = new_desk()
    far.open_office()
    one, other = desk.learner(), far.learner()
    cases = [desk.received(one), far.received(other)]
    for place, case in zip((desk, far), cases, strict=True):
        place.walk(case)
        place.push()
    with server.central.pool.connection() as connection:
        work = OfficeWork(connection, far.office, server.central.ports)
        work.lock()
        assert bring(work, desk.office, one) == one
        work.flush()
    clock.advance(timedelta(days=2))
    for place in (desk, far):
        place.day += timedelta(days=2)
        place.pull()
    return desk, cases[0], far, cases[1]


def test_two_offices_credit_a_person_once_though_they_post_at_once(
    two_offices: tuple[OfficeDesk, Case, OfficeDesk, Case], database: str
) -> None:
    near, first, far, second = two_offices
    merge(far, second.learner, first.learner)
    assert states(far.push()) == ["accepted"]
    near.deliver(first)
    far.deliver(second)
    with ThreadPoolExecutor(2, thread_name_prefix="push") as pool:
        answers = list(pool.map(OfficeDesk.push, (near, far)))
    assert sorted(state for answer in answers for state in states(answer)) == ["accepted", "conflict"]
    assert len(credited(database, first.learner, second.learner)) == 1


def test_a_merge_in_one_office_finds_what_the_other_office_credited(
    two_offices: tuple[OfficeDesk, Case, OfficeDesk, Case], database: str
) -> None:
    near, first, far, second = two_offices
    near.deliver(first)
    far.deliver(second)
    assert states(near.push()) == states(far.push()) == ["accepted"]
    merge(far, second.learner, first.learner)
    assert codes(far.push()) == ["posting.credited_twice"]
    assert conflicts(database, first) == conflicts(database, second) == ["posting.credited_twice"]


def test_locks_of_people_who_share_accounts_exclude_each_other_in_any_order(
    desk: OfficeDesk, database: str
) -> None:
    one, other = desk.learner(), desk.learner()
    merge(desk, one, other)
    desk.push()
    inside: list[str] = []
    both_began = threading.Barrier(2)

    def work(learner: LearnerId) -> None:
        with psycopg.connect(database) as connection:
            both_began.wait()
            for _ in range(20):
                with connection.transaction():
                    assert lock_accounts(connection, (learner,)) == tuple(sorted((one, other)))
                    inside.append(learner)
                    connection.execute("SELECT pg_sleep(0.001)")
                    assert inside.pop() == learner

    with ThreadPoolExecutor(2, thread_name_prefix="push") as pool:
        list(pool.map(work, (one, other)))
    assert inside == []


def test_a_push_that_the_database_broke_off_for_another_is_begun_again(
    desk: OfficeDesk, clock: SettableClock, database: str
) -> None:
    learner = desk.learner()
    [case] = ready(desk, clock, learner)
    desk.deliver(case)
    with psycopg.connect(database) as other, ThreadPoolExecutor(1, thread_name_prefix="push") as pool:
        other.execute("SET deadlock_timeout = '1h'")  # the push is the one to notice
        lock_accounts(other, (learner,))
        answer = pool.submit(desk.push)
        with psycopg.connect(database, autocommit=True) as watch:
            waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            while watch.execute(waiting).fetchone() == (0,):
                time.sleep(0.01)
        other.execute("SELECT 1 FROM offices WHERE office = %s FOR UPDATE", (desk.office,))
        other.commit()
        assert states(answer.result()) == ["accepted"]
    assert credited(database, learner) == [(learner, CREDITS)]


def test_merges_from_before_the_table_are_known_after_the_migration(
    own_server: EmbeddedServer, own_database: str
) -> None:
    desk = OfficeDesk(own_server.address)
    desk.enrol(own_server.enrolment_code())
    desk.open_office()
    a, b, c = (desk.learner() for _ in range(3))
    merge(desk, a, b)
    merge(desk, c, b)
    desk.write(registry.LearnerUnaliased(a, "two people after all"), "clerk")
    assert set(states(desk.push())) == {"accepted"}
    desk.close()
    own_server.stop()
    everything = "SELECT * FROM account_aliases"
    with psycopg.connect(own_database) as connection:
        before = connection.execute(everything).fetchall()
        connection.execute("DROP TABLE account_aliases")
        connection.execute("UPDATE alembic_version SET version_num = '0006'")
    migrate(own_database)
    with psycopg.connect(own_database) as connection:
        after = connection.execute(everything).fetchall()
    assert [row[:3] for row in after] == [(desk.office, c, b)]
    assert after == before
