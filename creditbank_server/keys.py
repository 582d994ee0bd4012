"""The server's own keys: who it is, and what protects learners' keys where they are kept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from creditbank_desktop.domain.codec import Malformed, decode, encode
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.vault.keys import SigningKey, new_data_key
from creditbank_desktop.vault.sealing import box_public_key, new_box_key

KEY_FILE = "server.keys"


@dataclass(frozen=True, slots=True)
class _KeyFile:
    device_seed: bytes
    person_seed: bytes
    box_key: bytes
    storage_key: bytes


@dataclass(frozen=True, slots=True)
class ServerKeys:
    """``device`` signs answers, ``person`` the server's operations, ``box_key`` (X25519, private) opens what
    is sealed to the server, ``storage_key`` protects learners' keys and evidence at rest.
    """

    device: SigningKey
    person: SigningKey
    box_key: bytes
    storage_key: bytes

    @property
    def box_public_key(self) -> bytes:
        """Return the 32 bytes to which devices seal."""
        return box_public_key(self.box_key)


def load_keys(folder: Path) -> ServerKeys:
    """Return the keys kept in ``folder``.

    Raises `EnvironmentFault` ``server.keys_missing`` or ``server.keys_damaged`` (path).
    """
    path = folder / KEY_FILE
    try:
        kept = decode(_KeyFile, path.read_bytes())
        return ServerKeys(
            SigningKey(kept.device_seed), SigningKey(kept.person_seed), kept.box_key, kept.storage_key
        )
    except OSError as error:
        raise EnvironmentFault("server.keys_missing", path=str(path)) from error
    except (Malformed, ValueError) as error:
        raise EnvironmentFault("server.keys_damaged", path=str(path)) from error


def create_keys(folder: Path) -> ServerKeys:
    """Make fresh keys and keep them in ``folder``, readable by their owner alone; never over others.

    Raises FileExistsError where keys are kept already.
    """
    kept = _KeyFile(SigningKey.new().seed, SigningKey.new().seed, new_box_key(), new_data_key())
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(encode(kept))
        file.flush()
        os.fsync(file.fileno())
    return load_keys(folder)
