"""Queries about the reference data that the office changed."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select

from creditbank_desktop.domain.ids import OperationId, ProposalId, ReferenceId
from creditbank_desktop.domain.reference import (
    ProposalState,
    ReferenceItem,
    ReferenceProposal,
    reference_id,
)
from creditbank_desktop.models.changes import Changes
from creditbank_desktop.models.operation_rows import OWN, OperationRow, StreamRow
from creditbank_desktop.models.reference_rows import ReferenceItemRow, ReferenceProposalRow
from creditbank_desktop.models.reference_translation import item_of, proposal_of
from creditbank_desktop.models.sync_queries import SyncQueries

_AT_ONCE = 500


class ReferenceQueries(SyncQueries):
    """What stands beside the book that the program ships."""

    def reference_items(self, items: Iterable[ReferenceId] | None = None) -> tuple[ReferenceItem, ...]:
        """Return every entry that was ever changed, or those of ``items`` that there are."""
        if items is None:
            return tuple(item_of(row) for row in self._all(select(ReferenceItemRow)))
        wanted = list(items)
        found: list[ReferenceItem] = []
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            rows = self._all(select(ReferenceItemRow).where(ReferenceItemRow.item.in_(some)))
            found += [item_of(row) for row in rows]
        return tuple(found)

    def changed_reference_items(self, changes: Changes) -> tuple[ReferenceItem, ...]:
        """Return the entries that ``changes`` of this transaction name."""
        office = self.identity.office
        keys = [key.partition("/") for kind, key in changes if kind == "reference"]
        return self.reference_items(reference_id(office, kind, key) for kind, _, key in keys) if keys else ()

    def reference_proposals(self, *, pending: bool, limit: int = 500) -> tuple[ReferenceProposal, ...]:
        """Return the open proposals, the oldest first, or the settled ones, the latest first."""
        row = ReferenceProposalRow
        open_ones = row.state == ProposalState.PENDING.value
        statement = select(row).where(open_ones if pending else ~open_ones).limit(limit)
        order = row.proposed_at if pending else row.proposed_at.desc()
        return tuple(proposal_of(found) for found in self._all(statement.order_by(order, row.proposal)))

    def proposal_settled_by(self, operation: OperationId) -> ProposalId | None:
        """Return which proposal an operation settled."""
        row = ReferenceProposalRow
        found = self._connection.scalar(select(row.proposal).where(row.settle_operation == operation))
        return None if found is None else ProposalId(found)

    def is_unsent(self, operation: OperationId) -> bool:
        """Return whether an operation of this device was not yet handed to the network."""
        place = self._connection.scalar(
            select(func.max(StreamRow.seq))
            .join(OperationRow, OperationRow.op_id == StreamRow.op_id)
            .where(
                StreamRow.op_id == operation,
                OperationRow.origin == OWN,
                StreamRow.incarnation == self.incarnation(),
            )
        )
        return place is not None and int(place) > self.sent_sequence()
