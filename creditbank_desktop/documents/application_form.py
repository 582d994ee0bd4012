"""Lays out the application form (申请表): what was typed at the counter, for the applicant to sign."""

from __future__ import annotations

from creditbank_desktop.documents import counter_words as words
from creditbank_desktop.documents import wording
from creditbank_desktop.documents.counter_data import ApplicationFormData, FormOutcome
from creditbank_desktop.documents.counter_parts import column, materials_table, values_grid
from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import DisplayList, Style
from creditbank_desktop.documents.papers_data import Bilingual, PrintMarks
from creditbank_desktop.documents.running_text import body
from creditbank_desktop.documents.stationery import INK, LEFT_PT, QUIET, WIDTH_PT, Flow, Stationery, heading
from creditbank_desktop.documents.tables import STRONG, Cell, Section, Table
from creditbank_desktop.documents.wording import say

_SIGNING_PT = 96.0


def lay_out_application_form(data: ApplicationFormData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of an application form; arguments and errors as for the other papers."""
    language = data.language
    flow = Flow(Stationery(fonts, data.head, words.FORM_TITLE, (language,), marks, footnote=words.FORM_FOOT))
    flow.y_pt += 6
    heading(flow, words.FORM_PERSONAL)
    flow.y_pt += 8
    received = Bilingual(data.received_on.isoformat())
    number = (wording.APPLICATION, Bilingual(data.application_number or "—"))
    values_grid(flow, (*data.personal, number, (words.FORM_DATE, received)))
    if data.proxy:
        flow.need(70)
        flow.y_pt += 8
        heading(flow, words.FORM_PROXY)
        flow.y_pt += 8
        values_grid(flow, data.proxy)
    for place, outcome in enumerate(data.outcomes, start=1):
        _outcome(flow, place, outcome)
    if data.materials:
        flow.y_pt += 6
        materials_table(flow, data.materials, words.FORM_MATERIALS)
    if data.note:
        body(flow, f"{say(words.FORM_NOTE, language)}{_colon(data)}{data.note}")
    _declaration(flow, data)
    return flow.finish()


def _outcome(flow: Flow, number: int, outcome: FormOutcome) -> None:
    """List what was typed about one outcome, two fields a row."""
    language = flow.stationery.language
    flow.need(84)
    flow.y_pt += 10
    source = wording.SOURCES[outcome.source]
    title = Bilingual(
        words.FORM_OUTCOME.zh.format(number=number), words.FORM_OUTCOME.en.format(number=number)
    )
    values = list(outcome.values)
    if outcome.target.zh or outcome.target.en:
        values.append((words.FORM_TARGET, outcome.target))
    label, room = 88.0, WIDTH_PT / 2 - 88.0
    columns = tuple(
        column(flow, Bilingual(""), width) for width in (label, room, label, WIDTH_PT - 2 * label - room)
    )
    table = Table(flow, columns, Section(title, source))
    table.rule_only()
    for place in range(0, len(values), 2):
        cells: list[Cell] = []
        for words_, value in values[place : place + 2]:
            cells += [
                Cell(words_.in_language(language)),
                Cell(value.in_language(language) or "—", style=STRONG),
            ]
        table.row((*cells, *([Cell(), Cell()] if len(cells) < 4 else [])))
    table.close()
    flow.y_pt += 18


def _declaration(flow: Flow, data: ApplicationFormData) -> None:
    """Set the declaration and the lines to sign, never parted by a page's end."""
    language = data.language
    flow.need(_SIGNING_PT)
    body(flow, say(words.FORM_DECLARATION, language))
    flow.y_pt += 18
    flow.need(34)
    signers = [words.FORM_SIGNED, *([words.FORM_PROXY_SIGNED] if data.proxy else []), words.FORM_TAKEN]
    room = WIDTH_PT / (len(signers) + 1)
    style = Style(Face.SANS, 8.4, QUIET)
    for place, label in enumerate([*signers, words.FORM_DATE]):
        x = LEFT_PT + place * room
        width = flow.sheet.text(x, flow.y_pt, say(label, language), style)
        flow.sheet.rule(x + width + 5, x + room - 10, flow.y_pt + 2, 0.5, INK)
    flow.y_pt += 20


def _colon(data: ApplicationFormData) -> str:
    return "：" if data.language is wording.CHINESE else ": "
