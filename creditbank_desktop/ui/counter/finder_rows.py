"""The rows at the counter's left: who and how urgent in one line, what about below it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.keyset_model import ROW_ROLE, Column
from creditbank_desktop.ui.kit.keyset_table import (
    KeysetTable,
    RowDelegate,
    chip_width,
    paint_chip,
    paint_ground,
)
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.measures import MEASURES

_ROW_HEIGHT = 52
_SIDE = 10
_GAP = 8


class Opens(StrEnum):
    """What a row of the list leads to."""

    LEARNER = "learner"
    APPLICATION = "application"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class FinderRow:
    """One row: who, what about, and how urgent."""

    opens: Opens
    id: str
    who: str
    about: str
    chip: str = ""
    tone: Tone = Tone.NEUTRAL

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(part for part in (self.who, str(self.chip), self.about) if part)


def finder_table(name: str) -> KeysetTable[FinderRow]:
    """Return a table of such rows."""
    spoken: Column[FinderRow] = Column(tr("Learner"), lambda row: row.spoken)
    table: KeysetTable[FinderRow] = KeysetTable((spoken,), name=name)
    table.setItemDelegate(_TwoLines(table.rows.columns, table))
    table.horizontalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


class _TwoLines(RowDelegate):
    """Draws name and chip above, the rest below in secondary ink."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = current_colours()
        rect: QRect = option.rect
        paint_ground(painter, option)
        row = index.data(ROW_ROLE)
        if not isinstance(row, FinderRow):
            return
        painter.save()
        inner = rect.adjusted(_SIDE, 4, -_SIDE, -5)
        above = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2 + 1)
        below = QRect(inner.left(), above.bottom(), inner.width(), inner.bottom() - above.bottom())
        if row.chip:
            width = min(chip_width(painter, str(row.chip)), above.width() // 2)
            paint_chip(
                painter, QRect(above.right() - width, above.top(), width, above.height()), row.chip, row.tone
            )
            above.setRight(above.right() - width - _GAP)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        _write(painter, above, row.who, font, colours.text)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(MEASURES.secondary_px)
        _write(painter, below, row.about, font, colours.secondary)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, ink: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
