"""A magnifier over a page, there as long as its key is held; the arrows, or the mouse, move it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsView, QWidget

from creditbank_desktop.ui.kit.evidence_pages import RenderedPage
from creditbank_desktop.ui.theme.appearance import current_colours

TIMES = 2.5
STEP_PX = 28
_WIDE, _HIGH = 320, 190


class Lens(QWidget):
    """Shows what is under its middle, larger."""

    def __init__(self, view: QGraphicsView, page: Callable[[], RenderedPage | None]) -> None:
        """Begin hidden over ``view``; ``page`` tells what it shows."""
        super().__init__(view.viewport())
        self._view = view
        self._page = page
        self.point = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, point: QPoint) -> None:
        """Show what is at ``point`` of the view."""
        ground = self._view.viewport().rect()
        self.point = QPoint(
            max(ground.left(), min(ground.right(), point.x())),
            max(ground.top(), min(ground.bottom(), point.y())),
        )
        size = QRect(0, 0, min(_WIDE, ground.width() - 8), min(_HIGH, ground.height() - 8))
        size.moveCenter(self.point)
        size.moveLeft(max(4, min(size.left(), ground.right() - size.width() - 3)))
        size.moveTop(max(4, min(size.top(), ground.bottom() - size.height() - 3)))
        self.setGeometry(size)
        self.show()
        self.raise_()
        self.update()

    def move_by(self, across: int, down: int) -> None:
        """Go on by so many steps."""
        self.show_at(self.point + QPoint(across * STEP_PX, down * STEP_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page around the point, larger, and a frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_colours()
        painter.fillRect(self.rect(), QColor(colours.viewer_ground))
        centre = QRectF(0, 0, self.width() / TIMES, self.height() / TIMES)
        centre.moveCenter(self.point.toPointF())
        painter.save()
        painter.scale(TIMES, TIMES)
        painter.translate(-centre.left(), -centre.top())
        painter.setTransform(self._view.viewportTransform(), True)
        page = self._page()
        if page is not None:
            # Not what the view shows, which has only as many pixels as the screen needs.
            painter.drawImage(QRectF(0, 0, page.width, page.height), page.image)
        painter.restore()
        painter.setPen(QPen(QColor(colours.accent), 3))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)
        painter.end()
