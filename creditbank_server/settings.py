"""What an operator decides about a server, read once at the start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta, timezone
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one server process.

    ``data_folder`` holds the key file, the files of evidence and, where ``database`` is None, an embedded
    PostgreSQL. ``port`` 0 takes a free one. Calendar days are those at ``utc_offset_hours``.
    ``durable`` False leaves out the embedded database's flushes to disk in this run: for tests and for
    filling a database that would be made anew if the computer failed meanwhile.
    """

    data_folder: Path
    database: str | None = None
    host: str = "127.0.0.1"
    port: int = 8137
    utc_offset_hours: int = 8
    tick_seconds: float = 60.0
    enrolment_code_hours: int = 72
    number_block_size: int = 1_000
    connections: int = 8
    durable: bool = True

    @property
    def time_zone(self) -> timezone:
        """Return the zone whose calendar days deadlines count."""
        return timezone(timedelta(hours=self.utc_offset_hours))
