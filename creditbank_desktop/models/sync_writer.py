"""The part of the unit of work that synchronisation uses: receipts, the feed, keys and files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from creditbank_desktop.domain.codec import encode
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import OperationId
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.domain.operations.stream import GENESIS
from creditbank_desktop.domain.trail_heads import ChainHead
from creditbank_desktop.models.changes import SYNC_CHANGED
from creditbank_desktop.models.operation_rows import (
    OWN,
    PULLED,
    DeviceIdentityRow,
    HeldRow,
    OperationRow,
    ReceiptRow,
    StreamRow,
    SyncStateRow,
)
from creditbank_desktop.models.operation_writer import OperationWriter
from creditbank_desktop.models.row_chain import COLUMNS, row_hash
from creditbank_desktop.models.sync_records import (
    SETTLED,
    Acknowledged,
    FeedCursor,
    FeedItem,
    FeedOutcome,
    LearnerKey,
    Receipt,
    Standing,
)

_QUARANTINE = ("operation.differs", "operation.signature")


class SyncWriter(OperationWriter):
    """Writes what came from the server; a feed page and its cursor commit together."""

    def mark_sent(self, sequence: int) -> None:
        """Note that the present incarnation was handed to the network up to ``sequence``."""
        if sequence > self.sent_sequence():
            self._set_state(sent_sequence=sequence)

    def save_receipts(
        self,
        receipts: Iterable[Receipt],
        acknowledged: Acknowledged | None = None,
        signed: bytes | None = None,
    ) -> None:
        """Keep the server's answers, and up to where it confirmed the stream.

        An answer that says nothing new is not kept again. ``signed`` is the message in which the server gave
        them, kept so that they can be checked. ``acknowledged`` is checked against the own chain:
        raises `Refused` ("stream.forked") when the hash at that number is another.
        """
        answer: int | None = None
        before = self.receipt_head()
        for receipt in receipts:
            known = self.receipt(receipt.operation)
            if known is not None and (known.result, known.code) == (receipt.result, receipt.code):
                continue
            if answer is None and signed is not None:
                answer = self.keep_answer(signed)
            values: dict[str, Any] = {
                "number": before.number + 1,
                "op_id": receipt.operation,
                "result": receipt.result.value,
                "code": receipt.code,
                "server_sequence": receipt.server_sequence,
                "server_at": receipt.server_at,
                "answer": answer,
            }
            hashed = row_hash(before.hash, (values[name] for name in COLUMNS["receipt"]))
            self._connection.execute(insert(ReceiptRow), {**values, "row_hash": hashed})
            before = ChainHead(before.number + 1, hashed)
            self._tell_application(receipt.operation)
        if acknowledged is not None and acknowledged.sequence > 0:
            self._acknowledge(acknowledged)
        self._set_state(last_contact_at=self._ports.clock.now())

    def apply_feed_page(self, items: Iterable[FeedItem], cursor: FeedCursor) -> FeedOutcome:
        """Let a page of the feed take effect and keep its cursor.

        One operation that cannot blocks no other: it is held with its code. What waited is tried again
        after anything took effect.
        """
        applied = known = 0
        held: list[tuple[OperationId, str]] = []
        for item in items:
            refusal = self._try(item.data, item.number)
            if refusal is None:
                applied += 1
            elif refusal == "":
                known += 1
            else:
                held.append(self.hold(item, refusal))
        resumed = self.resume_held() if applied else 0
        self._set_state(
            epoch=cursor.epoch, feed_number=cursor.number, last_contact_at=self._ports.clock.now()
        )
        return FeedOutcome(applied, known, tuple(held), resumed)

    def resume_held(self) -> int:
        """Try the waiting operations again until no more take effect; return how many did."""
        resumed = 0
        progress = True
        while progress:
            progress = False
            for waiting in self.held_operations(Standing.WAITING):
                refusal = self._try(waiting.data, waiting.feed_number)
                if refusal is None or refusal == "":
                    self._connection.execute(delete(HeldRow).where(HeldRow.held == waiting.held))
                    resumed += 1
                    progress = True
                elif not _waits(refusal):
                    changed = {"standing": _standing(refusal).value, "code": refusal}
                    self._connection.execute(
                        update(HeldRow).where(HeldRow.held == waiting.held).values(**changed)
                    )
        return resumed

    def take_learner_keys(self, keys: Iterable[LearnerKey]) -> int:
        """Keep learners' keys that arrived, and try again what waited for them; return how many were taken.

        A key that is destroyed here stays so; a destroyed one destroys nothing here: only the operation of
        disposal does.
        """
        taken = [key for key in keys if key.secret and self._learner_keys.take(key.learner, key.secret)]
        if taken:
            self.resume_held()
        return len(taken)

    def take_keys_for_replay(self, keys: Iterable[LearnerKey]) -> None:
        """Keep the keys of a store that is replayed into this empty one, with the marks of destroyed ones."""
        for key in keys:
            if key.secret is None:
                self._learner_keys.destroy(key.learner, self._ports.clock.now())
            else:
                self._learner_keys.take(key.learner, key.secret)

    def begin_incarnation(self) -> str:
        """Begin a new stream under a new random name and return it.

        Own operations that the server did not settle are placed in it in their order, with their ids and
        bytes unchanged; the server knows duplicates by their ids.
        """
        fresh = self._ports.new_key()[:16].hex()
        left = self.stream_head()
        # The trail remembers where the stream that nobody writes to any more had ended.
        detail: dict[str, str | int] = {
            "incarnation": left.incarnation,
            "sequence": left.sequence,
            "hash": left.hash,
        }
        self.audit_program("stream.begun", ("device", self.identity.device), detail)
        identity = update(DeviceIdentityRow).values(
            incarnation=fresh, began_at=self._ports.clock.now(), version=DeviceIdentityRow.version + 1
        )
        self._connection.execute(identity)
        self._set_state(sent_sequence=0, acknowledged_sequence=0, acknowledged_hash=GENESIS)
        settled = select(ReceiptRow.op_id).where(
            ReceiptRow.op_id == OperationRow.op_id, ReceiptRow.result.in_([one.value for one in SETTLED])
        )
        waiting = (
            select(OperationRow.op_id, OperationRow.data)
            .where(OperationRow.origin == OWN, ~settled.exists())
            .order_by(OperationRow.local_order)
        )
        head = self.stream_head()
        places = []
        for row in self._all(waiting):
            head = head.followed_by(row.data)
            places.append(
                {
                    "incarnation": fresh,
                    "seq": head.sequence,
                    "device": head.device,
                    "op_id": row.op_id,
                    "head_hash": head.hash,
                }
            )
        if places:
            self._connection.execute(insert(StreamRow), places)
        return fresh

    def _try(self, data: bytes, feed_number: int) -> str | None:
        """Return None if the operation took effect, "" if it was known, or else the code of its refusal."""
        try:
            with self._connection.begin_nested():
                return None if self.apply_stored(data, PULLED, feed_number) else ""
        except (Refused, EnvironmentFault) as refused:
            if isinstance(refused, EnvironmentFault) and not refused.code.startswith("vault."):
                raise
            return refused.code
        except ValueError:
            return "operation.malformed"
        except IntegrityError:
            return "operation.integrity"

    def hold(self, item: FeedItem, code: str) -> tuple[OperationId, str]:
        """Keep an operation that cannot take effect now, with the code of why; return its id and the code."""
        try:
            operation = read_envelope(item.data).header.operation
        except ValueError:
            operation = OperationId("")
        values = {
            "op_id": operation,
            "data": item.data,
            "standing": _standing(code).value,
            "code": code,
            "detail": encode({}).decode(),
            "feed_number": item.number,
            "received_at": self._ports.clock.now(),
        }
        self._connection.execute(insert(HeldRow), values)
        return operation, code

    def _acknowledge(self, acknowledged: Acknowledged) -> None:
        if self.stream_hash(acknowledged.sequence) != acknowledged.hash:
            raise Refused("stream.forked", sequence=acknowledged.sequence)
        if acknowledged.sequence > self.acknowledged().sequence:
            self._set_state(acknowledged_sequence=acknowledged.sequence, acknowledged_hash=acknowledged.hash)

    def _tell_application(self, operation: OperationId) -> None:
        application = self._connection.scalar(
            select(OperationRow.application).where(OperationRow.op_id == operation)
        )
        if application is not None:
            self._changes.add(("application", application))

    def _set_state(self, **values: object) -> None:
        self._connection.execute(update(SyncStateRow).values(version=SyncStateRow.version + 1, **values))
        self._changes.add(SYNC_CHANGED)


def _waits(code: str) -> bool:
    # A type from the future ("operation.unknown") waits for the next version of the program.
    return code.endswith((".unknown", "_unknown"))


def _standing(code: str) -> Standing:
    if _waits(code):
        return Standing.WAITING
    if code in _QUARANTINE or code.startswith(("vault.", "operation.malformed", "operation.integrity")):
        return Standing.QUARANTINED
    return Standing.REFUSED
