"""What the services need from outside beside the store: programmes, passphrases, glyphs and calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.people import Person, Role
from creditbank_desktop.domain.ports import Signer
from creditbank_desktop.domain.programmes import Programme
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.views_keys import OwnKeys


class Curriculum(Protocol):
    """The programmes of the school and their courses."""

    def programmes(self) -> tuple[Programme, ...]:
        """Return every programme, closed ones included, by code; of each its newest version."""

    def programme(self, code: str, intake_year: int | None = None) -> Programme | None:
        """Return a programme in the version for learners who began in ``intake_year``, else the newest."""


class Enrolment(Protocol):
    """The keys of the people of this device; filled from the keyring."""

    def enrol(self, person: PersonId, login: str, name: str, passphrase: str) -> bytes:
        """Return the public key (32 bytes) of the person's new signing key.

        Who has a key already gets a new one. Raises `Problems` for a weak passphrase or an empty login,
        `Refused` for a login that is taken.
        """

    def names(self) -> Mapping[PersonId, str]:
        """Return what those who can sign in on this device are called there."""

    def rename(self, person: PersonId, name: str) -> None:
        """Let the login window call a person otherwise; nothing happens if there is no such person."""

    def withdraw(self, person: PersonId) -> None:
        """Take the person out again; nothing happens if there is no such person.

        Raises `Refused` ("keyring.last_person").
        """

    def keys(self) -> Mapping[PersonId, bytes]:
        """Return the public keys of those who can sign in on this device."""

    def own(self) -> OwnKeys:
        """Return how the signed-in person signs in."""

    def change_passphrase(self, old: str, new: str, key_store: bool | None) -> None:
        """Wrap the signed-in person's keys anew; ``key_store`` None leaves the system's key store as it is.

        Raises `Refused` ("identity.wrong_passphrase", "identity.wait", "identity.key_store"), `Problems`.
        """

    def write_card(self, passphrase: str) -> bytes:
        """Return the signed-in person's card; raises `Refused` as `change_passphrase`."""

    def take_card(self, data: bytes, passphrase: str, known: Callable[[PersonId], Person | None]) -> PersonId:
        """Let the holder of a card sign in here if ``known`` says that they work here with the card's key.

        Raises `Refused` ("identity.wrong_passphrase", "person_card.unknown", "person_card.other_key") and
        `EnvironmentFault` ("person_card.…").
        """

    def renew_recovery(self) -> NewRecoveryCode:
        """Return a new recovery code and its public key; the old code opens nothing any more."""

    def recovery_state(self) -> tuple[bytes, str]:
        """Return the public key of a recovery by code, and the name of the key that an escrow copy is for."""


@dataclass(frozen=True, slots=True)
class NewRecoveryCode:
    """A recovery code, which is shown once, and the public key of its signature."""

    code: str = field(repr=False)
    public_key: bytes


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """A line of the server's staff list; ``code_sha256`` is "" once the person was enrolled."""

    login: str
    name: str
    roles: tuple[Role, ...]
    code_sha256: str = ""


@dataclass(frozen=True, slots=True)
class StaffRoll:
    """A staff list whose signature was checked."""

    version: int
    issued_at: datetime
    people: tuple[StaffEntry, ...]


class StaffBook(Protocol):
    """The staff list that the server signs, as this device keeps it."""

    def kept(self, reader: Reader) -> StaffRoll | None:
        """Return the list in force, None before the first."""

    def refusal(self, reader: Reader) -> tuple[str, datetime] | None:
        """Return code and moment of the last list that was turned away, None when none was since."""

    def keep(self, unit: UnitOfWork, data: bytes) -> StaffRoll:
        """Check and keep a list that came as a file; return the one in force.

        Raises `Refused`: "staff_list.no_server", "staff_list.signature", "staff_list.other_office",
        "staff_list.older", "staff_list.malformed".
        """

    def is_code(self, reader: Reader, code: str, entry: StaffEntry) -> bool:
        """Return whether ``code`` is the one-time code of ``entry``; raises `Problems` for another shape."""


class GlyphCheck(Protocol):
    """Knows what the shipped fonts can draw."""

    def missing_characters(self, text: str) -> tuple[str, ...]:
        """Return the characters that no shipped font can draw, each once."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who signed in: the person's id and unlocked key, as the keyring gives them."""

    person: PersonId
    signer: Signer
