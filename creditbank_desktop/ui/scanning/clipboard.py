"""What the clipboard holds for a tray: files, or a picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter


@dataclass(frozen=True, slots=True)
class Pasted:
    """The paths of copied files, or a copied picture as PNG."""

    paths: tuple[str, ...] = ()
    picture: bytes = b""


def pasted() -> Pasted:
    """Return what was copied, nothing of either kind if it is something else."""
    # A clipboard that was never filled gives None, whatever its type says.
    urls: list[QUrl] = getattr(QGuiApplication.clipboard().mimeData(), "urls", list)()
    paths = tuple(url.toLocalFile() for url in urls if url.isLocalFile())
    if paths:
        return Pasted(paths)
    image = QGuiApplication.clipboard().image()
    return Pasted() if image.isNull() else Pasted(picture=png_of(image))


def png_of(image: QImage) -> bytes:
    """Return a picture as PNG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(data.data())
