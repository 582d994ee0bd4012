"""What the server has to say to an office beside its feed: the staff list and the recovery key.

It has an address of its own, so that a device or a server that does not know it yet goes on as before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from creditbank_desktop.domain.ids import DeviceId, OfficeId
from creditbank_desktop.domain.people import Role
from creditbank_desktop.sync.protocol.messages import EMPTY_SHA256, Versions

NOTICES_PATH = "/v1/notices"
MOST_STAFF_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class StaffLine:
    """Somebody who may work at an office; ``code_sha256`` is "" once they were enrolled."""

    login: str
    name: str
    roles: tuple[Role, ...]
    code_sha256: str = ""


@dataclass(frozen=True, slots=True)
class StaffList:
    """Everybody who may work at an office; signed by the server, by network or on a stick the same bytes.

    A later list has a greater ``version``.
    """

    kind: ClassVar[str] = "staff.list"
    office: OfficeId
    version: int
    issued_at: datetime
    people: tuple[StaffLine, ...]


@dataclass(frozen=True, slots=True)
class NoticeRequest:
    """A device asks what the server has to say to its office; signed by the device."""

    kind: ClassVar[str] = "notice.request"
    device: DeviceId
    office: OfficeId
    versions: Versions = field(default_factory=Versions)


@dataclass(frozen=True, slots=True)
class OfficeNotice:
    """The organisation's recovery key (32 bytes, b"" for none), and the staff list as an attachment (none
    where the office has no list); signed by the server.
    """

    kind: ClassVar[str] = "office.notice"
    device: DeviceId
    office: OfficeId
    server_time: datetime
    recovery_key: bytes = b""
    staff_sha256: str = EMPTY_SHA256
