"""Writes many records into a store that nobody has open, by the same row translation as the projector.

For measuring and rehearsing with stores of full size: no operation, audit row or stream goes with the
records, so such a store is never to be synchronised. It is fast because nothing is flushed before the end and
because records that come in the order of time fill tables and indexes from one side.
"""

from __future__ import annotations

from pathlib import Path

from creditbank_desktop.domain.operations.reducer import Record
from creditbank_desktop.models.database import open_database, use_write_ahead_log
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.models.operation_rows import LearnerKeyRow
from creditbank_desktop.models.projection import Values
from creditbank_desktop.models.projector import projection_of, table_of
from creditbank_desktop.models.row import TableRow
from creditbank_desktop.models.table_writer import TableWriter, main_values

_CHUNK = 10_000
_CACHE_KIB = 200_000
_BUSY_TIMEOUT_MS = 5_000
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
        self._tables: dict[str, TableWriter] = {}
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
        self.add_row(projection.table, main_values(projection))
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
            writer = self._tables[table.name] = TableWriter(table)
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
