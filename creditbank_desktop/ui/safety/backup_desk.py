"""What the screens of backups are given by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.backup_service import BackupService
from creditbank_desktop.services.export_service import ExportService
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.safety.restore_desk import choose_folder


@dataclass(frozen=True, slots=True)
class BackupDesk:
    """Services, threads, news, who works and the ways out.

    ``ask_restore(path)`` leaves the office and shows the page on which a backup is put back.
    """

    backups: BackupService
    exports: ExportService
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    clock: Clock
    ask_restore: Callable[[str], object]
    choose_folder: Callable[[QWidget, str], str] = choose_folder
