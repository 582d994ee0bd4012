"""Reference data as rows and back."""

from __future__ import annotations

from typing import Any

from creditbank_desktop.domain.codec import decode, encode
from creditbank_desktop.domain.reference import ReferenceItem, ReferenceProposal, ReferenceVersion
from creditbank_desktop.models.projection import Projection
from creditbank_desktop.models.reference_rows import ReferenceItemRow, ReferenceProposalRow


def item_projection(item: ReferenceItem) -> Projection:
    """Return the row of an entry."""
    values = {
        "item": item.item,
        "office": item.office,
        "kind": item.kind,
        "key": item.key,
        "versions": encode(item.versions).decode(),
    }
    return Projection(ReferenceItemRow, values)


def item_of(row: Any) -> ReferenceItem:
    """Return the entry that a `ReferenceItemRow` holds."""
    versions = decode(tuple[ReferenceVersion, ...], row.versions.encode())
    return ReferenceItem(row.item, row.office, row.kind, row.key, versions)


def proposal_projection(proposal: ReferenceProposal) -> Projection:
    """Return the row of a proposal."""
    values = {
        "proposal": proposal.proposal,
        "office": proposal.office,
        "state": proposal.state.value,
        "proposed_by": proposal.proposed_by,
        "proposed_at": proposal.proposed_at,
        "settle_operation": proposal.settle_operation,
        "document": encode(proposal).decode(),
    }
    return Projection(ReferenceProposalRow, values)


def proposal_of(row: Any) -> ReferenceProposal:
    """Return the proposal that a `ReferenceProposalRow` holds."""
    return decode(ReferenceProposal, row.document.encode())
