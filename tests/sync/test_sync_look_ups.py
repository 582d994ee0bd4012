"""People unknown here, on a real server: looked up, brought, posted to by two offices, met twice."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

import psycopg
import pytest

from creditbank_desktop.domain.disposals import DisposalItem, DisposalKind
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import ApplicationId, DisposalId, LearnerId, LineId
from creditbank_desktop.domain.learners import AccountState, LearnerProfile
from creditbank_desktop.domain.ledger import first_broken
from creditbank_desktop.domain.numbers import account_number
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.operations import privacy_bodies as privacy
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType, SkillCertificate
from creditbank_desktop.models.unchecked_learners import Unchecked, note_unchecked, unchecked
from creditbank_desktop.sync.face import CentralQuestion, Whereabouts
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.look_ups import MOST_AN_HOUR
from tests.sync.conftest import IDS, PROGRAMME, Case, Counter

NewCounter = Callable[..., Counter]
COUNT = itertools.count(1)


@dataclass(frozen=True)
class Person:
    number: str
    student: str

    @property
    def question(self) -> CentralQuestion:
        return CentralQuestion(DocumentKind.PASSPORT.value, self.number)


def somebody() -> Person:
    place = next(COUNT)
    return Person(f"Q{place:08d}", f"S{place:09d}")


def register(counter: Counter, who: Person, *, asked: bool = True) -> LearnerId:
    learner = LearnerId(IDS.new_id())
    profile = LearnerProfile("李示例", DocumentKind.PASSPORT, who.number, who.student)

    def work(unit):
        body = registry.LearnerRegistered(learner, PROGRAMME, 2025, "1", unit.next_account_number())
        unit.record(counter.actor("clerk"), body, learner=learner, personal=profile)
        if not asked:
            note_unchecked(unit, Unchecked(learner, counter.people["clerk"]))

    counter.store.write(work)
    return learner


def known(counter: Counter, learner: LearnerId):
    return counter.store.read(lambda reader: reader.learner(learner))


def posted(counter: Counter, clock: SettableClock, learner: LearnerId, number: str) -> None:
    """Let an application of ``learner`` run through ``counter`` until its credit is posted."""
    mine = file_of(counter, learner, number)
    counter.walk(mine)
    counter.engine.sync_now()
    clock.advance(timedelta(days=2))
    counter.engine.sync_now()
    counter.deliver(mine)
    counter.engine.sync_now()


def file_of(counter: Counter, learner: LearnerId, number: str) -> Case:
    case = Case(learner, ApplicationId(IDS.new_id()), LineId(IDS.new_id()))
    outcome = Outcome(
        OutcomeType.SKILL_CERTIFICATE,
        "Network engineer",
        SkillCertificate("Network engineer"),
        evidence_number=number,
        level="3",
    )

    def work(unit):
        received = acts.ApplicationReceived(
            case.application,
            learner,
            PROGRAMME,
            unit.next_receipt_number(),
            counter.today() + timedelta(days=60),
            (acts.RequestedLine(case.line, outcome.type),),
        )
        personal = acts.ReceivedPersonal({case.line: outcome})
        unit.record(counter.actor("clerk"), received, learner=learner, personal=personal)

    counter.store.write(work)
    return case


def balance(counter: Counter, learner: LearnerId) -> Decimal:
    head = counter.store.read(lambda reader: reader.account(learner))
    assert head is not None
    entries = counter.store.read(lambda reader: reader.ledger(learner))
    assert first_broken(learner, entries) is None
    assert (len(entries), sum(entry.credits for entry in entries)) == (head.entries, head.balance)
    return head.balance


def pair(new_counter: NewCounter) -> tuple[Counter, Counter]:
    one, other = new_counter(), new_counter()
    for counter in (one, other):
        counter.engine.sync_now()
    return one, other


def test_another_offices_learner_is_brought_with_number_and_key(
    new_counter: NewCounter, database: str
) -> None:
    home, asking = pair(new_counter)
    who = somebody()
    learner = register(home, who)
    home.engine.sync_now()
    found = asking.engine.look_up(asking.actor("clerk"), who.question)
    assert (found.where, found.learner) == (Whereabouts.BROUGHT, learner)
    assert ("learner", learner) in found.changes
    brought, there = known(asking, learner), known(home, learner)
    assert brought.profile == there.profile
    assert (brought.office, brought.account_number) == (home.office, there.account_number)
    by_student = asking.engine.look_up(asking.actor("clerk"), CentralQuestion("student_number", who.student))
    assert by_student.learner == learner
    lines = asking.store.read(lambda reader: reader.audit_rows(subject=("learner", learner)))
    assert "learner.looked_up" in [line.action for line in lines]
    with psycopg.connect(database) as connection:
        rows = connection.execute(
            "SELECT found, person FROM look_ups WHERE office = %s ORDER BY number", (asking.office,)
        ).fetchall()
        kept = connection.execute("SELECT mark FROM learner_marks").fetchall()
    assert rows == [("brought", asking.people["clerk"])] * 2
    assert all(who.number not in row[0] for row in kept)


def test_nobody_is_found_and_that_is_an_answer(new_counter: NewCounter) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    found = counter.engine.look_up(counter.actor("clerk"), somebody().question)
    assert (found.where, found.learner) == (Whereabouts.UNKNOWN, "")


def test_both_offices_post_to_one_account_and_both_hold_the_whole_chain(
    new_counter: NewCounter, clock: SettableClock
) -> None:
    home, asking = pair(new_counter)
    who = somebody()
    learner = register(home, who)
    posted(home, clock, learner, f"H{who.number}")
    assert balance(home, learner) == Decimal("3.0")
    asking.engine.look_up(asking.actor("clerk"), who.question)
    assert balance(asking, learner) == Decimal("3.0")
    posted(asking, clock, learner, f"A{who.number}")
    assert balance(asking, learner) == Decimal("6.0")
    # Home posts without having pulled what the other office led to.
    posted(home, clock, learner, f"I{who.number}")
    assert balance(home, learner) == Decimal("9.0")
    asking.engine.sync_now()
    assert balance(asking, learner) == Decimal("9.0")
    assert home.engine.status().held_here == asking.engine.status().held_here == 0


def test_what_home_changes_reaches_whoever_shares_the_learner(new_counter: NewCounter) -> None:
    home, asking = pair(new_counter)
    who = somebody()
    learner = register(home, who)
    home.engine.sync_now()
    asking.engine.look_up(asking.actor("clerk"), who.question)
    home.act("clerk", registry.AccountStateChanged(learner, AccountState.FROZEN, "doubts"))
    home.engine.sync_now()
    asking.engine.sync_now()
    assert known(asking, learner).account_state is AccountState.FROZEN


def test_who_is_disposed_of_at_home_is_gone_everywhere(new_counter: NewCounter) -> None:
    home, asking = pair(new_counter)
    who = somebody()
    learner = register(home, who)
    home.engine.sync_now()
    asking.engine.look_up(asking.actor("clerk"), who.question)
    file_of(asking, learner, "Y9")
    asking.engine.sync_now()
    disposal = DisposalId(IDS.new_id())
    items = (DisposalItem(DisposalKind.LEARNER, learner),)
    home.act("admin", privacy.DisposalProposed(disposal, "unused_accounts", "retention", home.today(), items))
    home.act("academic", privacy.DisposalDecided(disposal, True))
    home.act("admin", registry.LearnerDisposed(learner, "retention", disposal))
    home.engine.sync_now()
    asking.engine.sync_now()
    assert known(asking, learner).profile is None
    again = asking.engine.look_up(asking.actor("clerk"), who.question)
    assert again.where is Whereabouts.UNKNOWN


def test_who_was_registered_without_a_line_is_looked_up_at_the_next_sync(new_counter: NewCounter) -> None:
    home, asking = pair(new_counter)
    who = somebody()
    there = register(home, who)
    home.engine.sync_now()
    here = register(asking, who, asked=False)
    assert [one.learner for one in asking.store.read(unchecked)] == [here]
    asking.engine.sync_now()
    assert asking.store.read(unchecked) == ()
    (group,) = asking.store.read(lambda reader: reader.met_twice(10))
    assert {learner.learner for learner in group} == {here, there}


def test_one_person_on_two_devices_of_an_office_becomes_one_by_an_alias(new_counter: NewCounter) -> None:
    one = new_counter()
    one.engine.sync_now()
    other = new_counter(one)
    other.engine.sync_now()
    who = somebody()
    first, second = register(one, who), register(other, who)
    for counter in (one, other, one):
        counter.engine.sync_now()
    for counter in (one, other):
        (group,) = counter.store.read(lambda reader: reader.met_twice(10))
        assert {learner.learner for learner in group} == {first, second}
    one.act("clerk", registry.LearnerAliased(second, first, "one person"))
    for counter in (one, other):
        counter.engine.sync_now()
        assert counter.store.read(lambda reader: reader.met_twice(10)) == ()
        assert counter.store.read(lambda reader: reader.same_person(second)) == (first, second)


def test_who_is_no_clerk_may_not_ask_and_nobody_asks_without_end(
    new_counter: NewCounter, database: str, clock: SettableClock
) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    actor = counter.actor("clerk")
    with pytest.raises(Refused, match=r"actor\.role_missing"):
        counter.engine.look_up(replace(actor, roles=frozenset()), somebody().question)
    with psycopg.connect(database) as connection, connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO look_ups (office, device, person, found, learner, at)"
            " VALUES (%s, %s, %s, 'unknown', '', %s)",
            [(counter.office, counter.store.device, actor.person, clock.now())] * MOST_AN_HOUR,
        )
    with pytest.raises(Refused, match=r"look_up\.too_many"):
        counter.engine.look_up(actor, somebody().question)


def test_without_a_line_asking_says_so(new_counter: NewCounter, own_server: EmbeddedServer) -> None:
    counter = Counter(own_server.central.settings.data_folder / "counter", own_server.central.ports.clock)
    counter.open_office()
    code = own_server.enrolment_code(None)
    counter.engine.enrol(counter.actor("admin"), own_server.address, code)
    own_server.stop()
    with pytest.raises(EnvironmentFault, match=r"sync\.away"):
        counter.engine.look_up(counter.actor("clerk"), somebody().question)
    counter.store.close()


def test_numbers_run_out_say_so_and_the_next_sync_brings_more(new_counter: NewCounter) -> None:
    counter = new_counter()
    counter.engine.sync_now()
    (block,) = counter.store.read(lambda reader: reader.number_blocks())
    last = block.block.last
    # Somebody uses the whole block up without a line.
    learner = LearnerId(IDS.new_id())
    profile = LearnerProfile("李示例", DocumentKind.PASSPORT, somebody().number)
    number = account_number("10001", counter.today().year, "01", last)
    body = registry.LearnerRegistered(learner, PROGRAMME, 2025, "1", number)
    counter.store.write(
        lambda unit: unit.record(counter.actor("clerk"), body, learner=learner, personal=profile)
    )
    with pytest.raises(Refused, match=r"number_block\.exhausted"):
        register(counter, somebody())
    counter.engine.sync_now()
    register(counter, somebody())
    blocks = counter.store.read(lambda reader: reader.number_blocks())
    assert [state.block.first for state in blocks] == [block.block.first, last + 1]
