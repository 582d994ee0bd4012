"""Answers what devices ask beside the feed: the staff list of their office and the recovery key."""

from __future__ import annotations

import hashlib

from creditbank_desktop.sync.protocol.messages import EMPTY_SHA256
from creditbank_desktop.sync.protocol.notices import NoticeRequest, OfficeNotice
from creditbank_desktop.sync.protocol.signing import open_message, seal_message
from creditbank_server.database import Pool
from creditbank_server.devices import check_sender
from creditbank_server.recovery import RecoveryDesk
from creditbank_server.server_ports import ServerPorts
from creditbank_server.staff import StaffDesk


class NoticeDesk:
    """Answers notices."""

    def __init__(self, pool: Pool, ports: ServerPorts, staff: StaffDesk, recovery: RecoveryDesk) -> None:
        """Take connections from ``pool``."""
        self._pool = pool
        self._ports = ports
        self._staff = staff
        self._recovery = recovery

    def notice(self, data: bytes) -> bytes:
        """Return the signed notice for the device that asks.

        Raises `Malformed` for anything that is no request, and `Refused`: ``device.unknown``,
        ``device.inactive`` or ``signature.wrong``.
        """
        signed = open_message(NoticeRequest, data)
        with self._pool.connection() as connection:
            device = check_sender(connection, signed, self._ports.verifier)
        staff = self._staff.signed_list(device.office)
        notice = OfficeNotice(
            device=device.device,
            office=device.office,
            server_time=self._ports.clock.now(),
            recovery_key=self._recovery.public_key(),
            staff_sha256=hashlib.sha256(staff).hexdigest() if staff else EMPTY_SHA256,
        )
        return seal_message(notice, self._ports.keys.device, (staff,) if staff else ())
