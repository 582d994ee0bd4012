"""Draws a display list as a PDF file with ReportLab's canvas: the same input gives the same bytes."""

from __future__ import annotations

import io
import math
from functools import lru_cache
from typing import Any

import segno
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from creditbank_desktop.documents.embedding import EmbeddedFont
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.layout import (
    Colour,
    DisplayList,
    Group,
    Image,
    Line,
    Page,
    Path,
    QrCode,
    Rectangle,
    Segment,
    Text,
)

_EMBOLDEN = 0.022
"""Width of the outline that stands in for a bold weight, as a part of the type size."""
_QR_MASK = 3
"""A fixed mask: any mask is valid, and choosing the best of eight takes most of the time."""
_ENCODED_PATHS_KEPT = 64


class _BareCanvas(Canvas):  # type: ignore[misc]
    """A canvas that does not begin each page with ReportLab's unembedded Helvetica."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def render(drawing: DisplayList, fonts: Fonts) -> bytes:
    """Return the PDF file of a display list.

    Args:
        drawing: the settled pages.
        fonts: where the text's characters come from.

    Raises:
        Refused: "characters_without_font" when a character has no font.
        EnvironmentFault: "font_unreadable" when a font file is missing.
    """
    return _Press(drawing, fonts).run()


class _Press:
    """Writes one document and then is thrown away."""

    def __init__(self, drawing: DisplayList, fonts: Fonts) -> None:
        self._drawing = drawing
        self._fonts = fonts
        self._file = io.BytesIO()
        first = drawing.pages[0]
        self._canvas: Any = _BareCanvas(
            self._file, pagesize=(first.width_pt, first.height_pt), invariant=1, pageCompression=1, lang=drawing.language
        )
        self._embedded: dict[str, EmbeddedFont] = {}
        self._groups: dict[Group, str] = {}
        self._code: list[str] = []
        self._fill: Colour | None = None
        self._stroke: Colour | None = None
        self._height = first.height_pt

    def run(self) -> bytes:
        self._canvas.setTitle(self._drawing.title)
        self._canvas.setAuthor(self._drawing.author)
        self._canvas.setCreator("CreditBank Desktop")
        self._define_groups()
        for page in self._drawing.pages:
            self._draw_page(page)
        self._canvas.save()
        return self._file.getvalue()

    def _define_groups(self) -> None:
        for page in self._drawing.pages:
            for item in page.items:
                if not isinstance(item, Group) or item in self._groups:
                    continue
                name = f"group{len(self._groups) + 1}"
                self._groups[item] = name
                self._canvas.beginForm(name, 0, 0, page.width_pt, page.height_pt)
                self._begin(page.height_pt)
                for inner in item.items:
                    self._draw(inner)
                self._canvas.endForm()

    def _draw_page(self, page: Page) -> None:
        self._canvas.setPageSize((page.width_pt, page.height_pt))
        self._begin(page.height_pt)
        for item in page.items:
            if isinstance(item, Group):
                self._canvas.doForm(self._groups[item])
            else:
                self._draw(item)
        self._canvas.showPage()

    def _begin(self, height_pt: float) -> None:
        """Start a new stream: nothing of the last one's state holds any more."""
        self._height = height_pt
        self._fill = self._stroke = None
        self._code = self._canvas._code

    def _draw(self, item: Text | Line | Rectangle | Path | Image | QrCode) -> None:
        match item:
            case Text():
                self._draw_text(item)
            case Line():
                self._draw_line(item)
            case Rectangle():
                self._draw_rectangle(item)
            case Path():
                self._draw_path(item)
            case QrCode():
                self._draw_qr(item)
            case Image():
                self._draw_image(item)

    def _draw_text(self, item: Text) -> None:
        style = item.style
        self._use_fill(style.colour)
        turn = math.radians(item.angle_deg)
        cosine, sine = math.cos(turn), math.sin(turn)
        matrix = f"{cosine:.4f} {sine:.4f} {-sine:.4f} {cosine:.4f}" if item.angle_deg else "1 0 0 1"
        parts = [f"BT {matrix} {item.x_pt:.2f} {self._height - item.y_pt:.2f} Tm"]
        if style.spacing_pt:
            parts.append(f"{style.spacing_pt:.3f} Tc")
        for run in self._fonts.runs(item.text, style.face):
            font = self._embed(run.typeface)
            if run.emboldened:
                self._use_stroke(style.colour)
                parts.append(f"2 Tr {style.size_pt * _EMBOLDEN:.3f} w")
            parts.append(f"/{font.resource} {style.size_pt:g} Tf <{font.encode(run.text)}> Tj")
            if run.emboldened:
                parts.append("0 Tr")
        if style.spacing_pt:
            parts.append("0 Tc")
        self._code.append(" ".join([*parts, "ET"]))

    def _embed(self, name: str) -> EmbeddedFont:
        if name not in self._embedded:
            font = EmbeddedFont(f"F{len(self._embedded) + 1}", self._fonts.typeface(name))
            self._embedded[name] = font
            self._canvas._doc.delayedFonts.append(font)
        return self._embedded[name]

    def _draw_line(self, item: Line) -> None:
        self._use_stroke(item.colour)
        dash = " ".join(f"{length:g}" for length in item.dash_pt)
        self._code.append(
            f"{item.width_pt:g} w [{dash}] 0 d {item.x1_pt:.2f} {self._height - item.y1_pt:.2f} m "
            f"{item.x2_pt:.2f} {self._height - item.y2_pt:.2f} l S"
        )

    def _draw_rectangle(self, item: Rectangle) -> None:
        if item.fill is not None:
            self._use_fill(item.fill)
        if item.stroke is not None:
            self._use_stroke(item.stroke)
        dash = " ".join(f"{length:g}" for length in item.dash_pt)
        bottom = self._height - item.y_pt - item.height_pt
        self._code.append(
            f"{item.line_pt:g} w [{dash}] 0 d {item.x_pt:.2f} {bottom:.2f} "
            f"{item.width_pt:.2f} {item.height_pt:.2f} re {_paint(item.fill, item.stroke)}"
        )

    def _draw_path(self, item: Path) -> None:
        if item.fill is not None:
            self._use_fill(item.fill)
        if item.stroke is not None:
            self._use_stroke(item.stroke)
        shape = _encoded(item)
        paint = _paint(item.fill, item.stroke)
        self._code.append(f"q 1 0 0 -1 0 {self._height:.2f} cm {item.line_pt:g} w [] 0 d {shape} {paint} Q")

    def _draw_qr(self, item: QrCode) -> None:
        """Draw the dark modules as one path, a rectangle for each horizontal stretch."""
        rows = _qr_rows(item.content)
        side = item.size_pt / len(rows)
        self._use_fill(item.colour)
        parts = [f"q {side:.4f} 0 0 {-side:.4f} {item.x_pt:.2f} {self._height - item.y_pt:.2f} cm"]
        for number, row in enumerate(rows):
            start = None
            for place, dark in enumerate((*row, 0)):
                if dark and start is None:
                    start = place
                elif not dark and start is not None:
                    parts.append(f"{start} {number} {place - start} 1 re")
                    start = None
        self._code.append(" ".join([*parts, "f Q"]))

    def _draw_image(self, item: Image) -> None:
        picture = ImageReader(io.BytesIO(item.data))
        bottom = self._height - item.y_pt - item.height_pt
        self._canvas.drawImage(picture, item.x_pt, bottom, item.width_pt, item.height_pt, mask="auto")

    def _use_fill(self, colour: Colour) -> None:
        if colour != self._fill:
            self._fill = colour
            self._code.append("{:.3f} {:.3f} {:.3f} rg".format(*colour))

    def _use_stroke(self, colour: Colour) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self._code.append("{:.3f} {:.3f} {:.3f} RG".format(*colour))


def _paint(fill: Colour | None, stroke: Colour | None) -> str:
    if fill is not None and stroke is not None:
        return "B*"
    return "f*" if fill is not None else "S"


@lru_cache(maxsize=_ENCODED_PATHS_KEPT)
def _encoded(path: Path) -> str:
    """Return a path's operators; kept, because the ornaments of a frame are the same on every paper."""
    return " ".join(_encoded_segment(segment) for segment in path.segments)


def _encoded_segment(segment: Segment) -> str:
    kind, numbers = segment
    operator = {"M": "m", "L": "l", "C": "c", "Z": "h"}[kind]
    return " ".join([*(f"{number:.2f}" for number in numbers), operator])


def _qr_rows(content: str) -> tuple[bytearray, ...]:
    code = segno.make(content, error="m", micro=False, boost_error=False, mask=_QR_MASK)
    return tuple(code.matrix)
