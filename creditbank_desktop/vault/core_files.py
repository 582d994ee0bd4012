"""Keeps keys out of core files of programs that handle them without a window."""

from __future__ import annotations

import sys
from contextlib import suppress


def forbid_core_files() -> None:
    """Let this process leave no core file; Windows has no such switch, there nothing happens."""
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
