"""The viewer of somebody who judges: with a magnifier, and text that is selected and copied by keys.

``ReadingViewer(runner)`` is an `EvidenceViewer` with ``hold_lens()`` (until its key is released; arrows move
it), ``begin_text()`` (arrows, Shift, Ctrl+A, Ctrl+C, Escape) and Home and End for the first and last page.
Signals: ``text_began(bool)`` tells whether the page has text, ``activated()`` when it gets the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QCursor, QFocusEvent, QGuiApplication, QKeyEvent, QPen
from PySide6.QtWidgets import QApplication, QGraphicsRectItem, QWidget

from creditbank_desktop.domain.page_views import TextPiece
from creditbank_desktop.ui.kit.evidence import EvidenceViewer
from creditbank_desktop.ui.kit.evidence_pages import RenderedPage
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.viewer.lens import Lens
from creditbank_desktop.ui.viewer.text_selection import TextSelection

LENS_KEY = Qt.Key.Key_M
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TEXT_KEYS = frozenset((*_WAYS, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_Escape))


class ReadingViewer(EvidenceViewer):
    """Shows one document to be read closely; its signals are named in the module's text."""

    text_began = Signal(bool)
    activated = Signal()

    def __init__(self, runner: OperationRunner, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(runner, parent)
        self.lens = Lens(self, self._page_now)
        self.selection: TextSelection | None = None
        self._chosen: list[QGraphicsRectItem] = []

    @Slot()
    def hold_lens(self) -> None:
        """Show the magnifier until the key goes up: at the mouse over the page, else in the middle."""
        if self._page is None or self.lens.isVisible():
            return
        ground = self.viewport().rect()
        at = self.viewport().mapFromGlobal(QCursor.pos())
        self.lens.show_at(at if self.underMouse() and ground.contains(at) else ground.center())
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the magnifier while its key is held, and take it away when it goes up."""
        if not self.lens.isVisible():
            return super().eventFilter(watched, event)
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            way = _WAYS.get(Qt.Key(event.key()))
            if event.key() == LENS_KEY or way is not None:
                if way is not None and kind is QEvent.Type.KeyPress and watched.isWidgetType():
                    self.lens.move_by(*way)
                event.accept()
                return True
        if isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyRelease:
            if event.key() == LENS_KEY and not event.isAutoRepeat():
                self._drop_lens()
        elif kind is QEvent.Type.MouseMove and watched is self.viewport():
            self.lens.show_at(self.viewport().mapFromGlobal(QCursor.pos()))
        elif kind in (QEvent.Type.WindowDeactivate, QEvent.Type.ApplicationDeactivate):
            self._drop_lens()
        return super().eventFilter(watched, event)

    @Slot()
    def begin_text(self) -> None:
        """Put a mark on the first word; the focus comes here, so that arrows move it."""
        document, page = self._document, self._page
        if document is None or page is None:
            return
        if document.pieces is None:
            self.text_began.emit(False)
            return
        number, find = page.page, document.pieces

        def arrive(pieces: tuple[TextPiece, ...]) -> None:
            shown = self._document is not None and self._document.id == document.id
            if shown and self._page is not None and self._page.page == number:
                self._begin_selection(pieces)

        self._runner.run(lambda: find(number), arrive, owner=self)

    @Slot()
    def end_text(self) -> None:
        """Take mark and selection away."""
        self.selection = None
        self._show_chosen()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the selection from the page's own, such as Ctrl+A."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.selection is not None
            and event.key() in _TEXT_KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark, copy, or turn to the first or last page."""
        if self.selection is not None and self._select_by_key(self.selection, event):
            self._show_chosen()
        elif event.key() == Qt.Key.Key_Home and not event.modifiers():
            self.turn_to(0)
        elif event.key() == Qt.Key.Key_End and not event.modifiers():
            self.turn_to(self.pages - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this side is looked at."""
        super().focusInEvent(event)
        self.activated.emit()

    def clear(self) -> None:
        """Show nothing, and nothing selected."""
        self.end_text()
        super().clear()

    def share_with(self, other: ReadingViewer) -> None:
        """Keep pages, and how documents are looked at, together with another viewer."""
        self.pages_kept, self._views = other.pages_kept, other._views

    def _page_now(self) -> RenderedPage | None:
        return self._page

    def _drop_lens(self) -> None:
        self.lens.hide()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _begin_selection(self, pieces: tuple[TextPiece, ...]) -> None:
        selection = TextSelection(pieces)
        self.selection = None if selection.is_empty else selection
        if self.selection is not None:
            self.setFocus()
        self._show_chosen()
        self.text_began.emit(self.selection is not None)

    def _select_by_key(self, selection: TextSelection, event: QKeyEvent) -> bool:
        modifiers = event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None:
            extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            if way[0]:
                selection.move(way[0], extend=extend)
            else:
                selection.move_lines(way[1], extend=extend)
        elif event.key() == Qt.Key.Key_A and control:
            selection.select_all()
        elif event.key() == Qt.Key.Key_C and control:
            QGuiApplication.clipboard().setText(selection.text)
            self.text_copied.emit(selection.text)
        elif event.key() == Qt.Key.Key_Escape:
            self.selection = None
        else:
            return False
        return True

    def _show_chosen(self) -> None:
        for item in self._chosen:
            self.scene().removeItem(item)
        self._chosen = []
        if self.selection is None:
            return
        ground = QColor(current_colours().accent)
        ground.setAlphaF(0.3)
        none = QPen(Qt.PenStyle.NoPen)
        self._chosen = [self.scene().addRect(box, none, ground) for box in self.selection.boxes]
        frame = QPen(QColor(current_colours().accent), 1.5)
        frame.setCosmetic(True)
        self._chosen.append(self.scene().addRect(self.selection.mark, frame))
        if not self.viewport().rect().contains(self.mapFromScene(self.selection.mark).boundingRect()):
            self.ensureVisible(self.selection.mark, 24, 24)

    def _show_page(self, page: RenderedPage) -> None:
        if not self._is_same_page(page):
            self.end_text()
        super()._show_page(page)

    def _copy_text(self, begun: QPoint, ended: QPoint) -> None:
        """Copy what was dragged over, from the text that the limited process found."""
        document, page = self._document, self._page
        if document is None or page is None or document.pieces is None:
            super()._copy_text(begun, ended)
            return
        box = QRectF(QPointF(self.mapToScene(begun)), QPointF(self.mapToScene(ended))).normalized()
        number, find = page.page, document.pieces

        def arrive(pieces: tuple[TextPiece, ...]) -> None:
            found = TextSelection(pieces)
            if found.select_box(box) and self._page is not None and self._page.page == number:
                self.selection = found
                self._show_chosen()
                QGuiApplication.clipboard().setText(found.text)
                self.text_copied.emit(found.text)

        self._runner.run(lambda: find(number), arrive, owner=self)
