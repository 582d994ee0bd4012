"""Lets devices in: one-time codes, the office's first feed entries, and the device's block of numbers."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.domain.operations.registry_bodies import DeviceEnrolled
from creditbank_desktop.domain.operations.stream import GENESIS
from creditbank_desktop.sync.protocol.enrolment_codes import (
    EnrolmentCode,
    new_enrolment_code,
    parse_enrolment_code,
)
from creditbank_desktop.sync.protocol.messages import EnrolmentAnswer, EnrolmentRequest
from creditbank_desktop.sync.protocol.signing import open_message, seal_message
from creditbank_server.database import Connection, Pool
from creditbank_server.documents import check_id
from creditbank_server.number_blocks import next_block
from creditbank_server.office_work import OfficeWork
from creditbank_server.server_ports import ServerPorts
from creditbank_server.settings import Settings

_KEY_BYTES = 32
_MOST_NAME = 100


class EnrolmentDesk:
    """Issues codes and answers enrolments."""

    def __init__(self, pool: Pool, ports: ServerPorts, settings: Settings) -> None:
        """Take connections from ``pool``."""
        self._pool = pool
        self._ports = ports
        self._settings = settings

    def issue_code(self, office: OfficeId | None = None) -> EnrolmentCode:
        """Return a new one-time code: for one more device of ``office``, or for the first of a new office.

        Raises `Refused` ``office.unknown``.
        """
        code = new_enrolment_code(self._ports.identity.signing_key)
        moment = self._ports.clock.now()
        expires = moment + timedelta(hours=self._settings.enrolment_code_hours)
        with self._pool.connection() as connection:
            if office is not None and not _is_open(connection, office):
                raise Refused("office.unknown", office=office)
            connection.execute(
                "INSERT INTO enrolment_codes (secret_sha256, office, issued_at, expires_at)"
                " VALUES (%s, %s, %s, %s)",
                (code.secret_sha256, office, moment, expires),
            )
        return code

    def enrol(self, data: bytes) -> bytes:
        """Return the signed answer to an enrolment; a repeated request gets the same bytes again.

        Raises `Malformed` for anything that is no enrolment, `Problems` for a code of no shape, and
        `Refused`: ``signature.wrong``, ``enrolment.code_unknown``, ``enrolment.code_used``,
        ``enrolment.code_expired``, ``enrolment.office_taken`` (the code was not issued for that office) or
        ``enrolment.other_office``.
        """
        signed = open_message(EnrolmentRequest, data)
        request = signed.message
        _check_shape(request)
        if not signed.is_signed_by(request.signing_key, self._ports.verifier):
            raise Refused("signature.wrong")
        code = parse_enrolment_code(request.code)
        with self._pool.connection() as connection:
            row = _claimed_code(connection, code)
            if row[3] is not None:
                if row[3] != signed.sha256:
                    raise Refused("enrolment.code_used")
                return bytes(row[4])
            if row[1] <= self._ports.clock.now():
                raise Refused("enrolment.code_expired")
            office = self._office(connection, request, row[0])
            answer = self._let_in(connection, request, office)
            connection.execute(
                "UPDATE enrolment_codes SET used_at = %s, device = %s, request_sha256 = %s, answer = %s"
                " WHERE secret_sha256 = %s",
                (self._ports.clock.now(), request.device, signed.sha256, answer, code.secret_sha256),
            )
        return answer

    def _office(self, connection: Connection, request: EnrolmentRequest, issued_for: str | None) -> OfficeId:
        if issued_for is not None:
            if request.office not in (None, issued_for):
                raise Refused("enrolment.other_office")
            return OfficeId(issued_for)
        if request.office is None:
            raise Refused("enrolment.other_office")
        if _is_open(connection, request.office):
            raise Refused("enrolment.office_taken", office=request.office)
        open_office(connection, self._ports, request.office)
        return request.office

    def _let_in(self, connection: Connection, request: EnrolmentRequest, office: OfficeId) -> bytes:
        work = OfficeWork(connection, office, self._ports)
        work.lock()
        taken = connection.execute("SELECT 1 FROM devices WHERE device = %s", (request.device,)).fetchone()
        if taken is not None:
            raise Refused("enrolment.device_taken", device=request.device)
        connection.execute(
            "INSERT INTO devices (office, device, name, program, signing_key, box_key, enrolled_at)"
            " VALUES (%s, %s, %s, '', %s, %s, %s)",
            (office, request.device, request.name, request.signing_key, request.box_key, work.moment),
        )
        work.author(
            DeviceEnrolled(request.device, office, request.name, request.signing_key, request.box_key)
        )
        used = request.numbers_used.get(str(work.today.year), 0)
        block = next_block(work, request.device, self._ports.number_block_size, used)
        if block is not None:
            work.author(block)
        work.flush()
        answer = EnrolmentAnswer(
            device=request.device,
            office=office,
            server=self._ports.identity,
            epoch=self._ports.epoch,
            server_time=work.moment,
            feed_number=work.feed_number,
        )
        return seal_message(answer, self._ports.keys.device)


def open_office(connection: Connection, ports: ServerPorts, office: OfficeId) -> None:
    """Make room for an office; its feed begins with the operations that say who the server is."""
    connection.execute(
        "INSERT INTO offices (office, feed_number, incarnation, stream_sequence, stream_hash,"
        " durable_through, opened_at) VALUES (%s, 0, %s, 0, %s, 0, %s)",
        (office, secrets.token_hex(16), GENESIS, ports.clock.now()),
    )
    if office == ports.system_office:
        return
    own = connection.execute(
        "SELECT o.data FROM operations o JOIN feed f ON f.office = o.office AND f.operation = o.operation"
        " WHERE o.office = %s ORDER BY f.number",
        (ports.system_office,),
    ).fetchall()
    work = OfficeWork(connection, office, ports)
    work.lock()
    for (data,) in own:
        work.adopt(bytes(data))
    work.flush()


def _is_open(connection: Connection, office: OfficeId) -> bool:
    return connection.execute("SELECT 1 FROM offices WHERE office = %s", (office,)).fetchone() is not None


def _claimed_code(connection: Connection, code: EnrolmentCode) -> tuple[Any, ...]:
    row = connection.execute(
        "SELECT office, expires_at, used_at, request_sha256, answer FROM enrolment_codes"
        " WHERE secret_sha256 = %s FOR UPDATE",
        (code.secret_sha256,),
    ).fetchone()
    if row is None:
        raise Refused("enrolment.code_unknown")
    return row


def _check_shape(request: EnrolmentRequest) -> None:
    check_id(request.device)
    if request.office is not None:
        check_id(request.office)
    if len(request.signing_key) != _KEY_BYTES or len(request.box_key) != _KEY_BYTES:
        raise Malformed("a key has 32 bytes")
    if not 1 <= len(request.name) <= _MOST_NAME or not request.name.isprintable():
        raise Malformed("name")
    if len(request.numbers_used) > 10 or any(not 0 <= n < 10**6 for n in request.numbers_used.values()):
        raise Malformed("numbers used")
