"""Pulls the office's feed: keys, operations and cursor of a piece of a page commit together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import LearnerId, OperationId
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.models.health_queries import CLOCK_OFFSET
from creditbank_desktop.models.sync_records import FeedCursor, FeedItem, LearnerKey, Receipt, ReceiptResult
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.sync.face import Stage, SyncProgress
from creditbank_desktop.sync.protocol.framing import decompress, split_operations
from creditbank_desktop.sync.protocol.limits import MOST_KEYS_BYTES, MOST_PAYLOAD_BYTES
from creditbank_desktop.sync.protocol.messages import FeedPage, PullRequest, Versions
from creditbank_desktop.sync.protocol.signing import (
    SignedMessage,
    check_attachment,
    keys_context,
    read_learner_keys,
    seal_message,
)
from creditbank_desktop.sync.session import Session
from creditbank_desktop.sync.transport import opened
from creditbank_desktop.vault.sealing import open_sealed
from creditbank_desktop.version import VERSION

PAGE = 500
PIECE = 25
"""Operations that one write transaction applies, so that the writer thread stays free for people."""

WORTH_NOTING_S = 30
"""By how much this computer's clock must have moved against the server's to be written down again."""


class Incoming:
    """Pulls until the end of the feed or until the run is cancelled."""

    def __init__(self, session: Session) -> None:
        """Pull in ``session``."""
        self._session = session
        self._clock_offset_s = 0

    def pull_all(self, progress: SyncProgress) -> int:
        """Pull everything behind the cursor and return how many operations came.

        Raises `EnvironmentFault` as `Transport` does, and ``sync.not_our_server``.
        """
        progress.enter(Stage.PULLING, 0)
        pulled = 0
        while not progress.cancelled:
            cursor = self._session.store.read(lambda reader: reader.feed_cursor()).number
            signed = self._fetch(cursor)
            page = signed.message
            operations, keys = self._contents(signed, cursor)
            progress.total = page.latest - cursor + progress.done
            self._take_keys(keys)
            for start in range(0, len(operations), PIECE):
                if progress.cancelled:
                    break
                self._apply(page, operations[start : start + PIECE], page.first + start)
                progress.done += min(PIECE, len(operations) - start)
                pulled += min(PIECE, len(operations) - start)
            if page.next_cursor >= page.latest or not operations:
                if not operations:
                    self._apply(page, (), page.first)
                break
        return pulled

    def _fetch(self, cursor: int) -> SignedMessage[FeedPage]:
        session = self._session
        request = PullRequest(
            session.store.device,
            session.link.office,
            cursor,
            PAGE,
            session.link.epoch,
            Versions(program=VERSION),
        )
        answer = session.transport.send("/v1/pulls", seal_message(request, session.signer))
        signed = opened(FeedPage, answer, session.link.server.signing_key, session.verifier)
        self._clock_offset_s = round((session.clock.now() - signed.message.server_time).total_seconds())
        return signed

    def _contents(
        self, signed: SignedMessage[FeedPage], cursor: int
    ) -> tuple[Sequence[bytes], dict[str, bytes]]:
        """Return the operations and learners' keys of a page that follows ``cursor`` without a gap."""
        page = signed.message
        try:
            packed, sealed = signed.attachments
            payload = decompress(packed, page.payload_bytes, MOST_PAYLOAD_BYTES)
            operations = split_operations(payload)
            check_attachment(sealed, page.keys_sha256, MOST_KEYS_BYTES)
            follows = page.first == cursor + 1 and page.next_cursor == cursor + len(operations)
            if not follows or hashlib.sha256(payload).hexdigest() != page.payload_sha256:
                raise Malformed("page")
            keys: dict[str, bytes] = {}
            if sealed:
                identity = self._session.store.identity
                context = keys_context("pull", identity.device)
                keys = read_learner_keys(open_sealed(identity.box_key, sealed, context))
        except ValueError as error:
            raise EnvironmentFault("sync.nonsense") from error
        return operations, keys

    def _take_keys(self, keys: dict[str, bytes]) -> None:
        if keys:
            taken = [LearnerKey(LearnerId(learner), secret) for learner, secret in keys.items()]
            self._session.write(lambda unit: unit.take_learner_keys(taken))

    def _apply(self, page: FeedPage, operations: Sequence[bytes], first: int) -> None:
        items = [FeedItem(first + place, data) for place, data in enumerate(operations)]
        cursor = FeedCursor(page.epoch, first + len(items) - 1)

        def work(unit: UnitOfWork) -> None:
            unit.apply_feed_page(items, cursor)
            known = unit.setting(CLOCK_OFFSET)
            if not isinstance(known, int) or abs(known - self._clock_offset_s) >= WORTH_NOTING_S:
                unit.set_setting(CLOCK_OFFSET, self._clock_offset_s)
            waiting = {
                receipt.operation
                for receipt in unit.receipts_in_doubt()
                if receipt.result is ReceiptResult.HELD
            }
            released = [item for item in items if waiting and _operation_id(item.data) in waiting]
            # What the server had held is in its feed now: that is its acceptance.
            unit.save_receipts(
                Receipt(
                    _operation_id(item.data),
                    ReceiptResult.ACCEPTED,
                    page.server_time,
                    server_sequence=item.number,
                )
                for item in released
            )

        self._session.write(work)


def _operation_id(data: bytes) -> OperationId:
    try:
        return read_envelope(data).header.operation
    except Malformed:
        return OperationId("")
