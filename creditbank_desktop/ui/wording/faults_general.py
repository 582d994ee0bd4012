"""Faults of disk, network and printer, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

FAULTS_GENERAL: Mapping[str, str] = {
    "disk.full": mark("The disk is full. Free some space and try again; nothing that was saved is lost."),
    "disk.read_only": mark("The data folder cannot be written. Check its permissions and try again."),
    "disk.failed": mark("The disk did not answer. Try again; if it happens again, make a backup."),
    "store.locked": mark("Another program holds the store open. Close it and try again."),
    "store.missing": mark("The store is not where it was. Check the data folder, or restore a backup."),
    "network.away": mark("The server cannot be reached. You can go on working; it is sent later."),
    "server.error": mark("The server answered with an error ({status}). Nothing is lost; try again later."),
    "server.nonsense": mark("The answer of the server could not be understood. Check its address."),
    "printer.away": mark("The printer did not take the paper. Check it and print again."),
    "file.unreadable": mark("The file {name} cannot be read. Check that it is still there."),
}
