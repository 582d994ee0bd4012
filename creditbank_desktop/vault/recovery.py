"""The recovery code: 32 characters on paper that open the store when every passphrase is lost."""

from __future__ import annotations

import secrets

from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.folding import without_spaces
from creditbank_desktop.vault.wrapping import derive

LENGTH = 32
GROUP = 4

# Crockford's alphabet: nobody mistakes one of its characters for another; 32 of them are 160 bits.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")


def new_recovery_code() -> str:
    """Return a fresh code of 160 random bits in eight groups of four characters."""
    characters = [secrets.choice(_ALPHABET) for _ in range(LENGTH)]
    groups = ("".join(characters[start : start + GROUP]) for start in range(0, LENGTH, GROUP))
    return "-".join(groups)


def parse_recovery_code(raw: str, field: str = "recovery_code") -> str:
    """Return the 32 characters that ``raw`` says: O reads as 0, I and L as 1; spaces and hyphens are dropped.

    Raises `Problems` with ``recovery_code.length`` (length, expected) or ``recovery_code.characters``.
    """
    code = without_spaces(raw).upper().replace("-", "").translate(_MISREAD)
    if len(code) != LENGTH:
        raise Problems([Problem("recovery_code.length", field, {"length": len(code), "expected": LENGTH})])
    if not set(code) <= set(_ALPHABET):
        raise Problems([Problem("recovery_code.characters", field)])
    return code


def key_from_recovery_code(code: str) -> bytes:
    """Return the key-encryption key of a code.

    160 random bits cannot be guessed, so a plain derivation does where a passphrase needs Argon2id.
    Raises `Problems` as `parse_recovery_code`.
    """
    return derive(parse_recovery_code(code).encode(), b"creditbank recovery code 1")
