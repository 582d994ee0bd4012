"""What may be needed beside a passphrase: a secret in the operating system's key store."""

from __future__ import annotations

import base64
import binascii
import secrets
from typing import Protocol

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.vault.wrapping import derive

OS_KEY_STORE = "os"
_SECRET_BYTES = 32


class KeyStore(Protocol):
    """The operating system's store of secrets, where there is one that can be used."""

    def is_usable(self) -> bool:
        """Return whether secrets can be kept in it now."""

    def get(self, slot: str) -> str | None:
        """Return the secret kept in ``slot``, None where there is none or the store does not answer."""

    def put(self, slot: str, secret: str) -> bool:
        """Keep a secret and return whether it can be read back."""


def with_factor(
    key: bytes, factor: str, key_store: KeyStore | None, slot: str, *, make: bool = False
) -> bytes:
    """Return the key-encryption key: ``key`` alone, or mixed with the secret that ``factor`` asks for.

    ``make`` puts a fresh secret into the slot where there is none. Raises `Refused` ``identity.key_store``
    when the system's key store does not give the secret: the passphrase opens nothing then, recovery does.
    """
    if not factor:
        return key
    found = None if key_store is None or factor != OS_KEY_STORE else key_store.get(slot)
    if found is None and make and key_store is not None and factor == OS_KEY_STORE:
        fresh = base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode("ascii")
        found = fresh if key_store.put(slot, fresh) else None
    secret = _secret_of(found)
    if secret is None:
        raise Refused("identity.key_store")
    return derive(key + secret, b"creditbank passphrase and key store 1")


def _secret_of(text: str | None) -> bytes | None:
    try:
        secret = base64.b64decode(text or "", validate=True)
    except (binascii.Error, ValueError):
        return None
    return secret if len(secret) == _SECRET_BYTES else None
