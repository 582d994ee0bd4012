"""Signed messages: canonical bytes, the sender's signature over them, and attachments bound by hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import ClassVar, Generic, Protocol, TypeVar

from creditbank_desktop.domain.codec import Malformed, decode, encode
from creditbank_desktop.domain.ports import Signer, Verifier
from creditbank_desktop.sync.protocol.framing import pack, unpack
from creditbank_desktop.sync.protocol.messages import LearnerKeys

MEDIA_TYPE = "application/vnd.creditbank"


class Message(Protocol):
    """A frozen message; its kind is signed with it, so that one never passes for another."""

    kind: ClassVar[str]


M = TypeVar("M", bound=Message)


@dataclass(frozen=True, slots=True)
class SignedMessage(Generic[M]):
    """A message as it came: not believed before `is_signed_by`. ``sha256`` is that of the message's bytes."""

    message: M
    sha256: str
    signature: bytes
    signed: bytes
    attachments: tuple[bytes, ...] = ()

    def is_signed_by(self, public_key: bytes, verifier: Verifier) -> bool:
        """Return whether the holder of ``public_key`` sent it."""
        return verifier.verify(public_key, self.signed, self.signature)


def seal_message(message: Message, signer: Signer, attachments: tuple[bytes, ...] = ()) -> bytes:
    """Return the frame of a signed message: kind, canonical bytes, signature, attachments.

    The signature does not cover the attachments: the message must hold their hashes.
    """
    body = encode(message)
    kind = message.kind.encode()
    return pack((kind, body, signer.sign(_signed(kind, body)), *attachments))


def frame_of(signed: SignedMessage[M]) -> bytes:
    """Return the frame of a message that came, without its attachments: what can be kept and read again."""
    message = signed.message
    return pack((message.kind.encode(), encode(message), signed.signature))


def open_message(kind: type[M], data: bytes) -> SignedMessage[M]:
    """Return the message of ``kind`` in the frame ``data``; raise `Malformed` if it holds none.

    There is exactly one spelling of a message: another one of the same values is refused.
    """
    parts = unpack(data)
    if len(parts) < 3 or parts[0] != kind.kind.encode():
        raise Malformed("another kind of message")
    name, body, signature, *attachments = parts
    message = decode(kind, body)
    if encode(message) != body:
        raise Malformed("not in canonical form")
    return SignedMessage(
        message, hashlib.sha256(body).hexdigest(), signature, _signed(name, body), tuple(attachments)
    )


def check_attachment(attachment: bytes, sha256: str, most: int) -> bytes:
    """Return the attachment if it is the one that the message names; raise `Malformed` otherwise."""
    if len(attachment) > most or hashlib.sha256(attachment).hexdigest() != sha256:
        raise Malformed("another attachment")
    return attachment


def keys_context(direction: str, device: str) -> bytes:
    """Return what the sealed `LearnerKeys` of one direction ("push" or "pull") and device are bound to."""
    return f"creditbank learner keys 1|{direction}|{device}".encode()


def read_learner_keys(data: bytes) -> dict[str, bytes]:
    """Return the keys in an opened bundle; raise `Malformed` for one of a wrong length."""
    keys = dict(decode(LearnerKeys, data).keys) if data else {}
    if any(len(key) != 32 for key in keys.values()):
        raise Malformed("a learner's key has 32 bytes")
    return keys


def _signed(kind: bytes, body: bytes) -> bytes:
    return b"creditbank message 1|" + kind + b"|" + body
