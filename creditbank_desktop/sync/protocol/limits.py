"""What one message may hold at most; both sides refuse what is larger before they unpack it."""

from __future__ import annotations

PROTOCOL = 1
"""The version of the envelopes spoken here; a server may always be pushed to by an older one."""

MOST_OPERATIONS = 2_000
MOST_OPERATION_BYTES = 1 << 20
MOST_PAYLOAD_BYTES = 32 << 20
"""Unpacked length of the operations of one message."""
MOST_MESSAGE_BYTES = 40 << 20
MOST_KEYS_BYTES = 1 << 20
MOST_BLOB_BYTES = 256 << 20
MOST_WANTS = 10_000
MOST_PARTS = 6
