"""Lays out the pre-assessment slip (预评估单): estimated credits, rule and clause, what is still needed."""

from __future__ import annotations

from creditbank_desktop.documents import counter_words as words
from creditbank_desktop.documents import wording
from creditbank_desktop.documents.counter_data import AssessedOutcome, PreAssessmentData
from creditbank_desktop.documents.counter_parts import column
from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import DisplayList, Rectangle, Style
from creditbank_desktop.documents.papers_data import PrintMarks
from creditbank_desktop.documents.running_text import addressed, body, contact_lines, learner_block
from creditbank_desktop.documents.sheet import Align, Paragraph
from creditbank_desktop.documents.stationery import INK, LEFT_PT, QUIET, WIDTH_PT, Flow, Stationery
from creditbank_desktop.documents.tables import STRONG, Cell, Section, Table
from creditbank_desktop.documents.wording import say, written_credits, written_date


def lay_out_pre_assessment(data: PreAssessmentData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of a pre-assessment slip; arguments and errors as for the other papers.

    It carries no seal and no signature, and says across every page that it is an estimate.
    """
    language = data.language
    stationery = Stationery(
        fonts,
        data.head,
        words.PRE_ASSESSMENT_TITLE,
        (language,),
        marks,
        footnote=words.SLIP_FOOT,
        watermark=words.ESTIMATE_MARK,
    )
    flow = Flow(stationery)
    _warning(flow)
    learner_block(flow, "")
    addressed(flow)
    day = written_date(data.head.issued_on, language)
    body(flow, say(words.PRE_ASSESSMENT_BODY, language, rules=data.rule_set_version or "—", day=day))
    flow.y_pt += 4
    _estimates(flow, data)
    if data.unread:
        titles = ("、" if stationery.language is wording.CHINESE else ", ").join(
            title.in_language(language) for title in data.unread
        )
        body(flow, say(words.UNREAD, language, titles=titles))
    body(flow, say(words.PRE_ASSESSMENT_ADVICE, language))
    _small_print(flow, data)
    return flow.finish()


def _warning(flow: Flow) -> None:
    """Frame the sentence that the slip binds nobody, before anything else is read."""
    language = flow.stationery.language
    paragraph = Paragraph(WIDTH_PT - 24, Style(Face.SANS_BOLD, 9.2, INK), 13.6)
    text = say(words.NOT_BINDING, language)
    lines = flow.sheet.lines_of(text, paragraph)
    height = len(lines) * paragraph.leading_pt + 12
    top = flow.y_pt - 6
    flow.sheet.add(Rectangle(LEFT_PT, top, WIDTH_PT, height, stroke=INK, line_pt=0.9, dash_pt=(4.0, 2.5)))
    flow.sheet.paragraph(LEFT_PT + 12, top + 15.5, text, paragraph)
    flow.y_pt = top + height + 20


def _estimates(flow: Flow, data: PreAssessmentData) -> None:
    columns = (
        column(flow, wording.SERIAL, 26, Align.CENTRE),
        column(flow, wording.OUTCOME, 170),
        column(flow, wording.COUNTS_FOR, 112),
        column(flow, words.RULE_AND_CLAUSE, 122),
        column(flow, words.ESTIMATED, WIDTH_PT - 430, Align.RIGHT),
    )
    table = Table(flow, columns, Section())
    table.keeps_notes = True
    flow.y_pt -= 4
    table.head()
    for number, outcome in enumerate(data.outcomes, start=1):
        table.row(_cells(number, outcome, data), _note(outcome, data))
    table.close()
    sheet, language = flow.sheet, data.language
    flow.need(26)
    sheet = flow.sheet
    right = LEFT_PT + WIDTH_PT
    total = say(words.ESTIMATED_TOTAL, language)
    sheet.text(right - 60, flow.y_pt + 15, total, Style(Face.SERIF_BOLD, 10.0, INK), Align.RIGHT)
    figure = f"≈ {written_credits(data.total)}"
    sheet.text(right, flow.y_pt + 15, figure, Style(Face.SERIF_BOLD, 13.0, INK), Align.RIGHT)
    flow.y_pt += 36


def _cells(number: int, outcome: AssessedOutcome, data: PreAssessmentData) -> tuple[Cell, ...]:
    language = data.language
    source = wording.SOURCES[outcome.source].in_language(language)
    under = "  ".join(part for part in (source, outcome.evidence_number) if part)
    clause = outcome.clause.in_language(language) or say(words.NO_RULE_FITS, language)
    target = outcome.target.in_language(language)
    return (
        Cell(str(number)),
        Cell(outcome.title.in_language(language), under),
        Cell(target or "—", outcome.target_code),
        Cell(clause, outcome.clause_text.in_language(language)),
        Cell(*_credits(outcome, data), STRONG),
    )


def _credits(outcome: AssessedOutcome, data: PreAssessmentData) -> tuple[str, str]:
    """Return the figure, and below it the limits within which people judge."""
    language = data.language
    below = ""
    if outcome.least is not None and outcome.most is not None:
        least, most = written_credits(outcome.least), written_credits(outcome.most)
        below = say(words.BETWEEN, language, least=least, most=most)
    if outcome.credits is None:
        return "—", below
    return f"≈ {written_credits(outcome.credits)}", below


def _note(outcome: AssessedOutcome, data: PreAssessmentData) -> str:
    language = data.language
    comma = "、" if language is wording.CHINESE else ", "
    parts = []
    if outcome.missing:
        materials = comma.join(one.in_language(language) for one in outcome.missing)
        parts.append(say(words.STILL_NEEDED, language, materials=materials))
    if outcome.notes:
        notes = ("；" if language is wording.CHINESE else "; ").join(
            one.in_language(language) for one in outcome.notes
        )
        parts.append(say(words.REMARKS, language, notes=notes))
    return "\n".join(parts)


def _small_print(flow: Flow, data: PreAssessmentData) -> None:
    language = data.language
    lines = contact_lines(flow.stationery)
    if data.prepared_by:
        lines.append(
            say(wording.NAMED, language, role=say(wording.PREPARED_BY, language), name=data.prepared_by)
        )
    paragraph = Paragraph(WIDTH_PT, Style(Face.SANS, 7.6, QUIET), 11.2)
    flow.y_pt += 8
    for text in lines:
        flow.need(paragraph.leading_pt)
        flow.y_pt = flow.sheet.paragraph(LEFT_PT, flow.y_pt, text, paragraph)
