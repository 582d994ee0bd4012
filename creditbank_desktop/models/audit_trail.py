"""The audit trail: who did or saw what, each line chained to the one before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from creditbank_desktop.domain.codec import encode
from creditbank_desktop.domain.ids import DeviceId, OperationId, PersonId

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the trail; ``detail`` is canonical JSON, ``hash`` covers every other field."""

    number: int
    at: datetime
    person: PersonId
    device: DeviceId
    action: str
    subject_kind: str
    subject: str
    detail: str = field(default="{}")
    operation: OperationId | None = None
    previous: str = GENESIS
    hash: str = ""


def audit_hash(entry: AuditEntry) -> str:
    """Return the SHA-256 (hexadecimal) over the canonical bytes of the entry without its own hash."""
    return hashlib.sha256(encode(replace(entry, hash=""))).hexdigest()


def first_broken_audit(entries: Iterable[AuditEntry], previous: str = GENESIS) -> int | None:
    """Return the number of the first entry at which the trail does not hold, or None if it is whole.

    A cut tail leaves a whole trail: compare the last hash with one kept elsewhere.
    """
    expected = None
    for entry in entries:
        if entry.previous != previous or entry.hash != audit_hash(entry):
            return entry.number
        if expected is not None and entry.number != expected:
            return entry.number
        previous, expected = entry.hash, entry.number + 1
    return None
