"""Where a device's trail stands: the heads that the device signs and the central server countersigns.

A chain alone tells changes, not a tail that was cut off: for that, somebody else has to remember its end.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from creditbank_desktop.domain.codec import encode
from creditbank_desktop.domain.ids import DeviceId, OfficeId

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last number of a hash chain and the hash (SHA-256, hexadecimal) there."""

    number: int = 0
    hash: str = GENESIS


@dataclass(frozen=True, slots=True)
class TrailHead:
    """One checkpoint: how far every chain of a device's store had come when the device signed this.

    ``number`` counts the device's checkpoints, ``previous`` is `head_hash` of the one before. ``audit`` is
    the end of the audit trail, ``operations`` that of the operations in the order in which they took effect,
    ``receipts`` that of the server's answers, ``countersignatures`` that of what the server had
    countersigned; ``stream`` is the end of the device's stream in its ``incarnation``. ``program`` is the
    version that wrote it.
    """

    device: DeviceId
    office: OfficeId
    number: int
    previous: str
    audit: ChainHead
    operations: ChainHead
    receipts: ChainHead
    countersignatures: ChainHead
    incarnation: str
    stream: ChainHead
    made_at: datetime
    program: str = ""

    @property
    def chains(self) -> tuple[ChainHead, ChainHead, ChainHead]:
        """Return audit, operations and receipts: what the server compares."""
        return self.audit, self.operations, self.receipts

    def says_as_much_as(self, other: TrailHead) -> bool:
        """Return whether both tell of the very same rows."""
        mine = (*self.chains, self.countersignatures, self.incarnation, self.stream)
        return mine == (*other.chains, other.countersignatures, other.incarnation, other.stream)


class TrailVerdict(StrEnum):
    """What the server found when it compared a head with the last one that it held of the device."""

    SOUND = "sound"
    """It goes on from there, or is the first."""
    SHORTER = "shorter"
    """It ends before the one held: a tail was cut off, or an older copy was put back."""
    DIFFERS = "differs"
    """It has another hash at the place of the one held: the trail was written anew."""


@dataclass(frozen=True, slots=True)
class Countersignature:
    """What the server says to a head, on its own clock; ``held`` are the chains of the head before, in the
    order of `TrailHead.chains`, with which it was compared.
    """

    device: DeviceId
    head_sha256: str
    audit: ChainHead
    verdict: TrailVerdict
    held: tuple[ChainHead, ...]
    server_time: datetime
    epoch: str = ""


def head_hash(head: TrailHead) -> str:
    """Return the SHA-256 (hexadecimal) of a head's canonical bytes."""
    return hashlib.sha256(encode(head)).hexdigest()


def signed_head(head: TrailHead) -> bytes:
    """Return what the device's signature covers."""
    return b"creditbank trail head 1|" + encode(head)


def signed_countersignature(countersignature: Countersignature) -> bytes:
    """Return what the server's signature covers."""
    return b"creditbank countersignature 1|" + encode(countersignature)


def judge_head(
    head: TrailHead, known: tuple[ChainHead, ...], held: tuple[ChainHead, ...]
) -> TrailVerdict | None:
    """Return what to say to ``head`` when ``held`` were the chains of the last head, None if it cannot be
    said yet.

    ``known`` are the device's own chains at the places of an earlier head; they must be at those of ``held``
    (no chain beyond the end of ``head``, which is shorter then), or else the device has to say them first.
    """
    if not held:
        return TrailVerdict.SOUND
    if any(mine.number < theirs.number for mine, theirs in zip(head.chains, held, strict=True)):
        return TrailVerdict.SHORTER
    if tuple(chain.number for chain in known) != tuple(chain.number for chain in held):
        return None
    # At its very end a chain speaks for itself, whatever was said of it.
    for mine, said, theirs in zip(head.chains, known, held, strict=True):
        present = mine.hash if mine.number == theirs.number else said.hash
        if present != theirs.hash:
            return TrailVerdict.DIFFERS
    return TrailVerdict.SOUND
