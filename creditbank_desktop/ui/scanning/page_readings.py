"""Reads pages for codes and text behind the clerk's back, one after the other, never in the way of a scan.

``PageReadings(desk)``: ``read(page)``. Signals: ``offered(object)`` with the field offers of a page.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Signal

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.scans import ScanPage
from creditbank_desktop.services.views_intake import FieldOffer
from creditbank_desktop.ui.scanning.desk import PageReading, ScanDesk


class PageReadings(QObject):
    """Reads pages; its methods and signals are named in the module's text."""

    offered = Signal(object)

    def __init__(self, desk: ScanDesk, parent: QObject) -> None:
        """Read with the readings of ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._waiting: deque[tuple[PageReading, ScanPage]] = deque()
        self._is_reading = False

    def read(self, page: ScanPage) -> None:
        """Read a page when those before it are read."""
        self._waiting.extend((reading, page) for reading in self._desk.readings)
        self._next()

    def _next(self) -> None:
        if self._is_reading or not self._waiting:
            return
        reading, page = self._waiting.popleft()
        self._is_reading = self._desk.runner.run(lambda: _read(reading, page), self._on_read, owner=self)

    def _on_read(self, offers: tuple[FieldOffer, ...]) -> None:
        self._is_reading = False
        if offers:
            self.offered.emit(offers)
        self._next()


def _read(reading: PageReading, page: ScanPage) -> tuple[FieldOffer, ...]:
    # What cannot be read offers nothing; the clerk did not ask for it, so nothing is said either.
    try:
        return tuple(reading(page))
    except (EnvironmentFault, Refused, Problems):
        return ()
