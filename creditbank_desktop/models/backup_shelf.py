"""The folder that one device's backups lie in: making, listing, checking and clearing away.

Each backup is a folder named by its moment, made under another name and renamed when all of it was checked.
Evidence files lie beside them in one pool, each content once, because they are encrypted and never change.
Several devices may share the place: each has a folder of its own, named by its id.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from creditbank_desktop.domain.backup_progress import BackupProgress, BackupStage
from creditbank_desktop.domain.backups import BackupKind, Keeping, superfluous
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import BlobHash, DeviceId
from creditbank_desktop.models.backup import back_up, check_copy, flush, target_faults
from creditbank_desktop.models.backup_manifest import (
    FILE_LIST,
    MANIFEST,
    FilePart,
    Manifest,
    Part,
    digest_of,
    manifest_bytes,
    part_of,
    read_file_list,
    read_manifest,
    write_file_list,
)
from creditbank_desktop.models.backup_pool import blobs_in, copy_file, named_blobs
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.flushing import flush_folder

STORE = "store.db"
POOL = "evidence"
SHELF_PREFIX = "creditbank-"
_MAKING = ".making-"
_REMOVING = ".removing-"
_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"(\d{8}T\d{12}Z)-([a-z_]+)")
_STALE = timedelta(hours=2)
_TIMEOUT_MS = 5_000
_SAFETY_KEPT = 3


@dataclass(frozen=True, slots=True)
class Sources:
    """What is backed up: the database, the files that open it, and the folder of evidence files.

    ``keys`` are copied under their names; ``evidence`` is None for a copy of the database alone.
    """

    database: Path
    keys: tuple[Path, ...] = ()
    evidence: Path | None = None
    program: str = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup on a shelf: where it lies, when and why it was made, and its manifest.

    ``fault`` is the code of what is wrong with it at first sight, "" for nothing; ``manifest`` is None only
    with a fault.
    """

    folder: Path
    device: DeviceId
    made_at: datetime
    kind: BackupKind
    manifest: Manifest | None
    fault: str = ""

    @property
    def is_good(self) -> bool:
        """Return whether it was checked when it was made and looks whole."""
        return self.manifest is not None and not self.fault


class BackupShelf:
    """The backups of one device in one place; the place itself must be there already."""

    def __init__(self, place: Path, device: DeviceId) -> None:
        """Keep the backups of ``device`` in a folder of its own in ``place``."""
        self._place = place
        self._device = device
        self.folder = place / f"{SHELF_PREFIX}{device}"

    @property
    def pool(self) -> Path:
        """Return the folder of evidence files that all backups of the shelf share."""
        return self.folder / POOL

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups, the newest first; no key is needed. Raises as `target_faults`."""
        with target_faults(self._place):
            if not self.folder.is_dir():
                return ()
            found = [
                _glance(folder, self._device, match)
                for folder in self.folder.iterdir()
                if (match := _NAME.fullmatch(folder.name)) and folder.is_dir()
            ]
        return tuple(sorted((one for one in found if one), key=lambda one: one.made_at, reverse=True))

    def make(
        self, sources: Sources, data_key: bytes, kind: BackupKind, now: datetime, progress: BackupProgress
    ) -> Backup:
        """Make a backup, check it and return it; a half-made one is taken away again.

        Raises `EnvironmentFault` ("backup.target_…", "backup.damaged", "store.damaged", "evidence.…") and
        `Refused` "backup.cancelled". What lay on the shelf stays as it is.
        """
        if not self._place.is_dir():
            raise EnvironmentFault("backup.target_missing", path=str(self._place))
        now = self._free_moment(now)
        name = f"{now.astimezone(UTC):{_STAMP}}-{kind.value}"
        making = self.folder / f"{_MAKING}{name}"
        with target_faults(self._place):
            try:
                self.folder.mkdir(exist_ok=True)
                self._clear_left(now)
                making.mkdir()
                manifest = self._fill(making, sources, data_key, (kind, now), progress)
                progress.go_on()
                finished = making.rename(self.folder / name)
                flush_folder(self.folder)
            except BaseException:  # no half-made backup may stay, also on Ctrl+C
                _remove(making)
                raise
        progress.stage = BackupStage.DONE
        return Backup(finished, self._device, now, kind, manifest)

    def check(self, backup: Backup, data_key: bytes, progress: BackupProgress) -> Manifest:
        """Read a backup from beginning to end and return its manifest.

        Raises `EnvironmentFault`: "backup.no_manifest", "backup.damaged", "backup.other_key" (it was not made
        under this data key), "backup.newer", and as `target_faults`.
        """
        return check_backup(backup.folder, data_key, progress)

    def rotate(self, keeping: Keeping) -> int:
        """Clear away what need not be kept, and return how many went.

        Only good backups count and go: a damaged one never pushes a good one out. Of the copies made before a
        restore the last three stay.
        """
        found = [one for one in self.backups() if one.is_good]
        good = {one.made_at: one for one in found}
        safety = [one.made_at for one in found if one.kind is BackupKind.BEFORE_RESTORE]
        ordinary = [one.made_at for one in found if one.kind is not BackupKind.BEFORE_RESTORE]
        going = superfluous(ordinary, keeping) | frozenset(safety[_SAFETY_KEPT:])
        with target_faults(self._place):
            for made_at in going:
                _remove(good[made_at].folder)
            if going:
                self._clear_pool()
        return len(going)

    def _fill(
        self,
        making: Path,
        sources: Sources,
        data_key: bytes,
        reason: tuple[BackupKind, datetime],
        progress: BackupProgress,
    ) -> Manifest:
        facts = back_up(sources.database, making / STORE, data_key, progress)
        parts = [part_of(making / STORE)]
        files: list[FilePart] = []
        missing = 0
        if sources.evidence is not None:
            named = named_blobs(making / STORE, data_key)
            files = list(self._take_files(sources.evidence, data_key, progress))
            missing = len(named - {file.blob for file in files})
        for key in sources.keys:
            copied = making / key.name
            copied.write_bytes(key.read_bytes())
            flush(copied)
            parts.append(part_of(copied))
        write_file_list(making / FILE_LIST, files)
        flush(making / FILE_LIST)
        parts.append(part_of(making / FILE_LIST))
        kind, now = reason
        manifest = Manifest(
            kind=kind,
            made_at=now,
            facts=facts,
            parts=tuple(parts),
            files=len(files),
            file_bytes=sum(file.size_bytes for file in files),
            program=sources.program,
            files_missing=missing,
        ).sealed(data_key)
        (making / MANIFEST).write_bytes(manifest_bytes(manifest))
        flush(making / MANIFEST)
        _check_parts(making, manifest)
        return manifest

    def _take_files(self, evidence: Path, data_key: bytes, progress: BackupProgress) -> Iterator[FilePart]:
        """Bring every evidence file into the pool; what is there already is not copied again."""
        known = self._known_files()
        names = sorted(blobs_in(evidence))
        progress.enter(BackupStage.FILES, len(names))
        kept = EvidenceFiles(self.pool, data_key)
        self.pool.mkdir(exist_ok=True)
        for blob in names:
            progress.go_on()
            target = kept.path(blob)
            present = _size_of(target)
            file = known.get(blob)
            if present is None or file is None or file.size_bytes != present:
                file = copy_file(EvidenceFiles(evidence, data_key).path(blob), target, blob)
                if file is not None:
                    kept.verify(blob)
            if file is not None:
                yield file
            progress.done += 1

    def _free_moment(self, now: datetime) -> datetime:
        """Return ``now``, or the next moment behind it that no backup has: a clock may stand."""
        taken: set[datetime | None] = {one.made_at for one in self.backups()}
        if self.folder.is_dir():
            names = (path.name.removeprefix(_MAKING) for path in self.folder.iterdir())
            taken |= {_moment(match.group(1)) for match in map(_NAME.fullmatch, names) if match}
        while now in taken:
            now += timedelta(microseconds=1)
        return now

    def _known_files(self) -> dict[BlobHash, FilePart]:
        """Return what earlier good backups say of the pool; files that none of them knows are copied anew."""
        for backup in self.backups():
            if backup.is_good:
                with suppress(EnvironmentFault):
                    return {file.blob: file for file in read_file_list(backup.folder / FILE_LIST)}
        return {}

    def _clear_left(self, now: datetime) -> None:
        """Take away what an interrupted backup left behind; one that may still be under way stays."""
        for folder in self.folder.iterdir():
            if folder.name.startswith(_REMOVING):
                shutil.rmtree(folder, ignore_errors=True)
            elif folder.name.startswith(_MAKING):
                match = _NAME.fullmatch(folder.name.removeprefix(_MAKING))
                begun = _moment(match.group(1)) if match else None
                if begun is None or not timedelta() <= now - begun < _STALE:
                    shutil.rmtree(folder, ignore_errors=True)

    def _clear_pool(self) -> None:
        """Take evidence files away that no backup names; if one of the lists cannot be read, none."""
        needed: set[BlobHash] = set()
        for backup in self.backups():
            try:
                needed.update(file.blob for file in read_file_list(backup.folder / FILE_LIST))
            except EnvironmentFault:
                return
        if any(folder.name.startswith(_MAKING) for folder in self.folder.iterdir()):
            return
        for blob in list(blobs_in(self.pool)):
            if blob not in needed:
                (self.pool / blob[:2] / blob).unlink(missing_ok=True)


def device_of(database: Path, data_key: bytes) -> DeviceId:
    """Return the device that a database belongs to; raises `sqlcipher3.dbapi2.Error`."""
    with closing(open_database(database, data_key, busy_timeout_ms=_TIMEOUT_MS)) as connection:
        return DeviceId(connection.execute("SELECT device FROM device_identity").fetchone()[0])


def backups_in(place: Path) -> tuple[Backup, ...]:
    """Return the backups of all devices in ``place``, the newest first; raises as `target_faults`.

    ``place`` may also be one device's folder, or a single backup.
    """
    with target_faults(place):
        if not place.is_dir():
            raise EnvironmentFault("backup.target_missing", path=str(place))
        match = _NAME.fullmatch(place.name)
        if match and place.parent.name.startswith(SHELF_PREFIX):
            device = DeviceId(place.parent.name.removeprefix(SHELF_PREFIX))
            one = _glance(place, device, match)
            return () if one is None else (one,)
        folders = [place] if place.name.startswith(SHELF_PREFIX) else sorted(place.iterdir())
        found: list[Backup] = []
        for folder in folders:
            if folder.is_dir() and folder.name.startswith(SHELF_PREFIX):
                device = DeviceId(folder.name.removeprefix(SHELF_PREFIX))
                found += BackupShelf(folder.parent, device).backups()
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def check_backup(folder: Path, data_key: bytes, progress: BackupProgress) -> Manifest:
    """Read the backup in ``folder`` from beginning to end; raises as `BackupShelf.check`."""
    with target_faults(folder.parent):
        manifest = read_manifest(folder)
        if not manifest.is_sealed_by(data_key):
            raise EnvironmentFault("backup.other_key", path=str(folder))
        progress.enter(BackupStage.CHECKING, manifest.files + 1)
        _check_parts(folder, manifest)
        if check_copy(folder / STORE, data_key) != manifest.facts:
            raise EnvironmentFault("backup.damaged", path=str(folder))
        pool = EvidenceFiles(folder.parent / POOL, data_key)
        for file in read_file_list(folder / FILE_LIST):
            progress.go_on()
            pool.verify(file.blob)
            progress.done += 1
    return manifest


def _glance(folder: Path, device: DeviceId, match: re.Match[str]) -> Backup | None:
    made_at = _moment(match.group(1))
    if made_at is None or match.group(2) not in list(BackupKind):
        return None
    kind = BackupKind(match.group(2))
    try:
        manifest = read_manifest(folder)
    except EnvironmentFault as fault:
        return Backup(folder, device, made_at, kind, None, fault.code)
    sizes = all(_size_of(folder / part.name) == part.size_bytes for part in manifest.parts)
    return Backup(folder, device, made_at, kind, manifest, "" if sizes else "backup.damaged")


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _check_parts(folder: Path, manifest: Manifest) -> None:
    for part in manifest.parts:
        if not _is_same(folder / part.name, part):
            raise EnvironmentFault("backup.damaged", path=str(folder))


def _is_same(path: Path, part: Part) -> bool:
    return path.is_file() and digest_of(path) == (part.size_bytes, part.sha256)


def _size_of(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _remove(folder: Path) -> None:
    """Take a folder away; its name goes first, so that a half-removed backup is never listed."""
    if not folder.exists():
        return
    with suppress(OSError):
        going = folder.with_name(f"{_REMOVING}{folder.name.lstrip('.')}")
        folder.rename(going)
        folder = going
    shutil.rmtree(folder, ignore_errors=True)
