"""History cannot be rewritten, not even by whoever talks to the database directly."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.exc import IntegrityError

from creditbank_desktop.domain.trail_heads import Countersignature, TrailVerdict, head_hash
from creditbank_desktop.models.audit_trail import first_broken_audit
from creditbank_desktop.models.sync_records import Receipt, ReceiptResult
from creditbank_desktop.models.triggers import APPEND_ONLY, trigger_names
from tests.models.models_samples import World, fill, new_world


def test_every_trigger_is_there(world: World) -> None:
    statement = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    found = world.store.read(lambda reader: reader._connection.exec_driver_sql(statement).scalars().all())
    assert set(found) == trigger_names()


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, lasting_threads: list[str]) -> Iterator[World]:
    """Return a filled office; whatever these tests try leaves it as it is."""
    lasting_threads.append("store-writer")
    world = new_world(tmp_path_factory.mktemp("history") / "store")
    fill(world)
    operation = world.store.read(lambda reader: reader.own_operations(0, 1))[0].operation
    receipt = Receipt(operation, ReceiptResult.ACCEPTED, world.clock.now())
    world.store.write(lambda unit: unit.save_receipts([receipt], signed=b"as it came"))
    checkpoint = world.store.write(lambda unit: unit.make_checkpoint()).value
    audit = checkpoint.head.audit
    said = Countersignature(
        world.store.device, head_hash(checkpoint.head), audit, TrailVerdict.SOUND, (), world.clock.now()
    )
    world.store.write(lambda unit: unit.save_countersignature(checkpoint.head.number, said, b"signed"))
    yield world
    world.close()


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_no_row_can_be_changed_or_deleted(full: World, table: str) -> None:
    column = {"ledger_entry": "note", "audit": "detail"}.get(table, "rowid")
    column = {"stream": "device", "ledger_entry": "number"}.get(table, column)
    for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
        with pytest.raises(IntegrityError, match=f"{table} is append-only"):
            full.store.write(lambda unit, run=statement: unit._connection.exec_driver_sql(run))  # type: ignore[misc]


def test_the_audit_trail_names_every_operation_and_holds_together(full: World) -> None:
    trail = full.store.read(lambda reader: reader.audit_trail())
    own = full.store.read(lambda reader: reader.own_operations(0, 10_000))
    assert [entry.operation for entry in trail] == [stored.operation for stored in own]
    assert first_broken_audit(trail) is None


def test_a_changed_or_missing_line_breaks_the_trail(full: World) -> None:
    import dataclasses

    trail = list(full.store.read(lambda reader: reader.audit_trail()))
    forged = dataclasses.replace(trail[4], person=trail[0].person, action="nothing")
    assert first_broken_audit([*trail[:4], forged, *trail[5:]]) == 5
    assert first_broken_audit([*trail[:4], *trail[5:]]) == 6


def test_reads_and_prints_are_audited_too(world: World) -> None:
    clerk = world.clerk
    world.store.write(
        lambda unit: unit.audit(clerk, "learner.viewed", ("learner", "one"), {"screen": "counter"})
    )
    (entry,) = world.store.read(lambda reader: reader.audit_rows(limit=1))
    assert (entry.action, entry.person, entry.subject, entry.detail) == (
        "learner.viewed",
        clerk.person,
        "one",
        '{"screen":"counter"}',
    )
