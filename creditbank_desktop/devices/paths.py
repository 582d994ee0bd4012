"""Where the program keeps its files on each system, and what must not leak out of its memory."""

from __future__ import annotations

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
    programs of the same user from reading its memory. Windows has no such switch for a process: there the
    answer is False.
    """
    if sys.platform == "win32":
        return False
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return False
    if sys.platform == "linux":
        _become_undumpable()
    return True


def _become_undumpable() -> None:
    import ctypes

    set_dumpable = 4  # PR_SET_DUMPABLE in linux/prctl.h
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)
