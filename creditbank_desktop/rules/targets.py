"""What the credits are recognised for: the target's room, exclusions, directions, and likely candidates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import FREE_CREDITS, Target, TargetKind
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType, fold
from creditbank_desktop.domain.programmes import Course, CourseCategory
from creditbank_desktop.rules.conditions import subjects_of
from creditbank_desktop.rules.context import Context, IndexedRules
from creditbank_desktop.rules.explanation import Finding, FindingCode
from creditbank_desktop.rules.families import occupation_of
from creditbank_desktop.rules.rule_set import Rule, RuleContent

_MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class TargetRoom:
    """A target with its own credits and those still free in it; both None for free credits."""

    target: Target
    credits: Decimal | None = None
    room: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A course that an outcome could count for; ``likeness`` 0 to 100 compares the names."""

    target: Target
    name_zh: str
    name_en: str
    credits: Decimal
    likeness: int


def choose_target(rule: Rule, context: Context) -> Target:
    """Return the target that the applicant asked for, else the one that the rule names, else free credits.

    A rule for subjects takes the first module made of nothing else, then the first course.
    """
    if context.requested.kind is not TargetKind.FREE:
        return context.requested
    if rule.target_kind is not TargetKind.FREE:
        return Target(rule.target_kind, rule.target)
    if rule.target_subjects:
        return next(_of_subjects(rule, context), FREE_CREDITS)
    return FREE_CREDITS


def room_of(target: Target, context: Context) -> TargetRoom:
    """Return the credits of a target and what earlier recognitions left free in it and in its module."""
    if target.kind is TargetKind.FREE:
        return TargetRoom(target)
    if target.kind is TargetKind.MODULE:
        own, room = _module_room(target.code, context)
        return TargetRoom(target, own, room)
    course = context.programme.course(target.code)
    if course is None:
        return TargetRoom(target, ZERO, ZERO)
    room = course.credits - _used({course.code}, context)
    return TargetRoom(target, course.credits, max(min(room, _module_room(course.module, context)[1]), ZERO))


def _module_room(module: str, context: Context) -> tuple[Decimal, Decimal]:
    courses = context.programme.courses_of(module)
    own = sum((course.credits for course in courses), ZERO)
    used = _used({module, *(course.code for course in courses)}, context)
    return own, max(own - used, ZERO)


def _used(inside: set[str], context: Context) -> Decimal:
    named = (item for item in context.recognised if item.target.kind is not TargetKind.FREE)
    return sum((item.credits for item in named if item.target.code in inside), ZERO)


def target_findings(
    target: Target, outcome: Outcome, context: Context, content: RuleContent
) -> Iterator[Finding]:
    """Give what forbids a target: unknown in the programme, excluded subject, or wrong direction."""
    if target.kind is TargetKind.FREE:
        return
    subjects = subjects_of(target, context)
    if not subjects:
        yield Finding(FindingCode.TARGET_UNKNOWN, {"target": target.code}, stops=True)
        return
    exempt = context.is_veteran or outcome.type is OutcomeType.MILITARY
    for row in content.excluded:
        if row.subject.value in subjects and not (row.veterans_excepted and exempt):
            params = {"subject": row.subject.value, "clause_zh": row.clause_zh, "clause_en": row.clause_en}
            yield Finding(FindingCode.TARGET_EXCLUDED, params, stops=True)
    category = _category_of(target, context)
    for direction in content.directions:
        same_source = direction.source is context.source_category
        if same_source and category is not None and category.is_compulsory is direction.target_is_compulsory:
            params = {"clause_zh": direction.clause_zh, "clause_en": direction.clause_en}
            yield Finding(FindingCode.DIRECTION_FORBIDDEN, params, stops=True)


def candidates(rules: IndexedRules, outcome: Outcome, context: Context) -> tuple[Candidate, ...]:
    """Return up to five courses of the programme that the outcome may count for, most alike names first.

    Excluded courses, forbidden directions and courses without room are left out.
    """
    names = (outcome.title, *outcome.aliases, occupation_of(outcome))
    wanted = [_pairs(name) for name in names if name]
    found = []
    for course in context.programme.courses:
        target = Target(TargetKind.COURSE, course.code)
        if any(target_findings(target, outcome, context, rules.version.content)):
            continue
        if not room_of(target, context).room:
            continue
        likeness = max((_likeness(pairs, course) for pairs in wanted), default=0)
        found.append(Candidate(target, course.name_zh, course.name_en, course.credits, likeness))
    found.sort(key=lambda candidate: (-candidate.likeness, candidate.target.code))
    return tuple(found[:_MOST_CANDIDATES])


def _of_subjects(rule: Rule, context: Context) -> Iterator[Target]:
    wanted = {subject.value for subject in rule.target_subjects}
    for module in context.programme.modules:
        subjects = subjects_of(Target(TargetKind.MODULE, module.code), context)
        if subjects and subjects <= wanted:
            yield Target(TargetKind.MODULE, module.code)
    for course in context.programme.courses:
        if course.subject.value in wanted:
            yield Target(TargetKind.COURSE, course.code)


def _category_of(target: Target, context: Context) -> CourseCategory | None:
    found = (
        context.programme.module(target.code)
        if target.kind is TargetKind.MODULE
        else context.programme.course(target.code)
    )
    return None if found is None else found.category


def _pairs(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(folded[place : place + 2] for place in range(len(folded) - 1))


def _likeness(pairs: frozenset[str], course: Course) -> int:
    best = 0
    for name in (course.name_zh, course.name_en):
        own = _pairs(name)
        if own and pairs:
            best = max(best, 200 * len(own & pairs) // (len(own) + len(pairs)))
    return best
