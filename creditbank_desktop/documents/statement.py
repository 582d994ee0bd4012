"""Lays out the credit statement (学分证明): every posted credit, apart from them the pending ones,
summary and signatures.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

from creditbank_desktop.documents import wording
from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import DisplayList, Rectangle, Role, Style
from creditbank_desktop.documents.papers_data import Bilingual, PrintMarks, StatementData, StatementRow
from creditbank_desktop.documents.running_text import programme_code
from creditbank_desktop.documents.sheet import Align, Paragraph
from creditbank_desktop.documents.stationery import (
    FAINT,
    HAIRLINE,
    INK,
    LABEL,
    LEFT_PT,
    QUIET,
    RIGHT_PT,
    SEAL_RADIUS_PT,
    SMALL,
    WEAVE,
    WIDTH_PT,
    Flow,
    Stationery,
    heading,
    labelled,
    signature,
)
from creditbank_desktop.documents.tables import MAIN, STRONG, Cell, Column, Section, Table
from creditbank_desktop.documents.wording import (
    CHINESE,
    ENGLISH,
    say,
    written_credits,
    written_date,
    written_hours,
)
from creditbank_desktop.domain.outcomes import OutcomeType

_PENDING_MAIN = replace(MAIN, colour=QUIET)
_PENDING_MARK = "◇"


def lay_out_statement(data: StatementData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of a credit statement in Chinese and English.

    Args:
        data: posted rows in the order of the ledger, and pending rows.
        fonts: for measuring.
        marks: what is printed over it.

    Raises:
        Refused: "characters_without_font" when a character has no font.
    """
    flow = Flow(Stationery(fonts, data.head, wording.STATEMENT_TITLE, (CHINESE, ENGLISH), marks))
    _learner(flow, data)
    _posted(flow, data)
    if data.pending:
        _pending(flow, data)
    _summary(flow, data)
    _signatures(flow, data)
    return flow.finish()


def _learner(flow: Flow, data: StatementData) -> None:
    """Set whom the statement is about, and at the right the balance in large figures."""
    stationery, learner = flow.stationery, data.head.learner
    sheet, y = flow.sheet, flow.y_pt
    left, middle, box = LEFT_PT, LEFT_PT + 224.0, 118.0
    room_left, room_middle = 214.0, WIDTH_PT - 224.0 - box - 12
    programme = learner.programme
    rows = (
        ((wording.NAME, learner.name, learner.latin_name), (wording.ACCOUNT, learner.account_number, "")),
        (
            (wording.PROGRAMME, programme.zh or programme.en, programme.en if programme.zh else ""),
            (wording.DOCUMENT, learner.document_masked, ""),
        ),
        ((wording.STUDENT_NUMBER, learner.student_number, ""), (wording.ACCOUNT_OPENED, _opened(data), "")),
    )
    for first, second in rows:
        lowest = y
        for (words, value, latin), x, room in ((first, left, room_left), (second, middle, room_middle)):
            label = stationery.both(words, gap="  ")
            if words is wording.PROGRAMME and programme_code(learner):
                label += f"   {programme_code(learner)}"
            lowest = max(lowest, labelled(sheet, (x, y, room), label, value, latin))
        y = lowest + 15.0
    _balance(flow, data, (RIGHT_PT - box, flow.y_pt - 9, box))
    flow.y_pt = max(y, flow.y_pt + 72) + 7


def _opened(data: StatementData) -> str:
    return "" if data.account_opened_on is None else data.account_opened_on.isoformat()


def _balance(flow: Flow, data: StatementData, place: tuple[float, float, float]) -> None:
    """Draw the box with the total of posted credits and what it is measured against."""
    sheet, stationery = flow.sheet, flow.stationery
    x, y, width = place
    sheet.add(Rectangle(x, y, width, 76, fill=(1.0, 1.0, 1.0), stroke=INK, line_pt=0.9))
    sheet.text(x + 8, y + 11, wording.POSTED_TOTAL.zh, Style(Face.SANS, 7.4, INK))
    sheet.text(x + 8, y + 19.5, wording.POSTED_TOTAL.en, LABEL)
    figure = Style(Face.SERIF_BOLD, 22.0, INK)
    sheet.text(x + width - 8, y + 45, written_credits(data.posted_total), figure, Align.RIGHT)
    notes = [stationery.both(wording.AS_OF, gap="  ", entry=data.up_to_entry)]
    if data.required_credits is not None:
        notes.append(say(wording.REQUIRED, CHINESE, credits=written_credits(data.required_credits)))
    for number, note in enumerate(notes):
        style = sheet.fitted(Style(Face.SANS, 6.6, QUIET), note, width - 14)
        sheet.text(x + width - 8, y + 58 + 9.5 * number, note, style, Align.RIGHT)


def _posted(flow: Flow, data: StatementData) -> None:
    if not data.posted:
        heading(flow, wording.POSTED_HEADING)
        flow.sheet.text(LEFT_PT, flow.y_pt + 10, flow.stationery.both(wording.NO_POSTED, gap="  "), MAIN)
        flow.y_pt += 34
        return
    table = Table(flow, _columns(wording.POSTED_DAY), Section(wording.POSTED_HEADING))
    table.head()
    marks = {one.account_number: "*" * place for place, one in enumerate(data.merged, start=1)}
    for number, row in enumerate(data.posted, start=1):
        table.row(_cells(f"{number}{marks.get(row.account, '')}", row, pending=False))
    table.close()
    _merged(flow, data)
    flow.y_pt += 24


def _merged(flow: Flow, data: StatementData) -> None:
    """Say under the table which marked rows lie in which merged account."""
    for place, one in enumerate(data.merged, start=1):
        flow.need(14)
        note = flow.stationery.both(
            wording.MERGED_NOTE,
            gap="  ",
            mark="*" * place,
            account=one.account_number,
            entry=one.up_to_entry,
        )
        flow.sheet.text(LEFT_PT, flow.y_pt + 10, note, flow.sheet.fitted(SMALL, note, WIDTH_PT))
        flow.y_pt += 11


def _pending(flow: Flow, data: StatementData) -> None:
    """Draw the pending credits so that nobody can take them for posted ones: dashes, marks, grey,
    brackets.
    """
    flow.need(84)
    section = Section(wording.PENDING_HEADING, wording.PENDING_NOTE)
    table = Table(flow, _columns(wording.RECOGNISED_DAY), section, dashed=True)
    table.head()
    for row in data.pending:
        table.row(_cells(_PENDING_MARK, row, pending=True))
    flow.y_pt += 24


def _columns(day: Bilingual) -> tuple[Column, ...]:
    def column(words: Bilingual, width_pt: float, align: Align = Align.LEFT) -> Column:
        return Column(words.zh, words.en, width_pt, align)

    return (
        column(wording.SERIAL, 24, Align.CENTRE),
        column(wording.OUTCOME, 132),
        column(wording.SOURCE, 72),
        column(day, 51, Align.CENTRE),
        column(wording.LEARNING_HOURS, 29, Align.RIGHT),
        column(wording.GRADE, 35, Align.CENTRE),
        column(wording.COUNTS_FOR, WIDTH_PT - 381),
        column(wording.CREDITS, 38, Align.RIGHT),
    )


def _cells(mark: str, row: StatementRow, *, pending: bool) -> tuple[Cell, ...]:
    source = wording.SOURCES[row.source]
    main = _PENDING_MAIN if pending else MAIN
    credits = written_credits(row.credits)
    return (
        Cell(mark, style=main),
        Cell(row.title.zh or row.title.en, row.title.en if row.title.zh else "", main),
        Cell(source.zh, source.en, main),
        Cell(row.day.isoformat(), style=main),
        Cell(written_hours(row.hours), style=main),
        Cell(row.grade_text or "—", style=main),
        Cell(row.target.zh or row.target.en or "—", _target_under(row), main),
        Cell(f"({credits})", style=main) if pending else Cell(credits, style=STRONG),
    )


def _target_under(row: StatementRow) -> str:
    english = row.target.en if row.target.zh else ""
    return "  ".join(part for part in (row.target_code, english) if part)


def _summary(flow: Flow, data: StatementData) -> None:
    """Draw credits by source with their share, the total under a double rule, and the notes beside it."""
    sums: dict[OutcomeType, Decimal] = defaultdict(Decimal)
    counts: dict[OutcomeType, int] = defaultdict(int)
    for row in data.posted:
        sums[row.source] += row.credits
        counts[row.source] += 1
    height = 22.0 * len(sums) + 62
    flow.need(min(height + 2 * SEAL_RADIUS_PT, 400))
    heading(flow, wording.SUMMARY)
    top = flow.y_pt
    notes_end = _notes(flow, top + 12)
    y, edge = top, LEFT_PT + 248.0
    sheet = flow.sheet
    sheet.rule(LEFT_PT, edge, y, 1.1, INK)
    for words, x in ((wording.ITEMS, edge - 104), (wording.SHARE, edge - 52), (wording.CREDITS, edge)):
        sheet.text(x, y + 9, flow.stationery.both(words), Style(Face.SANS, 6.4, QUIET), Align.RIGHT)
    y += 13.0
    sheet.rule(LEFT_PT, edge, y, 0.5, INK)
    for source in sorted(sums, key=lambda key: (-sums[key], key.value)):
        y = _summary_row(flow, y, (source, sums[source], counts[source]), data.posted_total)
    sheet.rule(LEFT_PT, edge, y, 0.9, INK)
    sheet.rule(LEFT_PT, edge, y + 2.2, 0.4, INK)
    sheet.text(
        LEFT_PT, y + 16, flow.stationery.both(wording.POSTED_TOTAL, gap="  "), Style(Face.SANS_BOLD, 8.4, INK)
    )
    total = written_credits(data.posted_total)
    sheet.text(edge, y + 16.5, total, Style(Face.SERIF_BOLD, 13.0, INK), Align.RIGHT)
    if data.pending:
        label = f"{_PENDING_MARK} {flow.stationery.both(wording.PENDING_TOTAL, gap='  ')}"
        sheet.text(LEFT_PT, y + 29, label, Style(Face.SANS, 7.4, QUIET))
        pending = f"({written_credits(data.pending_total)})"
        sheet.text(edge, y + 29, pending, Style(Face.SANS, 8.4, QUIET), Align.RIGHT)
    flow.y_pt = max(y + 36, notes_end) + 6


def _summary_row(flow: Flow, y_pt: float, entry: tuple[OutcomeType, Decimal, int], total: Decimal) -> float:
    source, credits, count = entry
    sheet, edge = flow.sheet, LEFT_PT + 248.0
    words = wording.SOURCES[source]
    sheet.role = Role.TABLE_CELL
    width = sheet.text(LEFT_PT, y_pt + 12, words.zh, MAIN)
    sheet.text(LEFT_PT + width + 5, y_pt + 12, words.en, Style(Face.SANS, 6.6, QUIET))
    share = float(max(credits, Decimal(0)) / total) if total > 0 else 0.0
    bar = 46.0
    sheet.add(Rectangle(edge - 98, y_pt + 6, bar, 5, fill=FAINT))
    if share:
        sheet.add(Rectangle(edge - 98, y_pt + 6, bar * share, 5, fill=WEAVE))
    sheet.text(edge - 104, y_pt + 12, f"{count}", Style(Face.SANS, 7.6, QUIET), Align.RIGHT)
    sheet.text(edge, y_pt + 12, written_credits(credits), STRONG, Align.RIGHT)
    sheet.role = Role.BODY
    sheet.rule(LEFT_PT, edge, y_pt + 17, 0.3, HAIRLINE)
    return y_pt + 17


def _notes(flow: Flow, y_pt: float) -> float:
    """Set the legend at the right of the summary and return the y below it."""
    x, room = LEFT_PT + 270.0, WIDTH_PT - 270.0
    sheet = flow.sheet
    for words in wording.LEGEND_LINES:
        y_pt = sheet.paragraph(
            x, y_pt, words.zh, Paragraph(room, replace(SMALL, size_pt=7.4, colour=INK), 10.8)
        )
        y_pt = (
            sheet.paragraph(x, y_pt - 0.6, words.en, Paragraph(room, replace(SMALL, size_pt=6.6), 8.6)) + 4.5
        )
    return y_pt


def _signatures(flow: Flow, data: StatementData) -> None:
    """Set two lines to sign, the day of issue, and the seal over the office's name and date."""
    if flow.need(2 * SEAL_RADIUS_PT + 4):
        flow.y_pt += 8
    sheet, stationery = flow.sheet, flow.stationery
    line_y = flow.y_pt + SEAL_RADIUS_PT + 2
    for x, words, name in (
        (LEFT_PT, wording.PREPARED_BY, data.prepared_by),
        (LEFT_PT + 126, wording.REGISTRAR, data.registrar),
    ):
        sheet.text(x, line_y - 24, stationery.both(words, gap="  "), LABEL)
        sheet.text(x + 2, line_y - 5, name, sheet.fitted(Style(Face.SERIF, 12.0, INK), name, 106))
        sheet.rule(x, x + 110, line_y, 0.6, INK)
    day = data.head.issued_on
    sheet.text(LEFT_PT, line_y + 18, stationery.both(wording.ISSUED_ON, gap="  "), LABEL)
    dates = f"{written_date(day, CHINESE)}   {written_date(day, ENGLISH)}"
    sheet.text(LEFT_PT, line_y + 32, dates, Style(Face.SERIF, 10.5, INK))
    signature(flow)
