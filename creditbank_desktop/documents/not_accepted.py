"""Lays out the notice of non-acceptance (不予受理通知书): clause, reason, own words, what helps."""

from __future__ import annotations

from creditbank_desktop.documents import counter_words as words
from creditbank_desktop.documents import wording
from creditbank_desktop.documents.counter_data import NotAcceptedData
from creditbank_desktop.documents.counter_parts import CLOSING_PT, close_paper, outcomes_table
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.layout import DisplayList
from creditbank_desktop.documents.papers_data import PrintMarks
from creditbank_desktop.documents.refusal import labelled_row
from creditbank_desktop.documents.running_text import addressed, body, learner_block, paragraphs
from creditbank_desktop.documents.stationery import INK, LEFT_PT, RIGHT_PT, Flow, Stationery, heading
from creditbank_desktop.documents.wording import say, written_date


def lay_out_not_accepted(data: NotAcceptedData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of a notice of non-acceptance; arguments and errors as for the other papers."""
    language = data.language
    flow = Flow(Stationery(fonts, data.head, words.NOT_ACCEPTED_TITLE, (language,), marks))
    learner_block(flow, data.application_number)
    addressed(flow)
    paragraphs(flow, data.head.office.greeting.in_language(language))
    body(
        flow,
        say(
            words.NOT_ACCEPTED_BODY,
            language,
            received=written_date(data.received_on, language),
            application=data.application_number,
            decided=written_date(data.decided_on, language),
        ),
    )
    flow.y_pt += 8
    _grounds(flow, data)
    outcomes_table(flow, data.outcomes, words.NOT_ACCEPTED_OUTCOMES)
    flow.need(CLOSING_PT + 30)
    body(flow, say(words.NOT_ACCEPTED_RETURN, language))
    paragraphs(flow, data.head.office.legal_remedy.in_language(language))
    flow.y_pt += 4
    close_paper(flow, [], data.prepared_by)
    return flow.finish()


def _grounds(flow: Flow, data: NotAcceptedData) -> None:
    language = data.language
    clause = "  ".join(
        part for part in (data.clause.in_language(language), data.clause_text.in_language(language)) if part
    )
    rows = (
        (wording.APPLIED_CLAUSE, clause),
        (words.NOT_ACCEPTED_REASON, f"{data.reason.in_language(language)}  [{data.reason_code}]"),
        (wording.EXPLANATION, data.reason_text),
        (wording.WOULD_HELP, data.what_would_help.in_language(language)),
    )
    flow.need(90)
    heading(flow, words.NOT_ACCEPTED_GROUNDS)
    flow.sheet.rule(LEFT_PT, RIGHT_PT, flow.y_pt, 1.1, INK)
    for label, text in rows:
        if text:
            labelled_row(flow, label, text)
    flow.sheet.rule(LEFT_PT, RIGHT_PT, flow.y_pt, 0.9, INK)
    flow.y_pt += 22
