"""What goes into a paper: frozen values, complete before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.outcomes import OutcomeType


class DocumentLanguage(StrEnum):
    """The language that a notice is written in; a statement always carries both."""

    CHINESE = "zh"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Chinese and, where there is one, in English."""

    zh: str
    en: str = ""

    def in_language(self, language: DocumentLanguage) -> str:
        """Return the text in a language, or in the other one where it is missing."""
        if language is DocumentLanguage.ENGLISH:
            return self.en or self.zh
        return self.zh or self.en


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """The office that issues a paper, with the school it belongs to.

    ``crest_png`` is the school's own emblem (square PNG or JPEG); without it a neutral mark is drawn.
    ``seal`` names the picture of the office's own seal by its hash and ``seal_png`` is that picture, put in
    when the paper is drawn; without it a seal is made of the names. A sample office's seal and papers say
    that they are samples. ``greeting`` opens notices, ``legal_remedy`` stands behind the right of appeal,
    ``notes`` in small print; each is left out where it is empty.
    """

    name_zh: str
    name_en: str
    school_name_zh: str
    school_name_en: str
    address: str = ""
    phone: str = ""
    opening_hours: Bilingual = Bilingual("")
    verification_address: str = ""
    is_sample: bool = False
    crest_png: bytes = b""
    greeting: Bilingual = Bilingual("")
    legal_remedy: Bilingual = Bilingual("")
    notes: tuple[Bilingual, ...] = ()
    seal: str = ""
    seal_png: bytes = b""

    @property
    def name(self) -> Bilingual:
        """Return the office's name in both languages."""
        return Bilingual(self.name_zh, self.name_en)

    @property
    def school_name(self) -> Bilingual:
        """Return the school's name in both languages."""
        return Bilingual(self.school_name_zh, self.school_name_en)


@dataclass(frozen=True, slots=True)
class LearnerCard:
    """The learner as papers name them; ``document_masked`` never is the whole number of a document."""

    name: str
    latin_name: str
    account_number: str
    document_masked: str = ""
    student_number: str = ""
    programme: Bilingual = Bilingual("")
    programme_code: str = ""
    programme_version: str = ""


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What every paper carries: number, day, office, learner; the QR code holds ``qr_content`` or
    else the number.
    """

    number: str
    issued_on: date
    office: OfficeCard
    learner: LearnerCard
    verification_code: str = ""
    qr_content: str = ""


@dataclass(frozen=True, slots=True)
class PrintMarks:
    """What is printed over a paper: DRAFT until it is issued, COPY on a reprint (``copy_number`` from 1)."""

    draft: bool = False
    copy: bool = False
    copy_number: int = 0


@dataclass(frozen=True, slots=True)
class Material:
    """One material handed in: how many copies stay, and whether the original was compared and given back."""

    name: Bilingual
    copies: int
    original_compared: bool
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ClaimedOutcome:
    """One learning outcome that the application asks to be recognised."""

    title: Bilingual
    source: OutcomeType
    evidence_number: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptData:
    """An acceptance receipt (受理回执).

    ``promised_on`` is the day by which the office answers, ``promise_is_provisional`` when the holiday
    table does
    not reach that far; ``files_ahead`` counts the files before this one when it was taken in, None if
    unknown; ``ticket`` is the code by which the learner asks how the file stands.
    """

    head: PaperHead
    language: DocumentLanguage
    application_number: str
    received_on: date
    promised_on: date
    materials: tuple[Material, ...]
    outcomes: tuple[ClaimedOutcome, ...]
    queue_number: str
    files_ahead: int | None = None
    promise_is_provisional: bool = False
    received_by: str = ""
    rule_set_version: str = ""
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One outcome's result; ``clause`` names the rule's clause, ``reason`` is for a partial or
    negative result.
    """

    title: Bilingual
    source: OutcomeType
    result: LineResult
    credits: Decimal
    clause: Bilingual
    evidence_number: str = ""
    target_code: str = ""
    target: Bilingual = Bilingual("")
    grade_text: str = ""
    counts_for_gpa: bool = False
    reason: Bilingual = Bilingual("")


@dataclass(frozen=True, slots=True)
class NoticeData:
    """A result notice (认定结果通知书); publicity days are None where none was held."""

    head: PaperHead
    language: DocumentLanguage
    application_number: str
    accepted_on: date
    decided_on: date
    lines: tuple[NoticeLine, ...]
    rule_set_version: str
    appeal_until: date
    appeal_body: Bilingual
    publicity_from: date | None = None
    publicity_to: date | None = None
    prepared_by: str = ""


@dataclass(frozen=True, slots=True)
class RefusedOutcome:
    """Why one outcome was not recognised: facts found, clause, standard reason with its code, own
    words, what would help.
    """

    title: Bilingual
    source: OutcomeType
    facts: Bilingual
    clause: Bilingual
    clause_text: Bilingual
    reason_code: str
    reason: Bilingual
    reason_text: Bilingual = Bilingual("")
    what_would_help: tuple[Bilingual, ...] = ()
    evidence_number: str = ""


@dataclass(frozen=True, slots=True)
class RefusalData:
    """A refusal notice (不予认定通知书) with the last day of appeal."""

    head: PaperHead
    language: DocumentLanguage
    application_number: str
    accepted_on: date
    decided_on: date
    refused: tuple[RefusedOutcome, ...]
    rule_set_version: str
    appeal_until: date
    appeal_body: Bilingual
    prepared_by: str = ""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One credit: where it came from, what it counts for; ``credits`` is negative for a reversing entry.

    ``entry_number`` is the ledger's (0 while pending), ``day`` when it was posted, or recognised while
    pending. ``account`` is the number of the merged account that holds it, "" for the learner's own.
    """

    title: Bilingual
    source: OutcomeType
    day: date
    credits: Decimal
    entry_number: int = 0
    hours: Decimal | None = None
    grade_text: str = ""
    target_code: str = ""
    target: Bilingual = Bilingual("")
    account: str = ""


@dataclass(frozen=True, slots=True)
class AccountEnd:
    """An account that was merged into the learner's, and the last of its entries that a paper shows."""

    account_number: str
    up_to_entry: int


@dataclass(frozen=True, slots=True)
class StatementData:
    """A credit statement (学分证明): posted credits up to a ledger entry, and apart from them the
    pending ones.

    ``required_credits`` is what the programme asks for, None if unknown; signatories may be "" for
    signing by hand. ``up_to_entry`` counts in the learner's own account, ``merged`` are those merged into
    it that have entries.
    """

    head: PaperHead
    posted: tuple[StatementRow, ...]
    up_to_entry: int
    pending: tuple[StatementRow, ...] = ()
    required_credits: Decimal | None = None
    account_opened_on: date | None = None
    prepared_by: str = ""
    registrar: str = ""
    merged: tuple[AccountEnd, ...] = ()

    @property
    def posted_total(self) -> Decimal:
        """Return the sum of the posted credits."""
        return sum((row.credits for row in self.posted), Decimal(0))

    @property
    def pending_total(self) -> Decimal:
        """Return the sum of the pending credits."""
        return sum((row.credits for row in self.pending), Decimal(0))
