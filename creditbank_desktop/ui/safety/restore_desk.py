"""What the page of a restore is given; light, because the first window may show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.services.views_backup import BackupView, RestoreReport
from creditbank_desktop.ui.i18n import tr


def choose_folder(parent: QWidget, present: str) -> str:
    """Let the user choose a folder; "" when the dialog is closed without."""
    return QFileDialog.getExistingDirectory(parent, tr("Choose a folder"), present)


def choose_file(parent: QWidget, present: str) -> str:
    """Let the user choose a file; "" when the dialog is closed without."""
    return QFileDialog.getOpenFileName(parent, tr("Choose a file"), present)[0]


SALVAGE = "salvage"
"""In the place of a backup's path: there is none, bring back what can be read of the damaged store."""


@dataclass(frozen=True, slots=True)
class RestoreRequest:
    """Which backup is put back, and what opens it: login and passphrase, the recovery code, or the code of an
    unlock file.
    """

    path: str
    login: str = ""
    passphrase: str = ""
    code: str = ""
    unlock_file: str = ""


class RestoreDesk(Protocol):
    """Puts a backup back while nobody has the office open; every method is called on a worker thread."""

    def restorable(self, folder: str) -> tuple[BackupView, ...]:
        """Return the backups in ``folder``, or with "" all within reach, the newest first.

        Raises `EnvironmentFault`.
        """

    def restore(self, request: RestoreRequest, progress: BackupProgress) -> RestoreReport:
        """Put a backup back; raises `Problems`, `Refused`, `EnvironmentFault`, and then all is as it was."""
