"""The server's clock, and one that can be set for tests and the demo."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta, tzinfo


class SystemClock:
    """Tells the machine's time; fills the port `creditbank_desktop.domain.ports.Clock`."""

    def __init__(self, zone: tzinfo) -> None:
        """Count calendar days in ``zone``."""
        self._zone = zone

    def now(self) -> datetime:
        """Return the present moment, UTC and aware."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the calendar day in the clock's zone."""
        return self.now().astimezone(self._zone).date()


class SettableClock:
    """Goes on from the moment that it was set to; may be set from any thread."""

    def __init__(self, zone: tzinfo, moment: datetime | None = None) -> None:
        """Start at ``moment`` (aware), else at the machine's time."""
        self._zone = zone
        self._lock = threading.Lock()
        self._ahead = timedelta()
        if moment is not None:
            self.set(moment)

    def set(self, moment: datetime) -> None:
        """Make it ``moment`` (aware) now."""
        with self._lock:
            self._ahead = moment.astimezone(UTC) - datetime.now(UTC)

    def advance(self, by: timedelta) -> None:
        """Let ``by`` pass at once."""
        with self._lock:
            self._ahead += by

    def now(self) -> datetime:
        """Return the present moment, UTC and aware."""
        with self._lock:
            return datetime.now(UTC) + self._ahead

    def today(self) -> date:
        """Return the calendar day in the clock's zone."""
        return self.now().astimezone(self._zone).date()
