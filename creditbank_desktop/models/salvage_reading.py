"""Reads what can still be read of a damaged database, row by row where it must be.

A page that does not authenticate spoils the connection that meets it, and every query that walks over it. So
the row ids are gathered from the table and from its indexes, from both ends; then runs of rows are read, and
a run that cannot be read is halved until the unreadable rows stand alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.faults import CORRUPT, IO_ERROR, NOT_A_DATABASE, result_code

_TIMEOUT_MS = 5_000
_DAMAGE = (CORRUPT, NOT_A_DATABASE, IO_ERROR)
_LONGEST_RUN = 2_000


@dataclass(frozen=True, slots=True)
class TableLoss:
    """What could not be read of one table: how many rows, and the row ids of the first and last of them.

    ``is_complete`` is False when not even the number of rows is sure.
    """

    table: str
    read: int
    lost: int = 0
    first: int = 0
    last: int = 0
    is_complete: bool = True


class DamagedDatabase:
    """A database that is read as far as it goes; nothing is ever written to it."""

    def __init__(self, path: Path, data_key: bytes) -> None:
        """Read the file at ``path``, which nobody has open.

        Raises `EnvironmentFault` "salvage.nothing" when not even the list of tables can be read, and
        "salvage.missing" when there is no file.
        """
        if not path.is_file():
            raise EnvironmentFault("salvage.missing", path=str(path))
        self._path = path
        self._data_key = data_key
        self._connection: Any = None
        self.losses: dict[str, TableLoss] = {}
        found = self._ask("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not found:
            self.close()
            raise EnvironmentFault("salvage.nothing", path=str(path))
        self.tables = frozenset(str(name) for (name,) in found)

    def close(self) -> None:
        """Let the file go."""
        if self._connection is not None:
            with suppress(dbapi2.Error):
                self._connection.close()
            self._connection = None

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return every readable row of a table that has row ids, by column, in their order.

        What is missing stands in ``losses`` afterwards. An unknown table has no rows.
        """
        if table not in self.tables:
            self.losses[table] = TableLoss(table, 0)
            return []
        columns = [str(row[1]) for row in self._ask(f"PRAGMA table_info({table})") or ()]
        numbers, is_complete = self._numbers(table)
        found: list[dict[str, Any]] = []
        lost: list[int] = []
        for start in range(0, len(numbers), _LONGEST_RUN):
            self._read(table, columns, numbers[start : start + _LONGEST_RUN], found, lost)
        first, last = (lost[0], lost[-1]) if lost else (0, 0)
        self.losses[table] = TableLoss(table, len(found), len(lost), first, last, is_complete)
        return found

    def _read(
        self, table: str, columns: list[str], numbers: Sequence[int], found: list[Any], lost: list[int]
    ) -> None:
        if not numbers:
            return
        # A run looks at the row behind its end too, which may be the damaged one; a single row does not.
        run = (numbers[0], numbers[-1]) if len(numbers) > 1 else (numbers[0],)
        where = "BETWEEN ? AND ?" if len(numbers) > 1 else "= ?"
        rows = self._ask(f"SELECT {', '.join(columns)} FROM {table} WHERE rowid {where} ORDER BY rowid", run)
        if rows is not None and len(rows) >= len(numbers):
            found.extend(dict(zip(columns, row, strict=True)) for row in rows)
        elif len(numbers) == 1:
            lost.append(numbers[0])
        else:
            middle = len(numbers) // 2
            self._read(table, columns, numbers[:middle], found, lost)
            self._read(table, columns, numbers[middle:], found, lost)

    def _numbers(self, table: str) -> tuple[list[int], bool]:
        """Return the row ids, and whether any one walk came to its end."""
        sources = ["NOT INDEXED"]
        indexes = self._ask(f"PRAGMA index_list({table})") or ()
        sources += [f'INDEXED BY "{row[1]}"' for row in indexes if not row[4]]
        found: set[int] = set()
        for source in sources:
            for direction in ("ASC", "DESC"):
                order = "rowid" if source == "NOT INDEXED" else self._first_column(source)
                walk, ended = self._walk(f"SELECT rowid FROM {table} {source} ORDER BY {order} {direction}")
                found.update(walk)
                if ended:
                    return sorted(found | set(walk)), True
        return sorted(found), False

    def _first_column(self, source: str) -> str:
        name = source.split('"')[1]
        rows = self._ask(f'PRAGMA index_info("{name}")') or ()
        return ", ".join(str(row[2]) for row in rows[:1]) or "rowid"

    def _walk(self, statement: str) -> tuple[list[int], bool]:
        """Return the row ids up to the first page that cannot be read, and whether there was none."""
        found: list[int] = []
        try:
            for (number,) in self._opened().execute(statement):
                found.append(int(number))
        except dbapi2.DatabaseError as error:
            self._note(error)
            return found, False
        return found, True

    def _ask(self, statement: str, values: Sequence[Any] = ()) -> list[Any] | None:
        """Return the rows of a query, None when it met damage twice; once can be a single failed read."""
        for _ in range(2):
            try:
                return list(self._opened().execute(statement, tuple(values)).fetchall())
            except dbapi2.DatabaseError as error:
                self._note(error)
        return None

    def _opened(self) -> Any:
        if self._connection is None:
            self._connection = open_database(
                self._path, self._data_key, busy_timeout_ms=_TIMEOUT_MS, read_only=True
            )
        return self._connection

    def _note(self, error: dbapi2.DatabaseError) -> None:
        """Give up the connection that met damage; anything else is not ours to hide."""
        if result_code(error) not in _DAMAGE:
            raise error
        self.close()
