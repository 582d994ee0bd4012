"""Finishes a restore that was made whole and then cut short, whoever opens the office next."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.devices.files import remove_folder, write_whole
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models.flushing import flush_folder

STAGING = "restoring"
READY = "ready.json"
LOCK_NAME = "restoring.lock"
REPLACED_PREFIX = "replaced-"
KEY_FILES = ("keyring.json", "recovery.json")
_KEPT_REPLACED = 2


def complete_restore(place: OfficePlace) -> bool:
    """Finish a restore that was made whole and cut short, or clear away one that was not; return whether a
    restored office took its place. Every road to an office goes by here; doing it again does nothing.

    Raises `EnvironmentFault`: "restore.under_way" while another program restores, "folder.unwritable".
    """
    if not (place.folder / STAGING).is_dir():
        return False
    with restore_lock(place):
        return finish_restore(place)


def has_finished_restore(place: OfficePlace) -> bool:
    """Return whether a restore was made whole there and not yet put in its place."""
    return (place.folder / STAGING / READY).is_file()


@contextmanager
def restore_lock(place: OfficePlace) -> Iterator[None]:
    """Keep every other program from restoring in ``place``, and from finishing what is not done yet.

    Raises `EnvironmentFault`: "restore.under_way", "folder.unwritable".
    """
    from PySide6.QtCore import QLockFile

    lock = QLockFile(str(place.folder / LOCK_NAME))
    # Whether its process lives decides, not the age of the lock: a big office takes its time.
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() is QLockFile.LockError.LockFailedError:
            raise EnvironmentFault("restore.under_way", path=str(place.folder))
        raise EnvironmentFault("folder.unwritable", path=str(place.folder), reason=LOCK_NAME)
    try:
        yield
    finally:
        lock.unlock()


def finish_restore(place: OfficePlace) -> bool:
    """Do as `complete_restore` for whoever holds the `restore_lock`."""
    staging = place.folder / STAGING
    if not staging.is_dir():
        return False
    try:
        note = json.loads((staging / READY).read_text("utf-8"))
        replaced = place.folder / str(note["replaced"])
        keeps_keyring = bool(note["keeps_keyring"])
    except (OSError, ValueError, KeyError, TypeError):
        remove_folder(staging)
        return False
    try:
        _put_in_place(place, staging, replaced, keeps_keyring)
    except OSError as fault:
        reason = fault.strerror or ""
        raise EnvironmentFault("folder.unwritable", path=str(place.folder), reason=reason) from fault
    return True


def _put_in_place(place: OfficePlace, staging: Path, replaced: Path, keeps_keyring: bool) -> None:
    replaced.mkdir(mode=0o700, exist_ok=True)
    fresh = staging / "store"
    if fresh.is_dir():
        if place.store.is_dir():
            place.store.rename(replaced / "store")
        fresh.rename(place.store)
        flush_folder(place.folder)
    if not keeps_keyring:
        for present in (*place.folder.glob("keyring*.json"), place.folder / "recovery.json"):
            if present.is_file() and not (replaced / present.name).exists():
                shutil.copyfile(present, replaced / present.name)
        _replace_keys(place, staging)
    (staging / READY).rename(replaced / READY)
    flush_folder(place.folder)
    remove_folder(staging)
    for old in sorted(place.folder.glob(f"{REPLACED_PREFIX}*"))[:-_KEPT_REPLACED]:
        remove_folder(old)


def _replace_keys(place: OfficePlace, staging: Path) -> None:
    for name in KEY_FILES:
        staged = staging / name
        if staged.is_file():
            write_whole(place.folder / name, staged.read_bytes())
            if name == place.keyring.name:
                # The second copy of the keys that were there would stand in for these.
                write_whole(place.keyring_copy, staged.read_bytes())
