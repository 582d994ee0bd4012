"""The server that this device is enrolled with: where it is and by which keys it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from creditbank_desktop.domain.codec import from_plain, to_plain
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.sync.protocol.messages import ServerIdentity

SETTING = "sync.link"


@dataclass(frozen=True, slots=True)
class ServerLink:
    """An enrolment as the device keeps it."""

    address: str
    office: OfficeId
    server: ServerIdentity
    epoch: str
    enrolled_at: datetime


def find_link(reader: Reader) -> ServerLink | None:
    """Return the enrolment, None before there is one."""
    plain = reader.setting(SETTING)
    return None if plain is None else from_plain(ServerLink, plain)


def link_of(reader: Reader) -> ServerLink:
    """Return the enrolment; raise `Refused` ``sync.not_enrolled`` before there is one."""
    link = find_link(reader)
    if link is None:
        raise Refused("sync.not_enrolled")
    return link


def keep_link(unit: UnitOfWork, link: ServerLink) -> None:
    """Keep the enrolment."""
    unit.set_setting(SETTING, to_plain(link))
