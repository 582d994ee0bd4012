"""Lays out the supplement notice (补正通知书): everything that is missing, and the last day."""

from __future__ import annotations

from collections.abc import Sequence

from creditbank_desktop.documents import counter_words as words
from creditbank_desktop.documents import wording
from creditbank_desktop.documents.counter_data import MissingItem, SupplementData
from creditbank_desktop.documents.counter_parts import CLOSING_PT, close_paper, column, day_box
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.layout import DisplayList
from creditbank_desktop.documents.papers_data import Bilingual, PrintMarks
from creditbank_desktop.documents.running_text import addressed, body, learner_block, paragraphs
from creditbank_desktop.documents.sheet import Align
from creditbank_desktop.documents.stationery import WIDTH_PT, Flow, Stationery
from creditbank_desktop.documents.tables import STRONG, Cell, Section, Table
from creditbank_desktop.documents.ticket import STRIP_PT, ticket_strip
from creditbank_desktop.documents.wording import say, written_date


def lay_out_supplement(data: SupplementData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of a supplement notice.

    Args:
        data: everything it says.
        fonts: for measuring.
        marks: what is printed over it.

    Raises:
        Refused: "characters_without_font" when a character has no font.
    """
    language = data.language
    flow = Flow(Stationery(fonts, data.head, words.SUPPLEMENT_TITLE, (language,), marks))
    learner_block(flow, data.application_number)
    addressed(flow)
    paragraphs(flow, data.head.office.greeting.in_language(language))
    sentence = words.SUPPLEMENT_REST_BODY if data.arrived else words.SUPPLEMENT_BODY
    body(
        flow,
        say(
            sentence,
            language,
            received=written_date(data.received_on, language),
            application=data.application_number,
            due=written_date(data.due_on, language),
        ),
    )
    flow.y_pt += 4
    day_box(flow, words.SUPPLEMENT_BY, data.due_on, _beside_day(data))
    _items(flow, data.missing, words.TO_BRING)
    if data.arrived:
        _items(flow, data.arrived, words.ARRIVED)
    if data.note:
        body(flow, say(words.NOTE, language, note=data.note))
    if not data.extended:
        body(flow, say(words.SUPPLEMENT_EXTENSION, language))
    flow.need(CLOSING_PT + STRIP_PT + 60)
    body(flow, say(words.SUPPLEMENT_LAPSE, language))
    paragraphs(flow, data.head.office.legal_remedy.in_language(language))
    flow.y_pt += 4
    ticket_strip(flow, data.ticket)
    advice = [say(words.SUPPLEMENT_BRING, language)]
    if data.due_is_provisional:
        advice.append(say(words.SUPPLEMENT_PROVISIONAL, language))
    close_paper(flow, advice, data.prepared_by)
    return flow.finish()


def _beside_day(data: SupplementData) -> str:
    notes = [words.SUPPLEMENT_EXTENDED] if data.extended else []
    if data.due_is_provisional:
        notes.append(wording.PROVISIONAL)
    return "   ".join(say(note, data.language) for note in notes)


def _items(flow: Flow, items: Sequence[MissingItem], heading: Bilingual) -> None:
    language = flow.stationery.language
    flow.need(60)
    flow.y_pt += 2
    columns = (
        column(flow, wording.SERIAL, 30, Align.CENTRE),
        column(flow, wording.MATERIAL, 160),
        column(flow, words.FOR_OUTCOME, 140),
        column(flow, words.WHAT_IS_ASKED, WIDTH_PT - 330),
    )
    table = Table(flow, columns, Section(heading))
    table.head()
    for number, item in enumerate(items, start=1):
        outcome = item.outcome.in_language(language) or say(words.WHOLE_FILE, language)
        name = Cell(item.name.in_language(language) or "—", style=STRONG)
        table.row((Cell(str(number)), name, Cell(outcome), Cell(item.remark or "—")))
    table.close()
    flow.y_pt += 20
