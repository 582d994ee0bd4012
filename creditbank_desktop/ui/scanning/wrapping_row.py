"""Widgets beside each other that begin a new line where they have no room, as words do.

``WrappingRow(widgets)``; hidden widgets take no room.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 6


class WrappingRow(QWidget):
    """Lays its widgets out itself, since what it needs in height follows from its width."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        """Hold ``widgets`` in their order."""
        super().__init__()
        self._widgets = tuple(widgets)
        for widget in self._widgets:
            widget.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        hints = [widget.sizeHint() for widget in self._widgets if not widget.isHidden()]
        width = sum(hint.width() + _GAP for hint in hints)
        return QSize(width, max([hint.height() for hint in hints], default=0))

    def minimumSizeHint(self) -> QSize:
        """Return the room that the widest widget needs."""
        return QSize(120, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line where it ends now."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Lay out anew when a widget is shown, hidden or renamed."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        x = y = line = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            hint = widget.sizeHint().expandedTo(widget.minimumSize())
            if x and x + hint.width() > self.width():
                x, y, line = 0, y + line + _GAP, 0
            widget.setGeometry(QRect(x, y, min(hint.width(), max(1, self.width())), hint.height()))
            x += hint.width() + _GAP
            line = max(line, hint.height())
        if self.height() != y + line:
            self.setFixedHeight(y + line)
