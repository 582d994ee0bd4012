"""The office's details: seal, signatories, texts for papers, numbers, deadlines, calendar, printers."""

from __future__ import annotations

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_reference import (
    CalendarYear,
    DeadlineTable,
    OfficeDetails,
    Saved,
    StationerySettings,
)
from creditbank_desktop.services.workroom import Workroom


class OfficeService:
    """Views on the office's details; entries are changed by `ReferenceService.save`."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def details(self, actor: Actor) -> OfficeDetails:
        """Return the office's card, letterhead, texts, signatories and numbers."""
        raise NotImplementedError

    @permitted
    def seal(self, actor: Actor) -> bytes | None:
        """Return the seal's picture (PNG) as it is in force, None if there is none."""
        raise NotImplementedError

    @permitted
    def propose_seal(self, actor: Actor, data: bytes, reason: str = "") -> OpResult[Saved]:
        """Propose another picture (PNG, at most 1 MB, 100 to 2,000 pixels a side) as the seal.

        Raises `Problems` ("seal.picture", "seal.size", "seal.pixels").
        """
        raise NotImplementedError

    @permitted
    def deadlines(self, actor: Actor) -> DeadlineTable:
        """Return the deadlines in force and the delay before sending."""
        raise NotImplementedError

    @permitted
    def calendar(self, actor: Actor, year: int) -> CalendarYear:
        """Return one year of the holiday table."""
        raise NotImplementedError

    @permitted
    def stationery(self, actor: Actor) -> StationerySettings:
        """Return the printers and numbered blanks of this device."""
        raise NotImplementedError

    @permitted
    def save_stationery(self, actor: Actor, settings: StationerySettings) -> OpResult[None]:
        """Keep the printers and numbered blanks of this device; raises `Problems` ("stationery.…")."""
        raise NotImplementedError
