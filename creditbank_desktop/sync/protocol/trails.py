"""The end of a device's audit trail on its way to the server, and the server's countersignature.

It has an address of its own, so that a device or a server that does not know it yet goes on as before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from creditbank_desktop.domain.ids import DeviceId, OfficeId
from creditbank_desktop.domain.trail_heads import ChainHead, Countersignature, TrailHead
from creditbank_desktop.sync.protocol.messages import Versions

TRAILS_PATH = "/v1/trails"


@dataclass(frozen=True, slots=True)
class TrailReport:
    """A device shows its newest checkpoint; signed by the device, as is the checkpoint by itself.

    ``known`` are the hashes that its chains have at the places of an earlier checkpoint, "" where a chain has
    no such place.
    """

    kind: ClassVar[str] = "trail.report"
    device: DeviceId
    office: OfficeId
    head: TrailHead
    signature: bytes
    known: tuple[ChainHead, ...] = ()
    versions: Versions = field(default_factory=Versions)


@dataclass(frozen=True, slots=True)
class TrailAnswer:
    """The countersignature, or the places (``ask``) whose hashes the device has to say first.

    Signed by the server, as is the countersignature by itself.
    """

    kind: ClassVar[str] = "trail.answer"
    device: DeviceId
    countersignature: Countersignature | None = None
    signature: bytes = b""
    ask: tuple[int, ...] = ()
