"""The report on everything that is held about one person (个人信息查阅报告)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from creditbank_desktop.documents import person_words as words
from creditbank_desktop.documents.papers_data import Bilingual, DocumentLanguage, PaperHead
from creditbank_desktop.documents.report import ReportColumn, ReportData, ReportSection
from creditbank_desktop.documents.wording import RESULTS, SOURCES, written_credits, written_date
from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.ledger import EntryKind
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.states import State


@dataclass(frozen=True, slots=True)
class HeldValue:
    """One value of the profile, by the name of its field."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """One entry of the account."""

    number: int
    kind: EntryKind
    credits: Decimal
    effective_on: date
    title: str


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One outcome of a file with its result, None while it is open."""

    title: str
    type: OutcomeType
    issuer: str
    evidence_number: str
    result: LineResult | None
    credits: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class HeldScan:
    """One scan: what it is, its file's name, and the last day on which it is kept (None: not fixed yet)."""

    receipt_number: str
    material: Bilingual
    file_name: str
    size_bytes: int
    kept_until: date | None
    disposed_on: date | None


@dataclass(frozen=True, slots=True)
class HeldFile:
    """One application."""

    receipt_number: str
    received_on: date
    state: State
    lines: tuple[HeldLine, ...]
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """One issued paper."""

    kind: PaperKind
    number: str
    issued_on: date
    copies: int
    voided: bool


@dataclass(frozen=True, slots=True)
class HeldDraft:
    """An unfinished form: when it was last touched and by whom."""

    updated_at: datetime
    person: str


@dataclass(frozen=True, slots=True)
class HeldCorrection:
    """One correction, or the wish for one: which fields changed, or what was asked for."""

    at: datetime
    person: str
    kind: str
    fields: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class HeldReading:
    """One time that somebody saw, changed, printed or exported it.

    ``kind`` is a key of `person_words.READINGS`, ``action`` the one that the audit trail names.
    """

    at: datetime
    person: str
    kind: str
    action: str


@dataclass(frozen=True, slots=True)
class HeldPeriod:
    """One retention rule as it applies to the person; ``until`` None for good, or while a file is open."""

    rule: str
    clause: Bilingual
    until: date | None
    is_permanent: bool


@dataclass(frozen=True, slots=True)
class PersonReport:
    """Everything that is held about one person, on one day; ``earlier_readings`` were left out."""

    head: PaperHead
    made_at: datetime
    made_by: str
    opened_on: date
    account_state: str
    balance: Decimal
    pending: Decimal
    profile: tuple[HeldValue, ...]
    merged_accounts: tuple[str, ...]
    entries: tuple[HeldEntry, ...]
    files: tuple[HeldFile, ...]
    scans: tuple[HeldScan, ...]
    papers: tuple[HeldPaper, ...]
    drafts: tuple[HeldDraft, ...]
    corrections: tuple[HeldCorrection, ...]
    readings: tuple[HeldReading, ...]
    periods: tuple[HeldPeriod, ...]
    readings_left_out: int = 0


def person_report(report: PersonReport, language: DocumentLanguage) -> ReportData:
    """Return the report as it is printed."""
    day = written_date(report.head.issued_on, language)
    opening = words.OPENING.in_language(language).format(
        name=report.head.learner.name, day=day, person=report.made_by
    )
    sections = (
        _profile(report, language),
        _ledger(report, language),
        _files(report, language),
        _scans(report, language),
        _papers(report, language),
        _corrections(report, language),
        _periods(report, language),
        _readings(report, language),
    )
    return ReportData(
        report.head,
        language,
        words.TITLE,
        opening,
        sections,
        words.FOOTNOTE,
        tuple(text.in_language(language) for text in words.RIGHTS),
    )


def _column(text: Bilingual, share: int, *, strong: bool = False) -> ReportColumn:
    return ReportColumn(text, share, strong)


def _profile(report: PersonReport, language: DocumentLanguage) -> ReportSection:
    account = [
        (words.FIELDS["account_number"].in_language(language), report.head.learner.account_number),
        (words.FIELDS["opened_on"].in_language(language), report.opened_on.isoformat()),
        (
            words.FIELDS["account_state"].in_language(language),
            words.ACCOUNT_STATES[report.account_state].in_language(language),
        ),
    ]
    held = [(words.FIELDS[one.field].in_language(language), one.value) for one in report.profile]
    merged = [(words.FIELDS["merged"].in_language(language), number) for number in report.merged_accounts]
    drafts = [
        (
            words.FIELDS["draft"].in_language(language),
            f"{_moment(one.updated_at)}  {one.person}",
        )
        for one in report.drafts
    ]
    columns = (_column(words.FIELD, 3, strong=True), _column(words.VALUE, 7))
    return ReportSection(words.PROFILE, columns, (*held, *account, *merged, *drafts))


def _ledger(report: PersonReport, language: DocumentLanguage) -> ReportSection:
    columns = (
        _column(words.SERIAL, 1),
        _column(words.DAY, 2),
        _column(words.ENTRY, 2),
        _column(words.OUTCOME, 6),
        _column(words.CREDITS, 1, strong=True),
    )
    rows = tuple(
        (
            str(one.number),
            one.effective_on.isoformat(),
            words.ENTRY_KINDS[one.kind].in_language(language),
            one.title,
            written_credits(one.credits),
        )
        for one in report.entries
    )
    note = Bilingual(
        *(
            text.format(balance=written_credits(report.balance), pending=written_credits(report.pending))
            for text in (words.BALANCE.zh, words.BALANCE.en)
        )
    )
    return ReportSection(words.LEDGER, columns, rows, words.NO_ENTRIES, note)


def _files(report: PersonReport, language: DocumentLanguage) -> ReportSection:
    columns = (
        _column(words.RECEIPT, 4, strong=True),
        _column(words.DAY, 2),
        _column(words.STATE, 2),
        _column(words.OUTCOME, 5),
        _column(words.RESULT, 4),
    )
    rows = []
    for file in report.files:
        for place, line in enumerate(file.lines):
            first = place == 0
            kind = SOURCES[line.type].in_language(language)
            about = " · ".join(part for part in (line.title, kind, line.issuer, line.evidence_number) if part)
            rows.append(
                (
                    file.receipt_number if first else " ",
                    file.received_on.isoformat() if first else " ",
                    words.STATES[file.state].in_language(language) if first else " ",
                    about,
                    _result(line, language),
                )
            )
    return ReportSection(words.FILES, columns, tuple(rows), words.NO_FILES)


def _result(line: HeldLine, language: DocumentLanguage) -> str:
    if line.result is None:
        return words.UNDECIDED.in_language(language)
    parts = [RESULTS[line.result].in_language(language)]
    if line.result.gives_credit:
        parts.append(written_credits(line.credits))
    if line.reason:
        parts.append(line.reason)
    return " · ".join(parts)


def _scans(report: PersonReport, language: DocumentLanguage) -> ReportSection:
    columns = (
        _column(words.RECEIPT, 4, strong=True),
        _column(words.MATERIAL, 3),
        _column(words.FILE_NAME, 4),
        _column(words.SIZE, 2),
        _column(words.KEPT_UNTIL, 3),
    )
    rows = tuple(
        (
            one.receipt_number,
            one.material.in_language(language),
            one.file_name,
            f"{max(1, one.size_bytes // 1024)} KB",
            f"× {one.disposed_on}" if one.disposed_on else str(one.kept_until or ""),
        )
        for one in report.scans
    )
    return ReportSection(words.SCANS, columns, rows, words.NO_SCANS, words.SCANS_NOTE)


def _papers(report: PersonReport, language: DocumentLanguage) -> ReportSection:
    columns = (
        _column(words.PAPER, 3, strong=True),
        _column(words.SERIAL, 4),
        _column(words.DAY, 2),
        _column(words.COPIES, 1),
        _column(words.STATE, 2),
    )
    rows = tuple(
        (
            words.PAPERS[one.kind].in_language(language),
            one.number,
            one.issued_on.isoformat(),
            str(one.copies),
            (words.VOIDED if one.voided else words.IN_FORCE).in_language(language),
        )
        for one in report.papers
    )
    return ReportSection(words.PAPERS_ISSUED, columns, rows, words.NO_PAPERS)


def _corrections(report: PersonReport, language: DocumentLanguage) -> ReportSection:
    columns = (
        _column(words.TIME, 3),
        _column(words.PERSON, 2),
        _column(words.WHAT, 3, strong=True),
        _column(words.TEXT, 6),
    )
    rows = []
    for one in report.corrections:
        fields = "、".join(words.FIELDS[name].in_language(language) for name in one.fields)
        text = " · ".join(part for part in (fields, one.text) if part)
        kind = words.CORRECTIONS[one.kind].in_language(language)
        rows.append((_moment(one.at), one.person, kind, text))
    return ReportSection(words.CORRECTED, columns, tuple(rows), words.NO_CORRECTIONS)


def _periods(report: PersonReport, language: DocumentLanguage) -> ReportSection:
    columns = (_column(words.RULE, 10), _column(words.KEPT_UNTIL, 3, strong=True))
    rows = []
    for one in report.periods:
        open_end = words.FOR_GOOD if one.is_permanent else words.NOT_YET
        until = open_end.in_language(language) if one.until is None else one.until.isoformat()
        rows.append((one.clause.in_language(language), until))
    return ReportSection(words.RETENTION, columns, tuple(rows))


def _readings(report: PersonReport, language: DocumentLanguage) -> ReportSection:
    columns = (_column(words.TIME, 3), _column(words.PERSON, 3), _column(words.WHAT, 6))
    rows = tuple(
        (_moment(one.at), one.person, words.READINGS[one.kind].in_language(language))
        for one in report.readings
    )
    note = Bilingual("")
    if report.readings_left_out:
        note = Bilingual(
            *(text.format(count=report.readings_left_out) for text in (words.LEFT_OUT.zh, words.LEFT_OUT.en))
        )
    return ReportSection(words.READ_BY, columns, rows, words.NO_READINGS, note)


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")
