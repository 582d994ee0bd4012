"""Puts together what scanning uses on this computer."""

from __future__ import annotations

import sys

from creditbank_desktop.devices.camera import Cameras, has_opencv
from creditbank_desktop.devices.folder_watch import WatchedFolder
from creditbank_desktop.devices.no_scanners import NoScanners
from creditbank_desktop.devices.page_worker import PageWorker
from creditbank_desktop.devices.sane_scanners import SaneScanners
from creditbank_desktop.devices.text_reader import RecognisingReader, is_installed
from creditbank_desktop.devices.wia_scanners import WiaScanners
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.scan_ports import ScannerPort, Scanning


def scanning_here(clock: Clock) -> Scanning:
    """Return scanners, cameras, watched folder and the reader of files; no device is opened and no process
    started before it is asked for.
    """
    text = RecognisingReader() if is_installed() else None
    return Scanning(PageWorker(), clock.now(), scanners_here(), WatchedFolder(), text=text)


def scanners_here() -> tuple[ScannerPort, ...]:
    """Return what drives the scanners of this system, and cameras where OpenCV is installed."""
    scanners: ScannerPort = NoScanners()
    if sys.platform == "win32":
        scanners = WiaScanners()
    elif sys.platform.startswith("linux"):
        scanners = SaneScanners()
    return (scanners, Cameras()) if has_opencv() else (scanners,)
