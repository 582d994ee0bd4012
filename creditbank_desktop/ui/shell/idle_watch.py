"""Tells when nobody has touched the program for a while, by a clock that nobody can set.

``IdleWatch(milliseconds, parent)``: ``watch(minutes)`` begins, ``rest()`` stops. Signals: ``idled()``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

LOOK_EVERY_MS = 2_000
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Counts the time since the last input of any kind; named in the module's text."""

    idled = Signal()

    def __init__(self, milliseconds: Callable[[], int], parent: QObject | None = None) -> None:
        """Count by ``milliseconds``, which only ever grows, also through standby."""
        super().__init__(parent)
        self._milliseconds = milliseconds
        self._limit_ms = 0
        self._last_ms = milliseconds()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def watch(self, minutes: int) -> None:
        """Begin to count towards ``minutes``."""
        self._limit_ms = minutes * 60_000
        self._last_ms = self._milliseconds()
        self._timer.start()

    def rest(self) -> None:
        """Count no more."""
        self._timer.stop()
        self._limit_ms = 0

    @property
    def is_watching(self) -> bool:
        """Whether it counts."""
        return self._limit_ms > 0

    @Slot()
    def look(self) -> None:
        """Tell if the time is over."""
        if self._limit_ms and self._milliseconds() - self._last_ms >= self._limit_ms:
            self.rest()
            self.idled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of every input, and let it pass; what comes after the time is over counts no more."""
        if self._limit_ms and event.type() in _INPUT:
            # After standby the first touch arrives before the timer does: the window is locked all the same.
            self.look()
            self._last_ms = self._milliseconds()
        return False
