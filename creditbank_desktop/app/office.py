"""Puts an office together: keyring, store, reference data and services behind one signed-in person."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from creditbank_desktop.app.backups import OfficeBackups
from creditbank_desktop.app.completing import complete_restore
from creditbank_desktop.app.key_desk import KeyringEnrolment
from creditbank_desktop.app.machine import OfficeMachine
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.reference import ReferenceData, read_reference_data
from creditbank_desktop.app.scanning import scanning_here
from creditbank_desktop.app.staff_book import SyncedStaffBook
from creditbank_desktop.devices.clock import SystemRunningClock
from creditbank_desktop.devices.key_store import SystemKeyStore
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
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.sync.notices import recovery_key_of
from creditbank_desktop.vault.factors import KeyStore
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keyring import Around, Keyring, NewPerson, Unlocked
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey, new_data_key
from creditbank_desktop.vault.lockout import RunningClock
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
    running: RunningClock | None = None
    key_store: KeyStore | None = None

    def keyring_around(self) -> Around:
        """Return what a keyring uses beside its file."""
        return Around(self.running, self.key_store)

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
    engine: SyncEngine

    def close(self) -> None:
        """Close the store; calling it again is harmless."""
        self.store.close()
        self.room.press.close()
        self.room.scanning.close()

    def switch(self, login: str, passphrase: str) -> Session:
        """Return the session of another person in the same open store; raises as `unlock_office`."""
        unlocked = self.keyring.unlock(login, passphrase)
        enrolment = KeyringEnrolment(self.keyring, unlocked, self.around.key_store, self.around.cost)
        room = replace(self.room, enrolment=enrolment)
        services = build_services(room)
        actor = services.identity.admit(Credentials(PersonId(unlocked.person_id), unlocked.signer))
        return replace(self, unlocked=unlocked, room=room, services=services, actor=actor)

    def note(self, action: str, **detail: int) -> None:
        """Enter something about this session into the audit trail."""
        subject = ("person", self.actor.person)
        self.store.write(lambda unit: unit.audit(self.actor, action, subject, detail))

    def still_works(self) -> bool:
        """Return whether the person has not been deactivated meanwhile."""
        found = self.store.read(lambda reader: reader.person(self.actor.person))
        return found is not None and found.active

    def settle(self) -> frozenset[tuple[str, str]]:
        """Do with the keys of this device what sync or a sign-in made due; return what changed.

        Who no longer works here loses their keys; the escrow copy is made for the organisation's present key.
        """
        changes = self.services.keys.tidy(self.actor).changes
        key = self.store.read(recovery_key_of)
        if key and self.keyring.keep_escrow(self.unlocked, key, self.actor.office):
            noted = self.store.write(lambda unit: unit.audit(self.actor, "escrow.made"))
            changes |= noted.changes
        return changes


@dataclass(frozen=True, slots=True)
class Established:
    """A new office, its administrator signed in, and the recovery code, which is shown this once."""

    session: Session
    recovery_code: str


def surroundings(resources: Path, clock: Clock) -> Surroundings:
    """Return the surroundings of real work."""
    return Surroundings(
        resources, clock, Uuid7Source(), running=SystemRunningClock(), key_store=SystemKeyStore()
    )


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
    store: Store | None = None
    try:
        created = Keyring.create(
            place.keyring, around.ids.new_id(), first, around.clock, around.cost, around.keyring_around()
        )
        store = Store.create(
            place.store, created.unlocked.data_key, _new_device(around), around.store_ports()
        )
        room = furnish(place, around, created.keyring, created.unlocked, store)
        services = build_services(room)
        credentials = Credentials(person, created.unlocked.signer)
        actor = services.identity.set_up(credentials, office, administrator).value
        services.keys.publish_recovery(actor, created.recovery_key)
    except BaseException:  # no half-made office may stay, also on Ctrl+C
        if store is not None:
            store.close()
        _clear_away(place)
        raise
    session = Session(
        place, around, created.keyring, created.unlocked, store, room, services, actor, engine_of(room)
    )
    return Established(session, created.recovery_code)


def unlock_office(place: OfficePlace, around: Surroundings, login: str, passphrase: str) -> Session:
    """Open the office in ``place`` for one of its people.

    Raises `Refused` ("identity.wrong_passphrase", "identity.wait", "person.…") and `EnvironmentFault`
    ("keyring.…", "store.…", "restore.under_way"). A restore that was cut short is finished first.
    """
    complete_restore(place)
    keyring = Keyring.open(place.keyring, around.clock, around.cost, around.keyring_around())
    unlocked = keyring.unlock(login, passphrase)
    store = Store.open(place.store, unlocked.data_key, around.store_ports())
    try:
        return begin_session(place, around, keyring, unlocked, store)
    except BaseException:  # nobody else could close it; it is raised again
        store.close()
        raise


def begin_session(
    place: OfficePlace, around: Surroundings, keyring: Keyring, unlocked: Unlocked, store: Store
) -> Session:
    """Return the session of the person whose keys are unlocked in an open store; raises as `admit`."""
    room = furnish(place, around, keyring, unlocked, store)
    services = build_services(room)
    actor = services.identity.admit(Credentials(PersonId(unlocked.person_id), unlocked.signer))
    return Session(place, around, keyring, unlocked, store, room, services, actor, engine_of(room))


def engine_of(room: Workroom) -> SyncEngine:
    """Return what synchronises the store, one for all sessions in it."""
    engine = SyncEngine(room.store, room.files, room.clock, Ed25519Verifier())
    engine.hold_back(room.reference.seconds_held)
    return engine


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


def furnish(
    place: OfficePlace, around: Surroundings, keyring: Keyring, unlocked: Unlocked, store: Store
) -> Workroom:
    """Return what the services work with."""
    reference: ReferenceData = read_reference_data(around.resources)
    in_force = OfficeReference(store, reference.seed, reference.retention)
    press = Press(Fonts(around.resources / "fonts"))
    press.find_seals_in(in_force.seal_named)
    return Workroom(
        store=store,
        clock=around.clock,
        ids=around.ids,
        reference=in_force,
        curriculum=reference.programmes,
        recognition=Recognition(reference.rule_sets),
        press=press,
        files=EvidenceFiles(place.evidence, unlocked.data_key),
        enrolment=KeyringEnrolment(keyring, unlocked, around.key_store, around.cost),
        staff_book=SyncedStaffBook(Ed25519Verifier()),
        backups=OfficeBackups(place, store.device, unlocked.data_key, around.clock),
        machine=OfficeMachine(place, around.resources, store, keyring, Ed25519Verifier()),
        scanning=scanning_here(around.clock),
    )


def _clear_away(place: OfficePlace) -> None:
    for file in (place.keyring, place.keyring_copy, place.recovery):
        file.unlink(missing_ok=True)
    if place.store.exists():
        for file in place.store.iterdir():
            file.unlink(missing_ok=True)
        place.store.rmdir()
