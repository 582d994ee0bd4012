"""Widgets beside each other that begin a new line where they have no room, as words do.

``WrappingRow(widgets)``, ``hold(widgets)`` for others; hidden widgets take no room.
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
        self._widgets: tuple[QWidget, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hold(widgets)

    def hold(self, widgets: Sequence[QWidget]) -> None:
        """Hold ``widgets`` in their order, also for the Tab key."""
        self._widgets = tuple(widgets)
        for widget in self._widgets:
            if widget.parentWidget() is not self:
                widget.setParent(self)
        for one, following in zip(self._widgets, self._widgets[1:], strict=False):
            QWidget.setTabOrder(one, following)
        self._fit()

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
        y = 0
        for line in self._lines():
            high = max(hint.height() for _widget, _x, hint in line)
            for widget, x, hint in line:
                wide = min(hint.width(), max(1, self.width()))
                widget.setGeometry(QRect(x, y + (high - hint.height()) // 2, wide, hint.height()))
            y += high + _GAP
        if self.height() != max(0, y - _GAP):
            self.setFixedHeight(max(0, y - _GAP))

    def _lines(self) -> list[list[tuple[QWidget, int, QSize]]]:
        """Return the widgets of each line with their places and sizes."""
        lines: list[list[tuple[QWidget, int, QSize]]] = []
        x = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            hint = widget.sizeHint().expandedTo(widget.minimumSize())
            if not lines or x + hint.width() > self.width():
                lines.append([])
                x = 0
            lines[-1].append((widget, x, hint))
            x += hint.width() + _GAP
        return lines
