"""The list of search results under the search box.

``SearchPopup(box, searcher, runner)``: shows what ``searcher`` finds 120 ms after the last key. Down goes
into the list, Enter opens the first or the chosen hit; one exact hit opens at once on Enter. Signals:
``chosen(SearchHit)``.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.editors import SearchBox
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.shell.workplaces import Searcher, SearchHit
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.icons import pixmap
from creditbank_desktop.ui.theme.measures import MEASURES

_HIT_HEIGHT = 46
_MOST_SHOWN = 8


class _HitDelegate(QStyledItemDelegate):
    """Draws a hit as icon, title and, in secondary ink, its detail."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = current_colours()
        hit: SearchHit = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection if chosen else colours.hover))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        ratio = painter.device().devicePixelRatio()
        place = rect.top() + (rect.height() - MEASURES.icon) // 2
        painter.drawPixmap(rect.left() + 12, place, pixmap(hit.icon, colours.secondary, MEASURES.icon, ratio))
        words = rect.adjusted(42, 5, -12, -5)
        top, bottom = (
            words.adjusted(0, 0, 0, -words.height() // 2),
            words.adjusted(0, words.height() // 2, 0, 0),
        )
        painter.setPen(QColor(colours.text))
        _draw_elided(painter, top if hit.detail else words, hit.title)
        font = QFont(painter.font())
        font.setPixelSize(MEASURES.secondary_px)
        painter.setFont(font)
        painter.setPen(QColor(colours.secondary))
        _draw_elided(painter, bottom, hit.detail)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _HIT_HEIGHT)


class SearchPopup(QFrame):
    """The results. Signals: ``chosen(SearchHit)``."""

    chosen = Signal(object)

    def __init__(self, box: SearchBox, searcher: Searcher, runner: OperationRunner, window: QWidget) -> None:
        """Hang below ``box`` inside ``window``, hidden until something was searched."""
        super().__init__(window)
        self.setProperty("kind", "popup")
        self._box, self._searcher, self._runner, self._window = box, searcher, runner, window
        self.list = QListWidget()
        self._asked = ""
        self._open_when_found = False
        self.list.setItemDelegate(_HitDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        say(self.list.setAccessibleName, tr("Search results"))
        self.nothing = Label(
            tr("Nothing found. Try a number, a name, pinyin or initials."), "secondary", wrap=True
        )
        self.nothing.setContentsMargins(10, 8, 10, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list)
        self.hide()
        box.searched.connect(self._on_box_searched)
        box.submitted.connect(self._on_box_submitted)
        box.descended.connect(self._on_box_descended)
        box.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemActivated.connect(self._on_list_item_chosen)
        self.list.itemClicked.connect(self._on_list_item_chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the focus goes elsewhere; come back to the box with Escape or Up from the first hit."""
        if "list" not in self.__dict__:
            # Qt still sends events while Python takes the window apart.
            return False
        if event.type() is QEvent.Type.FocusOut:
            box, hits = self._box, self.list
            if not (box.hasFocus() or hits.hasFocus()):
                self.hide()
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            leaving = event.key() == Qt.Key.Key_Escape
            if leaving or (event.key() == Qt.Key.Key_Up and self.list.currentRow() <= 0):
                self._box.setFocus()
                return True
        return super().eventFilter(watched, event)

    def dismiss(self) -> None:
        """Close the list and forget what was asked."""
        self._asked = ""
        self.hide()

    @Slot(str)
    def _on_box_searched(self, text: str) -> None:
        self._asked = text
        if not text:
            self.hide()
            return

        def show(hits: tuple[SearchHit, ...]) -> None:
            # Only the answer to what stands in the box now may be shown.
            if text == self._asked:
                self._show(hits)

        self._runner.run(lambda: self._searcher.search(text), show, owner=self)

    @Slot(str)
    def _on_box_submitted(self, text: str) -> None:
        if not text:
            return
        if text == self._asked and self.isVisible() and self.list.count():
            self._choose(self.list.item(max(0, self.list.currentRow())))
        else:
            # A scanner types and presses Enter faster than the list comes.
            self._open_when_found = True
            self._on_box_searched(text)

    @Slot()
    def _on_box_descended(self) -> None:
        if self.isVisible() and self.list.count():
            self.list.setFocus()
            self.list.setCurrentRow(min(1, self.list.count() - 1))

    @Slot(QListWidgetItem)
    def _on_list_item_chosen(self, item: QListWidgetItem) -> None:
        self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        self.dismiss()
        self._box.clear()
        self.chosen.emit(hit)

    def _show(self, hits: tuple[SearchHit, ...]) -> None:
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(hit.title)
            item.setData(Qt.ItemDataRole.UserRole, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.title}, {hit.detail}")
            self.list.addItem(item)
        open_now, self._open_when_found = self._open_when_found and len(hits) == 1, False
        if open_now:
            self._choose(self.list.item(0))
            return
        self.nothing.setVisible(not hits)
        self.list.setVisible(bool(hits))
        if hits:
            self.list.setCurrentRow(0)
        self._place(len(hits))
        self.show()
        self.raise_()

    def _place(self, hits: int) -> None:
        window = self._window
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + 4))
        width = max(self._box.width(), 320)
        height = 12 + min(hits, _MOST_SHOWN) * _HIT_HEIGHT if hits else 56
        left = min(corner.x(), window.width() - width - 8)
        self.setGeometry(left, corner.y(), width, min(height, window.height() - corner.y() - 8))


def _draw_elided(painter: QPainter, rect: QRect, text: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
