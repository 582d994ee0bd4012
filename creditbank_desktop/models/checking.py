"""Checks a whole store (chains, signatures, receipts, accounts, numbers) and names the rows that are wrong.

`check_store` reads only. What it finds was changed behind the program's back, or damaged.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from creditbank_desktop.models.check_accounts import check_ledger, check_numbers
from creditbank_desktop.models.check_findings import (
    Answered,
    Bench,
    CheckPorts,
    CheckProgress,
    StoreFinding,
    TrustedServer,
)
from creditbank_desktop.models.check_operations import check_operations, check_people, check_streams
from creditbank_desktop.models.check_trail import Trail
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.triggers import trigger_texts

__all__ = [
    "Answered",
    "CheckPorts",
    "CheckProgress",
    "StoreFinding",
    "TrustedServer",
    "check_store",
]

_COUNTED = (
    "audit_checkpoint",
    "audit",
    "operation",
    "stream",
    "receipt",
    "server_answer",
    "ledger_entry",
    "audit_countersignature",
)


def check_store(
    reader: Reader, ports: CheckPorts, progress: CheckProgress | None = None
) -> Iterator[StoreFinding]:
    """Yield everything that does not hold; nothing for a whole store.

    Triggers of the append-only tables; checkpoints (device's signature, their own chain); the audit trail;
    operations (bytes, columns, chain, the person's signature); keys of people; the device's streams, against
    anchor and acknowledged place; receipts, against the server's signed answers; accounts, against the
    postings; numbers of papers; rows against checkpoints, countersignatures against the server's key.
    Consume it inside the transaction of ``reader``. A cancelled check ends early.
    """
    bench = Bench(reader.connection, reader.identity, ports, progress or CheckProgress())
    bench.progress.total = sum(_count(bench.connection, table) for table in _COUNTED)
    trail = Trail(bench)
    yield from _check_triggers(bench.connection)
    for part in (
        trail.read_checkpoints,
        trail.check_audit,
        lambda: check_operations(bench),
        lambda: check_people(bench),
        lambda: check_streams(bench),
        trail.check_receipts,
        lambda: check_ledger(bench),
        lambda: check_numbers(bench),
        trail.compare,
    ):
        if bench.progress.cancelled:
            return
        yield from part()


def _check_triggers(connection: Connection) -> Iterator[StoreFinding]:
    """Yield the triggers that are gone or were given another text."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    present = {row.name: row.sql for row in rows}
    for name, (table, text) in trigger_texts().items():
        if present.get(name) != text:
            yield StoreFinding("trigger.missing" if name not in present else "trigger.other", table, name)


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())
