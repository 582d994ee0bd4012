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
        _text(table, happening).replace("TRIGGER", "TRIGGER IF NOT EXISTS", 1)
        for table in tables
        for happening in _EVENTS
    ]


def _text(table: str, happening: str) -> str:
    return (
        f"CREATE TRIGGER {trigger_name(table, happening)} "
        f"BEFORE {happening.upper()} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def trigger_texts() -> dict[str, tuple[str, str]]:
    """Return, by trigger, its table and the text in which SQLite keeps it."""
    return {
        trigger_name(table, happening): (table, _text(table, happening))
        for table in APPEND_ONLY
        for happening in _EVENTS
    }


def trigger_names(tables: Iterable[str] = APPEND_ONLY) -> frozenset[str]:
    """Return the names of all triggers that must be there."""
    return frozenset(trigger_name(table, happening) for table in tables for happening in _EVENTS)
