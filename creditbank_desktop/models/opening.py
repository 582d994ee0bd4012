"""Opening the database file: what it is, whether it can be written, and whether its tables are up to date."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models.anchor import read_anchor
from creditbank_desktop.models.database import PAGE_BYTES, SALT_BYTES, open_database, use_write_ahead_log
from creditbank_desktop.models.faults import CORRUPT, NOT_A_DATABASE, environment_faults, result_code
from creditbank_desktop.models.schema import HEAD, revision_of

DATABASE_NAME = "store.db"
BACKUP_FOLDER = "backups"
_PLAIN_HEADER = b"SQLite format 3\x00"


def check_and_migrate(folder: Path, data_key: bytes, now: datetime, busy_timeout_ms: int) -> Path:
    """Make sure that the database in ``folder`` can be worked with, and return its path.

    A database of an older revision is backed up and migrated. Raises `EnvironmentFault` "store.missing",
    "store.foreign", "store.wrong_key", "store.damaged", "store.newer", "store.read_only", "store.locked",
    "store.disk_full".
    """
    path = folder / DATABASE_NAME
    if not path.is_file():
        raise EnvironmentFault("store.missing", path=str(path))
    _check_shape(path)
    if not os.access(path, os.W_OK) or not os.access(folder, os.W_OK):
        raise EnvironmentFault("store.read_only", path=str(path))
    with environment_faults(folder):
        revision = _revision(path, data_key, busy_timeout_ms)
        _check_writable(path, data_key, busy_timeout_ms)
        if revision != HEAD:
            # Alembic costs 200 ms to import, so only a database that needs it pays.
            from creditbank_desktop.models.migrating import migrate

            migrate(path, data_key, folder / BACKUP_FOLDER, now)
    return path


def salt_of(path: Path) -> bytes:
    """Return the salt that the encrypted file begins with."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def sight_of(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at ``path`` from any other on this system, None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _check_shape(path: Path) -> None:
    try:
        with path.open("rb") as file:
            beginning = file.read(len(_PLAIN_HEADER))
        size = path.stat().st_size
    except PermissionError as error:
        raise EnvironmentFault("store.cannot_open", path=str(path)) from error
    # A power cut can leave the last page torn; its content is in the log then, which is emptied only later.
    is_torn = size % PAGE_BYTES and not _has_log(path)
    if size == 0 or is_torn or beginning == _PLAIN_HEADER:
        raise EnvironmentFault("store.foreign", path=str(path))


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.is_file() and log.stat().st_size > 0


def _revision(path: Path, data_key: bytes, busy_timeout_ms: int) -> str:
    """Return the revision; a file that reads as damaged is opened a second time before it is called so.

    A single failed read looks like damage, and the connection that met it is lost.
    """
    try:
        return _read_revision(path, data_key, busy_timeout_ms)
    except dbapi2.Error as error:
        if result_code(error) not in (CORRUPT, NOT_A_DATABASE):
            raise
    try:
        return _read_revision(path, data_key, busy_timeout_ms)
    except dbapi2.Error as error:
        if result_code(error) not in (CORRUPT, NOT_A_DATABASE):
            raise
        raise EnvironmentFault(_why_unreadable(path, data_key), path=str(path)) from error


def _read_revision(path: Path, data_key: bytes, busy_timeout_ms: int) -> str:
    connection = open_database(path, data_key, busy_timeout_ms=busy_timeout_ms)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return revision_of(connection)
    finally:
        connection.close()


def _why_unreadable(path: Path, data_key: bytes) -> str:
    anchor = read_anchor(path.parent)
    if anchor is None:
        return "store.wrong_key"
    if not anchor.fits_key(data_key):
        return "store.wrong_key"
    return "store.damaged" if salt_of(path).hex() == anchor.salt else "store.foreign"


def _check_writable(path: Path, data_key: bytes, busy_timeout_ms: int) -> None:
    connection: Any = open_database(path, data_key, busy_timeout_ms=busy_timeout_ms)
    try:
        use_write_ahead_log(connection)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    finally:
        connection.close()
