"""Learners' keys where the server keeps them: each encrypted under the server's storage key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.vault.wrapping import decrypt, encrypt
from creditbank_server.database import Connection
from creditbank_server.learner_marks import LearnerMarks


class LearnerKeyShelf:
    """The keys that one transaction needs; fills `creditbank_desktop.vault.sealing.LearnerKeys`."""

    def __init__(self, connection: Connection, storage_key: bytes) -> None:
        """Read and write through ``connection``."""
        self._connection = connection
        self._storage_key = storage_key
        self._found: dict[str, bytes | None] = {}
        self._destroyed: set[str] = set()
        self.marks = LearnerMarks(connection, storage_key)

    def load(self, learners: Iterable[str]) -> None:
        """Fetch the keys of ``learners`` in one go."""
        wanted = [learner for learner in set(learners) if learner not in self._found]
        if not wanted:
            return
        self._found.update(dict.fromkeys(wanted))
        rows = self._connection.execute(
            "SELECT learner, wrapped FROM learner_keys WHERE learner = ANY(%s)", (wanted,)
        )
        for learner, wrapped in rows:
            if wrapped is None:
                self._destroyed.add(learner)
            else:
                self._found[learner] = self._unwrapped(learner, bytes(wrapped))

    def get(self, learner: str) -> bytes | None:
        """Return the key of a learner, or None when there is none or it was destroyed."""
        self.load((learner,))
        return self._found[learner]

    def create(self, learner: str) -> bytes:
        """Raise `Refused`: keys are made on devices only."""
        raise Refused("learner_key.unknown", learner=learner)

    def is_awaited(self, learner: str) -> bool:
        """Return whether the key is neither here nor destroyed."""
        return self.get(learner) is None and learner not in self._destroyed

    def take(self, office: str, keys: Mapping[str, bytes], moment: datetime) -> tuple[str, ...]:
        """Keep the keys of learners that had none and return these learners; a key is never replaced."""
        self.load(keys)
        fresh = [learner for learner in keys if self.is_awaited(learner)]
        if fresh:
            rows = [(learner, office, self._wrapped(learner, keys[learner]), moment) for learner in fresh]
            with self._connection.cursor() as cursor:
                cursor.executemany(
                    "INSERT INTO learner_keys (learner, office, wrapped, received_at)"
                    " VALUES (%s, %s, %s, %s) ON CONFLICT (learner) DO NOTHING",
                    rows,
                )
            self._found.update({learner: keys[learner] for learner in fresh})
        return tuple(fresh)

    def destroy(self, office: str, learner: str, moment: datetime) -> None:
        """Destroy a learner's key for good; it is not taken a second time."""
        self._connection.execute(
            "INSERT INTO learner_keys (learner, office, wrapped, received_at, destroyed_at)"
            " VALUES (%(learner)s, %(office)s, NULL, %(moment)s, %(moment)s)"
            " ON CONFLICT (learner) DO UPDATE SET wrapped = NULL, destroyed_at = %(moment)s",
            {"learner": learner, "office": office, "moment": moment},
        )
        self._found[learner] = None
        self._destroyed.add(learner)

    def _wrapped(self, learner: str, key: bytes) -> bytes:
        return encrypt(self._storage_key, key, _bound(learner))

    def _unwrapped(self, learner: str, wrapped: bytes) -> bytes:
        key = decrypt(self._storage_key, wrapped, _bound(learner))
        if key is None:
            raise EnvironmentFault("server.keys_differ", learner=learner)
        return key


def _bound(learner: str) -> bytes:
    return b"creditbank learner key at rest 1|" + learner.encode()
