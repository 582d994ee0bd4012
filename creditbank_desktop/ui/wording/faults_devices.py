"""Faults of printers and files, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

FAULTS_DEVICES: Mapping[str, str] = {
    "printer.none": mark("No printer is set up. Choose one in the system's settings and print again."),
    "printer.refused": mark("The printer refused the paper: {reason}. Check it and print again."),
    "printer.silent": mark("The printer did not answer within {seconds} seconds. Check it and print again."),
    "viewer.none": mark("No program opens {path}. Open the file by hand."),
    "file.unreadable": mark("The file {path} cannot be read: {reason}. Choose another one."),
    "file.unwritable": mark("The file {path} cannot be written: {reason}. Choose another place."),
}
