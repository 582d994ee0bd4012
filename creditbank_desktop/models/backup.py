"""Copies of the whole database while it is in use, and what a copy says of itself."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from creditbank_desktop.domain.backup_progress import BackupProgress, BackupStage
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.faults import (
    BUSY,
    CORRUPT,
    FULL,
    IO_ERROR,
    LOCKED,
    NOT_A_DATABASE,
    READ_ONLY,
    result_code,
)
from creditbank_desktop.models.flushing import flush_folder, make_folder
from creditbank_desktop.models.schema import revision_of

_TIMEOUT_MS = 5_000
_PAGES_A_STEP = 2_000
_LEAST_FREE_BYTES = 1_048_576


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What a database says of itself: whose it is, and how far its history goes.

    ``operations`` counts own and pulled ones.
    """

    device: str
    office: str
    revision: str
    incarnation: str
    sequence: int
    head_hash: str
    operations: int


def back_up(source: Path, target: Path, data_key: bytes, progress: BackupProgress | None = None) -> CopyFacts:
    """Copy the database ``source`` to ``target`` under the same key, check the copy by opening it and return
    what it says of itself.

    An existing ``target`` is replaced once the copy is whole. Raises `EnvironmentFault` "backup.damaged" when
    the copy does not hold, as `target_faults` for the place that it is written to, and `Refused`
    "backup.cancelled".
    """
    progress = progress or BackupProgress()
    fresh = target.with_name(target.name + ".new")
    with target_faults(target.parent):
        try:
            make_folder(target.parent)
            fresh.unlink(missing_ok=True)
            _copy(source, fresh, data_key, progress)
            progress.enter(BackupStage.CHECKING)
            facts = check_copy(fresh, data_key)
            flush(fresh)
            fresh.replace(target)
            flush_folder(target.parent)
        except BaseException:  # no half-made copy may stay, also on Ctrl+C
            for name in (fresh.name, f"{fresh.name}-journal"):
                with suppress(OSError):
                    fresh.with_name(name).unlink(missing_ok=True)
            raise
    return facts


def check_copy(path: Path, data_key: bytes) -> CopyFacts:
    """Open a copy, read every page of it and return what it says of itself.

    Raises `EnvironmentFault` "backup.damaged" (path), "store.foreign" or "store.newer".
    """
    try:
        with closing(open_database(path, data_key, busy_timeout_ms=_TIMEOUT_MS, read_only=True)) as copy:
            broken = copy.execute("PRAGMA cipher_integrity_check").fetchall()
            verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()
            if broken or verdict is None or verdict[0] != "ok":
                raise EnvironmentFault("backup.damaged", path=str(path))
            return _facts(copy)
    except dbapi2.DatabaseError as error:
        raise EnvironmentFault("backup.damaged", path=str(path)) from error


@contextmanager
def target_faults(folder: Path) -> Iterator[None]:
    """Turn what can go wrong with the place that is written to into `EnvironmentFault`, each with path:
    "backup.target_missing" (removed), "backup.target_full", "backup.target_read_only",
    "backup.target_failed" (reason). Within another, the outer one's path counts: it is the place that
    somebody chose.
    """
    try:
        yield
    except EnvironmentFault as fault:
        if fault.code.startswith("backup.target_"):
            raise _at(folder, fault) from fault
        raise
    except OSError as error:
        raise _fault(folder, error.errno, error.strerror or type(error).__name__) from error
    except dbapi2.Error as error:
        code = result_code(error)
        if code in (BUSY, LOCKED):
            raise EnvironmentFault("store.locked") from error
        if code in (CORRUPT, NOT_A_DATABASE):
            raise EnvironmentFault("store.damaged") from error
        number = {FULL: errno.ENOSPC, READ_ONLY: errno.EROFS, IO_ERROR: errno.EIO}.get(code or 0)
        raise _fault(folder, number, str(error).splitlines()[0]) from error


def flush(path: Path) -> None:
    """Bring a file's bytes and its name to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    flush_folder(path.parent)


def _copy(source: Path, fresh: Path, data_key: bytes, progress: BackupProgress) -> None:
    def on_step(_status: int, remaining: int, total: int) -> None:
        progress.done, progress.total = total - remaining, total
        progress.go_on()

    progress.enter(BackupStage.DATABASE)
    with (
        closing(open_database(source, data_key, busy_timeout_ms=_TIMEOUT_MS, read_only=True)) as original,
        closing(open_database(fresh, data_key, busy_timeout_ms=_TIMEOUT_MS)) as copy,
    ):
        # One snapshot from the first page to the last: writing goes on and does not make us begin again.
        original.execute("BEGIN")
        original.execute("SELECT count(*) FROM sqlite_master").fetchone()
        original.backup(copy, pages=_PAGES_A_STEP, progress=on_step)
        # One file, without a log beside it that a careless copy would leave behind.
        copy.execute("PRAGMA journal_mode = DELETE")


def _facts(copy: Any) -> CopyFacts:
    revision = revision_of(copy)
    device, office, incarnation = copy.execute(
        "SELECT device, office, incarnation FROM device_identity"
    ).fetchone()
    head = copy.execute(
        "SELECT seq, head_hash FROM stream WHERE incarnation = ? ORDER BY seq DESC LIMIT 1", (incarnation,)
    ).fetchone()
    (operations,) = copy.execute("SELECT count(*) FROM operation").fetchone()
    sequence, head_hash = head or (0, "")
    return CopyFacts(device, office, revision, incarnation, sequence, head_hash, operations)


def _at(folder: Path, fault: EnvironmentFault) -> EnvironmentFault:
    return EnvironmentFault(fault.code, **{**fault.params, "path": str(folder)})


def _fault(folder: Path, number: int | None, reason: str) -> EnvironmentFault:
    path = str(folder)
    if number in (errno.ENOSPC, errno.EDQUOT) or _is_full(folder):
        return EnvironmentFault("backup.target_full", path=path)
    if not _is_there(folder):
        return EnvironmentFault("backup.target_missing", path=path)
    if number in (errno.EROFS, errno.EACCES, errno.EPERM):
        return EnvironmentFault("backup.target_read_only", path=path)
    return EnvironmentFault("backup.target_failed", path=path, reason=reason)


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir() and os.access(folder, os.R_OK)
    except OSError:
        return False


def _is_full(folder: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(folder).free < _LEAST_FREE_BYTES
    return False
