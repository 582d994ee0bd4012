"""The exit codes of both programs."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command's end means; documented in the README."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    ENVIRONMENT = 3
    BUG = 4
