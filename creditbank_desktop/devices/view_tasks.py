"""What the limited worker does for a viewer: one page as bare pixels, its text as pieces with places."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from creditbank_desktop.devices.limited_process import TaskRefused
from creditbank_desktop.devices.page_pictures import decode, open_picture, plain, upright
from creditbank_desktop.devices.pdf_pages import loaded_page, open_pdf

Said = dict[str, Any]
Parts = Iterator[tuple[Said, bytes]]

LONGEST_SIDE_PX = 4_200
_MOST_CHARACTERS = 20_000
_SCREEN_DPI, _POINTS = 96, 72
_FINE = 16
"""Places of text are asked for in sixteenths of a point, because PDFium answers in whole numbers."""
_IDEOGRAPHS = 0x2E80


def draw_pdf(said: Said, data: bytes) -> Parts:
    """Yield page ``said["page"]`` of a PDF with at most ``said["longest"]`` pixels on its longer side."""
    document = open_pdf(data)
    try:
        number = max(0, min(int(said["page"]), len(document) - 1))
        page = loaded_page(document, number)
        width, height = page.get_size()
        longest = min(int(said["longest"]), LONGEST_SIDE_PX)
        try:
            drawn = page.render(scale=longest / max(width, height), may_draw_forms=True).to_pil()
        except pdfium.PdfiumError as fault:
            raise TaskRefused("evidence.damaged") from fault
        told = {"page": number, "pages": len(document), "across": width, "down": height}
        yield _pixels(drawn, {**told, "scale": _SCREEN_DPI / _POINTS})
    finally:
        document.close()


def draw_picture(said: Said, data: bytes) -> Parts:
    """Yield a picture, or one frame of a TIFF, with at most ``said["longest"]`` pixels on a side."""
    picture = open_picture(data)
    frames = int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
    number = max(0, min(int(said["page"]), frames - 1))
    longest = min(int(said["longest"]), LONGEST_SIDE_PX)
    if number:
        picture.seek(number)
    whole = picture.size
    if picture.format == "JPEG":
        picture.draft(picture.mode if picture.mode in ("L", "RGB") else "RGB", (longest, longest))
    decode(picture)
    page = upright(plain(picture))
    if (page.width > page.height) != (whole[0] > whole[1]):
        whole = (whole[1], whole[0])
    if page.mode == "1":
        page = page.convert("L")
    if max(page.size) > longest:
        page.thumbnail((longest, longest), Image.Resampling.BILINEAR, reducing_gap=2.0)
    told = {"page": number, "pages": frames, "across": whole[0], "down": whole[1], "scale": 1.0}
    yield _pixels(page, told)


def text_of_pdf(said: Said, data: bytes) -> Parts:
    """Yield the text of page ``said["page"]`` as JSON: a row [text, left, top, right, bottom, after] each."""
    document = open_pdf(data)
    try:
        page = loaded_page(document, max(0, min(int(said["page"]), len(document) - 1)))
        try:
            rows = _pieces(page)
        except pdfium.PdfiumError as fault:
            raise TaskRefused("evidence.damaged") from fault
        yield {}, json.dumps(rows).encode()
    finally:
        document.close()


def _pixels(picture: Image.Image, told: Said) -> tuple[Said, bytes]:
    page = plain(picture).convert("RGB")
    return {**told, "width": page.width, "height": page.height}, page.tobytes()


def _pieces(page: Any) -> list[list[Any]]:
    text = page.get_textpage()
    rows: list[list[Any]] = []
    is_open = False
    for place in range(min(text.count_chars(), _MOST_CHARACTERS)):
        code = pdfium.raw.FPDFText_GetUnicode(text, place)
        sign = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if not sign.strip():
            if rows and rows[-1][5] != "\n":
                rows[-1][5] = "\n" if sign in ("\n", "\r") else " "
            is_open = False
            continue
        box = _box(page, text.get_charbox(place))
        if is_open and code < _IDEOGRAPHS:
            last = rows[-1]
            last[0] += sign
            last[1:5] = [
                min(last[1], box[0]),
                min(last[2], box[1]),
                max(last[3], box[2]),
                max(last[4], box[3]),
            ]
        else:
            rows.append([sign, *box, ""])
        is_open = code < _IDEOGRAPHS
    return rows


def _box(page: Any, box: tuple[float, float, float, float]) -> list[float]:
    """Return a box of the page's own space as it lies on the page that is shown, turned or cut as it is."""
    width, height = page.get_size()
    found = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        across, down = ctypes.c_int(), ctypes.c_int()
        size = (round(width * _FINE), round(height * _FINE))
        pdfium.raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
        found.append((across.value / _FINE, down.value / _FINE))
    (left, top), (right, bottom) = found
    return [min(left, right), min(top, bottom), max(left, right), max(top, bottom)]
