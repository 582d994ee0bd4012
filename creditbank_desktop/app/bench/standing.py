"""The clock and the ids of a generated store: the same seed gives the same store on every machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

AS_OF = date(2026, 6, 30)
"""The day on which every generated store stands."""


@dataclass(frozen=True, slots=True)
class StandingClock:
    """A clock that stands at noon of one day; fills the port `Clock`."""

    day: date = AS_OF

    def now(self) -> datetime:
        """Return noon of the day, UTC."""
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)

    def today(self) -> date:
        """Return the day."""
        return self.day


class SeededIds:
    """Makes UUIDv7 keys that rise by a millisecond each; fills the port `IdSource`."""

    def __init__(self, seed: int) -> None:
        """Begin the same row of keys for the same ``seed``."""
        self._random = Random(seed)
        self._milliseconds = 1_700_000_000_000

    def new_id(self) -> str:
        """Return the next key in its 36-character form."""
        moment = self._milliseconds = self._milliseconds + 1
        chance = self._random.getrandbits(62)
        # RFC 9562: version 7, variant 10, filled up with the counter's low bits and with chance.
        return (
            f"{moment >> 16:08x}-{moment & 0xFFFF:04x}-7{moment & 0xFFF:03x}"
            f"-{0x8000 | chance >> 48:04x}-{chance & 0xFFFFFFFFFFFF:012x}"
        )
