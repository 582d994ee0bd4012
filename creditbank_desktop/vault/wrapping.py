"""Authenticated encryption of short secrets: AES-256-GCM with a random 96-bit nonce in front."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12
TAG_BYTES = 16


def encrypt(key: bytes, plaintext: bytes, bound_to: bytes) -> bytes:
    """Return nonce ‖ ciphertext ‖ tag of ``plaintext`` under a 32-byte ``key``.

    ``bound_to`` is authenticated, not stored: the same bytes are needed to open it.
    """
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, bound_to)


def decrypt(key: bytes, sealed: bytes, bound_to: bytes) -> bytes | None:
    """Return the plaintext, or None when the key, the binding or a single bit is not the right one."""
    if len(sealed) < NONCE_BYTES + TAG_BYTES:
        return None
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to)
    except InvalidTag:
        return None


def derive(secret: bytes, purpose: bytes, salt: bytes | None = None, length: int = 32) -> bytes:
    """Return ``length`` bytes derived from a strong ``secret`` for one ``purpose`` (HKDF-SHA256)."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=purpose).derive(secret)


def binding(*parts: bytes) -> bytes:
    """Return ``parts`` as one byte string that no other parts give: each after its length."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)
