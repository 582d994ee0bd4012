"""The printed papers as PDF files: frozen data in, bytes out, the same bytes for the same data."""

from __future__ import annotations

from creditbank_desktop.documents.canvas import render
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.notice import lay_out_notice
from creditbank_desktop.documents.papers_data import (
    NoticeData,
    PrintMarks,
    ReceiptData,
    RefusalData,
    StatementData,
)
from creditbank_desktop.documents.receipt import lay_out_receipt
from creditbank_desktop.documents.refusal import lay_out_refusal
from creditbank_desktop.documents.statement import lay_out_statement

NO_MARKS = PrintMarks()


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
