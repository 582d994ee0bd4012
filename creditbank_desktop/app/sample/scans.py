"""Renders scans of fictional certificates: tinted paper, frame, seal, a slight turn; the same for a seed."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from random import Random
from typing import Literal

from PIL import Image, ImageChops, ImageDraw

from creditbank_desktop.app.sample.certificates import PaperLook, PaperText
from creditbank_desktop.app.sample.ink import Ink, Rgb, Style
from creditbank_desktop.documents.fonts import Face

LANDSCAPE = (1400, 1000)
PORTRAIT = (1000, 1400)
MARK = "演示样本 SAMPLE"

_PAPERS: tuple[Rgb, ...] = ((253, 251, 243), (250, 247, 236), (252, 252, 250), (247, 244, 234))
_FRAMES: tuple[Rgb, ...] = ((168, 132, 72), (128, 46, 44), (62, 92, 120), (92, 112, 84))
_INK: Rgb = (34, 32, 30)
_QUIET: Rgb = (110, 106, 100)
_SEAL: Rgb = (196, 40, 36)
_PALE: Rgb = (150, 150, 150)
_QUALITY = 64
_TILE = 48
_FOOT = {PaperLook.CERTIFICATE: 850, PaperLook.RECORD: 1220, PaperLook.LETTER: 1180}


@dataclass(frozen=True, slots=True)
class ScanOrder:
    """One scan: its words, a seed, and the format of the file."""

    text: PaperText
    seed: int
    format: Literal["JPEG", "PNG"] = "JPEG"


@dataclass(frozen=True, slots=True)
class _Sheet:
    image: Image.Image
    draw: ImageDraw.ImageDraw
    ink: Ink
    frame: Rgb

    @property
    def width(self) -> int:
        return self.image.width

    @property
    def height(self) -> int:
        return self.image.height


def render_scan(order: ScanOrder, ink: Ink) -> bytes:
    """Return the bytes of the scan; the same order and fonts give the same image.

    Raises `Refused` ("characters_without_font") for a name that no shipped font can draw.
    """
    random = Random(order.seed)
    size = LANDSCAPE if order.text.look is PaperLook.CERTIFICATE else PORTRAIT
    paper = random.choice(_PAPERS)
    image = Image.new("RGB", size, paper)
    sheet = _Sheet(image, ImageDraw.Draw(image), ink, random.choice(_FRAMES))
    _DRAWERS[order.text.look](sheet, order.text)
    _mark(sheet)
    _seal(sheet, order.text, random)
    scanned = _scanned(image, paper, random)
    out = io.BytesIO()
    if order.format == "PNG":
        scanned.save(out, "PNG", optimize=True)
    else:
        scanned.save(out, "JPEG", quality=_QUALITY, dpi=(120, 120))
    return out.getvalue()


def _certificate(sheet: _Sheet, text: PaperText) -> None:
    _frame(sheet)
    middle = sheet.width / 2
    heading = Style(Face.SERIF_BOLD, 66, _INK)
    sheet.ink.write_centred(sheet.draw, (middle, 170), text.heading, heading)
    sheet.ink.write_centred(sheet.draw, (middle, 222), text.heading_en, Style(Face.SERIF, 26, _QUIET))
    y = 300.0
    for label, value in text.rows:
        y = _row(sheet, (190, y), label, value, 30)
    y = _paragraph(sheet, (190, y + 12), text.closing, Style(Face.SERIF, 29, _INK))
    _foot(sheet, text, _FOOT[text.look])


def _record(sheet: _Sheet, text: PaperText) -> None:
    middle = sheet.width / 2
    sheet.ink.write_centred(sheet.draw, (middle, 160), text.heading, Style(Face.SERIF_BOLD, 48, _INK))
    sheet.ink.write_centred(sheet.draw, (middle, 202), text.heading_en, Style(Face.SANS, 22, _QUIET))
    label_style, value_style = Style(Face.SANS_BOLD, 24, _INK), Style(Face.SANS, 25, _INK)
    left, split, right, y = 110, 370, sheet.width - 110, 270
    for label, value in text.rows:
        lines = sheet.ink.broken(value, value_style, right - split - 40)
        height = 34 * len(lines) + 30
        sheet.draw.rectangle((left, y, right, y + height), outline=_QUIET, width=2)
        sheet.draw.line((split, y, split, y + height), fill=_QUIET, width=2)
        sheet.ink.write(sheet.draw, (left + 20, y + 42), label, label_style)
        for number, line in enumerate(lines):
            sheet.ink.write(sheet.draw, (split + 20, y + 42 + 34 * number), line, value_style)
        y += height
    _paragraph(sheet, (left, y + 70), text.closing, Style(Face.SERIF, 27, _INK))
    _foot(sheet, text, _FOOT[text.look])


def _letter(sheet: _Sheet, text: PaperText) -> None:
    middle = sheet.width / 2
    head = Style(Face.SERIF_BOLD, 34, sheet.frame)
    sheet.ink.write_centred(sheet.draw, (middle, 120), text.issuer, head)
    sheet.draw.line((100, 146, sheet.width - 100, 146), fill=sheet.frame, width=4)
    sheet.draw.line((100, 153, sheet.width - 100, 153), fill=sheet.frame, width=1)
    sheet.ink.write_centred(sheet.draw, (middle, 270), text.heading, Style(Face.SERIF_BOLD, 50, _INK))
    sheet.ink.write_centred(sheet.draw, (middle, 310), text.heading_en, Style(Face.SERIF, 22, _QUIET))
    y = 400.0
    for label, value in text.rows:
        y = _row(sheet, (130, y), label, value, 28)
    _paragraph(sheet, (130, y + 24), text.closing, Style(Face.SERIF, 28, _INK))
    _foot(sheet, text, _FOOT[text.look])


_DRAWERS = {
    PaperLook.CERTIFICATE: _certificate,
    PaperLook.RECORD: _record,
    PaperLook.LETTER: _letter,
}


def _frame(sheet: _Sheet) -> None:
    for inset, width in ((36, 7), (50, 2), (58, 1)):
        box = (inset, inset, sheet.width - inset, sheet.height - inset)
        sheet.draw.rectangle(box, outline=sheet.frame, width=width)
    for x in (58, sheet.width - 58):
        for y in (58, sheet.height - 58):
            for radius in (30, 22, 14):
                sheet.draw.ellipse(
                    (x - radius, y - radius, x + radius, y + radius), outline=sheet.frame, width=2
                )


def _row(sheet: _Sheet, place: tuple[float, float], label: str, value: str, size: int) -> float:
    x, y = place
    style = Style(Face.SERIF, size, _INK)
    lead = f"{label}："
    sheet.ink.write(sheet.draw, (x, y), lead, Style(Face.SERIF, size, _QUIET))
    indent = x + sheet.ink.width(lead, style)
    for line in sheet.ink.broken(value, style, sheet.width - indent - x):
        sheet.ink.write(sheet.draw, (indent, y), line, style)
        y += size * 1.72
    return y


def _paragraph(sheet: _Sheet, place: tuple[float, float], text: str, style: Style) -> float:
    x, y = place
    for line in sheet.ink.broken("　　" + text, style, sheet.width - 2 * x):
        sheet.ink.write(sheet.draw, (x, y), line, style)
        y += style.size * 1.75
    return y


def _foot(sheet: _Sheet, text: PaperText, y: float) -> None:
    style = Style(Face.SERIF, 27, _INK)
    right = sheet.width - 150
    for offset, words in ((-46, text.issuer), (0, text.issued_on)):
        sheet.ink.write(sheet.draw, (right - sheet.ink.width(words, style), y + offset), words, style)
    if text.number:
        number = f"编号 {text.number}"
        sheet.ink.write(sheet.draw, (110, y), number, Style(Face.SANS, 20, _QUIET))


def _mark(sheet: _Sheet) -> None:
    """Write the word SAMPLE pale across the sheet and small at its foot."""
    style = Style(Face.SANS_BOLD, 84, 255)
    width = int(sheet.ink.width(MARK, style)) + 20
    stamp = Image.new("L", (width, 130), 0)
    draw = ImageDraw.Draw(stamp)
    sheet.ink.write(draw, (10, 96), MARK, style)
    turned = stamp.rotate(24, expand=True, resample=Image.Resampling.BILINEAR)
    pale = turned.point([value * 34 // 255 for value in range(256)])
    corner = ((sheet.width - turned.width) // 2, (sheet.height - turned.height) // 2)
    sheet.image.paste(_PALE, corner, pale)
    small = Style(Face.SANS, 17, _QUIET)
    words = f"{MARK} · 本件为虚构样本，无任何效力"
    sheet.ink.write_centred(sheet.draw, (sheet.width / 2, sheet.height - 76), words, small)


def _seal(sheet: _Sheet, text: PaperText, random: Random) -> None:
    """Stamp a red ring with the issuer's words around it and a star; some ink is missing, as on paper."""
    size, radius = 250, 112
    layer = Image.new("L", (size, size), 0)
    draw = ImageDraw.Draw(layer)
    centre = size / 2
    box = (centre - radius, centre - radius, centre + radius, centre + radius)
    draw.ellipse(box, outline=255, width=6)
    _star(draw, centre, 30)
    words = text.issuer.replace("（演示）", "") or "示例机构"
    _around(layer, sheet.ink, words[:14], radius - 30)
    sheet.ink.write_centred(draw, (centre, centre + 68), "演示", Style(Face.SANS_BOLD, 22, 255))
    layer = ImageChops.multiply(layer, _patches(size, random))
    turned = layer.rotate(random.uniform(-9, 9), resample=Image.Resampling.BICUBIC)
    x = sheet.width - 400 + random.randint(-24, 24)
    y = _FOOT[text.look] - 160 + random.randint(-14, 14)
    sheet.image.paste(_SEAL, (x, y), turned.point([value * 205 // 255 for value in range(256)]))


def _around(layer: Image.Image, ink: Ink, words: str, radius: float) -> None:
    """Write ``words`` along the upper arc of a ring."""
    centre = layer.width / 2
    span = min(math.radians(20) * (len(words) - 1), math.radians(230))
    style = Style(Face.SERIF_BOLD, 26, 255)
    for place, character in enumerate(words):
        share = place / (len(words) - 1) - 0.5 if len(words) > 1 else 0.0
        angle = share * span
        tile = Image.new("L", (_TILE, _TILE), 0)
        ink.write_centred(ImageDraw.Draw(tile), (_TILE / 2, _TILE / 2 + 10), character, style)
        turned = tile.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        x = centre + radius * math.sin(angle) - _TILE / 2
        y = centre - radius * math.cos(angle) - _TILE / 2
        layer.paste(255, (round(x), round(y)), turned)


def _star(draw: ImageDraw.ImageDraw, centre: float, radius: float) -> None:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.382
        angle = math.pi * corner / 5 - math.pi / 2
        points.append((centre + reach * math.cos(angle), centre + reach * math.sin(angle)))
    draw.polygon(points, fill=255)


def _patches(size: int, random: Random) -> Image.Image:
    """Return a soft random mask, as of a stamp that was pressed unevenly."""
    small = 40
    values = bytes(random.randint(120, 255) for _ in range(small * small))
    coarse = Image.frombytes("L", (small, small), values)
    return coarse.resize((size, size), Image.Resampling.BICUBIC)


def _scanned(image: Image.Image, paper: Rgb, random: Random) -> Image.Image:
    """Turn the sheet a little, darken one edge, add the grain of a scanner and shrink to 120 dpi."""
    angle = random.uniform(-1.3, 1.3)
    glass = tuple(max(value - 22, 0) for value in paper)
    small = image.resize((image.width * 4 // 5, image.height * 4 // 5), Image.Resampling.HAMMING)
    scan = small.rotate(angle, expand=True, fillcolor=glass, resample=Image.Resampling.BILINEAR)
    edge = Image.linear_gradient("L").rotate(random.choice((0, 90, 180, 270))).resize((64, 64))
    grain = Image.frombytes("L", (64, 64), random.randbytes(64 * 64))
    edge = edge.point([255 - value * 16 // 255 for value in range(256)])
    grain = grain.point([255 - value * 6 // 255 for value in range(256)])
    tint = ImageChops.multiply(edge, grain).resize(scan.size, Image.Resampling.BILINEAR)
    return ImageChops.multiply(scan, Image.merge("RGB", (tint, tint, tint)))
