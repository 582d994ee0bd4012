"""Puts an office together: keyring, store, reference data and services behind one signed-in person."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from creditbank_desktop.app.backups import OfficeBackups
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.reference import ReferenceData, read_reference_data
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import DeviceId, OfficeId, PersonId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.ports import Clock, IdSource
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.identity import DeviceIdentity, StorePorts
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.office_reference import OfficeReference
from creditbank_desktop.services.ports import Credentials
from creditbank_desktop.services.press import Press
from creditbank_desktop.services.recognition import Recognition
from creditbank_desktop.services.services import Services, build_services
from creditbank_desktop.services.views_ledger import OfficeForm, PersonForm
from creditbank_desktop.services.workroom import Workroom
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keyring import Keyring, NewPerson, Unlocked
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey, new_data_key
from creditbank_desktop.vault.passphrases import Cost
from creditbank_desktop.vault.sealing import new_box_key

_CODE_CHARACTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an office is opened with: the program's resources, the clock, ids and the cost of passphrases."""

    resources: Path
    clock: Clock
    ids: IdSource
    cost: Cost | None = None

    def store_ports(self) -> StorePorts:
        """Return the ports of the store."""
        return StorePorts(self.clock, self.ids, Ed25519Verifier(), new_data_key)


@dataclass(frozen=True, slots=True)
class Session:
    """An open office with one person signed in; `close` ends it for everybody."""

    place: OfficePlace
    around: Surroundings
    keyring: Keyring
    unlocked: Unlocked
    store: Store
    room: Workroom
    services: Services
    actor: Actor

    def close(self) -> None:
        """Close the store; calling it again is harmless."""
        self.store.close()
        self.room.press.close()

    def switch(self, login: str, passphrase: str) -> Session:
        """Return the session of another person in the same open store; raises as `unlock_office`."""
        unlocked = self.keyring.unlock(login, passphrase)
        room = replace(self.room, enrolment=KeyringEnrolment(self.keyring, unlocked))
        services = build_services(room)
        actor = services.identity.admit(Credentials(PersonId(unlocked.person_id), unlocked.signer))
        return replace(self, unlocked=unlocked, room=room, services=services, actor=actor)


class KeyringEnrolment:
    """Gives new people of the office a place in the keyring; fills the services' port ``Enrolment``."""

    def __init__(self, keyring: Keyring, unlocked: Unlocked) -> None:
        """Act for the person whose keys are unlocked."""
        self._keyring = keyring
        self._unlocked = unlocked

    def enrol(self, person: PersonId, login: str, name: str, passphrase: str) -> bytes:
        """Return the public key of the person's new signing key; raises `Problems`."""
        return self._keyring.add_person(self._unlocked, NewPerson(person, login, name, passphrase)).public_key

    def withdraw(self, person: PersonId) -> None:
        """Take the person out again; nothing happens if there is no such person."""
        if any(entry.person == person for entry in self._keyring.people()):
            self._keyring.remove_person(self._unlocked, person)


@dataclass(frozen=True, slots=True)
class Established:
    """A new office, its administrator signed in, and the recovery code, which is shown this once."""

    session: Session
    recovery_code: str


def surroundings(resources: Path, clock: Clock) -> Surroundings:
    """Return the surroundings of real work."""
    return Surroundings(resources, clock, Uuid7Source())


def establish_office(
    place: OfficePlace, around: Surroundings, office: OfficeForm, administrator: PersonForm
) -> Established:
    """Set up a new office in ``place`` and sign its administrator in.

    Raises `Problems` for what was typed, `Refused` if there is an office already and `EnvironmentFault` for
    the disk; a set-up that fails leaves nothing behind.
    """
    try:
        if place.exists:
            # What a failed set-up clears away must never be anybody's store.
            raise Refused("office.exists")
        place.folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        reason = fault.strerror or ""
        raise EnvironmentFault("folder.unwritable", path=str(place.folder), reason=reason) from fault
    person = PersonId(around.ids.new_id())
    first = NewPerson(person, administrator.login, administrator.name, administrator.passphrase)
    created = Keyring.create(place.keyring, around.ids.new_id(), first, around.clock, around.cost)
    store: Store | None = None
    try:
        store = Store.create(
            place.store, created.unlocked.data_key, _new_device(around), around.store_ports()
        )
        room = _furnish(place, around, created.keyring, created.unlocked, store)
        services = build_services(room)
        credentials = Credentials(person, created.unlocked.signer)
        actor = services.identity.set_up(credentials, office, administrator).value
    except BaseException:
        if store is not None:
            store.close()
        _clear_away(place)
        raise
    session = Session(place, around, created.keyring, created.unlocked, store, room, services, actor)
    return Established(session, created.recovery_code)


def unlock_office(place: OfficePlace, around: Surroundings, login: str, passphrase: str) -> Session:
    """Open the office in ``place`` for one of its people.

    Raises `Refused` ("identity.wrong_passphrase", "identity.wait", "person.…") and `EnvironmentFault`
    ("keyring.…", "store.…").
    """
    keyring = Keyring.open(place.keyring, around.clock, around.cost)
    unlocked = keyring.unlock(login, passphrase)
    store = Store.open(place.store, unlocked.data_key, around.store_ports())
    try:
        room = _furnish(place, around, keyring, unlocked, store)
        services = build_services(room)
        actor = services.identity.admit(Credentials(PersonId(unlocked.person_id), unlocked.signer))
    except BaseException:
        store.close()
        raise
    return Session(place, around, keyring, unlocked, store, room, services, actor)


def _new_device(around: Surroundings) -> DeviceIdentity:
    code = "".join(secrets.choice(_CODE_CHARACTERS) for _ in range(3))
    return DeviceIdentity(
        device=DeviceId(around.ids.new_id()),
        office=OfficeId(around.ids.new_id()),
        name=code,
        code=code,
        signing_seed=SigningKey.new().seed,
        box_key=new_box_key(),
    )


def _furnish(
    place: OfficePlace, around: Surroundings, keyring: Keyring, unlocked: Unlocked, store: Store
) -> Workroom:
    reference: ReferenceData = read_reference_data(around.resources)
    return Workroom(
        store=store,
        clock=around.clock,
        ids=around.ids,
        reference=OfficeReference(store, reference.seed),
        curriculum=reference.programmes,
        recognition=Recognition(reference.rule_sets),
        press=Press(Fonts(around.resources / "fonts")),
        files=EvidenceFiles(place.evidence, unlocked.data_key),
        enrolment=KeyringEnrolment(keyring, unlocked),
        backups=OfficeBackups(place, store.device, unlocked.data_key, around.clock),
    )


def _clear_away(place: OfficePlace) -> None:
    place.keyring.unlink(missing_ok=True)
    if place.store.exists():
        for file in place.store.iterdir():
            file.unlink(missing_ok=True)
        place.store.rmdir()
