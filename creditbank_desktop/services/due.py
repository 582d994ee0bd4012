"""When the step that a file is in is due, and how late it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.calendar import DueDate, WorkingCalendar
from creditbank_desktop.domain.deadlines import Deadlines, Step, due_on
from creditbank_desktop.domain.states import ENDED, State
from creditbank_desktop.services.views_applications import Due

STEP_OF: Mapping[State, Step] = MappingProxyType(
    {
        State.RECEIVED: Step.INTAKE,
        State.SUPPLEMENT: Step.SUPPLEMENT,
        State.ACCEPTED: Step.MATERIAL_REVIEW,
        State.MATERIAL_REVIEW: Step.MATERIAL_REVIEW,
        State.EVALUATION: Step.EVALUATION,
        State.RETURNED: Step.EVALUATION,
        State.PANEL: Step.PANEL,
        State.SIGN_OFF: Step.SIGN_OFF,
        State.ACADEMIC_OFFICE: Step.ACADEMIC_OFFICE,
        State.PROPOSED: Step.ACADEMIC_OFFICE,
        State.PUBLICITY: Step.PUBLICITY,
        State.OBJECTION: Step.OBJECTION,
        State.RECOGNISED: Step.DELIVERY,
        State.PARTLY_RECOGNISED: Step.DELIVERY,
        State.NOT_RECOGNISED: Step.DELIVERY,
        State.APPEAL: Step.APPEAL_ANSWER,
        State.NOTIFIED: Step.ARCHIVE,
        State.POSTED: Step.ARCHIVE,
    }
)

_AFTER_DECISION = frozenset({State.NOTIFIED, State.POSTED, State.APPEAL, *ENDED})


@dataclass(frozen=True, slots=True)
class Timing:
    """The dates of a file that deadlines count from."""

    state: State
    received_on: date
    entered_on: date
    supplement_due_on: date | None = None
    publicity_to: date | None = None


class TimeTables(Protocol):
    """Where the calendar and the deadlines come from."""

    @property
    def calendar(self) -> WorkingCalendar:
        """Return the holiday table in force."""

    def deadlines_on(self, day: date) -> Deadlines:
        """Return the deadlines for steps that began on ``day``."""


@dataclass(frozen=True, slots=True)
class Diary:
    """The calendar and the deadlines of the office, always those in force.

    A step goes by the deadlines of the day on which it began, so that what was promised stays promised.
    """

    tables: TimeTables

    @property
    def calendar(self) -> WorkingCalendar:
        """Return the holiday table in force."""
        return self.tables.calendar

    def promised(self, start: date) -> DueDate:
        """Return the day that a receipt of ``start`` promises: the end of the whole file's time."""
        return due_on(Step.WHOLE_FILE, start, self.calendar, self.tables.deadlines_on(start))

    def step(self, step: Step, start: date, *, extended: bool = False) -> DueDate:
        """Return the last day of a step that begins on ``start``."""
        return due_on(step, start, self.calendar, self.tables.deadlines_on(start), extended=extended)

    def due(self, timing: Timing, today: date) -> Due | None:
        """Return when the present step is due; None for a file that waits for nobody."""
        step = STEP_OF.get(timing.state)
        if step is None:
            return None
        last = self._last_day(step, timing)
        whole = None if timing.state in _AFTER_DECISION else self.promised(timing.received_on)
        return Due(
            step=step,
            on=last.on,
            working_days_left=self.calendar.working_days_between(today, last.on),
            provisional=last.provisional,
            file_on=None if whole is None else whole.on,
            file_is_late=whole is not None and today > whole.on,
        )

    def due_of(self, application: Application, today: date) -> Due | None:
        """Return when the present step of an application is due."""
        timing = Timing(
            application.state,
            application.received_on,
            application.entered_on,
            application.supplement_due_on,
            application.publicity_to,
        )
        return self.due(timing, today)

    def _last_day(self, step: Step, timing: Timing) -> DueDate:
        if step is Step.SUPPLEMENT and timing.supplement_due_on is not None:
            return self._fixed(timing.supplement_due_on)
        if step is Step.PUBLICITY and timing.publicity_to is not None:
            return self._fixed(timing.publicity_to)
        return self.step(step, timing.entered_on)

    def _fixed(self, day: date) -> DueDate:
        return DueDate(day, day > self.calendar.covered_through)
