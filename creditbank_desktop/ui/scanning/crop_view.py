"""A page with a rectangle on it: what lies outside is cut off.

``CropView()``: ``open(image)`` begins with a rectangle a little inside the page; arrows move it, with Shift
they change its size, with Ctrl the steps are fine; Home takes the whole page. The mouse drags edges, corners
or the whole, and draws a new rectangle outside. Signals: ``cropped(object)`` with the `CropBox`, ``left()``.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.scans import WHOLE, CropBox
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.traits import is_plain_enter
from creditbank_desktop.ui.scanning.crop_frame import FINE_STEP, FIRST, STEP, between, dragged, moved, sized
from creditbank_desktop.ui.theme.appearance import current_colours

_NEAR_PX = 9
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ALL = "ltrb"


class CropView(QWidget):
    """Chooses a part of a page; its methods and signals are named in the module's text."""

    cropped = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        """Begin without a page."""
        super().__init__()
        self._image = QImage()
        self.box = FIRST
        self._edges = ""
        self._from = (0, 0)
        self._begun = FIRST
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 160)
        say(self.setAccessibleName, tr("Crop the page"))

    def open(self, image: QImage) -> None:
        """Show ``image`` with a rectangle to begin with."""
        self._image = image
        self._set_box(FIRST)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def take(self) -> None:
        """Take the rectangle as it is."""
        self.cropped.emit(self.box)

    def sizeHint(self) -> QSize:
        """Return a size at which a page can be told."""
        return QSize(420, 480)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or size the rectangle, take it or leave."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if is_plain_enter(event):
            self.cropped.emit(self.box)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Home:
            self._set_box(CropBox())
        elif key in _ARROWS:
            step = FINE_STEP if modifiers & Qt.KeyboardModifier.ControlModifier else STEP
            across, down = (part * step for part in _ARROWS[key])
            change = sized if modifiers & Qt.KeyboardModifier.ShiftModifier else moved
            self._set_box(change(self.box, across, down))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge, a corner or the whole, or begin a new rectangle."""
        point = event.position().toPoint()
        self._edges, self._from, self._begun = self._edges_at(point), self._parts(point), self.box

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the rectangle follow."""
        point = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.setCursor(self._cursor(self._edges_at(point)))
            return
        x, y = self._parts(point)
        if self._edges:
            self._set_box(dragged(self._begun, self._edges, x - self._from[0], y - self._from[1]))
        else:
            self._set_box(between(*self._from, x, y))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Take the rectangle."""
        self.cropped.emit(self.box)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page, dimmed outside the rectangle."""
        painter, colours = QPainter(self), current_colours()
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.viewer_ground))
        if not self._image.isNull():
            area, kept = self._area(), self._kept()
            painter.drawImage(area, self._image)
            shade = QColor("#000000")
            shade.setAlphaF(0.5)
            for rest in _outside(area, kept):
                painter.fillRect(rest, shade)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(kept)
            painter.setBrush(QColor(colours.card))
            for corner in (kept.topLeft(), kept.topRight(), kept.bottomLeft(), kept.bottomRight()):
                painter.drawEllipse(corner, 4.5, 4.5)
        painter.end()

    def _set_box(self, box: CropBox) -> None:
        self.box = box
        words = tr("{wide} % of the width, {high} % of the height").format(
            wide=(box.right - box.left) * 100 // WHOLE, high=(box.bottom - box.top) * 100 // WHOLE
        )
        say(self.setAccessibleDescription, words)
        self.update()

    def _area(self) -> QRectF:
        room = self.rect().adjusted(10, 10, -10, -10)
        size = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(QPointF(0, 0), size.toSizeF())
        area.moveCenter(QPointF(room.center()))
        return area

    def _kept(self) -> QRectF:
        area, box = self._area(), self.box
        return QRectF(
            area.left() + area.width() * box.left / WHOLE,
            area.top() + area.height() * box.top / WHOLE,
            area.width() * (box.right - box.left) / WHOLE,
            area.height() * (box.bottom - box.top) / WHOLE,
        )

    def _parts(self, point: QPoint) -> tuple[int, int]:
        area = self._area()
        x = (point.x() - area.left()) * WHOLE / max(1.0, area.width())
        y = (point.y() - area.top()) * WHOLE / max(1.0, area.height())
        return round(x), round(y)

    def _edges_at(self, point: QPoint) -> str:
        kept = self._kept()
        if not kept.adjusted(-_NEAR_PX, -_NEAR_PX, _NEAR_PX, _NEAR_PX).contains(QPointF(point)):
            return ""
        distances = {
            "l": point.x() - kept.left(),
            "t": point.y() - kept.top(),
            "r": point.x() - kept.right(),
            "b": point.y() - kept.bottom(),
        }
        near = "".join(edge for edge, distance in distances.items() if abs(distance) <= _NEAR_PX)
        return near or _ALL

    def _cursor(self, edges: str) -> Qt.CursorShape:
        shapes = {
            "": Qt.CursorShape.CrossCursor,
            _ALL: Qt.CursorShape.SizeAllCursor,
            "l": Qt.CursorShape.SizeHorCursor,
            "r": Qt.CursorShape.SizeHorCursor,
            "t": Qt.CursorShape.SizeVerCursor,
            "b": Qt.CursorShape.SizeVerCursor,
            "lt": Qt.CursorShape.SizeFDiagCursor,
            "rb": Qt.CursorShape.SizeFDiagCursor,
        }
        return shapes.get(edges, Qt.CursorShape.SizeBDiagCursor)


def _outside(area: QRectF, kept: QRectF) -> tuple[QRectF, ...]:
    """Return what of ``area`` lies around ``kept``."""
    return (
        QRectF(area.left(), area.top(), area.width(), kept.top() - area.top()),
        QRectF(area.left(), kept.bottom(), area.width(), area.bottom() - kept.bottom()),
        QRectF(area.left(), kept.top(), kept.left() - area.left(), kept.height()),
        QRectF(kept.right(), kept.top(), area.right() - kept.right(), kept.height()),
    )
