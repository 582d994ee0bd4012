"""What screens see and fill in about learners and the programmes they study."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import TargetKind
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import CourseCode, LearnerId, ProgrammeCode
from creditbank_desktop.domain.learners import AccountState, Learner
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


class Likeness(StrEnum):
    """Why somebody on record might be the person of a form."""

    SAME_DOCUMENT = "same_document"
    SAME_STUDENT_NUMBER = "same_student_number"
    SAME_NAME_AND_BIRTH = "same_name_and_birth"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """One field of two records beside each other; ``equal`` only when both say something."""

    field: str
    mine: str
    other: str
    equal: bool


@dataclass(frozen=True, slots=True)
class AlikeLearner:
    """Somebody on record who might be the person of a form, and how the two compare."""

    hit: LearnerHit
    why: Likeness
    facts: tuple[ComparedFact, ...]


@dataclass(frozen=True, slots=True)
class LearnerForm:
    """A learner as typed: text in every field.

    Field names are those of the problems. ``sex`` is a code of GB/T 2261.1 ("" unknown), ``birth_date`` ISO
    or with dots or slashes; both are taken from a resident ID when left empty. ``confirmed`` holds the
    codes of warnings that the clerk has confirmed; ``besides`` says why somebody alike on record is another
    person.
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
    besides: str = ""


@dataclass(frozen=True, slots=True)
class LearnerCheck:
    """Everything found about a form at once, and the form with what could be filled in from it.

    ``problems`` hold errors and unconfirmed warnings alike; ``same_document`` are learners who carry the same
    document number, ``same_number`` the same student number, ``alike`` all who might be the same person.
    """

    problems: tuple[Problem, ...]
    form: LearnerForm
    same_document: tuple[LearnerHit, ...] = ()
    same_number: tuple[LearnerHit, ...] = ()
    alike: tuple[AlikeLearner, ...] = ()

    @property
    def needs_reason(self) -> bool:
        """Return whether somebody is so much alike that registering another person needs a reason."""
        return any(one.why is not Likeness.SIMILAR for one in self.alike)


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
class MergedAccount:
    """An account that was merged into another; its credits count there too."""

    learner: LearnerId
    account_number: str
    balance: Decimal


@dataclass(frozen=True, slots=True)
class MetTwice:
    """Two records with one identity document; ``older`` was opened first."""

    older: LearnerHit
    younger: LearnerHit


@dataclass(frozen=True, slots=True)
class AccountSide:
    """One of two accounts that may be one person's."""

    hit: LearnerHit
    state: AccountState
    opened_on: date
    balance: Decimal
    files: int
    is_of_other_office: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records side by side; a fact's ``mine`` is the left one's."""

    left: AccountSide
    right: AccountSide
    facts: tuple[ComparedFact, ...]


@dataclass(frozen=True, slots=True)
class LearnerCard:
    """One learner with all that hangs on the account.

    ``balance`` is that of all ``merged`` accounts together with his own. ``undoable`` is the type of the
    account's last act while it can still be taken back, "" for none. ``is_unchecked`` marks one who was
    registered without asking the centre, ``is_of_other_office`` one whose record another office keeps.
    """

    learner: Learner
    programme: ProgrammeView | None
    balance: Decimal = ZERO
    pending_total: Decimal = ZERO
    pending: tuple[PendingCredit, ...] = ()
    applications: tuple[ApplicationRow, ...] = ()
    papers: tuple[Paper, ...] = ()
    drafts: tuple[DraftRow, ...] = ()
    aliases: tuple[LearnerId, ...] = field(default=())
    merged: tuple[MergedAccount, ...] = ()
    undoable: str = ""
    is_unchecked: bool = False
    is_of_other_office: bool = False
