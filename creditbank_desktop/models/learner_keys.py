"""The keys of learners in their table: made, looked up, received, destroyed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.models.operation_rows import LearnerKeyRow


class LearnerKeyTable:
    """Fills `creditbank_desktop.vault.sealing.LearnerKeys` inside one transaction."""

    def __init__(self, connection: Connection, new_key: Callable[[], bytes]) -> None:
        """Read and write through ``connection``; ``new_key`` returns 32 fresh random bytes."""
        self._connection = connection
        self._new_key = new_key

    def get(self, learner: str) -> bytes | None:
        """Return the key of a learner, or None when there is none or it was destroyed."""
        found: bytes | None = self._connection.scalar(
            select(LearnerKeyRow.secret).where(LearnerKeyRow.learner == learner)
        )
        return found

    def is_destroyed(self, learner: str) -> bool:
        """Return whether the learner's key was destroyed, never to come back."""
        statement = select(LearnerKeyRow.learner).where(
            LearnerKeyRow.learner == learner, LearnerKeyRow.secret.is_(None)
        )
        return self._connection.scalar(statement) is not None

    def create(self, learner: str) -> bytes:
        """Return a new key, kept from now on; raise `Refused` ("learner.disposed") if it was destroyed."""
        secret = self._new_key()
        if not self.take(learner, secret):
            raise Refused("learner.disposed", learner=learner)
        return secret

    def take(self, learner: str, secret: bytes) -> bool:
        """Keep a learner's key unless there is one already; return whether it is in force afterwards.

        A destroyed key stays destroyed, whoever sends it.
        """
        statement = insert(LearnerKeyRow).on_conflict_do_nothing()
        self._connection.execute(statement, {"learner": learner, "secret": secret, "destroyed_at": None})
        return self.get(learner) == secret

    def destroy(self, learner: LearnerId, at: datetime) -> None:
        """Destroy a learner's key; the mark of it stays, also where the key never was."""
        gone = {"secret": None, "destroyed_at": at}
        statement = insert(LearnerKeyRow).on_conflict_do_nothing()
        self._connection.execute(statement, {"learner": learner, **gone})
        self._connection.execute(update(LearnerKeyRow).where(LearnerKeyRow.learner == learner).values(**gone))
