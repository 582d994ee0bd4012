"""A person's card: their signing key under their passphrase, to be carried to another computer of the office.

The card opens no store. It lets somebody who works on one device sign in on a second one with the same
signature, once a person of that device lets it in.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass, field

from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.vault.keys import SigningKey
from creditbank_desktop.vault.passphrases import (
    SALT_BYTES,
    Cost,
    key_from_passphrase,
    new_salt,
    unwrap,
    wrap,
)

FORMAT = "creditbank-person-card"
VERSION = 1
_PURPOSE = "person_card"
_LARGEST_FILE_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class PersonCard:
    """An opened card."""

    person: str
    login: str
    name: str
    seed: bytes = field(repr=False)

    @property
    def public_key(self) -> bytes:
        """Return the public key of the card's signature."""
        return SigningKey.from_seed(self.seed).public_key


def write_card(card: PersonCard, passphrase: str, cost: Cost | None = None) -> bytes:
    """Return the bytes of a card that ``passphrase`` opens."""
    cost = cost or Cost()
    salt = new_salt()
    key = key_from_passphrase(passphrase, salt, cost)
    document = {
        "format": FORMAT,
        "version": VERSION,
        "person": card.person,
        "login": card.login,
        "name": card.name,
        "argon2id": {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes},
        "salt": base64.b64encode(salt).decode("ascii"),
        "signing_seed": base64.b64encode(wrap(key, card.seed, card.person, _PURPOSE)).decode("ascii"),
    }
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def read_card(data: bytes, passphrase: str) -> PersonCard:
    """Return the card in ``data``.

    Raises `Refused` ``identity.wrong_passphrase``, `EnvironmentFault` ``person_card.foreign`` for a file that
    is no card and ``person_card.damaged``.
    """
    try:
        document = json.loads(data) if len(data) <= _LARGEST_FILE_BYTES else None
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise EnvironmentFault("person_card.foreign")
    try:
        said = document["argon2id"]
        cost = Cost(int(said["memory_kib"]), int(said["passes"]), int(said["lanes"]))
        salt = base64.b64decode(document["salt"], validate=True)
        wrapped = base64.b64decode(document["signing_seed"], validate=True)
        person, login, name = (str(document[part]) for part in ("person", "login", "name"))
        if not cost.is_bearable() or len(salt) != SALT_BYTES:
            raise ValueError("cost or salt")
        seed = unwrap(key_from_passphrase(passphrase, salt, cost), wrapped, person, _PURPOSE)
        return PersonCard(person, login, name, seed)
    except Refused:
        raise
    except (KeyError, TypeError, ValueError, binascii.Error) as damage:
        raise EnvironmentFault("person_card.damaged") from damage
