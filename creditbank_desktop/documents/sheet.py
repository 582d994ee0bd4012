"""Collects the items of one page while a paper is laid out: aligned, fitted and running text, rules
and boxes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from creditbank_desktop.documents.breaker import break_lines
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.layout import (
    A4_HEIGHT_PT,
    A4_WIDTH_PT,
    Colour,
    Item,
    Line,
    Page,
    Role,
    Style,
    Text,
)

_SMALLEST_FIT = 0.62
_LOOSEST_JUSTIFICATION_EM = 0.12


class Align(Enum):
    """Where the given x stands in a line of text."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """How running text is set: room, style, distance of baselines, indent of the first line, flush
    right edge.
    """

    width_pt: float
    style: Style
    leading_pt: float
    first_indent_pt: float = 0.0
    justified: bool = False


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of running text with its final style and indent."""

    text: str
    style: Style
    indent_pt: float

    def at(self, x_pt: float, y_pt: float, role: Role) -> Text:
        """Return the line placed with its baseline at y."""
        return Text(x_pt + self.indent_pt, y_pt, self.text, self.style, role=role)


class Sheet:
    """One page in the making; y grows downwards from the upper edge, in points."""

    def __init__(self, fonts: Fonts, width_pt: float = A4_WIDTH_PT, height_pt: float = A4_HEIGHT_PT) -> None:
        self.fonts = fonts
        self.width_pt = width_pt
        self.height_pt = height_pt
        self.role = Role.BODY
        self._items: list[Item] = []

    def page(self) -> Page:
        """Return what was collected."""
        return Page(self.width_pt, self.height_pt, tuple(self._items))

    def add(self, *items: Item) -> None:
        """Take up finished items as they are."""
        self._items.extend(items)

    def width_of(self, text: str, style: Style) -> float:
        """Return the width of one line in points."""
        return self.fonts.width_pt(text, style.face, style.size_pt, style.spacing_pt)

    def text(self, x_pt: float, y_pt: float, text: str, style: Style, align: Align = Align.LEFT) -> float:
        """Place one line with its baseline at y and return its width in points."""
        width = self.width_of(text, style)
        if text:
            self._items.append(Text(x_pt - width * align.value, y_pt, text, style, role=self.role))
        return width

    def fitted(self, style: Style, text: str, room_pt: float) -> Style:
        """Return the style, made smaller where the line would not fit its room."""
        width = self.width_of(text, style)
        if width <= room_pt:
            return style
        size = max(style.size_pt * room_pt / width, style.size_pt * _SMALLEST_FIT)
        return replace(style, size_pt=int(size * 20) / 20)

    def lines_of(self, text: str, paragraph: Paragraph) -> tuple[str, ...]:
        """Return the lines that running text takes; line feeds in the text begin new lines."""
        found: list[str] = []
        for part in text.split("\n"):
            found += break_lines(
                part,
                paragraph.width_pt,
                lambda piece: self.width_of(piece, paragraph.style),
                paragraph.first_indent_pt,
            )
        return tuple(found)

    def paragraph(self, x_pt: float, y_pt: float, text: str, paragraph: Paragraph) -> float:
        """Set running text, its first baseline at y, and return the baseline after its last line."""
        for line in self.set_lines(text, paragraph):
            self.add(line.at(x_pt, y_pt, self.role))
            y_pt += paragraph.leading_pt
        return y_pt

    def set_lines(self, text: str, paragraph: Paragraph) -> tuple[SetLine, ...]:
        """Return the lines of running text as they will be set, for placing them one by one."""
        found: list[SetLine] = []
        for part in text.split("\n"):
            lines = self.lines_of(part, paragraph)
            for number, line in enumerate(lines):
                indent = paragraph.first_indent_pt if number == 0 else 0.0
                justified = paragraph.justified and number < len(lines) - 1
                style = self._justified(line, paragraph, indent) if justified else paragraph.style
                found.append(SetLine(line, style, indent))
        return tuple(found)

    def rule(self, x1_pt: float, x2_pt: float, y_pt: float, width_pt: float, colour: Colour) -> None:
        """Draw a horizontal line."""
        self._items.append(Line(x1_pt, y_pt, x2_pt, y_pt, width_pt, colour))

    def _justified(self, line: str, paragraph: Paragraph, indent_pt: float) -> Style:
        """Return the style with as much extra space as fills the line, unless that would tear it apart."""
        slack = paragraph.width_pt - indent_pt - self.width_of(line, paragraph.style)
        gaps = max(len(line) - 1, 1)
        loosest = paragraph.style.size_pt * _LOOSEST_JUSTIFICATION_EM
        return (
            replace(paragraph.style, spacing_pt=slack / gaps)
            if 0 < slack / gaps <= loosest
            else paragraph.style
        )
