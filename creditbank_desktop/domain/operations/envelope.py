"""The operation as it is signed, stored and sent: one immutable line of canonical bytes.

Only the person's signature is inside; where an operation stands in a device's stream is kept beside it
(`stream`), because a forked stream gives its operations new places and never new bytes. Personal data is
sealed under the learner's key, so that destroying that key leaves the history whole and the person gone from
it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from creditbank_desktop.domain.codec import (
    Malformed,
    Plain,
    canonical_bytes,
    decode,
    encode,
    from_plain,
    plain_of,
    to_plain,
)
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import DeviceId, LearnerId, OfficeId, OperationId, PersonId
from creditbank_desktop.domain.operations.catalogue import BODIES, UPCASTS, Body, Personal
from creditbank_desktop.domain.ports import Sealer, Signer, Verifier

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Header:
    """Who did it, where and when.

    ``at`` is the device's clock (UTC), ``on`` the calendar day at the office that deadlines count from,
    ``learner`` whose key seals the personal part (None where nothing personal is said).
    """

    operation: OperationId
    office: OfficeId
    device: DeviceId
    person: PersonId
    at: datetime
    on: date
    learner: LearnerId | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """An opened operation; ``personal`` is None if there is none or its key is gone."""

    header: Header
    body: Body
    personal: Personal | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    """An operation as stored: the body in plain data, the personal part sealed, signed by the person."""

    header: Header
    type: str
    version: int
    body: Mapping[str, object]
    sealed: bytes | None = None
    signature: bytes = b""
    format: int = FORMAT


def _plain_envelope(envelope: Envelope) -> dict[str, Plain]:
    return {
        "format": envelope.format,
        "header": to_plain(envelope.header),
        "type": envelope.type,
        "version": envelope.version,
        "body": cast(Plain, envelope.body),
        "sealed": to_plain(envelope.sealed),
        "signature": to_plain(envelope.signature),
    }


def envelope_bytes(envelope: Envelope) -> bytes:
    """Return the canonical bytes of an envelope: what is stored, hashed and sent."""
    return canonical_bytes(_plain_envelope(envelope))


def signed_bytes(envelope: Envelope) -> bytes:
    """Return what the person's signature covers: the envelope with an empty signature."""
    return envelope_bytes(replace(envelope, signature=b""))


def operation_hash(data: bytes) -> str:
    """Return the SHA-256 (hexadecimal) of an operation's stored bytes."""
    return hashlib.sha256(data).hexdigest()


def write_operation(operation: Operation, signer: Signer, sealer: Sealer) -> bytes:
    """Return the stored bytes of ``operation``: personal part sealed, signed by ``signer``.

    Raises ValueError if a personal part is given without a learner, or to a type that has none.
    """
    body_type = type(operation.body)
    sealed = None
    if operation.personal is not None:
        if operation.header.learner is None or not isinstance(
            operation.personal, body_type.personal_type or ()
        ):
            raise ValueError(f"{body_type.op_type} takes no such personal part")
        context = _context(operation.header, body_type.op_type)
        sealed = sealer.seal(operation.header.learner, encode(operation.personal), context)
    body = cast(Mapping[str, object], to_plain(operation.body))
    envelope = Envelope(operation.header, body_type.op_type, body_type.op_version, body, sealed)
    plain = _plain_envelope(envelope)
    # The same plain data twice: what is signed has an empty signature in its place.
    plain["signature"] = to_plain(signer.sign(canonical_bytes(plain)))
    return canonical_bytes(plain)


def read_envelope(data: bytes) -> Envelope:
    """Return the envelope held by ``data``.

    Raises `Malformed` if ``data`` is not the canonical form of an envelope: there is exactly one spelling of
    an operation.
    """
    plain = plain_of(data)
    if not isinstance(plain, dict) or plain.keys() != {
        "format",
        "header",
        "type",
        "version",
        "body",
        "sealed",
        "signature",
    }:
        raise Malformed("not an envelope")
    if plain["format"] != FORMAT:
        raise Malformed(f"envelope format {plain['format']!r}")
    if not isinstance(plain["body"], dict):
        raise Malformed("body")
    envelope = Envelope(
        header=from_plain(Header, plain["header"]),
        type=from_plain(str, plain["type"]),
        version=from_plain(int, plain["version"]),
        body=plain["body"],
        sealed=None if plain["sealed"] is None else from_plain(bytes, plain["sealed"]),
        signature=from_plain(bytes, plain["signature"]),
    )
    if envelope_bytes(envelope) != data:
        raise Malformed("not in canonical form")
    return envelope


def is_signed_by(envelope: Envelope, public_key: bytes, verifier: Verifier) -> bool:
    """Return whether the envelope was signed with the person's key."""
    return verifier.verify(public_key, signed_bytes(envelope), envelope.signature)


def open_envelope(envelope: Envelope, sealer: Sealer) -> Operation:
    """Return the operation inside, its personal part unsealed where the learner's key still exists.

    Old versions are upcast to the present one; the stored bytes stay. Raises `Refused` ("operation.unknown")
    for a type or version from the future and `Malformed` for a body of the wrong shape.
    """
    body_type = BODIES.get(envelope.type)
    if body_type is None or envelope.version > body_type.op_version:
        raise Refused("operation.unknown", type=envelope.type, version=envelope.version)
    plain = dict(envelope.body)
    for version in range(envelope.version, body_type.op_version):
        plain = UPCASTS[envelope.type, version](plain)
    body = from_plain(body_type, cast(Plain, plain))
    personal: Personal | None = None
    if envelope.sealed is not None and envelope.header.learner is not None:
        if body_type.personal_type is None:
            raise Malformed(f"{envelope.type} takes no personal part")
        context = _context(envelope.header, envelope.type)
        unsealed = sealer.unseal(envelope.header.learner, envelope.sealed, context)
        personal = None if unsealed is None else decode(body_type.personal_type, unsealed)
    return Operation(envelope.header, body, personal)


def _context(header: Header, op_type: str) -> bytes:
    return f"{header.operation}|{op_type}".encode()
