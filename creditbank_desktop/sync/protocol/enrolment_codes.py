"""One-time codes that let a device in, with a fingerprint that tells the right server from another."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.folding import without_spaces

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_SECRET_CHARACTERS = 12
_FINGERPRINT_CHARACTERS = 8
_GROUP = 4


@dataclass(frozen=True, slots=True)
class EnrolmentCode:
    """The two halves of a code: 60 random bits, and 40 bits of the hash of the server's signing key."""

    secret: str
    fingerprint: str

    def __str__(self) -> str:
        """Return the code as it is read out: five groups of four."""
        text = self.secret + self.fingerprint
        return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))

    @property
    def secret_sha256(self) -> str:
        """Return what the server keeps instead of the secret."""
        return hashlib.sha256(b"creditbank enrolment code 1|" + self.secret.encode()).hexdigest()

    def is_of(self, signing_key: bytes) -> bool:
        """Return whether the server with this signing key issued the code."""
        return secrets.compare_digest(self.fingerprint, fingerprint(signing_key))


def new_enrolment_code(signing_key: bytes) -> EnrolmentCode:
    """Return a fresh code of the server with this signing key."""
    secret = "".join(secrets.choice(ALPHABET) for _ in range(_SECRET_CHARACTERS))
    return EnrolmentCode(secret, fingerprint(signing_key))


def parse_enrolment_code(raw: str, field: str = "code") -> EnrolmentCode:
    """Return the code that was typed: case, hyphens, spaces and look-alikes (O, I, L, U) are forgiven.

    Raises `Problems` with ``enrolment_code.shape``.
    """
    text = without_spaces(raw).upper().replace("-", "").translate(_LOOK_ALIKES)
    if len(text) != _SECRET_CHARACTERS + _FINGERPRINT_CHARACTERS or not set(text) <= set(ALPHABET):
        raise Problems([Problem("enrolment_code.shape", field)])
    return EnrolmentCode(text[:_SECRET_CHARACTERS], text[_SECRET_CHARACTERS:])


def fingerprint(signing_key: bytes) -> str:
    """Return the 8 characters by which people can compare a server's signing key."""
    number = int.from_bytes(hashlib.sha256(signing_key).digest()[:5], "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(_FINGERPRINT_CHARACTERS)))
