"""Collects Python's garbage on the window's thread alone.

Python collects cycles on whichever thread happens to allocate. A cycle with a widget in it that a worker
thread collects destroys the widget there, and the program dies (seen with PySide6 6.12.0 as a segmentation
fault on the store's writer thread).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

COLLECT_EVERY_MS = 1_000


class Collecting(QObject):
    """Switches automatic collection off and collects by a timer, until `stop` switches it on again."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin at once; to be made on the window's thread."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=COLLECT_EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    @Slot()
    def collect_due(self) -> None:
        """Collect the oldest generation whose threshold was passed, as Python would have done."""
        due = [
            generation
            for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if most and count > most
        ]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()
