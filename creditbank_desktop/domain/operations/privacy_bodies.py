"""Operations about personal data itself: corrections asked for, and disposal by retention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from creditbank_desktop.domain.disposals import DisposalItem
from creditbank_desktop.domain.ids import ApplicationId, DisposalId, LearnerId, OperationId
from creditbank_desktop.domain.operations.application_bodies import Note


@dataclass(frozen=True, slots=True)
class CorrectionRequested:
    """A learner asked for a correction of his record; the note says of what."""

    op_type: ClassVar[str] = "learner.correction_requested"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    learner: LearnerId


@dataclass(frozen=True, slots=True)
class CorrectionDeclined:
    """A correction that was asked for is not made; the note says why."""

    op_type: ClassVar[str] = "learner.correction_declined"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[Note]] = Note
    learner: LearnerId
    request: OperationId


@dataclass(frozen=True, slots=True)
class DisposalProposed:
    """Somebody proposes to destroy records whose retention has ended."""

    op_type: ClassVar[str] = "disposal.proposed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    disposal: DisposalId
    rule: str
    clause: str
    due_by: date
    items: tuple[DisposalItem, ...]


@dataclass(frozen=True, slots=True)
class DisposalDecided:
    """A second person approved or rejected a proposed disposal; ``reason`` is a code."""

    op_type: ClassVar[str] = "disposal.decided"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    disposal: DisposalId
    approved: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DisposalCarriedOut:
    """Everything in an approved disposal is gone; the counts go into the register."""

    op_type: ClassVar[str] = "disposal.carried_out"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    disposal: DisposalId
    learners: int
    files: int
    pieces: int


@dataclass(frozen=True, slots=True)
class ScansDisposed:
    """The scans of an ended file were destroyed by an approved disposal; the list of them stays."""

    op_type: ClassVar[str] = "application.scans_disposed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    application: ApplicationId
    disposal: DisposalId


PrivacyBody = (
    CorrectionRequested
    | CorrectionDeclined
    | DisposalProposed
    | DisposalDecided
    | DisposalCarriedOut
    | ScansDisposed
)
