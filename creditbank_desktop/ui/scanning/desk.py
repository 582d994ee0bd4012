"""What a scan tray is given: the service behind it, threads, and the ways to the form that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.domain.scans import ScanPage
from creditbank_desktop.services.page_service import PageService
from creditbank_desktop.services.scan_service import ScanService
from creditbank_desktop.services.views_intake import FieldOffer
from creditbank_desktop.ui.running import ChangeBus, OperationRunner

PageReading = Callable[[ScanPage], Sequence[FieldOffer]]
"""Reads a page and returns what it offers for fields; called on a worker thread."""


@dataclass(frozen=True, slots=True)
class ScanDesk:
    """Services, threads and news for the trays of one workplace.

    ``choose_files`` asks for files; ``readings`` read each page that arrives, one after the other.
    """

    scans: ScanService
    pages: PageService
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    clock: Clock
    choose_files: Callable[[QWidget], Sequence[str]]
    readings: tuple[PageReading, ...] = ()
