"""Evidence files encrypted in segments, so that any size needs little memory.

A file is: ``CBE1``, salt (32 random bytes), then segments of 64 KiB plaintext, each as AES-256-GCM
ciphertext and tag (16 bytes). Key and nonce prefix come from HKDF-SHA256 of the store's data key with the
salt and the context, so no two files share a key and the counted nonces never repeat under one. The
nonce of a segment is prefix (7 bytes) ‖ number (4 bytes, big-endian) ‖ 1 for the last segment, else 0: the
STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár (CRYPTO 2015). Cut, reordered, exchanged
or flipped segments are found.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.vault.wrapping import binding, derive

SEGMENT_BYTES = 65_536
TAG_BYTES = 16
MAGIC = b"CBE1"
SALT_BYTES = 32
_PREFIX_BYTES = 7
_MOST_SEGMENTS = 2**32


class Reader(Protocol):
    """Where bytes come from: a file opened for binary reading."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none at the end."""


class Writer(Protocol):
    """Where bytes go: a file opened for binary writing."""

    def write(self, data: bytes, /) -> object:
        """Take all of ``data``."""


@dataclass(frozen=True, slots=True)
class StreamDigest:
    """What passed through: the plaintext's length in bytes and its SHA-256 (64 hexadecimal digits)."""

    length: int
    sha256: str


class _SegmentCipher:
    """Key, nonce prefix and number of the next segment of one file."""

    def __init__(self, key: bytes, salt: bytes, context: bytes) -> None:
        info = binding(b"creditbank evidence stream 1", context)
        derived = derive(key, info, salt, 32 + _PREFIX_BYTES)
        self._cipher = AESGCM(derived[:32])
        self._prefix = derived[32:]
        self.number = 0

    def encrypt(self, segment: bytes, last: bool) -> bytes:
        return self._cipher.encrypt(self._next_nonce(last), segment, None)

    def decrypt(self, segment: bytes, last: bool) -> bytes:
        return self._cipher.decrypt(self._next_nonce(last), segment, None)

    def _next_nonce(self, last: bool) -> bytes:
        if self.number >= _MOST_SEGMENTS:
            raise ValueError("an evidence file has at most 2**32 segments")
        nonce = self._prefix + self.number.to_bytes(4, "big") + bytes([last])
        self.number += 1
        return nonce


def encrypt_stream(reader: Reader, writer: Writer, key: bytes, context: bytes) -> StreamDigest:
    """Encrypt all that ``reader`` gives into ``writer``.

    ``key`` is the store's 32-byte data key; ``context`` (for example the evidence's id) is needed again to
    decrypt. Returns length and hash of the plaintext.
    """
    salt = secrets.token_bytes(SALT_BYTES)
    cipher = _SegmentCipher(key, salt, context)
    digest = hashlib.sha256()
    length = 0
    writer.write(MAGIC + salt)
    segment = _read_fully(reader, SEGMENT_BYTES)
    while True:
        following = _read_fully(reader, SEGMENT_BYTES) if len(segment) == SEGMENT_BYTES else b""
        digest.update(segment)
        length += len(segment)
        writer.write(cipher.encrypt(segment, last=not following))
        if not following:
            return StreamDigest(length, digest.hexdigest())
        segment = following


def decrypt_stream(reader: Reader, writer: Writer, key: bytes, context: bytes) -> StreamDigest:
    """Decrypt what `encrypt_stream` wrote into ``writer``; returns length and hash of the plaintext.

    Every segment is checked before it is written, but that the file is whole shows at its end only: on
    failure the caller throws away what was written.
    Raises `EnvironmentFault` ``evidence.damaged`` (segment, counted from 1; 0 for the head), also for a wrong
    key or context.
    """
    head = _read_fully(reader, len(MAGIC) + SALT_BYTES)
    if len(head) != len(MAGIC) + SALT_BYTES or not head.startswith(MAGIC):
        raise EnvironmentFault("evidence.damaged", segment=0)
    cipher = _SegmentCipher(key, head[len(MAGIC) :], context)
    digest = hashlib.sha256()
    length = 0
    sealed_bytes = SEGMENT_BYTES + TAG_BYTES
    sealed = _read_fully(reader, sealed_bytes)
    while True:
        following = _read_fully(reader, sealed_bytes) if len(sealed) == sealed_bytes else b""
        try:
            segment = cipher.decrypt(sealed, last=not following)
        except (InvalidTag, ValueError) as damage:
            raise EnvironmentFault("evidence.damaged", segment=cipher.number) from damage
        digest.update(segment)
        length += len(segment)
        writer.write(segment)
        if not following:
            return StreamDigest(length, digest.hexdigest())
        sealed = following


def _read_fully(reader: Reader, size: int) -> bytes:
    """Read exactly ``size`` bytes, or all that is left: pipes and sockets give less at a time."""
    parts = []
    while size > 0:
        part = reader.read(size)
        if not part:
            break
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
