"""Lays out the acceptance receipt (受理回执): what was handed in, when the answer comes, and a
counterfoil to keep.
"""

from __future__ import annotations

from dataclasses import replace

from creditbank_desktop.documents import wording
from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import DisplayList, Line, QrCode, Rectangle, Style
from creditbank_desktop.documents.papers_data import Bilingual, Material, PrintMarks, ReceiptData
from creditbank_desktop.documents.running_text import (
    addressed,
    body,
    contact_lines,
    learner_block,
    small_print,
)
from creditbank_desktop.documents.sheet import Align, Sheet
from creditbank_desktop.documents.stationery import (
    HAIRLINE,
    INK,
    LABEL,
    LEFT_PT,
    QUIET,
    RIGHT_PT,
    WIDTH_PT,
    Flow,
    Stationery,
    labelled,
)
from creditbank_desktop.documents.tables import Cell, Column, Section, Table
from creditbank_desktop.documents.ticket import TICKET_PT, ticket
from creditbank_desktop.documents.wording import say, written_date

_CUT_PT = 724.0
_SEAL_PT = 47.0


def lay_out_receipt(data: ReceiptData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of an acceptance receipt.

    Args:
        data: everything it says.
        fonts: for measuring.
        marks: what is printed over it.

    Raises:
        Refused: "characters_without_font" when a character has no font.
    """
    stationery = Stationery(fonts, data.head, wording.RECEIPT_TITLE, (data.language,), marks, _CUT_PT - 4)
    flow = Flow(stationery)
    _counterfoil(flow.sheet, stationery, data)
    learner_block(flow, data.application_number)
    addressed(flow)
    rules = data.rule_set_version or "—"
    body(
        flow,
        say(
            wording.RECEIPT_BODY,
            data.language,
            received=written_date(data.received_on, data.language),
            application=data.application_number,
            promised=written_date(data.promised_on, data.language),
            rules=rules,
        ),
    )
    _promise(flow, data)
    _outcomes(flow, data)
    _materials(flow, data)
    _closing(flow, data)
    return flow.finish()


def _promise(flow: Flow, data: ReceiptData) -> None:
    """Draw the two things a learner looks for: the day of the answer and the place in the queue."""
    flow.need(52)
    sheet, y, language = flow.sheet, flow.y_pt - 4, data.language
    middle = LEFT_PT + (WIDTH_PT - TICKET_PT if data.ticket else WIDTH_PT / 2)
    sheet.add(
        Rectangle(LEFT_PT, y, WIDTH_PT, 40, stroke=INK, line_pt=0.8),
        Line(middle, y + 7, middle, y + 33, 0.5, HAIRLINE),
    )
    large, note = Style(Face.SERIF_BOLD, 15.0, INK), Style(Face.SANS, 8.0, QUIET)
    sheet.text(LEFT_PT + 12, y + 13, say(wording.PROMISED, language), LABEL)
    width = sheet.text(LEFT_PT + 12, y + 31, written_date(data.promised_on, language), large)
    if data.promise_is_provisional:
        sheet.text(LEFT_PT + 20 + width, y + 31, say(wording.PROVISIONAL, language), note)
    if data.ticket:
        ticket(sheet, (middle + 12, y), data.ticket, language)
    else:
        sheet.text(middle + 12, y + 13, say(wording.QUEUE, language), LABEL)
        width = sheet.text(middle + 12, y + 31, data.queue_number, large)
        sheet.text(middle + 22 + width, y + 31, _queue_line(data), note)
    flow.y_pt += 54
    if data.promise_is_provisional:
        sheet.text(LEFT_PT, flow.y_pt - 6, say(wording.RECEIPT_PROVISIONAL, language), note)
        flow.y_pt += 10


def _queue_line(data: ReceiptData) -> str:
    if data.files_ahead is None:
        return say(wording.QUEUE_UNKNOWN, data.language)
    if data.files_ahead == 0:
        return say(wording.QUEUE_FIRST, data.language)
    return say(wording.QUEUE_AHEAD, data.language, count=data.files_ahead)


def _outcomes(flow: Flow, data: ReceiptData) -> None:
    flow.need(60)
    flow.y_pt += 6
    columns = (
        _column(data, wording.SERIAL, 30, Align.CENTRE),
        _column(data, wording.OUTCOME, 245),
        _column(data, wording.SOURCE, 95),
        _column(data, wording.EVIDENCE_NUMBER, WIDTH_PT - 370),
    )
    table = Table(flow, columns, Section(wording.OUTCOMES_CLAIMED))
    table.head()
    for number, outcome in enumerate(data.outcomes, start=1):
        table.row(
            (
                Cell(str(number)),
                Cell(outcome.title.in_language(data.language)),
                Cell(wording.SOURCES[outcome.source].in_language(data.language)),
                Cell(outcome.evidence_number or "—"),
            )
        )
    table.close()
    flow.y_pt += 20


def _materials(flow: Flow, data: ReceiptData) -> None:
    flow.need(60)
    columns = (
        _column(data, wording.SERIAL, 30, Align.CENTRE),
        _column(data, wording.MATERIAL, 205),
        _column(data, wording.COPIES, 40, Align.CENTRE),
        _column(data, wording.ORIGINAL, 105),
        _column(data, wording.REMARK, WIDTH_PT - 380),
    )
    table = Table(flow, columns, Section(wording.MATERIALS))
    table.head()
    for number, material in enumerate(data.materials, start=1):
        table.row(
            (
                Cell(str(number)),
                Cell(material.name.in_language(data.language)),
                Cell(str(material.copies)),
                Cell(_original(material).in_language(data.language)),
                Cell(material.remark),
            )
        )
    table.close()
    flow.y_pt += 16


def _original(material: Material) -> Bilingual:
    return wording.ORIGINAL_COMPARED if material.original_compared else wording.ORIGINAL_NOT_ASKED


def _closing(flow: Flow, data: ReceiptData) -> None:
    """Set advice and contact at the left, the sealed signature at the right."""
    flow.need(2 * _SEAL_PT + 8)
    language = data.language
    advice = wording.RECEIPT_ADVICE_CODE if data.ticket else wording.RECEIPT_ADVICE
    lines = [say(advice, language), *contact_lines(flow.stationery)]
    if data.received_by:
        lines.append(
            say(wording.NAMED, language, role=say(wording.RECEIVED_BY, language), name=data.received_by)
        )
    small_print(flow, lines, _SEAL_PT, 8)


def _counterfoil(sheet: Sheet, stationery: Stationery, data: ReceiptData) -> None:
    """Draw the part below the cut: what the office keeps, signed by the applicant."""
    language, head = data.language, data.head
    sheet.add(Line(24, _CUT_PT, sheet.width_pt - 24, _CUT_PT, 0.6, QUIET, (4.0, 3.0)))
    note = Style(Face.SANS, 6.5, QUIET, 1.0)
    label = say(wording.CUT_HERE, language)
    half = sheet.width_of(label, note) / 2 + 6
    middle = sheet.width_pt / 2
    sheet.add(Rectangle(middle - half, _CUT_PT - 5, 2 * half, 10, fill=(1.0, 1.0, 1.0)))
    sheet.text(middle, _CUT_PT + 2.3, label, note, Align.CENTRE)
    y = _CUT_PT + 20
    title = say(wording.STUB_TITLE, language)
    width = sheet.text(LEFT_PT, y, title, Style(Face.SERIF_BOLD, 10.5, INK, 0.6))
    office = head.office.school_name.in_language(language)
    small = sheet.fitted(Style(Face.SERIF, 9.0, QUIET), office, WIDTH_PT - 70 - width)
    sheet.text(RIGHT_PT - 60, y, office, small, Align.RIGHT)
    sheet.add(QrCode(RIGHT_PT - 46, y - 9, 46, head.number, INK))
    fields = (
        (wording.NUMBER, head.number),
        (wording.NAME, head.learner.name),
        (wording.APPLICATION, data.application_number),
        (wording.PROMISED, written_date(data.promised_on, language)),
    )
    rooms = (116.0, 118.0, 98.0, 102.0)
    x, lowest = LEFT_PT, y + 43
    for (words, value), room in zip(fields, rooms, strict=True):
        lowest = max(lowest, labelled(sheet, (x, y + 18, room - 8), say(words, language), value))
        x += room
    _lines_to_sign(sheet, lowest + 15.5, data)


def _lines_to_sign(sheet: Sheet, y_pt: float, data: ReceiptData) -> None:
    x = LEFT_PT
    style = Style(Face.SANS, 8.0, QUIET)
    for words, room in (
        (wording.APPLICANT_SIGNATURE, 190.0),
        (wording.RECEIVED_BY, 150.0),
        (wording.SIGNED_ON, 147.0),
    ):
        label = say(words, data.language)
        width = sheet.text(x, y_pt, label, style)
        sheet.rule(x + width + 6, x + room - 14, y_pt + 2, 0.5, INK)
        if words is wording.RECEIVED_BY and data.received_by:
            name = replace(style, face=Face.SERIF, size_pt=10.0, colour=INK)
            sheet.text(
                x + width + 12,
                y_pt,
                data.received_by,
                sheet.fitted(name, data.received_by, room - width - 32),
            )
        x += room


def _column(data: ReceiptData, words: Bilingual, width_pt: float, align: Align = Align.LEFT) -> Column:
    return Column(say(words, data.language), "", width_pt, align)
