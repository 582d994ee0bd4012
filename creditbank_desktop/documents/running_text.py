"""The running text of notices: whom it is about, salutation, body, and the small print beside the seal."""

from __future__ import annotations

from creditbank_desktop.documents import wording
from creditbank_desktop.documents.fonts import Face
from creditbank_desktop.documents.layout import Style
from creditbank_desktop.documents.papers_data import Bilingual, LearnerCard, NoticeData, RefusalData
from creditbank_desktop.documents.sheet import Paragraph
from creditbank_desktop.documents.stationery import (
    INK,
    LEFT_PT,
    QUIET,
    WIDTH_PT,
    Flow,
    Stationery,
    labelled,
    signature,
)
from creditbank_desktop.documents.wording import CHINESE, say, written_date

_SMALL_PRINT_WIDTH_PT = 222.0


def learner_block(flow: Flow, application_number: str) -> None:
    """Set name, account, document and programme in two rows; an empty ``application_number`` is left out."""
    stationery = flow.stationery
    learner, language = stationery.head.learner, stationery.language
    third = WIDTH_PT / 3
    first = [
        (wording.NAME, learner.name, learner.latin_name, 0.0, 1.5 * third - 10),
        (wording.ACCOUNT, learner.account_number, "", 1.5 * third, 0.85 * third - 10),
    ]
    if application_number:
        first.append((wording.APPLICATION, application_number, "", 2.35 * third, 0.65 * third))
    second = [
        (
            wording.PROGRAMME,
            learner.programme.in_language(language),
            programme_code(learner),
            0.0,
            1.5 * third - 10,
        ),
        (wording.DOCUMENT, learner.document_masked, "", 1.5 * third, 0.85 * third - 10),
        (wording.STUDENT_NUMBER, learner.student_number, "", 2.35 * third, 0.65 * third),
    ]
    for row in (first, second):
        lowest = flow.y_pt
        for words, value, beside, offset, room in row:
            place = (LEFT_PT + offset, flow.y_pt, room)
            lowest = max(lowest, labelled(flow.sheet, place, say(words, language), value, beside))
        flow.y_pt = lowest + 15
    flow.y_pt += 9


def programme_code(learner: LearnerCard) -> str:
    """Return the programme's code and version as they stand behind its name."""
    return "  ".join(part for part in (learner.programme_code, learner.programme_version) if part)


def addressed(flow: Flow) -> None:
    """Set the salutation."""
    language = flow.stationery.language
    text = say(wording.RECEIPT_GREETING, language, name=flow.stationery.head.learner.name)
    style = Style(Face.SERIF_BOLD, 11.0, INK)
    flow.sheet.text(LEFT_PT, flow.y_pt + 2, text, flow.sheet.fitted(style, text, WIDTH_PT))
    flow.y_pt += 20


def decision_opening(flow: Flow, sentence: Bilingual, data: NoticeData | RefusalData) -> None:
    """Set whom a decision is about, the salutation, and the sentence that names file, days and rules."""
    learner_block(flow, data.application_number)
    addressed(flow)
    paragraphs(flow, flow.stationery.head.office.greeting.in_language(data.language))
    text = say(
        sentence,
        data.language,
        application=data.application_number,
        accepted=written_date(data.accepted_on, data.language),
        rules=data.rule_set_version,
        decided=written_date(data.decided_on, data.language),
    )
    body(flow, text)


def paragraphs(flow: Flow, text: str) -> None:
    """Set every line of the office's own text as a paragraph; nothing for an empty one."""
    for line in text.split("\n"):
        if line.strip():
            body(flow, line.strip())


def body(flow: Flow, text: str) -> None:
    """Set one paragraph of the notice."""
    flowing(flow, LEFT_PT, text, body_paragraph(flow.stationery))
    flow.y_pt += 4


def flowing(flow: Flow, x_pt: float, text: str, paragraph: Paragraph) -> None:
    """Set running text from the flow's place on, over as many pages as it takes; never one line alone
    at a page's foot.
    """
    lines = flow.sheet.set_lines(text, paragraph)
    for number, line in enumerate(lines):
        together = 2 if number == 0 and len(lines) > 1 else 1
        if flow.need(together * paragraph.leading_pt):
            flow.y_pt += 4
        flow.sheet.add(line.at(x_pt, flow.y_pt, flow.sheet.role))
        flow.y_pt += paragraph.leading_pt


def body_paragraph(stationery: Stationery) -> Paragraph:
    """Return how body text is set in the paper's language."""
    if stationery.language is CHINESE:
        return Paragraph(WIDTH_PT, Style(Face.SERIF, 11.0, INK), 18.0, 22.0, justified=True)
    return Paragraph(WIDTH_PT, Style(Face.SERIF, 10.4, INK), 15.2)


def contact_lines(stationery: Stationery) -> list[str]:
    """Return address, telephone, opening hours and notes of the office, as far as they are known."""
    office, language = stationery.head.office, stationery.language
    lines = []
    if office.address:
        lines.append(say(wording.ADDRESS, language, address=office.address))
    if office.phone:
        lines.append(say(wording.PHONE, language, phone=office.phone))
    hours = office.opening_hours.in_language(language)
    if hours:
        lines.append(say(wording.HOURS, language, hours=hours))
    notes = (line.strip() for note in office.notes for line in note.in_language(language).split("\n"))
    return [*lines, *(note for note in notes if note)]


def small_print(flow: Flow, texts: list[str], radius_pt: float, top_pt: float) -> None:
    """Set small print at the left and the sealed signature at the right of it, both on one page.

    Args:
        flow: the paper.
        texts: one paragraph each.
        radius_pt: of the seal.
        top_pt: what is kept free above the small print, for a box that stands there.
    """
    paragraph = Paragraph(_SMALL_PRINT_WIDTH_PT, Style(Face.SANS, 7.6, QUIET), 11.2)
    lines = [line for text in texts for line in flow.sheet.set_lines(text, paragraph)]
    y = flow.y_pt + top_pt
    for line in lines:
        flow.sheet.add(line.at(LEFT_PT, y, flow.sheet.role))
        y += paragraph.leading_pt
    signature(flow, radius_pt)
    flow.y_pt = max(flow.y_pt, y)
