"""Answers pulls: a page of the office's feed, with the learners' keys sealed to the device that asks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from creditbank_desktop.domain.codec import Malformed, encode
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.sync.protocol.framing import compress, join_operations
from creditbank_desktop.sync.protocol.limits import MOST_OPERATIONS, MOST_PAYLOAD_BYTES, MOST_WANTS
from creditbank_desktop.sync.protocol.messages import (
    EMPTY_SHA256,
    FeedPage,
    HaveRequest,
    LearnerKeys,
    PullRequest,
    WantAnswer,
)
from creditbank_desktop.sync.protocol.signing import keys_context, open_message, seal_message
from creditbank_desktop.vault.sealing import seal_to
from creditbank_server.bringing import is_behind, refresh
from creditbank_server.database import Connection, Pool
from creditbank_server.devices import EnrolledDevice, check_sender
from creditbank_server.documents import check_id
from creditbank_server.learner_keys import LearnerKeyShelf
from creditbank_server.number_blocks import top_up
from creditbank_server.office_work import OfficeWork
from creditbank_server.server_ports import ServerPorts

OLDEST_PROTOCOL = 1
"""Older clients may push for ever; to pull they must be able to read what others wrote."""
_PAGE_BYTES = MOST_PAYLOAD_BYTES // 4

Row = tuple[int, str | None, bytes]


class PullDesk:
    """Answers pulls and want/have."""

    def __init__(self, pool: Pool, ports: ServerPorts, settle: Callable[[OfficeId], object]) -> None:
        """Take connections from ``pool``; ``settle`` does what the calendar has made due in an office."""
        self._pool = pool
        self._ports = ports
        self._settle = settle

    def pull(self, data: bytes) -> bytes:
        """Return the signed page that follows the cursor in ``data``.

        Raises `Malformed` for anything that is no pull, and `Refused`: ``device.unknown``,
        ``device.inactive``, ``signature.wrong``, ``version.too_old`` (oldest) or ``epoch.changed`` (epoch):
        the database is another one than the cursor was made on.
        """
        signed = open_message(PullRequest, data)
        request = signed.message
        if request.cursor < 0 or not 1 <= request.limit <= MOST_OPERATIONS:
            raise Malformed("cursor or limit")
        with self._pool.connection() as connection:
            device = check_sender(connection, signed, self._ports.verifier)
            # A device pushes before it pulls: whoever asks has said what he had to say.
            connection.execute(
                "UPDATE devices SET seen_at = %s WHERE office = %s AND device = %s",
                (self._ports.clock.now(), request.office, request.device),
            )
        if request.versions.protocol < OLDEST_PROTOCOL:
            raise Refused("version.too_old", oldest=OLDEST_PROTOCOL)
        if request.epoch != self._ports.epoch:
            raise Refused("epoch.changed", epoch=self._ports.epoch)
        self._settle(request.office)
        self._allot(request)
        self._refresh(request.office)
        with self._pool.connection() as connection:
            return self._page(connection, request, device)

    def _allot(self, request: PullRequest) -> None:
        """Give the device its first numbers of a new year; nothing else is due at a pull."""
        with self._pool.connection() as connection:
            work = OfficeWork(connection, request.office, self._ports)
            blocks = work.shelf.number_blocks()
            if any((one.device, one.year) == (request.device, work.today.year) for one in blocks):
                return
        with self._pool.connection() as connection:
            work = OfficeWork(connection, request.office, self._ports)
            if work.lock(wait=False):
                top_up(work, request.device, self._ports.number_block_size)
                work.flush()

    def _refresh(self, office: OfficeId) -> None:
        """Bring what other offices' work changed about learners whom this office shares with them."""
        with self._pool.connection() as connection:
            if not is_behind(connection, office):
                return
        with self._pool.connection() as connection:
            work = OfficeWork(connection, office, self._ports)
            if work.lock(wait=False):
                refresh(work)
                work.flush()

    def want(self, data: bytes) -> bytes:
        """Return, signed, which of the named operations the server does not hold."""
        signed = open_message(HaveRequest, data)
        request = signed.message
        if len(request.operations) > MOST_WANTS:
            raise Malformed("too many operations")
        with self._pool.connection() as connection:
            check_sender(connection, signed, self._ports.verifier)
            rows = connection.execute(
                "SELECT operation FROM operations WHERE office = %(office)s AND operation = ANY(%(ids)s)"
                " UNION SELECT operation FROM held_operations"
                " WHERE office = %(office)s AND operation = ANY(%(ids)s)"
                " UNION SELECT operation FROM refused_operations"
                " WHERE office = %(office)s AND operation = ANY(%(ids)s)",
                {"office": request.office, "ids": [check_id(item) for item in request.operations]},
            )
            held = {row[0] for row in rows}
        missing = tuple(item for item in request.operations if item not in held)
        return seal_message(WantAnswer(request.device, missing, self._ports.epoch), self._ports.keys.device)

    def _page(self, connection: Connection, request: PullRequest, device: EnrolledDevice) -> bytes:
        latest, durable_through = self._feed_end(connection, request.office)
        rows = _within(_rows(connection, request), _PAGE_BYTES)
        keys = LearnerKeyShelf(connection, self._ports.keys.storage_key)
        learners = {learner for _, learner, _ in rows if learner is not None}
        keys.load(learners)
        known = {learner: key for learner in sorted(learners) if (key := keys.get(learner)) is not None}
        sealed = b""
        if known:
            context = keys_context("pull", device.device)
            sealed = seal_to(device.box_key, encode(LearnerKeys(known)), context)
        payload = join_operations(data for _, _, data in rows)
        page = FeedPage(
            device=device.device,
            office=device.office,
            first=request.cursor + 1,
            next_cursor=rows[-1][0] if rows else request.cursor,
            latest=latest,
            count=len(rows),
            payload_sha256=hashlib.sha256(payload).hexdigest(),
            payload_bytes=len(payload),
            epoch=self._ports.epoch,
            server_time=self._ports.clock.now(),
            durable_through=durable_through,
            keys_sha256=hashlib.sha256(sealed).hexdigest() if sealed else EMPTY_SHA256,
        )
        return seal_message(page, self._ports.keys.device, (compress(payload), sealed))

    def _feed_end(self, connection: Connection, office: OfficeId) -> tuple[int, int]:
        row = connection.execute(
            "SELECT feed_number, durable_through FROM offices WHERE office = %s", (office,)
        ).fetchone()
        if row is None:
            raise Refused("office.unknown", office=office)
        return row[0], row[1]


def _rows(connection: Connection, request: PullRequest) -> list[Row]:
    return connection.execute(
        "SELECT f.number, o.learner, o.data FROM feed f"
        " JOIN operations o ON o.office = f.office AND o.operation = f.operation"
        " WHERE f.office = %s AND f.number > %s ORDER BY f.number LIMIT %s",
        (request.office, request.cursor, request.limit),
    ).fetchall()


def _within(rows: Iterable[Row], most: int) -> list[Row]:
    """Return the leading rows whose operations together stay below ``most`` bytes, at least one."""
    kept: list[Row] = []
    total = 0
    for row in rows:
        total += len(row[2])
        if kept and total > most:
            break
        kept.append(row)
    return kept
