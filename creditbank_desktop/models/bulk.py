"""Writes many records into a store that nobody has open, by the same row translation as the projector.

For measuring and rehearsing with stores of full size: no operation, audit row or stream goes with the
records, so such a store is never to be synchronised. It is fast because nothing is flushed before the end and
because records that come in the order of time fill tables and indexes from one side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite

from creditbank_desktop.domain.operations.reducer import Record
from creditbank_desktop.models.database import open_database, use_write_ahead_log
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.operation_rows import LearnerKeyRow
from creditbank_desktop.models.projection import Projection, Values
from creditbank_desktop.models.projector import projection_of, table_of
from creditbank_desktop.models.row import TableRow

_CHUNK = 10_000
_CACHE_KIB = 200_000
_BUSY_TIMEOUT_MS = 5_000
_DIALECT = sqlite.dialect()
_KEPT_FOR_THE_END = ("learner_search_key", "duplicate_key")
"""Tables whose keys come in no order: sorted once, at the end."""


class BulkWriter:
    """Takes records and writes them in big steps; `finish` closes the file."""

    def __init__(self, folder: Path, data_key: bytes) -> None:
        """Open the database in ``folder``, which must be closed everywhere else.

        Raises `sqlcipher3.dbapi2.Error`.
        """
        path = folder / DATABASE_NAME
        self._connection = open_database(path, data_key, busy_timeout_ms=_BUSY_TIMEOUT_MS)
        self._tables: dict[str, _TableWriter] = {}
        for pragma in (
            "journal_mode = DELETE",
            "journal_mode = OFF",
            "synchronous = OFF",
            "secure_delete = OFF",
            f"cache_size = -{_CACHE_KIB}",
        ):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("BEGIN EXCLUSIVE")
        # Tables are written in steps of their own, so a row may come before the one that it refers to.
        self._connection.execute("PRAGMA defer_foreign_keys = ON")

    def add(self, record: Record) -> None:
        """Write a record that is not in the store yet."""
        projection = projection_of(record)
        self.add_row(projection.table, _main_values(projection))
        for row, children in projection.children.items():
            for values in children:
                self.add_row(row, values)

    def add_learner_key(self, learner: str, secret: bytes) -> None:
        """Keep the key (32 bytes) that seals a learner's personal fields."""
        self.add_row(LearnerKeyRow, {"learner": learner, "secret": secret, "destroyed_at": None})

    def add_row(self, row: type[TableRow], values: Values) -> None:
        """Write one row of any table."""
        table = table_of(row)
        writer = self._tables.get(table.name)
        if writer is None:
            writer = self._tables[table.name] = _TableWriter(table)
        writer.add(values)
        if len(writer.rows) >= _CHUNK and table.name not in _KEPT_FOR_THE_END:
            writer.write(self._connection)

    def finish(self) -> None:
        """Write what is left and close the file.

        Raises `sqlcipher3.dbapi2.IntegrityError` when a row refers to one that is not there.
        """
        try:
            for writer in self._tables.values():
                writer.rows.sort(key=writer.key)
                writer.write(self._connection)
            self._connection.execute("COMMIT")
            use_write_ahead_log(self._connection)
        finally:
            self._connection.close()


class _TableWriter:
    """The rows of one table that wait to be written, already in the form of the columns."""

    def __init__(self, table: Table) -> None:
        columns = list(table.columns)
        names = ", ".join(column.name for column in columns)
        places = ", ".join("?" * len(columns))
        self._statement = f"INSERT INTO {table.name} ({names}) VALUES ({places})"
        self._pick = itemgetter(*(column.name for column in columns))
        forms = (column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) for column in columns)
        self._forms: list[tuple[int, Callable[[Any], Any]]] = [
            (place, form) for place, form in enumerate(forms) if form is not None
        ]
        self._keys = [place for place, column in enumerate(columns) if column.primary_key]
        self.rows: list[tuple[Any, ...]] = []

    def add(self, values: Values) -> None:
        row = list(self._pick(values))
        for place, form in self._forms:
            if row[place] is not None:
                row[place] = form(row[place])
        self.rows.append(tuple(row))

    def key(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(row[place] for place in self._keys)

    def write(self, connection: Any) -> None:
        connection.executemany(self._statement, self.rows)
        self.rows.clear()


def _main_values(projection: Projection) -> Mapping[str, Any]:
    """Return the columns of the main row, as `write_projection` completes them."""
    if projection.append_only or projection.revision is not None:
        return projection.values
    return {**projection.values, "version": 1}
