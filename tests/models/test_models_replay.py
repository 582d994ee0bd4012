"""Replaying every operation into an empty store gives equal tables, also when a learner's key is gone."""

from __future__ import annotations

from pathlib import Path

from creditbank_desktop.models.replay import replay, table_digest, table_digests
from creditbank_desktop.models.store import Store
from tests.models.models_samples import DATA_KEY, World, dispose_of, fill, new_world


def replayed(world: World, folder: Path) -> dict[str, str]:
    target = Store.create(folder, DATA_KEY, world.identity, world.ports)
    try:
        count = replay(world.store, target)
        assert count == len(world.store.read(lambda reader: reader.all_operations(0, 10_000)))
        return table_digests(target)
    finally:
        target.close()


def test_a_filled_store_replays_into_equal_tables(filled: World, tmp_path: Path) -> None:
    assert replayed(filled, tmp_path / "copy") == table_digests(filled.store)


def test_digests_tell_stores_apart(filled: World, world: World) -> None:
    assert table_digest(filled.store) != table_digest(world.store)


def test_a_disposed_learner_is_gone_from_replays_and_from_every_table(tmp_path: Path) -> None:
    world = new_world(tmp_path / "store")
    try:
        applications = fill(world)
        learner = world.application(applications["posted"]).learner
        held = world.store.read(lambda reader: reader.account(learner))
        dispose_of(world, learner)

        assert replayed(world, tmp_path / "copy") == table_digests(world.store)
        left = world.store.read(lambda reader: reader.learner(learner))
        assert left is not None
        assert left.profile is None
        assert all(line.outcome is None for line in world.application(applications["posted"]).lines)
        assert world.store.read(lambda reader: reader.find_learners("曾敏敏")) == ()
        assert world.store.read(lambda reader: reader.papers_of(learner))[0].data is None
        # History stays whole: the balance and the entries are what they were.
        assert world.store.read(lambda reader: reader.account(learner)) == held
    finally:
        world.close()
