"""Papers that cannot be issued, delivered or drawn again, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

REFUSALS_PAPERS: Mapping[str, str] = {
    "paper.not_decided": mark("The application is not decided yet, so there is no notice of its result."),
    "paper.nothing_missing": mark("The file waits for no supplement, so there is no notice of one."),
    "paper.not_declined": mark("The application was not declined, so there is no notice of that."),
    "paper.nothing_withdrawn": mark("Nothing of this application was withdrawn."),
    "paper.not_transferred": mark("The account was not transferred out; do that first."),
    "paper.no_data": mark("This kind of paper ({kind}) cannot be drawn again here."),
    "delivery.no_notice": mark("Issue the paper first: {kind}."),
    "appeal.too_late": mark("An appeal could be filed until {until}; that day has passed."),
}

FAULTS_PAPERS: Mapping[str, str] = {
    "paper.differs": mark(
        "Paper {number} can no longer be drawn as it was issued. Void it, issue a new one and tell the "
        "administrator."
    ),
}
