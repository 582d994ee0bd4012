"""Weighs earlier decisions: how often each was given, and whether a new one departs from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditbank_desktop.domain.decisions import LineResult, RuleReference, Target
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.views import Precedent

STANDING = frozenset(
    {
        State.RECOGNISED,
        State.PARTLY_RECOGNISED,
        State.NOT_RECOGNISED,
        State.NOTIFIED,
        State.POSTED,
        State.ARCHIVED,
    }
)
"""States in which a decision stands; before them it may change, in appeal it may be varied."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided, apart from whom it concerned."""

    result: LineResult
    credits: Decimal
    target: Target


@dataclass(frozen=True, slots=True)
class RulingShare:
    """How often a ruling was given among ``of`` decisions that stand."""

    ruling: Ruling
    times: int
    of: int


@dataclass(frozen=True, slots=True)
class WeighedPrecedent:
    """An earlier decision by its case number; ``counts`` is false while it is open, in appeal or revoked."""

    receipt_number: str
    state: State
    ruling: Ruling
    rule: RuleReference | None
    counts: bool
    decided_on: date | None = None
    reason_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrecedentSummary:
    """Earlier decisions, the latest first, and the distribution of those that stand, the commonest first."""

    precedents: tuple[WeighedPrecedent, ...] = ()
    shares: tuple[RulingShare, ...] = ()

    @property
    def majority(self) -> RulingShare | None:
        """The ruling given in more than half of the decisions that stand, if there is one."""
        first = self.shares[0] if self.shares else None
        return first if first is not None and first.times * 2 > first.of else None


@dataclass(frozen=True, slots=True)
class Departure:
    """How a proposed ruling departs; ``credits_apart`` is signed (credits), proposed less earlier.

    ``majority`` is set where it departs from the majority, ``last`` where it departs from the latest
    decision under the same rule version; the distance is from the majority first.
    """

    majority: RulingShare | None
    last: WeighedPrecedent | None
    credits_apart: Decimal


def weigh(found: Sequence[Precedent]) -> PrecedentSummary:
    """Return the summary of earlier decisions in any order; a line counts once however it was found."""
    once = {(one.application, one.line): one for one in found}
    ordered = sorted(once.values(), key=_newest_last, reverse=True)
    weighed = tuple(_weighed(one) for one in ordered)
    standing = [one.ruling for one in weighed if one.counts]
    shares = tuple(
        RulingShare(ruling, times, len(standing)) for ruling, times in Counter(standing).most_common()
    )
    return PrecedentSummary(weighed, shares)


def departure(proposed: Ruling, rule: RuleReference | None, summary: PrecedentSummary) -> Departure | None:
    """Return how ``proposed``, made under ``rule``, departs from precedent, or None where it does not.

    The last decision is compared only if it was made under the same rule set version: another rule is
    a reason of its own to decide otherwise.
    """
    majority = summary.majority
    if majority is not None and majority.ruling == proposed:
        majority = None
    last = next((one for one in summary.precedents if one.counts and _same_version(one.rule, rule)), None)
    if last is not None and last.ruling == proposed:
        last = None
    against = majority.ruling if majority is not None else last.ruling if last is not None else None
    return None if against is None else Departure(majority, last, proposed.credits - against.credits)


def _weighed(found: Precedent) -> WeighedPrecedent:
    made = found.decision
    return WeighedPrecedent(
        receipt_number=found.receipt_number,
        state=found.state,
        ruling=Ruling(made.result, made.credits, made.target),
        rule=made.rule,
        counts=found.state in STANDING and made.result is not LineResult.WITHDRAWN,
        decided_on=made.decided_on,
        reason_codes=made.reason_codes,
    )


def _newest_last(found: Precedent) -> tuple[str, str, str]:
    day = found.decision.decided_on
    return ("" if day is None else day.isoformat(), found.application, found.line)


def _same_version(one: RuleReference | None, other: RuleReference | None) -> bool:
    if one is None or other is None:
        return False
    return (one.family, one.version, one.rule_set_hash) == (other.family, other.version, other.rule_set_hash)
