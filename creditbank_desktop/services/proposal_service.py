"""Changes that decide something: proposed by one person, settled by another."""

from __future__ import annotations

from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ProposalId
from creditbank_desktop.domain.operations.reference_bodies import ReferenceSettled, ReferenceWithdrawn
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference import ProposalState, ReferenceProposal, reference_id
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.reading import LONGEST_LONG_TEXT, read_text
from creditbank_desktop.services.reference_changes import stale
from creditbank_desktop.services.reference_reading import change_view, proposal_row
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.retention_service import effect_of
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
        return self._room.store.read(
            lambda reader: tuple(
                proposal_row(reader, one, actor) for one in reader.reference_proposals(pending=True)
            )
        )

    @permitted
    def settled(self, actor: Actor, limit: int = 100) -> tuple[ProposalRow, ...]:
        """Return the proposals that were settled or withdrawn, the latest first."""
        return self._room.store.read(
            lambda reader: tuple(
                proposal_row(reader, one, actor)
                for one in reader.reference_proposals(pending=False, limit=limit)
            )
        )

    @permitted
    def proposal(self, actor: Actor, proposal: ProposalId) -> ProposalView:
        """Return one proposal with every change; raises `Refused` ("reference_proposal.unknown")."""

        def work(reader: Reader) -> ProposalView:
            found = _known(reader, proposal)
            book = self._room.reference.book
            changes = tuple(change_view(book, one, found.state) for one in found.changes)
            pending = found.state is ProposalState.PENDING
            effect = effect_of(self._room, reader, found.changes) if pending else None
            return ProposalView(proposal_row(reader, found, actor), changes, effect)

        return self._room.store.read(work)

    @permitted
    def approve(self, actor: Actor, proposal: ProposalId, note: str = "") -> OpResult[None]:
        """Put a proposal of another person in force.

        Raises `Refused`: "reference.own_proposal", "reference.settled_before", "reference.stale" (title) when
        an entry has changed since; then it is turned down or withdrawn and proposed anew.
        """
        said = read_text(note, "note", LONGEST_LONG_TEXT)

        def work(unit: UnitOfWork) -> None:
            found = _known(unit, proposal)
            book = self._room.reference.book
            if found.state is ProposalState.PENDING:
                for change in found.changes:
                    if stale(book, change):
                        title = change_view(book, change, found.state).title
                        raise Refused("reference.stale", title=title)
            ids = [reference_id(found.office, one.kind, one.key) for one in found.changes]
            known = {item.item: item.revision for item in unit.reference_items(ids)}
            revisions = tuple(known.get(item, 0) for item in ids)
            unit.record(actor, ReferenceSettled(proposal, True, said, revisions))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    @permitted
    def reject(self, actor: Actor, proposal: ProposalId, reason: str) -> OpResult[None]:
        """Turn a proposal of another person down, with a reason; raises `Problems` and as `approve`."""
        said = read_text(reason, "reason", LONGEST_LONG_TEXT)
        if not said:
            raise Problems([Problem("field.required", "reason")])
        written = self._room.store.write(
            lambda unit: unit.record(actor, ReferenceSettled(proposal, False, said))
        )
        return OpResult(None, written.changes)

    @permitted
    def withdraw(self, actor: Actor, proposal: ProposalId) -> OpResult[None]:
        """Take the actor's own open proposal back; raises `Refused` ("undo.other_person", …)."""
        written = self._room.store.write(lambda unit: unit.record(actor, ReferenceWithdrawn(proposal)))
        return OpResult(None, written.changes)


def _known(reader: Reader, proposal: ProposalId) -> ReferenceProposal:
    found = reader.reference_proposal(proposal)
    if found is None:
        raise Refused("reference_proposal.unknown", proposal=proposal)
    return found
