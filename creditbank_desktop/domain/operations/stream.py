"""A device's stream: gap-free numbers and a hash chain over the stored bytes of its operations."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from creditbank_desktop.domain.ids import DeviceId

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class StreamHead:
    """Where a stream stands: the device, its random incarnation (32 hexadecimal digits), the last number and
    the chain's hash.
    """

    device: DeviceId
    incarnation: str
    sequence: int = 0
    hash: str = GENESIS

    def followed_by(self, operation_bytes: bytes) -> StreamHead:
        """Return the head after one more operation."""
        return StreamHead(
            self.device, self.incarnation, self.sequence + 1, chain_hash(self.hash, operation_bytes)
        )


def chain_hash(previous: str, operation_bytes: bytes) -> str:
    """Return the SHA-256 (hexadecimal) over the previous hash's 32 bytes and the SHA-256 of the operation's
    bytes.
    """
    return hashlib.sha256(bytes.fromhex(previous) + hashlib.sha256(operation_bytes).digest()).hexdigest()
