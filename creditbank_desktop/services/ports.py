"""What the services need from outside beside the store: programmes, passphrases, glyphs and calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.ports import Signer
from creditbank_desktop.domain.programmes import Programme


class Curriculum(Protocol):
    """The programmes of the school and their courses."""

    def programmes(self) -> tuple[Programme, ...]:
        """Return every programme, closed ones included, by code; of each its newest version."""

    def programme(self, code: str, intake_year: int | None = None) -> Programme | None:
        """Return a programme in the version for learners who began in ``intake_year``, else the newest."""


class Enrolment(Protocol):
    """Gives a new member of staff a passphrase and a key; filled from the keyring."""

    def enrol(self, person: PersonId, login: str, name: str, passphrase: str) -> bytes:
        """Return the public key (32 bytes) of the person's new signing key.

        Raises `Problems` for a weak passphrase or an empty login, `Refused` for a login that is taken.
        """

    def withdraw(self, person: PersonId) -> None:
        """Take the person out again; nothing happens if there is no such person."""


class GlyphCheck(Protocol):
    """Knows what the shipped fonts can draw."""

    def missing_characters(self, text: str) -> tuple[str, ...]:
        """Return the characters that no shipped font can draw, each once."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who signed in: the person's id and unlocked key, as the keyring gives them."""

    person: PersonId
    signer: Signer
