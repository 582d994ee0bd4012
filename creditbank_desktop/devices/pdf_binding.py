"""Binds pictures of pages into one PDF, each embedded as it is: no picture is decoded or written anew.

Only takes what our own worker wrote or checked: JPEG in grey or RGB, PNG without interlacing or alpha.
Source: ISO 32000-1, 7.4.4.4 (PNG predictors of FlateDecode), 7.4.8 (DCTDecode), 8.9.5 (image dictionaries).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from creditbank_desktop.domain.scans import PageContent

_POINTS = 72
_PNG_SIGNATURE = 8
_COLOURS = {1: "/DeviceGray", 3: "/DeviceRGB"}
_NOT_FRAMES = frozenset({0xC4, 0xC8, 0xCC})

Bound = tuple[PageContent, int, bytes]


def bind_pages(pages: Sequence[Bound]) -> bytes:
    """Return one PDF of pages given as (content, dpi, bytes); the same pages give the same bytes.

    Raises ValueError for a picture that is none of ours.
    """
    kids = " ".join(f"{3 + 3 * place} 0 R" for place in range(len(pages)))
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
    ]
    for place, (content, dpi, data) in enumerate(pages):
        objects.extend(_page_objects(3 + 3 * place, content, dpi, data))
    return _file(objects)


def _page_objects(number: int, content: PageContent, dpi: int, data: bytes) -> Iterator[bytes]:
    width, height = (f"{side * _POINTS / dpi:.3f}" for side in (content.width, content.height))
    yield (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {number + 1} 0 R "
        f"/Resources << /XObject << /P {number + 2} 0 R >> >> >>"
    ).encode()
    yield _stream(b"", f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode())
    filling, picture = _png(data) if content.media_type == "image/png" else _jpeg(data)
    head = f"/Type /XObject /Subtype /Image /Width {content.width} /Height {content.height} {filling}"
    yield _stream(head.encode(), picture)


def _png(data: bytes) -> tuple[str, bytes]:
    width, _height, bits, colour, _packing, _filter, interlaced = struct.unpack(">IIBBBBB", data[16:29])
    channels = {0: 1, 2: 3}.get(colour)
    if channels is None or interlaced:
        raise ValueError("a PNG that was not written here")
    parts, place = [], _PNG_SIGNATURE
    while place + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        if kind == b"IDAT":
            parts.append(data[place + 8 : place + 8 + length])
        place += 12 + length
    how = f"/Predictor 15 /Colors {channels} /BitsPerComponent {bits} /Columns {width}"
    colours = f"/ColorSpace {_COLOURS[channels]} /BitsPerComponent {bits}"
    return f"{colours} /Filter /FlateDecode /DecodeParms << {how} >>", b"".join(parts)


def _jpeg(data: bytes) -> tuple[str, bytes]:
    place = 2
    while place + 10 <= len(data):
        kind = data[place + 1]
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if data[place] != 0xFF or length < 2:
            break
        if 0xC0 <= kind <= 0xCF and kind not in _NOT_FRAMES:
            colours = _COLOURS.get(data[place + 9])
            if colours is None or data[place + 4] != 8:
                break
            return f"/ColorSpace {colours} /BitsPerComponent 8 /Filter /DCTDecode", data
        place += 2 + length
    raise ValueError("a JPEG that was not checked here")


def _stream(head: bytes, data: bytes) -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (head, len(data), data)


def _file(objects: Sequence[bytes]) -> bytes:
    parts = [b"%PDF-1.5\n%\xe4\xf6\xfc\xdf\n"]
    places, length = [], len(parts[0])
    for number, body in enumerate(objects, start=1):
        part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        places.append(length)
        length += len(part)
        parts.append(part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table))
    parts.append(
        b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, length)
    )
    return b"".join(parts)
