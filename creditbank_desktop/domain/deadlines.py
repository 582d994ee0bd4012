"""How long each step of an application may take, and on which day its time is over."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from creditbank_desktop.domain.calendar import DueDate, WorkingCalendar
from creditbank_desktop.domain.failures import Problem


class Step(StrEnum):
    """The steps of an application that have a deadline."""

    INTAKE = "intake"
    SUPPLEMENT = "supplement"
    MATERIAL_REVIEW = "material_review"
    EVALUATION = "evaluation"
    PANEL = "panel"
    SIGN_OFF = "sign_off"
    ACADEMIC_OFFICE = "academic_office"
    PUBLICITY = "publicity"
    OBJECTION = "objection"
    DELIVERY = "delivery"
    APPEAL_FILING = "appeal_filing"
    APPEAL_ANSWER = "appeal_answer"
    ARCHIVE = "archive"
    WHOLE_FILE = "whole_file"


class DayUnit(StrEnum):
    """Which days a deadline counts."""

    WORKING = "working"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The time of one step in days of ``unit``; ``extension`` more of them once, 0 for none."""

    step: Step
    days: int
    unit: DayUnit = DayUnit.WORKING
    extension: int = 0


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The deadlines of an office: one of every step, and the months after which a file must be closed."""

    entries: tuple[Deadline, ...]
    hard_stop_months: int = 4

    def of(self, step: Step) -> Deadline:
        """Return the deadline of ``step``; raises KeyError when the table has none."""
        for entry in self.entries:
            if entry.step is step:
                return entry
        raise KeyError(step)

    def replacing(self, changed: Deadline) -> Deadlines:
        """Return the table with the deadline of one step changed."""
        others = tuple(entry for entry in self.entries if entry.step is not changed.step)
        return replace(self, entries=(*others, changed))


def default_deadlines() -> Deadlines:
    """Return the deadlines that a new store begins with; an administrator may replace them.

    Appeals are counted in calendar days, as the rules on students' appeals have them (ten to file,
    fifteen to answer, fifteen more for a difficult case).
    """
    return Deadlines(
        entries=(
            Deadline(Step.INTAKE, 5),
            Deadline(Step.SUPPLEMENT, 10, extension=5),
            Deadline(Step.MATERIAL_REVIEW, 10),
            Deadline(Step.EVALUATION, 10),
            Deadline(Step.PANEL, 10),
            Deadline(Step.SIGN_OFF, 5),
            Deadline(Step.ACADEMIC_OFFICE, 5),
            Deadline(Step.PUBLICITY, 5),
            Deadline(Step.OBJECTION, 5),
            Deadline(Step.DELIVERY, 3),
            Deadline(Step.APPEAL_FILING, 10, DayUnit.CALENDAR),
            Deadline(Step.APPEAL_ANSWER, 15, DayUnit.CALENDAR, extension=15),
            Deadline(Step.ARCHIVE, 30, DayUnit.CALENDAR),
            Deadline(Step.WHOLE_FILE, 60),
        )
    )


def due_on(
    step: Step, start: date, calendar: WorkingCalendar, deadlines: Deadlines, *, extended: bool = False
) -> DueDate:
    """Return the last day of ``step`` when it began on ``start``, which is not counted.

    The whole file is due after its working days or at the hard stop, whichever comes first.
    """
    deadline = deadlines.of(step)
    days = deadline.days + (deadline.extension if extended else 0)
    if deadline.unit is DayUnit.CALENDAR:
        return calendar.add_calendar_days(start, days)
    due = calendar.add_working_days(start, days)
    if step is Step.WHOLE_FILE:
        stop = hard_stop(start, deadlines)
        if stop < due.on:
            return DueDate(stop, provisional=False)
    return due


def hard_stop(start: date, deadlines: Deadlines) -> date:
    """Return the day by which a file begun on ``start`` must be closed, counted in whole months.

    A month without that day ends on its last one.
    """
    months = start.month - 1 + deadlines.hard_stop_months
    year, month = start.year + months // 12, months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def check_deadlines(deadlines: Deadlines) -> tuple[Problem, ...]:
    """Return what is wrong with a table of deadlines.

    Codes: ``deadlines.missing`` (step), ``deadlines.double`` (step), ``deadlines.days`` (below 1 or above
    365, least, most), ``deadlines.publicity`` (outside 3 to 7), ``deadlines.extension`` (negative).
    """
    found = []
    steps = [entry.step for entry in deadlines.entries]
    for step in Step:
        if step not in steps:
            found.append(Problem("deadlines.missing", step.value, {"step": step.value}))
        elif steps.count(step) > 1:
            found.append(Problem("deadlines.double", step.value, {"step": step.value}))
    for entry in deadlines.entries:
        if not 1 <= entry.days <= 365:
            found.append(Problem("deadlines.days", entry.step.value, {"least": 1, "most": 365}))
        elif entry.step is Step.PUBLICITY and not 3 <= entry.days <= 7:
            found.append(Problem("deadlines.publicity", entry.step.value, {"least": 3, "most": 7}))
        if entry.extension < 0:
            found.append(Problem("deadlines.extension", entry.step.value))
    return tuple(found)
