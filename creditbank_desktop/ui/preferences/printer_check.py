"""A page that shows whether a printer prints whole, straight and to size."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageSize, QPainter, QPdfWriter, QPen

from creditbank_desktop.ui.i18n import tr

_DOTS_PER_INCH = 300
_MM = _DOTS_PER_INCH / 25.4
_SIZES = {"A4": QPageSize.PageSizeId.A4, "A5": QPageSize.PageSizeId.A5, "B5": QPageSize.PageSizeId.B5}


def draw_test_page(paper_size: str, printer: str, when: str) -> bytes:
    """Return a PDF of one page: a frame 10 mm from every edge, a rule of 100 mm, greys, small letters."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(_SIZES.get(paper_size, QPageSize.PageSizeId.A4)))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    width, height = writer.width() / _MM, writer.height() / _MM
    _draw(painter, width, height, (printer, paper_size, when))
    painter.end()
    buffer.close()
    return bytes(data.data())


def _draw(painter: QPainter, width: float, height: float, told: tuple[str, str, str]) -> None:
    painter.setPen(QPen(QColor("#000000"), 0.3 * _MM))
    painter.drawRect(_box(10, 10, width - 20, height - 20))
    font = QFont()
    font.setPointSize(18)
    painter.setFont(font)
    left = Qt.AlignmentFlag.AlignLeft
    painter.drawText(_box(20, 20, width - 40, 12), left, str(tr("Test page")))
    font.setPointSize(10)
    painter.setFont(font)
    for line, text in enumerate(told):
        painter.drawText(_box(20, 36 + 6 * line, width - 40, 6), left, text)
    ask = tr("The frame lies 10 mm from every edge; the rule is 100 mm long.")
    painter.drawText(_box(20, 60, width - 40, 6), left, str(ask))
    for millimetre in range(101):
        long = 6 if millimetre % 10 == 0 else 4 if millimetre % 5 == 0 else 2
        x = (20 + millimetre) * _MM
        painter.drawLine(int(x), int(72 * _MM), int(x), int((72 + long) * _MM))
    for step in range(11):
        grey = 255 - step * 25
        painter.fillRect(_box(20 + step * 9, 84, 9, 10), QColor(grey, grey, grey))
    for line, points in enumerate((6, 8, 10, 12)):
        font.setPointSize(points)
        painter.setFont(font)
        painter.drawText(
            _box(20, 100 + 8 * line, width - 40, 8), left, f"{points} pt 学分认定 ABC abc 0123456789"
        )


def _box(x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(x * _MM, y * _MM, width * _MM, height * _MM)
