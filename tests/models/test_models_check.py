"""A store that nobody tampered with is whole, and its tables are what its operations make of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.models.anchor import read_anchor
from creditbank_desktop.models.check_findings import CheckPorts, CheckProgress
from creditbank_desktop.models.check_replay import check_projections, rebuild_projections
from creditbank_desktop.models.checking import check_store
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.replay import table_digests
from creditbank_desktop.models.store import Store
from creditbank_desktop.vault.keys import Ed25519Verifier
from tests.models.models_samples import DATA_KEY, World, fill, new_world


def test_a_filled_store_is_whole_and_its_tables_follow_from_it(filled: World) -> None:
    progress = CheckProgress()
    anchor = read_anchor(filled.store.folder)
    ports = CheckPorts(Ed25519Verifier(), anchor=anchor)
    found = filled.store.inspect(lambda reader: tuple(check_store(reader, ports, progress)))
    assert found == ()
    assert progress.done == progress.total > 0
    assert check_projections(filled.store, filled.ports) == ()
    assert not list(filled.store.folder.glob("replay-*"))


def test_a_cancelled_check_ends(filled: World) -> None:
    progress = CheckProgress()
    progress.cancel()
    ports = CheckPorts(Ed25519Verifier())
    assert filled.store.inspect(lambda reader: tuple(check_store(reader, ports, progress))) == ()
    assert progress.done == 0


def test_a_table_that_was_changed_is_named(world: World) -> None:
    learner = world.register()
    world.store.close()
    raw = open_database(world.store.folder / DATABASE_NAME, DATA_KEY, busy_timeout_ms=1_000)
    raw.execute("UPDATE learner SET class_name = 'another'")
    raw.execute("UPDATE number_block SET last = last + 1")
    raw.close()
    world.store = Store.open(world.store.folder, DATA_KEY, world.ports)
    found = {(one.code, one.table, one.detail) for one in check_projections(world.store, world.ports)}
    assert found == {
        ("replay.differs", "learner", "class_name"),
        ("replay.differs", "number_block", "last"),
    }
    assert learner in {one.key for one in check_projections(world.store, world.ports)}


def test_tables_that_were_changed_are_rebuilt_from_the_history(tmp_path: Path) -> None:
    world = new_world(tmp_path / "store")
    fill(world)
    wanted = table_digests(world.store)
    world.store.close()
    raw = open_database(world.store.folder / DATABASE_NAME, DATA_KEY, busy_timeout_ms=1_000)
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("DROP TRIGGER ledger_entry_refuses_update")
    raw.execute("UPDATE ledger_entry SET credits = '9'")
    raw.execute("UPDATE learner SET class_name = 'another'")
    raw.execute("DELETE FROM outcome_line")
    raw.execute("DELETE FROM application WHERE application = (SELECT max(application) FROM application)")
    raw.execute("INSERT INTO person_key (person, public_key) SELECT person, x'00' FROM person LIMIT 1")
    raw.close()
    world.store = Store.open(world.store.folder, DATA_KEY, world.ports)
    codes = {one.code for one in check_projections(world.store, world.ports)}
    assert codes == {"replay.differs", "replay.missing", "replay.surplus"}
    noted: list[int] = []
    rebuilt = rebuild_projections(world.store, world.ports, lambda _unit, count: noted.append(count))
    assert [rebuilt.value] == noted != [0]
    assert {kind for kind, _key in rebuilt.changes} >= {"account", "learner", "application", "person"}
    assert check_projections(world.store, world.ports) == ()
    assert table_digests(world.store) == wanted
    ports = CheckPorts(Ed25519Verifier(), anchor=read_anchor(world.store.folder))
    assert world.store.inspect(lambda reader: tuple(check_store(reader, ports))) == ()
    assert rebuild_projections(world.store, world.ports, lambda _unit, count: None).value == 0
    world.close()


def test_work_goes_on_while_tables_are_compared(world: World) -> None:
    class Watch(CheckProgress):
        """Registers a learner in the middle of the check."""

        registered = False

        @property
        def cancelled(self) -> bool:
            if not self.registered and self.done:
                self.registered = True
                world.register()
            return False

    watch = Watch()
    assert check_projections(world.store, world.ports, watch) == ()
    assert watch.registered
    watch = Watch()
    assert rebuild_projections(world.store, world.ports, lambda _unit, count: None, watch).value == 0


def test_a_rebuilding_that_was_stopped_changes_nothing(world: World) -> None:
    progress = CheckProgress()
    progress.cancel()
    before = table_digests(world.store)
    with pytest.raises(Refused, match="cancelled"):
        rebuild_projections(world.store, world.ports, lambda _unit, count: None, progress)
    assert table_digests(world.store) == before


def test_a_trigger_that_is_gone_is_named(world: World) -> None:
    world.store.close()
    raw = open_database(world.store.folder / DATABASE_NAME, DATA_KEY, busy_timeout_ms=1_000)
    raw.execute("DROP TRIGGER audit_refuses_delete")
    raw.close()
    world.store = Store.open(world.store.folder, DATA_KEY, world.ports)
    (found,) = world.store.inspect(lambda reader: tuple(check_store(reader, CheckPorts(Ed25519Verifier()))))
    assert (found.code, found.table, found.key) == ("trigger.missing", "audit", "audit_refuses_delete")
