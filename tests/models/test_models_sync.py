"""What synchronisation relies on: pages of own operations, receipts, the feed, keys and files."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId, BlobHash, LearnerId, OperationId
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.operations.stream import GENESIS, StreamHead
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.replay import table_digests
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.sync_records import (
    Acknowledged,
    FeedCursor,
    FeedItem,
    LearnerKey,
    Receipt,
    ReceiptResult,
    Standing,
)
from creditbank_desktop.models.views import Delivery
from tests.models.models_samples import DATA_KEY, RULE_SET, World, dispose_of, fill, new_identity


def test_own_operations_chain_up_to_the_head(filled: World) -> None:
    head = StreamHead(filled.identity.device, filled.store.read(lambda reader: reader.incarnation()))
    after = 0
    while page := filled.store.read(lambda reader, start=after: reader.own_operations(start, 7)):  # type: ignore[misc]
        for stored in page:
            head = head.followed_by(stored.data)
            assert (stored.sequence, stored.head_hash) == (head.sequence, head.hash)
        after = page[-1].sequence
    assert head == filled.store.read(lambda reader: reader.stream_head())


def test_an_application_goes_from_saved_to_posted(world: World) -> None:
    key = world.receive(world.register())
    sent = world.store.read(lambda reader: reader.stream_head())

    def delivery() -> Delivery:
        return world.store.read(lambda reader: reader.deliveries((key,)))[key]

    assert delivery() is Delivery.SAVED
    world.store.write(lambda unit: unit.mark_sent(sent.sequence))
    assert delivery() is Delivery.SENT
    acknowledge(world, ReceiptResult.ACCEPTED)
    assert delivery() is Delivery.REGISTERED
    world.walk_to_recognised(key)
    assert delivery() is Delivery.SAVED
    world.deliver_and_post(key)
    acknowledge(world, ReceiptResult.DUPLICATE)
    assert delivery() is Delivery.POSTED


def acknowledge(world: World, result: ReceiptResult) -> None:
    stored = world.store.read(lambda reader: reader.own_operations(0, 1_000))
    receipts = [
        Receipt(one.operation, result, world.clock.now(), server_sequence=one.sequence) for one in stored
    ]
    confirmed = Acknowledged(stored[-1].sequence, stored[-1].head_hash)
    world.store.write(lambda unit: unit.save_receipts(receipts, confirmed))


def test_a_doubtful_answer_shows_until_a_better_one_comes(world: World) -> None:
    key = world.receive(world.register())
    operation = world.store.read(lambda reader: reader.own_operations(0, 1_000))[-1].operation
    held = Receipt(operation, ReceiptResult.HELD, world.clock.now(), "learner.unknown")
    written = world.store.write(lambda unit: unit.save_receipts([held]))
    assert ("application", key) in written.changes
    assert world.store.read(lambda reader: reader.deliveries((key,)))[key] is Delivery.IN_DOUBT
    assert [receipt.code for receipt in world.store.read(lambda reader: reader.receipts_in_doubt())] == [
        "learner.unknown"
    ]
    world.store.write(lambda unit: unit.save_receipts([held]))
    settled = dataclasses.replace(held, result=ReceiptResult.ACCEPTED, code="")
    world.store.write(lambda unit: unit.save_receipts([settled]))
    assert world.store.read(lambda reader: reader.receipts_in_doubt()) == ()
    assert world.store.read(lambda reader: reader.receipt(operation)) is not None


def test_the_outbox_tells_how_much_waits_and_since_when(world: World) -> None:
    world.register()
    head = world.store.read(lambda reader: reader.stream_head())
    status = world.store.read(lambda reader: reader.outbox_status())
    assert (status.saved, status.sent, status.in_doubt, status.last_contact_at) == (head.sequence, 0, 0, None)
    assert status.oldest_at is not None
    world.store.write(lambda unit: unit.mark_sent(head.sequence - 1))
    assert world.store.read(lambda reader: reader.outbox_status()).saved == 1
    acknowledge(world, ReceiptResult.ACCEPTED)
    status = world.store.read(lambda reader: reader.outbox_status())
    assert (status.saved, status.sent, status.oldest_at) == (0, 0, None)
    assert status.last_contact_at is not None


def test_an_acknowledgement_of_another_chain_is_a_fork(world: World) -> None:
    with pytest.raises(Refused, match=r"stream\.forked"):
        world.store.write(lambda unit: unit.save_receipts([], Acknowledged(2, "f" * 64)))
    assert world.store.read(lambda reader: reader.acknowledged()) == Acknowledged(0, GENESIS)


@pytest.fixture
def branch(filled: World, tmp_path: Path) -> Store:
    """Return the empty store of a second device of the same office."""
    identity = dataclasses.replace(new_identity(), office=filled.identity.office)
    return Store.create(tmp_path / "branch", DATA_KEY, identity, filled.ports)


def feed_of(world: World) -> list[FeedItem]:
    history = world.store.read(lambda reader: reader.all_operations(0, 10_000))
    return [FeedItem(number, one.data) for number, one in enumerate(history, start=1)]


def enrol_first(items: list[FeedItem]) -> list[FeedItem]:
    """Put the founder's enrolment first: his signature cannot be checked before it."""
    return [items[1], items[0], *items[2:]]


def test_a_second_device_comes_to_the_same_tables_through_the_feed(filled: World, branch: Store) -> None:
    try:
        keys = filled.store.read(lambda reader: reader.all_learner_keys())
        branch.write(lambda unit: unit.take_learner_keys(keys))
        items = enrol_first(feed_of(filled))
        for start in range(0, len(items), 10):
            page = items[start : start + 10]
            cursor = FeedCursor("epoch", page[-1].number)
            outcome = branch.write(lambda unit, one=page, end=cursor: unit.apply_feed_page(one, end)).value  # type: ignore[misc]
            assert (outcome.applied, outcome.held) == (len(page), ())
        assert branch.read(lambda reader: reader.feed_cursor()) == FeedCursor("epoch", items[-1].number)
        assert table_digests(branch) == table_digests(filled.store)
        again = branch.write(lambda unit: unit.apply_feed_page(items, FeedCursor("epoch", 99))).value
        assert (again.applied, again.known) == (0, len(items))
    finally:
        branch.close()


def test_what_comes_before_its_ground_waits_for_it(filled: World, branch: Store) -> None:
    try:
        keys = filled.store.read(lambda reader: reader.all_learner_keys())
        items = feed_of(filled)
        # Everything about the learners comes before the staff, and no key is here yet.
        staff = next(n for n, item in enumerate(items) if b'"type":"learner.registered"' in item.data)
        late = branch.write(lambda unit: unit.apply_feed_page(items[staff:], FeedCursor("e", 1))).value
        assert (late.applied, len(late.held)) == (0, len(items) - staff)
        first = branch.write(
            lambda unit: unit.apply_feed_page(enrol_first(items[:staff]), FeedCursor("e", 2))
        )
        assert first.value.applied == staff
        assert branch.read(lambda reader: reader.held_operations(Standing.REFUSED)) == ()
        assert branch.write(lambda unit: unit.take_learner_keys(keys)).value == len(keys)
        assert branch.read(lambda reader: reader.held_operations()) == ()
        digests, wanted = table_digests(branch), table_digests(filled.store)
        assert digests == wanted
    finally:
        branch.close()


def test_one_poisoned_operation_blocks_no_other(world: World) -> None:
    learner = world.register()
    key = world.receive(learner)
    good = world.server_operation(acts.ApplicationAccepted(key, RULE_SET))
    plain = json.loads(good)
    plain["header"]["operation"] = "forged"
    forged = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    refused = world.server_operation(acts.PublicityEnded(key))
    unknown = world.server_operation(acts.PublicityEnded(ApplicationId("not here")))
    wrong = [b"", b"{}", b"\xff", b'{"a":"\\ud800"}', good[:-1]]
    items = [FeedItem(n, data) for n, data in enumerate([forged, refused, unknown, *wrong, good], start=1)]
    outcome = world.store.write(lambda unit: unit.apply_feed_page(items, FeedCursor("e", 9))).value
    assert outcome.applied == 1
    assert world.application(key).state is State.ACCEPTED
    held = world.store.read(lambda reader: reader.held_operations())
    assert [(one.standing, one.code) for one in held[:3]] == [
        (Standing.QUARANTINED, "operation.signature"),
        (Standing.REFUSED, "application.wrong_state"),
        (Standing.WAITING, "application.unknown"),
    ]
    assert {(one.standing, one.code) for one in held[3:]} == {(Standing.QUARANTINED, "operation.malformed")}


def test_the_same_id_with_other_bytes_is_set_aside(world: World) -> None:
    learner = world.register()
    operation = IDS_OPERATION
    first = world.server_operation(registry.LearnerAliased(learner, learner), operation=operation)
    body = registry.NumberBlockAllotted(world.identity.device, world.identity.office, 2027, 1, 5)
    world.store.write(lambda unit: unit.apply_stored(world.server_operation(body, operation=operation)))
    world.store.write(lambda unit: unit.apply_feed_page([FeedItem(7, first)], FeedCursor("e", 7)))
    (held,) = world.store.read(lambda reader: reader.held_operations())
    assert (held.standing, held.code, held.operation) == (
        Standing.QUARANTINED,
        "operation.differs",
        operation,
    )


IDS_OPERATION = OperationId("01900000-0000-7000-8000-000000000001")


def test_a_destroyed_key_never_comes_back(world: World) -> None:
    learner = world.register()
    (key,) = world.store.read(lambda reader: reader.learner_keys_to_send([learner]))
    assert key.secret is not None
    dispose_of(world, learner)
    assert world.store.write(lambda unit: unit.take_learner_keys([key])).value == 0
    assert world.store.read(lambda reader: reader.learner_keys_to_send([learner])) == (
        LearnerKey(learner, None),
    )
    change = registry.ProfileChange({"phone": "1"})
    with pytest.raises(Refused, match=r"learner\.disposed"):
        world.do(Role.CLERK, registry.LearnerCorrected(learner, 2), learner=learner, personal=change)


def test_nothing_is_sealed_for_a_learner_whose_key_is_elsewhere(world: World) -> None:
    change = registry.ProfileChange({"phone": "1"})
    stranger = LearnerId("stranger")
    with pytest.raises(Refused, match=r"learner\.key_unknown"):
        world.do(Role.CLERK, registry.LearnerCorrected(stranger, 1), learner=stranger, personal=change)


def test_files_wait_to_be_sent_once_an_application_names_them(world: World) -> None:
    key = world.receive(world.register())
    named = [item.blob for item in world.application(key).evidence]
    assert {one.blob for one in world.store.read(lambda reader: reader.blobs_missing())} == set(named)
    world.store.write(lambda unit: unit.add_blob(named[0], 1234))
    world.store.write(lambda unit: unit.add_blob(BlobHash("0" * 64), 99))
    assert [one.blob for one in world.store.read(lambda reader: reader.blobs_to_send())] == [named[0]]
    status = world.store.read(lambda reader: reader.outbox_status())
    assert (status.files, status.file_bytes) == (1, 1234), "what no application names waits for nothing"
    world.store.write(lambda unit: unit.mark_blob_sent(named[0]))
    assert world.store.read(lambda reader: reader.blobs_to_send()) == ()


def test_posting_for_a_learner_who_is_not_here_waits(world: World, filled: World) -> None:
    fill(world)
    posted = filled.store.read(lambda reader: reader.all_operations(0, 10_000))
    postings = [one.data for one in posted if b'"type":"ledger.posted"' in one.data]
    assert postings
    items = [FeedItem(n, data) for n, data in enumerate(postings, start=1)]
    outcome = world.store.write(lambda unit: unit.apply_feed_page(items, FeedCursor("e", 9))).value
    assert [code for _, code in outcome.held] == ["person.unknown"] * len(postings)
