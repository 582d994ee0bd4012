"""What screens see and fill in about learners and the programmes they study."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import TargetKind
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import CourseCode, LearnerId, ProgrammeCode
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.services.views_applications import ApplicationRow, DraftRow


@dataclass(frozen=True, slots=True)
class CourseView:
    """One course of a programme (or a module of it, by ``kind``) that credits can be recognised for."""

    code: CourseCode
    name_zh: str
    name_en: str
    credits: Decimal
    module: str = ""
    required: bool = True
    excluded: bool = False
    kind: TargetKind = TargetKind.COURSE


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """One programme; ``is_open`` says whether learners can be registered for it and apply in it."""

    code: ProgrammeCode
    name_zh: str
    name_en: str
    version: int
    total_credits: Decimal
    is_open: bool = True
    courses: tuple[CourseView, ...] = ()

    def course(self, code: str) -> CourseView | None:
        """Return the course or module of that code."""
        return next((course for course in self.courses if course.code == code), None)


class Matched(StrEnum):
    """By what a learner was found."""

    STUDENT_NUMBER = "student_number"
    ACCOUNT_NUMBER = "account_number"
    DOCUMENT_NUMBER = "document_number"
    RECEIPT_NUMBER = "receipt_number"
    NAME = "name"
    PINYIN = "pinyin"
    INITIALS = "initials"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class LearnerHit:
    """One learner found; ``exact`` when the whole of a number or name was typed."""

    learner: LearnerId
    name: str
    student_number: str
    account_number: str
    masked_document: str
    programme: ProgrammeCode
    programme_name_zh: str
    programme_name_en: str
    class_name: str
    matched: Matched
    exact: bool = False


@dataclass(frozen=True, slots=True)
class LearnerHits:
    """Learners found, best first; ``only`` is the one to open at once: the single exact match."""

    text: str
    hits: tuple[LearnerHit, ...] = ()
    only: LearnerHit | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class LearnerForm:
    """A learner as typed: text in every field.

    Field names are those of the problems. ``sex`` is a code of GB/T 2261.1 ("" unknown), ``birth_date`` ISO
    or with dots or slashes; both are taken from a resident ID when left empty. ``confirmed`` holds the
    codes of warnings that the clerk has confirmed.
    """

    name: str = ""
    document_kind: DocumentKind = DocumentKind.RESIDENT_ID
    document_number: str = ""
    student_number: str = ""
    latin_name: str = ""
    former_name: str = ""
    sex: str = ""
    birth_date: str = ""
    ethnic_group: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    programme: str = ""
    intake_year: str = ""
    class_name: str = ""
    is_veteran: bool = False
    confirmed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LearnerCheck:
    """Everything found about a form at once, and the form with what could be filled in from it.

    ``problems`` hold errors and unconfirmed warnings alike; ``same_document`` are learners who carry the same
    document number, ``same_number`` the same student number.
    """

    problems: tuple[Problem, ...]
    form: LearnerForm
    same_document: tuple[LearnerHit, ...] = ()
    same_number: tuple[LearnerHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Registered:
    """A learner was registered; ``numbers_left`` of this device's blocks for the year, ``is_low`` warns."""

    learner: LearnerId
    account_number: str
    numbers_left: int
    is_low: bool


@dataclass(frozen=True, slots=True)
class PendingCredit:
    """Credits on their way: decided but not posted; ``why`` is the state of the file that holds them back.

    ``takes_effect_on_sync`` is set when only the central server's step is missing.
    """

    application: str
    receipt_number: str
    line: str
    title: str
    credits: Decimal
    why: str
    takes_effect_on_sync: bool = False


@dataclass(frozen=True, slots=True)
class LearnerCard:
    """One learner with all that hangs on the account."""

    learner: Learner
    programme: ProgrammeView | None
    balance: Decimal = ZERO
    pending_total: Decimal = ZERO
    pending: tuple[PendingCredit, ...] = ()
    applications: tuple[ApplicationRow, ...] = ()
    papers: tuple[Paper, ...] = ()
    drafts: tuple[DraftRow, ...] = ()
    aliases: tuple[LearnerId, ...] = field(default=())
