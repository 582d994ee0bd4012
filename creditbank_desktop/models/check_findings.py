"""What a check of the store works with and what it finds."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.ports import Verifier
from creditbank_desktop.models.anchor import Anchor
from creditbank_desktop.models.identity import DeviceIdentity
from creditbank_desktop.models.row_chain import GENESIS, row_hash

_CHUNK = 2_000

TOLD_BY_THE_SERVER = frozenset({"trail.shorter", "trail.differs"})
"""Codes of what only the server can tell: a restored backup explains them, and nothing here is damaged."""


@dataclass(frozen=True, slots=True)
class StoreFinding:
    """Something in the store that does not hold: ``table`` and ``key`` name the row, ``detail`` what differs.

    Nothing in it is personal.
    """

    code: str
    table: str
    key: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TrustedServer:
    """The central server as this device got to know it: its device's Ed25519 key, its person and that
    person's key (32 bytes each).
    """

    signing_key: bytes
    person: PersonId
    person_key: bytes


@dataclass(frozen=True, slots=True)
class Answered:
    """What a signed answer of the server says about one operation; ``server_at`` as text."""

    result: str
    code: str
    server_sequence: int
    server_at: str


ReadAnswer = Callable[[bytes], Mapping[str, Answered] | None]
"""Reads a kept answer, by operation; None if the server did not sign it."""


@dataclass(frozen=True, slots=True)
class CheckPorts:
    """What a check needs from outside.

    ``server`` and ``read_answer`` are None before the enrolment, ``anchor`` where there is none or where a
    copy is checked.
    """

    verifier: Verifier
    server: TrustedServer | None = None
    read_answer: ReadAnswer | None = None
    anchor: Anchor | None = None


class CheckProgress:
    """How far a check is; polled by screens, written by the check. Cancelling stops between two rows."""

    def __init__(self) -> None:
        """Begin waiting."""
        self._cancelled = threading.Event()
        self.table = ""
        self.done = 0
        self.total = 0

    def cancel(self) -> None:
        """Ask the check to stop; what it found until then stands."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Return whether the check was asked to stop."""
        return self._cancelled.is_set()


@dataclass(slots=True)
class Bench:
    """What the parts of one check share, and what they hand on to each other.

    ``digests``: by operation the SHA-256 of its bytes; ``own``: those that were made here; ``devices``: by
    operation the device that made it; ``posted``: by entry the canonical text that a posting gave it;
    ``people``: by person every key. ``ends``: by table the number and hash of the last row; ``wanted``:
    by table the numbers whose stored hashes checkpoints ask for, filled into ``kept``.
    """

    connection: Connection
    identity: DeviceIdentity
    ports: CheckPorts
    progress: CheckProgress
    digests: dict[str, bytes] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    devices: dict[str, str] = field(default_factory=dict)
    posted: dict[str, str] = field(default_factory=dict)
    people: dict[str, set[bytes]] = field(default_factory=dict)
    wanted: dict[str, set[int]] = field(default_factory=dict)
    kept: dict[tuple[str, int], str] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    seen_warnings: set[str] = field(default_factory=set)
    streams_left: list[tuple[str, int, str]] = field(default_factory=list)

    def rows(self, table: str, columns: Sequence[str], key: str) -> Iterator[Any]:
        """Yield the rows of a table as they are stored, in the order of ``key``, until cancelled."""
        self.progress.table = table
        last: object = None
        head = f"SELECT {', '.join(columns)} FROM {table}"
        place = list(columns).index(key)
        while not self.progress.cancelled:
            where = "" if last is None else f" WHERE {key} > ?"
            statement = f"{head}{where} ORDER BY {key} LIMIT {_CHUNK}"
            values = () if last is None else (last,)
            chunk = self.connection.exec_driver_sql(statement, values).all()
            for row in chunk:
                self.progress.done += 1
                yield row
            if len(chunk) < _CHUNK:
                return
            last = chunk[-1][place]

    def note(self, table: str, number: int, hashed: str) -> None:
        """Remember the stored hash of a row if a checkpoint names it."""
        if number in self.wanted.get(table, ()):
            self.kept[table, number] = hashed

    def last_given(self, table: str) -> int | None:
        """Return the last number that the table gave out, None if the database does not say."""
        found = self.connection.exec_driver_sql(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
        ).scalar()
        return None if found is None else int(found)

    def check_end(self, table: str, last: int) -> Iterator[StoreFinding]:
        """Yield that rows behind ``last`` are gone, as far as the database's own counter tells."""
        self.ends[table] = last
        given = self.last_given(table)
        if given is not None and given > last and not self.progress.cancelled:
            yield StoreFinding(f"{table}.cut", table, str(last + 1), f"{last + 1}-{given}")


class ChainWatch:
    """Follows a chain of rows and says which row breaks it.

    Either a row's columns were changed or its hash: the row behind it shows which, so a single change never
    makes the whole rest look broken.
    """

    def __init__(self, table: str) -> None:
        """Begin before the first row."""
        self.table = table
        self.last = 0
        self._before: frozenset[str] = frozenset({GENESIS})

    def gap(self, number: int) -> Iterator[StoreFinding]:
        """Yield that rows before ``number`` are missing."""
        if number > self.last + 1:
            detail = f"{self.last + 1}-{number - 1}"
            yield StoreFinding(f"{self.table}.missing", self.table, str(self.last + 1), detail)
            self._before = frozenset()
        self.last = number

    def trust(self, stored: str) -> None:
        """Go on from a row of which nothing can be said."""
        self._before = frozenset({stored})

    def holds(self, stored: str, computed: Callable[[str], str]) -> bool:
        """Return whether a row's ``stored`` hash follows from the row before; ``computed`` makes it from
        that row's hash. Behind a gap nothing can be said.
        """
        if not self._before:
            self._before = frozenset({stored})
            return True
        made = {computed(before) for before in self._before}
        sound = stored in made
        self._before = frozenset({stored}) if sound else frozenset({stored, *made})
        return sound


def chained(row: Any, stored: str) -> Callable[[str], str]:
    """Return what computes the hash of ``row`` (its chained columns) from the hash before."""

    def compute(before: str) -> str:
        try:
            return row_hash(before, row)
        except (ValueError, TypeError):
            return ""  # no hexadecimal digits, or a value that no column of ours holds

    return compute
