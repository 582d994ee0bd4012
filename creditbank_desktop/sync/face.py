"""What people see of synchronisation: how far everything is, what came of a run, and what needs a look.

Values and one small progress object, so that screens need nothing else of this package but the engine.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from creditbank_desktop.domain.ids import LearnerId


class Stage(StrEnum):
    """What a run is doing."""

    WAITING = "waiting"
    PUSHING = "pushing"
    PULLING = "pulling"
    FILES = "files"
    DONE = "done"


class SyncProgress:
    """How far a run is; polled by screens, written by the run.

    Cancelling stops between two items, and at once where a server is waited for.
    """

    def __init__(self) -> None:
        """Begin waiting."""
        self._cancelled = threading.Event()
        self._hang_up: Callable[[], None] | None = None
        self.stage = Stage.WAITING
        self.done = 0
        self.total = 0

    def enter(self, stage: Stage, total: int) -> None:
        """Begin a stage of ``total`` items."""
        self.stage, self.done, self.total = stage, 0, total

    def cancel(self) -> None:
        """Ask the run to stop; what was done stays done."""
        self._cancelled.set()
        if self._hang_up is not None:
            self._hang_up()

    def when_cancelled(self, hang_up: Callable[[], None]) -> None:
        """Call ``hang_up`` on cancelling, at once if it was cancelled already."""
        self._hang_up = hang_up
        if self.cancelled:
            hang_up()

    @property
    def cancelled(self) -> bool:
        """Return whether the run was asked to stop."""
        return self._cancelled.is_set()


class ItemStanding(StrEnum):
    """How far an operation has come."""

    SAVED = "saved"
    """Only on this computer."""
    SENT = "sent"
    """Handed to the network, not answered yet."""
    HELD = "held"
    """On the server, waiting for something that has not arrived."""
    CONFLICT = "conflict"
    """On the server; a person must decide."""
    REJECTED = "rejected"
    """Kept on the server and not allowed; a person must look."""
    WAITING_HERE = "waiting_here"
    """Pulled, and waiting here for something that has not arrived."""
    SET_ASIDE = "set_aside"
    """Pulled, and not allowed on the records as they stand here."""


@dataclass(frozen=True, slots=True)
class SyncItem:
    """One operation that is not settled: what it is (``type``), what it is about (kind and id), and why it
    waits (``code``, "" where it only waits for its turn).
    """

    operation: str
    type: str
    subject: tuple[str, str]
    standing: ItemStanding
    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How far everything is.

    ``saved`` operations are only here, ``sent`` ones unanswered, ``in_doubt`` ones answered with a question,
    ``held_here`` ones pulled without effect; ``oldest_at`` is when the oldest unanswered one was made.
    ``files`` and ``file_bytes`` count evidence that the server lacks. ``last_fault`` is the code of the last
    run's failure, "" when it succeeded; ``trail_warnings`` counts what the server found about this device's
    audit trail and nobody has taken note of.
    """

    enrolled: bool
    address: str
    saved: int
    sent: int
    in_doubt: int
    held_here: int
    files: int
    file_bytes: int
    oldest_at: datetime | None
    last_contact_at: datetime | None
    last_fault: str
    running: bool
    trail_warnings: int = 0

    @property
    def is_complete(self) -> bool:
        """Return whether every single thing is on the server and settled."""
        waiting = self.saved + self.sent + self.in_doubt + self.held_here + self.files
        return self.enrolled and not waiting and not self.last_fault and self.last_contact_at is not None


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a run did; ``changes`` (kind, id) go over the bus as those of any write.

    ``cancelled`` says that it was stopped: the rest waits for the next run. ``held_back`` operations are
    younger than the office wants them to be when they are sent.
    """

    pushed: int = 0
    accepted: int = 0
    in_doubt: int = 0
    held_back: int = 0
    pulled: int = 0
    files_sent: int = 0
    files_fetched: int = 0
    cancelled: bool = False
    changes: frozenset[tuple[str, str]] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class CentralQuestion:
    """Whom to ask the centre about: ``kind`` is one of an identity document or "student_number"."""

    kind: str
    number: str


class Whereabouts(StrEnum):
    """Where the centre knows a person from."""

    UNKNOWN = "unknown"
    OWN_OFFICE = "own_office"
    """Registered on another device of this office."""
    BROUGHT = "brought"
    """Another office's learner, whose record was brought here."""


@dataclass(frozen=True, slots=True)
class CentralFinding:
    """What the centre answered; ``learner`` is "" for nobody."""

    where: Whereabouts
    learner: LearnerId
    changes: frozenset[tuple[str, str]] = field(default_factory=frozenset)
