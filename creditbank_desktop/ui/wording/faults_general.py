"""Faults of disk, network and printer, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

FAULTS_GENERAL: Mapping[str, str] = {
    "network.away": mark("The server cannot be reached. You can go on working; it is sent later."),
    "server.error": mark("The server answered with an error ({status}). Nothing is lost; try again later."),
    "server.nonsense": mark("The answer of the server could not be understood. Check its address."),
}
