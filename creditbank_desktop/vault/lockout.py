"""How long the next attempt at a passphrase has to wait, measured so that no wall clock can change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

FREE_FAILURES = 3
LONGEST_DELAY_SECONDS = 900


class RunningClock(Protocol):
    """Counts how long the computer has been running; nobody sets it."""

    def boot(self) -> str:
        """Return what tells this run of the computer from others, "" where the system does not say."""

    def milliseconds(self) -> int:
        """Return the milliseconds since the computer was started, those of standby included."""


@dataclass(frozen=True, slots=True)
class Failures:
    """Wrong passphrases in a row and the moment of the last, by the wall clock and by the running clock."""

    count: int = 0
    last: datetime | None = None
    boot: str = ""
    running_ms: int | None = None

    def one_more(self, now: datetime, running: RunningClock | None) -> Failures:
        """Return the failures after another one at this moment."""
        if running is None:
            return Failures(self.count + 1, now)
        return Failures(self.count + 1, now, running.boot(), running.milliseconds())


def delay_seconds(count: int) -> int:
    """Return the delay after so many failures: none for three, then 2, 4, 8 … up to fifteen minutes."""
    if count <= FREE_FAILURES:
        return 0
    return int(min(2 ** min(count - FREE_FAILURES, 20), LONGEST_DELAY_SECONDS))


def wait_seconds(failures: Failures, now: datetime, running: RunningClock | None) -> int:
    """Return the whole seconds that are left before the next attempt, 0 for at once.

    With a running clock the wall clock has no say: after a restart of the computer only the time since then
    counts. That can ask for more patience than was due, never for more than the delay itself, and a clock
    that is set forward or back changes nothing. Without one, a clock set back lengthens nothing.
    """
    delay = delay_seconds(failures.count)
    if not delay or failures.last is None:
        return 0
    if running is None or failures.running_ms is None:
        left = min(failures.last + timedelta(seconds=delay) - now, timedelta(seconds=delay))
        return max(0, -(-left // timedelta(seconds=1)))
    present = running.milliseconds()
    same_run = failures.boot == running.boot() and present >= failures.running_ms
    passed = present - failures.running_ms if same_run else present
    return max(0, -(-(delay * 1000 - passed) // 1000))
