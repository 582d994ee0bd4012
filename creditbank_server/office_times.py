"""The days by which the server acts for an office: its calendar and deadlines as the office has them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from creditbank_desktop.domain.calendar import WorkingCalendar
from creditbank_desktop.domain.deadlines import Step, due_on
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.domain.reference import ReferenceItem, reference_id
from creditbank_desktop.domain.reference_book import (
    DatedDeadlines,
    ReferenceBook,
    calendar_of,
    deadlines_of,
    seed_of_deadlines,
)
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_server.reference import ReferenceData
from creditbank_server.shelf import OfficeShelf

_LONGEST_SPAN_DAYS = 120


class OfficeTimes:
    """Answers for one transaction; only the entries that matter to a day are read."""

    def __init__(self, office: OfficeId, shelf: OfficeShelf, shipped: ReferenceData) -> None:
        """Overlay what is ``shipped`` with the office's own entries on ``shelf``."""
        self._office = office
        self._shelf = shelf
        self._shipped = shipped
        self._known: dict[tuple[Step, date], date] = {}

    def last_day(self, step: Step, begun_on: date) -> date:
        """Return the last day of a step that began on ``begun_on``."""
        place = (step, begun_on)
        if place not in self._known:
            deadlines = self._deadlines(step).on(begun_on)
            calendar = self._calendar(begun_on)
            self._known[place] = due_on(step, begun_on, calendar, deadlines).on
        return self._known[place]

    def _deadlines(self, step: Step) -> DatedDeadlines:
        shipped = self._shipped.deadlines
        items = self._items(ReferenceKind.DEADLINE, [step.value])
        book = ReferenceBook({ReferenceKind.DEADLINE: seed_of_deadlines(shipped)}, items)
        return deadlines_of(book, shipped)

    def _calendar(self, begun_on: date) -> WorkingCalendar:
        days = (begun_on + timedelta(days=passed) for passed in range(_LONGEST_SPAN_DAYS))
        items = self._items(ReferenceKind.HOLIDAY, [day.isoformat() for day in days])
        if not items:
            return self._shipped.calendar
        return calendar_of(ReferenceBook({ReferenceKind.HOLIDAY: self._shipped.holidays}, items))

    def _items(self, kind: ReferenceKind, keys: Iterable[str]) -> list[ReferenceItem]:
        ids = [reference_id(self._office, kind.value, key) for key in keys]
        self._shelf.prefetch(ids)
        found = (self._shelf.reference_item(item) for item in ids)
        return [item for item in found if item is not None]
