"""The table of the program: rows of 40 px with hairlines, states as chips, worked by keyboard.

``KeysetTable(columns, name=tr("Queue"))``: ``load(source, runner=None, select_first=False, on_loaded=None)``
shows a source, on the runner's threads when one is given, and keeps the selected row by its id.
``selected()``, ``selected_id()``, ``select_id(id)``, ``select_next()``, ``select_previous()``. J and K move
as Down and Up do. Signals: ``row_chosen(object)`` when another row is current (the row, or None),
``row_opened(object)`` on Enter or double click, ``sort_requested(str)`` with the key of a column,
``loaded(int)`` with the number of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from creditbank_desktop.ui.i18n import again, say
from creditbank_desktop.ui.kit.keyset_model import (
    CHIP_ROLE,
    Column,
    KeysetTableModel,
    RowSource,
    Snapshot,
    take_snapshot,
)
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.measures import MEASURES

RowT = TypeVar("RowT")
_PADDING = 10


class RowDelegate(QStyledItemDelegate):
    """Draws one cell: text or chip, the selection as a tint over the whole row, a hairline below."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget) -> None:
        """Draw for ``columns``."""
        super().__init__(parent)
        self._columns = columns

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell of ``index``."""
        rect: QRect = option.rect
        paint_ground(painter, option)
        text = str(index.data() or "")
        tone = index.data(CHIP_ROLE)
        inner = rect.adjusted(_PADDING, 0, -_PADDING, -1)
        if tone:  # Qt hands a tone back as a plain text
            paint_chip(painter, inner, text, Tone(tone))
        else:
            self._paint_text(painter, inner, text, self._columns[index.column()])

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the width that the text wants, one row high."""
        font: QFont = option.font
        text = str(index.data() or "")
        extra = 20 if index.data(CHIP_ROLE) is not None else 0
        return QSize(QFontMetrics(font).horizontalAdvance(text) + 2 * _PADDING + extra, MEASURES.row_height)

    def _paint_text(self, painter: QPainter, rect: QRect, text: str, column: Column[Any]) -> None:
        colours = current_colours()
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if column.strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.secondary if column.secondary else colours.text))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)


class _Table(QTableView):
    """The Qt side of the table: generic classes and Qt signals do not mix in one class statement."""

    row_chosen = Signal(object)
    row_opened = Signal(object)
    sort_requested = Signal(str)
    loaded = Signal(int)


class KeysetTable(_Table, Generic[RowT]):
    """A table over a `RowSource`; its signals are named in the module's text."""

    def __init__(self, columns: Sequence[Column[RowT]], *, name: str, parent: QWidget | None = None) -> None:
        """Begin empty; ``name`` is the accessible name."""
        super().__init__(parent)
        self.rows: KeysetTableModel[RowT] = KeysetTableModel(columns, self)
        self._load_number = 0
        self.empty_text = ""
        say(self.setAccessibleName, name)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self.rows.columns, self))
        self._dress()
        self._set_up_header()
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.activated.connect(self._on_activated)

    def load(
        self,
        source: RowSource[RowT],
        *,
        runner: OperationRunner | None = None,
        select_first: bool = False,
        on_loaded: Callable[[], None] | None = None,
    ) -> None:
        """Show ``source``; the row that is selected stays selected if it is still there."""
        self._load_number += 1
        number = self._load_number
        kept = self.selected_id()

        def show(snapshot: Snapshot[RowT]) -> None:
            # An answer that was overtaken by a later load must not come back.
            if number == self._load_number:
                self._show(snapshot, select_first)
                if on_loaded is not None:
                    on_loaded()

        if runner is None:
            show(take_snapshot(source, kept))
        else:
            runner.run(lambda: take_snapshot(source, kept), show, owner=self)

    def selected(self) -> RowT | None:
        """Return the current row."""
        index = self.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else None

    def selected_id(self) -> str | None:
        """Return the id of the current row."""
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else None

    def select_place(self, place: int) -> bool:
        """Make the row at ``place`` current; return whether there is one."""
        if not 0 <= place < self.rows.rowCount():
            return False
        # Qt does not scroll to a cell of a hidden column.
        shown = (column for column in range(self.rows.columnCount()) if not self.isColumnHidden(column))
        index = self.rows.index(place, next(shown, 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def select_id(self, row_id: str) -> bool:
        """Make the row of that id current; return whether there is one."""
        place = self.rows.place_of(row_id)
        return place is not None and self.select_place(place)

    def select_next(self) -> bool:
        """Go one row down; return False at the end."""
        return self.select_place(self.currentIndex().row() + 1)

    def select_previous(self) -> bool:
        """Go one row up; return False at the top."""
        return self.select_place(self.currentIndex().row() - 1)

    def set_empty_text(self, words: str) -> None:
        """Say ``words`` where the rows would be while there are none."""
        self.empty_text = words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with J and K too, open with Enter."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_J:
            self.select_next()
        elif plain and event.key() == Qt.Key.Key_K:
            self.select_previous()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or the sentence for an empty table, and the ring of the focus."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        colours = current_colours()
        if self.rows.rowCount() == 0 and self.empty_text:
            painter.setPen(QColor(colours.secondary))
            area = self.viewport().rect().adjusted(16, 24, -16, -16)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), str(again(self.empty_text)))
        elif self.hasFocus() and self.currentIndex().isValid():
            row = self.visualRect(self.currentIndex())
            painter.fillRect(0, row.top(), 3, row.height() - 1, QColor(colours.accent))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for titles and words again in another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.rows.columnCount() - 1)
            self.viewport().update()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setMinimumSectionSize(MEASURES.row_height)
        vertical.setDefaultSectionSize(MEASURES.row_height)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(any(column.sort_key for column in self.rows.columns))
        header.setMinimumSectionSize(40)
        for place, column in enumerate(self.rows.columns):
            if column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(place, column.width)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.sectionClicked.connect(self._on_section_clicked)

    def _show(self, snapshot: Snapshot[RowT], select_first: bool) -> None:
        self.rows.show(snapshot)
        place = snapshot.selected
        if place is None and select_first and snapshot.count:
            place = 0
        if place is not None:
            self.select_place(place)
        else:
            self.row_chosen.emit(None)
        self.loaded.emit(snapshot.count)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(self.rows.row_at(current.row()))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row()) if index.isValid() else None
        if row is not None:
            self.row_opened.emit(row)

    @Slot(int)
    def _on_section_clicked(self, section: int) -> None:
        key = self.rows.columns[section].sort_key
        if key:
            self.sort_requested.emit(key)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw what lies under a cell: the tint of the chosen row or of the one pointed at, and a hairline."""
    colours = current_colours()
    rect: QRect = option.rect
    state: QStyle.StateFlag = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours.selection))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.hover))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.hairline))


def paint_chip(painter: QPainter, rect: QRect, text: str, tone: Tone) -> int:
    """Draw ``text`` as a chip at the left of ``rect`` and return how wide the chip is."""
    tint = current_colours().tint(tone)
    font = QFont(painter.font())
    font.setPixelSize(MEASURES.secondary_px)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - 16)
    width, height = metrics.horizontalAdvance(shown) + 16, 22
    box = QRectF(rect.left(), rect.center().y() - height / 2 + 1, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A hair of ink keeps the chip apart from the tint of a selected row.
    edge = QColor(tint.ink)
    edge.setAlphaF(0.22)
    painter.setPen(edge)
    painter.setBrush(QColor(tint.ground))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(QColor(tint.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
    return width


def chip_width(painter: QPainter, text: str) -> int:
    """Return how wide the chip with ``text`` wants to be."""
    font = QFont(painter.font())
    font.setPixelSize(MEASURES.secondary_px)
    # Eliding measures in parts of a pixel: without one to spare the last letter would go.
    return QFontMetrics(font).horizontalAdvance(text) + 18
