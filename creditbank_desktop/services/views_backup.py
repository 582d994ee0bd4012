"""What screens see of backups, restoring and exports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from creditbank_desktop.domain.backups import BackupKind


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """What an administrator decided: the second folder or stick ("": none), whether backups are made by
    themselves, and how many days, weeks and months they are kept.
    """

    folder: str = ""
    automatic: bool = True
    days: int = 7
    weeks: int = 4
    months: int = 12


@dataclass(frozen=True, slots=True)
class BackupView:
    """One backup: ``path`` names it everywhere; ``fault`` is the code of what is wrong with it ("": nothing).

    ``has_files`` is False for a copy of the database alone; ``files_missing`` evidence files were not on this
    computer when it was made. ``is_elsewhere``: it lies in the second folder, not on this computer's disk.
    """

    path: str
    made_at: datetime
    kind: BackupKind
    size_bytes: int
    operations: int
    files: int
    files_missing: int
    device: str
    is_own: bool
    has_files: bool = True
    is_elsewhere: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A folder that backups lie in; ``fault`` is the code of why it cannot be used now, "" for nothing."""

    path: str
    is_elsewhere: bool
    fault: str = ""


@dataclass(frozen=True, slots=True)
class BackupList:
    """All backups within reach, the newest first, and the places that were looked into.

    ``unsaved`` operations are in no good backup of this device, ``working_days`` have passed since the day of
    the newest (None: there is none).
    """

    backups: tuple[BackupView, ...] = ()
    places: tuple[PlaceView, ...] = ()
    unsaved: int = 0
    newest_at: datetime | None = None
    working_days: int | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Return whether a good backup lies in another place than this computer's disk."""
        return any(one.is_elsewhere and not one.fault and one.is_own for one in self.backups)


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A backup that was just made; ``fault`` says why it lies on this computer and not in the second folder,
    ``cleared`` how many older ones went.
    """

    backup: BackupView
    fault: str = ""
    cleared: int = 0


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What a restore did.

    ``rescued`` operations were still readable in what was there, ``unreadable`` ones could not be used;
    ``replaced`` is the folder that keeps it. ``files_missing`` evidence files were not in the backup;
    ``findings`` rows do not hold in the check of every chain and signature that follows. ``salvaged``: there
    was no backup, and this is what could be read of a damaged store, without ``unreadable`` rows.
    """

    made_at: datetime
    operations: int
    files: int
    files_missing: int
    rescued: int = 0
    unreadable: int = 0
    replaced: str = ""
    safety_copy: str = ""
    is_enrolled: bool = False
    findings: int = 0
    salvaged: bool = False


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote, and where."""

    path: str
    operations: int
    tables: int
    files: int
    papers: int
    size_bytes: int
    missing_files: int = 0
