"""What people see of the health of an office: findings, each with its severity and a way to mend it."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Severity(StrEnum):
    """How a finding is meant."""

    GOOD = "good"
    NOTE = "note"
    """Worth a look, nothing is in danger."""
    BAD = "bad"


class Area(StrEnum):
    """What is looked at, in the order in which it is."""

    SPACE = "space"
    KEYRING = "keyring"
    RECOVERY = "recovery"
    CLOCK = "clock"
    SYNC = "sync"
    NUMBERS = "numbers"
    BACKUP = "backup"
    FONTS = "fonts"
    PRINTER = "printer"
    SCANNER = "scanner"
    SEALS = "seals"
    DATABASE = "database"
    CHAINS = "chains"
    TABLES = "tables"
    """Whether the tables are what the history makes of them: looked at only when asked."""
    EVIDENCE = "evidence"
    ORPHANS = "orphans"


class Mend(StrEnum):
    """What helps, where the program can do it itself or lead to it."""

    NOTHING = ""
    CHECK_AGAIN = "check_again"
    REMOVE_ORPHANS = "remove_orphans"
    REBUILD = "rebuild"
    BACK_UP = "back_up"
    RESTORE = "restore"
    SYNC = "sync"
    RENEW_CODE = "renew_code"


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """One thing that was looked at: ``code`` says what was seen, ``params`` fill its sentence."""

    area: Area
    severity: Severity
    code: str
    params: tuple[tuple[str, str], ...] = ()
    mend: Mend = Mend.NOTHING


def seen(
    area: Area,
    severity: Severity,
    code: str,
    params: Iterable[tuple[str, str | int]] = (),
    mend: Mend = Mend.NOTHING,
) -> HealthFinding:
    """Return a finding; numbers become text, because what was seen is kept as it was said."""
    return HealthFinding(area, severity, code, tuple((name, str(value)) for name, value in params), mend)


@dataclass(frozen=True, slots=True)
class HealthReport:
    """The findings of one examination; ``cancelled`` says that it ended before everything was seen."""

    at: datetime
    findings: tuple[HealthFinding, ...]
    cancelled: bool = False

    @property
    def worst(self) -> Severity:
        """Return the worst severity, GOOD for no findings."""
        order = (Severity.GOOD, Severity.NOTE, Severity.BAD)
        return max((found.severity for found in self.findings), key=order.index, default=Severity.GOOD)


class Counting(Protocol):
    """Work that counts its own items and can be cancelled."""

    done: int
    total: int

    def cancel(self) -> None:
        """Ask the work to stop."""


class HealthProgress:
    """How far an examination is; polled by screens, written by the work. Cancelling stops between items."""

    def __init__(self) -> None:
        """Begin before the first area."""
        self._cancelled = threading.Event()
        self._counting: Counting | None = None
        self.area: Area | None = None
        self.done = 0
        self.total = 0

    def enter(self, area: Area, total: int = 0) -> None:
        """Begin an area of ``total`` items (0: unknown)."""
        self.area, self.done, self.total, self._counting = area, 0, total, None

    def follow(self, counting: Counting) -> None:
        """Let ``counting`` tell how far the present area is, and stop it too."""
        self._counting = counting
        if self.cancelled:
            counting.cancel()

    @property
    def position(self) -> tuple[int, int]:
        """Return the items done, and all of them (0: unknown)."""
        counting = self._counting
        return (self.done, self.total) if counting is None else (counting.done, counting.total)

    def cancel(self) -> None:
        """Ask the examination to stop; what was seen until then stands."""
        self._cancelled.set()
        counting = self._counting
        if counting is not None:
            counting.cancel()

    @property
    def cancelled(self) -> bool:
        """Return whether the examination was asked to stop."""
        return self._cancelled.is_set()
