"""The reference data that a session works by, always as it is in force."""

from __future__ import annotations

import base64
import threading
from dataclasses import dataclass
from datetime import date

from creditbank_desktop.domain.calendar import WorkingCalendar
from creditbank_desktop.domain.deadlines import Deadlines, default_deadlines
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.reference import ReferenceItem, told
from creditbank_desktop.domain.reference_book import (
    DatedDeadlines,
    Entry,
    ReferenceBook,
    Seed,
    calendar_of,
    deadlines_of,
    hold_seconds_of,
)
from creditbank_desktop.domain.reference_kinds import LETTERHEAD_KEY, SPECS, ReferenceKind
from creditbank_desktop.domain.retention import RetentionSchedule
from creditbank_desktop.domain.retention_book import retention_of
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.reference_finder import ReferenceFinder


@dataclass(frozen=True, slots=True)
class InForce:
    """The book and what follows from it, at one moment."""

    book: ReferenceBook
    calendar: WorkingCalendar
    deadlines: DatedDeadlines
    hold_seconds: int
    retention: RetentionSchedule


class OfficeReference:
    """Reads the store once and then follows every commit, so that asking costs nothing. For any thread."""

    def __init__(
        self, store: Store, seed: Seed, retention: RetentionSchedule, shipped: Deadlines | None = None
    ) -> None:
        """Overlay ``seed``, ``retention`` and the ``shipped`` deadlines with what the office changed."""
        self._shipped = shipped or default_deadlines()
        self.shipped_retention = retention
        self._turn = threading.Lock()
        self._since: dict[str, ReferenceItem] | None = {}
        self.finder = ReferenceFinder()
        store.when_reference_changes(self._on_changed)
        items = store.read(lambda reader: reader.reference_items())
        with self._turn:
            # What was committed while the items were read is at least as new as what was read.
            items = (*items, *(self._since or {}).values())
            self._since = None
            self._now = self._in_force(ReferenceBook(seed, items))

    @property
    def now(self) -> InForce:
        """Return everything as it is in force at this moment."""
        return self._now

    @property
    def book(self) -> ReferenceBook:
        """Return the entries in force."""
        return self._now.book

    @property
    def calendar(self) -> WorkingCalendar:
        """Return the holiday table in force."""
        return self._now.calendar

    @property
    def deadlines(self) -> Deadlines:
        """Return the deadlines for steps that begin now."""
        return self._now.deadlines.latest

    @property
    def retention(self) -> RetentionSchedule:
        """Return how long each kind of record is kept."""
        return self._now.retention

    @property
    def hold_seconds(self) -> int:
        """Return how long an operation waits before it is sent, in seconds."""
        return self._now.hold_seconds

    def seconds_held(self) -> int:
        """Return `hold_seconds`, for whoever asks again and again."""
        return self._now.hold_seconds

    def deadlines_on(self, day: date) -> Deadlines:
        """Return the deadlines for steps that began on ``day``."""
        return self._now.deadlines.on(day)

    def phrase(self, purpose: str, code: str) -> Entry | None:
        """Return a phrase, also one that is out of use: decisions name it."""
        return self.book.entry(ReferenceKind.PHRASE, f"{purpose}/{code}")

    def phrases(self, purpose: str) -> tuple[Entry, ...]:
        """Return the phrases in use for a purpose, in their order."""
        return tuple(
            entry
            for entry in self.book.entries(ReferenceKind.PHRASE)
            if entry.active and entry.fields.get("purpose") == purpose
        )

    def codes(self, *purposes: str) -> frozenset[str]:
        """Return the codes of the phrases in use for any of ``purposes``."""
        return frozenset(entry.fields["code"] for purpose in purposes for entry in self.phrases(purpose))

    def number_prefix(self, kind: PaperKind) -> str | None:
        """Return the capitals in the numbers of a kind of paper, None for one without its own numbers."""
        entry = self.book.entry(ReferenceKind.NUMBER_FORMAT, kind.value)
        return None if entry is None else entry.fields.get("prefix") or None

    def seal(self) -> bytes | None:
        """Return the seal's picture (PNG), None if there is none."""
        entry = self.book.entry(ReferenceKind.LETTERHEAD, LETTERHEAD_KEY)
        text = "" if entry is None else entry.fields.get("seal", "")
        return base64.b64decode(text) if text else None

    def seal_name(self) -> str:
        """Return the hash by which a paper names the seal in force, "" if there is none."""
        entry = self.book.entry(ReferenceKind.LETTERHEAD, LETTERHEAD_KEY)
        text = "" if entry is None else entry.fields.get("seal", "")
        return told(SPECS[ReferenceKind.LETTERHEAD], "seal", text)

    def seal_named(self, name: str) -> bytes | None:
        """Return the picture (PNG) of a seal that is or was in force, by the hash that papers name."""
        entry = self.book.entry(ReferenceKind.LETTERHEAD, LETTERHEAD_KEY)
        versions = () if entry is None or entry.item is None else entry.item.versions
        spec = SPECS[ReferenceKind.LETTERHEAD]
        texts = (version.fields.get("seal", "") for version in versions)
        found = next((text for text in texts if text and told(spec, "seal", text) == name), None)
        return None if found is None else base64.b64decode(found)

    def _on_changed(self, items: tuple[ReferenceItem, ...]) -> None:
        with self._turn:
            if self._since is not None:
                self._since.update({item.item: item for item in items})
                return
            self._now = self._in_force(self._now.book.with_items(items))

    def _in_force(self, book: ReferenceBook) -> InForce:
        return InForce(
            book,
            calendar_of(book),
            deadlines_of(book, self._shipped),
            hold_seconds_of(book),
            retention_of(book, self.shipped_retention),
        )
