"""The system's clocks: the one on the wall, which can be set, and the one that counts since the start."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path


class SystemClock:
    """Tells the machine's time; fills the port `creditbank_desktop.domain.ports.Clock`."""

    def __init__(self, office_zone: tzinfo | None = None) -> None:
        """Count the office's days in ``office_zone``; None takes the zone that the machine is set to."""
        self._office_zone = office_zone

    def now(self) -> datetime:
        """Return the present moment, UTC and aware."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the calendar day at the office."""
        return self.now().astimezone(self._office_zone).date()


class SystemRunningClock:
    """Counts how long the computer has been running; fills `creditbank_desktop.vault.lockout.RunningClock`.

    Setting the wall clock does not move it. Where the system can say so, standby counts.
    """

    def __init__(self) -> None:
        self._boot: str | None = None

    def boot(self) -> str:
        """Return what tells this run of the computer from others, "" where the system does not say."""
        if self._boot is None:
            self._boot = _boot_name()
        return self._boot

    def milliseconds(self) -> int:
        """Return the milliseconds since the computer was started."""
        clock = getattr(time, "CLOCK_BOOTTIME", None)
        if clock is not None:
            return time.clock_gettime_ns(clock) // 1_000_000
        return time.monotonic_ns() // 1_000_000


def _boot_name() -> str:
    with suppress(OSError):
        if sys.platform == "win32":
            import winreg

            place = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
                return str(winreg.QueryValueEx(key, "BootId")[0])
        if sys.platform == "darwin":
            command = ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"]
            return subprocess.run(
                command, capture_output=True, text=True, timeout=5, check=False
            ).stdout.strip()
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    return ""
