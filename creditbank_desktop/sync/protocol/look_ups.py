"""Asking the server whether any office knows a person, and the answer.

The number asked about is sealed to the server; the record itself comes with the office's feed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from creditbank_desktop.domain.ids import DeviceId, LearnerId, OfficeId, PersonId
from creditbank_desktop.sync.protocol.messages import Versions

LOOK_UPS_PATH = "/v1/look-ups"
MOST_QUERY_BYTES = 4_096
STUDENT_NUMBER = "student_number"
"""The ``kind`` of a query that is no kind of identity document."""


@dataclass(frozen=True, slots=True)
class LookUpQuery:
    """The number of an identity document of that kind, or a student number of the asking office's school."""

    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class LookUpRequest:
    """A device asks on behalf of a member of staff; signed by the device.

    The query is attached, sealed to the server's box key. ``besides`` is the record of that person which the
    asking office made itself, None before there is one.
    """

    kind: ClassVar[str] = "look_up.request"
    device: DeviceId
    office: OfficeId
    person: PersonId
    query_sha256: str
    asked_at: datetime
    besides: LearnerId | None = None
    versions: Versions = field(default_factory=Versions)


class Found(StrEnum):
    """Where the server knows the person from."""

    UNKNOWN = "unknown"
    OWN_OFFICE = "own_office"
    BROUGHT = "brought"


@dataclass(frozen=True, slots=True)
class LookUpAnswer:
    """Who it is ("" for nobody); a record that was brought stands in the feed. Signed by the server."""

    kind: ClassVar[str] = "look_up.answer"
    device: DeviceId
    office: OfficeId
    query_sha256: str
    found: Found
    learner: LearnerId
    server_time: datetime


def query_context(device: str) -> bytes:
    """Return what the sealed query of a device is bound to."""
    return f"creditbank look-up 1|{device}".encode()
