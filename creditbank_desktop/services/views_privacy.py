"""What the screens of privacy show: corrections, what is due, and the register of disposals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from creditbank_desktop.domain.disposals import DisposalItem, DisposalState
from creditbank_desktop.domain.ids import DisposalId, LearnerId, OperationId
from creditbank_desktop.domain.retention import RetainedSubject


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record with what it said before and after, as plain text."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One line of a record's history: registered, corrected, a correction asked for or declined.

    ``is_open`` marks a wish that nobody has answered; ``request`` names the wish that was declined.
    """

    operation: OperationId
    kind: str
    at: datetime
    person: str
    reason: str = ""
    changes: tuple[FieldChange, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class DueRule:
    """One retention rule with how much is due by the day asked for; ``waiting`` is in open proposals."""

    key: str
    subject: RetainedSubject
    clause_zh: str
    clause_en: str
    is_permanent: bool
    due: int
    waiting: int = 0
    next_day: date | None = None


@dataclass(frozen=True, slots=True)
class DueItem:
    """One record that is due: what it is called, whose it is, since when, and how many scans hang on it."""

    item: DisposalItem
    number: str
    name: str
    kept_until: date
    pieces: int
    learner: LearnerId


@dataclass(frozen=True, slots=True)
class DueList:
    """Everything that is due by a day, rule by rule; ``to_approve`` and ``to_do`` count entries that wait."""

    by: date
    rules: tuple[DueRule, ...]
    to_approve: int = 0
    to_do: int = 0


@dataclass(frozen=True, slots=True)
class DisposalView:
    """One entry of the register, with the names of those who acted; ``mine`` was proposed by the reader."""

    disposal: DisposalId
    rule: str
    clause_zh: str
    clause_en: str
    due_by: date
    state: DisposalState
    items: int
    counts: tuple[int, int, int]
    proposed_by: str
    proposed_at: datetime
    decided_by: str = ""
    decided_at: datetime | None = None
    carried_out_by: str = ""
    carried_out_at: datetime | None = None
    reason: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What a disposal destroyed: people, files whose scans went, scans, and files still to be deleted."""

    learners: int
    files: int
    pieces: int
    left_to_delete: int = 0
