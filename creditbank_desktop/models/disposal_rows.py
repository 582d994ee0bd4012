"""The table of the register of disposals, and its rows as entries and back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from creditbank_desktop.domain.codec import Plain, canonical_bytes, from_plain, plain_of, to_plain
from creditbank_desktop.domain.disposals import Disposal, DisposalItem, DisposalState
from creditbank_desktop.models.projection import Projection
from creditbank_desktop.models.row import TableRow


class DisposalRow(TableRow):
    """One entry of the register; ``items`` is canonical JSON, ids only."""

    __tablename__ = "disposal"
    __table_args__ = (Index(None, "state", "proposed_at"),)
    disposal: Mapped[str] = mapped_column(primary_key=True)
    office: Mapped[str]
    rule: Mapped[str]
    clause: Mapped[str]
    due_by: Mapped[date]
    items: Mapped[str]
    proposed_by: Mapped[str]
    proposed_at: Mapped[datetime]
    state: Mapped[str]
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    reason: Mapped[str]
    carried_out_by: Mapped[str | None]
    carried_out_at: Mapped[datetime | None]
    learners: Mapped[int]
    files: Mapped[int]
    pieces: Mapped[int]
    revision: Mapped[int]


_SAME = (
    "disposal",
    "office",
    "rule",
    "clause",
    "due_by",
    "proposed_by",
    "proposed_at",
    "decided_by",
    "decided_at",
    "reason",
    "carried_out_by",
    "carried_out_at",
    "learners",
    "files",
    "pieces",
    "revision",
)


def disposal_projection(disposal: Disposal) -> Projection:
    """Return the row of an entry."""
    values: dict[str, Any] = {name: getattr(disposal, name) for name in _SAME}
    values["state"] = disposal.state.value
    values["items"] = canonical_bytes(to_plain(disposal.items)).decode()
    return Projection(DisposalRow, values, revision="revision")


def disposal_of(row: Any) -> Disposal:
    """Return the entry that a `DisposalRow` holds."""
    plain = cast("list[Plain]", plain_of(row.items.encode()))
    items = tuple(from_plain(DisposalItem, item) for item in plain)
    values = {name: getattr(row, name) for name in _SAME}
    return Disposal(**values, state=DisposalState(row.state), items=items)
