"""Random keys and Ed25519 signatures of people and devices."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_BYTES = 32


def new_data_key() -> bytes:
    """Return a fresh data key: 32 random bytes, used raw for the store and evidence."""
    return secrets.token_bytes(KEY_BYTES)


class SigningKey:
    """One Ed25519 private key; fills the port `creditbank_desktop.domain.ports.Signer` (RFC 8032)."""

    __slots__ = ("_private", "_public", "_seed")

    def __init__(self, seed: bytes) -> None:
        """Build the key of a 32-byte ``seed``; raises ValueError for any other length."""
        if len(seed) != KEY_BYTES:
            raise ValueError("a signing seed has 32 bytes")
        self._seed = seed
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self._public = self._private.public_key().public_bytes_raw()

    @classmethod
    def new(cls) -> SigningKey:
        """Return a fresh random key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    @classmethod
    def from_seed(cls, seed: bytes) -> SigningKey:
        """Return the key of a 32-byte ``seed``; raises ValueError for any other length."""
        return cls(seed)

    @property
    def seed(self) -> bytes:
        """Return the 32 secret bytes from which the key is built again."""
        return self._seed

    @property
    def public_key(self) -> bytes:
        """Return the 32 bytes of the public key."""
        return self._public

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature of ``message``; the same message gives the same signature."""
        return self._private.sign(message)

    def __repr__(self) -> str:
        """Show the public half only, so that no log carries the seed."""
        return f"SigningKey(public={self._public.hex()})"


class Ed25519Verifier:
    """Checks Ed25519 signatures; fills the port `creditbank_desktop.domain.ports.Verifier`."""

    def verify(self, public_key: bytes, message: bytes, signature: bytes) -> bool:
        """Return whether the holder of ``public_key`` signed ``message``; malformed keys never did."""
        try:
            Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True
