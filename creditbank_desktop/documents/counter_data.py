"""What goes into the papers that the counter hands out before a decision, and at an account's end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditbank_desktop.documents.papers_data import (
    Bilingual,
    ClaimedOutcome,
    DocumentLanguage,
    Material,
    PaperHead,
)
from creditbank_desktop.domain.outcomes import OutcomeType

NOTHING = Bilingual("")


@dataclass(frozen=True, slots=True)
class MissingItem:
    """One thing that has to be brought: what, for which outcome (empty: the whole file), what is wrong."""

    name: Bilingual
    outcome: Bilingual = NOTHING
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SupplementData:
    """A supplement notice (补正通知书) that names everything which is missing, with the last day.

    ``arrived`` is what came in since the first notice: a notice with it names the rest.
    ``due_is_provisional`` when the holiday table does not reach that far, ``extended`` when the last day
    was moved already.
    """

    head: PaperHead
    language: DocumentLanguage
    application_number: str
    received_on: date
    due_on: date
    missing: tuple[MissingItem, ...]
    arrived: tuple[MissingItem, ...] = ()
    due_is_provisional: bool = False
    extended: bool = False
    note: str = ""
    ticket: str = ""
    prepared_by: str = ""


@dataclass(frozen=True, slots=True)
class NotAcceptedData:
    """A notice that an application is not taken up (不予受理通知书): clause, standard reason, own words."""

    head: PaperHead
    language: DocumentLanguage
    application_number: str
    received_on: date
    decided_on: date
    outcomes: tuple[ClaimedOutcome, ...]
    clause: Bilingual
    clause_text: Bilingual
    reason_code: str
    reason: Bilingual
    reason_text: str = ""
    what_would_help: Bilingual = NOTHING
    prepared_by: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawalData:
    """A withdrawal slip (撤回凭证): the whole application, or outcomes of it while the others go on."""

    head: PaperHead
    language: DocumentLanguage
    application_number: str
    received_on: date
    withdrawn_on: date
    withdrawn: tuple[ClaimedOutcome, ...]
    remaining: tuple[ClaimedOutcome, ...] = ()
    reason: str = ""
    ticket: str = ""
    prepared_by: str = ""


@dataclass(frozen=True, slots=True)
class AssessedOutcome:
    """What the rules would say about an outcome as it was typed.

    ``credits`` None: no rule gives any; ``least`` and ``most`` where people judge within limits.
    """

    title: Bilingual
    source: OutcomeType
    credits: Decimal | None
    clause: Bilingual = NOTHING
    clause_text: Bilingual = NOTHING
    evidence_number: str = ""
    target_code: str = ""
    target: Bilingual = NOTHING
    least: Decimal | None = None
    most: Decimal | None = None
    missing: tuple[Bilingual, ...] = ()
    notes: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True)
class PreAssessmentData:
    """A pre-assessment slip (预评估单): an estimate that binds nobody and takes no number."""

    head: PaperHead
    language: DocumentLanguage
    outcomes: tuple[AssessedOutcome, ...]
    rule_set_version: str
    prepared_by: str = ""
    unread: tuple[Bilingual, ...] = ()

    @property
    def total(self) -> Decimal:
        """Return the sum of the estimated credits."""
        return sum((outcome.credits or Decimal(0) for outcome in self.outcomes), Decimal(0))


@dataclass(frozen=True, slots=True)
class SourceSum:
    """The credits of an account that came from one source, and from how many entries."""

    source: OutcomeType
    entries: int
    credits: Decimal


@dataclass(frozen=True, slots=True)
class TransferData:
    """A transfer-out certificate (转出证明), in both languages: the account as it stood at its end.

    ``ledger_hash`` is the hash of the last entry (hexadecimal), by which the receiving office can tell that
    the entries it gets are these. ``pending`` are credits recognised and not posted, which do not go along.
    """

    head: PaperHead
    balance: Decimal
    up_to_entry: int
    transferred_on: date
    sums: tuple[SourceSum, ...]
    ledger_hash: str = ""
    receiver: str = ""
    reason: str = ""
    account_opened_on: date | None = None
    first_entry_on: date | None = None
    last_entry_on: date | None = None
    pending: Decimal = Decimal(0)
    prepared_by: str = ""
    registrar: str = ""


@dataclass(frozen=True, slots=True)
class FormOutcome:
    """One outcome as it was typed: labelled values in the order of the form."""

    title: Bilingual
    source: OutcomeType
    values: tuple[tuple[Bilingual, Bilingual], ...]
    target: Bilingual = NOTHING


@dataclass(frozen=True, slots=True)
class ApplicationFormData:
    """An application form (申请表) with what was typed at the counter, for the applicant's signature."""

    head: PaperHead
    language: DocumentLanguage
    application_number: str
    received_on: date
    personal: tuple[tuple[Bilingual, Bilingual], ...]
    outcomes: tuple[FormOutcome, ...]
    materials: tuple[Material, ...]
    proxy: tuple[tuple[Bilingual, Bilingual], ...] = ()
    note: str = ""
