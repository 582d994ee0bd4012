"""The system's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo


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
