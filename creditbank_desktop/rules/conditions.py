"""Tests the conditions of a rule against the facts, and keeps what failed for the near misses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from creditbank_desktop.domain.decisions import Target, TargetKind
from creditbank_desktop.domain.outcomes import fold
from creditbank_desktop.rules.context import Context
from creditbank_desktop.rules.explanation import Condition, NearMiss
from creditbank_desktop.rules.facts import Facts
from creditbank_desktop.rules.rule_set import Rule

_MOST_NEAR_MISSES = 5


def conditions(rule: Rule, facts: Facts, context: Context) -> tuple[Condition, ...]:
    """Return every condition that the rule asks, with what the facts say and whether it holds."""
    return (
        *_names(rule, facts, context),
        *_facts(rule, facts),
        *_numbers(rule, facts),
        *_target(rule, context),
    )


def holds(tested: Sequence[Condition]) -> bool:
    """Return whether a rule with these conditions fires."""
    return all(condition.holds for condition in tested)


def near_misses(
    tested: Sequence[tuple[Rule, tuple[Condition, ...]]], fired: Rule | None
) -> tuple[NearMiss, ...]:
    """Return the rules that came nearest without firing, at most five.

    When a rule fired: those that failed on one condition alone; when none did: those with the fewest
    failures.
    """
    failures = [
        (rule, tuple(condition for condition in found if not condition.holds))
        for rule, found in tested
        if rule is not fired
    ]
    failures = [(rule, failed) for rule, failed in failures if failed]
    fewest = 1 if fired is not None else min((len(failed) for _, failed in failures), default=0)
    nearest = [(rule, failed) for rule, failed in failures if len(failed) == fewest]
    return tuple(
        NearMiss(rule.rule, rule.clause_zh, rule.clause_en, failed)
        for rule, failed in nearest[:_MOST_NEAR_MISSES]
    )


def _names(rule: Rule, facts: Facts, context: Context) -> Iterator[Condition]:
    if rule.codes:
        yield Condition("code", "/".join(rule.codes), facts.code, facts.code in rule.codes)
    if rule.levels:
        yield Condition("level", "/".join(rule.levels), facts.level, facts.level in rule.levels)
    if rule.issuers:
        known = any(fold(issuer) == facts.issuer for issuer in rule.issuers)
        yield Condition("issuer", "/".join(rule.issuers), facts.issuer, known)
    if rule.programmes:
        code = context.programme.code
        yield Condition("programme", "/".join(rule.programmes), code, code in rule.programmes)


def _facts(rule: Rule, facts: Facts) -> Iterator[Condition]:
    for required in rule.requires:
        actual = required in facts.holds
        yield Condition(required.value, "true", "true" if actual else "false", actual)


def _numbers(rule: Rule, facts: Facts) -> Iterator[Condition]:
    if rule.score_min is not None:
        yield from _score(rule, rule.score_min, facts)
    least = (
        ("hours_min", rule.hours_min, facts.hours),
        ("tasks_min", rule.tasks_min, facts.tasks),
        ("match_min", rule.match_min, facts.match),
    )
    for key, wanted, actual in least:
        if wanted is not None:
            yield Condition(key, str(wanted), _stated(actual), actual is not None and actual >= wanted)
    most = (
        ("match_max", rule.match_max, facts.match),
        ("age_max_months", rule.age_max_months, facts.age_months),
        ("rank_max", rule.rank_max, facts.rank),
    )
    for key, wanted, actual in most:
        if wanted is not None:
            yield Condition(key, str(wanted), _stated(actual), actual is not None and actual <= wanted)


def _score(rule: Rule, wanted: Decimal, facts: Facts) -> Iterator[Condition]:
    if facts.score is None:
        yield Condition("score_min", format(wanted, "f"), "", rule.score_may_lack)
        return
    if facts.score_scale != rule.score_scale:
        yield Condition("score_scale", rule.score_scale, facts.score_scale, False)
    reached = facts.score >= wanted
    yield Condition("score_min", format(wanted, "f"), format(facts.score, "f"), reached)


def _target(rule: Rule, context: Context) -> Iterator[Condition]:
    requested = context.requested
    if requested.kind is TargetKind.FREE:
        return
    if rule.target_kind is not TargetKind.FREE:
        named = Target(rule.target_kind, rule.target)
        yield Condition("target", named.code, requested.code, named == requested)
    if rule.target_subjects:
        subjects = subjects_of(requested, context)
        wanted = {subject.value for subject in rule.target_subjects}
        fits = bool(subjects) and subjects <= wanted
        yield Condition("target", "/".join(sorted(wanted)), "/".join(sorted(subjects)), fits)


def subjects_of(target: Target, context: Context) -> frozenset[str]:
    """Return the subjects of the course, or of all courses of the module, that a target names."""
    if target.kind is TargetKind.MODULE:
        return frozenset(course.subject.value for course in context.programme.courses_of(target.code))
    course = context.programme.course(target.code)
    return frozenset() if course is None else frozenset({course.subject.value})


def _stated(value: int | None) -> str:
    return "" if value is None else str(value)
