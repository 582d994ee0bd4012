"""Passphrases: what makes a good one, and the key that Argon2id derives from it."""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from creditbank_desktop.domain.failures import Problem, Refused
from creditbank_desktop.vault.wrapping import binding, decrypt, encrypt

SALT_BYTES = 16
LEAST_LENGTH = 12
MOST_LENGTH = 128

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_ROWS = ("01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz")
_COMMON = frozenset(
    {
        "password", "passw0rd", "iloveyou", "woaini", "admin", "administrator", "letmein", "welcome",
        "qwerty", "creditbank", "xuefenyinhang", "学分银行", "密码",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes in parallel; stored beside what it guards.

    The default (64 MiB, 3, 4) takes 0.2 to 0.3 s on an office PC (RFC 9106, second recommendation).
    """

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 4

    def is_bearable(self) -> bool:
        """Return whether a file that says this cost can be opened without choking the machine."""
        return (
            1 <= self.lanes <= 16
            and 1 <= self.passes <= 20
            and 8 * self.lanes <= self.memory_kib <= 1_048_576
        )


def check_passphrase(passphrase: str, login: str, field: str = "passphrase") -> tuple[Problem, ...]:
    """Return all that speaks against a new passphrase.

    Length counts, not the mixture of characters (OWASP ASVS 5.0, 6.2); a Chinese character counts twice.
    Codes: ``passphrase.short`` (least), ``passphrase.long`` (most), ``passphrase.login`` (contains it),
    ``passphrase.guessable`` (little is left beside common words, keyboard rows and repetitions).
    """
    text = _normal(passphrase)
    found = []
    is_short = _weight(text) < LEAST_LENGTH
    if is_short:
        found.append(Problem("passphrase.short", field, {"least": LEAST_LENGTH}))
    if len(text) > MOST_LENGTH:
        found.append(Problem("passphrase.long", field, {"most": MOST_LENGTH}))
    if len(login) >= 3 and login.casefold() in text.casefold():
        found.append(Problem("passphrase.login", field))
    if not is_short and _is_guessable(text.casefold()):
        found.append(Problem("passphrase.guessable", field))
    return tuple(found)


def new_salt() -> bytes:
    """Return 16 random bytes."""
    return secrets.token_bytes(SALT_BYTES)


def key_from_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32-byte key-encryption key of a passphrase (Argon2id, RFC 9106)."""
    return hash_secret_raw(
        secret=_normal(passphrase).encode(),
        salt=salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def wrap(key_encryption_key: bytes, secret: bytes, person: str, purpose: str) -> bytes:
    """Return ``secret`` encrypted for one person and purpose (AES-256-GCM, both authenticated)."""
    return encrypt(key_encryption_key, secret, _bound(person, purpose))


def unwrap(key_encryption_key: bytes, wrapped: bytes, person: str, purpose: str) -> bytes:
    """Return the secret that `wrap` encrypted.

    Raises `Refused` ``identity.wrong_passphrase`` when the key, person, purpose or any bit differs.
    """
    secret = decrypt(key_encryption_key, wrapped, _bound(person, purpose))
    if secret is None:
        raise Refused("identity.wrong_passphrase")
    return secret


def _bound(person: str, purpose: str) -> bytes:
    return binding(b"creditbank wrapped key 1", person.encode(), purpose.encode())


def _normal(passphrase: str) -> str:
    # Keyboards and systems compose accents differently; the passphrase is the same.
    return unicodedata.normalize("NFC", passphrase)


def _weight(text: str) -> int:
    return len(text) + len(_HAN.findall(text))


def _is_guessable(text: str) -> bool:
    rest = text
    for word in sorted(_COMMON, key=len, reverse=True):
        rest = rest.replace(word, "")
    rest = _without_rows(rest)
    rest = re.sub(r"(.{1,4}?)\1+", r"\1", rest)
    return _weight(rest) < 6 or len(set(text)) < 5


def _without_rows(text: str) -> str:
    """Drop runs of four and more neighbours on the keyboard or in the alphabet, in either direction."""
    kept: list[str] = []
    place = 0
    while place < len(text):
        run = _row_length(text, place)
        if run < 4:
            kept.append(text[place])
            run = 1
        place += run
    return "".join(kept)


def _row_length(text: str, place: int) -> int:
    longest = 1
    for row in (*_ROWS, *(row[::-1] for row in _ROWS)):
        length = 1
        while place + length < len(text) and text[place : place + length + 1] in row:
            length += 1
        longest = max(longest, length)
    return longest
