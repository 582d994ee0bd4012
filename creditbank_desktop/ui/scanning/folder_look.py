"""Looks into the watched folder while a tray is open and its chip is on.

``FolderLook(desk)``: ``start()``, ``stop()``. Signals: ``found(object)`` with the finished files,
``failed(object)`` with the fault, after which it is off.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.scans import FinishedFile
from creditbank_desktop.ui.scanning.desk import ScanDesk

LOOK_EVERY_MS = 1_000


class FolderLook(QObject):
    """Asks for finished files; its methods and signals are named in the module's text."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: ScanDesk, parent: QObject) -> None:
        """Ask the service of ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._is_looking = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_on(self) -> bool:
        """Whether the folder is looked into."""
        return self._timer.isActive()

    def start(self) -> None:
        """Look now and every second."""
        if not self._timer.isActive():
            self._timer.start()
            self._look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        scans, actor = self._desk.scans, self._desk.actor

        def work() -> tuple[FinishedFile, ...] | EnvironmentFault:
            try:
                return scans.waiting_files(actor)
            except EnvironmentFault as fault:
                return fault

        if not self._is_looking:
            self._is_looking = self._desk.runner.run(work, self._on_looked, owner=self)

    def _on_looked(self, found: tuple[FinishedFile, ...] | EnvironmentFault) -> None:
        self._is_looking = False
        if not self._timer.isActive():
            return
        if isinstance(found, EnvironmentFault):
            self._timer.stop()
            self.failed.emit(found)
        elif found:
            self.found.emit(found)
