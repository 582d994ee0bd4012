"""Writes files that any age program opens with a passphrase, piece by piece, so that any size needs little
memory.

The format is age v1 (https://age-encryption.org/v1, C2SP): a file key of 16 random bytes wrapped under scrypt
of the passphrase, a header authenticated by HMAC-SHA256, and the payload as ChaCha20-Poly1305 in segments of
64 KiB under HKDF-SHA256 of the file key (the STREAM construction).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import secrets
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from creditbank_desktop.vault.wrapping import derive

SEGMENT_BYTES = 65_536
WORK_FACTOR = 18
"""2**18 is what the age program itself takes: about a second, 256 MiB."""
_VERSION = "age-encryption.org/v1"
_FILE_KEY_BYTES = 16
_SALT_BYTES = 16
_COUNTER_BYTES = 11
_COLUMNS = 64


class AgeWriter(io.RawIOBase):
    """Encrypts what is written into it; the file is whole when `close` has returned."""

    def __init__(self, target: BinaryIO, passphrase: str, work_factor: int = WORK_FACTOR) -> None:
        """Write the header into ``target``, which stays open; takes about a second."""
        super().__init__()
        self._target = target
        self._pending = bytearray()
        self._number = 0
        file_key = secrets.token_bytes(_FILE_KEY_BYTES)
        target.write(_header(file_key, passphrase, work_factor))
        nonce = secrets.token_bytes(_SALT_BYTES)
        target.write(nonce)
        self._cipher = ChaCha20Poly1305(derive(file_key, b"payload", nonce))

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def write(self, data: object, /) -> int:
        """Take ``data``, a bytes-like object."""
        piece = bytes(data)  # type: ignore[call-overload]
        self._pending += piece
        # The last segment is marked as such, so one is always held back until there is more.
        while len(self._pending) > SEGMENT_BYTES:
            self._seal(bytes(self._pending[:SEGMENT_BYTES]), last=False)
            del self._pending[:SEGMENT_BYTES]
        return len(piece)

    def finish(self) -> None:
        """Write the last segment; without it no reader takes the file for whole."""
        self._seal(bytes(self._pending), last=True)
        self._pending.clear()

    def _seal(self, segment: bytes, *, last: bool) -> None:
        nonce = self._number.to_bytes(_COUNTER_BYTES, "big") + bytes([last])
        self._number += 1
        self._target.write(self._cipher.encrypt(nonce, segment, None))


def _header(file_key: bytes, passphrase: str, work_factor: int) -> bytes:
    salt = secrets.token_bytes(_SALT_BYTES)
    scrypt = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=2**work_factor, r=8, p=1)
    wrapping = scrypt.derive(passphrase.encode())
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    lines = [_VERSION, f"-> scrypt {_text(salt)} {work_factor}", *_columns(_text(wrapped)), "---"]
    head = "\n".join(lines).encode()
    mac = hmac.new(derive(file_key, b"header"), head, hashlib.sha256).digest()
    return head + b" " + _text(mac).encode() + b"\n"


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii").rstrip("=")


def _columns(text: str) -> list[str]:
    """Return the lines of a body; the last is shorter than a full one, as the format asks."""
    lines = [text[start : start + _COLUMNS] for start in range(0, len(text), _COLUMNS)]
    return [*lines, ""] if len(text) % _COLUMNS == 0 else lines
