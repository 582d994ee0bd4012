"""Which records are due for disposal by a day, under which retention rule."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from creditbank_desktop.domain.disposals import Disposal, DisposalItem, DisposalKind, DisposalState
from creditbank_desktop.domain.ids import ApplicationId, LearnerId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.masking import PersonalField, masked
from creditbank_desktop.domain.retention import RetainedSubject, RetentionRule, RetentionSchedule
from creditbank_desktop.models.blob_disposal import blobs_in
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.views_privacy import DueItem

_CHUNK = 200


def due_items(reader: Reader, schedule: RetentionSchedule, rule: RetentionRule, by: date) -> list[DueItem]:
    """Return the records under ``rule`` whose last day lies before ``by``, the longest due first.

    Names and numbers are masked: whoever proposes needs to know which records they are, not who the people
    are.
    """
    match rule.subject:
        case RetainedSubject.GRANTED_SCANS | RetainedSubject.REFUSED_SCANS:
            found = _due_files(reader, schedule, rule, by)
        case RetainedSubject.LEARNER:
            found = _due_learners(reader, schedule, rule, by)
        case _:
            found = []
    return sorted(found, key=lambda item: (item.kept_until, item.number))


def in_open_entries(register: tuple[Disposal, ...]) -> frozenset[DisposalItem]:
    """Return the records that stand in a proposal that is not settled yet."""
    waiting = (DisposalState.PROPOSED, DisposalState.APPROVED)
    return frozenset(item for entry in register if entry.state in waiting for item in entry.items)


def stale_drafts(reader: Reader, rule: RetentionRule, by: date) -> tuple[tuple[str, ...], dict[str, int]]:
    """Return the drafts, and the scans that nothing uses, that nobody touched for the time of ``rule``."""
    before = datetime.combine(by, time()).astimezone() - timedelta(days=rule.days + 366 * rule.years)
    drafts = reader.drafts_before(before)
    in_drafts = {
        blob for draft in reader.drafts() if draft.draft not in drafts for blob in blobs_in(draft.data)
    }
    strays = {blob: size for blob, size in reader.stray_blobs(before).items() if blob not in in_drafts}
    return drafts, strays


def _due_files(reader: Reader, schedule: RetentionSchedule, rule: RetentionRule, by: date) -> list[DueItem]:
    keys = reader.ended_files_with_scans()
    learners: dict[LearnerId, Learner | None] = {}
    found = []
    for start in range(0, len(keys), _CHUNK):
        for file in reader.applications(ApplicationId(key) for key in keys[start : start + _CHUNK]):
            if file.learner not in learners:
                learners[file.learner] = reader.learner(file.learner)
            learner = learners[file.learner]
            if learner is None or schedule.subject_of(file) is not rule.subject:
                continue
            until = schedule.file_kept_until(file, learner.intake_year)
            if until is None or until >= by:
                continue
            item = DisposalItem(DisposalKind.SCANS, file.application)
            pieces = len(file.evidence)
            found.append(DueItem(item, file.receipt_number, _name(learner), until, pieces, file.learner))
    return found


def _due_learners(
    reader: Reader, schedule: RetentionSchedule, rule: RetentionRule, by: date
) -> list[DueItem]:
    latest_intake = by.year - schedule.study_years - rule.years
    found = []
    for key in reader.learners_without_credit(latest_intake):
        learner = reader.learner(key)
        if learner is None:
            continue
        until = schedule.learner_kept_until(learner.intake_year, learner.opened_on)
        until = _after_files(reader, schedule, learner, until)
        if until is None or until >= by:
            continue
        item = DisposalItem(DisposalKind.LEARNER, key)
        found.append(DueItem(item, learner.account_number, _name(learner), until, 0, key))
    return found


def _after_files(
    reader: Reader, schedule: RetentionSchedule, learner: Learner, until: date | None
) -> date | None:
    """Return the last day of a learner: not before the last of the decisions about him may go."""
    rule = schedule.rule_for(RetainedSubject.GRANTED_SCANS)
    for file in reader.applications_of(learner.learner):
        last = rule.last_day(file.entered_on) if rule is not None else None
        if last is None or until is None:
            return None
        until = max(until, last)
    return until


def _name(learner: Learner) -> str:
    return "" if learner.profile is None else masked(PersonalField.NAME, learner.profile.name)
