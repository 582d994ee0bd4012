"""Files written as a whole, and folders removed with all that is in them."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from creditbank_desktop.domain.failures import EnvironmentFault

_SHARING_VIOLATIONS = (5, 32, 33)
"""What Windows answers while another program has the file."""
_PAUSES_S = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64)


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` so that after a crash there is the old file or the new one, never a part.

    Raises `EnvironmentFault` ``file.unwritable`` (path, reason).
    """
    with writing_whole(path) as file:
        file.write(data)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside ``path`` that takes its place when the block ends well, and vanishes otherwise.

    Raises `EnvironmentFault` ``file.unwritable`` (path, reason) for every failure of the disk.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _replace_patiently(part, path)
    except OSError as fault:
        part.unlink(missing_ok=True)
        raise _unwritable(path, fault) from fault
    except BaseException:  # no half-made file may stay, also on Ctrl+C
        part.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _replace_patiently(part: Path, path: Path, wait: Callable[[float], object] = time.sleep) -> None:
    """Let ``part`` take the place of ``path``; a virus scanner that holds one of them is waited for, 1.3 s.

    The store's own files do the same by themselves: layers beside each other share no code.
    """
    for pause in _PAUSES_S:
        try:
            part.replace(path)
        except PermissionError as fault:
            if getattr(fault, "winerror", None) not in _SHARING_VIOLATIONS:
                raise
            wait(pause)
        else:
            return
    part.replace(path)


def _flush_folder(folder: Path) -> None:
    """Bring a new name itself to the disk; Windows does so without being asked and opens no folders."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(path: Path, fault: OSError) -> EnvironmentFault:
    return EnvironmentFault("file.unwritable", path=str(path), reason=fault.strerror or "")


def remove_folder(folder: Path) -> None:
    """Remove ``folder`` with all that is in it; one that is not there is gone already.

    Raises `EnvironmentFault` ``folder.unremovable`` (path, reason), for example while a file in it is open.
    """
    if not folder.exists():
        return
    try:
        shutil.rmtree(folder)
    except OSError as fault:
        raise EnvironmentFault("folder.unremovable", path=str(folder), reason=fault.strerror or "") from fault
