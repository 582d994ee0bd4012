"""Renders a window or a widget to a picture, at a size and a screen scale, without a screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from creditbank_desktop.ui.theme.appearance import current_colours


def lay_out(widget: QWidget, width: int, height: int) -> None:
    """Show ``widget`` at ``width`` × ``height`` logical pixels and settle its layout."""
    widget.resize(width, height)
    widget.show()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QCoreApplication.sendPostedEvents()
    widget.ensurePolished()


def picture_of(widget: QWidget, size: QSize, scale: float = 1.0) -> QPixmap:
    """Return ``widget`` as it looks on a screen of ``size`` device pixels at ``scale`` (1.5 is 150 %)."""
    lay_out(widget, round(size.width() / scale), round(size.height() / scale))
    picture = QPixmap(size)
    picture.setDevicePixelRatio(scale)
    picture.fill(QColor(current_colours().window))
    widget.render(picture, QPoint(0, 0))
    return picture


def save_picture(widget: QWidget, path: Path, size: QSize, scale: float = 1.0) -> None:
    """Write `picture_of` to ``path`` as PNG; raises OSError when it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture_of(widget, size, scale).save(str(path), "PNG"):
        raise OSError(f"cannot write {path}")
