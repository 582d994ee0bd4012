"""What synchronisation hands to the store and gets from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from creditbank_desktop.domain.ids import LearnerId, OperationId
from creditbank_desktop.domain.operations.stream import GENESIS


class ReceiptResult(StrEnum):
    """The server's answer to one operation."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    HELD = "held"
    CONFLICT = "conflict"
    REJECTED = "rejected"


SETTLED = (ReceiptResult.ACCEPTED, ReceiptResult.DUPLICATE)


@dataclass(frozen=True, slots=True)
class Receipt:
    """One answer: ``code`` says why an operation was not accepted, ``server_sequence`` its feed number (0 for
    none), ``server_at`` the server's clock.
    """

    operation: OperationId
    result: ReceiptResult
    server_at: datetime
    code: str = ""
    server_sequence: int = 0


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The last number of the present incarnation that the server confirmed, and the chain's hash there."""

    sequence: int = 0
    hash: str = GENESIS


@dataclass(frozen=True, slots=True)
class FeedCursor:
    """Up to where the feed was taken: the server's ``epoch`` and the number in it."""

    epoch: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One operation of the feed with its number."""

    number: int
    data: bytes


class Standing(StrEnum):
    """Why a pulled operation has not taken effect."""

    WAITING = "waiting"
    """Something that it builds on, or a learner's key, has not arrived."""
    REFUSED = "refused"
    """It is not allowed on the records as they stand here."""
    QUARANTINED = "quarantined"
    """Its bytes, its signature or its id are wrong: for the security officer."""


@dataclass(frozen=True, slots=True)
class HeldOperation:
    """A pulled operation that has not taken effect; ``detail`` is canonical JSON."""

    held: int
    operation: OperationId
    data: bytes = field(repr=False)
    standing: Standing
    code: str
    detail: str
    feed_number: int
    received_at: datetime


@dataclass(frozen=True, slots=True)
class FeedOutcome:
    """What became of a feed page: how many took effect, were known, and which wait or were set aside."""

    applied: int = 0
    known: int = 0
    held: tuple[tuple[OperationId, str], ...] = ()
    resumed: int = 0


@dataclass(frozen=True, slots=True)
class LearnerKey:
    """A learner's key on its way; ``secret`` None says that it was destroyed."""

    learner: LearnerId
    secret: bytes | None = field(repr=False)
