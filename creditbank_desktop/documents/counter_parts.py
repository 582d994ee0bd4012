"""Parts that the counter's papers share: tables of outcomes, boxed days, rows of labelled values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from creditbank_desktop.documents import wording
from creditbank_desktop.documents.fonts import Face
from creditbank_desktop.documents.layout import Rectangle, Style
from creditbank_desktop.documents.papers_data import Bilingual, ClaimedOutcome, Material
from creditbank_desktop.documents.running_text import contact_lines, small_print
from creditbank_desktop.documents.sheet import Align
from creditbank_desktop.documents.stationery import (
    INK,
    LABEL,
    LEFT_PT,
    QUIET,
    WIDTH_PT,
    Flow,
    labelled,
)
from creditbank_desktop.documents.tables import Cell, Column, Section, Table
from creditbank_desktop.documents.wording import say, written_date

Labelled = tuple[Bilingual, Bilingual]
_BOX_PT = 40.0
_SEAL_PT = 50.0
CLOSING_PT = 2 * _SEAL_PT + 14
"""What the sealed signature takes; the sentence before it stays on its page."""
_BETWEEN_PT = 20.0


def column(flow: Flow, words: Bilingual, width_pt: float, align: Align = Align.LEFT) -> Column:
    """Return a column headed in the paper's language."""
    return Column(say(words, flow.stationery.language), "", width_pt, align)


def outcomes_table(flow: Flow, outcomes: Sequence[ClaimedOutcome], words: Bilingual) -> None:
    """List outcomes with type and evidence number under a heading."""
    flow.need(60)
    language = flow.stationery.language
    columns = (
        column(flow, wording.SERIAL, 30, Align.CENTRE),
        column(flow, wording.OUTCOME, 245),
        column(flow, wording.SOURCE, 95),
        column(flow, wording.EVIDENCE_NUMBER, WIDTH_PT - 370),
    )
    table = Table(flow, columns, Section(words))
    table.head()
    for number, outcome in enumerate(outcomes, start=1):
        title = outcome.title.in_language(language)
        source = wording.SOURCES[outcome.source].in_language(language)
        table.row((Cell(str(number)), Cell(title), Cell(source), Cell(outcome.evidence_number or "—")))
    table.close()
    flow.y_pt += _BETWEEN_PT


def materials_table(flow: Flow, materials: Sequence[Material], words: Bilingual) -> None:
    """List materials with copies and whether the original was compared."""
    flow.need(60)
    language = flow.stationery.language
    columns = (
        column(flow, wording.SERIAL, 30, Align.CENTRE),
        column(flow, wording.MATERIAL, 245),
        column(flow, wording.COPIES, 50, Align.CENTRE),
        column(flow, wording.ORIGINAL, WIDTH_PT - 325),
    )
    table = Table(flow, columns, Section(words))
    table.head()
    for number, material in enumerate(materials, start=1):
        seen = wording.ORIGINAL_COMPARED if material.original_compared else wording.ORIGINAL_NOT_ASKED
        cells = (str(number), material.name.in_language(language), str(material.copies))
        table.row((*(Cell(text) for text in cells), Cell(seen.in_language(language))))
    table.close()
    flow.y_pt += _BETWEEN_PT


def day_box(flow: Flow, words: Bilingual, day: date, note: str = "") -> None:
    """Frame the one day that the reader must not miss, with a note behind it."""
    flow.need(_BOX_PT + 14)
    sheet, y, language = flow.sheet, flow.y_pt - 4, flow.stationery.language
    sheet.add(Rectangle(LEFT_PT, y, WIDTH_PT, _BOX_PT, stroke=INK, line_pt=0.8))
    sheet.text(LEFT_PT + 12, y + 13, say(words, language), LABEL)
    width = sheet.text(LEFT_PT + 12, y + 31, written_date(day, language), Style(Face.SERIF_BOLD, 15.0, INK))
    style = Style(Face.SANS, 8.0, QUIET)
    room = WIDTH_PT - 12 - width - 26
    sheet.text(LEFT_PT + 26 + width, y + 31, note, sheet.fitted(style, note, room))
    flow.y_pt += _BOX_PT + 14


def values_grid(flow: Flow, values: Sequence[Labelled], across: int = 3) -> None:
    """Set labelled values side by side, ``across`` a row, each row as high as its longest value."""
    language = flow.stationery.language
    room = WIDTH_PT / across
    for place in range(0, len(values), across):
        flow.need(40)
        lowest = flow.y_pt
        for offset, (label, value) in enumerate(values[place : place + across]):
            at = (LEFT_PT + offset * room, flow.y_pt, room - 12)
            lowest = max(
                lowest, labelled(flow.sheet, at, label.in_language(language), value.in_language(language))
            )
        flow.y_pt = lowest + 14


def close_paper(flow: Flow, lines: Sequence[str], prepared_by: str, radius_pt: float = _SEAL_PT) -> None:
    """Set advice, contact and who prepared it in small print, the sealed signature beside them."""
    language = flow.stationery.language
    texts = [*lines, *contact_lines(flow.stationery)]
    if prepared_by:
        texts.append(say(wording.NAMED, language, role=say(wording.PREPARED_BY, language), name=prepared_by))
    flow.need(2 * radius_pt + 8)
    small_print(flow, texts, radius_pt, 8)
