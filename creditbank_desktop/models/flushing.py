"""Brings new names to the disk: a flushed file without a flushed name is gone after a power cut.

On Windows a virus scanner holds a file for a moment after it was written; replacing it waits for that.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

_REAL = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS)


SHARING_VIOLATIONS = (5, 32, 33)
"""What Windows answers while another program has the file: access denied, sharing and lock violation."""
_PAUSES_S = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64)


def replace_file(fresh: Path, target: Path, wait: Callable[[float], object] = time.sleep) -> None:
    """Let ``fresh`` take the place of ``target``, waiting up to 1.3 s while another program holds either.

    Raises OSError, at once for everything that waiting does not help.
    """
    for pause in _PAUSES_S:
        try:
            fresh.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in SHARING_VIOLATIONS:
                raise
            wait(pause)
        else:
            return
    fresh.replace(target)


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
