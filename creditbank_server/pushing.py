"""Takes in a push: one transaction that verifies the chain, applies what it may and stores the receipt."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass

from psycopg.errors import DeadlockDetected

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.operations.stream import GENESIS, StreamHead
from creditbank_desktop.sync.protocol.framing import decompress, split_operations
from creditbank_desktop.sync.protocol.limits import MOST_KEYS_BYTES, MOST_OPERATIONS, MOST_PAYLOAD_BYTES
from creditbank_desktop.sync.protocol.messages import ItemResult, PushAnswer, PushManifest
from creditbank_desktop.sync.protocol.signing import (
    SignedMessage,
    check_attachment,
    keys_context,
    open_message,
    read_learner_keys,
    seal_message,
)
from creditbank_desktop.vault.sealing import open_sealed
from creditbank_server.admission import Item, read_item
from creditbank_server.database import Pool
from creditbank_server.devices import check_sender, devices_of
from creditbank_server.judging import Bench
from creditbank_server.number_blocks import top_up
from creditbank_server.office_work import OfficeWork
from creditbank_server.server_ports import ServerPorts

_MOST_TRIES = 4
"""A held operation that a push releases may want an account that another office's push has locked."""
_log = logging.getLogger(__name__)
_INCARNATION = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class _Push:
    """A push whose signature and hashes are right; its chain is not checked yet."""

    manifest: PushManifest
    sha256: str
    items: tuple[Item, ...]
    keys: dict[str, bytes]


class PushDesk:
    """Answers pushes."""

    def __init__(self, pool: Pool, ports: ServerPorts) -> None:
        """Take connections from ``pool``."""
        self._pool = pool
        self._ports = ports

    def push(self, data: bytes) -> bytes:
        """Return the signed answer to the push in ``data``; the same push gets the same bytes again.

        Raises `Malformed` for anything that is no push, and `Refused`: ``device.unknown``,
        ``device.inactive``, ``signature.wrong``, ``stream.gap``, ``stream.forked`` or ``stream.broken``.
        """
        signed = open_message(PushManifest, data)
        manifest = signed.message
        if not _INCARNATION.fullmatch(manifest.incarnation):
            raise Malformed("incarnation")
        with self._pool.connection() as connection:
            check_sender(connection, signed, self._ports.verifier)
        push = self._opened(signed)
        for _ in range(_MOST_TRIES - 1):
            try:
                return self._judged(push)
            except DeadlockDetected:  # nothing of it is kept, and nothing is lost by beginning again
                _log.info("push begun again", extra={"device": manifest.device})
        return self._judged(push)

    def _judged(self, push: _Push) -> bytes:
        manifest = push.manifest
        with self._pool.connection() as connection:
            work = OfficeWork(connection, manifest.office, self._ports)
            work.lock()
            receipt = connection.execute(
                "SELECT answer FROM receipts WHERE office = %s AND manifest_sha256 = %s",
                (manifest.office, push.sha256),
            ).fetchone()
            if receipt is not None:
                return bytes(receipt[0])
            return self._take_in(work, push)

    def _opened(self, signed: SignedMessage[PushManifest]) -> _Push:
        manifest = signed.message
        if not 1 <= manifest.count <= MOST_OPERATIONS:
            raise Malformed("count")
        if (
            manifest.last_sequence - manifest.first_sequence + 1 != manifest.count
            or manifest.first_sequence < 1
        ):
            raise Malformed("range")
        if len(signed.attachments) != 2:
            raise Malformed("attachments")
        packed, sealed_keys = signed.attachments
        payload = decompress(packed, manifest.payload_bytes, MOST_PAYLOAD_BYTES)
        if hashlib.sha256(payload).hexdigest() != manifest.payload_sha256:
            raise Malformed("payload")
        operations = split_operations(payload)
        if len(operations) != manifest.count:
            raise Malformed("count")
        check_attachment(sealed_keys, manifest.keys_sha256, MOST_KEYS_BYTES)
        keys: dict[str, bytes] = {}
        if sealed_keys:
            context = keys_context("push", manifest.device)
            keys = read_learner_keys(open_sealed(self._ports.keys.box_key, sealed_keys, context))
        return _Push(manifest, signed.sha256, tuple(map(read_item, operations)), keys)

    def _take_in(self, work: OfficeWork, push: _Push) -> bytes:
        heads = follow_chain(work, push.manifest, push.items)
        work.arrived.update(work.keys.take(work.office, push.keys, work.moment))
        bench = Bench(work, devices_of(work.connection, work.office), push.manifest.device)
        results = bench.judge(push.items)
        top_up(work, push.manifest.device, self._ports.number_block_size)
        for head, item in heads:
            work.position(head, item.operation)
        acknowledged = _store_head(work, push.manifest, heads)
        work.flush()
        answer = self._answer(work, push, acknowledged, results)
        work.connection.execute(
            "INSERT INTO receipts (office, manifest_sha256, device, answer, made_at)"
            " VALUES (%s, %s, %s, %s, %s)",
            (work.office, push.sha256, push.manifest.device, answer, work.moment),
        )
        work.connection.execute(
            "UPDATE devices SET seen_at = %s, program = %s WHERE office = %s AND device = %s",
            (work.moment, _printable(push.manifest.versions.program), work.office, push.manifest.device),
        )
        return answer

    def _answer(
        self, work: OfficeWork, push: _Push, acknowledged: StreamHead, results: Sequence[ItemResult]
    ) -> bytes:
        answer = PushAnswer(
            manifest_sha256=push.sha256,
            device=push.manifest.device,
            incarnation=push.manifest.incarnation,
            acknowledged_sequence=acknowledged.sequence,
            acknowledged_hash=acknowledged.hash,
            results=tuple(results),
            server_time=work.moment,
            epoch=self._ports.epoch,
            feed_number=work.feed_number,
            durable_through=work.durable_through,
        )
        return seal_message(answer, self._ports.keys.device)


def follow_chain(
    work: OfficeWork, manifest: PushManifest, items: Sequence[Item]
) -> tuple[tuple[StreamHead, Item], ...]:
    """Return the new places of the stream that the push adds, behind what the server holds.

    A push may begin before the server's head (its answer was lost): that part must be the same. Raises
    `Refused` ``stream.gap`` (sequence, hash held), ``stream.forked`` (the hash there differs: a restored or
    copied device) or ``stream.broken`` (the manifest's head is not that of its operations).
    """
    held = _held_head(work, manifest)
    if manifest.first_sequence > held.sequence + 1:
        raise Refused("stream.gap", sequence=held.sequence, hash=held.hash)
    known = _known_hashes(work, manifest)
    before = manifest.first_sequence - 1
    if known.get(before, GENESIS) != manifest.previous_hash:
        raise Refused("stream.forked", sequence=held.sequence, hash=held.hash)
    head = StreamHead(manifest.device, manifest.incarnation, before, manifest.previous_hash)
    new: list[tuple[StreamHead, Item]] = []
    for item in items:
        head = head.followed_by(item.data)
        if head.sequence > held.sequence:
            new.append((head, item))
        elif known[head.sequence] != head.hash:
            raise Refused("stream.forked", sequence=held.sequence, hash=held.hash)
    if head.hash != manifest.head_hash:
        raise Refused("stream.broken")
    return tuple(new)


def _held_head(work: OfficeWork, manifest: PushManifest) -> StreamHead:
    row = work.connection.execute(
        "SELECT sequence, hash FROM streams WHERE office = %s AND device = %s AND incarnation = %s",
        (work.office, manifest.device, manifest.incarnation),
    ).fetchone()
    sequence, chain = row or (0, GENESIS)
    return StreamHead(manifest.device, manifest.incarnation, sequence, chain)


def _known_hashes(work: OfficeWork, manifest: PushManifest) -> dict[int, str]:
    rows = work.connection.execute(
        "SELECT sequence, hash FROM stream_positions WHERE office = %s AND device = %s AND incarnation = %s"
        " AND sequence BETWEEN %s AND %s",
        (
            work.office,
            manifest.device,
            manifest.incarnation,
            manifest.first_sequence - 1,
            manifest.last_sequence,
        ),
    )
    return dict(rows.fetchall())


def _store_head(
    work: OfficeWork, manifest: PushManifest, heads: Sequence[tuple[StreamHead, Item]]
) -> StreamHead:
    if not heads:
        return _held_head(work, manifest)
    head = heads[-1][0]
    work.connection.execute(
        "INSERT INTO streams (office, device, incarnation, sequence, hash, begun_at)"
        " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (office, device, incarnation)"
        " DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash",
        (work.office, head.device, head.incarnation, head.sequence, head.hash, work.moment),
    )
    return head


def _printable(text: str) -> str:
    return "".join(character for character in text[:100] if character.isprintable())
