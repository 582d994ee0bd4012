"""What the sync centre lists: one row for each record that is on its way, with how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Step(StrEnum):
    """How far a record has come; the first four are the road, the others need a look."""

    SAVED = "saved"
    """Only on this computer."""
    SENT = "sent"
    """Handed to the network, not answered yet."""
    REGISTERED = "registered"
    """Taken in by the server."""
    POSTED = "posted"
    """Registered, and its credits stand in the ledger."""
    HELD = "held"
    """On the server, waiting there for something that has not arrived."""
    CONFLICT = "conflict"
    """On the server; a person must decide."""
    REJECTED = "rejected"
    """Not allowed by the server; a person must look."""
    WAITING_HERE = "waiting_here"
    """Received, and waiting here for something that has not arrived."""
    SET_ASIDE = "set_aside"
    """Received, and not allowed on the records as they stand here."""

    @property
    def needs_a_look(self) -> bool:
        """Return whether it does not go on by itself."""
        return self in (Step.CONFLICT, Step.REJECTED, Step.SET_ASIDE)

    @property
    def is_open(self) -> bool:
        """Return whether something of it is not settled."""
        return self not in (Step.REGISTERED, Step.POSTED)


@dataclass(frozen=True, slots=True)
class SyncRow:
    """One application (or another record) with what waits of it.

    ``kind`` is "application", "learner", "paper", "account" or "" and ``id`` its id; ``number`` the receipt's
    or paper's number; ``who`` the learner's name, ``title`` the first outcome's, ``state`` the application's
    state ("" for other records). ``acts`` are the types of the operations that are not settled, ``code`` why
    the worst of them is not; ``since`` is when the oldest of them was made, else when the last one was.
    """

    kind: str
    id: str
    step: Step
    since: datetime
    number: str = ""
    who: str = ""
    title: str = ""
    state: str = ""
    acts: tuple[str, ...] = ()
    code: str = ""

    @property
    def key(self) -> str:
        """Return the id by which the row is recognised after a reload."""
        return f"{self.kind} {self.id}"
