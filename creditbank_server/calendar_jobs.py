"""What happens by the calendar alone: publicity ends, silence accepts, supplements lapse."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId, OfficeId
from creditbank_desktop.domain.operations.application_bodies import (
    ApplicationAccepted,
    ApplicationLapsed,
    PublicityEnded,
)
from creditbank_desktop.domain.states import State
from creditbank_server.database import Connection, Pool
from creditbank_server.office_work import OfficeWork
from creditbank_server.server_ports import ServerPorts

_AT_ONCE = 200
_log = logging.getLogger(__name__)

DueBody = PublicityEnded | ApplicationLapsed | ApplicationAccepted


class CalendarJobs:
    """Writes, as the server, the operations that the calendar has made due.

    Several servers may do so at once: an office that another one works on is left to it.
    """

    def __init__(self, pool: Pool, ports: ServerPorts) -> None:
        """Take connections from ``pool``."""
        self._pool = pool
        self._ports = ports

    def run(self) -> int:
        """Do what is due in every office and return how many operations were written."""
        today = self._ports.clock.today()
        with self._pool.connection() as connection:
            rows = connection.execute(
                "SELECT DISTINCT office FROM case_deadlines WHERE due_on < %s", (today,)
            ).fetchall()
        return sum(self.settle(OfficeId(row[0])) for row in rows)

    def settle(self, office: OfficeId) -> int:
        """Do what is due in one office and return how many operations were written."""
        written = 0
        while True:
            with self._pool.connection() as connection:
                if not _due(connection, office, self._ports, 1):
                    return written
                work = OfficeWork(connection, office, self._ports)
                if not work.lock(wait=False):
                    return written
                done = self._do_due(work)
            written += done
            if done < _AT_ONCE:
                return written

    def _do_due(self, work: OfficeWork) -> int:
        written = 0
        for application, due_on in _due(work.connection, work.office, self._ports, _AT_ONCE):
            body = self._body_for(work, application)
            if body is None or not self._has_spoken(work, body, due_on):
                continue
            try:
                work.author(body)
                written += 1
            except Refused as refused:
                _log.warning("due operation refused", extra={"type": body.op_type, "code": refused.code})
        if written:
            work.flush()
        return written

    def _has_spoken(self, work: OfficeWork, body: DueBody, due_on: date) -> bool:
        """Return whether silence is known to be silence.

        A clerk who was offline may have accepted the file or taken the supplement in time. Only when the
        device that works on the file has been heard of after the last day is nothing more to come from it.
        """
        if isinstance(body, PublicityEnded):
            return True
        file = work.shelf.application(body.application)
        device = None if file is None or not file.deeds else file.deeds[-1].device
        row = work.connection.execute(
            "SELECT seen_at FROM devices WHERE office = %s AND device = %s", (work.office, device)
        ).fetchone()
        if row is None:
            return True
        seen_at: datetime | None = row[0]
        # By UTC, which ends the day later than an office east of Greenwich does: rather wait than overrule.
        return seen_at is not None and seen_at.astimezone(UTC).date() > due_on

    def _body_for(self, work: OfficeWork, application: ApplicationId) -> DueBody | None:
        found = work.shelf.application(application)
        if found is None:
            return None
        match found.state:
            case State.PUBLICITY:
                return PublicityEnded(application)
            case State.SUPPLEMENT:
                return ApplicationLapsed(application)
            case State.RECEIVED:
                rule_set = self._ports.reference.in_force(work.today)
                return None if rule_set is None else ApplicationAccepted(application, rule_set, silent=True)
            case _:
                return None


def _due(
    connection: Connection, office: OfficeId, ports: ServerPorts, most: int
) -> list[tuple[ApplicationId, date]]:
    rows = connection.execute(
        "SELECT application, due_on FROM case_deadlines"
        " WHERE office = %s AND due_on < %s ORDER BY due_on LIMIT %s",
        (office, ports.clock.today(), most),
    )
    return [(ApplicationId(row[0]), row[1]) for row in rows]
