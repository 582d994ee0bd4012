"""The display list: what a paper consists of once every place is settled, shared by all back-ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from creditbank_desktop.documents.fonts import Face

Colour = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

A4_WIDTH_PT = 595.276
A4_HEIGHT_PT = 841.89


class Role(StrEnum):
    """What a piece of text is to a reader, for back-ends that write tags."""

    ARTEFACT = "artefact"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LABEL = "label"
    TABLE_HEAD = "table_head"
    TABLE_CELL = "table_cell"


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: face, size, colour and extra space between characters."""

    face: Face
    size_pt: float
    colour: Colour
    spacing_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``x_pt``, ``y_pt`` is the left end of its baseline, turned by ``angle_deg``
    anticlockwise.
    """

    x_pt: float
    y_pt: float
    text: str
    style: Style
    angle_deg: float = 0.0
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; ``dash_pt`` gives lengths on and off, () for a full line."""

    x1_pt: float
    y1_pt: float
    x2_pt: float
    y2_pt: float
    width_pt: float
    colour: Colour
    dash_pt: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle by its upper left corner, filled, outlined or both."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    fill: Colour | None = None
    stroke: Colour | None = None
    line_pt: float = 0.5
    dash_pt: tuple[float, ...] = ()


Segment = tuple[str, tuple[float, ...]]
"""("M", (x, y)) moves, ("L", (x, y)) draws a line, ("C", (x1, y1, x2, y2, x, y)) a Bézier curve,
("Z", ()) closes.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """Lines and curves, filled (even-odd) or stroked; compared by identity, since it may be long."""

    segments: tuple[Segment, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    line_pt: float = 0.3


@dataclass(frozen=True, slots=True)
class Image:
    """A picture (PNG or JPEG bytes) stretched over a rectangle."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    data: bytes


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code without its quiet zone, by its upper left corner."""

    x_pt: float
    y_pt: float
    size_pt: float
    content: str
    colour: Colour


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Items that stand on several pages in the same place; a back-end may draw them once and refer to
    them.
    """

    items: tuple[Text | Line | Rectangle | Path | QrCode, ...]


Item = Text | Line | Rectangle | Path | Image | QrCode | Group


@dataclass(frozen=True, slots=True)
class Page:
    """One page; the origin is its upper left corner and y grows downwards, in points."""

    width_pt: float
    height_pt: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A whole paper ready to be drawn, with what a file says about itself (``language`` as in BCP 47)."""

    pages: tuple[Page, ...]
    title: str
    author: str
    language: str
