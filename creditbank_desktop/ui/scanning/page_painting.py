"""How documents and pages are drawn in the grid of a tray."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.scanning.grid_layout import Cell, Frame
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.measures import MEASURES

_FOOT = 20
_MARGIN = 7


@dataclass(frozen=True, slots=True)
class PageState:
    """What is the matter with a page."""

    is_chosen: bool = False
    is_working: bool = False
    is_unreadable: bool = False


class PagePainter:
    """Draws with the colours in force; made anew for every painting."""

    def __init__(self, painter: QPainter, font: QFont, has_focus: bool) -> None:
        """Draw with ``painter``; ``has_focus`` says whether keys go to the grid."""
        self._painter = painter
        self._colours = current_colours()
        self._has_focus = has_focus
        self._small = QFont(font)
        self._small.setPixelSize(MEASURES.secondary_px)
        self._strong = QFont(self._small)
        self._strong.setWeight(QFont.Weight.DemiBold)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)

    def frame(self, frame: Frame, title: tuple[str, str], pages: int, is_mine: bool) -> None:
        """Draw a document: its border, the key that chooses its material, its name and its pages."""
        colours, painter = self._colours, self._painter
        key, name = title
        border = colours.accent if is_mine else colours.hairline
        painter.setPen(QPen(QColor(border), 1))
        painter.setBrush(QColor(colours.window))
        painter.drawRoundedRect(QRectF(frame.rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        head = frame.head.adjusted(10, 4, -8, -2)
        if key:
            head.setLeft(self._key(head, key) + 6)
        count = str(pages) if pages > 1 else ""
        painter.setFont(self._small)
        painter.setPen(QColor(colours.secondary))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, right, count)
        head.setRight(head.right() - QFontMetrics(self._small).horizontalAdvance(count) - (6 if count else 0))
        self._name(head, name)

    def page(self, cell: Cell, picture: QPixmap | None, state: PageState) -> None:
        """Draw a page with its number, and a mark where it is the chosen one."""
        colours, painter = self._colours, self._painter
        box = cell.rect.adjusted(3, 1, -3, -3)
        if state.is_chosen:
            pen = QPen(QColor(colours.accent if self._has_focus else colours.control_border), 2)
            painter.setPen(pen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
        area = box.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_FOOT)
        if picture is None:
            self._no_picture(area, state)
        else:
            self._picture(area, picture)
        if state.is_working:
            self._veil(area)
        painter.setFont(self._strong if state.is_chosen else self._small)
        painter.setPen(QColor(colours.text if state.is_chosen else colours.secondary))
        foot = QRect(box.left(), box.bottom() - _FOOT + 1, box.width(), _FOOT - 2)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(cell.place.page + 1))

    def drop_line(self, line: QRect) -> None:
        """Draw where a page would go."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._colours.accent))
        self._painter.drawRoundedRect(QRectF(line), 1.5, 1.5)

    def _key(self, head: QRect, key: str) -> int:
        painter, colours = self._painter, self._colours
        box = QRectF(head.left(), head.center().y() - 8, 18, 17)
        painter.setPen(QColor(colours.hairline))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self._small)
        painter.setPen(QColor(colours.secondary))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        return int(box.right())

    def _name(self, room: QRect, name: str) -> None:
        painter, colours = self._painter, self._colours
        painter.setFont(self._strong)
        if name:
            painter.setPen(QColor(colours.text))
        else:
            metrics, name = QFontMetrics(self._strong), str(tr("Material?"))
            wide = min(room.width(), metrics.horizontalAdvance(name) + 16)
            chip = QRectF(room.left() - 2, room.center().y() - 9, wide, 19)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.warning.ground))
            painter.drawRoundedRect(chip, 9, 9)
            painter.setPen(QColor(colours.warning.ink))
            room = room.adjusted(6, 0, 0, 0)
        shown = QFontMetrics(self._strong).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _picture(self, area: QRect, picture: QPixmap) -> None:
        size = picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(area.topLeft(), size)
        box.moveCenter(area.center())
        self._painter.drawPixmap(box, picture)
        self._painter.setPen(QColor(self._colours.control_border))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _no_picture(self, area: QRect, state: PageState) -> None:
        colours, painter = self._colours, self._painter
        painter.setPen(QColor(colours.hairline))
        painter.setBrush(QColor(colours.card))
        painter.drawRect(QRectF(area).adjusted(4.5, 0.5, -4.5, -0.5))
        painter.setFont(self._small)
        painter.setPen(QColor(colours.danger.ink if state.is_unreadable else colours.secondary))
        words = str(tr("cannot be shown")) if state.is_unreadable else "…"
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(8, 0, -8, 0), int(flags), words)

    def _veil(self, area: QRect) -> None:
        veil = QColor(self._colours.card)
        veil.setAlphaF(0.7)
        self._painter.fillRect(area, veil)
        self._painter.setFont(self._strong)
        self._painter.setPen(QColor(self._colours.text))
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "…")
