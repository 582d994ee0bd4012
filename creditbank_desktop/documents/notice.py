"""Lays out the result notice (认定结果通知书): each outcome with its result, and what follows from it."""

from __future__ import annotations

from decimal import Decimal

from creditbank_desktop.documents import wording
from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import DisplayList, Rectangle, Style
from creditbank_desktop.documents.papers_data import Bilingual, NoticeData, NoticeLine, PrintMarks
from creditbank_desktop.documents.running_text import (
    body,
    contact_lines,
    decision_opening,
    paragraphs,
    small_print,
)
from creditbank_desktop.documents.sheet import Align
from creditbank_desktop.documents.stationery import (
    INK,
    LABEL,
    LEFT_PT,
    SEAL_RADIUS_PT,
    WIDTH_PT,
    Flow,
    Stationery,
)
from creditbank_desktop.documents.tables import STRONG, Cell, Column, Section, Table
from creditbank_desktop.documents.wording import say, written_credits, written_date

_BOX_PT = (132.0, 36.0)


def lay_out_notice(data: NoticeData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of a result notice.

    Args:
        data: everything it says; the credits named as a sum are those of the recognised lines.
        fonts: for measuring.
        marks: what is printed over it.

    Raises:
        Refused: "characters_without_font" when a character has no font.
    """
    language = data.language
    flow = Flow(Stationery(fonts, data.head, wording.NOTICE_TITLE, (language,), marks))
    decision_opening(flow, wording.NOTICE_BODY, data)
    _results(flow, data)
    body(flow, _consequence(data))
    if data.publicity_from and data.publicity_to:
        start, end = written_date(data.publicity_from, language), written_date(data.publicity_to, language)
        body(flow, say(wording.NOTICE_PUBLICITY, language, start=start, end=end))
    close_decision(flow, data.appeal_until.isoformat(), appeal_text(data), data.prepared_by)
    return flow.finish()


def appeal_text(data: NoticeData) -> str:
    """Return the sentence on where and until when a review may be asked for."""
    until = written_date(data.appeal_until, data.language)
    return say(wording.APPEAL, data.language, until=until, body=data.appeal_body.in_language(data.language))


def close_decision(flow: Flow, appeal_day: str, appeal: str, prepared_by: str) -> None:
    """Set the right of appeal, the boxed last day, contact and the sealed signature."""
    body(flow, appeal)
    paragraphs(flow, flow.stationery.head.office.legal_remedy.in_language(flow.stationery.language))
    flow.need(2 * SEAL_RADIUS_PT + 12)
    flow.y_pt += 6
    sheet, language, y = flow.sheet, flow.stationery.language, flow.y_pt
    sheet.add(Rectangle(LEFT_PT, y, *_BOX_PT, stroke=INK, line_pt=0.8))
    sheet.text(LEFT_PT + 10, y + 12, say(wording.APPEAL_LABEL, language), LABEL)
    sheet.text(LEFT_PT + 10, y + 28, appeal_day, Style(Face.SERIF_BOLD, 14.0, INK))
    lines = contact_lines(flow.stationery)
    if prepared_by:
        lines.append(say(wording.NAMED, language, role=say(wording.PREPARED_BY, language), name=prepared_by))
    small_print(flow, lines, SEAL_RADIUS_PT, _BOX_PT[1] + 16)


def _results(flow: Flow, data: NoticeData) -> None:
    language = data.language

    def column(words: Bilingual, width_pt: float, align: Align = Align.LEFT) -> Column:
        return Column(say(words, language), "", width_pt, align)

    columns = (
        column(wording.SERIAL, 26, Align.CENTRE),
        column(wording.OUTCOME, 150),
        column(wording.RESULT, 62),
        column(wording.COUNTS_FOR, 112),
        column(wording.CLAUSE, 60),
        column(wording.GRADE, 40, Align.CENTRE),
        column(wording.CREDITS, WIDTH_PT - 450, Align.RIGHT),
    )
    table = Table(flow, columns, Section())
    flow.y_pt -= 4
    table.head()
    for number, line in enumerate(data.lines, start=1):
        reason = line.reason.in_language(language)
        table.row(_cells(number, line, data), say(wording.REASON, language, reason=reason) if reason else "")
    table.close()
    total = say(wording.TOTAL, language)
    flow.sheet.text(
        LEFT_PT + WIDTH_PT - 60, flow.y_pt + 15, total, Style(Face.SERIF_BOLD, 10.0, INK), Align.RIGHT
    )
    figure = written_credits(_recognised(data))
    flow.sheet.text(
        LEFT_PT + WIDTH_PT, flow.y_pt + 15, figure, Style(Face.SERIF_BOLD, 13.0, INK), Align.RIGHT
    )
    flow.y_pt += 38


def _cells(number: int, line: NoticeLine, data: NoticeData) -> tuple[Cell, ...]:
    language = data.language
    source = wording.SOURCES[line.source].in_language(language)
    under = "  ".join(part for part in (source, line.evidence_number) if part)
    gives = line.result.gives_credit
    target = line.target.in_language(language)
    grade_note = say(wording.NOT_IN_GPA, language) if gives and not line.counts_for_gpa else ""
    return (
        Cell(str(number)),
        Cell(line.title.in_language(language), under),
        Cell(wording.RESULTS[line.result].in_language(language), style=STRONG),
        Cell(target or "—", line.target_code),
        Cell(line.clause.in_language(language) or "—"),
        Cell(line.grade_text or "—", grade_note),
        Cell(written_credits(line.credits) if gives else "—", style=STRONG),
    )


def _recognised(data: NoticeData) -> Decimal:
    return sum((line.credits for line in data.lines if line.result.gives_credit), Decimal(0))


def _consequence(data: NoticeData) -> str:
    recognised = _recognised(data)
    if not recognised:
        return say(wording.NOTICE_NO_CREDIT, data.language)
    account = data.head.learner.account_number
    return say(wording.NOTICE_CREDIT, data.language, credits=written_credits(recognised), account=account)
