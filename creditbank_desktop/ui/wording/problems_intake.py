"""Problems with an application at the counter, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_INTAKE: Mapping[str, str] = {
    "account.not_open": mark("The account of this learner is not open ({state})."),
    "application.no_outcome": mark("Enter at least one outcome."),
    "application.too_many": mark("At most {most} outcomes fit into one application."),
    "duplicate.reason_needed": mark("This outcome was handed in before. Say why it is taken all the same."),
    "learner.needed": mark("Choose the learner first."),
    "outcome.line_twice": mark("The same line stands there twice."),
    "outcome.duplicate_in_form": mark("This outcome stands twice in the application."),
    "evidence.line_unknown": mark("{name} belongs to an outcome that is not in the application."),
    "evidence.file_missing": mark("{name} was not stored. Attach it again."),
    "evidence.none": mark("Attach at least one material."),
    "promise.not_later": mark("The promised day must be later than the old one."),
    "reason.unknown": mark("Choose a reason from the list."),
}
