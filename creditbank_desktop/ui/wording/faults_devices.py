"""Faults of printers and files, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

FAULTS_DEVICES: Mapping[str, str] = {
    "printer.none": mark("No printer is set up. Choose one in the system's settings and print again."),
    "printer.refused": mark("The printer refused the paper: {reason}. Check it and print again."),
    "printer.silent": mark("The printer did not answer within {seconds} seconds. Check it and print again."),
    "scanner.none": mark("No scanner was found. Switch it on, check its cable, and scan again."),
    "scanner.unknown": mark(
        "The chosen scanner is not there. Switch it on, or choose another one, and scan again."
    ),
    "scanner.jam": mark("Paper is jammed in the scanner. Free it and scan the remaining pages again."),
    "scanner.no_paper": mark("The feeder is empty. Put paper in and scan again."),
    "scanner.cover": mark("The scanner's cover is open. Close it and scan again."),
    "scanner.busy": mark("Another program uses the scanner. Wait until it is done and scan again."),
    "scanner.denied": mark(
        "The system does not let you use the scanner. Ask the administrator for access to it."
    ),
    "scanner.broken": mark("The scanner reported a fault: {reason}. Check it and scan again."),
    "scanner.silent": mark(
        "The scanner did not answer within {seconds} seconds. Switch it off and on, and scan again."
    ),
    "scanner.no_sane": mark(
        "Scanning needs the program scanimage (package sane-utils). Install it, or use the watched folder."
    ),
    "scanner.watched_folder": mark(
        "This system lets no program scan. Scan into a folder and have it watched under Scanning."
    ),
    "folder.unreadable": mark("The watched folder {path} cannot be read: {reason}. Choose another one."),
    "file.unmovable": mark("{path} was taken in but stays where it is: {reason}. Move it away yourself."),
    "viewer.none": mark("No program opens {path}. Open the file by hand."),
    "file.unreadable": mark("The file {path} cannot be read: {reason}. Choose another one."),
    "file.unwritable": mark("The file {path} cannot be written: {reason}. Choose another place."),
}
