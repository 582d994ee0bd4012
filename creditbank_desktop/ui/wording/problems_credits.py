"""Problems with credits, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_CREDITS: Mapping[str, str] = {
    "credits.invalid": mark("Enter the credits as a number, such as 3.0."),
    "credits.negative": mark("Credits cannot be negative."),
    "credits.absurd": mark("More than {most} credits in one entry cannot be right."),
    "credits.step": mark("Credits go in steps of {step}."),
}
