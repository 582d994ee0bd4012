"""The reference data in force: what the program ships, overlaid by what the office changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from creditbank_desktop.domain.calendar import WorkingCalendar
from creditbank_desktop.domain.deadlines import DayUnit, Deadline, Deadlines, Step, check_deadlines
from creditbank_desktop.domain.reference import Fields, ReferenceItem, is_active
from creditbank_desktop.domain.reference_kinds import HARD_STOP, HOLD, ReferenceKind

Seed = Mapping[ReferenceKind, Mapping[str, Fields]]
"""What the program ships: by kind and key the fields of an entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry in force.

    ``shipped`` fields are None where the office made it, ``item`` is None where it never changed it.
    """

    kind: ReferenceKind
    key: str
    fields: Fields
    shipped: Fields | None = None
    item: ReferenceItem | None = None

    @property
    def revision(self) -> int:
        """Return the number of the entry's last version, 0 for none."""
        return 0 if self.item is None else self.item.revision

    @property
    def is_changed(self) -> bool:
        """Return whether the office made something of it differ from what is shipped."""
        return self.item is not None and bool(self.item.standing)

    @property
    def active(self) -> bool:
        """Return whether it is in use."""
        return is_active(self.fields)

    def own(self, name: str) -> str:
        """Return the text of a field that the office made or changed, "" where it is as shipped."""
        item = self.item
        if item is None or not (item.is_created or name in item.overlay):
            return ""
        return self.fields.get(name, "")


def entry_of(
    kind: ReferenceKind, key: str, shipped: Fields | None, item: ReferenceItem | None
) -> Entry | None:
    """Return an entry as it is in force, None where neither the program nor the office has it.

    A change of a shipped entry that the program no longer ships is kept and shows nothing.
    """
    if shipped is None and (item is None or not item.is_created):
        return None
    overlay: Fields = {} if item is None else item.overlay
    return Entry(kind, key, {**(shipped or {}), **overlay}, shipped, item)


class ReferenceBook:
    """All entries in force; never changed, `with_items` makes the next one."""

    def __init__(self, seed: Seed, items: Iterable[ReferenceItem] = ()) -> None:
        """Overlay ``seed`` with the office's ``items``."""
        self._seed = seed
        self._entries: dict[ReferenceKind, dict[str, Entry]] = {
            kind: {key: Entry(kind, key, fields, fields) for key, fields in seed.get(kind, {}).items()}
            for kind in ReferenceKind
        }
        for item in items:
            self._put(item)

    def with_items(self, items: Iterable[ReferenceItem]) -> ReferenceBook:
        """Return the book with some entries anew."""
        book = ReferenceBook({})
        book._seed = self._seed
        book._entries = {kind: dict(entries) for kind, entries in self._entries.items()}
        for item in items:
            book._put(item)
        return book

    def _put(self, item: ReferenceItem) -> None:
        if item.kind not in list(ReferenceKind):
            return
        kind = ReferenceKind(item.kind)
        entry = entry_of(kind, item.key, self._seed.get(kind, {}).get(item.key), item)
        if entry is None:
            self._entries[kind].pop(item.key, None)
        else:
            self._entries[kind][item.key] = entry

    def entry(self, kind: ReferenceKind, key: str) -> Entry | None:
        """Return one entry."""
        return self._entries[kind].get(key)

    def entries(self, kind: ReferenceKind) -> tuple[Entry, ...]:
        """Return every entry of a kind: shipped ones in their order, then the office's own by key."""
        found = self._entries[kind].values()
        order = {key: place for place, key in enumerate(self._seed.get(kind, {}))}
        return tuple(sorted(found, key=lambda entry: (order.get(entry.key, len(order)), entry.key)))

    def __eq__(self, other: object) -> bool:
        """Return whether both have the same entries."""
        return isinstance(other, ReferenceBook) and self._entries == other._entries

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class DatedDeadlines:
    """The tables of deadlines that an office had, each from a day on, the earliest first.

    A step goes by the table that was in force on the day on which it began: what was promised stays promised.
    """

    tables: tuple[tuple[date, Deadlines], ...]

    def on(self, day: date) -> Deadlines:
        """Return the table in force on ``day``; before the first one it is the first."""
        place = bisect_right([since for since, _table in self.tables], day)
        return self.tables[max(0, place - 1)][1]

    @property
    def latest(self) -> Deadlines:
        """Return the newest table."""
        return self.tables[-1][1]


def calendar_of(book: ReferenceBook) -> WorkingCalendar:
    """Return the holiday table in force; it is covered through the last year with published days.

    A day that is out of use is a plain day again.
    """
    holidays: set[date] = set()
    makeup_days: set[date] = set()
    years = {1}
    for entry in book.entries(ReferenceKind.HOLIDAY):
        day = _day(entry.key)
        if day is None or not entry.active:
            continue
        (holidays if entry.fields.get("day_kind") == "holiday" else makeup_days).add(day)
        if entry.fields.get("source") == "published":
            years.add(day.year)
    return WorkingCalendar(frozenset(holidays), frozenset(makeup_days), date(max(years), 12, 31))


def deadlines_of(book: ReferenceBook, shipped: Deadlines) -> DatedDeadlines:
    """Return every table of deadlines that was ever in force, from ``shipped`` on.

    A version counts from the day on which the second person agreed. A table that does not hold together is
    left out, and the one before it stays.
    """
    changes: list[tuple[date, int, str, Fields]] = []
    for entry in book.entries(ReferenceKind.DEADLINE):
        standing = () if entry.item is None else entry.item.standing
        changes += [(one.on, one.number, entry.key, one.fields) for one in standing]
    tables = [(date.min, shipped)]
    fields: dict[str, dict[str, str]] = {}
    for since, _number, key, changed in sorted(changes, key=lambda one: (one[0], one[1], one[2])):
        fields.setdefault(key, {}).update(changed)
        table = _with_deadline(tables[-1][1], shipped, key, fields[key])
        if table is None or check_deadlines(table):
            continue
        if tables[-1][0] == since:
            tables.pop()
        tables.append((since, table))
    return DatedDeadlines(tuple(tables))


def hold_seconds_of(book: ReferenceBook) -> int:
    """Return how long an operation waits before it is sent, in seconds; 0 for not at all."""
    entry = book.entry(ReferenceKind.OFFICE_SETTING, HOLD)
    text = "" if entry is None else entry.fields.get("seconds", "")
    return int(text) if text.isdecimal() and text.isascii() else 0


def seed_of_deadlines(deadlines: Deadlines) -> dict[str, Fields]:
    """Return a table of deadlines as entries by key."""
    found: dict[str, Fields] = {
        entry.step.value: {
            "days": str(entry.days),
            "unit": entry.unit.value,
            "extension": str(entry.extension),
        }
        for entry in deadlines.entries
    }
    found[HARD_STOP] = {"days": str(deadlines.hard_stop_months), "unit": "months", "extension": "0"}
    return found


def seed_of_holidays(rows: Iterable[Mapping[str, str]]) -> dict[str, Fields]:
    """Return the rows of a holiday table (`parse_calendar`) as entries by key."""
    return {
        row["date"]: {
            "date": row["date"],
            "day_kind": row["kind"],
            "name": row.get("name") or "",
            "source": row["source"],
        }
        for row in rows
    }


def _with_deadline(before: Deadlines, shipped: Deadlines, key: str, changed: Fields) -> Deadlines | None:
    try:
        fields = {**seed_of_deadlines(shipped)[key], **changed}
        if key == HARD_STOP:
            return replace(before, hard_stop_months=int(fields["days"]))
        extension = int(fields.get("extension") or "0")
        deadline = Deadline(Step(key), int(fields["days"]), DayUnit(fields["unit"]), extension)
    except (KeyError, ValueError):
        return None
    return before.replacing(deadline)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
