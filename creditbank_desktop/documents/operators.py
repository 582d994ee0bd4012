"""Turns the items of a display list into the operators of a PDF content stream (ISO 32000-1, Annex A)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import lru_cache

import segno

from creditbank_desktop.documents.embedding import EmbeddedFont
from creditbank_desktop.documents.fonts import Face, Run
from creditbank_desktop.documents.layout import Colour, Line, Path, QrCode, Rectangle, Segment, Text

_EMBOLDEN = 0.022
"""Width of the outline that stands in for a bold weight, as a part of the type size."""
_QR_MASK = 3
"""A fixed mask: any mask is valid, and choosing the best of eight takes most of the time."""

Drawn = Text | Line | Rectangle | Path | QrCode
Cut = Callable[[str, Face], Iterable[tuple[EmbeddedFont, Run]]]
"""Cuts a line of text into runs, each with the font that this paper embeds for it."""


class Operators:
    """One content stream in the making; `code` is what it has so far.

    Coordinates are turned from a display list's (y downwards) to PDF's (y upwards) by the page's height.
    """

    def __init__(self, height_pt: float, cut: Cut) -> None:
        self.code: list[str] = []
        self._height = height_pt
        self._cut = cut
        self._fill: Colour | None = None
        self._stroke: Colour | None = None

    def content(self) -> bytes:
        """Return the stream's bytes."""
        return "\n".join(self.code).encode("ascii")

    def draw(self, item: Drawn) -> None:
        """Append what draws one item."""
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

    def _draw_text(self, item: Text) -> None:
        style = item.style
        self._use_fill(style.colour)
        turn = math.radians(item.angle_deg)
        cosine, sine = math.cos(turn), math.sin(turn)
        matrix = f"{cosine:.4f} {sine:.4f} {-sine:.4f} {cosine:.4f}" if item.angle_deg else "1 0 0 1"
        parts = [f"BT {matrix} {item.x_pt:.2f} {self._height - item.y_pt:.2f} Tm"]
        if style.spacing_pt:
            parts.append(f"{style.spacing_pt:.3f} Tc")
        for font, run in self._cut(item.text, style.face):
            if run.emboldened:
                self._use_stroke(style.colour)
                parts.append(f"2 Tr {style.size_pt * _EMBOLDEN:.3f} w")
            parts.append(f"/{font.resource} {style.size_pt:g} Tf <{font.encode(run.text)}> Tj")
            if run.emboldened:
                parts.append("0 Tr")
        if style.spacing_pt:
            parts.append("0 Tc")
        self.code.append(" ".join([*parts, "ET"]))

    def _draw_line(self, item: Line) -> None:
        self._use_stroke(item.colour)
        dash = " ".join(f"{length:g}" for length in item.dash_pt)
        self.code.append(
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
        self.code.append(
            f"{item.line_pt:g} w [{dash}] 0 d {item.x_pt:.2f} {bottom:.2f} "
            f"{item.width_pt:.2f} {item.height_pt:.2f} re {_paint(item.fill, item.stroke)}"
        )

    def _draw_path(self, item: Path) -> None:
        if item.fill is not None:
            self._use_fill(item.fill)
        if item.stroke is not None:
            self._use_stroke(item.stroke)
        shape = " ".join(_encoded(segment) for segment in item.segments)
        paint = _paint(item.fill, item.stroke)
        self.code.append(f"q 1 0 0 -1 0 {self._height:.2f} cm {item.line_pt:g} w [] 0 d {shape} {paint} Q")

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
        self.code.append(" ".join([*parts, "f Q"]))

    def _use_fill(self, colour: Colour) -> None:
        if colour != self._fill:
            self._fill = colour
            self.code.append("{:.3f} {:.3f} {:.3f} rg".format(*colour))

    def _use_stroke(self, colour: Colour) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self.code.append("{:.3f} {:.3f} {:.3f} RG".format(*colour))


def _paint(fill: Colour | None, stroke: Colour | None) -> str:
    if fill is not None and stroke is not None:
        return "B*"
    return "f*" if fill is not None else "S"


def _encoded(segment: Segment) -> str:
    kind, numbers = segment
    operator = {"M": "m", "L": "l", "C": "c", "Z": "h"}[kind]
    return " ".join([*(f"{round(number, 2):.6g}" for number in numbers), operator])


@lru_cache(maxsize=2)
def _qr_rows(content: str) -> tuple[bytearray, ...]:
    """Return the rows of modules; the last are kept, since a paper may show a code twice."""
    code = segno.make(content, error="m", micro=False, boost_error=False, mask=_QR_MASK)
    return tuple(code.matrix)
