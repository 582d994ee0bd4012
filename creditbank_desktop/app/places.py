"""Where an office keeps its files; light, because the first window asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OfficePlace:
    """Where one office keeps its files."""

    folder: Path

    @property
    def keyring(self) -> Path:
        """The file that tells who may open the store."""
        return self.folder / "keyring.json"

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
        """Whether an office was set up here."""
        return self.keyring.exists()
