"""Lays out the refusal notice (不予认定通知书): facts, clause, reason, what would help, and the last
day to appeal.
"""

from __future__ import annotations

from creditbank_desktop.documents import wording
from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import DisplayList, Line, Role, Style
from creditbank_desktop.documents.notice import close_decision
from creditbank_desktop.documents.papers_data import Bilingual, PrintMarks, RefusalData, RefusedOutcome
from creditbank_desktop.documents.running_text import body, decision_opening, flowing
from creditbank_desktop.documents.sheet import Align, Paragraph
from creditbank_desktop.documents.stationery import (
    HAIRLINE,
    INK,
    LEFT_PT,
    QUIET,
    RIGHT_PT,
    WIDTH_PT,
    Flow,
    Stationery,
)
from creditbank_desktop.documents.wording import CHINESE, say, written_date

_LABEL_PT = 92.0
_ROW_PAD_PT = 7.0


def lay_out_refusal(data: RefusalData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of a refusal notice.

    Args:
        data: everything it says, one block for each refused outcome.
        fonts: for measuring.
        marks: what is printed over it.

    Raises:
        Refused: "characters_without_font" when a character has no font.
    """
    language = data.language
    flow = Flow(Stationery(fonts, data.head, wording.REFUSAL_TITLE, (language,), marks))
    decision_opening(flow, wording.REFUSAL_BODY, data)
    for number, refused in enumerate(data.refused, start=1):
        _outcome(flow, number, refused)
    flow.y_pt += 8
    body(flow, say(wording.REFUSAL_RIGHTS, language))
    until = written_date(data.appeal_until, language)
    appeal = say(wording.APPEAL, language, until=until, body=data.appeal_body.in_language(language))
    close_decision(flow, data.appeal_until.isoformat(), appeal, data.prepared_by)
    return flow.finish()


def _outcome(flow: Flow, number: int, refused: RefusedOutcome) -> None:
    """Draw one refused outcome: its title between rules, then labelled rows."""
    language = flow.stationery.language
    flow.need(90)
    sheet, y = flow.sheet, flow.y_pt - 4
    sheet.rule(LEFT_PT, RIGHT_PT, y, 1.1, INK)
    sheet.role = Role.HEADING
    title = f"{number}.  {refused.title.in_language(language)}"
    source = wording.SOURCES[refused.source].in_language(language)
    beside = "  ".join(part for part in (source, refused.evidence_number) if part)
    small = Style(Face.SANS, 7.6, QUIET)
    room = WIDTH_PT - sheet.width_of(beside, small) - 16
    style = Style(Face.SERIF_BOLD, 11.0, INK)
    sheet.text(LEFT_PT, y + 15, title, sheet.fitted(style, title, room))
    sheet.text(RIGHT_PT, y + 15, beside, small, Align.RIGHT)
    sheet.role = Role.BODY
    sheet.rule(LEFT_PT, RIGHT_PT, y + 22, 0.5, INK)
    flow.y_pt = y + 22
    for words, text in _rows(refused, flow):
        labelled_row(flow, words, text)
    flow.sheet.rule(LEFT_PT, RIGHT_PT, flow.y_pt, 0.9, INK)
    flow.y_pt += 20


def _rows(refused: RefusedOutcome, flow: Flow) -> list[tuple[Bilingual, str]]:
    language = flow.stationery.language
    clause = f"{refused.clause.in_language(language)}  {refused.clause_text.in_language(language)}"
    reason = f"{refused.reason.in_language(language)}  [{refused.reason_code}]"
    rows = [
        (wording.FACTS, refused.facts.in_language(language)),
        (wording.APPLIED_CLAUSE, clause.strip()),
        (wording.STANDARD_REASON, reason),
        (wording.EXPLANATION, refused.reason_text.in_language(language)),
    ]
    helps = [help_.in_language(language) for help_ in refused.what_would_help]
    if len(helps) > 1:
        helps = [f"{number}. {text}" for number, text in enumerate(helps, start=1)]
    rows.append((wording.WOULD_HELP, "\n".join(helps)))
    return [(words, text) for words, text in rows if text]


def labelled_row(flow: Flow, words: Bilingual, text: str) -> None:
    """Set one ground of a decision: its name at the left, the text beside it, a hairline below."""
    chinese = flow.stationery.language is CHINESE
    style = Style(Face.SERIF, 10.2 if chinese else 9.8, INK)
    paragraph = Paragraph(WIDTH_PT - _LABEL_PT, style, 15.4 if chinese else 14.0, justified=chinese)
    if flow.need(2 * paragraph.leading_pt + _ROW_PAD_PT):
        flow.sheet.rule(LEFT_PT, RIGHT_PT, flow.y_pt - 8, 0.9, INK)
    sheet, y = flow.sheet, flow.y_pt
    sheet.role = Role.LABEL
    sheet.text(LEFT_PT, y + 15, words.in_language(flow.stationery.language), Style(Face.SANS_BOLD, 8.6, INK))
    sheet.role = Role.BODY
    flow.y_pt = y + 15
    flowing(flow, LEFT_PT + _LABEL_PT, text, paragraph)
    flow.y_pt += _ROW_PAD_PT - 14
    flow.sheet.add(Line(LEFT_PT, flow.y_pt, RIGHT_PT, flow.y_pt, 0.3, HAIRLINE))
