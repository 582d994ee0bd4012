"""Looks for scanners behind the chooser and keeps what is chosen.

``ScannerSearch(desk, chooser)``: ``begin()``. Signals: ``chosen()`` when the profile is kept, ``left()``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from creditbank_desktop.domain.scans import ScanProfile, ScanSource
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.ui.scanning.desk import ScanDesk
from creditbank_desktop.ui.scanning.tray_parts import SourceChooser


class ScannerSearch(QObject):
    """Fills the chooser; its methods and signals are named in the module's text."""

    chosen = Signal()
    left = Signal()

    def __init__(self, desk: ScanDesk, chooser: SourceChooser, parent: QObject) -> None:
        """Serve ``chooser``."""
        super().__init__(parent)
        self._desk = desk
        self._chooser = chooser
        chooser.search_asked.connect(self.begin)
        chooser.left.connect(self.left)
        chooser.chosen.connect(self._on_chooser_chosen)

    @Slot()
    def begin(self) -> None:
        """Look for scanners, which takes some seconds."""
        scans, actor, chooser = self._desk.scans, self._desk.actor, self._chooser
        chooser.show_searching()

        def work() -> tuple[ScanProfile, tuple[ScanSource, ...]]:
            return scans.profile(actor), scans.sources(actor)

        def show(found: tuple[ScanProfile, tuple[ScanSource, ...]]) -> None:
            chooser.show_found(*found)
            # The search button had the focus taken from it while it was busy.
            QTimer.singleShot(0, chooser, chooser.go)

        self._desk.runner.run(work, show, owner=self, busy=chooser.search)

    @Slot(object)
    def _on_chooser_chosen(self, profile: ScanProfile) -> None:
        scans, actor = self._desk.scans, self._desk.actor

        def kept(result: OpResult[None]) -> None:
            self._desk.bus.announce(result.changes)
            self.chosen.emit()

        self._desk.runner.run(
            lambda: scans.set_profile(actor, profile), kept, owner=self._chooser.form, busy=self._chooser.scan
        )
