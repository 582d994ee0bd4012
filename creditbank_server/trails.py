"""Holds where each device's audit trail stood, so that one that was cut or written anew shows."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from creditbank_desktop.domain.codec import Malformed, decode, encode
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import DeviceId, OfficeId
from creditbank_desktop.domain.trail_heads import (
    Countersignature,
    TrailHead,
    TrailVerdict,
    head_hash,
    judge_head,
    signed_countersignature,
    signed_head,
)
from creditbank_desktop.sync.protocol.signing import open_message, seal_message
from creditbank_desktop.sync.protocol.trails import TrailAnswer, TrailReport
from creditbank_server.database import Connection, Pool
from creditbank_server.devices import EnrolledDevice, check_sender
from creditbank_server.server_ports import ServerPorts

LEAST_REASON = 4
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TrailWarning:
    """A device whose trail was not the one held; ``held`` and ``shown`` are numbers of the audit trail.

    ``number`` counts what the device showed; ``reason`` is what the server's operator noted about it, "" as
    long as nobody did.
    """

    office: OfficeId
    device: DeviceId
    number: int
    verdict: TrailVerdict
    held: int
    shown: int
    found_at: datetime
    reason: str = ""


class TrailDesk:
    """Countersigns the ends of trails."""

    def __init__(self, pool: Pool, ports: ServerPorts) -> None:
        """Take connections from ``pool``."""
        self._pool = pool
        self._ports = ports

    def report(self, data: bytes) -> bytes:
        """Return the signed countersignature of the head in ``data``; the same head gets the same bytes.

        A head that ends before the one held, or that has another hash at its place, is countersigned as such:
        both sides keep that, and from then on the new head counts. Raises `Malformed` for anything that is
        no report, and `Refused`: ``device.unknown``, ``device.inactive``, ``signature.wrong``.
        """
        signed = open_message(TrailReport, data)
        report = signed.message
        with self._pool.connection() as connection:
            device = check_sender(connection, signed, self._ports.verifier)
            self._check(report, device)
            # Two copies of one device must not be judged against the same head at once.
            connection.execute(
                "SELECT 1 FROM devices WHERE office = %s AND device = %s FOR UPDATE",
                (device.office, device.device),
            )
            return self._judge(connection, report)

    def _check(self, report: TrailReport, device: EnrolledDevice) -> None:
        head = report.head
        if (head.device, head.office) != (device.device, device.office):
            raise Malformed("another device's trail")
        if not self._ports.verifier.verify(device.signing_key, signed_head(head), report.signature):
            raise Refused("signature.wrong")

    def _judge(self, connection: Connection, report: TrailReport) -> bytes:
        head, digest = report.head, head_hash(report.head)
        row = connection.execute(
            "SELECT number, head, head_sha256, answer FROM trail_heads WHERE office = %s AND device = %s"
            " ORDER BY number DESC LIMIT 1",
            (head.office, head.device),
        ).fetchone()
        if row is not None and row[2] == digest:
            return bytes(row[3])
        held = () if row is None else decode(TrailHead, bytes(row[1])).chains
        verdict = judge_head(head, report.known, held)
        if verdict is None:
            ask = tuple(chain.number for chain in held)
            return seal_message(TrailAnswer(head.device, ask=ask), self._ports.keys.device)
        said = Countersignature(
            head.device, digest, head.audit, verdict, held, self._ports.clock.now(), self._ports.epoch
        )
        # What is signed is what can be read back: moments have milliseconds on the way.
        said = decode(Countersignature, encode(said))
        signature = self._ports.keys.device.sign(signed_countersignature(said))
        answer = seal_message(TrailAnswer(head.device, said, signature), self._ports.keys.device)
        connection.execute(
            "INSERT INTO trail_heads (office, device, number, head, head_sha256, signature, verdict,"
            " held_audit, shown_audit, answer, received_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            (
                head.office,
                head.device,
                1 if row is None else row[0] + 1,
                encode(head),
                digest,
                report.signature,
                verdict.value,
                held[0].number if held else 0,
                head.audit.number,
                answer,
                said.server_time,
            ),
        )
        if verdict is not TrailVerdict.SOUND:
            _log.info("audit trail differs", extra={"device": head.device, "verdict": verdict.value})
        return answer


def trail_warnings(connection: Connection) -> Iterator[TrailWarning]:
    """Yield every trail that was not the one held when its device showed it, the oldest first."""
    rows = connection.execute(
        "SELECT h.office, h.device, h.number, h.verdict, h.held_audit, h.shown_audit, h.received_at,"
        " coalesce(n.reason, '') FROM trail_heads h"
        " LEFT JOIN trail_notes n ON n.office = h.office AND n.device = h.device AND n.number = h.number"
        " WHERE h.verdict <> %s ORDER BY h.received_at",
        (TrailVerdict.SOUND.value,),
    )
    for office, device, number, verdict, *rest in rows.fetchall():
        yield TrailWarning(OfficeId(office), DeviceId(device), number, TrailVerdict(verdict), *rest)


def note_trail(connection: Connection, ports: ServerPorts, warning: TrailWarning, reason: str) -> None:
    """Note for good why a trail was not the one held; what was found stays.

    Raises `Problems`: "field.required" for a reason that says nothing, "trail.noted" for a second note.
    """
    if len(reason.strip()) < LEAST_REASON:
        raise Problems([Problem("field.required", "reason")])
    done = connection.execute(
        "INSERT INTO trail_notes (office, device, number, reason, noted_at) VALUES (%s, %s, %s, %s, %s)"
        " ON CONFLICT DO NOTHING",
        (warning.office, warning.device, warning.number, reason.strip(), ports.clock.now()),
    )
    if done.rowcount == 0:
        raise Problems([Problem("trail.noted", "number")])
