"""What the audit trail's viewer shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from creditbank_desktop.domain.ids import DeviceId, PersonId
from creditbank_desktop.models.check_findings import CheckProgress, StoreFinding
from creditbank_desktop.models.trail_queries import TrailWarning

__all__ = [
    "GROUPS",
    "AuditGroup",
    "AuditLine",
    "AuditPerson",
    "AuditState",
    "AuditWanted",
    "CheckProgress",
    "StoreFinding",
    "TrailWarning",
]


class AuditGroup(StrEnum):
    """Kinds of lines that somebody may look for."""

    CHANGES = "changes"
    READS = "reads"
    PAPERS = "papers"
    EXPORTS = "exports"
    SIGN_INS = "sign_ins"
    OFFICE = "office"
    SAFETY = "safety"


GROUPS: Mapping[AuditGroup, tuple[str, ...]] = MappingProxyType(
    {
        AuditGroup.CHANGES: (),
        AuditGroup.READS: (
            "learner.read",
            "learner.revealed",
            "learner.report",
            "application.read",
            "account.read",
            "evidence.opened",
            "paper.opened",
        ),
        AuditGroup.PAPERS: ("paper.", "disposal.register_printed"),
        AuditGroup.EXPORTS: ("export.", "reference.exported", "learner.report"),
        AuditGroup.SIGN_INS: ("person.signed_in", "session.", "lock.", "person.recovered"),
        AuditGroup.OFFICE: (
            "person.",
            "office.",
            "device.",
            "number_block.",
            "reference.",
            "settings.",
            "stationery.",
            "staff_list.",
        ),
        AuditGroup.SAFETY: (
            "audit.",
            "backup.",
            "health.",
            "sync.",
            "stream.",
            "escrow.",
            "recovery_code.",
            "disposal.",
            "drafts.",
        ),
    }
)
"""By group the actions in it: names, or beginnings of names that end in "."; changes are all operations."""


@dataclass(frozen=True, slots=True)
class AuditWanted:
    """What somebody looks for; ``subject`` is what was typed: a number of a paper, receipt or account, or an
    id.
    """

    since: datetime | None = None
    until: datetime | None = None
    person: PersonId | None = None
    group: AuditGroup | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line in words' parts: ``person_name`` is "" for the program itself and for people unknown here,
    ``subject_number`` what the subject is called (masked where it must be), ``server_at`` when the server had
    seen the line, ``detail`` its particulars.
    """

    number: int
    at: datetime
    server_at: datetime | None
    person: PersonId
    person_name: str
    device: DeviceId
    device_name: str
    action: str
    subject_kind: str
    subject: str
    subject_number: str
    operation: str
    hash: str
    detail: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AuditPerson:
    """Somebody whom lines may be of."""

    person: PersonId
    name: str
    login: str


@dataclass(frozen=True, slots=True)
class AuditState:
    """How far the trail is secured, and what the server found that nobody has taken note of yet."""

    last: int
    signed: int
    countersigned: int
    server_time: datetime | None
    warnings: tuple[TrailWarning, ...]
    people: tuple[AuditPerson, ...]
    is_enrolled: bool
