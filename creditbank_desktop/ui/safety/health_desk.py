"""What the health section is given by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.backup_service import BackupService
from creditbank_desktop.services.health_service import HealthService
from creditbank_desktop.services.tables_service import TablesService
from creditbank_desktop.ui.running import ChangeBus, OperationRunner


@dataclass(frozen=True, slots=True)
class HealthDesk:
    """Services, threads, news, who works and the ways out.

    ``open_backups`` and ``open_sync`` bring the section of backups and the sync centre
    to the front, ``open_keys`` the dialog for passphrase and keys.
    """

    health: HealthService
    tables: TablesService
    backups: BackupService
    runner: OperationRunner
    bus: ChangeBus
    actor: Actor
    clock: Clock
    open_backups: Callable[[], object]
    open_sync: Callable[[], object]
    open_keys: Callable[[], object]
