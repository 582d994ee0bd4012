"""Tables of what happened: operations, the device's stream, receipts, the feed, keys and the audit trail."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from creditbank_desktop.models.row import TableRow

OWN = "own"
PULLED = "pulled"


class OperationRow(TableRow):
    """One stored operation; ``local_order`` is the order in which it took effect here.

    ``feed_number`` is where the server's feed had a pulled one, 0 for all others.
    """

    __tablename__ = "operation"
    __table_args__ = (
        Index(None, "application", "local_order"),
        Index(None, "learner", "local_order"),
        Index(None, "feed_number"),
        CheckConstraint("feed_number >= 0", name="feed_number_counts_up"),
        {"sqlite_autoincrement": True},
    )
    local_order: Mapped[int] = mapped_column(primary_key=True)
    op_id: Mapped[str] = mapped_column(unique=True)
    data: Mapped[bytes]
    type: Mapped[str]
    person: Mapped[str]
    device: Mapped[str]
    office: Mapped[str]
    at: Mapped[datetime]
    on_day: Mapped[date]
    learner: Mapped[str | None]
    application: Mapped[str | None]
    origin: Mapped[str]
    feed_number: Mapped[int] = mapped_column(server_default="0")
    row_hash: Mapped[str] = mapped_column(server_default="")


class StreamRow(TableRow):
    """The place of an own operation in one incarnation of this device's stream."""

    __tablename__ = "stream"
    __table_args__ = (Index(None, "op_id"), {"sqlite_with_rowid": False})
    incarnation: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    device: Mapped[str]
    op_id: Mapped[str] = mapped_column(ForeignKey("operation.op_id"))
    head_hash: Mapped[str]


class ReceiptRow(TableRow):
    """The server's answer to one own operation; a later row of the same operation counts more.

    ``answer`` is the signed message that it came in, NULL where the feed or an older program told it.
    """

    __tablename__ = "receipt"
    __table_args__ = (Index(None, "op_id", "number"), Index(None, "result"), {"sqlite_autoincrement": True})
    number: Mapped[int] = mapped_column(primary_key=True)
    op_id: Mapped[str]
    result: Mapped[str]
    code: Mapped[str]
    server_sequence: Mapped[int]
    server_at: Mapped[datetime]
    answer: Mapped[int | None]
    row_hash: Mapped[str] = mapped_column(server_default="")


class ServerAnswerRow(TableRow):
    """A message of the server as it came, with its signature: what receipts are checked against."""

    __tablename__ = "server_answer"
    __table_args__ = ({"sqlite_autoincrement": True},)
    number: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[bytes]


class SyncStateRow(TableRow):
    """What is known of the server: the one row of feed cursor, sent and acknowledged places."""

    __tablename__ = "sync_state"
    single: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[str]
    feed_number: Mapped[int]
    sent_sequence: Mapped[int]
    acknowledged_sequence: Mapped[int]
    acknowledged_hash: Mapped[str]
    last_contact_at: Mapped[datetime | None]
    version: Mapped[int]


class HeldRow(TableRow):
    """A pulled operation that could not take effect: it waits for another, or people must look at it."""

    __tablename__ = "held"
    __table_args__ = (Index(None, "standing", "feed_number"),)
    held: Mapped[int] = mapped_column(primary_key=True)
    op_id: Mapped[str]
    data: Mapped[bytes]
    standing: Mapped[str]
    code: Mapped[str]
    detail: Mapped[str]
    feed_number: Mapped[int]
    received_at: Mapped[datetime]


class LearnerKeyRow(TableRow):
    """The key that seals one learner's personal fields; NULL once it was destroyed."""

    __tablename__ = "learner_key"
    learner: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[bytes | None]
    destroyed_at: Mapped[datetime | None]


class DeviceIdentityRow(TableRow):
    """Who this device is; one row. The secrets lie in the encrypted database only."""

    __tablename__ = "device_identity"
    device: Mapped[str] = mapped_column(primary_key=True)
    office: Mapped[str]
    name: Mapped[str]
    code: Mapped[str]
    signing_seed: Mapped[bytes]
    box_key: Mapped[bytes]
    incarnation: Mapped[str]
    began_at: Mapped[datetime]
    version: Mapped[int]


class AuditRow(TableRow):
    """One line of the audit trail, chained to the one before."""

    __tablename__ = "audit"
    __table_args__ = (
        Index(None, "subject_kind", "subject", "number"),
        Index(None, "person", "number"),
        Index(None, "action", "number"),
        Index(None, "at", "number"),
        {"sqlite_autoincrement": True},
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    person: Mapped[str]
    device: Mapped[str]
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject: Mapped[str]
    detail: Mapped[str]
    op_id: Mapped[str | None]
    previous: Mapped[str]
    hash: Mapped[str]


class AuditCheckpointRow(TableRow):
    """How far every chain had come, signed by this device; ``data`` are the bytes of a `TrailHead`."""

    __tablename__ = "audit_checkpoint"
    __table_args__ = (Index(None, "audit_number"), {"sqlite_autoincrement": True})
    number: Mapped[int] = mapped_column(primary_key=True)
    audit_number: Mapped[int]
    data: Mapped[bytes]
    signature: Mapped[bytes]


class AuditCountersignatureRow(TableRow):
    """What the server said to a checkpoint; ``data`` are the bytes of a `Countersignature`."""

    __tablename__ = "audit_countersignature"
    __table_args__ = ({"sqlite_autoincrement": True},)
    number: Mapped[int] = mapped_column(primary_key=True)
    checkpoint: Mapped[int] = mapped_column(ForeignKey("audit_checkpoint.number"))
    data: Mapped[bytes]
    signature: Mapped[bytes]
    row_hash: Mapped[str]
