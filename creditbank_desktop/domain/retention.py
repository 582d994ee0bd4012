"""How long each kind of record is kept: rules read from data, and the day on which a record is due."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.codec import Malformed, from_plain, plain_of
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.states import ENDED, State


class RetainedSubject(StrEnum):
    """What a retention rule is about."""

    LEDGER = "ledger"
    PAPERS = "papers"
    AUDIT = "audit"
    GRANTED_SCANS = "granted_scans"
    REFUSED_SCANS = "refused_scans"
    LEARNER = "learner"
    DRAFTS = "drafts"


KEPT_FOR_GOOD = frozenset({RetainedSubject.LEDGER, RetainedSubject.PAPERS, RetainedSubject.AUDIT})
"""What no rule may give a time."""


class RetainedSince(StrEnum):
    """The event that the time counts from; NEVER keeps a record for good."""

    NEVER = "never"
    ARCHIVED = "archived"
    GRADUATION = "graduation"
    LAST_CHANGE = "last_change"


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """One rule. ``stem`` names the records, ``time`` says since when the ``{period}`` counts; both in words.

    The clause made of them goes into the register.
    """

    key: str
    subject: RetainedSubject
    since: RetainedSince
    years: int
    days: int
    stem_zh: str
    stem_en: str
    time_zh: str = ""
    time_en: str = ""

    @property
    def is_permanent(self) -> bool:
        """Return whether records of this kind are never disposed of."""
        return self.since is RetainedSince.NEVER

    @property
    def clause_zh(self) -> str:
        """Return the rule as a sentence in Chinese."""
        parts = [f"{count} {unit}" for count, unit in ((self.years, "年"), (self.days, "天")) if count]
        time = self.time_zh.format(period="又 ".join(parts))
        return f"{self.stem_zh}：{'永久保存' if self.is_permanent else time}"

    @property
    def clause_en(self) -> str:
        """Return the rule as a sentence in English."""
        parts = [
            f"{count} {unit}{'' if count == 1 else 's'}"
            for count, unit in ((self.years, "year"), (self.days, "day"))
            if count
        ]
        time = self.time_en.format(period=" and ".join(parts))
        return f"{self.stem_en}: {'permanent' if self.is_permanent else time}"

    def last_day(self, begin: date) -> date | None:
        """Return the last day on which a record is kept whose time began on ``begin``; None for ever.

        Years end with the calendar year, as archives count them.
        """
        if self.is_permanent:
            return None
        if self.years:
            return date(begin.year + self.years, 12, 31) + timedelta(days=self.days)
        return begin + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class RetentionSchedule:
    """All rules of one version; ``study_years`` gives the year of graduation from the year of intake."""

    family: str
    version: int
    study_years: int
    rules: tuple[RetentionRule, ...]

    def rule_for(self, subject: RetainedSubject) -> RetentionRule | None:
        """Return the rule about ``subject``; without one a record is kept for good."""
        return next((rule for rule in self.rules if rule.subject is subject), None)

    def rule(self, key: str) -> RetentionRule | None:
        """Return the rule of that key."""
        return next((rule for rule in self.rules if rule.key == key), None)

    def graduation(self, intake_year: int) -> date:
        """Return the day by which a learner of that intake year counts as graduated."""
        return date(intake_year + self.study_years, 12, 31)

    def subject_of(self, application: Application) -> RetainedSubject:
        """Return whether a file is kept as one that gave credit or as one that gave none."""
        granted = any(line.result and line.result.gives_credit for line in application.live_lines)
        gave = granted and application.state not in (State.WITHDRAWN, State.LAPSED, State.NOT_ACCEPTED)
        return RetainedSubject.GRANTED_SCANS if gave else RetainedSubject.REFUSED_SCANS

    def file_kept_until(self, application: Application, intake_year: int) -> date | None:
        """Return the last day on which the scans of a file are kept; None while it is open or for ever.

        A file that gave credit and was never sealed counts from the end of its year all the same.
        """
        if application.state not in ENDED:
            return None
        rule = self.rule_for(self.subject_of(application))
        if rule is None:
            return None
        begin = application.entered_on
        if rule.since is RetainedSince.GRADUATION:
            begin = max(self.graduation(intake_year), date(application.entered_on.year, 12, 31))
        return rule.last_day(begin)

    def learner_kept_until(self, intake_year: int, opened_on: date) -> date | None:
        """Return the last day on which a learner without credit and without files is kept."""
        rule = self.rule_for(RetainedSubject.LEARNER)
        return None if rule is None else rule.last_day(max(self.graduation(intake_year), opened_on))


def parse_retention(data: bytes) -> RetentionSchedule:
    """Return the schedule that UTF-8 JSON ``data`` describes.

    Raises `Problems`: ``retention.malformed`` (detail), ``retention.twice`` (subject), ``retention.no_time``
    (rule) for a rule that would be due at once, ``retention.protected`` (subject) for a ledger, transcripts
    or a trail that would not be kept for good.
    """
    try:
        schedule = from_plain(RetentionSchedule, plain_of(data))
    except Malformed as error:
        raise Problems([Problem("retention.malformed", "", {"detail": str(error)})]) from error
    found = [*_twice(schedule), *_wrong_times(schedule)]
    if found:
        raise Problems(found)
    return schedule


def _twice(schedule: RetentionSchedule) -> list[Problem]:
    counts = Counter(rule.subject.value for rule in schedule.rules)
    return [
        Problem("retention.twice", "rules", {"subject": subject})
        for subject, count in sorted(counts.items())
        if count > 1
    ]


def _wrong_times(schedule: RetentionSchedule) -> list[Problem]:
    found = []
    for rule in schedule.rules:
        if rule.subject in KEPT_FOR_GOOD and not rule.is_permanent:
            found.append(Problem("retention.protected", "rules", {"subject": rule.subject.value}))
        elif not rule.is_permanent and (rule.years < 0 or rule.days < 0 or rule.years + rule.days == 0):
            found.append(Problem("retention.no_time", "rules", {"rule": rule.key}))
    return found
