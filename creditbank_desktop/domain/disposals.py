"""The register of disposals: what was to be destroyed, by which rule, who proposed, approved and did it.

An entry is kept for ever and names nobody: learners and files stand in it by internal keys, which mean
nothing once what they led to is gone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import DisposalId, OfficeId, PersonId
from creditbank_desktop.domain.people import Role

MOST_ITEMS = 500
"""Records in one entry of the register: what two people can look through before they answer for it."""

PROPOSERS = frozenset({Role.ARCHIVIST, Role.REGISTRY_OFFICER})
APPROVERS = frozenset({Role.ARCHIVIST, Role.REGISTRY_OFFICER, Role.ACADEMIC_OFFICE})
DISPOSERS = frozenset({Role.ARCHIVIST})


class DisposalKind(StrEnum):
    """What is destroyed: everything that tells who a learner is, or the scans of one file."""

    LEARNER = "learner"
    SCANS = "scans"


class DisposalState(StrEnum):
    """How far an entry of the register has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    CARRIED_OUT = "carried_out"


@dataclass(frozen=True, slots=True)
class DisposalItem:
    """One record to dispose of: a learner's or an application's key, by ``kind``."""

    kind: DisposalKind
    subject: str


@dataclass(frozen=True, slots=True)
class Disposal:
    """One entry of the register.

    ``rule`` is the key of the retention rule and ``clause`` what it rests on, as it was worded then;
    ``due_by`` is the day by which everything in it was due. ``learners``, ``files`` and ``pieces`` count what
    was destroyed: people, files whose scans went, and scans.
    """

    disposal: DisposalId
    office: OfficeId
    rule: str
    clause: str
    due_by: date
    items: tuple[DisposalItem, ...]
    proposed_by: PersonId
    proposed_at: datetime
    state: DisposalState = DisposalState.PROPOSED
    decided_by: PersonId | None = None
    decided_at: datetime | None = None
    reason: str = ""
    carried_out_by: PersonId | None = None
    carried_out_at: datetime | None = None
    learners: int = 0
    files: int = 0
    pieces: int = 0
    revision: int = 1

    def check_covers(self, item: DisposalItem) -> None:
        """Raise `Refused` ("disposal.not_approved", "disposal.other_item") unless ``item`` may go now."""
        if self.state is not DisposalState.APPROVED:
            raise Refused("disposal.not_approved", disposal=self.disposal, state=self.state.value)
        if item not in self.items:
            raise Refused("disposal.other_item", disposal=self.disposal, subject=item.subject)

    def decided(self, person: PersonId, at: datetime, *, approved: bool, reason: str = "") -> Disposal:
        """Return the entry after a second person said yes or no.

        Raises `Refused`: "disposal.wrong_state", "disposal.four_eyes" for whoever proposed it.
        """
        self._check_state(DisposalState.PROPOSED)
        if approved and person == self.proposed_by:
            raise Refused("disposal.four_eyes", disposal=self.disposal, person=person)
        return replace(
            self,
            state=DisposalState.APPROVED if approved else DisposalState.REJECTED,
            decided_by=person,
            decided_at=at,
            reason=reason,
            revision=self.revision + 1,
        )

    def done(self, person: PersonId, at: datetime, counts: tuple[int, int, int]) -> Disposal:
        """Return the entry once everything in it is gone; ``counts`` are learners, files and pieces.

        Raises `Refused` ("disposal.wrong_state").
        """
        self._check_state(DisposalState.APPROVED)
        learners, files, pieces = counts
        return replace(
            self,
            state=DisposalState.CARRIED_OUT,
            carried_out_by=person,
            carried_out_at=at,
            learners=learners,
            files=files,
            pieces=pieces,
            revision=self.revision + 1,
        )

    def _check_state(self, wanted: DisposalState) -> None:
        if self.state is not wanted:
            raise Refused("disposal.wrong_state", disposal=self.disposal, state=self.state.value)
