"""Turns the bytes of a scan or a PDF into pages: pure work for a worker thread, values in and out.

QtPdf is imported here alone and only when a PDF is opened, so that the first window does not wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from creditbank_desktop.domain.page_views import DrawnPage

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument, QPdfSelection

MOST_CHARACTERS = 20_000
LONGEST_SIDE_PX = 4200
LARGEST_IMAGE_MB = 256
POINT_PX = 96 / 72
_PIXEL_BYTES = 4


class UnreadableEvidenceError(Exception):
    """The bytes are neither a PDF nor an image that can be shown; ``reason`` is a code."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """One page as pixels; ``width`` and ``height`` are its size in points (PDF) or pixels (image), ``actual``
    how many pixels of the screen one of these has at 100 %.
    """

    image: QImage
    page: int
    pages: int
    width: float
    height: float
    actual: float = 1.0


@dataclass(frozen=True, slots=True)
class SelectedText:
    """Text found between two points of a page, and the boxes that it covers."""

    text: str
    boxes: tuple[QRectF, ...]


def is_pdf(data: bytes) -> bool:
    """Return whether ``data`` begins as a PDF does (a few stray bytes before it are common)."""
    return b"%PDF-" in data[:1024]


def render_page(data: bytes, page: int, longest_side: int) -> RenderedPage:
    """Return page ``page`` (from 0) of ``data`` with at most ``longest_side`` pixels a side.

    Raises UnreadableEvidenceError when the bytes cannot be shown.
    """
    if not data:
        raise UnreadableEvidenceError("empty")
    side = min(longest_side, LONGEST_SIDE_PX)
    return _render_pdf(data, page, side) if is_pdf(data) else _render_image(data, side)


def page_of(drawn: DrawnPage) -> RenderedPage:
    """Return a page that the limited process drew, ready to be painted."""
    image = QImage(drawn.pixels, drawn.width, drawn.height, 3 * drawn.width, QImage.Format.Format_RGB888)
    # The pixels belong to the answer; converting copies them, in the form that paints fastest.
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return RenderedPage(image, drawn.page, drawn.pages, drawn.across, drawn.down, drawn.scale)


def select_text(data: bytes, page: int, start: QPointF, end: QPointF) -> SelectedText:
    """Return the text between two points (in points of the page) of a PDF; an image has none."""
    if not is_pdf(data):
        return SelectedText("", ())
    from PySide6.QtPdf import QPdfDocument

    buffer, document = _buffer(data), QPdfDocument()
    document.load(buffer)
    selection = document.getSelection(page, start, end)
    if not selection.text():
        # Qt finds a character only right under the point; people drag a box around what they mean.
        selection = _inside(document, page, QRectF(start, end).normalized())
    found = SelectedText(selection.text(), tuple(polygon.boundingRect() for polygon in selection.bounds()))
    document.close()
    buffer.close()
    return found


def _inside(document: QPdfDocument, page: int, box: QRectF) -> QPdfSelection:
    length = min(len(document.getAllText(page).text()), MOST_CHARACTERS)
    hit = [
        place
        for place in range(length)
        if any(
            polygon.boundingRect().intersects(box)
            for polygon in document.getSelectionAtIndex(page, place, 1).bounds()
        )
    ]
    return (
        document.getSelectionAtIndex(page, hit[0], hit[-1] - hit[0] + 1)
        if hit
        else document.getSelectionAtIndex(page, 0, 0)
    )


def _render_pdf(data: bytes, page: int, side: int) -> RenderedPage:
    from PySide6.QtPdf import QPdfDocument

    buffer, document = _buffer(data), QPdfDocument()
    document.load(buffer)
    try:
        if document.error() is QPdfDocument.Error.IncorrectPassword:
            raise UnreadableEvidenceError("locked")
        if document.status() is not QPdfDocument.Status.Ready or document.pageCount() == 0:
            raise UnreadableEvidenceError("damaged")
        page = max(0, min(page, document.pageCount() - 1))
        size = document.pagePointSize(page)
        factor = side / max(size.width(), size.height(), 1.0)
        drawn = document.render(page, QSize(round(size.width() * factor), round(size.height() * factor)))
        if drawn.isNull():
            raise UnreadableEvidenceError("damaged")
        # Pages are drawn without ground; paper is white in every look.
        paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        _draw_over(paper, drawn)
        return RenderedPage(paper, page, document.pageCount(), size.width(), size.height(), POINT_PX)
    finally:
        document.close()
        buffer.close()


def _draw_over(paper: QImage, drawn: QImage) -> None:
    from PySide6.QtGui import QPainter

    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()


def _render_image(data: bytes, side: int) -> RenderedPage:
    buffer = _buffer(data)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(LARGEST_IMAGE_MB)
    full = reader.size()
    if not reader.canRead():
        raise UnreadableEvidenceError("unknown_format")
    if full.isValid() and full.width() * full.height() * _PIXEL_BYTES > LARGEST_IMAGE_MB << 20:
        raise UnreadableEvidenceError("too_large")
    if full.isValid() and max(full.width(), full.height()) > side:
        reader.setScaledSize(full.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    buffer.close()
    if image.isNull():
        raise UnreadableEvidenceError("damaged")
    turned = full.isValid() and (full.width() > full.height()) != (image.width() > image.height())
    if not full.isValid():
        full = image.size()
    width, height = (full.height(), full.width()) if turned else (full.width(), full.height())
    return RenderedPage(image, 0, 1, float(width), float(height))


def _buffer(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer
