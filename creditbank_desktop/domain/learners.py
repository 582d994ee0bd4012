"""Learners and their credit accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import DeviceId, LearnerId, OfficeId, ProgrammeCode


class Sex(StrEnum):
    """GB/T 2261.1."""

    UNKNOWN = "0"
    MALE = "1"
    FEMALE = "2"
    UNSPECIFIED = "9"


@dataclass(frozen=True, slots=True)
class LearnerProfile:
    """What is personal about a learner; sealed under the learner's own key wherever it is kept in an
    operation.

    ``name_as_typed`` keeps the raw input when normalising changed it; ``ethnic_group`` is the two-digit code
    of GB/T 3304.
    """

    name: str
    document_kind: DocumentKind
    document_number: str
    student_number: str = ""
    name_as_typed: str = ""
    latin_name: str = ""
    former_name: str = ""
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = None
    ethnic_group: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    is_veteran: bool = False


class AccountState(StrEnum):
    """What may happen to an account.

    ``TAKEN_BACK`` was opened by mistake and never used: no list shows it, its number stays used.
    """

    OPEN = "open"
    FROZEN = "frozen"
    CLOSED = "closed"
    TRANSFERRED = "transferred"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner with the credit account of the same key.

    ``profile`` is None after disposal destroyed the learner's key; ``alias_of`` names the record that this
    one was merged into.
    """

    learner: LearnerId
    office: OfficeId
    programme: ProgrammeCode
    intake_year: int
    class_name: str
    account_number: str
    account_state: AccountState
    opened_on: date
    profile: LearnerProfile | None
    alias_of: LearnerId | None = None
    revision: int = 1


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """Account numbers ``first`` to ``last`` of a year that one device may give out; ``block`` is the
    allotting operation's id.
    """

    block: str
    device: DeviceId
    office: OfficeId
    year: int
    first: int
    last: int
