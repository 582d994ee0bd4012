"""Learning outcomes: the fourteen types, their fields and the keys that find duplicates."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar


class OutcomeType(StrEnum):
    """What kind of learning outcome is presented."""

    FORMAL_COURSE = "formal_course"
    SKILL_CERTIFICATE = "skill_certificate"
    ONE_PLUS_X = "one_plus_x"
    MOOC = "mooc"
    CONTEST = "contest"
    WORK = "work"
    TRAINING = "training"
    SELF_STUDY_EXAM = "self_study_exam"
    MILITARY = "military"
    PATENT = "patent"
    PUBLICATION = "publication"
    PROFESSIONAL_QUALIFICATION = "professional_qualification"
    LANGUAGE_COMPUTER = "language_computer"
    OTHER = "other"


class VerificationMethod(StrEnum):
    """How the office convinced itself that the outcome is genuine."""

    NONE = "none"
    ORIGINAL_SEEN = "original_seen"
    ONLINE = "online"
    LETTER = "letter"


class VerificationState(StrEnum):
    """Where that stands; official look-ups can lag by twenty working days."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FormalCourse:
    """A course passed at a school or in a programme; ``content_match_percent`` against the target course."""

    wire_name: ClassVar[str] = "formal_course"
    school: str = ""
    programme: str = ""
    course_code: str = ""
    credits: Decimal | None = None
    grade: str = ""
    term: str = ""
    syllabus: str = ""
    content_match_percent: int | None = None


@dataclass(frozen=True, slots=True)
class SkillCertificate:
    """A vocational skill level certificate; the level 5 (junior) … 1 (senior technician) is in
    ``Outcome.level``.
    """

    wire_name: ClassVar[str] = "skill_certificate"
    occupation: str = ""
    is_core_of_major: bool = False


@dataclass(frozen=True, slots=True)
class OnePlusX:
    """A 1+X certificate with the nationally ratified credit, where there is one."""

    wire_name: ClassVar[str] = "one_plus_x"
    code: str = ""
    ratified_credits: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Mooc:
    """An online course; ``tasks_percent`` of its tasks done."""

    wire_name: ClassVar[str] = "mooc"
    platform: str = ""
    tasks_percent: int | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """A contest; level national, provincial, city or school in ``Outcome.level``; ``award`` first, second,
    third or excellent.
    """

    wire_name: ClassVar[str] = "contest"
    award: str = ""
    rank: int | None = None
    team_size: int = 1
    member_rank: int = 1
    organiser_kind: str = ""


@dataclass(frozen=True, slots=True)
class WorkExperience:
    """Employment; both dates inclusive, ``to`` None while it lasts."""

    wire_name: ClassVar[str] = "work"
    employer: str = ""
    unified_social_credit_code: str = ""
    post: str = ""
    from_on: date | None = None
    to_on: date | None = None
    social_security_record: bool = False
    is_relevant: bool = True
    full_time: bool = True


@dataclass(frozen=True, slots=True)
class SocialTraining:
    """A training outside school."""

    wire_name: ClassVar[str] = "training"
    provider: str = ""


@dataclass(frozen=True, slots=True)
class SelfStudyExam:
    """One subject of the self-study examination."""

    wire_name: ClassVar[str] = "self_study_exam"
    subject: str = ""
    examining_board: str = ""
    content_match_percent: int | None = None


@dataclass(frozen=True, slots=True)
class MilitaryService:
    """Service as a conscript or volunteer."""

    wire_name: ClassVar[str] = "military"
    unit: str = ""
    from_on: date | None = None
    to_on: date | None = None
    discharge_number: str = ""


@dataclass(frozen=True, slots=True)
class Patent:
    """A patent or software right; ``patent_kind`` invention, utility, design or software."""

    wire_name: ClassVar[str] = "patent"
    patent_kind: str = ""
    inventor_rank: int = 1


@dataclass(frozen=True, slots=True)
class Publication:
    """A published article or work."""

    wire_name: ClassVar[str] = "publication"
    journal: str = ""
    journal_number: str = ""
    author_rank: int = 1


@dataclass(frozen=True, slots=True)
class ProfessionalQualification:
    """A state professional qualification, for example of a tour guide."""

    wire_name: ClassVar[str] = "professional_qualification"
    occupation: str = ""


@dataclass(frozen=True, slots=True)
class LanguageComputer:
    """A language or computer test; ``test`` is the catalogue key, for example cet4, english_b, computer_1."""

    wire_name: ClassVar[str] = "language_computer"
    test: str = ""


@dataclass(frozen=True, slots=True)
class OtherOutcome:
    """Anything else, always judged by people."""

    wire_name: ClassVar[str] = "other"
    organiser: str = ""
    description: str = ""


Details = (
    FormalCourse
    | SkillCertificate
    | OnePlusX
    | Mooc
    | Contest
    | WorkExperience
    | SocialTraining
    | SelfStudyExam
    | MilitaryService
    | Patent
    | Publication
    | ProfessionalQualification
    | LanguageComputer
    | OtherOutcome
)

DETAILS_OF: Mapping[OutcomeType, type[Details]] = MappingProxyType(
    {
        OutcomeType.FORMAL_COURSE: FormalCourse,
        OutcomeType.SKILL_CERTIFICATE: SkillCertificate,
        OutcomeType.ONE_PLUS_X: OnePlusX,
        OutcomeType.MOOC: Mooc,
        OutcomeType.CONTEST: Contest,
        OutcomeType.WORK: WorkExperience,
        OutcomeType.TRAINING: SocialTraining,
        OutcomeType.SELF_STUDY_EXAM: SelfStudyExam,
        OutcomeType.MILITARY: MilitaryService,
        OutcomeType.PATENT: Patent,
        OutcomeType.PUBLICATION: Publication,
        OutcomeType.PROFESSIONAL_QUALIFICATION: ProfessionalQualification,
        OutcomeType.LANGUAGE_COMPUTER: LanguageComputer,
        OutcomeType.OTHER: OtherOutcome,
    }
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One learning outcome as it was presented.

    ``hours`` are class hours, ``raw_score`` is on ``score_scale`` ("percent", "five_level", "pass_fail" or
    "points"), ``level`` a normalised key ("5"…"1", "national", "cet4"; "" where the type has none),
    ``evidence_number`` the number printed on the paper.
    """

    type: OutcomeType
    title: str
    details: Details
    issuer: str = ""
    issued_on: date | None = None
    valid_until: date | None = None
    evidence_number: str = ""
    level: str = ""
    hours: int | None = None
    raw_score: Decimal | None = None
    score_scale: str = "percent"
    language: str = "zh"
    aliases: tuple[str, ...] = ()
    verified_by: VerificationMethod = VerificationMethod.NONE
    verification_state: VerificationState = VerificationState.PENDING

    def __post_init__(self) -> None:
        """Refuse details that belong to another type."""
        if not isinstance(self.details, DETAILS_OF[self.type]):
            raise ValueError(f"details of {type(self.details).__name__} on a {self.type}")


def fold(text: str) -> str:
    """Return ``text`` for comparison: compatibility-folded, lower case, letters and digits only."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def duplicate_keys(outcome: Outcome) -> tuple[str, ...]:
    """Return the keys under which another record of the same outcome would be found.

    The first is (type, issuer, evidence number) when a number is known, the second (type, title, date) when a
    date is. Two outcomes of one learner with a key in common are live duplicates (domain table "Outcome
    types", duplicate key).
    """
    keys = []
    if fold(outcome.evidence_number):
        keys.append("|".join(("number", outcome.type, fold(outcome.issuer), fold(outcome.evidence_number))))
    if fold(outcome.title) and outcome.issued_on is not None:
        keys.append("|".join(("title", outcome.type, fold(outcome.title), outcome.issued_on.isoformat())))
    return tuple(keys)
