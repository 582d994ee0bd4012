"""The operating system's store of secrets: Secret Service, Keychain, Credential Manager, or none."""

from __future__ import annotations

import threading
from typing import Any

SERVICE = "CreditBank"
_LIKED = 1.0
"""The least priority that the package gives to a real store; files and null stores lie below."""


class SystemKeyStore:
    """Keeps secrets in the system's store; fills `creditbank_desktop.vault.factors.KeyStore`.

    Works through the package ``keyring``, which is asked for when it is needed and may be missing. Every
    fault of it reads as "there is no store": nobody is ever locked out by one that went away, because
    recovery does without it.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()

    def is_usable(self) -> bool:
        """Return whether there is a store that encrypts what it keeps."""
        backend = self._backend()
        if backend is None:
            return False
        try:
            return float(backend.priority) >= _LIKED
        except Exception:  # noqa: BLE001 - a backend may fail in any way of its own
            return False

    def get(self, slot: str) -> str | None:
        """Return the secret kept in ``slot``, None where there is none or the store does not answer."""
        if not self.is_usable():
            return None
        with self._turn:
            try:
                found: str | None = self._backend().get_password(SERVICE, slot)
            except Exception:  # noqa: BLE001 - a backend may fail in any way; then there is no key
                return None
        return found

    def put(self, slot: str, secret: str) -> bool:
        """Keep a secret and return whether it can be read back."""
        if not self.is_usable():
            return False
        with self._turn:
            try:
                backend = self._backend()
                backend.set_password(SERVICE, slot, secret)
                return bool(backend.get_password(SERVICE, slot) == secret)
            except Exception:  # noqa: BLE001 - a backend may fail in any way; then nothing is kept
                return False

    def _backend(self) -> Any:
        try:
            import keyring

            return keyring.get_keyring()
        except Exception:  # noqa: BLE001 - not installed, or no store that it can talk to
            return None
