"""The server's tables.

Every unique key begins with the column by which the table can be spread over machines: the office, or the
learner for what must be unique whichever office works on it.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    Identity,
    Index,
    LargeBinary,
    MetaData,
    Numeric,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    true,
)
from sqlalchemy import Boolean as Flag

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "pk": "pk_%(table_name)s",
}
APPEND_ONLY = (
    "operations",
    "feed",
    "stream_positions",
    "receipts",
    "ledger_entries",
    "trail_heads",
    "trail_notes",
    "look_ups",
)
"""Tables whose rows are never changed or deleted; triggers see to it."""


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe_text(name: str) -> Column[str]:
    return Column(name, Text, nullable=True)


def _number(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False)


def _bytes(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


def _moment(name: str) -> Column[object]:
    return Column(name, DateTime(timezone=True), nullable=False)


def _maybe_moment(name: str) -> Column[object]:
    return Column(name, DateTime(timezone=True), nullable=True)


def _decimal(name: str) -> Column[object]:
    return Column(name, Numeric, nullable=False)


def tables() -> MetaData:
    """Return all tables."""
    metadata = MetaData(naming_convention=NAMES)
    _identity(metadata)
    _streams(metadata)
    _operations(metadata)
    _records(metadata)
    _postings(metadata)
    _staff(metadata)
    _sharing(metadata)
    return metadata


def _identity(metadata: MetaData) -> None:
    Table(
        "server_identity",
        metadata,
        Column("single", SmallInteger, primary_key=True, autoincrement=False),
        *map(_text, ("device", "person", "office", "epoch")),
        *map(_bytes, ("signing_key", "person_key", "box_key")),
        _moment("made_at"),
    )
    Table(
        "offices",
        metadata,
        _text("office"),
        _number("feed_number"),
        _text("incarnation"),
        _number("stream_sequence"),
        _text("stream_hash"),
        _number("durable_through"),
        _moment("opened_at"),
        PrimaryKeyConstraint("office"),
    )
    Table(
        "devices",
        metadata,
        *map(_text, ("office", "device", "name", "program")),
        *map(_bytes, ("signing_key", "box_key")),
        Column("active", Flag, nullable=False, server_default=true()),
        _moment("enrolled_at"),
        _maybe_moment("seen_at"),
        PrimaryKeyConstraint("office", "device"),
    )
    Table(
        "enrolment_codes",
        metadata,
        _text("secret_sha256"),
        _maybe_text("office"),
        _moment("issued_at"),
        _moment("expires_at"),
        _maybe_moment("used_at"),
        _maybe_text("device"),
        Column("request_sha256", Text, nullable=True),
        Column("answer", LargeBinary, nullable=True),
        PrimaryKeyConstraint("secret_sha256"),
    )
    Table(
        "person_keys",
        metadata,
        *map(_text, ("office", "person")),
        _bytes("public_key"),
        PrimaryKeyConstraint("office", "person", "public_key"),
    )


def _streams(metadata: MetaData) -> None:
    Table(
        "streams",
        metadata,
        *map(_text, ("office", "device", "incarnation")),
        _number("sequence"),
        _text("hash"),
        _moment("begun_at"),
        PrimaryKeyConstraint("office", "device", "incarnation"),
    )
    Table(
        "stream_positions",
        metadata,
        *map(_text, ("office", "device", "incarnation")),
        _number("sequence"),
        _text("operation"),
        _text("hash"),
        PrimaryKeyConstraint("office", "device", "incarnation", "sequence"),
    )
    Table(
        "trail_heads",
        metadata,
        *map(_text, ("office", "device")),
        *map(_number, ("number", "held_audit", "shown_audit")),
        *map(_bytes, ("head", "signature", "answer")),
        *map(_text, ("head_sha256", "verdict")),
        _moment("received_at"),
        PrimaryKeyConstraint("office", "device", "number"),
    )
    Table(
        "trail_notes",
        metadata,
        *map(_text, ("office", "device")),
        _number("number"),
        _text("reason"),
        _moment("noted_at"),
        PrimaryKeyConstraint("office", "device", "number"),
    )
    Table(
        "receipts",
        metadata,
        *map(_text, ("office", "manifest_sha256", "device")),
        _bytes("answer"),
        _moment("made_at"),
        PrimaryKeyConstraint("office", "manifest_sha256"),
    )


def _operations(metadata: MetaData) -> None:
    Table(
        "operations",
        metadata,
        *map(_text, ("office", "operation", "sha256", "type", "device", "person")),
        _maybe_text("learner"),
        _bytes("data"),
        _moment("stored_at"),
        PrimaryKeyConstraint("office", "operation"),
        Index("ix_operations_office_learner", "office", "learner"),
    )
    Table(
        "feed",
        metadata,
        _text("office"),
        _number("number"),
        _text("operation"),
        PrimaryKeyConstraint("office", "number"),
        UniqueConstraint("office", "operation"),
    )
    Table(
        "held_operations",
        metadata,
        *map(_text, ("office", "operation", "sha256", "device", "waits_for", "subject", "code", "params")),
        _bytes("data"),
        _moment("held_at"),
        Column("arrival", BigInteger, Identity(always=True), nullable=False),
        PrimaryKeyConstraint("office", "operation"),
        Index("ix_held_operations_office_waits_for", "office", "waits_for"),
    )
    Table(
        "refused_operations",
        metadata,
        *map(_text, ("office", "operation", "sha256", "device", "state", "code", "params")),
        _bytes("data"),
        _moment("refused_at"),
        PrimaryKeyConstraint("office", "operation", "sha256"),
    )


def _records(metadata: MetaData) -> None:
    Table(
        "records",
        metadata,
        *map(_text, ("office", "kind", "id")),
        _maybe_text("learner"),
        _bytes("document"),
        PrimaryKeyConstraint("office", "kind", "id"),
        Index("ix_records_office_learner", "office", "learner"),
    )
    Table(
        "learner_keys",
        metadata,
        *map(_text, ("learner", "office")),
        Column("wrapped", LargeBinary, nullable=True),
        _moment("received_at"),
        _maybe_moment("destroyed_at"),
        PrimaryKeyConstraint("learner"),
    )
    Table(
        "case_deadlines",
        metadata,
        *map(_text, ("office", "application", "state")),
        Column("due_on", Date, nullable=False),
        PrimaryKeyConstraint("office", "application"),
        Index("ix_case_deadlines_due_on_office", "due_on", "office"),
    )
    Table(
        "blobs",
        metadata,
        *map(_text, ("office", "blob")),
        _number("size_bytes"),
        _moment("stored_at"),
        PrimaryKeyConstraint("office", "blob"),
    )
    Table(
        "blob_uses",
        metadata,
        *map(_text, ("office", "blob", "application")),
        PrimaryKeyConstraint("office", "blob", "application"),
        Index(None, "office", "application"),
    )


def _postings(metadata: MetaData) -> None:
    Table(
        "account_heads",
        metadata,
        *map(_text, ("account", "office", "hash")),
        _number("entries"),
        _decimal("balance"),
        PrimaryKeyConstraint("account"),
    )
    Table(
        "ledger_entries",
        metadata,
        _text("account"),
        _number("number"),
        *map(_text, ("entry", "office", "kind", "hash")),
        _decimal("credits"),
        _maybe_text("application"),
        _maybe_text("line"),
        _maybe_text("reverses"),
        _number("server_sequence"),
        Column("effective_on", Date, nullable=False),
        _moment("posted_at"),
        _bytes("document"),
        PrimaryKeyConstraint("account", "number"),
        UniqueConstraint("account", "entry"),
        Index("ix_ledger_entries_office_entry", "office", "entry"),
    )
    Table(
        "posting_guards",
        metadata,
        *map(
            _text, ("learner", "source_key", "target_kind", "target_code", "rule_family", "office", "entry")
        ),
        PrimaryKeyConstraint("learner", "source_key", "target_kind", "target_code", "rule_family"),
        Index("ix_posting_guards_learner_entry", "learner", "entry"),
    )
    Table(
        "posting_conflicts",
        metadata,
        *map(_text, ("office", "application", "line", "operation", "code", "params")),
        _moment("found_at"),
        _maybe_moment("settled_at"),
        PrimaryKeyConstraint("office", "application", "line", "operation"),
    )


def _staff(metadata: MetaData) -> None:
    Table(
        "staff",
        metadata,
        *map(_text, ("office", "login", "name", "roles", "code_sha256")),
        _moment("added_at"),
        PrimaryKeyConstraint("office", "login"),
    )
    Table(
        "staff_lists",
        metadata,
        _text("office"),
        _number("version"),
        _bytes("data"),
        PrimaryKeyConstraint("office", "version"),
    )
    Table(
        "recovery_keys",
        metadata,
        _text("key_id"),
        _bytes("public_key"),
        _moment("made_at"),
        PrimaryKeyConstraint("key_id"),
    )


def _sharing(metadata: MetaData) -> None:
    Table(
        "learner_marks",
        metadata,
        *map(_text, ("office", "learner", "mark")),
        PrimaryKeyConstraint("office", "learner", "mark"),
        Index("ix_learner_marks_mark", "mark"),
    )
    Table(
        "brought_learners",
        metadata,
        *map(_text, ("office", "learner", "home")),
        _bytes("home_sha256"),
        _moment("brought_at"),
        PrimaryKeyConstraint("office", "learner"),
        Index("ix_brought_learners_learner", "learner"),
    )
    Table(
        "account_views",
        metadata,
        *map(_text, ("office", "account")),
        _number("entries"),
        PrimaryKeyConstraint("office", "account"),
    )
    Table(
        "look_ups",
        metadata,
        *map(_text, ("office", "device", "person", "found", "learner")),
        _moment("at"),
        Column("number", BigInteger, Identity(always=True), nullable=False),
        PrimaryKeyConstraint("office", "number"),
        Index("ix_look_ups_office_device_at", "office", "device", "at"),
    )
    Table(
        "account_aliases",
        metadata,
        *map(_text, ("office", "learner", "canonical", "operation")),
        _moment("made_at"),
        PrimaryKeyConstraint("learner", "office"),
        Index("ix_account_aliases_canonical", "canonical"),
    )
