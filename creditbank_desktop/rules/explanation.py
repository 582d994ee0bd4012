"""Why a suggestion is what it is: rule, version, clause, inputs, each step to the credits, near misses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from creditbank_desktop.domain.codec import encode
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import FREE_CREDITS, RuleReference, Target


class SuggestionKind(StrEnum):
    """What the rules say: credits, a value that people have to judge, nothing, or a refusal."""

    CREDITS = "credits"
    JUDGEMENT = "judgement"
    ZERO = "zero"
    REFUSED = "refused"


class FindingCode(StrEnum):
    """What the engine noticed; those that stand in the phrase book can be the reason of a refusal."""

    NO_RULE = "no_rule"
    BELOW_SCORE = "below_score"
    BELOW_HOURS = "below_hours"
    EXPIRED = "expired"
    CONTENT_MATCH_TOO_LOW = "content_match_too_low"
    CAP_REACHED = "cap_reached"
    ALREADY_USED = "already_used"
    TARGET_EXCLUDED = "target_excluded"
    NOT_GENUINE = "not_genuine"
    NOT_RELEVANT = "not_relevant"
    DIRECTION_FORBIDDEN = "direction_forbidden"
    TARGET_NEEDED = "target_needed"
    TARGET_UNKNOWN = "target_unknown"
    TARGET_FULL = "target_full"
    HIGHER_LEVEL_COUNTED = "higher_level_counted"
    CUT_BY_CAP = "cut_by_cap"
    REFUSED_BY_RULE = "refused_by_rule"
    VERIFICATION_PENDING = "verification_pending"


class SecondOpinionReason(StrEnum):
    """Why a second evaluator or panel has to look."""

    RULE_ASKS = "rule_asks"
    ABOVE_CREDITS = "above_credits"


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of a rule: what it asks and what the outcome says, as plain text ("" where nothing is stated).

    ``key`` is the wording's key: "code", "level", "issuer", "programme", "score_scale", "score_min",
    "hours_min", "tasks_min", "match_min", "match_max", "age_max_months", "rank_max", "target", or a
    `Requirement`.
    """

    key: str
    wanted: str
    actual: str
    holds: bool


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule that did not fire, with the conditions that failed."""

    rule: str
    clause_zh: str
    clause_en: str
    failed: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class CreditStep:
    """One step from the rule's value to the credits suggested.

    ``code``: "value", "rank", "most", "rounding", "family", "split", "target", "cap". ``params`` say what
    the step looked at ("key", "limit", "used", …).
    """

    code: str
    before: Decimal
    after: Decimal
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something noticed; ``code`` is a `FindingCode` or the refusal reason that the rule's author wrote."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole reasoning about one outcome; exactly one for each, and the same for the same input.

    ``rule`` is "" when none fired. ``inputs`` are (key, value as text) pairs of what the engine read.
    ``computed_credits`` is the value rounded before totals and caps; ``credits`` what is left. For a judged
    value ``least_credits`` and ``most_credits`` bound it.
    """

    wire_name: ClassVar[str] = "explanation.1"
    kind: SuggestionKind
    family: str
    version: int
    rule_set_hash: str
    rule: str = ""
    clause_zh: str = ""
    clause_en: str = ""
    inputs: tuple[tuple[str, ...], ...] = ()
    conditions: tuple[Condition, ...] = ()
    steps: tuple[CreditStep, ...] = ()
    computed_credits: Decimal = ZERO
    credits: Decimal = ZERO
    least_credits: Decimal | None = None
    most_credits: Decimal | None = None
    target: Target = FREE_CREDITS
    grade_text: str = ""
    counts_for_gpa: bool = False
    second_opinion: tuple[SecondOpinionReason, ...] = ()
    materials: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()

    @property
    def needs_second_opinion(self) -> bool:
        """Return whether a second evaluator or panel has to look."""
        return bool(self.second_opinion)

    @property
    def cut_by(self) -> str:
        """Return the key of the cap that lowered the credits last, or ""."""
        cuts = [step.params.get("key", "") for step in self.steps if step.code == "cap"]
        return cuts[-1] if cuts else ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the rules propose for one outcome, with the explanation that enters the decision."""

    kind: SuggestionKind
    credits: Decimal
    target: Target
    rule: RuleReference | None
    explanation: Explanation

    @property
    def record(self) -> str:
        """Return the explanation as canonical JSON."""
        return encode(self.explanation).decode()
