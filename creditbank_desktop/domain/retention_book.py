"""The retention schedule in force: what the program ships, with the periods that the office changed."""

from __future__ import annotations

from dataclasses import replace

from creditbank_desktop.domain.reference import Fields
from creditbank_desktop.domain.reference_book import ReferenceBook
from creditbank_desktop.domain.reference_kinds import (
    FOR_A_PERIOD,
    FOR_GOOD,
    STUDIES,
    ReferenceKind,
)
from creditbank_desktop.domain.retention import (
    KEPT_FOR_GOOD,
    RetainedSince,
    RetentionRule,
    RetentionSchedule,
)


def seed_of_retention(schedule: RetentionSchedule) -> dict[str, Fields]:
    """Return a schedule as entries by key: one a rule, by its subject, and the length of studies."""
    found: dict[str, Fields] = {rule.subject.value: _fields(rule) for rule in schedule.rules}
    found[STUDIES] = {"keep": FOR_A_PERIOD, "years": str(schedule.study_years), "days": "0"}
    return found


def retention_of(book: ReferenceBook, shipped: RetentionSchedule) -> RetentionSchedule:
    """Return the schedule in force. An entry that does not hold together leaves its rule as shipped."""
    texts = {entry.key: entry.fields for entry in book.entries(ReferenceKind.RETENTION)}
    return with_periods(shipped, texts)


def with_periods(schedule: RetentionSchedule, texts: dict[str, Fields]) -> RetentionSchedule:
    """Return ``schedule`` with the periods that ``texts`` (entries by key) give."""
    studies = _number(texts.get(STUDIES, {}), "years") or schedule.study_years
    rules = tuple(_changed(rule, texts.get(rule.subject.value, {})) for rule in schedule.rules)
    return replace(schedule, study_years=studies, rules=rules)


def _changed(rule: RetentionRule, fields: Fields) -> RetentionRule:
    if rule.subject in KEPT_FOR_GOOD or not fields:
        return rule
    if fields.get("keep") == FOR_GOOD:
        return replace(rule, since=RetainedSince.NEVER, years=0, days=0)
    years, days = _number(fields, "years"), _number(fields, "days")
    return replace(rule, years=years, days=days) if years + days else rule


def _fields(rule: RetentionRule) -> Fields:
    keep = FOR_GOOD if rule.is_permanent else FOR_A_PERIOD
    return {"keep": keep, "years": str(rule.years), "days": str(rule.days)}


def _number(fields: Fields, name: str) -> int:
    text = fields.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() else 0
