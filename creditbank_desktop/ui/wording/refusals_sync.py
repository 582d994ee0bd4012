"""Why a sync does not begin, and what is wrong with an enrolment, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

REFUSALS_SYNC: Mapping[str, str] = {
    "sync.not_enrolled": mark(
        "This computer is not connected to a server yet. An administrator connects it in the sync centre."
    ),
    "look_up.too_many": mark(
        "The centre was asked about too many people in an hour. Register the learner; it is asked later."
    ),
    "sync.running": mark("A sync is under way already."),
    "sync.enrolled_elsewhere": mark("This computer is connected to the server at {address} already."),
}

PROBLEMS_SYNC: Mapping[str, str] = {
    "server_address.shape": mark("Type the address as https://server.example"),
}
