"""When a backup is due, and which backups are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from creditbank_desktop.domain.calendar import WorkingCalendar

IDLE_BEFORE = timedelta(minutes=20)
"""How long nobody has worked before a backup begins by itself."""
BETWEEN = timedelta(hours=3)
"""How long after a backup the next one may begin while the day is not over."""


class BackupKind(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    ASKED = "asked"
    BEFORE_RESTORE = "before_restore"
    BEFORE_MIGRATION = "before_migration"


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many backups are kept: the last of so many days, weeks and months that have one."""

    days: int = 7
    weeks: int = 4
    months: int = 12


@dataclass(frozen=True, slots=True)
class Work:
    """What has been done since the last good backup.

    ``is_unsaved`` when there are operations that no good backup holds, ``is_of_earlier_day`` when some of
    them were made before today; ``last_at`` is the moment of the last good backup (None: there is none),
    ``idle`` how long nobody has worked.
    """

    is_unsaved: bool
    is_of_earlier_day: bool
    last_at: datetime | None
    idle: timedelta = timedelta()


def is_due(work: Work, now: datetime) -> bool:
    """Return whether a backup should begin by itself now (UTC).

    Work of an earlier day is saved at once, today's as soon as nobody works; what was never saved does not
    wait for that either.
    """
    if not work.is_unsaved:
        return False
    if work.last_at is None or work.is_of_earlier_day:
        return True
    # A clock that was set back must not put the next backup off.
    rested = not timedelta() <= now - work.last_at < BETWEEN
    return rested and work.idle >= IDLE_BEFORE


def working_days_since(last: date | None, today: date, calendar: WorkingCalendar) -> int | None:
    """Return how many working days have passed since the day of the last good backup; None without one."""
    return None if last is None else max(0, calendar.working_days_between(last, today))


def superfluous(made: Sequence[datetime], keeping: Keeping) -> frozenset[datetime]:
    """Return which of the good backups of one device may go; the newest is never among them.

    Of each of the last ``keeping.days`` days, weeks and months that have any, the newest is kept.
    """
    ordered = sorted(set(made), reverse=True)
    kept = set(ordered[:1])
    kept |= _newest_of(ordered, keeping.days, lambda at: at.date().toordinal())
    kept |= _newest_of(ordered, keeping.weeks, lambda at: (at.date().toordinal() - 1) // 7)
    kept |= _newest_of(ordered, keeping.months, lambda at: at.year * 12 + at.month)
    return frozenset(ordered) - frozenset(kept)


def _newest_of(ordered: Iterable[datetime], most: int, period: Callable[[datetime], int]) -> set[datetime]:
    newest: dict[int, datetime] = {}
    for at in ordered:
        newest.setdefault(period(at), at)
        if len(newest) > most:
            del newest[period(at)]
            break
    return set(newest.values())
