"""The keyring as the services see it: what the signed-in person may do with the keys of this device."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.people import Person
from creditbank_desktop.services.ports import NewRecoveryCode
from creditbank_desktop.services.views_keys import OwnKeys
from creditbank_desktop.vault.factors import OS_KEY_STORE, KeyStore
from creditbank_desktop.vault.keyring import Entry, Keyring, NewPerson, Unlocked
from creditbank_desktop.vault.passphrases import Cost
from creditbank_desktop.vault.person_card import PersonCard, read_card, write_card


class KeyringEnrolment:
    """Fills the services' port ``Enrolment``."""

    def __init__(
        self,
        keyring: Keyring,
        unlocked: Unlocked,
        key_store: KeyStore | None = None,
        cost: Cost | None = None,
    ) -> None:
        """Act for the person whose keys are unlocked; ``cost`` is for the cards that are written."""
        self.keyring = keyring
        self.unlocked = unlocked
        self._key_store = key_store
        self._cost = cost

    def moved_to(self, keyring: Keyring) -> KeyringEnrolment:
        """Return the same for another keyring of the same store."""
        return KeyringEnrolment(keyring, self.unlocked, self._key_store, self._cost)

    def enrol(self, person: PersonId, login: str, name: str, passphrase: str) -> bytes:
        """Return the public key of the person's new signing key; raises `Problems`."""
        return self.keyring.add_person(self.unlocked, NewPerson(person, login, name, passphrase)).public_key

    def names(self) -> Mapping[PersonId, str]:
        """Return what those who can sign in on this device are called there."""
        return {PersonId(entry.person): entry.name for entry in self.keyring.people()}

    def rename(self, person: PersonId, name: str) -> None:
        """Let the login window call a person otherwise; nothing happens if there is no such person."""
        if self.names().get(person, name) != name:
            self.keyring.rename_person(self.unlocked, person, name)

    def withdraw(self, person: PersonId) -> None:
        """Take the person out again; nothing happens if there is no such person."""
        if person in self.keys():
            self.keyring.remove_person(self.unlocked, person)

    def keys(self) -> Mapping[PersonId, bytes]:
        """Return the public keys of those who can sign in on this device."""
        return {PersonId(entry.person): entry.public_key for entry in self.keyring.people()}

    def own(self) -> OwnKeys:
        """Return how the signed-in person signs in."""
        entry = self._entry()
        usable = self._key_store is not None and self._key_store.is_usable()
        return OwnKeys(entry.login, entry.name, bool(entry.factor), usable)

    def change_passphrase(self, old: str, new: str, key_store: bool | None) -> None:
        """Wrap the signed-in person's keys anew."""
        factor = None if key_store is None else OS_KEY_STORE if key_store else ""
        self.keyring.change_passphrase(self._entry().login, old, new, factor)

    def write_card(self, passphrase: str) -> bytes:
        """Return the signed-in person's card."""
        entry = self._entry()
        unlocked = self.keyring.unlock(entry.login, passphrase)
        card = PersonCard(entry.person, entry.login, entry.name, unlocked.signer.seed)
        return write_card(card, passphrase, self._cost)

    def take_card(self, data: bytes, passphrase: str, known: Callable[[PersonId], Person | None]) -> PersonId:
        """Let the holder of a card sign in here."""
        card = read_card(data, passphrase)
        person = PersonId(card.person)
        found = known(person)
        if found is None:
            raise Refused("person_card.unknown")
        if found.public_key != card.public_key:
            raise Refused("person_card.other_key")
        # Name and login stand in the clear on a card: those of the store count.
        new = NewPerson(person, found.login, found.name, passphrase, card.seed)
        self.keyring.add_person(self.unlocked, new)
        return person

    def renew_recovery(self) -> NewRecoveryCode:
        """Return a new recovery code."""
        renewed = self.keyring.renew_recovery(self.unlocked)
        return NewRecoveryCode(renewed.code, renewed.public_key)

    def recovery_state(self) -> tuple[bytes, str]:
        """Return the public key of a recovery by code, and the name of the escrow's key."""
        escrow = self.keyring.recovery_file.escrow
        return self.keyring.recovery_key, "" if escrow is None else escrow.key_id

    def _entry(self) -> Entry:
        own = self.unlocked.person_id
        found = next((entry for entry in self.keyring.people() if entry.person == own), None)
        if found is None:
            raise Refused("keyring.unknown_person")
        return found
