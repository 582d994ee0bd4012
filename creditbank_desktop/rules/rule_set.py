"""Recognition rules as typed rows: data that an academic office can own, never expressions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.credits import HALF
from creditbank_desktop.domain.decisions import TargetKind
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.programmes import CourseCategory, CourseSubject


class VersionStatus(StrEnum):
    """How far a version of a rule set has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    EFFECTIVE = "effective"
    RETIRED = "retired"


class Scope(StrEnum):
    """For whom a rule set holds; a narrower one may be stricter than its parent."""

    CENTRAL = "central"
    COLLEGE = "college"
    PROGRAMME = "programme"


class Effect(StrEnum):
    """What a rule does when its conditions hold: compute a value, ask people for one, or refuse."""

    GIVE = "give"
    JUDGE = "judge"
    REFUSE = "refuse"


class ValueKind(StrEnum):
    """Where a rule's credits come from.

    ``fixed``: ``credits``; ``per_hours``: class hours over the hours of one credit; ``per_year``: ``credits``
    for twelve complete months; ``stated``: the credits of the course passed or the ratified ones of a 1+X
    certificate; ``target``: those of the target.
    """

    FIXED = "fixed"
    PER_HOURS = "per_hours"
    PER_YEAR = "per_year"
    STATED = "stated"
    TARGET = "target"


class HoursBasis(StrEnum):
    """Which hours of one credit apply."""

    THEORY = "theory"
    PRACTICE = "practice"


class Requirement(StrEnum):
    """Facts that a rule can ask for beside numbers and levels."""

    CORE_OF_MAJOR = "core_of_major"
    RATIFIED_CREDITS = "ratified_credits"
    RELEVANT = "relevant"
    FULL_TIME = "full_time"
    MATCH_UNSTATED = "match_unstated"
    INDIVIDUAL = "individual"
    TEAM = "team"


class GradePolicy(StrEnum):
    """Which grade the recognised credit carries: an exemption (免修) or the original grade."""

    EXEMPT = "exempt"
    ORIGINAL = "original"


class CapBasis(StrEnum):
    """What the percentage of a cap is taken of; ``credits`` for a cap that says a number."""

    CREDITS = "credits"
    PROGRAMME_TOTAL = "programme_total"
    ELECTIVE_TOTAL = "elective_total"


class ExclusiveMode(StrEnum):
    """Which outcome of one family counts."""

    HIGHEST = "highest"
    FIRST = "first"


class FamilyBy(StrEnum):
    """What makes two outcomes one family: the group alone, the same occupation, or the same title."""

    GROUP = "group"
    OCCUPATION = "occupation"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: conditions (all must hold; empty or None asks nothing) and what follows.

    ``rule`` is the stable id. ``codes`` are compared with the outcome's own key (award, kind of patent, test,
    1+X code), ``levels`` with its level ("" means: none stated), ``issuers`` and ``programmes`` with folded
    names and codes. ``score_min`` is on ``score_scale``; a score that is not stated fails unless
    ``score_may_lack``. ``tasks_min``, ``match_min`` and ``match_max`` are percents, ``age_max_months``
    complete months from issue to acceptance, ``rank_max`` the last place in a team that counts.
    ``less_per_rank`` credits go off for each later inventor or author, down to ``least``; ``most`` bounds one
    outcome. A judged value lies between ``judge_from`` and ``judge_to``. Of several rules that hold the one
    of highest ``priority`` fires, then the one of lowest id.
    """

    rule: str
    outcome_type: OutcomeType
    clause_zh: str
    clause_en: str
    effect: Effect = Effect.GIVE
    value: ValueKind = ValueKind.FIXED
    credits: Decimal | None = None
    priority: int = 0
    codes: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    requires: tuple[Requirement, ...] = ()
    score_min: Decimal | None = None
    score_scale: str = "percent"
    score_may_lack: bool = False
    hours_min: int | None = None
    tasks_min: int | None = None
    match_min: int | None = None
    match_max: int | None = None
    age_max_months: int | None = None
    rank_max: int | None = None
    target_kind: TargetKind = TargetKind.FREE
    target: str = ""
    target_subjects: tuple[CourseSubject, ...] = ()
    hours_basis: HoursBasis = HoursBasis.THEORY
    less_per_rank: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    judge_from: Decimal | None = None
    judge_to: Decimal | None = None
    grade_policy: GradePolicy = GradePolicy.EXEMPT
    splittable: bool = False
    exclusive_key: str = ""
    cap_keys: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    second_opinion: bool = False
    refusal_reason: str = ""


@dataclass(frozen=True, slots=True)
class Cap:
    """The most credits that outcomes carrying ``key`` may give one learner in all.

    ``amount`` is a percentage (0 to 100) of ``basis``, or credits when the basis is ``credits``.
    """

    key: str
    basis: CapBasis
    amount: Decimal
    clause_zh: str
    clause_en: str


@dataclass(frozen=True, slots=True)
class ExclusiveGroup:
    """Outcomes of one family count once: the highest (a better one adds the difference) or the first."""

    key: str
    mode: ExclusiveMode = ExclusiveMode.HIGHEST
    by: FamilyBy = FamilyBy.OCCUPATION


@dataclass(frozen=True, slots=True)
class ExcludedSubject:
    """A subject for which nothing is recognised, veterans excepted when ``veterans_excepted``."""

    subject: CourseSubject
    veterans_excepted: bool
    clause_zh: str
    clause_en: str


@dataclass(frozen=True, slots=True)
class ForbiddenDirection:
    """Courses of category ``source`` cannot be exchanged for compulsory or elective targets."""

    source: CourseCategory
    target_is_compulsory: bool
    clause_zh: str
    clause_en: str


@dataclass(frozen=True, slots=True)
class RankAward:
    """Which award a place in the ranking counts as, places ``first`` to ``last``."""

    first: int
    last: int
    award: str


@dataclass(frozen=True, slots=True)
class LevelShift:
    """A contest of ``level`` run by ``organiser_kind`` counts as one of ``counts_as`` ("": as none)."""

    organiser_kind: str
    level: str
    counts_as: str


@dataclass(frozen=True, slots=True)
class MaterialKind:
    """A material that rules ask for; ``compare`` asks for the original, which goes back at once."""

    key: str
    name_zh: str
    name_en: str
    compare: bool = False


@dataclass(frozen=True, slots=True)
class RuleContent:
    """Everything a version says; its canonical bytes are what the content hash is computed over.

    ``hours_per_credit`` are class hours by basis;
    ``exemption_grade`` the mark that an exemption carries; ``deposit_valid_years`` how long deposited credit
    stays valid; more than ``second_opinion_above`` credits need a second evaluator; ``grade_words`` say
    what words of other scales count for, of 100.
    """

    rules: tuple[Rule, ...]
    caps: tuple[Cap, ...]
    groups: tuple[ExclusiveGroup, ...]
    excluded: tuple[ExcludedSubject, ...]
    directions: tuple[ForbiddenDirection, ...]
    rank_awards: tuple[RankAward, ...]
    level_shifts: tuple[LevelShift, ...]
    materials: tuple[MaterialKind, ...]
    grade_words: Mapping[str, int]
    hours_per_credit: Mapping[str, int]
    step: Decimal = HALF
    second_opinion_above: Decimal = Decimal("4")
    exemption_grade: int = 85
    deposit_valid_years: int = 7


@dataclass(frozen=True, slots=True)
class RuleSetVersion:
    """Version ``number`` of a rule set; ``effective_to`` is the last day, None while it has no successor.

    Author and approver are two people. ``content_hash`` is the SHA-256 of the content's canonical bytes.
    """

    family: str
    number: int
    status: VersionStatus
    effective_from: date
    author: str
    approver: str
    content: RuleContent
    content_hash: str
    effective_to: date | None = None
    supersedes: int | None = None

    def is_in_force(self, day: date) -> bool:
        """Return whether the version holds on ``day``; a retired one did within its dates."""
        in_time = self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)
        return in_time and self.status in (VersionStatus.EFFECTIVE, VersionStatus.RETIRED)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A family of versions for one scope."""

    family: str
    scope: Scope
    title_zh: str
    title_en: str
    versions: tuple[RuleSetVersion, ...] = field(default=())
    parent: str = ""

    def version(self, number: int) -> RuleSetVersion | None:
        """Return the version of that number."""
        return next((version for version in self.versions if version.number == number), None)

    def in_force(self, day: date) -> RuleSetVersion | None:
        """Return the version in force on ``day``, the newest if several are."""
        found = [version for version in self.versions if version.is_in_force(day)]
        return max(found, key=lambda version: version.number, default=None)
