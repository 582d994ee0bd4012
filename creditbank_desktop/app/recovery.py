"""Opens an office for somebody whose passphrase is lost: by the recovery code or by an unlock file.

The person gets a new signing key, because the old one went with the passphrase. It counts by an operation
that the recovery itself signs, with a key that lies under the recovery code or in the unlock file and nowhere
else: the data key alone makes nobody's signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from creditbank_desktop.app.completing import complete_restore
from creditbank_desktop.app.office import Session, Surroundings, begin_session
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.domain.failures import EnvironmentFault, Refused, stop_on_errors
from creditbank_desktop.domain.operations.registry_bodies import PersonChanged
from creditbank_desktop.domain.people import RECOVERY_LOGIN, Actor, Person, Role, signs_recoveries
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.renewal_service import note_code_used
from creditbank_desktop.sync.notices import recovery_key_of
from creditbank_desktop.vault.escrow import RecoveryFile, Unlocking, open_unlock_file, read_recovery_file
from creditbank_desktop.vault.keyring import (
    Keyring,
    NewPerson,
    RecoverySecrets,
    Unlocked,
    open_by_code,
)
from creditbank_desktop.vault.keys import SigningKey
from creditbank_desktop.vault.passphrases import check_passphrase


@dataclass(frozen=True, slots=True)
class Means:
    """What opens the store: a recovery code, or an unlock file from escrow with the code that opens it."""

    code: str = field(repr=False)
    unlock_file: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class _Opened:
    """What the means opened."""

    data_key: bytes = field(repr=False)
    signer: SigningKey | None = field(repr=False)
    file: RecoveryFile
    unlocking: Unlocking | None = None


def recover_office(
    place: OfficePlace,
    around: Surroundings,
    login: str,
    means: Means,
    passphrase: str,
    present: Session | None = None,
) -> Session:
    """Give the person with ``login`` the new ``passphrase`` and return their session.

    ``present`` is the session of an office that is open and locked; its store is used and stays open. Raises
    `Problems` for a code of no shape or a weak passphrase, `EnvironmentFault` for the disk and damaged files,
    and `Refused`: "identity.wrong_recovery_code", "identity.wrong_unlock_code", "identity.unlock_used",
    "identity.unlock_other_store", "recovery.unknown_login", "person.inactive", "identity.key_waits" (the
    passphrase is set; an administrator must confirm the signature).
    """
    stop_on_errors(check_passphrase(passphrase, login.strip()))
    if present is None:
        complete_restore(place)
    opened = _open_means(place, means)
    store = present.store if present else Store.open(place.store, opened.data_key, around.store_ports())
    try:
        keyring = present.keyring if present else _keyring(place, around, opened)
        unlocked = _give_key(store, keyring, opened, login, passphrase)
        return _begin(place, around, keyring, unlocked, store)
    except BaseException:  # nobody else could close it; it is raised again
        if present is None:
            store.close()
        raise


def data_key_by(place: OfficePlace, means: Means) -> bytes:
    """Return the key of the store in ``place`` and change nothing; raises as `recover_office` does."""
    return _open_means(place, means).data_key


def _begin(
    place: OfficePlace, around: Surroundings, keyring: Keyring, unlocked: Unlocked, store: Store
) -> Session:
    try:
        return begin_session(place, around, keyring, unlocked, store)
    except Refused as refused:
        if refused.code == "person.other_key":
            raise Refused("identity.key_waits") from refused
        raise


def _open_means(place: OfficePlace, means: Means) -> _Opened:
    """Try the code on every copy of what it can open: keyring, second copy, recovery file."""
    files = list(_recovery_files(place))
    if means.unlock_file:
        unlocking = open_unlock_file(means.unlock_file, means.code)
        return _by_unlock_file(files, unlocking)
    failed: Refused | None = None
    for file in files:
        try:
            found = open_by_code(file, means.code)
        except Refused as refused:
            failed = refused
        else:
            return _Opened(found.data_key, found.signer, file)
    raise failed or EnvironmentFault("keyring.missing", path=str(place.keyring))


def _by_unlock_file(files: list[RecoveryFile], unlocking: Unlocking) -> _Opened:
    if files and all(file.store != unlocking.store for file in files):
        raise Refused("identity.unlock_other_store")
    current = {file.escrow.escrow for file in files if file.escrow is not None}
    if current and unlocking.escrow not in current:
        raise Refused("identity.unlock_used")
    file = files[0] if files else RecoveryFile(unlocking.store)
    return _Opened(unlocking.data_key, SigningKey.from_seed(unlocking.seed), file, unlocking)


def _recovery_files(place: OfficePlace) -> Iterator[RecoveryFile]:
    from creditbank_desktop.vault.keyring_file import read_keyring_file

    for path in (place.keyring, place.keyring_copy):
        try:
            yield read_keyring_file(path).recovery_file
        except EnvironmentFault:
            continue
    try:
        yield read_recovery_file(place.recovery.read_bytes())
    except (OSError, EnvironmentFault):
        return


def _give_key(store: Store, keyring: Keyring, opened: _Opened, login: str, passphrase: str) -> Unlocked:
    person = store.read(lambda reader: _staff(reader, login))
    signer = SigningKey.new()
    if opened.signer is not None:
        store.write(lambda unit: _publish(unit, opened, person, signer.public_key))
    new = NewPerson(person.person, person.login, person.name, passphrase, signer.seed)
    unlocked = keyring.put_back(opened.data_key, new)
    if opened.unlocking is not None:
        # The copy was opened: what was made from it opens nothing a second time.
        key = store.read(recovery_key_of)
        if key:
            keyring.keep_escrow(unlocked, key, person.office, anew=True)
    return unlocked


def _keyring(place: OfficePlace, around: Surroundings, opened: _Opened) -> Keyring:
    parts = (around.clock, around.cost, around.keyring_around())
    found = Keyring.sound(place.keyring, opened.data_key, *parts)
    if found is not None:
        return found
    by_code = opened.signer if opened.unlocking is None else None
    secrets = RecoverySecrets(opened.data_key, by_code)
    return Keyring.rebuild(place.keyring, opened.file, secrets, *parts)


def _staff(reader: Reader, login: str) -> Person:
    wanted = login.strip().casefold()
    for person in reader.people():
        if person.login.casefold() == wanted and _works_here(person):
            if not person.active:
                raise Refused("person.inactive", person=person.person)
            return person
    raise Refused("recovery.unknown_login", login=login.strip())


def _works_here(person: Person) -> bool:
    return not signs_recoveries(person) and Role.CENTRAL_SERVER not in person.roles


def _publish(unit: UnitOfWork, opened: _Opened, person: Person, public_key: bytes) -> None:
    """Let the new key count, in the name of the recovery; without a signature of it nothing is written."""
    assert opened.signer is not None
    if opened.unlocking is not None:
        _take_operations(unit, opened.unlocking)
    else:
        note_code_used(unit)
    author = _author(unit, opened)
    if author is None:
        return
    actor = Actor(
        author.person,
        author.office,
        unit.identity.device,
        author.name,
        frozenset(author.roles),
        opened.signer,
    )
    unit.record(actor, _changed(replace(person, public_key=public_key)))
    unit.audit(actor, "person.recovered", ("person", person.person))
    if opened.unlocking is not None:
        unit.record(actor, _changed(replace(author, active=False)))


def _take_operations(unit: UnitOfWork, unlocking: Unlocking) -> None:
    """Take what the server said of the unlock file's signature; without it an administrator must confirm."""
    for data in unlocking.operations:
        try:
            unit.apply_stored(data)
        except Refused as refused:
            if not refused.code.endswith(".unknown"):
                raise


def _author(unit: UnitOfWork, opened: _Opened) -> Person | None:
    assert opened.signer is not None
    for person in unit.people():
        if not signs_recoveries(person) or person.public_key != opened.signer.public_key:
            continue
        if opened.unlocking is None and person.login != RECOVERY_LOGIN:
            continue
        if not person.active:
            if opened.unlocking is not None:
                raise Refused("identity.unlock_used")
            continue
        return person
    return None


def _changed(person: Person) -> PersonChanged:
    return PersonChanged(person.person, person.name, person.roles, person.public_key, person.active)
