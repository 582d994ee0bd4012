"""Frozen values that queries return beside the records of the domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from creditbank_desktop.domain.codec import Plain
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import LineDecision, LineResult
from creditbank_desktop.domain.ids import (
    ApplicationId,
    BlobHash,
    LearnerId,
    LineId,
    OperationId,
    PersonId,
    ProgrammeCode,
)
from creditbank_desktop.domain.learners import NumberBlock
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.states import State

Key = tuple[str, ...]
"""Where a row stands in a list: the values of the columns that order it."""


class QueueOrder(StrEnum):
    """By what a queue is ordered, the earliest first."""

    PROMISED = "promised_on"
    RECEIVED = "received_on"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which applications a queue shows; no state means all of them.

    ``returned_to`` leaves out returned files that were sent back to another step than that.
    """

    states: tuple[State, ...] = ()
    order: QueueOrder = QueueOrder.PROMISED
    returned_to: State | None = None


@dataclass(frozen=True, slots=True)
class LearnerHit:
    """One learner found; ``matched`` says by what (`SearchKind`). What is personal is None after disposal."""

    learner: LearnerId
    name: str | None
    latin_name: str | None
    student_number: str | None
    account_number: str
    document_number: str | None
    programme: ProgrammeCode
    class_name: str
    alias_of: LearnerId | None = None
    matched: str = ""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One application as lists show it; ``title`` and ``type`` are those of the first line."""

    application: ApplicationId
    receipt_number: str
    learner: LearnerId
    name: str | None
    student_number: str | None
    programme: ProgrammeCode
    state: State
    received_on: date
    entered_on: date
    promised_on: date
    lines: int
    type: OutcomeType
    title: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class KnownOutcome:
    """Another record of the same outcome, found by a duplicate key.

    ``is_live`` when it still stands: not withdrawn, not refused, in a file that did not end without credit.
    """

    duplicate_key: str
    learner: LearnerId
    application: ApplicationId
    line: LineId
    receipt_number: str
    state: State
    result: LineResult | None
    is_live: bool


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier decision on an outcome of the same type, title and level."""

    application: ApplicationId
    line: LineId
    receipt_number: str
    state: State
    programme: ProgrammeCode
    type: OutcomeType
    title: str
    level: str
    issuer: str
    decision: LineDecision


@dataclass(frozen=True, slots=True)
class RecognisedTotals:
    """Credits recognised so far for one person, merged records included.

    ``posted`` is what the ledger holds net of reversals; ``pending`` what was decided and not posted yet.
    ``total`` and the breakdowns count both; ``online`` is the outcome type mooc.
    """

    posted: Decimal = ZERO
    pending: Decimal = ZERO
    online: Decimal = ZERO
    by_type: Mapping[OutcomeType, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    by_family: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    by_target: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def total(self) -> Decimal:
        """Return posted and pending credits together."""
        return self.posted + self.pending


@dataclass(frozen=True, slots=True)
class Draft:
    """Unfinished input; ``data`` is plain JSON data."""

    draft: str
    person: PersonId
    kind: str
    learner: LearnerId | None
    data: Plain
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class BlockState:
    """A number block with the first number that is free; ``left`` counts the free ones."""

    block: NumberBlock
    next_number: int

    @property
    def left(self) -> int:
        """Return how many numbers can still be given out."""
        return max(0, self.block.last - self.next_number + 1)


@dataclass(frozen=True, slots=True)
class VoidedNumber:
    """A number of a paper that was taken and not used."""

    number: str
    reason: str
    person: PersonId
    at: datetime


class Delivery(StrEnum):
    """How far an application has come on its way to the central server."""

    SAVED = "saved"
    SENT = "sent"
    REGISTERED = "registered"
    POSTED = "posted"
    IN_DOUBT = "in_doubt"
    """The server held or refused an operation of it: people must look."""


@dataclass(frozen=True, slots=True)
class OutboxStatus:
    """What waits to be sent: operations saved and not sent, sent and not answered, answered with a problem.

    ``oldest_at`` is the moment of the oldest operation without an answer; ``files`` and ``file_bytes`` count
    evidence that only this device has.
    """

    saved: int
    sent: int
    in_doubt: int
    oldest_at: datetime | None
    held_here: int
    files: int
    file_bytes: int
    last_contact_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeptFile:
    """An evidence file on this device."""

    blob: BlobHash
    size_bytes: int


@dataclass(frozen=True, slots=True)
class StoredOperation:
    """An own operation with its place in the stream's present incarnation and the chain's hash there.

    ``at`` is when it was made, by this device's clock.
    """

    sequence: int
    operation: OperationId
    data: bytes
    head_hash: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HistoricOperation:
    """Any operation in the order in which it took effect here, with where it came from."""

    local_order: int
    data: bytes
    origin: str
    feed_number: int
