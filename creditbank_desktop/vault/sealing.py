"""Personal fields under a key per learner, and boxes that carry such keys to one receiver.

Disposal destroys a learner's key: what was sealed under it stays in the chain of operations and can
never be read again.
"""

from __future__ import annotations

import secrets
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.vault.wrapping import binding, decrypt, derive, encrypt

KEY_BYTES = 32
_PUBLIC_BYTES = 32
_NONCE_BYTES = 12
_SEAL_VERSION = b"\x01"


class LearnerKeys(Protocol):
    """Where the keys of learners are kept."""

    def get(self, learner: str) -> bytes | None:
        """Return the 32-byte key of a learner, or None when there is none or it was destroyed."""

    def create(self, learner: str) -> bytes:
        """Return a new key, kept from now on; raises `Refused` when the learner's key was destroyed."""


class LearnerSealer:
    """Seals bytes under a learner's key; fills the port `creditbank_desktop.domain.ports.Sealer`.

    Sealed bytes are: version 1, nonce (12 bytes, random), AES-256-GCM ciphertext, tag (16 bytes). Learner
    and context are authenticated, so that sealed bytes cannot be moved to another place.
    """

    def __init__(self, keys: LearnerKeys) -> None:
        """Use the keys kept in ``keys``."""
        self._keys = keys

    def seal(self, learner: str, plaintext: bytes, context: bytes) -> bytes:
        """Return ``plaintext`` sealed for ``context``; a learner without a key gets one."""
        key = self._keys.get(learner) or self._keys.create(learner)
        return _SEAL_VERSION + encrypt(key, plaintext, _bound(learner, context))

    def unseal(self, learner: str, sealed: bytes, context: bytes) -> bytes | None:
        """Return the plaintext, or None when the learner's key is not here or was destroyed.

        Raises `EnvironmentFault` ``vault.sealed_damaged`` (learner) when bytes, learner or context differ.
        """
        key = self._keys.get(learner)
        if key is None:
            return None
        plaintext = (
            decrypt(key, sealed[1:], _bound(learner, context)) if sealed[:1] == _SEAL_VERSION else None
        )
        if plaintext is None:
            raise EnvironmentFault("vault.sealed_damaged", learner=learner)
        return plaintext


def new_learner_key() -> bytes:
    """Return a fresh learner key of 32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_box_key() -> bytes:
    """Return the 32 bytes of a fresh X25519 private key, for `open_sealed`."""
    return X25519PrivateKey.generate().private_bytes_raw()


def box_public_key(private_key: bytes) -> bytes:
    """Return the 32-byte public key to which `seal_to` seals for the holder of ``private_key``."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def seal_to(public_key: bytes, plaintext: bytes, context: bytes = b"") -> bytes:
    """Return ``plaintext`` sealed so that only the holder of the private key can read it.

    The bytes are an ephemeral X25519 public key (32), AES-256-GCM ciphertext and tag (16). Key and nonce
    come from HKDF-SHA256 over the shared secret, with both public keys and the context as info: the idea
    of HPKE's base mode (RFC 9180) without its negotiation. A sealed key of 32 bytes takes 80. The sender
    is not authenticated; an operation's signature does that.
    Raises ValueError for a public key that is none.
    """
    ephemeral = X25519PrivateKey.generate()
    sent = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public_key))
    key, nonce = _box_secrets(shared, sent, public_key, context)
    return sent + AESGCM(key).encrypt(nonce, plaintext, context)


def open_sealed(private_key: bytes, blob: bytes, context: bytes = b"") -> bytes:
    """Return what `seal_to` sealed.

    Raises `EnvironmentFault` ``vault.box_unreadable`` when it was sealed to another, for another context,
    or was changed on the way.
    """
    private = X25519PrivateKey.from_private_bytes(private_key)
    sent = blob[:_PUBLIC_BYTES]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(sent))
        key, nonce = _box_secrets(shared, sent, private.public_key().public_bytes_raw(), context)
        return AESGCM(key).decrypt(nonce, blob[_PUBLIC_BYTES:], context)
    except (InvalidTag, ValueError) as unreadable:
        raise EnvironmentFault("vault.box_unreadable") from unreadable


def _box_secrets(shared: bytes, sent: bytes, receiver: bytes, context: bytes) -> tuple[bytes, bytes]:
    info = binding(b"creditbank sealed box 1", sent, receiver, context)
    derived = derive(shared, info, length=KEY_BYTES + _NONCE_BYTES)
    return derived[:KEY_BYTES], derived[KEY_BYTES:]


def _bound(learner: str, context: bytes) -> bytes:
    return binding(b"creditbank learner seal 1", learner.encode(), context)
