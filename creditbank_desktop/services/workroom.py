"""Everything that the services share: the store and the ports they work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from creditbank_desktop.domain.calendar import WorkingCalendar
from creditbank_desktop.domain.deadlines import Deadlines
from creditbank_desktop.domain.ports import Clock, IdSource
from creditbank_desktop.services.ports import Curriculum, Enrolment, GlyphCheck

if TYPE_CHECKING:
    from creditbank_desktop.models.store import Store


@dataclass(frozen=True, slots=True)
class Workroom:
    """The store, the clock and what else the composition root has opened for one signed-in session."""

    store: Store
    clock: Clock
    ids: IdSource
    calendar: WorkingCalendar
    deadlines: Deadlines
    curriculum: Curriculum
    glyphs: GlyphCheck
    enrolment: Enrolment
