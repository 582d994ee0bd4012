"""Problems with the holiday table and the deadlines, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_CALENDAR: Mapping[str, str] = {
    "calendar.date": mark("“{text}” is no date. Write it like 2026-03-15."),
    "calendar.double": mark("{date} stands twice in the table. Remove one row."),
    "calendar.empty": mark("The table holds no published days."),
    "calendar.kind": mark("“{text}” is no kind of day; holiday or makeup is expected."),
    "calendar.source": mark("“{text}” is no source; published or statutory is expected."),
    "calendar.makeup_on_weekday": mark("{date} is a weekday and cannot be a make-up working day."),
    "deadlines.missing": mark("The deadline for this step is missing: {step}."),
    "deadlines.double": mark("The deadline for this step stands twice: {step}."),
    "deadlines.days": mark("A deadline has {least} to {most} days."),
    "deadlines.publicity": mark("Publicity lasts {least} to {most} days."),
    "deadlines.extension": mark("An extension cannot be negative."),
}
