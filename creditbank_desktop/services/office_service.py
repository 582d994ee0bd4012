"""The office's details: seal, signatories, texts for papers, numbers, deadlines, calendar, printers."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from datetime import date

from creditbank_desktop.documents.papers_data import (
    DocumentLanguage,
    LearnerCard,
    OfficeCard,
    PaperHead,
)
from creditbank_desktop.documents.specimen import SpecimenData
from creditbank_desktop.domain.calendar import DayKind, DaySource
from creditbank_desktop.domain.failures import Problem, Problems, Refused, stop_on_errors
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference_book import Entry
from creditbank_desktop.domain.reference_kinds import (
    HOLD,
    LETTERHEAD_KEY,
    LONGEST_PICTURE,
    ReferenceKind,
)
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.paper_texts import paper_texts
from creditbank_desktop.services.picture_size import picture_size
from creditbank_desktop.services.reference_reading import Touched, entry_row, touched_by
from creditbank_desktop.services.reference_service import ReferenceService, entry_view, known_entry
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.stationery import (
    check_stationery,
    keep_stationery,
    kept_stationery,
)
from creditbank_desktop.services.views_ledger import OfficeForm
from creditbank_desktop.services.views_reference import (
    CalendarDay,
    CalendarYear,
    DeadlineRow,
    DeadlineTable,
    EntryForm,
    EntryView,
    OfficeDetails,
    Saved,
    StationerySettings,
)
from creditbank_desktop.services.workroom import Workroom

MOST_SEAL_BYTES = LONGEST_PICTURE // 4 * 3
LEAST_SEAL_PIXELS, MOST_SEAL_PIXELS = 100, 2_000
_WEEK = 7


class OfficeService:
    """Views on the office's details; entries are changed by `ReferenceService.save`."""

    def __init__(self, room: Workroom) -> None:
        self._room = room
        self._reference = ReferenceService(room)

    @permitted
    def details(self, actor: Actor) -> OfficeDetails:
        """Return the office's card, letterhead, texts, signatories and numbers."""

        def work(reader: Reader) -> OfficeDetails:
            office = reader.office()
            if office is None:
                raise Refused("office.unknown")

            def views(kind: ReferenceKind) -> tuple[EntryView, ...]:
                keys = (entry.key for entry in self._room.reference.book.entries(kind))
                return tuple(entry_view(self._room, reader, actor, kind, key) for key in keys)

            return OfficeDetails(
                office=office,
                letterhead=views(ReferenceKind.LETTERHEAD)[0],
                texts=views(ReferenceKind.OFFICE_TEXT),
                signatories=views(ReferenceKind.SIGNATORY),
                numbers=views(ReferenceKind.NUMBER_FORMAT),
                has_seal=self._room.reference.seal() is not None,
            )

        return self._room.store.read(work)

    @permitted
    def seal(self, actor: Actor) -> bytes | None:
        """Return the seal's picture (PNG) as it is in force, None if there is none."""
        return self._room.reference.seal()

    @permitted
    def specimen(self, actor: Actor, card: OfficeForm, languages: Sequence[str]) -> bytes:
        """Return the PDF of a specimen of the office's papers with the ``card`` as typed; nothing is written.

        ``languages`` are "zh", "en" or both. Raises `Refused` ("characters_without_font").
        """
        texts = paper_texts(self._room.reference, self._room.clock.today())
        office = OfficeCard(
            *(card.name_zh, card.name_en, card.school_name_zh, card.school_name_en, card.address, card.phone),
            opening_hours=texts.opening_hours,
            is_sample=card.is_sample,
            greeting=texts.greeting,
            legal_remedy=texts.legal_remedy,
            notes=texts.notes,
            seal=texts.seal,
        )
        number = f"ZM-{card.code}-0000001"
        head = PaperHead(number, self._room.clock.today(), office, LearnerCard("", "", ""), "XXXXXXXX")
        spoken = tuple(DocumentLanguage(language) for language in languages)
        return self._room.press.draw_specimen(SpecimenData(head, spoken))

    @permitted
    def propose_seal(self, actor: Actor, data: bytes, reason: str = "") -> OpResult[Saved]:
        """Propose another picture as the seal, or none for empty ``data``.

        A PNG of at most `MOST_SEAL_BYTES` bytes and 100 to 2,000 pixels a side. Raises `Problems`
        ("seal.picture", "seal.size" (most), "seal.pixels" (least, most)).
        """
        if data:
            _check_seal(data)
        entry = known_entry(self._room, ReferenceKind.LETTERHEAD, LETTERHEAD_KEY)
        fields = {"seal": base64.b64encode(data).decode("ascii")}
        form = EntryForm(ReferenceKind.LETTERHEAD, fields, LETTERHEAD_KEY, entry.revision)
        return self._reference.save(actor, form, reason)

    @permitted
    def deadlines(self, actor: Actor) -> DeadlineTable:
        """Return the deadlines in force and the delay before sending."""
        reference = self._room.reference
        touched = self._touched()
        rows = tuple(
            DeadlineRow(entry_row(entry, touched), entry.shipped or {}, _since(entry))
            for entry in reference.book.entries(ReferenceKind.DEADLINE)
        )
        hold = known_entry(self._room, ReferenceKind.OFFICE_SETTING, HOLD)
        return DeadlineTable(rows, reference.deadlines, entry_row(hold, touched), reference.hold_seconds)

    @permitted
    def calendar(self, actor: Actor, year: int) -> CalendarYear:
        """Return one year of the holiday table; a day that was taken out of use is there as such."""
        reference = self._room.reference
        touched = self._touched()
        entries = reference.book.entries(ReferenceKind.HOLIDAY)
        days = (_calendar_day(entry, touched) for entry in entries if entry.key.startswith(f"{year:04d}-"))
        calendar = reference.calendar
        first, last = date(year, 1, 1), date(year, 12, 31)
        working = calendar.working_days_between(first, last) + calendar.is_working_day(first)
        years = {int(entry.key[:4]) for entry in entries if entry.active}
        return CalendarYear(
            year=year,
            days=tuple(sorted(days, key=lambda day: day.on)),
            working_days=working,
            is_provisional=last > calendar.covered_through,
            covered_through=calendar.covered_through,
            years=tuple(sorted(years | {year})),
        )

    @permitted
    def stationery(self, actor: Actor) -> StationerySettings:
        """Return the printers and numbered blanks of this device."""
        return self._room.store.read(kept_stationery)

    @permitted
    def save_stationery(self, actor: Actor, settings: StationerySettings) -> OpResult[None]:
        """Keep the printers and numbered blanks of this device; raises `Problems` as `check_stationery`."""
        stop_on_errors(list(check_stationery(settings)))

        def work(unit: UnitOfWork) -> None:
            keep_stationery(unit, settings)
            unit.audit(actor, "stationery.changed", ("device", actor.device))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    def _touched(self) -> Touched:
        return touched_by(self._room.store.read(lambda reader: reader.reference_proposals(pending=True)))


def _check_seal(data: bytes) -> None:
    if len(data) > MOST_SEAL_BYTES:
        raise Problems([Problem("seal.size", "seal", {"most": MOST_SEAL_BYTES >> 10})])
    size = picture_size("image/png", io.BytesIO(data)) if data.startswith(b"\x89PNG\r\n\x1a\n") else None
    if size is None:
        raise Problems([Problem("seal.picture", "seal")])
    if not all(LEAST_SEAL_PIXELS <= side <= MOST_SEAL_PIXELS for side in size):
        bounds = {"least": LEAST_SEAL_PIXELS, "most": MOST_SEAL_PIXELS}
        raise Problems([Problem("seal.pixels", "seal", bounds)])


def _since(entry: Entry) -> date | None:
    standing = () if entry.item is None else entry.item.standing
    return standing[-1].on if standing else None


def _calendar_day(entry: Entry, touched: Touched) -> CalendarDay:
    fields = entry.fields
    return CalendarDay(
        on=date.fromisoformat(entry.key),
        kind=DayKind(fields["day_kind"]),
        name=fields.get("name", ""),
        source=DaySource(fields["source"]),
        row=entry_row(entry, touched),
    )
