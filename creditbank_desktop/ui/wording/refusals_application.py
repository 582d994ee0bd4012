"""Acts on an application that are not allowed now, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

REFUSALS_APPLICATION: Mapping[str, str] = {
    "actor.role_missing": mark("None of your roles allows this: {act}."),
    "application.wrong_state": mark(
        "This is not possible now: {act}. The application is in the state “{state}”."
    ),
    "application.four_eyes": mark(
        "The same person may not do both on one file: {act} and {earlier}. Somebody else has to take this "
        "step."
    ),
    "application.no_such_line": mark("The application no longer has this outcome. Reload it."),
    "application.undecided": mark("Not every outcome is decided yet. Decide the rest first."),
}
