"""Marks the learners whom a server kept before it looked learners up across offices."""

from __future__ import annotations

from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.people import Office
from creditbank_desktop.vault.sealing import LearnerSealer
from creditbank_server.database import Connection, Pool
from creditbank_server.documents import read_document
from creditbank_server.learner_keys import LearnerKeyShelf
from creditbank_server.learner_marks import LearnerMarks
from creditbank_server.server_ports import ServerPorts

_AT_ONCE = 500


def fill_marks(pool: Pool, ports: ServerPorts) -> int:
    """Mark the learners that were kept before there were marks; return how many."""
    with pool.connection() as connection:
        offices = connection.execute(
            "SELECT DISTINCT office FROM records r WHERE kind = 'learner'"
            " AND NOT EXISTS (SELECT 1 FROM learner_marks m WHERE m.office = r.office)"
        ).fetchall()
    return sum(_fill(pool, ports, OfficeId(row[0])) for row in offices)


def _fill(pool: Pool, ports: ServerPorts, office: OfficeId) -> int:
    filled, last = 0, ""
    while True:
        with pool.connection() as connection:
            rows = connection.execute(
                "SELECT id, document FROM records WHERE office = %s AND kind = 'learner' AND id > %s"
                " ORDER BY id LIMIT %s",
                (office, last, _AT_ONCE),
            ).fetchall()
            if not rows:
                return filled
            keys = LearnerKeyShelf(connection, ports.keys.storage_key)
            keys.load(row[0] for row in rows)
            sealer = LearnerSealer(keys)
            found = [read_document("learner", row[0], row[0], bytes(row[1]), sealer) for row in rows]
            learners = (record for record in found if isinstance(record, Learner))
            school = school_of(connection, office)
            LearnerMarks(connection, ports.keys.storage_key).write(office, school, learners)
            filled, last = filled + len(rows), rows[-1][0]


def school_of(connection: Connection, office: OfficeId) -> str:
    """Return the code of an office's school, "" before its card has arrived."""
    row = connection.execute(
        "SELECT document FROM records WHERE office = %s AND kind = 'office' AND id = %s", (office, office)
    ).fetchone()
    if row is None:
        return ""
    keys = LearnerKeyShelf(connection, b"")
    card = read_document("office", office, None, bytes(row[0]), LearnerSealer(keys))
    return card.school if isinstance(card, Office) else ""
