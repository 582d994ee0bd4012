"""What the rules read from an outcome, in one normalised form for all fourteen types."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.outcomes import (
    Contest,
    FormalCourse,
    LanguageComputer,
    Mooc,
    OnePlusX,
    Outcome,
    Patent,
    Publication,
    SelfStudyExam,
    SkillCertificate,
    WorkExperience,
    fold,
)
from creditbank_desktop.rules.families import occupation_of
from creditbank_desktop.rules.rule_set import Requirement, RuleContent

_NUMBER = re.compile(r"[0-9]{1,4}(\.[0-9]{1,2})?")
_LEAST_PASS = Decimal("60")


@dataclass(frozen=True, slots=True)
class Facts:
    """The readings that conditions and values are computed from; None and "" where nothing is stated.

    ``age_months`` are the months begun from issue to acceptance, ``work_months`` the complete ones worked,
    ``rank`` the learner's place among inventors, authors or team members, ``stated_credits`` the credits
    that the outcome itself carries.
    """

    code: str = ""
    level: str = ""
    issuer: str = ""
    score: Decimal | None = None
    score_scale: str = "percent"
    hours: int | None = None
    tasks: int | None = None
    match: int | None = None
    age_months: int | None = None
    work_months: int | None = None
    rank: int | None = None
    stated_credits: Decimal | None = None
    grade: str = ""
    holds: frozenset[Requirement] = frozenset()
    inputs: tuple[tuple[str, ...], ...] = ()


def facts_of(outcome: Outcome, content: RuleContent, accepted_on: date) -> Facts:
    """Return what ``content`` reads from ``outcome`` on the day of acceptance."""
    details = outcome.details
    match = details.content_match_percent if isinstance(details, FormalCourse | SelfStudyExam) else None
    facts = Facts(
        code=_code_of(outcome, content),
        level=_level_of(outcome, content),
        issuer=fold(outcome.issuer),
        score=_score_of(outcome, content),
        score_scale="percent" if outcome.score_scale != "points" else "points",
        hours=outcome.hours,
        tasks=details.tasks_percent if isinstance(details, Mooc) else None,
        match=match,
        age_months=None if outcome.issued_on is None else months_begun(outcome.issued_on, accepted_on),
        work_months=_months_worked(details, accepted_on) if isinstance(details, WorkExperience) else None,
        rank=_rank_of(outcome),
        stated_credits=_stated_credits(outcome),
        grade=_grade_of(outcome),
        holds=_requirements(outcome, match),
    )
    return replace(facts, inputs=_inputs(outcome, facts))


def _inputs(outcome: Outcome, facts: Facts) -> tuple[tuple[str, ...], ...]:
    """Return what was read as pairs of key and text, without what is not stated."""
    shifted = isinstance(outcome.details, Contest) and facts.level != outcome.level
    read: tuple[tuple[str, object], ...] = (
        ("title", outcome.title),
        ("issuer", outcome.issuer),
        ("issued_on", outcome.issued_on),
        ("valid_until", outcome.valid_until),
        ("occupation", occupation_of(outcome)),
        ("code", facts.code),
        ("level", outcome.level),
        ("counts_as_level", facts.level if shifted else ""),
        ("hours", facts.hours),
        ("score", facts.score),
        ("tasks_percent", facts.tasks),
        ("content_match_percent", facts.match),
        ("months_worked", facts.work_months),
        ("rank", facts.rank),
        ("stated_credits", facts.stated_credits),
    )
    return tuple((key, _text(value)) for key, value in read if value not in (None, ""))


def months_complete(start: date, end: date) -> int:
    """Return the whole calendar months from ``start`` to ``end``, 0 when the end comes first."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return max(months, 0)


def months_begun(start: date, end: date) -> int:
    """Return the months from ``start`` to ``end``, a begun one counted whole; 60 on the fifth anniversary."""
    complete = months_complete(start, end)
    return complete + 1 if end > start and end.day != start.day else complete


def _text(value: object) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _code_of(outcome: Outcome, content: RuleContent) -> str:
    match outcome.details:
        case Contest(award=award, rank=rank):
            if award or rank is None:
                return award
            return next((row.award for row in content.rank_awards if row.first <= rank <= row.last), "")
        case Patent(patent_kind=kind):
            return kind
        case LanguageComputer(test=test):
            return test
        case OnePlusX(code=code):
            return code
        case FormalCourse(course_code=code):
            return code
        case _:
            return ""


def _level_of(outcome: Outcome, content: RuleContent) -> str:
    if not isinstance(outcome.details, Contest):
        return outcome.level
    for shift in content.level_shifts:
        if (shift.organiser_kind, shift.level) == (outcome.details.organiser_kind, outcome.level):
            return shift.counts_as or "none"
    return outcome.level


def _grade_of(outcome: Outcome) -> str:
    if isinstance(outcome.details, FormalCourse) and outcome.details.grade:
        return outcome.details.grade
    return "" if outcome.raw_score is None else format(outcome.raw_score, "f")


def _score_of(outcome: Outcome, content: RuleContent) -> Decimal | None:
    if outcome.raw_score is not None:
        if outcome.score_scale == "pass_fail":
            return ZERO if outcome.raw_score == ZERO else max(outcome.raw_score, _LEAST_PASS)
        return outcome.raw_score
    if not isinstance(outcome.details, FormalCourse):
        return None
    grade = outcome.details.grade.strip()
    if _NUMBER.fullmatch(grade):
        return Decimal(grade)
    mark = content.grade_words.get(grade)
    return None if mark is None else Decimal(mark)


def _rank_of(outcome: Outcome) -> int | None:
    match outcome.details:
        case Contest(member_rank=rank) | Patent(inventor_rank=rank) | Publication(author_rank=rank):
            return rank
        case _:
            return None


def _stated_credits(outcome: Outcome) -> Decimal | None:
    match outcome.details:
        case FormalCourse(credits=credits) | OnePlusX(ratified_credits=credits):
            return credits
        case _:
            return None


def _months_worked(work: WorkExperience, accepted_on: date) -> int | None:
    if work.from_on is None:
        return None
    last = accepted_on if work.to_on is None else min(work.to_on, accepted_on)
    return months_complete(work.from_on, last + timedelta(days=1))


def _requirements(outcome: Outcome, match: int | None) -> frozenset[Requirement]:
    details = outcome.details
    found = {
        Requirement.CORE_OF_MAJOR: isinstance(details, SkillCertificate) and details.is_core_of_major,
        Requirement.RATIFIED_CREDITS: isinstance(details, OnePlusX) and details.ratified_credits is not None,
        Requirement.RELEVANT: isinstance(details, WorkExperience) and details.is_relevant,
        Requirement.FULL_TIME: isinstance(details, WorkExperience) and details.full_time,
        Requirement.MATCH_UNSTATED: match is None,
        Requirement.INDIVIDUAL: isinstance(details, Contest) and details.team_size <= 1,
        Requirement.TEAM: isinstance(details, Contest) and details.team_size > 1,
    }
    return frozenset(key for key, holds in found.items() if holds)
