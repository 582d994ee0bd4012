"""Papers that cannot be issued, delivered or drawn again, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

REFUSALS_PAPERS: Mapping[str, str] = {
    "paper.not_decided": mark("The application is not decided yet, so there is no notice of its result."),
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
