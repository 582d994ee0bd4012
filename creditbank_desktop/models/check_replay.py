"""Checks the tables against their history: every operation takes effect again in an empty store beside it.

This is the slow part of a check, on demand: it takes about as long as the work itself took to write.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.models.check_findings import CheckProgress, StoreFinding
from creditbank_desktop.models.identity import StorePorts
from creditbank_desktop.models.projector import table_of
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.replay import CHUNK, PROJECTIONS
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.models.views import HistoricOperation

MOST_NAMED = 20
"""Rows of one table that are named; more say no more."""


def check_projections(
    source: Store, ports: StorePorts, progress: CheckProgress | None = None
) -> Iterator[StoreFinding]:
    """Yield the rows that are not what the operations make of them.

    Codes: "replay.refused" (an operation is not allowed the second time), "replay.differs", "replay.missing",
    "replay.surplus". The empty store lies encrypted under a key of its own beside ``source`` and is removed.
    Raises `EnvironmentFault` as `Store` does.
    """
    watch = progress or CheckProgress()
    with tempfile.TemporaryDirectory(prefix="replay-", dir=source.folder) as folder:
        target = Store.create(Path(folder), ports.new_key(), source.identity, ports)
        try:
            yield from _replay(source, target, watch)
            for row in PROJECTIONS:
                if watch.cancelled:
                    return
                watch.table = row.__tablename__
                yield from _compare(source, target, table_of(row))
        finally:
            target.close()


def _replay(source: Store, target: Store, watch: CheckProgress) -> Iterator[StoreFinding]:
    keys = source.read(lambda reader: reader.all_learner_keys())
    target.write(lambda unit: unit.take_keys_for_replay(keys))
    watch.table, watch.done = "operation", 0
    watch.total = source.read(lambda reader: reader.operation_head().number)
    last = 0
    while not watch.cancelled and (chunk := _behind(source, last)):
        for order, code in target.write(lambda unit, chunk=chunk: _apply(unit, chunk)).value:  # type: ignore[misc]
            yield StoreFinding("replay.refused", "operation", str(order), code)
        last = chunk[-1].local_order
        watch.done = last


def _behind(source: Store, last: int) -> tuple[HistoricOperation, ...]:
    return source.read(lambda reader: reader.all_operations(last, CHUNK))


def _apply(unit: UnitOfWork, chunk: tuple[HistoricOperation, ...]) -> list[tuple[int, str]]:
    refused = []
    for operation in chunk:
        try:
            unit.apply_stored(operation.data, operation.origin, operation.feed_number)
        except (Refused, EnvironmentFault) as failure:
            if isinstance(failure, EnvironmentFault) and not failure.code.startswith("vault."):
                raise
            refused.append((operation.local_order, failure.code))
        except ValueError:
            refused.append((operation.local_order, "operation.malformed"))
    return refused


def _compare(source: Store, target: Store, table: Table) -> Iterator[StoreFinding]:
    kept, made = source.read(lambda reader: _rows(reader, table)), target.read(lambda r: _rows(r, table))
    names = [column.name for column in table.columns]
    named = 0
    for key in sorted(kept.keys() | made.keys()):
        mine, theirs = kept.get(key), made.get(key)
        if mine == theirs:
            continue
        named += 1
        if named > MOST_NAMED:
            return
        if mine is None or theirs is None:
            code = "replay.missing" if mine is None else "replay.surplus"
            yield StoreFinding(code, table.name, key)
            continue
        differing = (name for name, one, other in zip(names, mine, theirs, strict=True) if one != other)
        yield StoreFinding("replay.differs", table.name, key, ", ".join(differing))


def _rows(reader: Reader, table: Table) -> dict[str, tuple[Any, ...]]:
    keys = [list(table.columns).index(column) for column in table.primary_key]
    statement = f"SELECT {', '.join(column.name for column in table.columns)} FROM {table.name}"
    # The account's search keys and names are personal: where a key is one, its row goes unnamed.
    personal = table.name == "learner_search_key"
    return {
        f"row {place}" if personal else "/".join(str(row[key]) for key in keys): tuple(row)
        for place, row in enumerate(reader.connection.exec_driver_sql(f"{statement} ORDER BY 1, 2"))
    }
