"""The printed papers as PDF files: frozen data in, bytes out, the same bytes for the same data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from creditbank_desktop.documents.application_form import lay_out_application_form
from creditbank_desktop.documents.canvas import render
from creditbank_desktop.documents.counter_data import (
    ApplicationFormData,
    NotAcceptedData,
    PreAssessmentData,
    SupplementData,
    TransferData,
    WithdrawalData,
)
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.layout import DisplayList
from creditbank_desktop.documents.not_accepted import lay_out_not_accepted
from creditbank_desktop.documents.notice import lay_out_notice
from creditbank_desktop.documents.papers_data import (
    NoticeData,
    PrintMarks,
    ReceiptData,
    RefusalData,
    StatementData,
)
from creditbank_desktop.documents.pre_assessment import lay_out_pre_assessment
from creditbank_desktop.documents.receipt import lay_out_receipt
from creditbank_desktop.documents.refusal import lay_out_refusal
from creditbank_desktop.documents.statement import lay_out_statement
from creditbank_desktop.documents.supplement import lay_out_supplement
from creditbank_desktop.documents.transfer import lay_out_transfer
from creditbank_desktop.documents.withdrawal import lay_out_withdrawal

NO_MARKS = PrintMarks()

NumberedData = (
    ReceiptData
    | NoticeData
    | RefusalData
    | StatementData
    | SupplementData
    | NotAcceptedData
    | WithdrawalData
    | TransferData
)
"""What a paper of the ledger of papers says."""
SlipData = PreAssessmentData | ApplicationFormData
"""What a slip without a number says."""

LAYOUTS: Mapping[type, Callable[[Any, Fonts, PrintMarks], DisplayList]] = MappingProxyType(
    {
        ReceiptData: lay_out_receipt,
        NoticeData: lay_out_notice,
        RefusalData: lay_out_refusal,
        StatementData: lay_out_statement,
        SupplementData: lay_out_supplement,
        NotAcceptedData: lay_out_not_accepted,
        WithdrawalData: lay_out_withdrawal,
        TransferData: lay_out_transfer,
        PreAssessmentData: lay_out_pre_assessment,
        ApplicationFormData: lay_out_application_form,
    }
)


def render_paper(data: NumberedData | SlipData, fonts: Fonts, marks: PrintMarks = NO_MARKS) -> bytes:
    """Return any paper as a PDF file; arguments and errors as for `render_receipt`."""
    return render(LAYOUTS[type(data)](data, fonts, marks), fonts)


def render_receipt(data: ReceiptData, fonts: Fonts, marks: PrintMarks = NO_MARKS) -> bytes:
    """Return an acceptance receipt (受理回执) as a PDF file.

    Args:
        data: everything the paper says.
        fonts: the shipped fonts; keep one object for many papers.
        marks: DRAFT or COPY, printed over it.

    Raises:
        Refused: "characters_without_font" (``characters``) when no shipped font has a character.
        EnvironmentFault: "font_unreadable" (``file``) when a font file is missing or broken.
    """
    return render(lay_out_receipt(data, fonts, marks), fonts)


def render_notice(data: NoticeData, fonts: Fonts, marks: PrintMarks = NO_MARKS) -> bytes:
    """Return a result notice (认定结果通知书) as a PDF file; arguments and errors as for `render_receipt`."""
    return render(lay_out_notice(data, fonts, marks), fonts)


def render_refusal(data: RefusalData, fonts: Fonts, marks: PrintMarks = NO_MARKS) -> bytes:
    """Return a refusal notice (不予认定通知书) as a PDF file; arguments and errors as for
    `render_receipt`.
    """
    return render(lay_out_refusal(data, fonts, marks), fonts)


def render_statement(data: StatementData, fonts: Fonts, marks: PrintMarks = NO_MARKS) -> bytes:
    """Return a credit statement (学分证明) as a PDF file; arguments and errors as for `render_receipt`."""
    return render(lay_out_statement(data, fonts, marks), fonts)
