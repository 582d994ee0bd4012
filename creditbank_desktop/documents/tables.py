"""Tables of papers: ruled by hairlines, every fifth heavier, cells of one or two languages that wrap."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.documents.fonts import Face
from creditbank_desktop.documents.layout import Line, Role, Style
from creditbank_desktop.documents.papers_data import Bilingual
from creditbank_desktop.documents.running_text import flowing
from creditbank_desktop.documents.sheet import Align, Paragraph, Sheet
from creditbank_desktop.documents.stationery import HAIRLINE, INK, LEFT_PT, QUIET, RIGHT_PT, Flow, heading

MAIN = Style(Face.SANS, 8.3, INK)
STRONG = Style(Face.SANS_BOLD, 8.6, INK)
UNDER = Style(Face.SANS, 6.4, QUIET)
HEAD = Style(Face.SANS_BOLD, 8.0, INK)
NOTE = Style(Face.SERIF, 8.2, INK)
_MAIN_LEADING, _UNDER_LEADING = 10.6, 7.9
_PAD_PT = 5.4
LEAST_ROW_PT = 17.0
_GUTTER_PT = 5.0
_HEAVY_EVERY = 5
_KEPT_LINES = 4


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading in the first and, small, in the second language; width; where its text stands."""

    heading: str
    under: str
    width_pt: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Section:
    """What stands over a table and is repeated where the table goes on: heading and quiet note."""

    words: Bilingual | None = None
    note: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and below it, small, the same in another language or a remark."""

    main: str = ""
    under: str = ""
    style: Style = MAIN


_Lines = tuple[tuple[str, ...], tuple[str, ...]]


class Table:
    """Draws rows into a flow of pages and repeats its head on each new page."""

    def __init__(
        self, flow: Flow, columns: tuple[Column, ...], section: Section, *, dashed: bool = False
    ) -> None:
        self._flow = flow
        self._section = section
        self._columns = columns
        self._dashed = dashed
        self._headless = False
        self.keeps_notes = False
        self._lefts = [LEFT_PT]
        for column in columns:
            self._lefts.append(self._lefts[-1] + column.width_pt)
        self._rows = 0

    def head(self, *, continued: bool = False) -> None:
        """Draw the section's heading, and the table's head between two rules."""
        if self._section.words is not None:
            heading(self._flow, self._section.words, self._section.note, continued=continued)
        sheet, y = self._flow.sheet, self._flow.y_pt
        sheet.role = Role.TABLE_HEAD
        sheet.rule(LEFT_PT, RIGHT_PT, y, 1.1, INK)
        if self._headless:
            sheet.role = Role.BODY
            return
        two = any(column.under for column in self._columns)
        for place, column in enumerate(self._columns):
            x = self._anchor(place)
            sheet.text(x, y + 11.5, column.heading, HEAD, column.align)
            sheet.text(x, y + 20.5, column.under, UNDER, column.align)
        height = 25.0 if two else 17.0
        sheet.rule(LEFT_PT, RIGHT_PT, y + height, 0.6, INK)
        sheet.role = Role.BODY
        self._flow.y_pt = y + height

    def rule_only(self) -> None:
        """Draw the section's heading and the upper rule, for a table whose columns need no heads."""
        self._headless = True
        self.head()

    def row(self, cells: tuple[Cell, ...], note: str = "") -> None:
        """Draw one row as high as its longest cell, on a new page if it does not fit.

        A note is set below the cells, from the second column to the right edge, and may run over pages; with
        ``keeps_notes`` its first lines stay with the row.
        """
        broken = [self._broken(place, cell) for place, cell in enumerate(cells)]
        heights = [len(main) * _MAIN_LEADING + len(under) * _UNDER_LEADING for main, under in broken]
        height = max(LEAST_ROW_PT, max(heights) + _PAD_PT)
        if self._flow.need(height + 2 + (self._kept_pt(note) if self.keeps_notes else 0.0)):
            self.head(continued=True)
        sheet, y = self._flow.sheet, self._flow.y_pt
        sheet.role = Role.TABLE_CELL
        for place, (cell, lines) in enumerate(zip(cells, broken, strict=True)):
            self._draw_cell(place, y + (height - heights[place]) / 2, cell, lines)
        sheet.role = Role.BODY
        self._rows += 1
        self._flow.y_pt = y + height
        if note:
            self._draw_note(note)
        self._draw_rule(self._flow.sheet, self._flow.y_pt)

    def close(self) -> None:
        """Draw the rule under the last row."""
        self._flow.sheet.rule(LEFT_PT, RIGHT_PT, self._flow.y_pt, 0.9, INK)

    def _draw_cell(self, place: int, top_pt: float, cell: Cell, lines: _Lines) -> None:
        sheet, x, align = self._flow.sheet, self._anchor(place), self._columns[place].align
        main, under = lines
        y = top_pt + _MAIN_LEADING * 0.78
        for line in main:
            sheet.text(x, y, line, cell.style, align)
            y += _MAIN_LEADING
        y += (_UNDER_LEADING - _MAIN_LEADING) * 0.9
        for line in under:
            sheet.text(x, y, line, UNDER, align)
            y += _UNDER_LEADING

    def _kept_pt(self, note: str) -> float:
        lines = self._flow.sheet.lines_of(note, self._note_paragraph) if note else ()
        return min(len(lines), _KEPT_LINES) * self._note_paragraph.leading_pt + 5.5 if lines else 0.0

    @property
    def _note_paragraph(self) -> Paragraph:
        return Paragraph(RIGHT_PT - self._lefts[1], NOTE, 11.0)

    def _draw_note(self, note: str) -> None:
        flow = self._flow
        paragraph = self._note_paragraph
        flow.y_pt += 5.5
        flowing(flow, self._lefts[1], note, paragraph)
        flow.y_pt -= 5.0

    def _anchor(self, place: int) -> float:
        """Return the x that a column's text is aligned to."""
        left, right = self._lefts[place], self._lefts[place + 1] - _GUTTER_PT
        if place == len(self._columns) - 1:
            right += _GUTTER_PT
        return left + (right - left) * self._columns[place].align.value

    def _broken(self, place: int, cell: Cell) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = self._columns[place].width_pt - _GUTTER_PT
        sheet = self._flow.sheet
        return (
            sheet.lines_of(cell.main, Paragraph(room, cell.style, _MAIN_LEADING)) if cell.main else (),
            sheet.lines_of(cell.under, Paragraph(room, UNDER, _UNDER_LEADING)) if cell.under else (),
        )

    def _draw_rule(self, sheet: Sheet, y_pt: float) -> None:
        heavy = self._rows % _HEAVY_EVERY == 0
        width, colour = (0.55, QUIET) if heavy else (0.3, HAIRLINE)
        dash = (2.0, 1.6) if self._dashed else ()
        sheet.add(Line(LEFT_PT, y_pt, RIGHT_PT, y_pt, width, colour, dash))
