"""Copies of the whole database while it is in use."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.schema import revision_of

_TIMEOUT_MS = 5_000


def back_up(source: Path, target: Path, data_key: bytes) -> None:
    """Copy the database ``source`` to ``target`` under the same key and check the copy by opening it.

    An existing ``target`` is replaced once the copy is whole. Raises `EnvironmentFault` "backup.damaged" when
    the copy does not hold, "store.cannot_open" when the folder cannot be written.
    """
    fresh = target.with_name(target.name + ".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
    except OSError as error:
        raise EnvironmentFault("store.cannot_open", path=str(target)) from error
    with (
        closing(open_database(source, data_key, busy_timeout_ms=_TIMEOUT_MS)) as original,
        closing(open_database(fresh, data_key, busy_timeout_ms=_TIMEOUT_MS)) as copy,
    ):
        original.backup(copy)
        # One file, without a log beside it that a careless copy would leave behind.
        copy.execute("PRAGMA journal_mode = DELETE")
    _check(fresh, data_key)
    fresh.replace(target)


def _check(path: Path, data_key: bytes) -> None:
    with closing(open_database(path, data_key, busy_timeout_ms=_TIMEOUT_MS, read_only=True)) as copy:
        broken = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()
        if broken or verdict is None or verdict[0] != "ok":
            raise EnvironmentFault("backup.damaged", path=str(path))
        revision_of(copy)
