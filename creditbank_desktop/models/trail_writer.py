"""The part of a writing transaction that secures the chains: checkpoints and countersignatures."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from creditbank_desktop.domain.codec import encode, format_instant, parse_instant
from creditbank_desktop.domain.trail_heads import (
    GENESIS,
    ChainHead,
    Countersignature,
    TrailHead,
    head_hash,
    signed_head,
)
from creditbank_desktop.models.identity import DeviceIdentity, StorePorts
from creditbank_desktop.models.operation_rows import (
    AuditCheckpointRow,
    AuditCountersignatureRow,
    ServerAnswerRow,
)
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.row_chain import row_hash
from creditbank_desktop.models.trail_queries import Checkpoint
from creditbank_desktop.vault.keys import SigningKey
from creditbank_desktop.version import VERSION

CHECKPOINT_EVERY = 500
"""Lines of the audit trail between two checkpoints that nothing else called for."""


class TrailWriter(Reader):
    """Signs where the chains stand and keeps what the server said to it."""

    def __init__(self, connection: Connection, identity: DeviceIdentity, ports: StorePorts) -> None:
        """Write through ``connection``, inside a transaction that somebody else commits."""
        super().__init__(connection, identity)
        self._ports = ports

    def make_checkpoint(self) -> Checkpoint:
        """Sign where every chain stands and return that; the last checkpoint if nothing came since."""
        last = self.last_checkpoint()
        audit, operations, receipts = self.chain_heads()
        stream = self.stream_head()
        head = TrailHead(
            device=self.identity.device,
            office=self.identity.office,
            number=1 if last is None else last.head.number + 1,
            previous=GENESIS if last is None else head_hash(last.head),
            audit=audit,
            operations=operations,
            receipts=receipts,
            countersignatures=self.countersignature_head(),
            incarnation=stream.incarnation,
            stream=ChainHead(stream.sequence, stream.hash),
            made_at=parse_instant(format_instant(self._ports.clock.now())),
            program=VERSION,
        )
        if last is not None and head.says_as_much_as(last.head):
            return last
        signature = SigningKey(self.identity.signing_seed).sign(signed_head(head))
        values = {
            "number": head.number,
            "audit_number": audit.number,
            "data": encode(head),
            "signature": signature,
        }
        self._connection.execute(insert(AuditCheckpointRow), values)
        return Checkpoint(head, signature)

    def save_countersignature(
        self, checkpoint: int, countersignature: Countersignature, signature: bytes
    ) -> bool:
        """Keep what the server said to a checkpoint; return False if it is kept already."""
        data = encode(countersignature)
        row = AuditCountersignatureRow
        known = self._connection.scalars(
            select(row.number).where(row.checkpoint == checkpoint, row.data == data)
        )
        if known.first() is not None:
            return False
        before = self.countersignature_head()
        number = before.number + 1
        values = {"number": number, "checkpoint": checkpoint, "data": data, "signature": signature}
        chained = row_hash(before.hash, (number, checkpoint, data, signature))
        self._connection.execute(insert(row), {**values, "row_hash": chained})
        return True

    def keep_answer(self, data: bytes) -> int:
        """Keep a signed message of the server as it came and return its number."""
        inserted = self._connection.execute(
            insert(ServerAnswerRow).returning(ServerAnswerRow.number), {"data": data}
        )
        return int(inserted.scalar_one())
