"""The register of disposals on paper (档案销毁登记册)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from creditbank_desktop.documents import person_words as words
from creditbank_desktop.documents.papers_data import Bilingual, DocumentLanguage, PaperHead
from creditbank_desktop.documents.report import ReportColumn, ReportData, ReportSection
from creditbank_desktop.documents.wording import written_date
from creditbank_desktop.domain.disposals import DisposalState


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One disposal: rule, day, state, how many, and who did what when ("" and None: not yet)."""

    clause: Bilingual
    due_by: date
    state: DisposalState
    items: int
    counts: tuple[int, int, int]
    proposed: tuple[str, datetime]
    decided: tuple[str, datetime] | None
    carried_out: tuple[str, datetime] | None


def disposal_register(
    head: PaperHead, language: DocumentLanguage, rows: tuple[RegisterRow, ...], made_by: str
) -> ReportData:
    """Return the register as it is printed."""
    opening = words.REGISTER_OPENING.in_language(language).format(
        day=written_date(head.issued_on, language), count=len(rows), person=made_by
    )
    columns = (
        ReportColumn(words.BASIS, 6),
        ReportColumn(words.DUE_BY, 3),
        ReportColumn(words.STATE, 2, strong=True),
        ReportColumn(words.COUNTS, 4),
        ReportColumn(words.PROPOSED, 4),
        ReportColumn(words.DECIDED, 4),
        ReportColumn(words.DONE, 4),
    )
    texts = tuple(_row(row, language) for row in rows)
    section = ReportSection(words.REGISTER, columns, texts, words.NO_DISPOSALS)
    return ReportData(head, language, words.REGISTER_TITLE, opening, (section,), words.REGISTER_FOOTNOTE)


def _row(row: RegisterRow, language: DocumentLanguage) -> tuple[str, ...]:
    learners, files, pieces = row.counts
    if row.state is DisposalState.CARRIED_OUT:
        counts = words.COUNTED.in_language(language).format(learners=learners, files=files, pieces=pieces)
    else:
        counts = words.PLANNED.in_language(language).format(items=row.items)
    return (
        row.clause.in_language(language),
        row.due_by.isoformat(),
        words.DISPOSAL_STATES[row.state].in_language(language),
        counts,
        _deed(row.proposed),
        _deed(row.decided),
        _deed(row.carried_out),
    )


def _deed(deed: tuple[str, datetime] | None) -> str:
    return "" if deed is None else f"{deed[0]} {deed[1]:%Y-%m-%d}"
