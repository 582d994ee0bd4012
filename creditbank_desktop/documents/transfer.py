"""Lays out the transfer-out certificate (学分账户转出证明): account, balance and where it came from."""

from __future__ import annotations

from creditbank_desktop.documents import counter_words as words
from creditbank_desktop.documents import wording
from creditbank_desktop.documents.counter_data import TransferData
from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import DisplayList, Rectangle, Style
from creditbank_desktop.documents.papers_data import Bilingual, PrintMarks
from creditbank_desktop.documents.running_text import contact_lines, flowing, programme_code, small_print
from creditbank_desktop.documents.sheet import Align, Paragraph
from creditbank_desktop.documents.stationery import (
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
from creditbank_desktop.documents.tables import MAIN, STRONG, Cell, Column, Section, Table
from creditbank_desktop.documents.wording import CHINESE, ENGLISH, say, written_credits, written_date

_BOX_PT = 118.0
_SEAL_PT = 47.0
_LAST_WORDS_PT = 84.0
"""The sentence before the seal, which stays on its page."""
_BOTH = (CHINESE, ENGLISH)


def lay_out_transfer(data: TransferData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of a transfer-out certificate; arguments and errors as for the other papers."""
    flow = Flow(Stationery(fonts, data.head, words.TRANSFER_TITLE, _BOTH, marks))
    _account(flow, data)
    _running(flow, words.TRANSFER_BODY, data)
    _sums(flow, data)
    if data.pending:
        _running(flow, words.TRANSFER_PENDING, data)
    flow.need(2 * _SEAL_PT + _LAST_WORDS_PT)
    _running(flow, words.TRANSFER_CLOSED, data)
    lines = contact_lines(flow.stationery)
    for role, name in ((wording.PREPARED_BY, data.prepared_by), (wording.REGISTRAR, data.registrar)):
        if name:
            lines.append(f"{flow.stationery.both(role, gap=' ')}：{name}")
    if data.ledger_hash:
        lines += [flow.stationery.both(words.LEDGER_HASH, gap="  "), _grouped(data.ledger_hash)]
    flow.need(2 * _SEAL_PT + 8)
    small_print(flow, lines, _SEAL_PT, 8)
    return flow.finish()


def _account(flow: Flow, data: TransferData) -> None:
    """Set whose account it is, and at the right the balance in large figures."""
    stationery, learner = flow.stationery, data.head.learner
    programme = learner.programme
    opened = "" if data.account_opened_on is None else data.account_opened_on.isoformat()
    days = "—"
    if data.first_entry_on is not None and data.last_entry_on is not None:
        days = f"{data.first_entry_on.isoformat()} – {data.last_entry_on.isoformat()}"
    rows: tuple[tuple[tuple[Bilingual, str, str], tuple[Bilingual, str, str]], ...] = (
        ((wording.NAME, learner.name, learner.latin_name), (wording.ACCOUNT, learner.account_number, "")),
        (
            (wording.PROGRAMME, programme.zh or programme.en, programme.en if programme.zh else ""),
            (wording.DOCUMENT, learner.document_masked, ""),
        ),
        ((wording.STUDENT_NUMBER, learner.student_number, ""), (wording.ACCOUNT_OPENED, opened, "")),
        (
            (words.TRANSFER_ON, data.transferred_on.isoformat(), ""),
            (words.ENTRY_DAYS, days, ""),
        ),
    )
    y = flow.y_pt
    middle = LEFT_PT + 214.0
    room = WIDTH_PT - 214.0 - _BOX_PT - 12
    for first, second in rows:
        lowest = y
        for (label, value, latin), x, space in ((first, LEFT_PT, 202.0), (second, middle, room)):
            text = stationery.both(label, gap="  ")
            if label is wording.PROGRAMME and programme_code(learner):
                text += f"   {programme_code(learner)}"
            lowest = max(lowest, labelled(flow.sheet, (x, y, space), text, value, latin))
        y = lowest + 15.0
    below = ((words.RECEIVER, data.receiver), (words.TRANSFER_REASON, data.reason))
    lowest = y - 15.0
    for (label, value), x in zip(below, (LEFT_PT, middle), strict=True):
        if value:
            place = (x, y, RIGHT_PT - middle if x == middle else 202.0)
            lowest = max(lowest, labelled(flow.sheet, place, stationery.both(label, gap="  "), value))
    y = lowest + 15.0
    _balance(flow, data)
    flow.y_pt = max(y, flow.y_pt + 72) + 6


def _balance(flow: Flow, data: TransferData) -> None:
    sheet, x, y = flow.sheet, RIGHT_PT - _BOX_PT, flow.y_pt - 9
    sheet.add(Rectangle(x, y, _BOX_PT, 76, fill=(1.0, 1.0, 1.0), stroke=INK, line_pt=0.9))
    sheet.text(x + 8, y + 11, words.BALANCE.zh, Style(Face.SANS, 7.4, INK))
    sheet.text(x + 8, y + 19.5, words.BALANCE.en, LABEL)
    figure = Style(Face.SERIF_BOLD, 22.0, INK)
    text = written_credits(data.balance)
    sheet.text(x + _BOX_PT - 8, y + 45, text, sheet.fitted(figure, text, _BOX_PT - 16), Align.RIGHT)
    note = flow.stationery.both(wording.AS_OF, gap="  ", entry=data.up_to_entry)
    style = sheet.fitted(Style(Face.SANS, 6.6, QUIET), note, _BOX_PT - 14)
    sheet.text(x + _BOX_PT - 8, y + 62, note, style, Align.RIGHT)


def _running(flow: Flow, sentence: Bilingual, data: TransferData) -> None:
    """Set a sentence in both languages, the second smaller."""
    for language in _BOTH:
        day = written_date(data.transferred_on, language)
        text = say(sentence, language, day=day, credits=written_credits(data.pending))
        if language is CHINESE:
            paragraph = Paragraph(WIDTH_PT, Style(Face.SERIF, 10.6, INK), 16.0, 21.2, justified=True)
        else:
            paragraph = Paragraph(WIDTH_PT, Style(Face.SERIF, 8.8, QUIET), 12.0)
        flowing(flow, LEFT_PT, text, paragraph)
    flow.y_pt += 8


def _sums(flow: Flow, data: TransferData) -> None:
    flow.need(70)
    flow.y_pt += 6
    columns = (
        Column(wording.SERIAL.zh, wording.SERIAL.en, 34, Align.CENTRE),
        Column(wording.SOURCE.zh, wording.SOURCE.en, 250),
        Column(words.ENTRIES.zh, words.ENTRIES.en, 100, Align.RIGHT),
        Column(wording.CREDITS.zh, wording.CREDITS.en, WIDTH_PT - 384, Align.RIGHT),
    )
    table = Table(flow, columns, Section(words.SUMS))
    table.head()
    for number, part in enumerate(data.sums, start=1):
        source = wording.SOURCES[part.source]
        table.row(
            (
                Cell(str(number)),
                Cell(f"{source.zh}  {source.en}"),
                Cell(str(part.entries)),
                Cell(written_credits(part.credits), style=STRONG),
            )
        )
    if not data.sums:
        empty = flow.stationery.both(words.TRANSFER_EMPTY, gap="  ")
        table.row((Cell(""), Cell(empty), Cell("0"), Cell(written_credits(data.balance), style=MAIN)))
    table.close()
    flow.sheet.text(
        RIGHT_PT - 60,
        flow.y_pt + 15,
        flow.stationery.both(words.BALANCE, gap="  "),
        Style(Face.SERIF_BOLD, 9.6, INK),
        Align.RIGHT,
    )
    total = written_credits(data.balance)
    flow.sheet.text(RIGHT_PT, flow.y_pt + 15.5, total, Style(Face.SERIF_BOLD, 13.0, INK), Align.RIGHT)
    flow.y_pt += 40


def _grouped(digest: str) -> str:
    """Return a hash in groups of eight, which people can compare."""
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))
