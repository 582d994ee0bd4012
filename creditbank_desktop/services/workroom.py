"""Everything that the services share: the store and the ports they work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from creditbank_desktop.domain.calendar import WorkingCalendar
from creditbank_desktop.domain.deadlines import Deadlines
from creditbank_desktop.domain.ports import Clock, IdSource
from creditbank_desktop.domain.retention import RetentionSchedule
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.backup_ports import Backups, NoBackups
from creditbank_desktop.services.due import Diary
from creditbank_desktop.services.health_ports import Machine, NoMachine
from creditbank_desktop.services.office_reference import OfficeReference
from creditbank_desktop.services.ports import Curriculum, Enrolment, GlyphCheck, StaffBook
from creditbank_desktop.services.press import Press
from creditbank_desktop.services.recognition import Recognition
from creditbank_desktop.services.scan_ports import Scanning


@dataclass(frozen=True, slots=True)
class Workroom:
    """The store, the clock and what else the composition root has opened for one signed-in session."""

    store: Store
    clock: Clock
    ids: IdSource
    reference: OfficeReference
    curriculum: Curriculum
    recognition: Recognition
    press: Press
    files: EvidenceFiles
    enrolment: Enrolment
    staff_book: StaffBook | None = None
    backups: Backups = field(default_factory=NoBackups)
    machine: Machine = field(default_factory=NoMachine)
    scanning: Scanning = field(default_factory=Scanning)

    @property
    def glyphs(self) -> GlyphCheck:
        """Return what knows the characters that papers can show."""
        return self.press

    @property
    def calendar(self) -> WorkingCalendar:
        """Return the holiday table in force."""
        return self.reference.calendar

    @property
    def deadlines(self) -> Deadlines:
        """Return the deadlines for steps that begin now."""
        return self.reference.deadlines

    @property
    def retention(self) -> RetentionSchedule:
        """Return how long each kind of record is kept."""
        return self.reference.retention

    @property
    def diary(self) -> Diary:
        """Return the calendar together with the deadlines, always those in force."""
        return Diary(self.reference)
