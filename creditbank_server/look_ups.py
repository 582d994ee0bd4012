"""Answers whether any office knows a person, and brings the record to the office that asks."""

from __future__ import annotations

from datetime import timedelta

from creditbank_desktop.domain.codec import Malformed, decode
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LearnerId, OfficeId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.sync.protocol.look_ups import (
    MOST_QUERY_BYTES,
    Found,
    LookUpAnswer,
    LookUpQuery,
    LookUpRequest,
    query_context,
)
from creditbank_desktop.sync.protocol.signing import (
    SignedMessage,
    check_attachment,
    open_message,
    seal_message,
)
from creditbank_desktop.vault.sealing import open_sealed
from creditbank_server.bringing import bring
from creditbank_server.database import Pool
from creditbank_server.devices import check_sender
from creditbank_server.learner_marks import LearnerMarks
from creditbank_server.office_work import OfficeWork
from creditbank_server.server_ports import ServerPorts

MOST_AN_HOUR = 120
"""Look-ups of one device; a queue of people needs far fewer, trying numbers out far more."""
_ASKERS = frozenset({Role.CLERK, Role.REGISTRY_OFFICER})


class LookUpDesk:
    """Answers look-ups; each one stands in a table for good, without the number that was asked about."""

    def __init__(self, pool: Pool, ports: ServerPorts) -> None:
        """Take connections from ``pool``."""
        self._pool = pool
        self._ports = ports

    def look_up(self, data: bytes) -> bytes:
        """Return the signed answer to the request in ``data``.

        Raises `Malformed` for anything that is no look-up, and `Refused`: ``device.unknown``,
        ``device.inactive``, ``signature.wrong``, ``person.unknown``, ``actor.role_missing`` or
        ``look_up.too_many`` (most).
        """
        signed = open_message(LookUpRequest, data)
        with self._pool.connection() as connection:
            device = check_sender(connection, signed, self._ports.verifier)
        query = self._query(signed)
        with self._pool.connection() as connection:
            work = OfficeWork(connection, device.office, self._ports)
            work.lock()
            self._check_asker(work, signed.message)
            found, learner = self._find(work, query, signed.message.besides)
            work.flush()
            self._note(work, signed.message, found, learner)
        answer = LookUpAnswer(
            device.device,
            device.office,
            signed.message.query_sha256,
            found,
            learner,
            self._ports.clock.now(),
        )
        return seal_message(answer, self._ports.keys.device)

    def _query(self, signed: SignedMessage[LookUpRequest]) -> LookUpQuery:
        request = signed.message
        if len(signed.attachments) != 1:
            raise Malformed("attachments")
        sealed = check_attachment(signed.attachments[0], request.query_sha256, MOST_QUERY_BYTES)
        plain = open_sealed(self._ports.keys.box_key, sealed, query_context(request.device))
        query = decode(LookUpQuery, plain)
        if not query.number or not query.kind:
            raise Malformed("query")
        return query

    def _check_asker(self, work: OfficeWork, request: LookUpRequest) -> None:
        person = work.shelf.person(request.person)
        if person is None or not person.active:
            raise Refused("person.unknown", person=request.person)
        if _ASKERS.isdisjoint(person.roles):
            raise Refused("actor.role_missing", act="look_up")
        row = work.connection.execute(
            "SELECT count(*) FROM look_ups WHERE office = %s AND device = %s AND at > %s",
            (work.office, request.device, work.moment - timedelta(hours=1)),
        ).fetchone()
        if row is not None and row[0] >= MOST_AN_HOUR:
            raise Refused("look_up.too_many", most=MOST_AN_HOUR)

    def _find(
        self, work: OfficeWork, query: LookUpQuery, besides: LearnerId | None
    ) -> tuple[Found, LearnerId]:
        marks = LearnerMarks(work.connection, self._ports.keys.storage_key)
        office = work.shelf.office()
        known = marks.find(query, "" if office is None else office.school)
        known = tuple((home, learner) for home, learner in known if learner != besides)
        for home, learner in known:
            if home == work.office:
                return Found.OWN_OFFICE, learner
        for home, learner in known:
            brought = bring(work, OfficeId(home), learner)
            if brought is not None:
                return Found.BROUGHT, brought
        return Found.UNKNOWN, LearnerId("")

    def _note(self, work: OfficeWork, request: LookUpRequest, found: Found, learner: LearnerId) -> None:
        work.connection.execute(
            "INSERT INTO look_ups (office, device, person, found, learner, at)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            (work.office, request.device, request.person, found.value, learner, work.moment),
        )
