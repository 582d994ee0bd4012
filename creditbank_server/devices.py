"""The devices that an office's server knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import DeviceId, OfficeId
from creditbank_desktop.domain.ports import Verifier
from creditbank_desktop.sync.protocol.look_ups import LookUpRequest
from creditbank_desktop.sync.protocol.messages import BlobClaim, HaveRequest, PullRequest, PushManifest
from creditbank_desktop.sync.protocol.notices import NoticeRequest
from creditbank_desktop.sync.protocol.signing import SignedMessage
from creditbank_desktop.sync.protocol.trails import TrailReport
from creditbank_server.database import Connection
from creditbank_server.documents import check_id

FromDevice = TypeVar(
    "FromDevice", PushManifest, PullRequest, HaveRequest, BlobClaim, NoticeRequest, TrailReport, LookUpRequest
)


@dataclass(frozen=True, slots=True)
class EnrolledDevice:
    """An active device with its Ed25519 and X25519 public keys (32 bytes each)."""

    device: DeviceId
    office: OfficeId
    signing_key: bytes
    box_key: bytes


def find_device(connection: Connection, office: OfficeId, device: DeviceId) -> EnrolledDevice:
    """Return an active device; raise `Refused` ``device.unknown`` or ``device.inactive``."""
    row = connection.execute(
        "SELECT signing_key, box_key, active FROM devices WHERE office = %s AND device = %s", (office, device)
    ).fetchone()
    if row is None:
        raise Refused("device.unknown", device=device)
    if not row[2]:
        raise Refused("device.inactive", device=device)
    return EnrolledDevice(device, office, bytes(row[0]), bytes(row[1]))


def check_sender(
    connection: Connection, signed: SignedMessage[FromDevice], verifier: Verifier
) -> EnrolledDevice:
    """Return the active device that sent and signed a message.

    Raises `Refused` ``device.unknown``, ``device.inactive`` or ``signature.wrong``, `Malformed` for ids that
    are none.
    """
    message = signed.message
    device = find_device(connection, OfficeId(check_id(message.office)), DeviceId(check_id(message.device)))
    if not signed.is_signed_by(device.signing_key, verifier):
        raise Refused("signature.wrong")
    return device


def devices_of(connection: Connection, office: OfficeId) -> frozenset[DeviceId]:
    """Return every device that ever belonged to the office: what it wrote stays valid."""
    rows = connection.execute("SELECT device FROM devices WHERE office = %s", (office,))
    return frozenset(row[0] for row in rows)
