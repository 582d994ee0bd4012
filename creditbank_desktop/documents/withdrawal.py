"""Lays out the withdrawal slip (撤回凭证): what was withdrawn and what goes on."""

from __future__ import annotations

from creditbank_desktop.documents import counter_words as words
from creditbank_desktop.documents.counter_data import WithdrawalData
from creditbank_desktop.documents.counter_parts import CLOSING_PT, close_paper, outcomes_table
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.layout import DisplayList
from creditbank_desktop.documents.papers_data import PrintMarks
from creditbank_desktop.documents.running_text import addressed, body, learner_block
from creditbank_desktop.documents.stationery import Flow, Stationery
from creditbank_desktop.documents.ticket import ticket_strip
from creditbank_desktop.documents.wording import say, written_date


def lay_out_withdrawal(data: WithdrawalData, fonts: Fonts, marks: PrintMarks) -> DisplayList:
    """Return the pages of a withdrawal slip; arguments and errors as for the other papers."""
    language = data.language
    flow = Flow(Stationery(fonts, data.head, words.WITHDRAWAL_TITLE, (language,), marks))
    learner_block(flow, data.application_number)
    addressed(flow)
    sentence = words.WITHDRAWAL_PART_BODY if data.remaining else words.WITHDRAWAL_BODY
    body(
        flow,
        say(
            sentence,
            language,
            received=written_date(data.received_on, language),
            application=data.application_number,
            day=written_date(data.withdrawn_on, language),
        ),
    )
    if data.reason:
        body(flow, say(words.WITHDRAWAL_REASON, language, reason=data.reason))
    flow.y_pt += 8
    outcomes_table(flow, data.withdrawn, words.WITHDRAWN)
    if data.remaining:
        outcomes_table(flow, data.remaining, words.REMAINING)
        ticket_strip(flow, data.ticket)
    flow.need(CLOSING_PT + 30)
    body(flow, say(words.WITHDRAWAL_EFFECT, language))
    flow.y_pt += 6
    close_paper(flow, [], data.prepared_by)
    return flow.finish()
