"""Pushes this device's operations: batches in order, receipts kept, lost answers asked for again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from creditbank_desktop.domain.codec import encode
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.domain.operations.stream import GENESIS
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.sync_records import Acknowledged, Receipt, ReceiptResult
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.models.views import StoredOperation
from creditbank_desktop.sync.face import Stage, SyncProgress
from creditbank_desktop.sync.protocol.framing import compress, join_operations
from creditbank_desktop.sync.protocol.messages import (
    EMPTY_SHA256,
    ItemState,
    LearnerKeys,
    PushAnswer,
    PushManifest,
    Versions,
)
from creditbank_desktop.sync.protocol.signing import (
    SignedMessage,
    frame_of,
    keys_context,
    open_message,
    seal_message,
)
from creditbank_desktop.sync.session import Session
from creditbank_desktop.sync.transport import opened
from creditbank_desktop.vault.sealing import seal_to
from creditbank_desktop.version import VERSION

BATCH = 1_000
BATCH_BYTES = 8 << 20
_LONGEST_SEQUENCE = 15
_SETTLED = (ItemState.ACCEPTED, ItemState.DUPLICATE)


@dataclass(frozen=True, slots=True)
class Pushed:
    """How many operations were answered, and how; ``held_back`` ones are too young to be sent."""

    answered: int = 0
    accepted: int = 0
    in_doubt: int = 0
    held_back: int = 0

    def plus(self, other: Pushed) -> Pushed:
        """Return both together."""
        return Pushed(
            self.answered + other.answered,
            self.accepted + other.accepted,
            self.in_doubt + other.in_doubt,
            self.held_back + other.held_back,
        )


@dataclass(frozen=True, slots=True)
class _Batch:
    incarnation: str
    previous: str
    operations: Sequence[StoredOperation]
    keys: LearnerKeys


class Outgoing:
    """Pushes until nothing is left or the run is cancelled."""

    def __init__(self, session: Session) -> None:
        """Push in ``session``."""
        self._session = session

    def push_all(self, progress: SyncProgress) -> Pushed:
        """Push every operation that the server did not acknowledge.

        Raises `EnvironmentFault` as `Transport` does, and ``sync.not_our_server``.
        """
        session = self._session
        after = session.store.read(lambda reader: reader.acknowledged().sequence)
        head = session.store.read(lambda reader: reader.stream_head().sequence)
        progress.enter(Stage.PUSHING, head - after)
        total = Pushed()
        began_again = False
        while not progress.cancelled:
            batch = self._next_batch(after)
            if batch is None:
                total = total.plus(Pushed(held_back=self._waiting(after)))
                break
            try:
                answer = self._send(batch)
            except EnvironmentFault as fault:
                after, began_again = self._resume_point(fault, began_again)
                continue
            total = total.plus(self._keep(batch, answer))
            after = batch.operations[-1].sequence
            progress.done += len(batch.operations)
        return total

    def _next_batch(self, after: int) -> _Batch | None:
        def work(reader: Reader) -> _Batch | None:
            operations = _within(self._ripe(reader, reader.own_operations(after, BATCH)), BATCH_BYTES)
            if not operations:
                return None
            learners = {read_envelope(one.data).header.learner for one in operations}
            known = reader.learner_keys_to_send(LearnerId(one) for one in learners if one is not None)
            keys = LearnerKeys({key.learner: key.secret for key in known if key.secret is not None})
            previous = GENESIS if after == 0 else reader.stream_hash(after)
            assert previous is not None, "the stream has a gap"
            return _Batch(reader.incarnation(), previous, operations, keys)

        return self._session.store.read(work)

    def _ripe(self, reader: Reader, operations: Sequence[StoredOperation]) -> tuple[StoredOperation, ...]:
        """Return the operations up to the first that is too young; the stream has no gap.

        What was handed to the network before is out already. A clock that was set back makes operations of
        the future: they are not held, or they would be for as long as the clock is wrong.
        """
        hold, now, sent = self._session.hold, self._session.clock.now(), reader.sent_sequence()
        ripe: list[StoredOperation] = []
        for one in operations:
            if one.sequence > sent and timedelta(0) <= now - one.at < hold:
                break
            ripe.append(one)
        return tuple(ripe)

    def _waiting(self, after: int) -> int:
        return self._session.store.read(lambda reader: reader.stream_head().sequence) - after

    def _send(self, batch: _Batch) -> SignedMessage[PushAnswer]:
        session = self._session
        last = batch.operations[-1].sequence
        message = self._message(batch)
        manifest = open_message(PushManifest, message)
        session.write(lambda unit: unit.mark_sent(last))
        answer = session.transport.send("/v1/pushes", message)
        signed = opened(PushAnswer, answer, session.link.server.signing_key, session.verifier)
        said = signed.message
        ours = (manifest.sha256, batch.incarnation, len(batch.operations))
        if (said.manifest_sha256, said.incarnation, len(said.results)) != ours:
            raise EnvironmentFault("sync.nonsense")
        return signed

    def _message(self, batch: _Batch) -> bytes:
        session, identity = self._session, self._session.store.identity
        payload = join_operations(one.data for one in batch.operations)
        sealed = b""
        if batch.keys.keys:
            context = keys_context("push", identity.device)
            sealed = seal_to(session.link.server.box_key, encode(batch.keys), context)
        manifest = PushManifest(
            device=identity.device,
            office=session.link.office,
            incarnation=batch.incarnation,
            first_sequence=batch.operations[0].sequence,
            last_sequence=batch.operations[-1].sequence,
            previous_hash=batch.previous,
            head_hash=batch.operations[-1].head_hash,
            count=len(batch.operations),
            payload_sha256=hashlib.sha256(payload).hexdigest(),
            payload_bytes=len(payload),
            epoch=session.link.epoch,
            sent_at=session.clock.now(),
            keys_sha256=hashlib.sha256(sealed).hexdigest() if sealed else EMPTY_SHA256,
            versions=Versions(program=VERSION),
        )
        return seal_message(manifest, session.signer, (compress(payload), sealed))

    def _keep(self, batch: _Batch, signed: SignedMessage[PushAnswer]) -> Pushed:
        """Keep the receipts; they come in the order of the stream."""
        answer = signed.message
        receipts = [
            Receipt(
                stored.operation,
                ReceiptResult(result.state.value),
                answer.server_time,
                result.code,
                result.feed_number,
            )
            for stored, result in zip(batch.operations, answer.results, strict=True)
        ]
        acknowledged = Acknowledged(answer.acknowledged_sequence, answer.acknowledged_hash)

        def work(unit: UnitOfWork) -> None:
            here = unit.stream_hash(acknowledged.sequence)
            # A server that holds more of the stream than this database was written to by a copy of it.
            unit.save_receipts(receipts, acknowledged if here is not None else None, frame_of(signed))

        self._session.write(work)
        accepted = sum(result.state in _SETTLED for result in answer.results)
        return Pushed(len(receipts), accepted, len(receipts) - accepted)

    def _resume_point(self, fault: EnvironmentFault, began_again: bool) -> tuple[int, bool]:
        """Return after which number to push when the server holds another part of the stream than we thought.

        Where the hashes agree we go on from the server's number; where they do not, this database or its
        copy forked the stream, and a new incarnation begins, once. Any other fault is raised again.
        """
        reason = fault.params.get("reason")
        if fault.code != "sync.refused" or reason not in ("stream.gap", "stream.forked") or began_again:
            raise fault
        sequence = _sequence_of(fault)
        here = self._session.store.read(lambda reader: reader.stream_hash(sequence)) if sequence else GENESIS
        if here == fault.params.get("hash"):
            return sequence, True
        self._session.write(lambda unit: unit.begin_incarnation())
        return 0, True


def _sequence_of(fault: EnvironmentFault) -> int:
    """Return the server's number; a refusal is not signed, so anybody may have written it."""
    said = str(fault.params.get("sequence", "0"))
    if not (said.isascii() and said.isdecimal() and len(said) <= _LONGEST_SEQUENCE):
        raise EnvironmentFault("sync.nonsense") from fault
    return int(said)


def _within(operations: Sequence[StoredOperation], most: int) -> tuple[StoredOperation, ...]:
    kept: list[StoredOperation] = []
    total = 0
    for one in operations:
        total += len(one.data)
        if kept and total > most:
            break
        kept.append(one)
    return tuple(kept)
