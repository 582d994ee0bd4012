"""What is decided about an outcome line: result, credits, target, rule and reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.credits import ZERO


class LineResult(StrEnum):
    """How one outcome line ended."""

    RECOGNISED = "recognised"
    PARTLY_RECOGNISED = "partly_recognised"
    NOT_RECOGNISED = "not_recognised"
    WITHDRAWN = "withdrawn"

    @property
    def gives_credit(self) -> bool:
        """Return whether credits follow from it."""
        return self in (LineResult.RECOGNISED, LineResult.PARTLY_RECOGNISED)


class TargetKind(StrEnum):
    """What the credits are recognised for."""

    COURSE = "course"
    MODULE = "module"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Target:
    """A course or module of the learner's programme, or free credits (``code`` "")."""

    kind: TargetKind = TargetKind.FREE
    code: str = ""


FREE_CREDITS = Target()


@dataclass(frozen=True, slots=True)
class RuleReference:
    """The rule that a decision rests on: its stable id, family, the version in force, the clause, and the
    rule set's content hash.
    """

    rule: str
    version: int
    clause: str
    family: str = ""
    rule_set_hash: str = ""


@dataclass(frozen=True, slots=True)
class LineDecision:
    """The decision on one outcome line.

    ``computed_credits`` is what the rule proposed; a differing ``credits`` needs ``reason_codes``.
    ``explanation`` is the canonical JSON that the rule engine wrote: inputs, rule, near misses.
    ``decided_on`` is the evaluator's calendar day.
    """

    result: LineResult
    credits: Decimal = ZERO
    computed_credits: Decimal = ZERO
    target: Target = FREE_CREDITS
    grade_text: str = ""
    counts_for_gpa: bool = False
    rule: RuleReference | None = None
    needs_second_opinion: bool = False
    reason_codes: tuple[str, ...] = ()
    reason_text: str = ""
    explanation: str = ""
    decided_on: date | None = None
