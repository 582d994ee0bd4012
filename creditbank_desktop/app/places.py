"""Where an office keeps its files; light, because the first window asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from creditbank_desktop.domain.failures import EnvironmentFault


@dataclass(frozen=True, slots=True)
class OfficePlace:
    """Where one office keeps its files."""

    folder: Path

    @property
    def keyring(self) -> Path:
        """The file that tells who may open the store."""
        return self.folder / "keyring.json"

    @property
    def keyring_copy(self) -> Path:
        """The second copy of that file."""
        return self.folder / "keyring.copy.json"

    @property
    def recovery(self) -> Path:
        """What opens the store without a passphrase: under the recovery code and for the organisation."""
        return self.folder / "recovery.json"

    @property
    def store(self) -> Path:
        """The folder of the database."""
        return self.folder / "store"

    @property
    def evidence(self) -> Path:
        """The folder of the encrypted evidence files."""
        return self.folder / "evidence"

    @property
    def exists(self) -> bool:
        """Whether an office was set up here, or what is left of one: a lost key file is no empty place.

        Raises `EnvironmentFault` ``store.cannot_open`` (path) when the folder may not be looked into.
        """
        try:
            return self.keyring.exists() or (self.store.is_dir() and any(self.store.iterdir()))
        except OSError as fault:
            raise EnvironmentFault("store.cannot_open", path=str(self.folder)) from fault
