"""Triggers that keep history append-only, whatever the program above them does."""

from __future__ import annotations

from collections.abc import Iterable

APPEND_ONLY = (
    "operation",
    "stream",
    "receipt",
    "server_answer",
    "ledger_entry",
    "audit",
    "audit_checkpoint",
    "audit_countersignature",
)
_EVENTS = ("update", "delete")


def trigger_name(table: str, happening: str) -> str:
    """Return the name of the trigger that refuses ``happening`` on ``table``."""
    return f"{table}_refuses_{happening}"


def trigger_statements(tables: Iterable[str] = APPEND_ONLY) -> list[str]:
    """Return the statements that make the triggers; making them twice changes nothing."""
    return [
        f"CREATE TRIGGER IF NOT EXISTS {trigger_name(table, happening)} "
        f"BEFORE {happening.upper()} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in tables
        for happening in _EVENTS
    ]


def trigger_names(tables: Iterable[str] = APPEND_ONLY) -> frozenset[str]:
    """Return the names of all triggers that must be there."""
    return frozenset(trigger_name(table, happening) for table in tables for happening in _EVENTS)
