"""What is wrong with a rule set: rows that contradict themselves or name what does not exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from creditbank_desktop.domain.credits import MOST_IN_ONE_ENTRY, ZERO
from creditbank_desktop.domain.decisions import TargetKind
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.rules.rule_set import (
    CapBasis,
    Effect,
    HoursBasis,
    Requirement,
    Rule,
    RuleContent,
    RuleSet,
    ValueKind,
    VersionStatus,
)

_RULE_ID = re.compile(r"R(-[A-Z0-9]{1,12}){1,4}")
_PROGRAMME = re.compile(r"[1-9][0-9]{5}")
_MOST_PERCENT = 100
_PERCENTS = ("tasks_min", "match_min", "match_max")
_COUNTS = ("hours_min", "age_max_months", "rank_max")
_CREDITS = ("credits", "less_per_rank", "least", "most", "judge_from", "judge_to")
_CONTRADICTIONS = (frozenset({Requirement.INDIVIDUAL, Requirement.TEAM}),)


def check_content(content: RuleContent) -> tuple[Problem, ...]:
    """Return all that is wrong inside one version; fields name the rule ("rules.R-SKILL-3.credits").

    Codes: ``rules.twice``, ``rules.id_shape``, ``rules.clause_missing``, ``rules.credits_needed``,
    ``rules.credits_out_of_place``, ``rules.number``, ``rules.step``, ``rules.range``,
    ``rules.reason_missing``, ``rules.reason_out_of_place``, ``rules.contradiction``, ``rules.unknown_key``
    (key), ``rules.target``, ``rules.programme``, ``rules.hours_per_credit``, ``rules.percent``,
    ``rules.rank_awards``, ``rules.grade_word``.
    """
    found = list(_twice((rule.rule for rule in content.rules), "rules"))
    found.extend(_twice((cap.key for cap in content.caps), "caps"))
    found.extend(_twice((group.key for group in content.groups), "groups"))
    found.extend(_twice((material.key for material in content.materials), "materials"))
    for rule in content.rules:
        inside = f"rules.{rule.rule}"
        found.extend(problem.within(inside) for problem in _check_rule(rule, content))
    found.extend(_check_tables(content))
    return tuple(found)


def check_rule_set(rule_set: RuleSet) -> tuple[Problem, ...]:
    """Return all that is wrong between and around the versions.

    Codes: ``rules.twice``, ``rules.version_number``, ``rules.dates``, ``rules.same_person`` (author and
    approver are one), ``rules.not_approved``, ``rules.periods_overlap`` (versions), ``rules.supersedes``.
    """
    found = list(_twice((str(version.number) for version in rule_set.versions), "versions"))
    for version in rule_set.versions:
        field = f"versions.{version.number}"
        if version.number < 1:
            found.append(Problem("rules.version_number", field))
        if version.effective_to is not None and version.effective_to < version.effective_from:
            found.append(Problem("rules.dates", field))
        if version.status in (VersionStatus.EFFECTIVE, VersionStatus.RETIRED):
            if not version.author or not version.approver:
                found.append(Problem("rules.not_approved", field))
            elif version.author == version.approver:
                found.append(Problem("rules.same_person", field, {"person": version.author}))
        if version.supersedes is not None and rule_set.version(version.supersedes) is None:
            found.append(Problem("rules.supersedes", field, {"version": version.supersedes}))
    found.extend(_check_periods(rule_set))
    return tuple(found)


def _check_periods(rule_set: RuleSet) -> Iterator[Problem]:
    in_force = [
        version
        for version in rule_set.versions
        if version.status in (VersionStatus.EFFECTIVE, VersionStatus.RETIRED)
    ]
    for one, other in pairwise(sorted(in_force, key=lambda version: version.effective_from)):
        if one.effective_to is None or one.effective_to >= other.effective_from:
            yield Problem("rules.periods_overlap", "versions", {"one": one.number, "other": other.number})


def _check_rule(rule: Rule, content: RuleContent) -> Iterator[Problem]:
    if not _RULE_ID.fullmatch(rule.rule):
        yield Problem("rules.id_shape", "rule", {"rule": rule.rule})
    if not rule.clause_zh or not rule.clause_en:
        yield Problem("rules.clause_missing", "clause_zh" if not rule.clause_zh else "clause_en")
    yield from _check_effect(rule)
    yield from _check_numbers(rule, content.step)
    yield from _check_names(rule, content)
    for pair in _CONTRADICTIONS:
        if pair <= set(rule.requires):
            yield Problem("rules.contradiction", "requires", {"facts": ", ".join(sorted(pair))})


def _check_effect(rule: Rule) -> Iterator[Problem]:
    says_credits = rule.credits is not None
    needs = rule.value in (ValueKind.FIXED, ValueKind.PER_YEAR)
    if rule.effect is Effect.GIVE and needs and not says_credits:
        yield Problem("rules.credits_needed", "credits")
    if says_credits and (not needs or rule.effect is Effect.REFUSE):
        yield Problem("rules.credits_out_of_place", "credits")
    if rule.effect is Effect.REFUSE and not rule.refusal_reason:
        yield Problem("rules.reason_missing", "refusal_reason")
    if rule.effect is not Effect.REFUSE and rule.refusal_reason:
        yield Problem("rules.reason_out_of_place", "refusal_reason")
    if rule.effect is Effect.JUDGE:
        if rule.judge_to is None and needs and not says_credits:
            yield Problem("rules.range", "judge_to")
    elif rule.judge_from is not None or rule.judge_to is not None:
        yield Problem("rules.range", "judge_from")


def _check_numbers(rule: Rule, step: Decimal) -> Iterator[Problem]:
    for name in _CREDITS:
        value = getattr(rule, name)
        if value is not None and not ZERO <= value <= MOST_IN_ONE_ENTRY:
            yield Problem("rules.number", name, {"value": format(value, "f")})
        elif value is not None and step > ZERO and value % step != ZERO:
            yield Problem("rules.step", name, {"value": format(value, "f")})
    for name in _PERCENTS:
        percent = getattr(rule, name)
        if percent is not None and not 0 <= percent <= _MOST_PERCENT:
            yield Problem("rules.percent", name, {"value": percent})
    for name in _COUNTS:
        count = getattr(rule, name)
        if count is not None and count < 1:
            yield Problem("rules.number", name, {"value": count})
    if rule.score_min is not None and rule.score_min < ZERO:
        yield Problem("rules.number", "score_min", {"value": format(rule.score_min, "f")})
    pairs = (("match_min", "match_max"), ("least", "most"), ("judge_from", "judge_to"))
    for low, high in pairs:
        below, above = getattr(rule, low), getattr(rule, high)
        if below is not None and above is not None and below > above:
            yield Problem("rules.range", low)


def _check_names(rule: Rule, content: RuleContent) -> Iterator[Problem]:
    caps = {cap.key for cap in content.caps}
    groups = {group.key for group in content.groups}
    materials = {material.key for material in content.materials}
    named = (
        ("cap_keys", set(rule.cap_keys) - caps),
        ("exclusive_key", {rule.exclusive_key} - groups - {""}),
        ("materials", set(rule.materials) - materials),
    )
    for name, unknown in named:
        for key in sorted(unknown):
            yield Problem("rules.unknown_key", name, {"key": key})
    if (rule.target_kind is TargetKind.FREE) != (not rule.target):
        yield Problem("rules.target", "target")
    for code in rule.programmes:
        if not _PROGRAMME.fullmatch(code):
            yield Problem("rules.programme", "programmes", {"code": code})


def _check_tables(content: RuleContent) -> Iterator[Problem]:
    if content.step <= ZERO:
        yield Problem("rules.number", "step", {"value": format(content.step, "f")})
    hours = content.hours_per_credit
    if set(hours) != set(HoursBasis) or any(value < 1 for value in hours.values()):
        yield Problem("rules.hours_per_credit", "hours_per_credit")
    for cap in content.caps:
        most = MOST_IN_ONE_ENTRY if cap.basis is CapBasis.CREDITS else Decimal(_MOST_PERCENT)
        if not ZERO <= cap.amount <= most:
            yield Problem("rules.number", f"caps.{cap.key}", {"value": format(cap.amount, "f")})
    ranked = sorted(content.rank_awards, key=lambda row: row.first)
    disordered = any(row.first < 1 or row.last < row.first for row in ranked)
    if disordered or any(one.last >= other.first for one, other in pairwise(ranked)):
        yield Problem("rules.rank_awards", "rank_awards")
    for word, mark in content.grade_words.items():
        if not 0 <= mark <= _MOST_PERCENT:
            yield Problem("rules.grade_word", "grade_words", {"word": word})


def _twice(keys: Iterable[str], field: str) -> Iterator[Problem]:
    for key, count in sorted(Counter(keys).items()):
        if count > 1:
            yield Problem("rules.twice", field, {"key": key})
