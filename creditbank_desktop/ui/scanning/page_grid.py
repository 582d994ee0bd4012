"""The pages of a tray as small pictures, grouped by document; arrows choose, the mouse may drag.

``PageGrid(thumbnails)``: ``show_tray(tray, current)``, ``set_words(words)`` with what each document is
called, ``set_working(pages)``. Signals: ``chosen(str)`` with the page, ``opened(str)`` on a double click,
``dragged(str, object)`` with page and `Place`, ``dropped(object)`` with paths.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from creditbank_desktop.domain.scans import ScannedDocument
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.scanning.grid_layout import (
    CELL_HEIGHT,
    CELL_WIDTH,
    HEAD_HEIGHT,
    PADDING,
    GridLayout,
    lay_out_grid,
)
from creditbank_desktop.ui.scanning.page_painting import PagePainter, PageState
from creditbank_desktop.ui.scanning.thumbnails import Thumbnails
from creditbank_desktop.ui.scanning.trays import Place, Tray


class PageGrid(QAbstractScrollArea):
    """Pages by document; its methods and signals are named in the module's text."""

    chosen = Signal(str)
    opened = Signal(str)
    dragged = Signal(str, object)
    dropped = Signal(object)

    def __init__(self, thumbnails: Thumbnails, title: Callable[[ScannedDocument], tuple[str, str]]) -> None:
        """Begin empty; ``title`` gives a document's key ("" for none) and its name ("" if it has none)."""
        super().__init__()
        self._thumbnails = thumbnails
        self._title = title
        self._tray = Tray()
        self._layout = GridLayout()
        self._current = ""
        self._working: frozenset[str] = frozenset()
        self._pressed: QPoint | None = None
        self._target: Place | None = None
        self.setProperty("kind", "pages")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(CELL_WIDTH + 4 * PADDING, 120)
        self.viewport().setAutoFillBackground(False)
        self.setAcceptDrops(True)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._want_visible)
        thumbnails.drawn.connect(self._on_thumbnails_drawn)
        say(self.setAccessibleName, tr("Pages in the tray"))

    @property
    def current(self) -> str:
        """The page that is chosen, "" for none."""
        return self._current

    def show_tray(self, tray: Tray, current: str) -> None:
        """Show ``tray`` with the page ``current`` chosen."""
        self._tray = tray
        self._current = current
        self._lay_out()
        self._see_current()
        self._tell()

    def set_working(self, pages: frozenset[str]) -> None:
        """Mark the pages that are being worked on."""
        self._working = pages
        self.viewport().update()

    def choose(self, page: str) -> None:
        """Choose a page and let it be seen."""
        if page and page != self._current:
            self._current = page
            self._see_current()
            self._tell()
            self.viewport().update()
            self.chosen.emit(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose another page with the arrows, Home, End, Page up and Page down."""
        page = self._page_for(event)
        if page is None:
            super().keyPressEvent(event)
        else:
            self.choose(page)

    def sizeHint(self) -> QSize:
        """Return room for three pages in two lines."""
        return QSize(3 * CELL_WIDTH + 4 * PADDING, 2 * (CELL_HEIGHT + HEAD_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the lines hold what fits now."""
        super().resizeEvent(event)
        self._lay_out()
        self._see_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look and the language."""
        super().changeEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        seen = event.rect().translated(0, self.verticalScrollBar().value())
        brush = PagePainter(painter, self.font(), self.hasFocus())
        mine = self._tray.place(self._current)
        for frame in self._layout.frames:
            if frame.rect.intersects(seen):
                document = self._tray.documents[frame.number]
                is_mine = mine is not None and mine.document == frame.number
                brush.frame(frame, self._title(document), len(document.pages), is_mine)
        for cell in self._layout.cells:
            if cell.rect.intersects(seen):
                page = self._tray.documents[cell.place.document].pages[cell.place.page]
                state = PageState(
                    cell.page == self._current,
                    cell.page in self._working,
                    self._thumbnails.is_unreadable(page),
                )
                brush.page(cell, self._thumbnails.picture(page), state)
        if self._target is not None:
            brush.drop_line(self._layout.drop_line(self._target))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the page under the pointer; a drag may begin here."""
        cell = self._layout.cell_at(self._inner(event.position().toPoint()))
        if event.button() is Qt.MouseButton.LeftButton and cell is not None:
            self.choose(cell.page)
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the page would go."""
        point = event.position().toPoint()
        if self._pressed is None:
            return
        if (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._target = self._layout.drop_place(self._inner(point))
            self.viewport().update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Move the page to where it was dragged."""
        target, self._target, self._pressed = self._target, None, None
        self.viewport().update()
        if target is not None:
            self.dragged.emit(self._current, target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look at the page."""
        cell = self._layout.cell_at(self._inner(event.position().toPoint()))
        if cell is not None:
            self.opened.emit(cell.page)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragEnterEvent) -> None:  # type: ignore[override]
        """Take files wherever they are dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        paths = tuple(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _page_for(self, event: QKeyEvent) -> str | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        layout, key = self._layout, Qt.Key(event.key())
        lines = max(1, self.viewport().height() // (CELL_HEIGHT + HEAD_HEIGHT))
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
        along = {Qt.Key.Key_Up: (-1, 1), Qt.Key.Key_Down: (1, 1)}
        along |= {Qt.Key.Key_PageUp: (-1, lines), Qt.Key.Key_PageDown: (1, lines)}
        if key in across:
            return layout.beside(self._current, across[key])
        if key not in along:
            return None
        page = self._current
        for _line in range(along[key][1]):
            page = layout.above_or_below(page, along[key][0])
        return page

    def _inner(self, point: QPoint) -> QPoint:
        return point + QPoint(0, self.verticalScrollBar().value())

    def _lay_out(self) -> None:
        self._layout = lay_out_grid(self._tray.documents, self.viewport().width() - 2)
        room = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, self._layout.height - room))
        self.verticalScrollBar().setPageStep(room)
        self.viewport().update()
        self._want_visible()

    def _see_current(self) -> None:
        cell, bar = self._layout.cell(self._current), self.verticalScrollBar()
        if cell is None:
            return
        top, bottom = cell.rect.top() - HEAD_HEIGHT, cell.rect.bottom() + PADDING
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    def _want_visible(self) -> None:
        seen = QRect(0, self.verticalScrollBar().value(), self.viewport().width(), self.viewport().height())
        # A line above and below what is in sight, so that scrolling meets pictures.
        near = seen.adjusted(0, -CELL_HEIGHT, 0, CELL_HEIGHT)
        cells = [cell for cell in self._layout.cells if cell.rect.intersects(near)]
        cells.sort(key=lambda cell: not cell.rect.intersects(seen))
        documents = self._tray.documents
        self._thumbnails.want([documents[c.place.document].pages[c.place.page] for c in cells])
        self.viewport().update()

    def _on_thumbnails_drawn(self, _page: str) -> None:
        self.viewport().update()

    def _tell(self) -> None:
        """Say to a screen reader which page is chosen."""
        place = self._tray.place(self._current)
        if place is None:
            say(self.setAccessibleDescription, tr("The tray is empty."))
            return
        document = self._tray.documents[place.document]
        title = self._title(document)[1] or tr("no material yet")
        words = tr("Page {page} of {pages}: {material}").format(
            page=place.page + 1, pages=len(document.pages), material=title
        )
        say(self.setAccessibleDescription, words)
