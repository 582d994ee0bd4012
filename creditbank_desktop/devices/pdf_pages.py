"""Pages of a PDF as pictures, whatever the file would like to do; runs in the worker.

Pages become pictures, so that scripts, actions, attachments and forms stay behind. A page that is nothing but
one picture gives that picture as it is.
"""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from creditbank_desktop.devices.limited_process import TaskRefused
from creditbank_desktop.devices.page_pictures import (
    JPEG_QUALITY,
    MOST_PAGES,
    MOST_PIXELS,
    check_size,
    decode,
    open_picture,
    plain,
    plain_jpeg,
    written,
)

Said = dict[str, Any]

_DPI, _LEAST_DPI, _MOST_DPI = 200, 150, 300
_POINTS = 72
_LONGEST_POINTS = 14_400
_PASSWORD = 4
_LARGE_PNG = 1_500_000
_COVERS = 0.98
_EXAMINED_DPI = 50
_MOST_UNPACKED, _MOST_PACKED = 32 << 20, 8 << 20
_HEAD_BYTES = 600
_ACTIVE = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|OpenAction|RichMedia|SubmitForm|ImportData|Rendition|NeedsRendering)"
    rb"(?![A-Za-z0-9])"
)
"""Names long enough that compressed bytes do not look like them by chance."""
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"stream\r?\n")


def pages_of_pdf(data: bytes) -> Iterator[tuple[Said, bytes]]:
    """Yield {"pages", "active"} and then every page, decoded and made plain.

    Raises `TaskRefused` "evidence.protected", "evidence.damaged", "evidence.no_pages",
    "evidence.too_many_pages" (pages, most), "evidence.too_many_pixels" (width, height).
    """
    document = open_pdf(data)
    try:
        yield {"pages": len(document), "active": is_active(data)}, b""
        for number in range(len(document)):
            yield _page(document, number)
    finally:
        document.close()


def examine(data: bytes) -> Said:
    """Draw every page small and return {"pages", "active"}; raises as `pages_of_pdf`."""
    document = open_pdf(data)
    try:
        for number in range(len(document)):
            page = loaded_page(document, number)
            _drawn(page, _EXAMINED_DPI)
            page.close()
        return {"pages": len(document), "active": is_active(data)}
    finally:
        document.close()


def open_pdf(data: bytes) -> Any:
    """Return an open document with at least one page."""
    try:
        document = pdfium.PdfDocument(data)
        document.init_forms()  # what was filled in is drawn; scripts are not built in at all
        pages = len(document)
    except pdfium.PdfiumError as fault:
        protected = getattr(fault, "err_code", None) == _PASSWORD or "password" in str(fault).lower()
        raise TaskRefused("evidence.protected" if protected else "evidence.damaged") from fault
    if pages < 1:
        raise TaskRefused("evidence.no_pages")
    if pages > MOST_PAGES:
        raise TaskRefused("evidence.too_many_pages", {"pages": pages, "most": MOST_PAGES})
    return document


def loaded_page(document: Any, number: int) -> Any:
    """Return one page of an open document, its size within bounds."""
    try:
        page = document[number]
        width, height = page.get_size()
    except (pdfium.PdfiumError, ValueError, OverflowError) as fault:
        raise TaskRefused("evidence.damaged") from fault
    if not (math.isfinite(width) and math.isfinite(height) and width >= 1 and height >= 1):
        raise TaskRefused("evidence.damaged")
    if max(width, height) > _LONGEST_POINTS:
        raise TaskRefused("evidence.too_many_pixels", {"width": int(width), "height": int(height)})
    return page


def _page(document: Any, number: int) -> tuple[Said, bytes]:
    page = loaded_page(document, number)
    try:
        pictures = [found for found in page.get_objects(max_depth=2) if _is_picture(found)]
        sole = _sole_picture(page, pictures)
        if sole is not None:
            return sole
        drawn = _drawn(page, _dpi_for(pictures))
    except pdfium.PdfiumError as fault:
        raise TaskRefused("evidence.damaged") from fault
    finally:
        page.close()
    dpi = round(drawn[1])
    said, png = written(drawn[0], dpi)
    if len(png) <= _LARGE_PNG:
        return said, png
    return written(drawn[0], dpi, {"quality": JPEG_QUALITY, "subsampling": 0})


def _is_picture(found: Any) -> bool:
    return bool(found.type == pdfium.raw.FPDF_PAGEOBJ_IMAGE)


def _drawn(page: Any, dpi: float) -> tuple[Image.Image, float]:
    """Return the page drawn, with fewer pixels an inch where it would be too large otherwise."""
    width, height = page.get_size()
    inches = width * height / _POINTS**2
    fitting = min(dpi, math.sqrt(MOST_PIXELS / 2 / inches))
    drawn = page.render(scale=fitting / _POINTS, may_draw_forms=True)
    picture = drawn.to_pil()
    check_size(*picture.size)
    return plain(picture), fitting


def _dpi_for(pictures: list[Any]) -> float:
    """Return how finely to draw a page so that a scan on it loses little."""
    finest = 0.0
    for found in pictures:
        left, _bottom, right, _top = found.get_bounds()
        wide = (right - left) / _POINTS
        if wide > 1:
            finest = max(finest, found.get_px_size()[0] / wide)
    return min(_MOST_DPI, max(_LEAST_DPI, finest)) if finest else _DPI


def _sole_picture(page: Any, pictures: list[Any]) -> tuple[Said, bytes] | None:
    """Return the picture of a page that shows nothing else and shows it upright, else None."""
    if len(pictures) != 1 or page.get_rotation() or sum(1 for _ in page.get_objects(max_depth=2)) != 1:
        return None
    if pdfium.raw.FPDFPage_GetAnnotCount(page) > 0:
        return None
    found = pictures[0]
    width, height = page.get_size()
    matrix = found.get_matrix()
    if matrix.b or matrix.c or matrix.a <= 0 or matrix.d <= 0:
        return None
    if matrix.a < _COVERS * width or matrix.d < _COVERS * height:
        return None
    across, down = found.get_px_size()
    check_size(across, down)
    dpi = max(50, min(1_200, round(across / (matrix.a / _POINTS))))
    if list(found.get_filters()) == ["DCTDecode"]:
        source = bytes(found.get_data(decode_simple=False))
        picture = open_picture(source, ("JPEG",))
        if picture.mode in ("L", "RGB"):
            said, kept = plain_jpeg(picture, source)
            return {**said, "dpi": dpi}, kept
        return None
    if list(found.get_filters()) != ["FlateDecode"]:
        return None
    picture = found.get_bitmap(render=False).to_pil()
    page_picture = plain(picture)
    if page_picture.mode == "L" and _is_black_and_white(page_picture):
        page_picture = page_picture.convert("1", dither=Image.Dither.NONE)
    decode(page_picture)
    return written(page_picture, dpi)


def _is_black_and_white(picture: Image.Image) -> bool:
    colours = picture.getcolors(2)
    return colours is not None and all(colour in (0, 255) for _count, colour in colours)


def is_active(data: bytes) -> bool:
    """Return whether a PDF may do more than show itself: scripts, actions, attachments, dynamic forms.

    Looked for in the file and in its object streams, within bounds; what cannot be unpacked counts as active.
    """
    if b"/Encrypt" in data or _names_something(data):
        return True
    left = _MOST_UNPACKED
    for start in _STREAM.finditer(data):
        if b"ObjStm" not in _unescaped(data[max(0, start.start() - _HEAD_BYTES) : start.start()]):
            continue
        try:
            unpacked = zlib.decompressobj().decompress(data[start.end() : start.end() + _MOST_PACKED], left)
        except zlib.error:
            return True
        left -= len(unpacked)
        if left <= 0 or _names_something(unpacked):
            return True
    return False


def _unescaped(data: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), data) if b"#" in data else data


def _names_something(data: bytes) -> bool:
    return _ACTIVE.search(_unescaped(data)) is not None
