"""How far a backup, a restore or an export is; polled by screens, written by the work."""

from __future__ import annotations

import threading
from enum import StrEnum

from creditbank_desktop.domain.failures import Refused


class BackupStage(StrEnum):
    """What a backup, a restore or an export is doing."""

    WAITING = "waiting"
    DATABASE = "database"
    FILES = "files"
    CHECKING = "checking"
    PUTTING_BACK = "putting_back"
    PAPERS = "papers"
    DONE = "done"


class BackupProgress:
    """How far a long piece of work is; polled by screens, written by the work. Cancelling stops between
    two steps, and nothing half-made stays behind.
    """

    def __init__(self) -> None:
        """Begin waiting."""
        self._cancelled = threading.Event()
        self.stage = BackupStage.WAITING
        self.done = 0
        self.total = 0

    def enter(self, stage: BackupStage, total: int = 0) -> None:
        """Begin a stage of ``total`` steps (0: unknown); raises as `go_on`."""
        self.go_on()
        self.stage, self.done, self.total = stage, 0, total

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Return whether the work was asked to stop."""
        return self._cancelled.is_set()

    def go_on(self) -> None:
        """Raise `Refused` ("backup.cancelled") if the work was asked to stop."""
        if self.cancelled:
            raise Refused("backup.cancelled")
