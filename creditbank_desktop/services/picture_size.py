"""Reads how many pixels a picture has from its head, without decoding it."""

from __future__ import annotations

import io
import struct
from typing import BinaryIO

_MOST_SEGMENTS = 2_000
_MOST_TAGS = 4_096
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_NOT_FRAMES = frozenset({0xC4, 0xC8, 0xCC})
_WIDTH_TAG, _HEIGHT_TAG, _SHORT = 256, 257, 3


def picture_size(media_type: str, reader: BinaryIO) -> tuple[int, int] | None:
    """Return width and height in pixels that a PNG, JPEG or TIFF claims to have, leaving ``reader`` at its
    beginning.

    None for other kinds of file and for one whose head is damaged. Sources: PNG (ISO/IEC 15948, 11.2.2),
    JPEG (ITU-T T.81, B.2.2), TIFF 6.0 (section 2). Raises OSError as the reader does.
    """
    reader.seek(0)
    try:
        match media_type:
            case "image/png":
                return _png(reader)
            case "image/jpeg":
                return _jpeg(reader)
            case "image/tiff":
                return _tiff(reader)
        return None
    except struct.error:
        return None
    finally:
        reader.seek(0)


def _png(reader: BinaryIO) -> tuple[int, int] | None:
    head = reader.read(24)
    if head[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def _jpeg(reader: BinaryIO) -> tuple[int, int] | None:
    reader.seek(2)
    for _ in range(_MOST_SEGMENTS):
        (mark,) = struct.unpack("B", reader.read(1))
        if mark != 0xFF:
            return None
        kind = 0xFF
        while kind == 0xFF:  # any number of fill bytes may stand before the kind
            (kind,) = struct.unpack("B", reader.read(1))
        if kind in _STANDALONE:
            continue
        (length,) = struct.unpack(">H", reader.read(2))
        if 0xC0 <= kind <= 0xCF and kind not in _NOT_FRAMES:
            _precision, height, width = struct.unpack(">BHH", reader.read(5))
            return width, height
        reader.seek(length - 2, io.SEEK_CUR)
    return None


def _tiff(reader: BinaryIO) -> tuple[int, int] | None:
    order = "<" if reader.read(4).startswith(b"II") else ">"
    (directory,) = struct.unpack(f"{order}I", reader.read(4))
    reader.seek(directory)
    (count,) = struct.unpack(f"{order}H", reader.read(2))
    found: dict[int, int] = {}
    for _ in range(min(count, _MOST_TAGS)):
        tag, kind, _values = struct.unpack(f"{order}HHI", reader.read(8))
        value = reader.read(4)
        if tag in (_WIDTH_TAG, _HEIGHT_TAG):
            (found[tag],) = struct.unpack(f"{order}{'Hxx' if kind == _SHORT else 'I'}", value)
    if len(found) < 2:
        return None
    return found[_WIDTH_TAG], found[_HEIGHT_TAG]
