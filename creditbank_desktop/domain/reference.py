"""Reference data that an office changes: entries with all their versions, and proposals.

A version holds only the fields that it changed, so that what a newer program ships shows through everywhere
else, and so that two people who changed different fields without knowing of each other both keep their work.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import combinations

from creditbank_desktop.domain.ids import OfficeId, OperationId, PersonId, ProposalId, ReferenceId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.reference_kinds import YES, FieldShape, KindSpec

_NAMESPACE = uuid.UUID("6f0c1a52-8a0e-5d53-9b0d-3f6c0f6a7c11")

REFERENCE_EDITORS = frozenset(
    {
        Role.ADMINISTRATOR,
        Role.ACADEMIC_OFFICE,
        Role.CHIEF_EVALUATOR,
        Role.RULE_AUTHOR,
        Role.CENTRAL_SERVER,
    }
)
"""Who may change what decides nothing, and propose the rest."""
REFERENCE_SETTLERS = frozenset(
    {Role.ADMINISTRATOR, Role.ACADEMIC_OFFICE, Role.RULE_APPROVER, Role.CENTRAL_SERVER}
)
"""Who may agree to what another person proposed."""

Fields = Mapping[str, str]

PICTURE_MARK = "sha256:"


class ProposalState(StrEnum):
    """How a proposal stands."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ReferenceChange:
    """The changed fields of one entry with their new texts, and how they stood before.

    ``base_revision`` is the number of the entry's last version that the writer knew, 0 for none; a new entry
    ``creates`` itself with all its fields.
    """

    kind: str
    key: str
    fields: Mapping[str, str]
    before: Mapping[str, str]
    base_revision: int = 0
    creates: bool = False


@dataclass(frozen=True, slots=True)
class ReferenceVersion:
    """One change that took effect: who made it, who agreed to it, on which day of the office."""

    number: int
    operation: OperationId
    fields: Mapping[str, str]
    before: Mapping[str, str]
    person: PersonId
    on: date
    at: datetime
    reason: str = ""
    proposal: ProposalId | None = None
    settled_by: PersonId | None = None
    creates: bool = False
    undone: bool = False


@dataclass(frozen=True, slots=True)
class ReferenceItem:
    """One entry of an office's reference data that was ever changed; versions in the order that counts.

    The order is that of the numbers; of versions made without knowing of each other the operation's id
    decides, on every device alike, and `contested` names the fields that both changed.
    """

    item: ReferenceId
    office: OfficeId
    kind: str
    key: str
    versions: tuple[ReferenceVersion, ...] = ()

    @property
    def revision(self) -> int:
        """Return the number of the last version, also of one that was undone."""
        return max((version.number for version in self.versions), default=0)

    @property
    def standing(self) -> tuple[ReferenceVersion, ...]:
        """Return the versions that were not undone."""
        return tuple(version for version in self.versions if not version.undone)

    @property
    def is_created(self) -> bool:
        """Return whether the office made the entry itself."""
        return any(version.creates for version in self.standing)

    @property
    def overlay(self) -> dict[str, str]:
        """Return every changed field with the text that counts."""
        found: dict[str, str] = {}
        for version in self.standing:
            found.update(version.fields)
        return found

    @property
    def contested(self) -> frozenset[str]:
        """Return the fields that two standing versions of one number both set, and differently.

        A later version of such a field settles it.
        """
        found: set[str] = set()
        for version in self.standing:
            found -= version.fields.keys()
            for one, other in combinations([v for v in self.standing if v.number == version.number], 2):
                shared = one.fields.keys() & other.fields.keys()
                found |= {name for name in shared if one.fields[name] != other.fields[name]}
        return frozenset(found)

    def with_version(self, version: ReferenceVersion) -> ReferenceItem:
        """Return the entry with one version more, in its place."""
        ordered = sorted((*self.versions, version), key=lambda one: (one.number, one.operation))
        return replace(self, versions=tuple(ordered))

    def without_operation(self, operation: OperationId) -> ReferenceItem:
        """Return the entry with the versions of an operation undone."""
        return replace(
            self,
            versions=tuple(
                replace(version, undone=True) if version.operation == operation else version
                for version in self.versions
            ),
        )


@dataclass(frozen=True, slots=True)
class ReferenceProposal:
    """Changes that one person proposed and another settles."""

    proposal: ProposalId
    office: OfficeId
    changes: tuple[ReferenceChange, ...]
    title: str
    reason: str
    proposed_by: PersonId
    proposed_on: date
    proposed_at: datetime
    state: ProposalState = ProposalState.PENDING
    settled_by: PersonId | None = None
    settled_on: date | None = None
    settle_reason: str = ""
    settle_operation: OperationId | None = None


def reference_id(office: OfficeId, kind: str, key: str) -> ReferenceId:
    """Return the id of an entry: office, kind and key make it, so devices agree without asking."""
    return ReferenceId(str(uuid.uuid5(_NAMESPACE, f"{office}|{kind}|{key}")))


def needs_second_person(spec: KindSpec, changed: Iterable[str], *, creates: bool = False) -> bool:
    """Return whether a change of these fields decides something, so that another person must agree."""
    if creates:
        return spec.additions_decide
    found = (spec.field(name) for name in changed)
    return any(field is None or field.decides for field in found)


def told(spec: KindSpec | None, name: str, text: str) -> str:
    """Return what a change and its history say of a field: of a picture its SHA-256, else the text."""
    field = None if spec is None else spec.field(name)
    if field is None or field.shape is not FieldShape.FILE or not text or text.startswith(PICTURE_MARK):
        return text
    return PICTURE_MARK + hashlib.sha256(text.encode()).hexdigest()


def is_active(fields: Fields) -> bool:
    """Return whether an entry is in use: it is unless it says otherwise."""
    return fields.get("active", YES) in (YES, "")


def is_valid_on(fields: Fields, day: date) -> bool:
    """Return whether an entry is in use and valid on ``day``."""
    first, last = fields.get("valid_from", ""), fields.get("valid_to", "")
    text = day.isoformat()
    return is_active(fields) and (not first or first <= text) and (not last or text <= last)


def lines_of(text: str) -> tuple[str, ...]:
    """Return the items of a list field: one a line, empty ones left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
