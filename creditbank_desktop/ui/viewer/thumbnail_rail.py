"""The pages of a document as small pictures in a column; choosing one shows that page.

``ThumbnailRail(runner)``: ``show_pages(document, pages)``, ``mark_page(number)``. Only what can be seen is
drawn, one page after another. Signal: ``page_chosen(int)``.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.evidence_documents import DrawnDocument, EvidenceDocument, draw_document
from creditbank_desktop.ui.running import OperationRunner

WIDTH_PX = 92
_SIDE_PX = 72
_ROW_PX = 104
_DRAWN_PX = 216
_KEPT = 400


class ThumbnailRail(QListWidget):
    """A column of pages; its signal is named in the module's text."""

    page_chosen = Signal(int)

    def __init__(self, runner: OperationRunner) -> None:
        """Begin without pages."""
        super().__init__()
        self._runner = runner
        self._document: EvidenceDocument | None = None
        self._kept: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._is_drawing = False
        say(self.setAccessibleName, tr("Pages"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_SIDE_PX, _SIDE_PX))
        self.setGridSize(QSize(WIDTH_PX - 16, _ROW_PX))
        self.setFixedWidth(WIDTH_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_current_row_changed)
        self.verticalScrollBar().valueChanged.connect(self._draw_next)

    def show_pages(self, document: EvidenceDocument | None, pages: int) -> None:
        """Show the pages of ``document``; the same document again leaves the column in place."""
        same = document is not None and self._document is not None and document.id == self._document.id
        if same and self.count() == pages:
            return
        self._document = document
        blocked = self.blockSignals(True)
        self.clear()
        for number in range(pages):
            item = QListWidgetItem(str(number + 1))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, str(tr("Page {number}").format(number=number + 1))
            )
            self.addItem(item)
            kept = self._kept.get((document.id, number)) if document is not None else None
            if kept is not None:
                item.setIcon(QIcon(kept))
        self.blockSignals(blocked)
        self._draw_next()

    def mark_page(self, number: int) -> None:
        """Mark the page that is shown."""
        if number != self.currentRow() and 0 <= number < self.count():
            blocked = self.blockSignals(True)
            self.setCurrentRow(number)
            self.blockSignals(blocked)
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw what comes into sight."""
        super().resizeEvent(event)
        self._draw_next()

    @Slot(int)
    def _on_current_row_changed(self, row: int) -> None:
        if row >= 0:
            self.page_chosen.emit(row)

    @Slot()
    def _draw_next(self) -> None:
        """Draw the first page in sight that has no picture yet."""
        document = self._document
        if document is None or self._is_drawing or not self.isVisible():
            return
        number = self._missing(document)
        if number is None:
            return
        self._is_drawing = True

        def work() -> DrawnDocument | None:
            try:
                return draw_document(document, None, number, _DRAWN_PX)
            except (Refused, EnvironmentFault):
                return None  # the viewer beside says it

        def arrive(drawn: DrawnDocument | None) -> None:
            self._is_drawing = False
            picture = QPixmap()
            if drawn is not None and drawn.page is not None:
                picture = QPixmap.fromImage(drawn.page.image)
            self._kept[document.id, number] = picture
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            item = self.item(number) if self._document is document else None
            if item is not None:
                item.setIcon(QIcon(picture))
            self._draw_next()

        self._runner.run(work, arrive, owner=self)

    def _missing(self, document: EvidenceDocument) -> int | None:
        top, bottom = self.viewport().rect().top(), self.viewport().rect().bottom()
        for number in range(self.count()):
            place = self.visualItemRect(self.item(number))
            if place.bottom() >= top and place.top() <= bottom and (document.id, number) not in self._kept:
                return number
        return None
