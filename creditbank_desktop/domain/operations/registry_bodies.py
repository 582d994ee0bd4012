"""Operations about the office, its people and devices, the learners, the ledger and the papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from creditbank_desktop.domain.ids import (
    ApplicationId,
    DeviceId,
    DisposalId,
    LearnerId,
    OfficeId,
    PaperId,
    PersonId,
    ProgrammeCode,
)
from creditbank_desktop.domain.learners import AccountState, LearnerProfile
from creditbank_desktop.domain.ledger import LedgerEntry
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.people import Office, Person, Role


@dataclass(frozen=True, slots=True)
class OfficeConfigured:
    """The office was set up or its card changed."""

    op_type: ClassVar[str] = "office.configured"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    office: Office


@dataclass(frozen=True, slots=True)
class PersonEnrolled:
    """A member of staff joined; the first person of an office enrols himself."""

    op_type: ClassVar[str] = "person.enrolled"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    person: Person


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """Roles, key or standing of a member of staff changed."""

    op_type: ClassVar[str] = "person.changed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    person: PersonId
    name: str
    roles: tuple[Role, ...]
    public_key: bytes
    active: bool


@dataclass(frozen=True, slots=True)
class PersonRenamed:
    """A member of staff is called otherwise now; what they did and printed before keeps the old name."""

    op_type: ClassVar[str] = "person.renamed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    person: PersonId
    before: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class DeviceEnrolled:
    """A device may write: its Ed25519 key signs manifests, its X25519 key receives learners' keys."""

    op_type: ClassVar[str] = "device.enrolled"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    device: DeviceId
    office: OfficeId
    name: str
    signing_key: bytes
    box_key: bytes


@dataclass(frozen=True, slots=True)
class DeviceRenamed:
    """A device is called otherwise now."""

    op_type: ClassVar[str] = "device.renamed"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    device: DeviceId
    name: str


@dataclass(frozen=True, slots=True)
class DeviceWithdrawn:
    """A device may send and fetch no more; what it wrote before stays valid."""

    op_type: ClassVar[str] = "device.withdrawn"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    device: DeviceId
    reason: str


@dataclass(frozen=True, slots=True)
class NumberBlockAllotted:
    """Account numbers ``first`` to ``last`` of a year belong to one device, so that two offline devices never
    collide.
    """

    op_type: ClassVar[str] = "number_block.allotted"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    device: DeviceId
    office: OfficeId
    year: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class LearnerRegistered:
    """A learner and his account were opened."""

    op_type: ClassVar[str] = "learner.registered"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[LearnerProfile]] = LearnerProfile
    learner: LearnerId
    programme: ProgrammeCode
    intake_year: int
    class_name: str
    account_number: str


@dataclass(frozen=True, slots=True)
class LearnerUnregistered:
    """A registration was taken back before anything hung on the account; its number stays used."""

    op_type: ClassVar[str] = "learner.unregistered"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    learner: LearnerId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """The changed fields of a profile, by name, in their plain text form."""

    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LearnerCorrected:
    """A learner's record was corrected, seen from ``base_revision``; None leaves a field as it is."""

    op_type: ClassVar[str] = "learner.corrected"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[ProfileChange]] = ProfileChange
    learner: LearnerId
    base_revision: int
    programme: ProgrammeCode | None = None
    intake_year: int | None = None
    class_name: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LearnerAliased:
    """``learner`` turned out to be the same person as ``canonical``; ids in use never change."""

    op_type: ClassVar[str] = "learner.aliased"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    learner: LearnerId
    canonical: LearnerId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LearnerUnaliased:
    """The merge was taken back."""

    op_type: ClassVar[str] = "learner.unaliased"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    learner: LearnerId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AccountStateChanged:
    """An account was frozen, opened again, closed or transferred.

    ``destination`` names the house that a transferred account went to; version 1 had none.
    """

    op_type: ClassVar[str] = "account.state_changed"
    op_version: ClassVar[int] = 2
    personal_type: ClassVar[None] = None
    learner: LearnerId
    state: AccountState
    reason: str = ""
    destination: str = ""


@dataclass(frozen=True, slots=True)
class LearnerBrought:
    """The server brought the record of a learner whom another office, ``home``, registered.

    It comes again when the record changed at home. Without its personal part the learner was disposed of.
    """

    op_type: ClassVar[str] = "learner.brought"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[LearnerProfile]] = LearnerProfile
    learner: LearnerId
    home: OfficeId
    programme: ProgrammeCode
    intake_year: int
    class_name: str
    account_number: str
    account_state: AccountState
    opened_on: date


@dataclass(frozen=True, slots=True)
class LedgerBrought:
    """The server brought entries of an account that another office's work led to; those that are here
    already count once.
    """

    op_type: ClassVar[str] = "ledger.brought"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    account: LearnerId
    entries: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True)
class LearnerDisposed:
    """The learner's key was destroyed when retention ended; his history stays, without him.

    ``disposal`` is the approved entry of the register that names him; version 1 had none.
    """

    op_type: ClassVar[str] = "learner.disposed"
    op_version: ClassVar[int] = 2
    personal_type: ClassVar[None] = None
    learner: LearnerId
    clause: str
    disposal: DisposalId | None = None


@dataclass(frozen=True, slots=True)
class LedgerPosted:
    """The server posted entries of one account; nobody else writes this operation."""

    op_type: ClassVar[str] = "ledger.posted"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    account: LearnerId
    entries: tuple[LedgerEntry, ...]
    application: ApplicationId | None = None


@dataclass(frozen=True, slots=True)
class PaperText:
    """The canonical JSON of the data that a paper was drawn from."""

    data: str


@dataclass(frozen=True, slots=True)
class PaperIssued:
    """A paper took its number; ``sha256`` is the hash of its PDF bytes, ``up_to_entry`` the last ledger entry
    number shown.
    """

    op_type: ClassVar[str] = "paper.issued"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[type[PaperText]] = PaperText
    paper: PaperId
    kind: PaperKind
    number: str
    language: str
    learner: LearnerId
    sha256: str
    application: ApplicationId | None = None
    up_to_entry: int = 0


@dataclass(frozen=True, slots=True)
class PaperCopied:
    """One more copy of an issued paper was printed, marked as a copy, for a reason."""

    op_type: ClassVar[str] = "paper.copied"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    paper: PaperId
    reason: str
    printer: str = ""


@dataclass(frozen=True, slots=True)
class PaperVoided:
    """A paper's number stays used and the paper counts no more."""

    op_type: ClassVar[str] = "paper.voided"
    op_version: ClassVar[int] = 1
    personal_type: ClassVar[None] = None
    paper: PaperId
    reason: str
    on: date | None = None


RegistryBody = (
    OfficeConfigured
    | PersonEnrolled
    | PersonChanged
    | PersonRenamed
    | DeviceEnrolled
    | DeviceRenamed
    | DeviceWithdrawn
    | NumberBlockAllotted
    | LearnerRegistered
    | LearnerUnregistered
    | LearnerCorrected
    | LearnerAliased
    | LearnerUnaliased
    | AccountStateChanged
    | LearnerBrought
    | LedgerBrought
    | LearnerDisposed
    | LedgerPosted
    | PaperIssued
    | PaperCopied
    | PaperVoided
)
