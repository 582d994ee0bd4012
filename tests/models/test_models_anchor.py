"""An older or foreign copy of the database is noticed, even offline, and never continues the old stream."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from creditbank_desktop.models.anchor import ANCHOR_NAME, read_anchor
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.sync_records import Acknowledged, Receipt, ReceiptResult
from tests.models.models_samples import DATA_KEY, World


def reopen(world: World) -> Store:
    world.store.close()
    world.store = Store.open(world.store.folder, DATA_KEY, world.ports)
    return world.store


def codes(store: Store) -> list[str]:
    return [finding.code for finding in store.findings]


def test_the_anchor_follows_every_commit(world: World) -> None:
    world.register()
    anchor = read_anchor(world.store.folder)
    assert anchor is not None
    assert anchor.head == world.store.read(lambda reader: reader.stream_head())
    assert codes(reopen(world)) == []


def test_a_restored_older_database_begins_a_new_stream(world: World, tmp_path: Path) -> None:
    world.register()
    old = tmp_path / "old.db"
    world.store.back_up(old)
    world.register()
    before = world.store.read(lambda reader: reader.stream_head())
    world.store.close()
    shutil.copy(old, world.store.folder / DATABASE_NAME)
    for name in ("-wal", "-shm"):
        (world.store.folder / (DATABASE_NAME + name)).unlink(missing_ok=True)

    store = reopen(world)
    assert codes(store) == ["store.rolled_back"]
    after = store.read(lambda reader: reader.stream_head())
    assert after.incarnation != before.incarnation
    assert codes(reopen(world)) == []


def test_the_new_stream_carries_every_unsettled_operation_with_its_old_bytes(world: World) -> None:
    world.register()
    stored = world.store.read(lambda reader: reader.own_operations(0, 1_000))
    settled = Receipt(stored[0].operation, ReceiptResult.ACCEPTED, world.clock.now())
    doubtful = Receipt(stored[1].operation, ReceiptResult.HELD, world.clock.now())
    world.store.write(
        lambda unit: unit.save_receipts([settled, doubtful], Acknowledged(2, stored[1].head_hash))
    )
    world.store.write(lambda unit: unit.begin_incarnation())
    again = world.store.read(lambda reader: reader.own_operations(0, 1_000))
    assert [(one.operation, one.data) for one in again] == [(one.operation, one.data) for one in stored[1:]]
    assert [one.sequence for one in again] == list(range(1, len(stored)))
    assert world.store.read(lambda reader: reader.acknowledged()) == Acknowledged()


def test_a_copy_without_its_anchor_begins_a_new_stream(world: World, tmp_path: Path) -> None:
    world.register()
    world.store.close()
    clone = tmp_path / "clone"
    clone.mkdir()
    shutil.copy(world.store.folder / DATABASE_NAME, clone / DATABASE_NAME)
    store = Store.open(clone, DATA_KEY, world.ports)
    try:
        assert codes(store) == ["store.anchor_missing"]
    finally:
        store.close()


def test_a_crash_between_commit_and_anchor_is_no_rollback(world: World) -> None:
    anchor = (world.store.folder / ANCHOR_NAME).read_bytes()
    world.register()
    world.store.close()
    (world.store.folder / ANCHOR_NAME).write_bytes(anchor)
    assert codes(reopen(world)) == []


def test_a_commit_stands_when_the_anchor_cannot_be_written(world: World) -> None:
    (world.store.folder / f"{ANCHOR_NAME}.new").mkdir()
    learner = world.register()
    assert world.store.read(lambda reader: reader.learner(learner)) is not None
    assert codes(world.store) == ["store.anchor_unwritten"]


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"device": 1}', "\x00"])
def test_an_unreadable_anchor_counts_as_missing(tmp_path: Path, content: str) -> None:
    (tmp_path / ANCHOR_NAME).write_text(content)
    assert read_anchor(tmp_path) is None
