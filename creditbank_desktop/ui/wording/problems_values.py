"""Problems with single values: texts, numbers, dates, choices, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_VALUES: Mapping[str, str] = {
    "field.required": mark("This field is needed."),
    "choice.unknown": mark("“{text}” cannot be chosen here. Choose from the list."),
    "text.too_long": mark("The text has {length} characters; at most {most} are possible."),
    "text.control": mark("The text holds invisible characters. Type it again."),
    "date.shape": mark("“{text}” is no date. Write it like 2026-03-15 or 20260315."),
    "date.impossible": mark("There is no day “{text}”. Check it."),
    "date.too_early": mark("“{text}” is too long ago. Check the year."),
    "date.future": mark("This day lies in the future. Check it."),
    "number.invalid": mark("Enter a number."),
    "number.range": mark("A number from {least} to {most} is expected."),
    "glyphs.missing": mark(
        "No font can print “{characters}”. Check the characters, or use the standard form."
    ),
}
