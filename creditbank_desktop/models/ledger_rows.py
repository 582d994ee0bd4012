"""Tables of the credit ledger, issued papers, document numbers, drafts, settings and evidence files."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from creditbank_desktop.models.row import TableRow


class LedgerEntryRow(TableRow):
    """One entry of an account.

    ``written`` is the canonical JSON that the entry's hash covers: "3" and "3.0" credits are one amount and
    two texts, so the value is read back from it and the columns serve searching.
    """

    __tablename__ = "ledger_entry"
    __table_args__ = (
        UniqueConstraint("account", "number"),
        CheckConstraint("number > 0", name="number_counts_from_one"),
        Index(None, "line"),
        Index(None, "source"),
        Index(None, "reverses"),
    )
    entry: Mapped[str] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("learner.learner"))
    number: Mapped[int]
    kind: Mapped[str]
    credits: Mapped[Decimal]
    effective_on: Mapped[date]
    posted_at: Mapped[datetime]
    application: Mapped[str | None]
    line: Mapped[str | None]
    outcome_type: Mapped[str | None]
    source: Mapped[str]
    target_kind: Mapped[str]
    target_code: Mapped[str]
    rule: Mapped[str | None]
    rule_family: Mapped[str | None]
    reverses: Mapped[str | None] = mapped_column(ForeignKey("ledger_entry.entry"))
    valid_until: Mapped[date | None]
    server_sequence: Mapped[int]
    written: Mapped[str]


class AccountHeadRow(TableRow):
    """Where an account's chain ends; ``entries`` is its version."""

    __tablename__ = "account_head"
    account: Mapped[str] = mapped_column(ForeignKey("learner.learner"), primary_key=True)
    entries: Mapped[int]
    hash: Mapped[str]
    balance: Mapped[Decimal]


class PaperRow(TableRow):
    """One issued paper."""

    __tablename__ = "paper"
    __table_args__ = (
        Index(None, "learner", "issued_on"),
        Index(None, "application"),
        Index(None, "issued_on", "paper"),
    )
    paper: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    number: Mapped[str] = mapped_column(index=True)
    language: Mapped[str]
    learner: Mapped[str] = mapped_column(ForeignKey("learner.learner"))
    office: Mapped[str]
    issued_by: Mapped[str]
    issued_on: Mapped[date]
    sha256: Mapped[str]
    operation: Mapped[str]
    application: Mapped[str | None]
    up_to_entry: Mapped[int]
    data: Mapped[str | None]
    copies: Mapped[int]
    voided: Mapped[bool]
    void_reason: Mapped[str]
    version: Mapped[int]


class DraftRow(TableRow):
    """Input that was not handed in yet."""

    __tablename__ = "draft"
    __table_args__ = (Index(None, "person", "kind", "updated_at"),)
    draft: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str]
    kind: Mapped[str]
    learner: Mapped[str | None]
    data: Mapped[str]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class SettingRow(TableRow):
    """One setting of this device; ``value`` is canonical JSON."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
    version: Mapped[int]


class DocumentCounterRow(TableRow):
    """The next number of a kind of paper, without a gap."""

    __tablename__ = "document_counter"
    office_code: Mapped[str] = mapped_column(primary_key=True)
    device_code: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    next_number: Mapped[int]
    version: Mapped[int]


class VoidedNumberRow(TableRow):
    """A number that was taken and then not used, and why."""

    __tablename__ = "voided_number"
    number: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str]
    person: Mapped[str]
    at: Mapped[datetime]


class BlobRow(TableRow):
    """An evidence file kept on this device; ``sent_at`` once the server has it.

    ``disposed_at`` when no live record needed it any more, ``removed_at`` once its file was deleted.
    """

    __tablename__ = "blob"
    __table_args__ = (Index(None, "sent_at"),)
    blob: Mapped[str] = mapped_column(primary_key=True)
    size_bytes: Mapped[int]
    stored_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    disposed_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
