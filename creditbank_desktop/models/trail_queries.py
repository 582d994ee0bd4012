"""Queries about the ends of the store's chains, its checkpoints and what the server said to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from creditbank_desktop.domain.codec import decode
from creditbank_desktop.domain.trail_heads import (
    ChainHead,
    Countersignature,
    TrailHead,
    TrailVerdict,
    signed_head,
)
from creditbank_desktop.models.audit_trail import GENESIS
from creditbank_desktop.models.operation_rows import (
    AuditCheckpointRow,
    AuditCountersignatureRow,
    AuditRow,
    OperationRow,
    ReceiptRow,
)
from creditbank_desktop.models.sync_queries import SyncQueries

WARNING_SEEN = "audit.warning_seen"
"""The action by which somebody takes note of what the server found."""
_PLACES = (
    (AuditRow.number, AuditRow.hash),
    (OperationRow.local_order, OperationRow.row_hash),
    (ReceiptRow.number, ReceiptRow.row_hash),
)
"""Number and hash of the chains, in the order of `TrailHead.chains`."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A signed head as it is kept."""

    head: TrailHead
    signature: bytes

    @property
    def signed(self) -> bytes:
        """Return what the signature covers."""
        return signed_head(self.head)


@dataclass(frozen=True, slots=True)
class TrailState:
    """How far the audit trail is secured.

    ``last`` is its last number, ``signed`` the last one that this device signed, ``countersigned`` the last
    one that the server did, at ``server_time``. ``warnings`` are what the server found: number of the
    countersignature, verdict, the audit number that it held, the one that it was shown, and when.
    """

    last: int
    signed: int
    countersigned: int
    server_time: datetime | None
    warnings: tuple[TrailWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class TrailWarning:
    """A countersignature that says that the trail is not the one that the server knew."""

    number: int
    verdict: TrailVerdict
    held: int
    shown: int
    server_time: datetime


class TrailQueries(SyncQueries):
    """Queries about checkpoints and countersignatures."""

    @property
    def connection(self) -> Connection:
        """Return the transaction's connection, for the checks of this package."""
        return self._connection

    def chain_heads(self) -> tuple[ChainHead, ...]:
        """Return the ends of audit, operations and receipts."""
        return tuple(self._chain_head(number, hashed) for number, hashed in _PLACES)

    def audit_head(self) -> ChainHead:
        """Return the end of the audit trail."""
        return self._chain_head(AuditRow.number, AuditRow.hash)

    def operation_head(self) -> ChainHead:
        """Return the end of the chain of operations in the order in which they took effect."""
        return self._chain_head(OperationRow.local_order, OperationRow.row_hash)

    def receipt_head(self) -> ChainHead:
        """Return the end of the chain of receipts."""
        return self._chain_head(ReceiptRow.number, ReceiptRow.row_hash)

    def chains_at(self, numbers: tuple[int, ...]) -> tuple[ChainHead, ...]:
        """Return the hashes of audit, operations and receipts at ``numbers``, "" where there is no row."""
        found = []
        for number, (key, hashed) in zip(numbers, _PLACES, strict=True):
            there = GENESIS if number == 0 else self._connection.scalar(select(hashed).where(key == number))
            found.append(ChainHead(number, there or ""))
        return tuple(found)

    def countersignature_head(self) -> ChainHead:
        """Return the end of the chain of countersignatures."""
        row = AuditCountersignatureRow
        return self._chain_head(row.number, row.row_hash)

    def last_checkpoint(self) -> Checkpoint | None:
        """Return the newest head that this device signed."""
        row = AuditCheckpointRow
        found = self._connection.execute(
            select(row.data, row.signature).order_by(row.number.desc()).limit(1)
        ).one_or_none()
        return None if found is None else Checkpoint(decode(TrailHead, found.data), found.signature)

    def countersigned_chains(self) -> tuple[ChainHead, ...]:
        """Return the chains of the newest checkpoint that the server countersigned, () before the first."""
        row, signed = AuditCheckpointRow, AuditCountersignatureRow
        data = self._connection.scalar(
            select(row.data)
            .join(signed, signed.checkpoint == row.number)
            .order_by(signed.number.desc())
            .limit(1)
        )
        return () if data is None else decode(TrailHead, data).chains

    def countersignatures(self, after: int = 0) -> tuple[tuple[int, Countersignature, bytes], ...]:
        """Return the countersignatures behind number ``after`` in their order, each with its signature."""
        row = AuditCountersignatureRow
        rows = self._all(select(row).where(row.number > after).order_by(row.number))
        return tuple((one.number, decode(Countersignature, one.data), one.signature) for one in rows)

    def trail_state(self) -> TrailState:
        """Return how far the audit trail is secured; reads few rows, checks nothing."""
        checkpoint = self.last_checkpoint()
        row = AuditCountersignatureRow
        data = self._connection.scalar(select(row.data).order_by(row.number.desc()).limit(1))
        last = None if data is None else decode(Countersignature, data)
        unsound = func.instr(row.data, b'"verdict":"sound"') == 0
        said = [
            (one.number, decode(Countersignature, one.data))
            for one in self._all(select(row).where(unsound).order_by(row.number))
        ]
        return TrailState(
            last=self.chain_heads()[0].number,
            signed=0 if checkpoint is None else checkpoint.head.audit.number,
            countersigned=0 if last is None else last.audit.number,
            server_time=None if last is None else last.server_time,
            warnings=tuple(
                TrailWarning(number, one.verdict, one.held[0].number, one.audit.number, one.server_time)
                for number, one in said
            ),
        )

    def _chain_head(self, number: Any, hashed: Any) -> ChainHead:
        row = self._connection.execute(select(number, hashed).order_by(number.desc()).limit(1)).one_or_none()
        return ChainHead() if row is None else ChainHead(row[0], row[1])
