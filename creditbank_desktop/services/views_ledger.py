"""What screens see of accounts, issued papers, people and archived files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditbank_desktop.domain.ids import ApplicationId, LearnerId, PersonId
from creditbank_desktop.domain.ledger import LedgerEntry
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Office, Role
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_applications import ApplicationRow
from creditbank_desktop.services.views_learners import LearnerHit, PendingCredit


@dataclass(frozen=True, slots=True)
class EntryView:
    """One ledger entry with the words for it; ``title`` is the outcome's, "" where it is not known here."""

    entry: LedgerEntry
    title: str = ""
    receipt_number: str = ""
    target_name_zh: str = ""
    target_name_en: str = ""
    running_balance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account; ``broken_at`` is the first entry at which the hash chain does not hold, None if whole."""

    learner: LearnerId
    account_number: str
    balance: Decimal
    pending_total: Decimal
    pending: tuple[PendingCredit, ...]
    entries: tuple[EntryView, ...]
    head_hash: str
    broken_at: int | None = None


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper with the bytes of its PDF; ``is_copy`` bytes carry the mark 副本 over the same page."""

    paper: Paper
    pdf: bytes
    is_copy: bool = False


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A member of staff as typed."""

    login: str = ""
    name: str = ""
    passphrase: str = ""
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class OfficeForm:
    """The office card as typed; ``school`` five digits, ``code`` two digits (both enter account numbers)."""

    school: str = ""
    code: str = ""
    name_zh: str = ""
    name_en: str = ""
    school_name_zh: str = ""
    school_name_en: str = ""
    address: str = ""
    phone: str = ""
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A member of staff as the list of people shows them."""

    person: PersonId
    login: str
    name: str
    roles: tuple[Role, ...]
    active: bool


@dataclass(frozen=True, slots=True)
class OfficeView:
    """The office and its people."""

    office: Office
    people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class Sealed:
    """An archived file; ``seal`` is the SHA-256 of its manifest."""

    application: ApplicationId
    seal: str
    retention_until: date | None


@dataclass(frozen=True, slots=True)
class FoundApplication:
    """An application found by its receipt number."""

    row: ApplicationRow
    exact: bool = False


@dataclass(frozen=True, slots=True)
class SearchHits:
    """What the one box found; ``only_learner`` or ``only_application`` is to be opened at once."""

    text: str
    learners: tuple[LearnerHit, ...] = ()
    applications: tuple[FoundApplication, ...] = ()
    only_learner: LearnerId | None = None
    only_application: ApplicationId | None = None


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person has set for this device.

    ``language`` "zh_CN" or "en", ``theme`` "system", "light" or "dark"; ``window_state`` is opaque text.
    """

    language: str = "zh_CN"
    theme: str = "system"
    window_state: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A decided file whose result has to be delivered, with the papers that it needs."""

    row: ApplicationRow
    result: State
    needs_result_notice: bool
    needs_refusal_notice: bool
    phone: str = ""
