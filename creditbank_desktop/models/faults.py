"""Which failures of the database are the environment's, judged by SQLite's result codes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from creditbank_desktop.domain.failures import EnvironmentFault

BUSY, LOCKED, READ_ONLY, IO_ERROR, CORRUPT, FULL, CANNOT_OPEN, NOT_A_DATABASE = 5, 6, 8, 10, 11, 13, 14, 26

_LEAST_FREE_BYTES = 1_048_576
_CODES: Mapping[int, str] = MappingProxyType(
    {
        BUSY: "store.locked",
        LOCKED: "store.locked",
        READ_ONLY: "store.read_only",
        IO_ERROR: "store.io",
        CORRUPT: "store.damaged",
        FULL: "store.disk_full",
        CANNOT_OPEN: "store.cannot_open",
        NOT_A_DATABASE: "store.damaged",
    }
)


def result_code(error: BaseException) -> int | None:
    """Return SQLite's primary result code of a database error, or None if it is none."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def fault_of(error: BaseException, folder: Path) -> EnvironmentFault | None:
    """Return the environment's fault behind a database error, or None if the error is ours.

    ``folder`` is where the database lies: a failed write to a full disk may come as an input/output error.
    """
    code = result_code(error)
    name = _CODES.get(code) if code is not None else None
    if name == "store.io" and _is_full(folder):
        name = "store.disk_full"
    return None if name is None else EnvironmentFault(name, detail=str(error).splitlines()[0])


@contextmanager
def environment_faults(folder: Path) -> Iterator[None]:
    """Turn database errors that are the environment's into `EnvironmentFault`; let all others pass."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        fault = fault_of(error, folder)
        if fault is None:
            raise
        raise fault from error


def _is_full(folder: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(folder).free < _LEAST_FREE_BYTES
    return False
