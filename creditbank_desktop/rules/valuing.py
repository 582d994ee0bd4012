"""Computes what an outcome is worth under a rule, and what totals, targets and caps leave of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from creditbank_desktop.domain.credits import ZERO, round_down
from creditbank_desktop.domain.outcomes import Outcome, duplicate_keys
from creditbank_desktop.rules.context import Context, IndexedRules, total
from creditbank_desktop.rules.explanation import CreditStep
from creditbank_desktop.rules.facts import Facts
from creditbank_desktop.rules.families import family_of
from creditbank_desktop.rules.rule_set import Cap, CapBasis, ExclusiveMode, Rule, RuleContent, ValueKind
from creditbank_desktop.rules.targets import TargetRoom

_MONTHS_A_YEAR = 12
_PERCENT = Decimal("100")
_FINEST = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Case:
    """One outcome under the rule that fired, with everything that its value depends on."""

    rules: IndexedRules
    rule: Rule
    outcome: Outcome
    facts: Facts
    context: Context
    room: TargetRoom

    @property
    def content(self) -> RuleContent:
        """Return what the version says."""
        return self.rules.version.content


def worth(case: Case) -> Decimal | None:
    """Return the rule's value before any limit, or None when what it is computed from is not stated."""
    rule, facts = case.rule, case.facts
    match rule.value:
        case ValueKind.FIXED:
            return rule.credits
        case ValueKind.PER_HOURS:
            hours = case.content.hours_per_credit[rule.hours_basis]
            return None if facts.hours is None else _readable(Decimal(facts.hours) / hours)
        case ValueKind.PER_YEAR:
            if facts.work_months is None or rule.credits is None:
                return None
            return _readable(rule.credits * facts.work_months / _MONTHS_A_YEAR)
        case ValueKind.STATED:
            return facts.stated_credits
        case ValueKind.TARGET:
            return case.room.credits


def own_steps(case: Case, value: Decimal) -> tuple[CreditStep, ...]:
    """Return the steps from ``value`` to the outcome's own credits: rank, most for one, rounding."""
    steps = [CreditStep("value", value, value, {"kind": case.rule.value.value})]
    rule, rank = case.rule, case.facts.rank
    if rule.less_per_rank is not None and rank is not None and rank > 1:
        less = value - rule.less_per_rank * (rank - 1)
        params = {"rank": str(rank), "less": format(rule.less_per_rank, "f")}
        steps.append(CreditStep("rank", value, max(less, rule.least or ZERO), params))
    if rule.most is not None and steps[-1].after > rule.most:
        steps.append(_cut("most", steps[-1].after, rule.most))
    rounded = round_down(steps[-1].after, case.content.step)
    if rounded != steps[-1].after:
        params = {"step": format(case.content.step, "f")}
        steps.append(CreditStep("rounding", steps[-1].after, rounded, params))
    return tuple(steps)


def limiting_steps(case: Case, credits: Decimal) -> tuple[CreditStep, ...]:
    """Return the steps that lower ``credits``: its family, earlier use, the target's room, every cap.

    What remains is a multiple of the step, and no cap is exceeded.
    """
    steps: list[CreditStep] = []
    left = credits
    for code, limit, params in _limits(case, credits):
        allowed = max(round_down(limit, case.content.step), ZERO)
        if allowed < left:
            steps.append(_cut(code, left, allowed, params))
            left = allowed
    return tuple(steps)


def cap_amount(cap: Cap, context: Context) -> Decimal:
    """Return the credits that a cap allows one learner in all, not rounded."""
    match cap.basis:
        case CapBasis.CREDITS:
            return cap.amount
        case CapBasis.PROGRAMME_TOTAL:
            return context.programme.total_credits * cap.amount / _PERCENT
        case CapBasis.ELECTIVE_TOTAL:
            return context.programme.elective_credits * cap.amount / _PERCENT


def _limits(case: Case, credits: Decimal) -> Iterator[tuple[str, Decimal, Mapping[str, str]]]:
    context = case.context
    counted = _counted_in_family(case)
    if counted > ZERO:
        group = case.rules.groups[case.rule.exclusive_key]
        rest = credits - counted if group.mode is ExclusiveMode.HIGHEST else ZERO
        yield "family", rest, {"key": group.key, "counted": format(counted, "f")}
    if case.rule.splittable:
        keys = set(duplicate_keys(case.outcome))
        used = sum((item.credits for item in context.recognised if keys & set(item.duplicate_keys)), ZERO)
        yield "split", credits - used, {"used": format(used, "f")}
    if case.room.room is not None:
        yield "target", case.room.room, {"target": case.room.target.code}
    for key in sorted(case.rule.cap_keys):
        amount = cap_amount(case.rules.caps[key], context)
        used = total(context.recognised, key)
        params = {"key": key, "amount": format(amount, "f"), "used": format(used, "f")}
        yield "cap", amount - used, params


def _counted_in_family(case: Case) -> Decimal:
    family = family_of(case.rule, case.outcome, case.rules.groups)
    if not family:
        return ZERO
    return sum((item.credits for item in case.context.recognised if item.family == family), ZERO)


def _cut(code: str, before: Decimal, limit: Decimal, params: Mapping[str, str] | None = None) -> CreditStep:
    return CreditStep(code, before, limit, {"limit": format(limit, "f"), **(params or {})})


def _readable(value: Decimal) -> Decimal:
    """Cut an endless quotient after four decimals; rounding down to the step comes to the same."""
    return value.quantize(_FINEST, ROUND_DOWN).normalize() + ZERO
