"""Changes that decide something: proposed by one person, settled by another."""

from __future__ import annotations

from creditbank_desktop.domain.ids import ProposalId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_reference import ProposalRow, ProposalView
from creditbank_desktop.services.workroom import Workroom


class ProposalService:
    """Actions on proposals. Undoing a settlement: `ReferenceService.undo`."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def pending(self, actor: Actor) -> tuple[ProposalRow, ...]:
        """Return the open proposals, the oldest first."""
        raise NotImplementedError

    @permitted
    def settled(self, actor: Actor, limit: int = 100) -> tuple[ProposalRow, ...]:
        """Return the proposals that were settled or withdrawn, the latest first."""
        raise NotImplementedError

    @permitted
    def proposal(self, actor: Actor, proposal: ProposalId) -> ProposalView:
        """Return one proposal with every change; raises `Refused` ("reference.no_proposal")."""
        raise NotImplementedError

    @permitted
    def approve(self, actor: Actor, proposal: ProposalId, note: str = "") -> OpResult[None]:
        """Put a proposal of another person in force.

        Raises `Refused` ("reference.own_proposal", "reference.settled_before", "reference.stale").
        """
        raise NotImplementedError

    @permitted
    def reject(self, actor: Actor, proposal: ProposalId, reason: str) -> OpResult[None]:
        """Turn a proposal of another person down, with a reason; raises `Problems` and as `approve`."""
        raise NotImplementedError

    @permitted
    def withdraw(self, actor: Actor, proposal: ProposalId) -> OpResult[None]:
        """Take the actor's own open proposal back; raises `Refused`."""
        raise NotImplementedError
