"""What synchronisation asks of the store: stream, outbox, receipts, held operations, keys, files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from creditbank_desktop.domain.ids import ApplicationId, BlobHash, DeviceId, LearnerId, OperationId
from creditbank_desktop.domain.operations.stream import StreamHead
from creditbank_desktop.models.application_rows import ApplicationRow, EvidenceRow
from creditbank_desktop.models.ledger_rows import BlobRow
from creditbank_desktop.models.operation_rows import (
    OWN,
    DeviceIdentityRow,
    HeldRow,
    LearnerKeyRow,
    OperationRow,
    ReceiptRow,
    StreamRow,
    SyncStateRow,
)
from creditbank_desktop.models.shelf_reader import ShelfReader
from creditbank_desktop.models.sync_records import (
    SETTLED,
    Acknowledged,
    FeedCursor,
    HeldOperation,
    LearnerKey,
    Receipt,
    ReceiptResult,
    Standing,
)
from creditbank_desktop.models.views import (
    Delivery,
    HistoricOperation,
    KeptFile,
    OutboxStatus,
    StoredOperation,
)

_DOUBTFUL = tuple(result.value for result in ReceiptResult if result not in SETTLED)
_POSTED = ("posted", "archived")
_NOT_SENT = (BlobRow.sent_at.is_(None), BlobRow.disposed_at.is_(None))


class SyncQueries(ShelfReader):
    """Queries about what was sent, answered and received."""

    def incarnation(self) -> str:
        """Return the random name of this device's present stream (32 hexadecimal digits)."""
        return str(self._connection.scalar(select(DeviceIdentityRow.incarnation)))

    def last_act_at(self, device: DeviceId) -> datetime | None:
        """Return when the last act that is known here was done on ``device``."""
        statement = select(OperationRow.at).where(OperationRow.device == device)
        return self._connection.scalar(statement.order_by(OperationRow.local_order.desc()).limit(1))

    def stream_head(self) -> StreamHead:
        """Return where this device's stream stands in its present incarnation."""
        incarnation = self.incarnation()
        last = self._connection.execute(
            select(StreamRow.seq, StreamRow.head_hash)
            .where(StreamRow.incarnation == incarnation)
            .order_by(StreamRow.seq.desc())
            .limit(1)
        ).one_or_none()
        if last is None:
            return StreamHead(self.identity.device, incarnation)
        return StreamHead(self.identity.device, incarnation, last.seq, last.head_hash)

    def own_operations(self, after_sequence: int, limit: int) -> tuple[StoredOperation, ...]:
        """Return up to ``limit`` operations of the present incarnation behind ``after_sequence``."""
        statement = (
            select(StreamRow.seq, StreamRow.op_id, StreamRow.head_hash, OperationRow.data, OperationRow.at)
            .join(OperationRow, OperationRow.op_id == StreamRow.op_id)
            .where(StreamRow.incarnation == self.incarnation(), StreamRow.seq > after_sequence)
            .order_by(StreamRow.seq)
            .limit(limit)
        )
        return tuple(
            StoredOperation(row.seq, row.op_id, row.data, row.head_hash, row.at)
            for row in self._all(statement)
        )

    def stream_hash(self, sequence: int) -> str | None:
        """Return the chain's hash at a number of the present incarnation, None if it has no such number."""
        statement = select(StreamRow.head_hash).where(
            StreamRow.incarnation == self.incarnation(), StreamRow.seq == sequence
        )
        found: str | None = self._connection.scalar(statement)
        return found

    def operation_data(self, operation: OperationId) -> bytes | None:
        """Return the stored bytes of an operation, own or pulled."""
        found: bytes | None = self._connection.scalar(
            select(OperationRow.data).where(OperationRow.op_id == operation)
        )
        return found

    def all_operations(self, after_order: int, limit: int) -> tuple[HistoricOperation, ...]:
        """Return up to ``limit`` operations, own and pulled, that took effect behind ``after_order``."""
        row = OperationRow
        statement = (
            select(row.local_order, row.data, row.origin, row.feed_number)
            .where(row.local_order > after_order)
            .order_by(row.local_order)
            .limit(limit)
        )
        return tuple(HistoricOperation(*found) for found in self._all(statement))

    def operations_behind(self, count: int) -> tuple[int, date | None]:
        """Return how many operations took effect here after the first ``count``, and the day of the first."""
        total = self._connection.scalar(select(func.count()).select_from(OperationRow)) or 0
        if total <= count:
            return 0, None
        first = select(OperationRow.on_day).order_by(OperationRow.local_order).offset(count).limit(1)
        return total - count, self._connection.scalar(first)

    def all_learner_keys(self) -> tuple[LearnerKey, ...]:
        """Return every learner's key, destroyed ones as such."""
        rows = self._all(select(LearnerKeyRow).order_by(LearnerKeyRow.learner))
        return tuple(LearnerKey(row.learner, row.secret) for row in rows)

    def known_operations(self, operations: Iterable[OperationId]) -> frozenset[OperationId]:
        """Return those of the ids that are stored here."""
        statement = select(OperationRow.op_id).where(OperationRow.op_id.in_(list(operations)))
        return frozenset(OperationId(key) for key in self._connection.scalars(statement))

    def acknowledged(self) -> Acknowledged:
        """Return up to where the server confirmed the present incarnation."""
        state = self._sync_state()
        return Acknowledged(state.acknowledged_sequence, state.acknowledged_hash)

    def sent_sequence(self) -> int:
        """Return the last number of the present incarnation that was handed to the network."""
        return int(self._sync_state().sent_sequence)

    def feed_cursor(self) -> FeedCursor:
        """Return up to where the server's feed was taken."""
        state = self._sync_state()
        return FeedCursor(state.epoch, state.feed_number)

    def receipt(self, operation: OperationId) -> Receipt | None:
        """Return the server's latest answer to an operation."""
        rows = self._all(
            select(ReceiptRow)
            .where(ReceiptRow.op_id == operation)
            .order_by(ReceiptRow.number.desc())
            .limit(1)
        )
        return _receipt_of(rows[0]) if rows else None

    def receipts_in_doubt(self) -> tuple[Receipt, ...]:
        """Return the latest answers that are neither accepted nor duplicate, the oldest first."""
        rows = self._all(_in_doubt().order_by(ReceiptRow.number))
        return tuple(_receipt_of(row) for row in rows)

    def held_operations(self, standing: Standing | None = None) -> tuple[HeldOperation, ...]:
        """Return the pulled operations that have not taken effect, in the order of the feed."""
        statement = select(HeldRow).order_by(HeldRow.feed_number, HeldRow.held)
        if standing is not None:
            statement = statement.where(HeldRow.standing == standing.value)
        return tuple(_held_of(row) for row in self._all(statement))

    def learner_keys_to_send(self, learners: Iterable[LearnerId]) -> tuple[LearnerKey, ...]:
        """Return the keys of ``learners`` that are here; a destroyed one comes as such."""
        statement = select(LearnerKeyRow).where(LearnerKeyRow.learner.in_(list(learners)))
        rows = self._all(statement.order_by(LearnerKeyRow.learner))
        return tuple(LearnerKey(row.learner, row.secret) for row in rows)

    def blobs_to_send(self, limit: int = 1_000, *, held_back: bool = False) -> tuple[KeptFile, ...]:
        """Return evidence files that belong to an application and that the server does not have yet.

        With ``held_back`` those are left out that only applications with an unsent operation name: it may
        still be undone, and its files are then nobody's business.
        """
        named = select(EvidenceRow.blob).where(EvidenceRow.blob == BlobRow.blob)
        if held_back:
            named = named.where(EvidenceRow.application.not_in(self._unsent_applications()))
        statement = select(BlobRow).where(*_NOT_SENT, named.exists())
        rows = self._all(statement.order_by(BlobRow.stored_at, BlobRow.blob).limit(limit))
        return tuple(KeptFile(BlobHash(row.blob), row.size_bytes) for row in rows)

    def _unsent_applications(self) -> Any:
        return (
            select(OperationRow.application)
            .join(StreamRow, StreamRow.op_id == OperationRow.op_id)
            .where(
                StreamRow.incarnation == self.incarnation(),
                StreamRow.seq > self.sent_sequence(),
                OperationRow.application.is_not(None),
            )
        )

    def blobs_missing(self, limit: int = 1_000) -> tuple[KeptFile, ...]:
        """Return evidence files that applications here name and that are not on this device."""
        kept = select(BlobRow.blob).where(BlobRow.blob == EvidenceRow.blob).exists()
        statement = select(EvidenceRow.blob, EvidenceRow.size_bytes).where(~kept).distinct().limit(limit)
        return tuple(KeptFile(BlobHash(row.blob), row.size_bytes) for row in self._all(statement))

    def outbox_status(self) -> OutboxStatus:
        """Return what waits to be sent or answered, and how old the oldest of it is."""
        state = self._sync_state()
        head = self.stream_head().sequence
        sent = min(head, max(state.sent_sequence, state.acknowledged_sequence))
        files = self._connection.execute(
            # A draft's scans wait for nothing: they are sent once an application names them.
            select(func.count(), func.coalesce(func.sum(BlobRow.size_bytes), 0)).where(
                *_NOT_SENT, select(EvidenceRow.blob).where(EvidenceRow.blob == BlobRow.blob).exists()
            )
        ).one()
        return OutboxStatus(
            saved=head - sent,
            sent=sent - state.acknowledged_sequence,
            in_doubt=self._connection.scalar(select(func.count()).select_from(_in_doubt().subquery())) or 0,
            oldest_at=self.made_at(state.acknowledged_sequence + 1),
            held_here=self._connection.scalar(select(func.count()).select_from(HeldRow)) or 0,
            files=files[0],
            file_bytes=files[1],
            last_contact_at=state.last_contact_at,
        )

    def deliveries(self, applications: Iterable[ApplicationId]) -> Mapping[ApplicationId, Delivery]:
        """Return how far each application has come on its way to the server."""
        keys = list(applications)
        state = self._sync_state()
        heads = select(ApplicationRow.application, ApplicationRow.state)
        states = {
            row.application: row.state for row in self._all(heads.where(ApplicationRow.application.in_(keys)))
        }
        places = self._last_places(keys)
        doubted = self._doubted(keys)
        found: dict[ApplicationId, Delivery] = {}
        for key, standing in states.items():
            place = places.get(key, 0)
            if key in doubted:
                delivery = Delivery.IN_DOUBT
            elif place > max(state.sent_sequence, state.acknowledged_sequence):
                delivery = Delivery.SAVED
            elif place > state.acknowledged_sequence:
                delivery = Delivery.SENT
            else:
                delivery = Delivery.POSTED if standing in _POSTED else Delivery.REGISTERED
            found[ApplicationId(key)] = delivery
        return MappingProxyType(found)

    def _last_places(self, applications: list[ApplicationId]) -> dict[str, int]:
        statement = (
            select(OperationRow.application, func.max(StreamRow.seq))
            .join(StreamRow, StreamRow.op_id == OperationRow.op_id)
            .where(
                OperationRow.application.in_(applications),
                OperationRow.origin == OWN,
                StreamRow.incarnation == self.incarnation(),
            )
            .group_by(OperationRow.application)
        )
        return {row[0]: row[1] for row in self._all(statement)}

    def _doubted(self, applications: list[ApplicationId]) -> set[str]:
        doubtful = _in_doubt().subquery()
        statement = (
            select(OperationRow.application)
            .join(doubtful, doubtful.c.op_id == OperationRow.op_id)
            .where(OperationRow.application.in_(applications))
        )
        return {str(key) for key in self._connection.scalars(statement)}

    def made_at(self, sequence: int) -> datetime | None:
        """Return when the operation at a number of the present incarnation was made, if there is one."""
        statement = (
            select(OperationRow.at)
            .join(StreamRow, StreamRow.op_id == OperationRow.op_id)
            .where(StreamRow.incarnation == self.incarnation(), StreamRow.seq == sequence)
        )
        found: datetime | None = self._connection.scalar(statement)
        return found

    def _sync_state(self) -> Any:
        return self._connection.execute(select(SyncStateRow)).one()


def _in_doubt() -> Any:
    """Return the statement for the latest receipts that leave a question open, begun from those few."""
    later = aliased(ReceiptRow)
    settled = (
        select(later.number).where(later.op_id == ReceiptRow.op_id, later.number > ReceiptRow.number).exists()
    )
    return select(ReceiptRow).where(ReceiptRow.result.in_(_DOUBTFUL), ~settled)


def _receipt_of(row: Any) -> Receipt:
    return Receipt(row.op_id, ReceiptResult(row.result), row.server_at, row.code, row.server_sequence)


def _held_of(row: Any) -> HeldOperation:
    return HeldOperation(
        row.held,
        row.op_id,
        row.data,
        Standing(row.standing),
        row.code,
        row.detail,
        row.feed_number,
        row.received_at,
    )
