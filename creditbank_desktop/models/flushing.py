"""Brings new names to the disk: a flushed file without a flushed name is gone after a power cut."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_REAL = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def flush_folder(folder: Path) -> None:
    """Bring the names in ``folder`` to the disk; Windows does so without being asked and opens no folders.

    Raises OSError when the disk fails; file systems that cannot flush a folder are believed.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in _REAL:
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those above it that are missing, names flushed; raises OSError."""
    missing = []
    place = folder
    while not place.is_dir():
        missing.append(place)
        place = place.parent
    for place in reversed(missing):
        place.mkdir(exist_ok=True)
        flush_folder(place.parent)
