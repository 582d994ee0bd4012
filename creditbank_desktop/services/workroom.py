"""Everything that the services share: the store and the ports they work with."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.domain.calendar import WorkingCalendar
from creditbank_desktop.domain.deadlines import Deadlines
from creditbank_desktop.domain.ports import Clock, IdSource
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.due import Diary
from creditbank_desktop.services.ports import Curriculum, Enrolment, GlyphCheck
from creditbank_desktop.services.press import Press
from creditbank_desktop.services.recognition import Recognition


@dataclass(frozen=True, slots=True)
class Workroom:
    """The store, the clock and what else the composition root has opened for one signed-in session."""

    store: Store
    clock: Clock
    ids: IdSource
    calendar: WorkingCalendar
    deadlines: Deadlines
    curriculum: Curriculum
    recognition: Recognition
    press: Press
    files: EvidenceFiles
    enrolment: Enrolment

    @property
    def glyphs(self) -> GlyphCheck:
        """Return what knows the characters that papers can show."""
        return self.press

    @property
    def diary(self) -> Diary:
        """Return the calendar together with the deadlines."""
        return Diary(self.calendar, self.deadlines)
