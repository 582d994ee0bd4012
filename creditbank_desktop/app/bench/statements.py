"""Takes down every statement that the writing connection executes, and executes it again elsewhere.

So the same work can be done to an encrypted and to a plain database, though the program itself never opens a
plain one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, event

_BEGIN = "BEGIN IMMEDIATE"
_SAVING = ("SAVEPOINT", "RELEASE", "ROLLBACK TO")


@dataclass(slots=True)
class Transaction:
    """The statements of one transaction with their parameters; ``many`` where these are rows."""

    statements: list[tuple[str, Any, bool]] = field(default_factory=list)
    committed: bool = False

    def execute_on(self, connection: Any) -> None:
        """Do the same on a raw connection and commit."""
        connection.execute(_BEGIN)
        for statement, parameters, many in self.statements:
            if many:
                connection.executemany(statement, parameters)
            else:
                connection.execute(statement, parameters or ()).fetchall()
        connection.execute("COMMIT")


@contextmanager
def taken_down() -> Iterator[list[Transaction]]:
    """Lend a list that grows by every transaction that writes, while the block lasts."""
    found: list[Transaction] = []
    under_way: dict[int, Transaction] = {}

    def on_execute(
        connection: Connection, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        key = id(connection.connection.dbapi_connection)
        if statement == _BEGIN:
            under_way[key] = Transaction()
        elif key in under_way and not statement.startswith(_SAVING):
            under_way[key].statements.append((statement, parameters, many))

    def on_commit(connection: Connection) -> None:
        ended = under_way.pop(id(connection.connection.dbapi_connection), None)
        if ended is not None:
            ended.committed = True
            found.append(ended)

    def on_rollback(connection: Connection) -> None:
        under_way.pop(id(connection.connection.dbapi_connection), None)

    heard: tuple[tuple[str, Callable[..., None]], ...] = (
        ("before_cursor_execute", on_execute),
        ("commit", on_commit),
        ("rollback", on_rollback),
    )
    for name, listener in heard:
        event.listen(Engine, name, listener)
    try:
        yield found
    finally:
        for name, listener in heard:
            event.remove(Engine, name, listener)
