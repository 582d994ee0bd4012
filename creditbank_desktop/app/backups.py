"""The backups of one office: where they lie, making, listing and checking them; fills the services' port."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.devices.files import write_whole
from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.backups import BackupKind, Keeping
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import DeviceId
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.models.backup_shelf import Backup, BackupShelf, Sources, backups_in, check_backup
from creditbank_desktop.models.opening import BACKUP_FOLDER, DATABASE_NAME
from creditbank_desktop.services.views_backup import BackupView, MadeBackup, PlaceView
from creditbank_desktop.vault.age_files import AgeWriter
from creditbank_desktop.version import VERSION

LOCAL_FOLDER = "backups"
PLACES_FILE = "backup-places.json"
_TARGET_FAULTS = "backup.target_"
_KEY_FILES = ("keyring.json", "recovery.json")


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The newest good backup of an office, found without a key: when and where (None, "" for none)."""

    made_at: datetime | None = None
    path: str = ""
    is_elsewhere: bool = False


class OfficeBackups:
    """The backups of an open office; one is made at a time. Callable from any thread."""

    def __init__(self, place: OfficePlace, device: DeviceId, data_key: bytes, clock: Clock) -> None:
        """Back up what lies in ``place`` for ``device``."""
        self._place = place
        self._device = device
        self._data_key = data_key
        self._clock = clock
        self._turn = threading.Lock()

    def make(self, kind: BackupKind, folder: str, keeping: Keeping, progress: BackupProgress) -> MadeBackup:
        """Make a backup in ``folder`` ("": on this computer), check it, and clear older ones away.

        A second folder that is away, full or read-only is no reason to go without: a backup that was due is
        then made on this computer and the result says why. Raises `Refused` ("backup.running",
        "backup.cancelled") and `EnvironmentFault` as `BackupShelf.make`.
        """
        if not self._turn.acquire(blocking=False):
            raise Refused("backup.running")
        try:
            if not folder:
                return self._make(self._local(), kind, keeping, progress)
            try:
                return self._make(Path(folder), kind, keeping, progress)
            except EnvironmentFault as fault:
                if kind is not BackupKind.DAILY or not fault.code.startswith(_TARGET_FAULTS):
                    raise
                made = self._make(self._local(), kind, keeping, progress)
                return MadeBackup(made.backup, fault.code, made.cleared)
        finally:
            self._turn.release()

    def found(self, folder: str) -> tuple[tuple[BackupView, ...], tuple[PlaceView, ...]]:
        """Return all backups within reach, the newest first, and the places that were looked into."""
        return backups_of(self._place, folder, self._device)

    def check(self, path: str, progress: BackupProgress) -> None:
        """Read a backup from beginning to end; raises `EnvironmentFault` as `BackupShelf.check`."""
        check_backup(Path(path), self._data_key, progress)

    def remember(self, folder: str) -> None:
        """Keep the second folder outside the store too: a damaged store cannot tell where its backups are."""
        remember_place(self._place, folder)

    def problem_with(self, folder: str) -> str:
        """Return the code of why ``folder`` is no place for backups, "" if it is one."""
        path = Path(folder)
        if not path.is_absolute():
            return "backup.folder_relative"
        if not path.is_dir():
            return "backup.folder_missing"
        if path.resolve().is_relative_to(self._place.folder.resolve()):
            return "backup.folder_inside"
        probe = path / f".creditbank-{self._device}"
        try:
            probe.write_bytes(b"x")
            probe.unlink()
        except OSError:
            return "backup.folder_unwritable"
        return ""

    def encrypting(self, target: BinaryIO, passphrase: str) -> AgeWriter:
        """Return what encrypts into ``target`` so that any age program opens it with the passphrase."""
        return AgeWriter(target, passphrase)

    def _local(self) -> Path:
        folder = self._place.folder / LOCAL_FOLDER
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise EnvironmentFault("backup.target_read_only", path=str(folder)) from error
        return folder

    def _make(self, place: Path, kind: BackupKind, keeping: Keeping, progress: BackupProgress) -> MadeBackup:
        shelf = BackupShelf(place, self._device)
        made = shelf.make(sources_of(self._place), self._data_key, kind, self._clock.now(), progress)
        cleared = shelf.rotate(keeping)
        is_elsewhere = not place.is_relative_to(self._place.folder)
        return MadeBackup(_view(made, self._device, is_elsewhere), cleared=cleared)


def sources_of(place: OfficePlace) -> Sources:
    """Return what is backed up of the office in ``place``."""
    keys = (place.folder / name for name in _KEY_FILES)
    return Sources(
        place.store / DATABASE_NAME, tuple(key for key in keys if key.is_file()), place.evidence, VERSION
    )


def backups_of(
    place: OfficePlace, folder: str = "", device: DeviceId | None = None
) -> tuple[tuple[BackupView, ...], tuple[PlaceView, ...]]:
    """Return the backups of an office without any key: in ``folder`` or else the second folder that it
    remembers, and on this computer. Without a ``device`` every backup counts as its own.
    """
    elsewhere = [folder or remembered_place(place)]
    local = [str(place.folder / LOCAL_FOLDER), str(place.store / BACKUP_FOLDER)]
    found: list[BackupView] = []
    places: list[PlaceView] = []
    for path in [*filter(None, elsewhere), *local]:
        is_elsewhere = path not in local
        try:
            if not is_elsewhere and not Path(path).is_dir():
                continue
            found += (_view(one, device, is_elsewhere) for one in backups_in(Path(path)))
            places.append(PlaceView(path, is_elsewhere))
        except EnvironmentFault as fault:
            places.append(PlaceView(path, is_elsewhere, fault.code))
    found.sort(key=lambda one: one.made_at, reverse=True)
    return tuple(found), tuple(places)


def backups_within_reach(place: OfficePlace, folder: str) -> tuple[BackupView, ...]:
    """Return the backups in ``folder``, or with "" all that the office knows of, the newest first.

    Raises `EnvironmentFault` ("backup.target_…") for a folder that cannot be looked into.
    """
    found, places = backups_of(place, folder)
    if not folder:
        return found
    fault = next((one.fault for one in places if one.is_elsewhere and one.fault), "")
    if fault:
        raise EnvironmentFault(fault, path=folder)
    return tuple(one for one in found if one.is_elsewhere)


def last_backup(place: OfficePlace) -> LastBackup:
    """Return the newest good backup of the office in ``place``; needs no key and opens nothing."""
    found, _places = backups_of(place)
    newest = next((one for one in found if not one.fault and one.has_files), None)
    return LastBackup() if newest is None else LastBackup(newest.made_at, newest.path, newest.is_elsewhere)


def remember_place(place: OfficePlace, folder: str) -> None:
    """Keep the second folder in a file beside the store; raises `EnvironmentFault` ``file.unwritable``."""
    write_whole(place.folder / PLACES_FILE, json.dumps({"folder": folder}).encode())


def remembered_place(place: OfficePlace) -> str:
    """Return the second folder that was remembered, "" for none."""
    try:
        plain = json.loads((place.folder / PLACES_FILE).read_text("utf-8"))
        return str(plain["folder"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def newest(views: Iterable[BackupView]) -> BackupView | None:
    """Return the newest backup that looks whole."""
    return next((one for one in views if not one.fault), None)


def _view(backup: Backup, device: DeviceId | None, is_elsewhere: bool) -> BackupView:
    manifest = backup.manifest
    facts = None if manifest is None else manifest.facts
    return BackupView(
        path=str(backup.folder),
        made_at=backup.made_at,
        kind=backup.kind,
        size_bytes=0 if manifest is None else manifest.size_bytes,
        operations=0 if facts is None else facts.operations,
        files=0 if manifest is None else manifest.files,
        files_missing=0 if manifest is None else manifest.files_missing,
        device=backup.device,
        is_own=device is None or backup.device == device,
        has_files=backup.kind is not BackupKind.BEFORE_MIGRATION,
        is_elsewhere=is_elsewhere,
        fault=backup.fault,
    )
