"""Tables of applications: the file, its outcome lines, materials, deeds and duplicate keys."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from creditbank_desktop.models.column_types import ExactDecimal
from creditbank_desktop.models.row import TableRow


class ApplicationRow(TableRow):
    """The head of a file."""

    __tablename__ = "application"
    __table_args__ = (
        Index(None, "state", "promised_on", "application"),
        Index(None, "state", "received_on", "application"),
        Index(None, "learner", "received_on"),
    )
    application: Mapped[str] = mapped_column(primary_key=True)
    learner: Mapped[str] = mapped_column(ForeignKey("learner.learner"))
    office: Mapped[str]
    programme: Mapped[str]
    receipt_number: Mapped[str] = mapped_column(index=True)
    state: Mapped[str]
    received_on: Mapped[date]
    entered_on: Mapped[date]
    promised_on: Mapped[date]
    accepted_on: Mapped[date | None]
    rule_set_family: Mapped[str | None]
    rule_set_version: Mapped[int | None]
    rule_set_hash: Mapped[str | None]
    supplement_due_on: Mapped[date | None]
    supplement_extended: Mapped[bool]
    resume_to: Mapped[str | None]
    publicity_from: Mapped[date | None]
    publicity_to: Mapped[date | None]
    delivered_on: Mapped[date | None]
    delivered_how: Mapped[str]
    proxy: Mapped[str | None]
    note: Mapped[str]
    scans_disposed_on: Mapped[date | None]
    revision: Mapped[int]


class OutcomeLineRow(TableRow):
    """One outcome of a file with what was decided; ``details`` and ``second`` are canonical JSON.

    ``has_outcome`` is false once the learner's key was destroyed, ``decided`` false while the line is open.
    """

    __tablename__ = "outcome_line"
    __table_args__ = (
        Index(None, "type", "title_folded", "level", "decided_on"),
        Index(None, "application", "position"),
        Index(None, "line"),
    )
    application: Mapped[str] = mapped_column(ForeignKey("application.application"), primary_key=True)
    line: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    type: Mapped[str]
    withdrawn: Mapped[bool]
    entry: Mapped[str | None]
    requested_kind: Mapped[str]
    requested_code: Mapped[str]
    has_outcome: Mapped[bool]
    title: Mapped[str | None]
    title_folded: Mapped[str | None]
    issuer: Mapped[str | None]
    issued_on: Mapped[date | None]
    valid_until: Mapped[date | None]
    evidence_number: Mapped[str | None]
    level: Mapped[str | None]
    hours: Mapped[int | None]
    raw_score: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    score_scale: Mapped[str | None]
    language: Mapped[str | None]
    aliases: Mapped[str | None]
    verified_by: Mapped[str | None]
    verification_state: Mapped[str | None]
    details: Mapped[str | None]
    decided: Mapped[bool]
    result: Mapped[str | None]
    credits: Mapped[Decimal | None]
    computed_credits: Mapped[Decimal | None]
    target_kind: Mapped[str | None]
    target_code: Mapped[str | None]
    grade_text: Mapped[str | None]
    counts_for_gpa: Mapped[bool | None]
    rule: Mapped[str | None]
    rule_version: Mapped[int | None]
    rule_clause: Mapped[str | None]
    rule_family: Mapped[str | None]
    rule_set_hash: Mapped[str | None]
    needs_second_opinion: Mapped[bool | None]
    reason_codes: Mapped[str | None]
    reason_text: Mapped[str | None]
    explanation: Mapped[str | None]
    decided_on: Mapped[date | None]
    second: Mapped[str | None]


class DeedRow(TableRow):
    """One act done to the file, in its place."""

    __tablename__ = "deed"
    __table_args__ = (Index(None, "person", "at"), {"sqlite_with_rowid": False})
    application: Mapped[str] = mapped_column(ForeignKey("application.application"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    operation: Mapped[str]
    act: Mapped[str]
    person: Mapped[str]
    device: Mapped[str]
    at: Mapped[datetime]
    before: Mapped[str]
    after: Mapped[str]
    reason: Mapped[str]
    note: Mapped[str]
    undone: Mapped[bool]


class EvidenceRow(TableRow):
    """One material of a file; several may point to one blob."""

    __tablename__ = "evidence"
    __table_args__ = (Index(None, "blob"), {"sqlite_with_rowid": False})
    application: Mapped[str] = mapped_column(ForeignKey("application.application"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    evidence: Mapped[str]
    blob: Mapped[str]
    size_bytes: Mapped[int]
    media_type: Mapped[str]
    file_name: Mapped[str]
    material: Mapped[str]
    line: Mapped[str | None]
    pages: Mapped[int]


class ComparisonRow(TableRow):
    """Original and copy were compared."""

    __tablename__ = "comparison"
    __table_args__ = ({"sqlite_with_rowid": False},)
    application: Mapped[str] = mapped_column(ForeignKey("application.application"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    evidence: Mapped[str]
    person: Mapped[str]
    at: Mapped[datetime]


class MissingMaterialRow(TableRow):
    """One thing that the open supplement notice asks for."""

    __tablename__ = "missing_material"
    __table_args__ = ({"sqlite_with_rowid": False},)
    application: Mapped[str] = mapped_column(ForeignKey("application.application"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    material: Mapped[str]
    line: Mapped[str | None]
    note: Mapped[str]


class DuplicateKeyRow(TableRow):
    """A key under which another record of the same outcome would be found."""

    __tablename__ = "duplicate_key"
    __table_args__ = (Index(None, "application"), {"sqlite_with_rowid": False})
    duplicate_key: Mapped[str] = mapped_column(primary_key=True)
    application: Mapped[str] = mapped_column(ForeignKey("application.application"), primary_key=True)
    line: Mapped[str] = mapped_column(primary_key=True)
    learner: Mapped[str] = mapped_column(ForeignKey("learner.learner"))
