"""Writes rows of the tables that follow from the operations as they should be, past the guards of history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Table

from creditbank_desktop.models.triggers import APPEND_ONLY, trigger_name, trigger_statements

_CHANGED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "office": ("office", "office"),
        "person": ("person", "person"),
        "person_key": ("person", "person"),
        "device": ("device", "device"),
        "number_block": ("number_block", "block"),
        "learner": ("learner", "learner"),
        "learner_search_key": ("learner", "learner"),
        "ledger_entry": ("account", "account"),
        "account_head": ("account", "account"),
        "paper": ("paper", "paper"),
        "disposal": ("disposal", "disposal"),
        "reference_proposal": ("proposal", "proposal"),
    }
)
"""By table the kind under which screens hear of it, and the column with its id; others are parts of files."""


class TableRepair:
    """Puts rows right inside one write transaction; `finish` must be its last act.

    ``count``: rows written and removed; ``touched``: what screens hear of.
    """

    def __init__(self, connection: Connection) -> None:
        """Let foreign keys wait until the end of the transaction, because parents may come after children."""
        self._connection = connection
        self._unguarded: set[str] = set()
        self.count = 0
        self.touched: set[tuple[str, str]] = set()
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    def write(self, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
        """Put ``rows`` (values in the order of the columns) in the place of those with their keys."""
        if not rows:
            return
        self._unguard(table.name)
        names = [column.name for column in table.columns]
        keys = [column.name for column in table.primary_key]
        others = [f"{name} = excluded.{name}" for name in names if name not in keys]
        conflict = f"DO UPDATE SET {', '.join(others)}" if others else "DO NOTHING"
        statement = (
            f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
            f" ON CONFLICT ({', '.join(keys)}) {conflict}"
        )
        self._connection.exec_driver_sql(statement, list(rows))
        self._note(table, [dict(zip(names, row, strict=True)) for row in rows])

    def remove(self, table: Table, keys: Sequence[tuple[Any, ...]]) -> None:
        """Remove the rows with these primary keys."""
        if not keys:
            return
        self._unguard(table.name)
        names = [column.name for column in table.primary_key]
        where = " AND ".join(f"{name} = ?" for name in names)
        self._connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE {where}", list(keys))
        self._note(table, [dict(zip(names, key, strict=True)) for key in keys])

    def finish(self) -> None:
        """Put the guards back."""
        for statement in trigger_statements(sorted(self._unguarded)):
            self._connection.exec_driver_sql(statement)

    def _unguard(self, table: str) -> None:
        if table not in APPEND_ONLY or table in self._unguarded:
            return
        self._unguarded.add(table)
        for happening in ("update", "delete"):
            self._connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger_name(table, happening)}")

    def _note(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        self.count += len(rows)
        for row in rows:
            if table.name == "reference_item":
                known = "kind" in row and "key" in row
                self.touched.add(("reference", f"{row['kind']}/{row['key']}" if known else ""))
                continue
            kind, column = _CHANGED.get(table.name, ("application", "application"))
            self.touched.add((kind, str(row.get(column, ""))))
