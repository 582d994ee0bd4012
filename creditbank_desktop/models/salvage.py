"""Builds a new store from what can be read of a damaged one.

The operations are replayed, so that the records follow from them again; what no operation carries is copied.
What is missing comes back with the next synchronisation, as far as the server has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.exc import IntegrityError

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import DeviceId, OfficeId
from creditbank_desktop.models.identity import DeviceIdentity, StorePorts
from creditbank_desktop.models.ledger_rows import (
    BlobRow,
    DocumentCounterRow,
    DraftRow,
    SettingRow,
    VoidedNumberRow,
)
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.operation_rows import (
    OWN,
    AuditCheckpointRow,
    AuditCountersignatureRow,
    AuditRow,
    HeldRow,
    ReceiptRow,
    ServerAnswerRow,
)
from creditbank_desktop.models.projector import table_of
from creditbank_desktop.models.row import TableRow
from creditbank_desktop.models.salvage_reading import DamagedDatabase, TableLoss
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.sync_records import FeedItem, LearnerKey
from creditbank_desktop.models.unit_of_work import UnitOfWork

_CHUNK = 200
_COPIED: tuple[type[TableRow], ...] = (
    ServerAnswerRow,
    ReceiptRow,
    AuditRow,
    DraftRow,
    SettingRow,
    DocumentCounterRow,
    VoidedNumberRow,
    BlobRow,
    HeldRow,
)
_PROOFS: tuple[type[TableRow], ...] = (AuditCheckpointRow, AuditCountersignatureRow)
"""They vouch for rows by number, so they hold only where none is missing."""
_PROVEN = ("operation", "receipt", "audit")


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it: operations that took effect, those that wait for something that is missing, and what
    could not be read, by table. Nothing in it is personal.
    """

    replayed: int
    waiting: int
    copied: int
    losses: tuple[TableLoss, ...]

    @property
    def lost(self) -> int:
        """Return how many rows could not be read."""
        return sum(loss.lost for loss in self.losses)


def salvage(damaged: Path, folder: Path, data_key: bytes, ports: StorePorts) -> Salvaged:
    """Read the database in the folder ``damaged``, which nobody has open, and make a new store in ``folder``.

    The new store is the same device's under the same 32-byte key; it begins a new stream, numbers papers
    under a new code and fetches before it sends, as one that continues a copy. ``damaged`` stays as it is.
    Raises `EnvironmentFault` "salvage.missing", "salvage.nothing" (its head is damaged), "salvage.no_device"
    (it cannot be told whose store it was), and as `Store.create`.
    """
    source = DamagedDatabase(damaged / DATABASE_NAME, data_key)
    try:
        identity = _identity(source)
        store = Store.create(folder, data_key, identity, ports)
        try:
            return _fill(source, store)
        finally:
            store.close()
    finally:
        source.close()


def _identity(source: DamagedDatabase) -> DeviceIdentity:
    rows = source.rows("device_identity")
    if not rows:
        raise EnvironmentFault("salvage.no_device")
    row = rows[0]
    return DeviceIdentity(
        DeviceId(row["device"]),
        OfficeId(row["office"]),
        row["name"],
        row["code"],
        row["signing_seed"],
        row["box_key"],
    )


def _fill(source: DamagedDatabase, store: Store) -> Salvaged:
    keys = [LearnerKey(row["learner"], row["secret"]) for row in source.rows("learner_key")]
    store.write(lambda unit: unit.take_keys_for_replay(keys))
    operations = source.rows("operation")
    replayed = waiting = 0
    for start in range(0, len(operations), _CHUNK):
        done, held = store.write(_replaying(operations[start : start + _CHUNK])).value
        replayed, waiting = replayed + done, waiting + held
    copied = sum(store.write(_copying(row, source.rows(table_of(row).name))).value for row in _COPIED)
    for row in _PROOFS:
        found = source.rows(table_of(row).name)
        if all(source.losses[name].lost == 0 and source.losses[name].is_complete for name in _PROVEN):
            copied += store.write(_copying(row, found)).value
    resumed = store.write(lambda unit: unit.resume_held()).value
    losses = tuple(loss for _name, loss in sorted(source.losses.items()))
    result = Salvaged(replayed + resumed, waiting - resumed, copied, losses)

    def go_on(unit: UnitOfWork) -> None:
        unit.continue_copy()
        detail = {"operations": result.replayed, "lost": result.lost, "waiting": result.waiting}
        unit.audit_program("store.salvaged", ("device", unit.identity.device), detail)

    store.write(go_on)
    return result


def _replaying(rows: Iterable[Mapping[str, Any]]) -> Callable[[UnitOfWork], tuple[int, int]]:
    def work(unit: UnitOfWork) -> tuple[int, int]:
        done = held = 0
        for row in rows:
            data, feed_number = bytes(row["data"]), int(row.get("feed_number") or 0)
            try:
                with unit.connection.begin_nested():
                    done += unit.apply_stored(data, str(row.get("origin") or OWN), feed_number)
            except (Refused, ValueError, IntegrityError) as refused:
                code = refused.code if isinstance(refused, Refused) else "operation.malformed"
                unit.hold(FeedItem(feed_number, data), code)
                held += 1
        return done, held

    return work


def _copying(row: type[TableRow], found: list[dict[str, Any]]) -> Callable[[UnitOfWork], int]:
    """Return what writes the rows as they were; those that are there already stay."""
    table = table_of(row)
    # What waits was numbered anew; everything else keeps its numbers, which chains and papers name.
    unwanted = {"held"} if row is HeldRow else set()
    names = {column.name for column in table.columns} - unwanted

    def work(unit: UnitOfWork) -> int:
        copied = 0
        for values in found:
            known = {name: value for name, value in values.items() if name in names}
            places = ", ".join("?" * len(known))
            statement = f"INSERT OR IGNORE INTO {table.name} ({', '.join(known)}) VALUES ({places})"
            copied += unit.connection.exec_driver_sql(statement, tuple(known.values())).rowcount
        return copied

    return work
