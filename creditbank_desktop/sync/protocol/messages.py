"""The messages between a device and the server; their canonical bytes are what is signed.

Operations and learners' keys travel beside a message as attachments, bound to it by hash. An unknown field
is refused; a new field needs a default, so that older bytes stay readable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from creditbank_desktop.domain.ids import BlobHash, DeviceId, OfficeId, OperationId, PersonId
from creditbank_desktop.sync.protocol.limits import PROTOCOL

EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""SHA-256 of no bytes: the hash of an attachment that is not there."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What the sender speaks and which program it is; recorded, never a reason to refuse a push."""

    protocol: int = PROTOCOL
    program: str = ""


@dataclass(frozen=True, slots=True)
class ServerIdentity:
    """Who the server is: its device and person, the Ed25519 keys of both (32 bytes each) and the X25519 key
    to which learners' keys are sealed.
    """

    device: DeviceId
    person: PersonId
    signing_key: bytes
    person_key: bytes
    box_key: bytes


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """A new device asks to be let in; signed by its own new key.

    ``office`` is None for a device that joins the office which its code was issued for. ``numbers_used`` says
    by year up to which account number the device gave numbers out by itself.
    """

    kind: ClassVar[str] = "enrolment.request"
    code: str
    device: DeviceId
    name: str
    signing_key: bytes
    box_key: bytes
    office: OfficeId | None = None
    numbers_used: Mapping[str, int] = field(default_factory=dict)
    versions: Versions = Versions()


@dataclass(frozen=True, slots=True)
class EnrolmentAnswer:
    """The server let the device in; ``feed_number`` is the last number of the office's feed."""

    kind: ClassVar[str] = "enrolment.answer"
    device: DeviceId
    office: OfficeId
    server: ServerIdentity
    epoch: str
    server_time: datetime
    feed_number: int


@dataclass(frozen=True, slots=True)
class PushManifest:
    """What a push holds: operations ``first_sequence`` to ``last_sequence`` of one incarnation of a device.

    ``previous_hash`` is the chain's hash before the first, ``head_hash`` after the last; the payload's hash
    and length are those of the unpacked bytes; ``keys_sha256`` that of the sealed `LearnerKeys`. Signed by
    the device.
    """

    kind: ClassVar[str] = "push.manifest"
    device: DeviceId
    office: OfficeId
    incarnation: str
    first_sequence: int
    last_sequence: int
    previous_hash: str
    head_hash: str
    count: int
    payload_sha256: str
    payload_bytes: int
    epoch: str
    sent_at: datetime
    keys_sha256: str = EMPTY_SHA256
    versions: Versions = Versions()


class ItemState(StrEnum):
    """What became of one operation on the server."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    HELD = "held"
    CONFLICT = "conflict"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What became of one operation: the feed number where it was stored (0 where it was not), or why not.

    Held waits for something that has not arrived; conflict needs a person's decision; rejected was not
    allowed. The bytes are kept on the server in every case.
    """

    operation: OperationId
    state: ItemState
    feed_number: int = 0
    code: str = ""
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """The receipt of one push, signed by the server; sent again byte for byte when the push is repeated.

    ``acknowledged_sequence`` and ``acknowledged_hash`` say how far the server holds the stream;
    ``durable_through`` is the feed number up to which a tested backup exists.
    """

    kind: ClassVar[str] = "push.answer"
    manifest_sha256: str
    device: DeviceId
    incarnation: str
    acknowledged_sequence: int
    acknowledged_hash: str
    results: tuple[ItemResult, ...]
    server_time: datetime
    epoch: str
    feed_number: int
    durable_through: int = 0


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A device asks for its office's feed behind ``cursor``; signed by the device."""

    kind: ClassVar[str] = "pull.request"
    device: DeviceId
    office: OfficeId
    cursor: int
    limit: int
    epoch: str
    versions: Versions = Versions()


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Operations ``first`` to ``next_cursor`` of the feed, without a gap; signed by the server.

    ``latest`` is the last number that the feed holds. The attached keys are sealed to the device's box key.
    """

    kind: ClassVar[str] = "feed.page"
    device: DeviceId
    office: OfficeId
    first: int
    next_cursor: int
    latest: int
    count: int
    payload_sha256: str
    payload_bytes: int
    epoch: str
    server_time: datetime
    durable_through: int = 0
    keys_sha256: str = EMPTY_SHA256


@dataclass(frozen=True, slots=True)
class LearnerKeys:
    """Keys of learners (32 bytes each) by learner; always sealed to one receiver."""

    keys: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HaveRequest:
    """A device names operations that it holds; signed by the device."""

    kind: ClassVar[str] = "have.request"
    device: DeviceId
    office: OfficeId
    operations: tuple[OperationId, ...]


@dataclass(frozen=True, slots=True)
class WantAnswer:
    """Those of them that the server lacks; signed by the server."""

    kind: ClassVar[str] = "want.answer"
    device: DeviceId
    operations: tuple[OperationId, ...]
    epoch: str


class BlobAction(StrEnum):
    """What a device asks to do with a file's bytes."""

    ASK = "ask"
    PUT = "put"
    GET = "get"


@dataclass(frozen=True, slots=True)
class BlobClaim:
    """A device's right to one request about one file, by SHA-256 and size in bytes; signed by the device.

    Repeating it does no harm: the bytes go by their hash.
    """

    kind: ClassVar[str] = "blob.claim"
    device: DeviceId
    office: OfficeId
    action: BlobAction
    blob: BlobHash
    size_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the server works: answered to anybody, signed over the caller's ``nonce``."""

    kind: ClassVar[str] = "health"
    nonce: str
    program: str
    protocol: int
    epoch: str
    server_time: datetime
    signing_key: bytes
