"""What the limited worker does with files and pages; nothing here runs in the program itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from PIL import Image

from creditbank_desktop.devices.page_pictures import (
    FORMATS,
    JPEG_QUALITY,
    cropped,
    decode,
    frames_of,
    jpeg_like,
    open_picture,
    plain,
    straight,
    turned,
    written,
)

Said = dict[str, Any]
Parts = Iterator[tuple[Said, bytes]]

_STORED = ("JPEG", "PNG")
_DEVICE = ("PPM", "PNG", "JPEG", "TIFF", "BMP")
_CODE_PICTURE_SIDE = 240
_SMALL_PAGE = 1_600
_MOST_CODES = 20
_MOST_CODE_TEXT = 2_000


def read_picture(said: Said, data: bytes) -> Parts:
    """Yield the pages of a picture file."""
    yield from frames_of(data)


def read_pdf(said: Said, data: bytes) -> Parts:
    """Yield what is known of a PDF, then its pages as pictures."""
    from creditbank_desktop.devices.pdf_pages import pages_of_pdf

    yield from pages_of_pdf(data)


def examine_picture(said: Said, data: bytes) -> Parts:
    """Decode every frame and yield nothing but how many there are."""
    pages = sum(1 for _frame in frames_of(data))
    yield {"pages": pages, "active": False}, b""


def examine_pdf(said: Said, data: bytes) -> Parts:
    """Draw every page small and yield how many there are, and whether anything in the file is active."""
    from creditbank_desktop.devices.pdf_pages import examine

    yield examine(data), b""


def raw_picture(said: Said, data: bytes) -> Parts:
    """Yield what a scanner or camera gave as a page: black and white stays, all else becomes a good JPEG."""
    picture = open_picture(data, _DEVICE)
    decode(picture)
    page = plain(picture)
    jpeg = None if page.mode == "1" else {"quality": JPEG_QUALITY, "subsampling": 0}
    yield written(page, int(said["dpi"]), jpeg)


def edit_page(said: Said, data: bytes) -> Parts:
    """Yield a stored page after ``said["edits"]``: each [crop or None, quarters, deskew]."""
    picture = open_picture(data, _STORED)
    decode(picture)
    jpeg = jpeg_like(picture) if picture.format == "JPEG" else None
    page = plain(picture)
    for box, quarters, level in said["edits"]:
        if box is not None:
            page = cropped(page, box, int(said["whole"]))
        page = turned(page, int(quarters))
        if level:
            page = straight(page)
    yield written(page, int(said["dpi"]), jpeg)


def show_page(said: Said, data: bytes) -> Parts:
    """Yield a stored page as a JPEG of at most ``said["longest"]`` pixels on its longer side."""
    picture = open_picture(data, tuple(FORMATS))
    longest = int(said["longest"])
    if picture.format == "JPEG":
        picture.draft(picture.mode if picture.mode in ("L", "RGB") else "RGB", (longest, longest))
    decode(picture)
    page = plain(picture)
    if page.mode == "1":
        page = page.convert("L")
    if max(page.size) > longest:
        page.thumbnail((longest, longest), Image.Resampling.BILINEAR, reducing_gap=2.0)
    target = io.BytesIO()
    page.save(target, "JPEG", quality=88)
    yield {"width": page.width, "height": page.height}, target.getvalue()


def read_codes(said: Said, data: bytes) -> Parts:
    """Yield each QR and bar code of a stored page once: its kind and text, and a PNG of the place."""
    import zxingcpp

    picture = open_picture(data, tuple(FORMATS))
    decode(picture)
    page = plain(picture).convert("L")
    found = zxingcpp.read_barcodes(page)
    if not found and max(page.size) < _SMALL_PAGE:
        page = page.resize((page.width * 2, page.height * 2), Image.Resampling.BICUBIC)
        found = zxingcpp.read_barcodes(page)
    seen: set[str] = set()
    for code in found[:_MOST_CODES]:
        text = code.text[:_MOST_CODE_TEXT]
        if not text or text in seen:
            continue
        seen.add(text)
        kind = "".join(one if one.isalnum() else "_" for one in str(code.format).lower()).strip("_")
        yield {"kind": kind, "text": text}, _cut_out(page, code.position)


def _cut_out(page: Image.Image, position: Any) -> bytes:
    corners = (position.top_left, position.top_right, position.bottom_left, position.bottom_right)
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    margin = max(8, (max(across) - min(across)) // 10)
    box = (
        max(0, min(across) - margin),
        max(0, min(down) - margin),
        min(page.width, max(across) + margin),
        min(page.height, max(down) + margin),
    )
    if box[2] <= box[0] or box[3] <= box[1]:
        return b""
    cut = page.crop(box)
    cut.thumbnail((_CODE_PICTURE_SIDE, _CODE_PICTURE_SIDE))
    target = io.BytesIO()
    cut.save(target, "PNG")
    return target.getvalue()
