"""Marks by which a learner is found across offices: keyed hashes of numbers, nothing without the key."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable

from creditbank_desktop.domain.ids import LearnerId, OfficeId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.sync.protocol.look_ups import STUDENT_NUMBER, LookUpQuery
from creditbank_server.database import Connection


class LearnerMarks:
    """Writes and finds marks inside one transaction."""

    def __init__(self, connection: Connection, storage_key: bytes) -> None:
        """Mark under a key of its own, derived from ``storage_key``."""
        self._connection = connection
        self._key = hmac.digest(storage_key, b"creditbank learner marks 1", "sha256")

    def mark(self, query: LookUpQuery, school: str) -> str:
        """Return the mark of a number; student numbers count within their school only."""
        place = school if query.kind == STUDENT_NUMBER else ""
        text = "|".join((query.kind, place, query.number))
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()

    def write(self, office: OfficeId, school: str, learners: Iterable[Learner]) -> None:
        """Keep the marks of learners whom ``office`` registered; nobody who was disposed of keeps any."""
        own = [learner for learner in learners if learner.office == office]
        if not own:
            return
        rows = [(office, one.learner, mark) for one in own for mark in self._marks_of(one, school)]
        with self._connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM learner_marks WHERE office = %s AND learner = ANY(%s)",
                (office, [learner.learner for learner in own]),
            )
            cursor.executemany(
                "INSERT INTO learner_marks (office, learner, mark) VALUES (%s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                rows,
            )

    def find(self, query: LookUpQuery, school: str) -> tuple[tuple[OfficeId, LearnerId], ...]:
        """Return office and learner of every record with that number, the oldest record first."""
        rows = self._connection.execute(
            "SELECT office, learner FROM learner_marks WHERE mark = %s ORDER BY learner, office",
            (self.mark(query, school),),
        )
        return tuple((OfficeId(office), LearnerId(learner)) for office, learner in rows)

    def _marks_of(self, learner: Learner, school: str) -> Iterable[str]:
        profile = learner.profile
        if profile is None:
            return ()
        queries = [LookUpQuery(profile.document_kind.value, profile.document_number)]
        if profile.student_number:
            queries.append(LookUpQuery(STUDENT_NUMBER, profile.student_number))
        return (self.mark(query, school) for query in queries)
