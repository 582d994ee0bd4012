"""Inserts many rows of one table in one statement, their values in the form of the columns."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite

from creditbank_desktop.models.projection import Projection, Values

_DIALECT = sqlite.dialect()


class TableWriter:
    """The statement of one table and how values become its columns."""

    def __init__(self, table: Table) -> None:
        """Read the columns of ``table``."""
        columns = list(table.columns)
        names = ", ".join(column.name for column in columns)
        places = ", ".join("?" * len(columns))
        self.statement = f"INSERT INTO {table.name} ({names}) VALUES ({places})"
        self._pick = itemgetter(*(column.name for column in columns))
        forms = (column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) for column in columns)
        self._forms: list[tuple[int, Callable[[Any], Any]]] = [
            (place, form) for place, form in enumerate(forms) if form is not None
        ]
        self._keys = [place for place, column in enumerate(columns) if column.primary_key]
        self.rows: list[tuple[Any, ...]] = []

    def row(self, values: Values) -> tuple[Any, ...]:
        """Return ``values`` as the statement takes them."""
        row = list(self._pick(values))
        for place, form in self._forms:
            if row[place] is not None:
                row[place] = form(row[place])
        return tuple(row)

    def add(self, values: Values) -> None:
        """Let a row wait to be written."""
        self.rows.append(self.row(values))

    def key(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return the primary key of a row."""
        return tuple(row[place] for place in self._keys)

    def write(self, connection: Any) -> None:
        """Write what waits through a raw connection."""
        connection.executemany(self.statement, self.rows)
        self.rows.clear()


def main_values(projection: Projection) -> Values:
    """Return the columns of a new record's main row, as `write_projection` completes them."""
    if projection.append_only or projection.revision is not None:
        return projection.values
    return {**projection.values, "version": 1}
