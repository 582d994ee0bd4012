"""The retention rules as the office works on them: in words, and what another period would make due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference import Fields, ReferenceChange
from creditbank_desktop.domain.reference_fields import check_fields, clean_fields
from creditbank_desktop.domain.reference_kinds import SPECS, STUDIES, ReferenceKind
from creditbank_desktop.domain.retention import RetainedSubject, RetentionRule, RetentionSchedule
from creditbank_desktop.domain.retention_book import with_periods
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.due_records import due_items, stale_drafts
from creditbank_desktop.services.reference_reading import entry_row, touched_by
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_reference import RetentionEffect, RetentionRow, RetentionTable
from creditbank_desktop.services.workroom import Workroom


class RetentionService:
    """Views on the retention rules; they are changed by `ReferenceService.save`."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def table(self, actor: Actor) -> RetentionTable:
        """Return every rule in words with the length of studies, as in force and as shipped."""
        room = self._room
        book, now, shipped = room.reference.book, room.retention, room.reference.shipped_retention
        touched = touched_by(room.store.read(lambda reader: reader.reference_proposals(pending=True)))
        rows = []
        for entry in book.entries(ReferenceKind.RETENTION):
            row = entry_row(entry, touched)
            if entry.key == STUDIES:
                rows.append(RetentionRow(row, years=now.study_years, shipped_years=shipped.study_years))
                continue
            subject = RetainedSubject(entry.key)
            rule, first = now.rule_for(subject), shipped.rule_for(subject)
            if rule is not None and first is not None:
                rows.append(RetentionRow(row, _clauses(rule), _clauses(first)))
        return RetentionTable(tuple(rows))

    @permitted
    def effect(self, actor: Actor, key: str, fields: Fields) -> RetentionEffect | None:
        """Return what the entry ``key`` with other ``fields`` would make due today; None where they cannot
        be read or nothing would change.
        """
        spec = SPECS[ReferenceKind.RETENTION]
        entry = self._room.reference.book.entry(ReferenceKind.RETENTION, key)
        if entry is None:
            return None
        wanted = {**entry.fields, **clean_fields(spec, fields)}
        if check_fields(spec, key, wanted) or wanted == entry.fields:
            return None
        today = self._room.clock.today()
        return self._room.store.read(lambda reader: _effect(self._room, reader, {key: wanted}, today))


def effect_of(room: Workroom, reader: Reader, changes: Iterable[ReferenceChange]) -> RetentionEffect | None:
    """Return what the changes of a proposal would make due today; None if they are about something else."""
    book = room.reference.book
    wanted: dict[str, Fields] = {}
    for change in changes:
        entry = book.entry(ReferenceKind.RETENTION, change.key)
        if change.kind == ReferenceKind.RETENTION.value and entry is not None:
            wanted[change.key] = {**entry.fields, **change.fields}
    return _effect(room, reader, wanted, room.clock.today()) if wanted else None


def _effect(room: Workroom, reader: Reader, wanted: dict[str, Fields], by: date) -> RetentionEffect:
    then = with_periods(room.retention, wanted)
    return RetentionEffect(_due(reader, room.retention, by), _due(reader, then, by))


def _due(reader: Reader, schedule: RetentionSchedule, by: date) -> int:
    """Return how many files, learners, drafts and unused scans are due under a schedule."""
    count = 0
    for rule in schedule.rules:
        if rule.is_permanent:
            continue
        if rule.subject is RetainedSubject.DRAFTS:
            drafts, strays = stale_drafts(reader, rule, by)
            count += len(drafts) + len(strays)
        else:
            count += len(due_items(reader, schedule, rule, by))
    return count


def _clauses(rule: RetentionRule) -> tuple[str, str]:
    return rule.clause_zh, rule.clause_en
