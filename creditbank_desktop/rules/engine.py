"""Proposes what an outcome is worth, with exactly one explanation for each, the same for the same input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import RuleReference, Target
from creditbank_desktop.domain.outcomes import Outcome, VerificationState, duplicate_keys
from creditbank_desktop.rules.conditions import conditions, holds, near_misses
from creditbank_desktop.rules.context import Context, IndexedRules, recognised_before
from creditbank_desktop.rules.explanation import (
    Condition,
    CreditStep,
    Explanation,
    Finding,
    FindingCode,
    NearMiss,
    SecondOpinionReason,
    Suggestion,
    SuggestionKind,
)
from creditbank_desktop.rules.facts import facts_of
from creditbank_desktop.rules.rule_set import Effect, GradePolicy, Rule, ValueKind
from creditbank_desktop.rules.targets import choose_target, room_of, target_findings
from creditbank_desktop.rules.valuing import Case, limiting_steps, own_steps, worth

EXEMPT = "免修"
"""The grade text of an exemption, followed by the mark that the rule set gives it."""

_REASON_OF_CONDITION = {
    "score_min": FindingCode.BELOW_SCORE,
    "hours_min": FindingCode.BELOW_HOURS,
    "tasks_min": FindingCode.BELOW_HOURS,
    "match_min": FindingCode.CONTENT_MATCH_TOO_LOW,
    "age_max_months": FindingCode.EXPIRED,
    "relevant": FindingCode.NOT_RELEVANT,
}
_REASON_OF_STEP = {
    "cap": FindingCode.CAP_REACHED,
    "family": FindingCode.HIGHER_LEVEL_COUNTED,
    "split": FindingCode.ALREADY_USED,
    "target": FindingCode.TARGET_FULL,
}


@dataclass(frozen=True, slots=True)
class _Valued:
    """The credits of one fired rule with the way there."""

    computed: Decimal = ZERO
    credits: Decimal = ZERO
    steps: tuple[CreditStep, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    findings: tuple[Finding, ...] = ()


def suggest(rules: IndexedRules, outcome: Outcome, context: Context) -> Suggestion:
    """Return what the version of ``rules`` says about ``outcome``.

    The rule of highest priority whose conditions all hold fires; the order of the rows makes no difference.
    Credits are a multiple of the version's step, rounded down, and exceed no cap.
    """
    facts = facts_of(outcome, rules.version.content, context.accepted_on)
    tested = [(rule, conditions(rule, facts, context)) for rule in rules.by_type[outcome.type]]
    fired = next(((rule, found) for rule, found in tested if holds(found)), None)
    missed = near_misses(tested, fired[0] if fired else None)
    version = rules.version
    start = Explanation(
        kind=SuggestionKind.ZERO,
        family=version.family,
        version=version.number,
        rule_set_hash=version.content_hash,
        inputs=facts.inputs,
        near_misses=missed,
        target=context.requested,
    )
    if fired is None:
        findings = tuple(_all_findings(_without_rule(missed), _about_outcome(outcome, context)))
        return _suggestion(replace(start, kind=_kind_without_credit(findings), findings=findings))
    rule, found = fired
    target = choose_target(rule, context)
    case = Case(rules, rule, outcome, facts, context, room_of(target, context))
    return _suggestion(_explain(case, found, start))


def suggest_all(
    rules: IndexedRules, lines: Iterable[tuple[Outcome, Target]], context: Context
) -> tuple[Suggestion, ...]:
    """Return the suggestions for the lines of one application; each sees what the lines before it would use.

    ``context.requested`` is replaced by the target of each line.
    """
    found = []
    for outcome, requested in lines:
        suggestion = suggest(rules, outcome, replace(context, requested=requested))
        found.append(suggestion)
        if suggestion.credits > ZERO and suggestion.rule is not None:
            used = recognised_before(
                rules, suggestion.rule.rule, outcome, suggestion.credits, suggestion.target
            )
            context = context.with_recognised(used)
    return tuple(found)


def _explain(case: Case, found: tuple[Condition, ...], start: Explanation) -> Explanation:
    rule = case.rule
    blocking = tuple(_blocking(case))
    valued = _Valued() if any(finding.stops for finding in blocking) else _value(case)
    findings = tuple(_all_findings(blocking, valued.findings))
    kind = _kind(rule, valued, findings)
    second = _second_opinion(case, kind, valued)
    return replace(
        start,
        kind=kind,
        rule=rule.rule,
        clause_zh=rule.clause_zh,
        clause_en=rule.clause_en,
        conditions=found,
        steps=valued.steps,
        computed_credits=valued.computed,
        credits=valued.credits,
        least_credits=valued.least,
        most_credits=valued.most,
        target=case.room.target,
        grade_text=_grade_text(case) if valued.credits > ZERO else "",
        counts_for_gpa=valued.credits > ZERO and rule.grade_policy is GradePolicy.ORIGINAL,
        second_opinion=second,
        materials=rule.materials,
        findings=findings,
    )


def _value(case: Case) -> _Valued:
    if case.rule.effect is Effect.REFUSE:
        return _Valued()
    own = worth(case)
    if own is None:
        if case.rule.effect is Effect.JUDGE and case.rule.judge_from is not None:
            own = case.rule.judge_from
        else:
            code = FindingCode.TARGET_NEEDED if case.rule.value is ValueKind.TARGET else FindingCode.NO_RULE
            return _Valued(findings=(Finding(code),))
    steps = own_steps(case, own)
    computed = steps[-1].after
    limits = limiting_steps(case, computed)
    credits = limits[-1].after if limits else computed
    valued = _Valued(computed, credits, (*steps, *limits), findings=_about_limits(limits))
    return _judged(case, valued) if case.rule.effect is Effect.JUDGE else valued


def _judged(case: Case, valued: _Valued) -> _Valued:
    rule = case.rule
    highest = valued.computed if rule.judge_to is None else own_steps(case, rule.judge_to)[-1].after
    lowest = ZERO if not rule.judge_from else own_steps(case, rule.judge_from)[-1].after
    limits = limiting_steps(case, highest)
    most = limits[-1].after if limits else highest
    least = min(lowest, most)
    return replace(valued, credits=min(max(valued.credits, least), most), least=least, most=most)


def _about_limits(limits: tuple[CreditStep, ...]) -> tuple[Finding, ...]:
    if not limits:
        return ()
    last = limits[-1]
    if last.after == ZERO:
        return (Finding(_REASON_OF_STEP[last.code], last.params),)
    return tuple(Finding(FindingCode.CUT_BY_CAP, step.params) for step in limits if step.code == "cap")


def _blocking(case: Case) -> Iterator[Finding]:
    rule = case.rule
    yield from _about_outcome(case.outcome, case.context)
    if not rule.splittable and _is_used(case.outcome, case.context):
        yield Finding(FindingCode.ALREADY_USED, stops=True)
    if rule.effect is Effect.REFUSE:
        yield Finding(rule.refusal_reason, {"rule": rule.rule}, stops=True)
    yield from target_findings(case.room.target, case.outcome, case.context, case.content)


def _about_outcome(outcome: Outcome, context: Context) -> Iterator[Finding]:
    if outcome.verification_state is VerificationState.FAILED:
        yield Finding(FindingCode.NOT_GENUINE, stops=True)
    elif outcome.verification_state is VerificationState.PENDING:
        yield Finding(FindingCode.VERIFICATION_PENDING)
    if outcome.valid_until is not None and outcome.valid_until < context.accepted_on:
        yield Finding(FindingCode.EXPIRED, {"valid_until": outcome.valid_until.isoformat()}, stops=True)


def _is_used(outcome: Outcome, context: Context) -> bool:
    keys = set(duplicate_keys(outcome))
    return any(keys & set(item.duplicate_keys) for item in context.recognised)


def _without_rule(missed: tuple[NearMiss, ...]) -> Iterator[Finding]:
    yield Finding(FindingCode.NO_RULE)
    if missed and len(missed[0].failed) == 1:
        reasons = {_REASON_OF_CONDITION.get(miss.failed[0].key) for miss in missed}
        for reason in FindingCode:
            if reason in reasons:
                yield Finding(reason)


def _all_findings(*groups: Iterable[Finding]) -> Iterator[Finding]:
    """Give the findings of all groups, what stops first."""
    every = [finding for group in groups for finding in group]
    yield from (finding for finding in every if finding.stops)
    yield from (finding for finding in every if not finding.stops)


def _kind_without_credit(findings: tuple[Finding, ...]) -> SuggestionKind:
    refused = any(finding.stops for finding in findings)
    return SuggestionKind.REFUSED if refused else SuggestionKind.ZERO


def _kind(rule: Rule, valued: _Valued, findings: tuple[Finding, ...]) -> SuggestionKind:
    if any(finding.stops for finding in findings):
        return SuggestionKind.REFUSED
    if rule.effect is Effect.JUDGE and valued.most:
        return SuggestionKind.JUDGEMENT
    return SuggestionKind.CREDITS if valued.credits > ZERO else SuggestionKind.ZERO


def _second_opinion(case: Case, kind: SuggestionKind, valued: _Valued) -> tuple[SecondOpinionReason, ...]:
    if kind not in (SuggestionKind.CREDITS, SuggestionKind.JUDGEMENT):
        return ()
    found = []
    if case.rule.second_opinion:
        found.append(SecondOpinionReason.RULE_ASKS)
    if max(valued.credits, valued.most or ZERO) > case.content.second_opinion_above:
        found.append(SecondOpinionReason.ABOVE_CREDITS)
    return tuple(found)


def _grade_text(case: Case) -> str:
    if case.rule.grade_policy is GradePolicy.ORIGINAL and case.facts.grade:
        return case.facts.grade
    return f"{EXEMPT} {case.content.exemption_grade}"


def _suggestion(explanation: Explanation) -> Suggestion:
    rule = None
    if explanation.rule:
        rule = RuleReference(
            rule=explanation.rule,
            version=explanation.version,
            clause=explanation.clause_zh,
            family=explanation.family,
            rule_set_hash=explanation.rule_set_hash,
        )
    return Suggestion(explanation.kind, explanation.credits, explanation.target, rule, explanation)
