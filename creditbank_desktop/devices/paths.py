"""Where the program keeps its files on each system, and what must not leak out of its memory."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from creditbank_desktop.domain.failures import EnvironmentFault

APPLICATION = "CreditBank"


@dataclass(frozen=True, slots=True)
class Folders:
    """The program's folders: the store and evidence, settings, what can be made again, and logs."""

    data: Path
    config: Path
    cache: Path
    logs: Path

    def make(self) -> Folders:
        """Create what is missing, for this user only, and return the same folders.

        Raises `EnvironmentFault` ``folder.unwritable`` (path, reason).
        """
        for folder in (self.data, self.config, self.cache, self.logs):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                # On Windows the user's profile already is private and the mode says nothing.
                if os.name == "posix":
                    folder.chmod(0o700)
            except OSError as fault:
                reason = fault.strerror or ""
                raise EnvironmentFault("folder.unwritable", path=str(folder), reason=reason) from fault
        return self


def system_folders() -> Folders:
    """Return the folders that the system gives to programs of this user; nothing is created.

    XDG folders on Linux, ``~/Library`` on macOS, ``%LOCALAPPDATA%`` on Windows (never the roaming profile:
    a store must not be copied while it is open).
    """
    found = platformdirs.PlatformDirs(APPLICATION, appauthor=False, roaming=False)
    return Folders(
        data=found.user_data_path,
        config=found.user_config_path,
        cache=found.user_cache_path,
        logs=found.user_log_path,
    )


def folders_under(root: Path) -> Folders:
    """Return folders that all lie under ``root``, as ``--data-dir`` asks for; nothing is created."""
    return Folders(root / "data", root / "config", root / "cache", root / "logs")


def forbid_memory_dumps() -> bool:
    """Keep keys out of core dumps; return whether the system took it.

    On POSIX the size limit becomes 0, on Linux the process also becomes undumpable, which keeps other
    programs of the same user from reading its memory. On Windows error reports leave the heap out; a
    dump that an administrator has switched on for all programs (LocalDumps) no program can forbid, and the
    answer is False.
    """
    if sys.platform == "win32":
        _leave_heap_out_of_reports()
        return False
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return False
    if sys.platform == "linux":
        _become_undumpable()
    return True


def memory_dumps_forbidden() -> bool:
    """Return whether the system would write no memory of this process to the disk."""
    if sys.platform == "win32":
        return False
    import resource

    no_core = resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    return no_core and (sys.platform != "linux" or _prctl(_GET_DUMPABLE) == 0)


def passing_folder(data: Path) -> Path:
    """Return where a paper lies while another program shows it.

    On Linux in the user's folder in memory (``XDG_RUNTIME_DIR``), so that it never reaches the disk;
    elsewhere below ``data``. What a killed program left there is removed at the next start.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR", "") if sys.platform == "linux" else ""
    if runtime and Path(runtime).is_dir() and os.access(runtime, os.W_OK):
        owner = hashlib.sha256(str(data.absolute()).encode()).hexdigest()[:16]
        return Path(runtime) / f"creditbank-{owner}"
    return data / "printed"


_GET_DUMPABLE, _SET_DUMPABLE = 3, 4
"""PR_GET_DUMPABLE and PR_SET_DUMPABLE in linux/prctl.h."""


def _become_undumpable() -> None:
    _prctl(_SET_DUMPABLE)


def _prctl(option: int) -> int:
    import ctypes

    try:
        return int(ctypes.CDLL(None).prctl(option, 0, 0, 0, 0))
    except (OSError, AttributeError):
        return -1


def _leave_heap_out_of_reports() -> None:
    import ctypes

    no_heap = 1  # WER_FAULT_REPORTING_FLAG_NOHEAP in werapi.h
    with suppress(OSError, AttributeError):
        ctypes.CDLL("kernel32").WerSetFlags(no_heap)
