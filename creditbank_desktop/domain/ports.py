"""What the inner layers need from outside: time, ids, signing and sealing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; replaced by a settable clock in tests and simulation."""

    def now(self) -> datetime:
        """Return the present moment, UTC and aware."""

    def today(self) -> date:
        """Return the calendar day at the office."""


class IdSource(Protocol):
    """Makes internal keys."""

    def new_id(self) -> str:
        """Return a fresh UUIDv7 in its 36-character form."""


class Signer(Protocol):
    """Holds one Ed25519 private key, of a person or of a device."""

    @property
    def public_key(self) -> bytes:
        """Return the 32 bytes of the public key."""

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature of ``message``."""


class Verifier(Protocol):
    """Checks Ed25519 signatures."""

    def verify(self, public_key: bytes, message: bytes, signature: bytes) -> bool:
        """Return whether ``signature`` over ``message`` was made by the key's holder."""


class Sealer(Protocol):
    """Seals personal fields under the key of the learner they are about."""

    def seal(self, learner: str, plaintext: bytes, context: bytes) -> bytes:
        """Return ``plaintext`` encrypted under the learner's key and bound to ``context``."""

    def unseal(self, learner: str, sealed: bytes, context: bytes) -> bytes | None:
        """Return the plaintext, or None when the learner's key was destroyed."""
