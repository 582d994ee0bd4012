"""Chains the rows of a table: each row's hash covers its own columns and the hash of the row before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime

from creditbank_desktop.domain.codec import Plain, canonical_bytes, format_instant
from creditbank_desktop.domain.trail_heads import GENESIS

__all__ = ["COLUMNS", "GENESIS", "row_hash"]

COLUMNS = {
    "operation": (
        "local_order",
        "op_id",
        "data",
        "type",
        "person",
        "device",
        "office",
        "at",
        "on_day",
        "learner",
        "application",
        "origin",
        "feed_number",
    ),
    "receipt": ("number", "op_id", "result", "code", "server_sequence", "server_at", "answer"),
    "audit_countersignature": ("number", "checkpoint", "data", "signature"),
}
"""By table, the columns that are chained, in the order of hashing; the first counts the rows from 1.

Columns that a later migration adds go behind these, under a mark of their own: stored hashes never change.
"""

Value = str | int | bytes | datetime | date | None


def row_hash(previous: str, values: Iterable[Value]) -> str:
    """Return the SHA-256 (hexadecimal) over the hash before and the values as the columns hold them.

    Bytes enter by their own SHA-256, moments and days by the text in which they are stored.
    """
    return hashlib.sha256(
        bytes.fromhex(previous) + canonical_bytes([_plain(value) for value in values])
    ).hexdigest()


def _plain(value: Value) -> Plain:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, datetime):
        return format_instant(value)
    return value.isoformat() if isinstance(value, date) else value
