"""Lays out reports: sections of a heading and a table, on the office's stationery."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.documents.canvas import render
from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import DisplayList, Style
from creditbank_desktop.documents.papers_data import Bilingual, DocumentLanguage, PaperHead, PrintMarks
from creditbank_desktop.documents.running_text import body, flowing
from creditbank_desktop.documents.sheet import Paragraph
from creditbank_desktop.documents.stationery import (
    LEFT_PT,
    QUIET,
    WIDTH_PT,
    Flow,
    Stationery,
    heading,
    signature,
)
from creditbank_desktop.documents.tables import STRONG, Cell, Column, Section, Table
from creditbank_desktop.documents.wording import say

_ROOM_UNDER_HEADING_PT = 60.0
_BETWEEN_PT = 24.0
DASH = Bilingual("—")
NOTHING = Bilingual("")


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """One column: its heading and its share of the width; ``strong`` columns are set bold."""

    words: Bilingual
    share: int
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ReportSection:
    """One section: heading, columns and rows of as many texts, or what is said when there are none."""

    words: Bilingual
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: Bilingual = DASH
    note: Bilingual = NOTHING


@dataclass(frozen=True, slots=True)
class ReportData:
    """A report: title, what it says first, its sections, what it says last, and the foot of its pages."""

    head: PaperHead
    language: DocumentLanguage
    title: Bilingual
    opening: str
    sections: tuple[ReportSection, ...]
    footnote: Bilingual
    closing: tuple[str, ...] = ()


def lay_out_report(data: ReportData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of a report; arguments and errors as for the other papers."""
    stationery = Stationery(fonts, data.head, data.title, (data.language,), marks, footnote=data.footnote)
    flow = Flow(stationery)
    body(flow, data.opening)
    for section in data.sections:
        flow.y_pt += _BETWEEN_PT
        flow.need(_ROOM_UNDER_HEADING_PT)
        _section(flow, section, data.language)
    flow.y_pt += _BETWEEN_PT
    for text in data.closing:
        body(flow, text)
    signature(flow)
    return flow.finish()


def render_report(data: ReportData, fonts: Fonts, marks: PrintMarks) -> bytes:
    """Return a report as a PDF file; the same data gives the same bytes."""
    return render(lay_out_report(data, fonts, marks), fonts)


def _section(flow: Flow, section: ReportSection, language: DocumentLanguage) -> None:
    note = section.note if section.note.zh else None
    if not section.rows:
        heading(flow, section.words, note)
        quiet = Paragraph(WIDTH_PT, Style(Face.SANS, 8.3, QUIET), 12.0)
        flow.y_pt += 8
        flowing(flow, LEFT_PT, section.empty.in_language(language), quiet)
        return
    shares = sum(column.share for column in section.columns)
    columns = tuple(
        Column(say(column.words, language), "", WIDTH_PT * column.share / shares)
        for column in section.columns
    )
    table = Table(flow, columns, Section(section.words, note))
    table.head()
    for row in section.rows:
        cells = (
            Cell(text or "—", style=STRONG) if column.strong else Cell(text or "—")
            for text, column in zip(row, section.columns, strict=True)
        )
        table.row(tuple(cells))
    table.close()
