"""Tables of the reference data that the office changed, and of proposals."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from creditbank_desktop.models.row import TableRow


class ReferenceItemRow(TableRow):
    """One entry that was ever changed; ``versions`` are canonical JSON, in the order that counts."""

    __tablename__ = "reference_item"
    __table_args__ = (Index(None, "kind", "key"),)
    item: Mapped[str] = mapped_column(primary_key=True)
    office: Mapped[str]
    kind: Mapped[str]
    key: Mapped[str]
    versions: Mapped[str]
    version: Mapped[int]


class ReferenceProposalRow(TableRow):
    """One proposal; ``document`` is the whole of it as canonical JSON."""

    __tablename__ = "reference_proposal"
    __table_args__ = (Index(None, "state", "proposed_at"),)
    proposal: Mapped[str] = mapped_column(primary_key=True)
    office: Mapped[str]
    state: Mapped[str]
    proposed_by: Mapped[str]
    proposed_at: Mapped[datetime]
    settle_operation: Mapped[str | None]
    document: Mapped[str]
    version: Mapped[int]
