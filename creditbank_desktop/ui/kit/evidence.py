"""The viewer for scans and PDFs: rotates, zooms, turns pages, never moves by itself.

``EvidenceViewer(runner)``: ``show_document(EvidenceDocument(id, title, read))`` shows a document whose bytes
come from the callable ``read`` (evidence is stored encrypted), read and drawn on a worker thread;
``prefetch(document, pages)`` draws the next one ahead; ``clear()``. Zoom, rotation, page and place are kept
for each document id. Actions with keys: ``rotate_left`` [, ``rotate_right`` ], ``zoom_in`` +, ``zoom_out`` -,
``fit_width`` W, ``fit_page``,
``actual_size``, ``next_page``, ``previous_page``. Dragging with Shift copies text of a PDF.
Signals: ``shown(str)`` with the id once the page is painted, ``failed(str, str)`` with id and reason code,
``text_copied(str)``, ``page_came(str, int)`` with id and number of a page that was drawn ahead.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsRectItem, QGraphicsScene, QGraphicsView, QWidget

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.evidence_cache import PageCache
from creditbank_desktop.ui.kit.evidence_documents import (
    DocumentView,
    DrawnDocument,
    EvidenceDocument,
    draw_document,
    word_reason,
)
from creditbank_desktop.ui.kit.evidence_pages import RenderedPage, SelectedText, select_text
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.appearance import current_colours

FIRST_RENDER_PX = 1600
DOCUMENTS_KEPT = 12
VIEWS_KEPT = 500
PAGES_KEPT_MB = 128
ZOOM_STEP = 1.25


class EvidenceViewer(QGraphicsView):
    """Shows one page of one document; its actions and signals are named in the module's text."""

    shown = Signal(str)
    failed = Signal(str, str)
    text_copied = Signal(str)
    page_came = Signal(str, int)

    def __init__(self, runner: OperationRunner, parent: QWidget | None = None) -> None:
        """Begin empty; ``runner`` reads and draws."""
        super().__init__(parent)
        self._runner = runner
        self._views: OrderedDict[str, DocumentView] = OrderedDict()
        self._bytes: OrderedDict[str, bytes] = OrderedDict()
        self.pages_kept = PageCache(PAGES_KEPT_MB)
        self._coming: dict[tuple[str, int], EvidenceDocument] = {}
        self._document: EvidenceDocument | None = None
        self._page: RenderedPage | None = None
        self._number = 0
        self._message: str = ""
        self._drag_from: QPoint | None = None
        self._marks: list[QGraphicsRectItem] = []
        self.setScene(QGraphicsScene(self))
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.scene().addItem(self._item)
        self._sharpen_timer = QTimer(self, singleShot=True, interval=150)
        self._sharpen_timer.timeout.connect(self._on_sharpen_timer_timeout)
        self._dress()

    @property
    def document(self) -> EvidenceDocument | None:
        """The document that is shown."""
        return self._document

    @property
    def view_state(self) -> DocumentView:
        """How the document is looked at now."""
        return self._views.get(self._document.id, DocumentView()) if self._document else DocumentView()

    @property
    def pages(self) -> int:
        """How many pages the document has, 0 while it is not there."""
        return self._page.pages if self._page is not None else 0

    def show_document(self, document: EvidenceDocument) -> None:
        """Show ``document`` as it was last looked at; the same document again changes nothing."""
        if self._document is not None and self._document.id == document.id and self._page is not None:
            return
        self._remember_centre()
        self._document = document
        # The page of another file must not stand under this one's name, not even for a moment.
        self._page, self._message = None, ""
        self._show_kept_or_fetch()

    def prefetch(self, document: EvidenceDocument, pages: int = 1) -> None:
        """Draw the first ``pages`` of ``document`` ahead, beginning with the one it was left at."""
        left_at = self._views.get(document.id, DocumentView()).page
        for number in dict.fromkeys((left_at, *range(pages))):
            self.prefetch_page(document, number)

    def prefetch_page(self, document: EvidenceDocument, number: int) -> None:
        """Draw one page ahead; one after another, so that what is asked for meanwhile waits for one only."""
        key = (document.id, number)
        if self.pages_kept.find(*key) is None and key not in self._coming:
            self._coming[key] = document
            if len(self._coming) == 1:
                self._draw_ahead()

    def _draw_ahead(self) -> None:
        (document_id, number), document = next(iter(self._coming.items()))
        data = self._bytes.get(document_id)

        def work() -> DrawnDocument | None:
            try:
                return draw_document(document, data, number, FIRST_RENDER_PX)
            except (Refused, EnvironmentFault):
                return None  # said when its turn comes, if it still is so then

        def keep(drawn: DrawnDocument | None) -> None:
            self._coming.pop((document_id, number), None)
            if drawn is not None:
                self._keep_drawn(document_id, drawn)
                self.page_came.emit(document_id, number)
            if self._coming:
                self._draw_ahead()

        self._runner.run(work, keep, owner=self)

    def clear(self) -> None:
        """Show nothing."""
        self._remember_centre()
        self._document, self._page, self._message = None, None, ""
        self._number += 1
        self._item.setPixmap(QPixmap())
        self.viewport().update()

    @Slot()
    def rotate_left(self) -> None:
        """Turn the page by a quarter to the left."""
        self._change(replace(self.view_state, rotation=(self.view_state.rotation - 90) % 360, centre=None))

    @Slot()
    def rotate_right(self) -> None:
        """Turn the page by a quarter to the right."""
        self._change(replace(self.view_state, rotation=(self.view_state.rotation + 90) % 360, centre=None))

    @Slot()
    def zoom_in(self) -> None:
        """Show the page larger."""
        self._zoom_by(ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Show the page smaller."""
        self._zoom_by(1 / ZOOM_STEP)

    @Slot()
    def fit_width(self) -> None:
        """Let the page fill the width."""
        self._change(replace(self.view_state, zoom=None, is_whole=False, centre=None))

    @Slot()
    def fit_page(self) -> None:
        """Let the whole page be seen."""
        self._change(replace(self.view_state, zoom=None, is_whole=True, centre=None))

    @Slot()
    def actual_size(self) -> None:
        """Show a PDF as large as on paper, a picture pixel by pixel."""
        if self._page is not None:
            self._change(replace(self.view_state, zoom=self._page.actual, centre=self._centre()))

    @Slot()
    def next_page(self) -> None:
        """Show the next page."""
        self.turn_to(self.view_state.page + 1)

    @Slot()
    def previous_page(self) -> None:
        """Show the page before."""
        self.turn_to(self.view_state.page - 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select text when Shift is held."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._drag_from = event.position().toPoint()
            self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Copy the text between press and release."""
        super().mouseReleaseEvent(event)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        begun, self._drag_from = self._drag_from, None
        if begun is not None:
            self._copy_text(begun, event.position().toPoint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fit that was wished, and the place that is looked at."""
        corner = self.mapToScene(QPoint(0, 0))
        before = self._scale()
        super().resizeEvent(event)
        if self._page is not None and self.view_state.zoom is None:
            self._place()
            self._scroll_to(corner if self._scale() != before or not self.view_state.is_whole else None)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Say why there is no page."""
        super().drawForeground(painter, rect)
        if self._page is None and self._message:
            painter.resetTransform()
            painter.setPen(QColor(current_colours().secondary))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            area = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(area, int(flags), str(again(self._message)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.setBackgroundBrush(QColor(current_colours().viewer_ground))

    def sizeHint(self) -> QSize:
        """Return a size at which a certificate can be read."""
        return QSize(480, 560)

    def _dress(self) -> None:
        say(self.setAccessibleName, tr("Evidence"))
        self.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setBackgroundBrush(QColor(current_colours().viewer_ground))
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setMinimumSize(200, 160)

    def _fetch(self, side: int) -> None:
        document = self._document
        if document is None:
            return
        self._number += 1
        number, page = self._number, self.view_state.page
        data = self._bytes.get(document.id)

        def arrive(drawn: DrawnDocument) -> None:
            self._keep_drawn(document.id, drawn)
            # What was asked for before the user went on must not replace what is shown now.
            if number != self._number:
                return
            if drawn.page is not None:
                self._show_page(drawn.page)
            else:
                self._fail(document.id, drawn.reason)

        self._runner.run(lambda: draw_document(document, data, page, side), arrive, owner=self)

    def _scroll_to(self, corner: QPointF | None) -> None:
        """Bring a point of the page back to the upper left corner."""
        if corner is not None:
            off = self.mapFromScene(corner)
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + off.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + off.y())

    def _show_kept_or_fetch(self) -> None:
        document = self._document
        kept = None if document is None else self.pages_kept.find(document.id, self.view_state.page)
        if kept is not None:
            self._number += 1
            self._show_page(kept)
            return
        if self._page is None:
            self._item.setPixmap(QPixmap())
        self._fetch(FIRST_RENDER_PX)

    def _keep_drawn(self, document_id: str, drawn: DrawnDocument) -> None:
        if drawn.data:
            self._keep_bytes(document_id, drawn.data)
        if drawn.page is not None:
            self.pages_kept.keep(document_id, drawn.page)

    def _show_page(self, page: RenderedPage) -> None:
        sharper = self._page is not None and page.image.width() > 0 and self._is_same_page(page)
        self._page, self._message = page, ""
        if sharper:
            self._sample(self._scale())
            return
        self._place()
        if self._document is not None:
            self.shown.emit(self._document.id)
        self._sharpen_timer.start()

    def _is_same_page(self, page: RenderedPage) -> bool:
        return (
            self._page is not None
            and self._item.data(0) == (self._document.id if self._document else "", page.page)
            and (page.width, page.height) == (self._page.width, self._page.height)
        )

    def _place(self) -> None:
        """Lay the page out as its view says."""
        page, view = self._page, self.view_state
        if page is None:
            return
        self._item.setData(0, (self._document.id if self._document else "", page.page))
        self._item.setTransformOriginPoint(0, 0)
        turned = view.rotation % 180 == 90
        width = page.height if turned else page.width
        height = page.width if turned else page.height
        scale = view.zoom or self._fitting_scale(width, height)
        transform = QTransform()
        transform.rotate(view.rotation)
        transform.scale(scale, scale)
        self.setTransform(transform)
        self._sample(scale)
        margin = 12 / scale
        self.setSceneRect(QRectF(0, 0, page.width, page.height).adjusted(-margin, -margin, margin, margin))
        if view.centre is not None:
            self.centerOn(view.centre[0] * page.width, view.centre[1] * page.height)
        else:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def _sample(self, scale: float) -> None:
        """Give the item as many pixels as the screen shows: a scan shrunk while painting loses its thin
        strokes.
        """
        page = self._page
        if page is None:
            return
        image, wanted = page.image, round(page.width * scale * self.devicePixelRatioF())
        if 0 < wanted < image.width() * 0.75:
            image = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
        self._item.setPixmap(QPixmap.fromImage(image))
        self._item.setScale(page.width / max(1, image.width()))

    def _fitting_scale(self, width: float, height: float) -> float:
        """Return the scale at which the page fills the width, beside the scroll bar if it will need one."""
        room = self.maximumViewportSize()
        if self.view_state.is_whole:
            across, down = (room.width() - 28) / max(1.0, width), (room.height() - 28) / max(1.0, height)
            return max(0.02, min(across, down))
        scale = (room.width() - 28) / max(1.0, width)
        if height * scale + 24 > room.height():
            scale = (room.width() - 28 - self.verticalScrollBar().sizeHint().width()) / max(1.0, width)
        return max(0.02, scale)

    def _zoom_by(self, factor: float) -> None:
        if self._page is None:
            return
        now = self._scale()
        zoom = max(0.1, min(8.0, now * factor))
        self._change(replace(self.view_state, zoom=zoom, centre=self._centre()))

    def turn_to(self, page: int) -> None:
        """Show page ``page`` (from 0), if there is one."""
        if self._page is None or not 0 <= page < self._page.pages or self._document is None:
            return
        self._keep_view(replace(self.view_state, page=page, centre=None))
        self._show_kept_or_fetch()

    def _change(self, view: DocumentView) -> None:
        if self._document is None:
            return
        self._keep_view(view)
        self._place()
        self._sharpen_timer.start()

    @Slot()
    def _on_sharpen_timer_timeout(self) -> None:
        """Draw the page with more pixels where the screen shows more than there are."""
        if self._page is None:
            return
        wanted = max(self._page.width, self._page.height) * self._scale() * self.devicePixelRatioF()
        have = max(self._page.image.width(), self._page.image.height())
        if wanted > have * 1.15:
            self._remember_centre()
            self._fetch(int(wanted * 1.2))

    def _scale(self) -> float:
        transform = self.transform()
        return float((transform.m11() ** 2 + transform.m12() ** 2) ** 0.5)

    def _centre(self) -> tuple[float, float] | None:
        if self._page is None:
            return None
        point = self.mapToScene(self.viewport().rect().center())
        return point.x() / max(1.0, self._page.width), point.y() / max(1.0, self._page.height)

    def _remember_centre(self) -> None:
        if self._document is not None and self._page is not None:
            self._keep_view(replace(self.view_state, centre=self._centre()))

    def _keep_view(self, view: DocumentView) -> None:
        if self._document is not None:
            self._views[self._document.id] = view
            self._views.move_to_end(self._document.id)
            while len(self._views) > VIEWS_KEPT:
                self._views.popitem(last=False)

    def _keep_bytes(self, document_id: str, data: bytes) -> None:
        self._bytes[document_id] = data
        self._bytes.move_to_end(document_id)
        while len(self._bytes) > DOCUMENTS_KEPT:
            self._bytes.popitem(last=False)

    def _fail(self, document_id: str, reason: str) -> None:
        self._page = None
        self._item.setPixmap(QPixmap())
        self._message = word_reason(reason)
        self.viewport().update()
        self.failed.emit(document_id, reason)

    def _copy_text(self, begun: QPoint, ended: QPoint) -> None:
        document, page = self._document, self._page
        data = self._bytes.get(document.id) if document is not None else None
        if page is None or data is None:
            return
        number = page.page
        start, end = QPointF(self.mapToScene(begun)), QPointF(self.mapToScene(ended))

        def arrive(found: SelectedText) -> None:
            if found.text:
                QGuiApplication.clipboard().setText(found.text)
                self._mark(found)
                self.text_copied.emit(found.text)

        self._runner.run(lambda: select_text(data, number, start, end), arrive, owner=self)

    def _mark(self, found: SelectedText) -> None:
        self._clear_marks()
        ground = QColor(current_colours().accent)
        ground.setAlphaF(0.25)
        self._marks = [self.scene().addRect(box, QPen(Qt.PenStyle.NoPen), ground) for box in found.boxes]
        QTimer.singleShot(1500, self, self._clear_marks)

    @Slot()
    def _clear_marks(self) -> None:
        marks, self._marks = self._marks, []
        for mark in marks:
            self.scene().removeItem(mark)
