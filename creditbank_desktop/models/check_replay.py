"""Checks the tables against their history: every operation takes effect again in an empty store beside it.

This is the slow part of a check, on demand: it takes about as long as the work itself took to write.
`rebuild_projections` then puts right what differs.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.models.changes import Written
from creditbank_desktop.models.check_findings import CheckProgress, StoreFinding
from creditbank_desktop.models.identity import StorePorts
from creditbank_desktop.models.projector import table_of
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.replay import CHUNK, PROJECTIONS
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.table_repair import TableRepair
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.models.views import HistoricOperation

MOST_NAMED = 20
"""Rows of one table that are named; more say no more."""

Row = tuple[Any, ...]
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Difference:
    """A row that is not what the history makes of it; None where one of the two has none."""

    key: Key
    kept: Row | None
    made: Row | None


def check_projections(
    source: Store, ports: StorePorts, progress: CheckProgress | None = None
) -> tuple[StoreFinding, ...]:
    """Return the rows that are not what the operations make of them.

    Codes: "replay.refused" (an operation is not allowed the second time), "replay.differs", "replay.missing",
    "replay.surplus". Operations and rows are read in one transaction, so that work may go on meanwhile. The
    empty store lies encrypted under a key of its own beside ``source`` and is removed. A cancelled check ends
    early. Raises `EnvironmentFault` as `Store` does.
    """
    watch = progress or CheckProgress()
    with _beside(source, ports) as target:
        return source.inspect(lambda reader: tuple(_findings(reader, target, watch)))


def rebuild_projections(
    source: Store,
    ports: StorePorts,
    note: Callable[[UnitOfWork, int], None],
    progress: CheckProgress | None = None,
) -> Written[int]:
    """Make every table what the operations make of it and return how many rows were put right.

    The long part runs beside the work; the rows are then written in one transaction, in which ``note`` is
    called with their number. Either all of it happens or nothing. Raises `Refused`: "rebuild.impossible"
    (count, operation) when an operation is not allowed the second time, so that the tables do not follow
    from the history, "rebuild.cancelled"; and `EnvironmentFault` as `Store` does.
    """
    watch = progress or CheckProgress()
    with _beside(source, ports) as target:
        last, refused = source.inspect(lambda reader: _replay(reader, target, watch))

        def work(unit: UnitOfWork) -> int:
            # What was done since the long part ended; nothing more can come while this transaction lasts.
            _last, later = _replay_behind(unit, target, last, watch)
            failed = [*refused, *later]
            if failed:
                raise Refused("rebuild.impossible", count=len(failed), operation=failed[0][0])
            count = _put_right(unit, target, watch)
            note(unit, count)
            return count

        return source.write(work)


@contextmanager
def _beside(source: Store, ports: StorePorts) -> Iterator[Store]:
    with tempfile.TemporaryDirectory(prefix="replay-", dir=source.folder) as folder:
        target = Store.create(Path(folder), ports.new_key(), source.identity, ports)
        try:
            yield target
        finally:
            target.close()


def _findings(reader: Reader, target: Store, watch: CheckProgress) -> Iterator[StoreFinding]:
    _last, refused = _replay(reader, target, watch)
    for order, code in refused:
        yield StoreFinding("replay.refused", "operation", str(order), code)
    for row in PROJECTIONS:
        if watch.cancelled:
            return
        table = table_of(row)
        watch.table = table.name
        differences = target.read(lambda made, table=table: _differences(reader, made, table))  # type: ignore[misc]
        yield from (_named(table, each) for each in differences[:MOST_NAMED])


def _replay(reader: Reader, target: Store, watch: CheckProgress) -> tuple[int, list[tuple[int, str]]]:
    """Return the place of the last operation replayed, and those that were refused with their codes."""
    watch.table, watch.done = "operation", 0
    watch.total = reader.operation_head().number
    return _replay_behind(reader, target, 0, watch)


def _replay_behind(
    reader: Reader, target: Store, last: int, watch: CheckProgress
) -> tuple[int, list[tuple[int, str]]]:
    refused: list[tuple[int, str]] = []
    keys = reader.all_learner_keys()
    target.write(lambda unit: unit.take_keys_for_replay(keys))
    while not watch.cancelled and (chunk := reader.all_operations(last, CHUNK)):
        refused += target.write(lambda unit, chunk=chunk: _apply(unit, chunk)).value  # type: ignore[misc]
        last = chunk[-1].local_order
        watch.done = last
    return last, refused


def _apply(unit: UnitOfWork, chunk: Sequence[HistoricOperation]) -> list[tuple[int, str]]:
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


def _put_right(unit: UnitOfWork, target: Store, watch: CheckProgress) -> int:
    repair = TableRepair(unit.connection)
    for row in PROJECTIONS:
        if watch.cancelled:
            raise Refused("rebuild.cancelled")
        table = table_of(row)
        watch.table = table.name
        differences = target.read(lambda made, table=table: _differences(unit, made, table))  # type: ignore[misc]
        repair.write(table, [each.made for each in differences if each.made is not None])
        repair.remove(table, [each.key for each in differences if each.made is None])
    repair.finish()
    for kind, key in sorted(repair.touched):
        unit.tell(kind, key)
    return repair.count


def _differences(reader: Reader, made_reader: Reader, table: Table) -> list[_Difference]:
    kept, made = _rows(reader, table), _rows(made_reader, table)
    keys = sorted(kept.keys() | made.keys(), key=lambda key: tuple(map(str, key)))
    return [_Difference(key, kept.get(key), made.get(key)) for key in keys if kept.get(key) != made.get(key)]


def _named(table: Table, difference: _Difference) -> StoreFinding:
    kept, made = difference.kept, difference.made
    # The account's search keys and names are personal: where a key is one, its row goes by the learner.
    key = difference.key[-1:] if table.name == "learner_search_key" else difference.key
    named = "/".join(part.hex()[:16] if isinstance(part, bytes) else str(part) for part in key)
    if kept is None or made is None:
        return StoreFinding("replay.missing" if kept is None else "replay.surplus", table.name, named)
    pairs = zip(table.columns, kept, made, strict=True)
    detail = ", ".join(column.name for column, one, other in pairs if one != other)
    return StoreFinding("replay.differs", table.name, named, detail)


def _rows(reader: Reader, table: Table) -> dict[Key, Row]:
    keys = [list(table.columns).index(column) for column in table.primary_key]
    statement = f"SELECT {', '.join(column.name for column in table.columns)} FROM {table.name}"
    return {
        tuple(row[key] for key in keys): tuple(row) for row in reader.connection.exec_driver_sql(statement)
    }
