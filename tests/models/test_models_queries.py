"""Queues, duplicates, precedents and totals; and that each is served by an index."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection, event

from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.ids import ApplicationId, EntryId, LearnerId
from creditbank_desktop.domain.ledger import append as append_entry
from creditbank_desktop.domain.ledger import first_broken, reversal
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.outcomes import OutcomeType, duplicate_keys
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.application_queries import queue_key
from creditbank_desktop.models.learner_queries import learner_key
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.views import QueueFilter, QueueOrder
from tests.models.models_samples import IDS, RULE_SET, World

WAITING = QueueFilter((State.RECEIVED, State.ACCEPTED))


@pytest.fixture
def queued(world: World) -> World:
    """Return an office with 30 received and 11 accepted applications, promised on 7 different days."""
    learner = world.register()
    for place in range(41):
        key = world.receive(learner)
        if place % 4 == 3 or place == 0:
            world.do(Role.CLERK, acts.ApplicationAccepted(key, RULE_SET))
    return world


def pages(world: World, wanted: QueueFilter, size: int) -> list[str]:
    found: list[str] = []
    after = None
    while rows := world.store.read(lambda reader, key=after: reader.queue(wanted, key, size)):  # type: ignore[misc]
        found += [row.application for row in rows]
        after = queue_key(rows[-1], wanted)
    return found


@pytest.mark.parametrize("order", QueueOrder)
def test_pages_of_any_size_make_the_same_list(queued: World, order: QueueOrder) -> None:
    wanted = QueueFilter(WAITING.states, order)
    whole = queued.store.read(lambda reader: reader.queue(wanted, None, 100))
    assert len(whole) == 41
    assert [queue_key(row, wanted) for row in whole] == sorted(queue_key(row, wanted) for row in whole)
    for size in (1, 7, 40, 41):
        assert pages(queued, wanted, size) == [row.application for row in whole]


def test_block_keys_lead_to_every_block(queued: World) -> None:
    whole = queued.store.read(lambda reader: reader.queue(WAITING, None, 100))
    for every in (1, 10, 20, 41, 200):
        anchors = queued.store.read(lambda reader, n=every: reader.queue_anchors(WAITING, n))  # type: ignore[misc]
        blocks = [
            queued.store.read(lambda reader, key=key, n=every: reader.queue(WAITING, key, n))  # type: ignore[misc]
            for key in anchors
        ]
        assert all(blocks)
        assert tuple(row for block in blocks for row in block) == whole


def test_places_and_counts_agree_with_the_list(queued: World) -> None:
    def look(reader: Reader) -> None:
        whole = reader.queue(WAITING, None, 100)
        assert reader.queue_count(WAITING) == 41
        assert reader.state_counts() == {State.RECEIVED: 30, State.ACCEPTED: 11}
        assert [reader.queue_position(WAITING, row.application) for row in whole] == list(range(41))
        accepted = QueueFilter((State.ACCEPTED,))
        assert reader.queue_count(accepted) == 11
        assert reader.queue_position(accepted, reader.queue(WAITING, None, 1)[0].application) in (0, None)
        assert reader.queue_position(WAITING, ApplicationId("nobody")) is None
        last = max(row.promised_on for row in whole)
        assert reader.overdue_count(WAITING.states, last + timedelta(days=1)) == 41
        assert reader.overdue_count(WAITING.states, min(row.promised_on for row in whole)) == 0

    queued.store.read(look)


def test_learners_are_listed_by_account_number(world: World) -> None:
    learners = [world.register() for _ in range(25)]

    def look(reader: Reader) -> None:
        whole = reader.learner_page(None, 100)
        assert [hit.learner for hit in whole] == learners
        assert reader.learner_count() == 25
        assert reader.learner_position(learners[20]) == 20
        anchors = reader.learner_anchors(10)
        assert anchors == (None, learner_key(whole[9]), learner_key(whole[19]))
        assert reader.learner_page(anchors[2], 10) == whole[20:]

    world.store.read(look)


def test_a_row_shows_the_first_line_and_counts_all(world: World) -> None:
    learner = world.register("欧阳䶮")
    key = world.receive(learner)
    (row,) = world.store.read(lambda reader: reader.queue_rows((key,)))
    assert (row.name, row.title, row.type, row.lines) == (
        "欧阳䶮",
        "网络与信息安全管理员",
        OutcomeType.SKILL_CERTIFICATE,
        2,
    )
    assert world.store.read(lambda reader: reader.find_applications(row.receipt_number[:12].lower())) == (
        row,
    )
    found = world.store.read(lambda reader: reader.application_by_receipt(row.receipt_number))
    assert found == world.application(key)


def test_the_same_certificate_is_found_again_whoever_brings_it(world: World) -> None:
    outcome = world.outcome()
    first, second = world.register("张伟"), world.register("李强")
    one = world.receive(first, outcome)
    two = world.receive(second, outcome)
    keys = duplicate_keys(outcome)
    known = world.store.read(lambda reader: reader.duplicates(keys, excluding=two))
    assert {(item.duplicate_key, item.learner, item.application, item.is_live) for item in known} == {
        (key, first, one, True) for key in keys
    }
    world.do(Role.CLERK, acts.ApplicationWithdrawn(one))
    assert [item.is_live for item in world.store.read(lambda reader: reader.duplicates(keys, two))] == [
        False
    ] * 2


def test_precedents_are_decisions_on_the_same_title_and_level(world: World) -> None:
    learner = world.register()
    decided = world.receive(learner, world.outcome(title="网络与信息安全 管理员"))
    world.walk_to_recognised(decided)
    other_level = world.receive(learner, world.outcome(level="4"))
    world.walk_to_recognised(other_level)
    world.receive(learner, world.outcome())
    found = world.store.read(
        lambda reader: reader.precedents(OutcomeType.SKILL_CERTIFICATE, "网络与信息安全管理员", "3")
    )
    assert [item.application for item in found] == [decided]
    assert found[0].decision == world.application(decided).lines[0].decision


def test_totals_count_posted_and_pending_credits_of_the_whole_person(world: World) -> None:
    learner, double = world.register(), world.register()
    world.do(Role.REGISTRY_OFFICER, registry.LearnerAliased(double, learner))
    posted = world.receive(learner)
    world.walk_to_recognised(posted)
    world.deliver_and_post(posted)
    pending = world.receive(double, world.outcome(OutcomeType.MOOC))
    world.walk_to_recognised(pending)
    refused = world.receive(learner)
    world.walk_to_recognised(refused, LineResult.NOT_RECOGNISED)

    totals = world.store.read(lambda reader: reader.recognised_totals(learner))
    assert (totals.posted, totals.pending, totals.online) == (Decimal(6), Decimal(3), Decimal(6))
    assert totals.by_type == {OutcomeType.SKILL_CERTIFICATE: Decimal(3), OutcomeType.MOOC: Decimal(6)}
    assert totals.by_family == {"skill.0": Decimal(6), "skill.1": Decimal(3)}
    assert totals == world.store.read(lambda reader: reader.recognised_totals(double))
    without = world.store.read(lambda reader: reader.recognised_totals(learner, excluding=pending))
    assert (without.total, without.online) == (Decimal(6), Decimal(3))


def test_the_ledger_reads_back_whole_and_a_reversal_takes_credits_back(world: World) -> None:
    learner = world.register()
    key = world.receive(learner)
    world.walk_to_recognised(key)
    world.deliver_and_post(key)
    assert world.application(key).state is State.POSTED
    entries = world.store.read(lambda reader: reader.ledger(learner))
    head = world.store.read(lambda reader: reader.account(learner))
    assert head is not None
    assert first_broken(learner, entries) is None
    assert (head.entries, head.balance) == (2, Decimal(6))

    server = world.actors[Role.CENTRAL_SERVER].person
    back = reversal(entries[0], EntryId(IDS.new_id()), server, world.clock.now(), world.clock.today())
    placed, _ = append_entry(head, back)
    # Moments are stored to the millisecond, and hashes are made over what is stored.
    world.serve(registry.LedgerPosted(learner, (placed,)))
    again = world.store.read(lambda reader: reader.ledger(learner))
    assert first_broken(learner, again) is None
    totals = world.store.read(lambda reader: reader.recognised_totals(learner))
    assert totals.posted == Decimal(3)


def plans(world: World, work: Callable[[Reader], Any]) -> list[str]:
    """Return how SQLite would answer every statement that ``work`` runs."""
    found: list[str] = []

    def explained(reader: Reader) -> None:
        connection: Connection = reader._connection

        def before(conn: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.extend(row[3] for row in cursor.fetchall())

        event.listen(connection, "before_cursor_execute", before)
        work(reader)
        event.remove(connection, "before_cursor_execute", before)

    world.store.read(explained)
    return found


LEARNER = LearnerId("someone")
APPLICATION = ApplicationId("something")
AFTER = ("2026-03-01", "x")


@pytest.mark.parametrize(
    "work",
    [
        lambda reader: reader.find_learners("zhang"),
        lambda reader: reader.find_learners("5678"),
        lambda reader: reader.learners_by_student_number("1"),
        lambda reader: reader.learner_by_account("XF"),
        lambda reader: reader.learner_page(("a", "b"), 200),
        lambda reader: reader.same_person(LEARNER),
        lambda reader: reader.application(APPLICATION),
        lambda reader: reader.applications_of(LEARNER),
        lambda reader: reader.application_by_receipt("SL"),
        lambda reader: reader.find_applications("SL"),
        lambda reader: reader.queue(WAITING, AFTER, 200),
        lambda reader: reader.queue(QueueFilter((State.POSTED,), QueueOrder.RECEIVED), AFTER, 200),
        lambda reader: reader.queue_rows((APPLICATION,)),
        lambda reader: reader.duplicates(("a", "b")),
        lambda reader: reader.precedents(OutcomeType.MOOC, "title", "3"),
        lambda reader: reader.recognised_totals(LEARNER),
        lambda reader: reader.ledger(LEARNER),
        lambda reader: reader.papers_of(LEARNER),
        lambda reader: reader.own_operations(5, 10),
        lambda reader: reader.deliveries((APPLICATION,)),
        lambda reader: reader.audit_rows(100),
        lambda reader: reader.audit_rows(100, subject=("learner", "x")),
    ],
)
def test_no_question_reads_a_whole_table(filled: World, work: Callable[[Reader], Any]) -> None:
    # One row each: who this device is and where synchronisation stands.
    small = {"device_identity", "sync_state"}
    scans = [
        plan
        for plan in plans(filled, work)
        if (found := re.match(r"SCAN (\w+)", plan))
        and found.group(1) not in small
        and not found.group(1).startswith(("anon_", "CONSTANT"))
    ]
    assert scans == []


def test_merged_states_sort_only_the_rows_of_one_page(filled: World) -> None:
    steps = plans(filled, lambda reader: reader.queue(WAITING, AFTER, 200))
    before_sorting = [steps[place - 1] for place, step in enumerate(steps) if "TEMP B-TREE" in step]
    assert before_sorting
    # What is sorted is a limited inner list, never the table or its index.
    assert all(step.startswith("SCAN anon_") for step in before_sorting)


def test_a_page_of_one_state_is_never_sorted(filled: World) -> None:
    one = QueueFilter((State.RECEIVED,))
    assert [plan for plan in plans(filled, lambda r: r.queue(one, AFTER, 200)) if "TEMP" in plan] == []
    assert [plan for plan in plans(filled, lambda r: r.find_learners("z")) if "TEMP" in plan] == []
