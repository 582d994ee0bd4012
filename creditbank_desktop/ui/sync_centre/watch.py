"""Keeps the window's sync chip true while the sync centre is not open.

``SyncWatch(desk, parent)``: ``refresh()`` reads the status; so does every change of the sync. Signals:
``summarised(object)`` with the `SyncSummary`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from creditbank_desktop.sync.face import SyncStatus
from creditbank_desktop.ui.sync_centre.desk import SyncCentreDesk
from creditbank_desktop.ui.sync_centre.summary import summarise

_GATHER_MS = 200


class SyncWatch(QObject):
    """Reads the status after changes, many changes at once. Signals: ``summarised(object)``."""

    summarised = Signal(object)

    def __init__(self, desk: SyncCentreDesk, parent: QObject | None = None) -> None:
        """Watch the changes of ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._timer.timeout.connect(self.refresh)
        desk.bus.changed.connect(self._on_bus_changed)

    @Slot()
    def refresh(self) -> None:
        """Read the status and tell what the chip says."""
        self._desk.runner.run(self._desk.sync.status, self._tell, owner=self)

    def _tell(self, status: SyncStatus) -> None:
        self.summarised.emit(summarise(status))

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if any(kind == "sync" for kind, _id in changes) and not self._timer.isActive():
            self._timer.start()
