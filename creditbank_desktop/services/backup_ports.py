"""What the services need of backups: they lie outside the database, and their keys outside the services."""

from __future__ import annotations

from typing import BinaryIO, Protocol

from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.backups import BackupKind, Keeping
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.services.export_sinks import EncryptedWriter
from creditbank_desktop.services.views_backup import BackupView, MadeBackup, PlaceView


class Backups(Protocol):
    """Makes and finds backups of this office; filled by the composition root, which holds the keys."""

    def make(self, kind: BackupKind, folder: str, keeping: Keeping, progress: BackupProgress) -> MadeBackup:
        """Make a backup in ``folder`` ("": on this computer), check it, and clear older ones away.

        Raises `Refused` ("backup.running", "backup.cancelled") and `EnvironmentFault`.
        """

    def found(self, folder: str) -> tuple[tuple[BackupView, ...], tuple[PlaceView, ...]]:
        """Return all backups within reach, the newest first, and the places that were looked into."""

    def check(self, path: str, progress: BackupProgress) -> None:
        """Read a backup from beginning to end; raises `EnvironmentFault`."""

    def remember(self, folder: str) -> None:
        """Keep the second folder outside the store too."""

    def problem_with(self, folder: str) -> str:
        """Return the code of why ``folder`` is no place for backups, "" if it is one."""

    def encrypting(self, target: BinaryIO, passphrase: str) -> EncryptedWriter:
        """Return what encrypts into ``target`` so that any age program opens it with the passphrase."""


class NoBackups:
    """Stands where nothing can be backed up: an office without a folder of its own."""

    def make(self, kind: BackupKind, folder: str, keeping: Keeping, progress: BackupProgress) -> MadeBackup:
        """Refuse."""
        raise Refused("backup.nowhere")

    def found(self, folder: str) -> tuple[tuple[BackupView, ...], tuple[PlaceView, ...]]:
        """Return none."""
        return (), ()

    def check(self, path: str, progress: BackupProgress) -> None:
        """Refuse."""
        raise Refused("backup.nowhere")

    def remember(self, folder: str) -> None:
        """Keep nothing."""

    def problem_with(self, folder: str) -> str:
        """Return that there is none."""
        return "backup.nowhere"

    def encrypting(self, target: BinaryIO, passphrase: str) -> EncryptedWriter:
        """Refuse."""
        raise Refused("backup.nowhere")
