"""Passphrases, cards and recovery: what people do with the keys that they work with."""

from __future__ import annotations

from dataclasses import replace

from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.operations.registry_bodies import PersonChanged, PersonEnrolled
from creditbank_desktop.domain.people import RECOVERY_LOGIN, Actor, Person, Role, signs_recoveries
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.renewal_service import note_code_renewed
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_keys import OwnKeys, RecoveryState, WaitingKey
from creditbank_desktop.services.workroom import Workroom

RECOVERY_NAME = "恢复码 · Recovery code"
LOCK_SETTING = "lock.idle_minutes"
LOCK_MINUTES = 10
LEAST_LOCK_MINUTES, MOST_LOCK_MINUTES = 1, 60


class KeyService:
    """Actions on the keys of the people of this device."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def mine(self, actor: Actor) -> OwnKeys:
        """Return how the actor signs in on this device."""
        return self._room.enrolment.own()

    @permitted
    def change_passphrase(
        self, actor: Actor, old: str, new: str, key_store: bool | None = None
    ) -> OpResult[None]:
        """Give the actor another passphrase; keys are wrapped anew and nothing is encrypted anew.

        ``key_store`` says whether the system's key store is needed as well from now on, None leaves that.
        Raises `Refused` ("identity.wrong_passphrase", "identity.wait", "identity.key_store") and `Problems`.
        """
        self._room.enrolment.change_passphrase(old, new, key_store)
        return self._noted(actor, "person.passphrase_changed", actor.person)

    @permitted
    def export_card(self, actor: Actor, passphrase: str) -> bytes:
        """Return the actor's card for another computer of the office; raises `Refused` as above."""
        card = self._room.enrolment.write_card(passphrase)
        self._noted(actor, "person.card_exported", actor.person)
        return card

    @permitted
    def import_card(self, actor: Actor, data: bytes, passphrase: str) -> OpResult[PersonId]:
        """Let the holder of a card, who works at this office, sign in on this device too.

        Raises `Refused` ("person_card.unknown", "person_card.other_key", "identity.wrong_passphrase") and
        `EnvironmentFault` ("person_card.…").
        """
        people = {one.person: one for one in self._room.store.read(lambda reader: reader.people())}

        def known(person: PersonId) -> Person | None:
            found = people.get(person)
            works_here = found is not None and found.active and not signs_recoveries(found)
            return found if works_here else None

        person = self._room.enrolment.take_card(data, passphrase, known)
        return OpResult(person, self._noted(actor, "person.card_imported", person).changes)

    @permitted
    def reset_passphrase(self, actor: Actor, person: PersonId, passphrase: str) -> OpResult[None]:
        """Give somebody who forgot their passphrase a new one, with a new signing key.

        What they signed before stays valid. Raises `Refused` ("person.unknown", "person.inactive") and
        `Problems` (``passphrase.*``).
        """
        found = self._staff(person)
        if not found.active:
            raise Refused("person.inactive", person=person)
        key = self._room.enrolment.enrol(person, found.login, found.name, passphrase)
        return self._publish(actor, replace(found, public_key=key), "person.passphrase_reset")

    @permitted
    def waiting_keys(self, actor: Actor) -> tuple[WaitingKey, ...]:
        """Return whose passphrase was set anew here with a signature that does not count yet."""
        keys = self._room.enrolment.keys()

        def work(reader: Reader) -> tuple[WaitingKey, ...]:
            return tuple(
                WaitingKey(one.person, one.login, one.name)
                for one in reader.people()
                if one.active and one.person in keys and keys[one.person] != one.public_key
            )

        return self._room.store.read(work)

    @permitted
    def confirm_key(self, actor: Actor, person: PersonId) -> OpResult[None]:
        """Let a waiting signature count; raises `Refused` ("key.none_waiting")."""
        if person not in {waiting.person for waiting in self.waiting_keys(actor)}:
            raise Refused("key.none_waiting")
        key = self._room.enrolment.keys()[person]
        return self._publish(actor, replace(self._staff(person), public_key=key), "person.key_confirmed")

    @permitted
    def recovery_state(self, actor: Actor) -> RecoveryState:
        """Return what opens this store when every passphrase is lost."""
        key, escrow = self._room.enrolment.recovery_state()
        signer = self._room.store.read(_recovery_signer)
        return RecoveryState(signer is not None and signer.active and signer.public_key == key, escrow)

    @permitted
    def renew_recovery(self, actor: Actor) -> OpResult[str]:
        """Return a new recovery code, to be printed; the old one opens nothing any more."""
        renewed = self._room.enrolment.renew_recovery()
        changes = self.publish_recovery(actor, renewed.public_key).changes
        return OpResult(renewed.code, changes)

    @permitted
    def publish_recovery(self, actor: Actor, public_key: bytes) -> OpResult[None]:
        """Let the signature of the recovery code that was just made count.

        Only a key that this very session made may come here: what lies in the keyring file could have been
        put there by anybody who holds the data key.
        """

        def work(unit: UnitOfWork) -> None:
            signer = _recovery_signer(unit)
            if signer is None:
                made = Person(
                    PersonId(self._room.ids.new_id()),
                    actor.office,
                    RECOVERY_LOGIN,
                    RECOVERY_NAME,
                    (Role.ADMINISTRATOR,),
                    public_key,
                )
                unit.record(actor, PersonEnrolled(made))
            else:
                unit.record(actor, _changed(replace(signer, public_key=public_key, active=True)))
            note_code_renewed(unit)
            unit.audit(actor, "recovery_code.renewed")

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    @permitted
    def lock_minutes(self, actor: Actor) -> int:
        """Return after how many minutes without input this computer locks."""
        kept = self._room.store.read(lambda reader: reader.setting(LOCK_SETTING))
        sound = isinstance(kept, int) and LEAST_LOCK_MINUTES <= kept <= MOST_LOCK_MINUTES
        return kept if sound and isinstance(kept, int) else LOCK_MINUTES

    @permitted
    def set_lock_minutes(self, actor: Actor, minutes: int) -> OpResult[None]:
        """Set that time; it can be long, never without an end. Raises `Problems` ("lock.minutes")."""
        if not LEAST_LOCK_MINUTES <= minutes <= MOST_LOCK_MINUTES:
            params = {"least": LEAST_LOCK_MINUTES, "most": MOST_LOCK_MINUTES}
            raise Problems([Problem("lock.minutes", "minutes", params)])

        def work(unit: UnitOfWork) -> None:
            unit.set_setting(LOCK_SETTING, minutes)
            unit.audit(actor, "lock.changed", detail={"minutes": minutes})

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    @permitted
    def tidy(self, actor: Actor) -> OpResult[int]:
        """Take the keys of those who no longer work here off this device; return how many were taken.

        They may have been deactivated on another device or by the server. The login window calls the others
        as they are called now.
        """
        people = {one.person: one for one in self._room.store.read(lambda reader: reader.people())}
        for known in self._room.enrolment.names():
            if known in people:
                self._room.enrolment.rename(known, people[known].name)
        keys = self._room.enrolment.keys()
        gone = [one for one in keys if one in people and not people[one].active]
        if not gone or len(gone) == len(keys):
            return OpResult(0, frozenset())
        for person in gone:
            self._room.enrolment.withdraw(person)

        def work(unit: UnitOfWork) -> None:
            for person in gone:
                unit.audit(actor, "person.key_removed", ("person", person))

        written = self._room.store.write(work)
        return OpResult(len(gone), written.changes)

    def _staff(self, person: PersonId) -> Person:
        found = self._room.store.read(lambda reader: reader.person(person))
        if found is None or signs_recoveries(found) or Role.CENTRAL_SERVER in found.roles:
            raise Refused("person.unknown", person=person)
        return found

    def _publish(self, actor: Actor, changed: Person, action: str) -> OpResult[None]:
        def work(unit: UnitOfWork) -> None:
            unit.record(actor, _changed(changed))
            unit.audit(actor, action, ("person", changed.person))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    def _noted(self, actor: Actor, action: str, person: PersonId) -> OpResult[None]:
        def work(unit: UnitOfWork) -> None:
            unit.audit(actor, action, ("person", person))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)


def _recovery_signer(reader: Reader) -> Person | None:
    own = reader.identity.office
    return next((one for one in reader.people() if one.login == RECOVERY_LOGIN and one.office == own), None)


def _changed(person: Person) -> PersonChanged:
    return PersonChanged(person.person, person.name, person.roles, person.public_key, person.active)
