"""Working days: weekends, statutory holidays and the weekend days that are worked to make up for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from creditbank_desktop.domain.failures import Problem, Problems

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """What a row of the holiday table says about its day."""

    HOLIDAY = "holiday"
    MAKEUP = "makeup"


class DaySource(StrEnum):
    """Where a row comes from: the yearly arrangement, or only the regulation on holidays."""

    PUBLISHED = "published"
    STATUTORY = "statutory"


@dataclass(frozen=True, slots=True)
class DueDate:
    """A last day, provisional when it lies past the end of the published holiday table."""

    on: date
    provisional: bool


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The holiday table of an office.

    ``holidays`` are days off besides weekends, ``makeup_days`` weekend days that are worked,
    ``covered_through`` the last day for which the yearly arrangement is known.
    """

    holidays: frozenset[date]
    makeup_days: frozenset[date]
    covered_through: date

    def is_working_day(self, day: date) -> bool:
        """Return whether the office works on ``day``."""
        if day in self.makeup_days:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays

    def add_working_days(self, start: date, days: int) -> DueDate:
        """Return the last of ``days`` working days counted from the day after ``start``.

        No days at all end on ``start`` itself. Raises ValueError for a negative count.
        """
        if days < 0:
            raise ValueError("working days are counted forward only")
        day = start
        while days:
            day += _ONE_DAY
            days -= self.is_working_day(day)
        return self._due(day)

    def add_calendar_days(self, start: date, days: int) -> DueDate:
        """Return the end of a term of calendar days; one that ends on a day off runs to the next working day.

        Source: the way terms are counted in the civil and administrative procedure laws.
        """
        return self.next_working_day(start + timedelta(days=days))

    def next_working_day(self, day: date) -> DueDate:
        """Return ``day`` when the office works on it, else the first working day after it."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return self._due(day)

    def working_days_between(self, start: date, end: date) -> int:
        """Return the working days after ``start`` up to and with ``end``; negative when ``end`` is first."""
        if end < start:
            return -self.working_days_between(end, start)
        span = (end - start).days
        return sum(self.is_working_day(start + timedelta(days=passed)) for passed in range(1, span + 1))

    def _due(self, day: date) -> DueDate:
        return DueDate(day, day > self.covered_through)


def parse_calendar(rows: Iterable[Mapping[str, str]]) -> WorkingCalendar:
    """Return the calendar that a holiday table says.

    Each row has ``date`` (ISO), ``kind`` (holiday, makeup) and ``source`` (published, statutory); other
    columns are for readers. The table is covered through the last day of the last year with published rows.

    Raises `Problems` with all bad rows at once; fields are ``rows.N.column``, N from 1. Codes:
    ``calendar.date``, ``calendar.kind``, ``calendar.source``, ``calendar.double``,
    ``calendar.makeup_on_weekday``, ``calendar.empty`` (no published row).
    """
    found: list[Problem] = []
    kinds: dict[date, DayKind] = {}
    published_years: set[int] = set()
    for place, row in enumerate(rows, start=1):
        parsed = _parse_row(row, place, found)
        if parsed is None:
            continue
        day, kind, source = parsed
        if day in kinds:
            found.append(Problem("calendar.double", f"rows.{place}.date", {"date": day.isoformat()}))
        kinds[day] = kind
        if source is DaySource.PUBLISHED:
            published_years.add(day.year)
    if not published_years:
        found.append(Problem("calendar.empty", "rows"))
    if found:
        raise Problems(found)
    return WorkingCalendar(
        holidays=frozenset(day for day, kind in kinds.items() if kind is DayKind.HOLIDAY),
        makeup_days=frozenset(day for day, kind in kinds.items() if kind is DayKind.MAKEUP),
        covered_through=date(max(published_years), 12, 31),
    )


def _parse_row(
    row: Mapping[str, str], place: int, found: list[Problem]
) -> tuple[date, DayKind, DaySource] | None:
    values = {column: (row.get(column) or "").strip() for column in ("date", "kind", "source")}
    before = len(found)
    try:
        day = date.fromisoformat(values["date"])
    except ValueError:
        found.append(Problem("calendar.date", f"rows.{place}.date", {"text": values["date"]}))
        day = date.min
    if values["kind"] not in list(DayKind):
        found.append(Problem("calendar.kind", f"rows.{place}.kind", {"text": values["kind"]}))
    if values["source"] not in list(DaySource):
        found.append(Problem("calendar.source", f"rows.{place}.source", {"text": values["source"]}))
    if len(found) > before:
        return None
    kind = DayKind(values["kind"])
    if kind is DayKind.MAKEUP and day.weekday() < _SATURDAY:
        found.append(Problem("calendar.makeup_on_weekday", f"rows.{place}.date", {"date": day.isoformat()}))
    return day, kind, DaySource(values["source"])
