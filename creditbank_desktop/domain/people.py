"""The office, its people and devices, their roles, and the actor that every action needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from creditbank_desktop.domain.ids import DeviceId, OfficeId, PersonId
from creditbank_desktop.domain.ports import Signer


class Role(StrEnum):
    """What a person may do; one person may hold several, the four-eyes guard is per file."""

    CLERK = "clerk"
    MATERIAL_REVIEWER = "material_reviewer"
    EVALUATOR = "evaluator"
    PANEL_MEMBER = "panel_member"
    DEPARTMENT_HEAD = "department_head"
    DEAN = "dean"
    ACADEMIC_OFFICE = "academic_office"
    APPEAL_COMMITTEE = "appeal_committee"
    PRINTING_STAFF = "printing_staff"
    ARCHIVIST = "archivist"
    REGISTRY_OFFICER = "registry_officer"
    CHIEF_EVALUATOR = "chief_evaluator"
    RULE_AUTHOR = "rule_author"
    RULE_APPROVER = "rule_approver"
    ADMINISTRATOR = "administrator"
    SECURITY_OFFICER = "security_officer"
    CENTRAL_SERVER = "central_server"


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff; ``public_key`` (32 bytes, Ed25519) checks the person's signatures."""

    person: PersonId
    office: OfficeId
    login: str
    name: str
    roles: tuple[Role, ...]
    public_key: bytes
    active: bool = True


RECOVERY_MARK = "#"
RECOVERY_LOGIN = "#recovery"
"""The login of the signature that the recovery code of an office makes; nobody can type it as their own."""


def signs_recoveries(person: Person) -> bool:
    """Return whether this is no member of staff but the signature of a recovery.

    It counts for one thing: to give an active person a new key (`reduce`). The private key lies under the
    recovery code or in an unlock file, never under the data key.
    """
    return person.login.startswith(RECOVERY_MARK)


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a school; ``school`` five digits and ``code`` two digits enter account numbers."""

    office: OfficeId
    school: str
    code: str
    name_zh: str
    name_en: str
    school_name_zh: str
    school_name_en: str
    address: str = ""
    phone: str = ""
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled device: its Ed25519 key checks its streams, its X25519 key receives learners' keys (32
    bytes each).
    """

    device: DeviceId
    office: OfficeId
    name: str
    signing_key: bytes
    box_key: bytes
    active: bool = True


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, at which device; only a signed-in person's unlocked key makes one."""

    person: PersonId
    office: OfficeId
    device: DeviceId
    name: str
    roles: frozenset[Role]
    signer: Signer

    def holds(self, *roles: Role) -> bool:
        """Return whether the actor holds any of ``roles``."""
        return not self.roles.isdisjoint(roles)
