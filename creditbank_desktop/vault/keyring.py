"""The keyring: who may open the store, beside it on the disk and outside its encryption."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.vault.keyring_file import (
    Failures,
    KeyringContent,
    PersonRecord,
    authenticated_bytes,
    read_keyring_file,
    write_keyring_file,
)
from creditbank_desktop.vault.keys import SigningKey, new_data_key
from creditbank_desktop.vault.passphrases import (
    Cost,
    check_passphrase,
    key_from_passphrase,
    new_salt,
    unwrap,
    wrap,
)
from creditbank_desktop.vault.recovery import key_from_recovery_code, new_recovery_code
from creditbank_desktop.vault.wrapping import derive

DATA_KEY = "data_key"
SIGNING_SEED = "signing_seed"
_RECOVERY = "recovery"
_FREE_FAILURES = 3
_LONGEST_DELAY = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to be added; without a ``signing_seed`` (32 bytes) a fresh one is made."""

    person: str
    login: str
    name: str
    passphrase: str = field(repr=False)
    signing_seed: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the login window may show of a person before anybody has signed in."""

    person: str
    login: str
    name: str
    public_key: bytes


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A person's keys after the right passphrase: the store's data key and the person's own signature."""

    person_id: str
    data_key: bytes = field(repr=False)
    signer: SigningKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class Created:
    """A new keyring, its first person already unlocked, and the recovery code, which is shown this once."""

    keyring: Keyring
    unlocked: Unlocked
    recovery_code: str = field(repr=False)


class Keyring:
    """The people who can open one store, kept in one JSON file.

    The file holds no secret in the clear: the data key and each signing seed are wrapped under keys that
    Argon2id derives from the passphrases. Whoever has the disk can roll the count of failures back, so
    Argon2id is the real defence and the growing delay only slows guessing at the keyboard.
    """

    def __init__(self, path: Path, content: KeyringContent, clock: Clock, cost: Cost | None = None) -> None:
        """Hold the content of the file at ``path``; use `open` or `create`. ``cost`` is for new wrappings."""
        self._path = path
        self._content = content
        self._clock = clock
        self._cost = cost or Cost()

    @classmethod
    def open(cls, path: Path, clock: Clock, cost: Cost | None = None) -> Keyring:
        """Return the keyring in the file at ``path``.

        Raises `EnvironmentFault` as `read_keyring_file`.
        """
        return cls(path, read_keyring_file(path), clock, cost)

    @classmethod
    def create(
        cls, path: Path, store: str, first: NewPerson, clock: Clock, cost: Cost | None = None
    ) -> Created:
        """Write the keyring of a new store with its first person.

        ``store`` names the store that the keyring opens (UUID); a fresh data key is made.
        Raises `Problems` for a weak passphrase or an empty login, `Refused` ``keyring.exists`` and
        `EnvironmentFault` ``keyring.unwritable``.
        """
        if path.exists():
            raise Refused("keyring.exists", path=str(path))
        data_key = new_data_key()
        code = new_recovery_code()
        recovery = wrap(key_from_recovery_code(code), data_key, store, _RECOVERY)
        keyring = cls(path, KeyringContent(store, (), recovery), clock, cost)
        unlocked = keyring._put(first, data_key)
        return Created(keyring, unlocked, code)

    @property
    def store(self) -> str:
        """Return the id of the store that this keyring opens."""
        return self._content.store

    def people(self) -> tuple[Entry, ...]:
        """Return the people who can sign in, in the order in which they were added."""
        return tuple(
            Entry(record.person, record.login, record.name, record.public_key)
            for record in self._content.people
        )

    def wait_seconds(self, login: str) -> int:
        """Return the whole seconds until the next attempt of ``login`` is allowed, 0 for at once."""
        record = self._by_login(login)
        return _wait_seconds(record.failures, self._clock.now()) if record else 0

    def unlock(self, login: str, passphrase: str) -> Unlocked:
        """Return the keys of the person with this login; takes 0.2 to 0.3 s, so not on the window's thread.

        Raises `Refused` ``identity.wrong_passphrase`` (also for an unknown login), ``identity.wait``
        (seconds), and `EnvironmentFault` ``keyring.damaged`` when the file was changed by other hands.
        """
        record = self._by_login(login)
        if record is None:
            raise Refused("identity.wrong_passphrase")
        wait = _wait_seconds(record.failures, self._clock.now())
        if wait:
            raise Refused("identity.wait", seconds=wait)
        try:
            unlocked = _open_record(record, passphrase)
        except Refused:
            failures = Failures(record.failures.count + 1, self._clock.now())
            self._write(self._content.with_person(replace(record, failures=failures)))
            raise
        self._check_seal(unlocked.data_key)
        if unlocked.signer.public_key != record.public_key:
            raise EnvironmentFault("keyring.damaged", path=str(self._path))
        if record.failures.count:
            self._write(self._content.with_person(replace(record, failures=Failures())))
        return unlocked

    def add_person(self, unlocked: Unlocked, new: NewPerson) -> Entry:
        """Add somebody who can sign in from now on; returns the entry with the public key to publish.

        Raises `Problems` for a weak passphrase or an empty or taken login, `EnvironmentFault`
        ``keyring.unwritable``.
        """
        self._check_seal(unlocked.data_key)
        added = self._put(new, unlocked.data_key)
        return Entry(new.person, new.login, new.name, added.signer.public_key)

    def remove_person(self, unlocked: Unlocked, person: str) -> None:
        """Take away a person's way to sign in; their signature stays checkable, the data key is not changed.

        Raises `Refused` ``keyring.last_person`` and ``keyring.unknown_person``.
        """
        self._check_seal(unlocked.data_key)
        people = tuple(record for record in self._content.people if record.person != person)
        if len(people) == len(self._content.people):
            raise Refused("keyring.unknown_person")
        if not people:
            raise Refused("keyring.last_person")
        self._write(_sealed(replace(self._content, people=people), unlocked.data_key))

    def change_passphrase(self, login: str, old: str, new: str) -> Unlocked:
        """Wrap a person's keys under a new passphrase and the present cost.

        Raises `Refused` as `unlock`, `Problems` for a weak passphrase (field ``passphrase``).
        """
        unlocked = self.unlock(login, old)
        record = self._by_login(login)
        if record is None:
            raise Refused("identity.wrong_passphrase")
        person = NewPerson(record.person, record.login, record.name, new, unlocked.signer.seed)
        return self._put(person, unlocked.data_key)

    def recover(self, recovery_code: str, login: str, new_passphrase: str) -> Unlocked:
        """Give a person a new passphrase by the recovery code.

        The old signature is lost with the old passphrase: the person gets a new signing key, which has to
        be published before it counts. Raises `Refused` ``identity.wrong_recovery_code`` and
        ``keyring.unknown_person``, `Problems` for a code of the wrong shape or a weak passphrase.
        """
        data_key = self.data_key_from_recovery_code(recovery_code)
        record = self._by_login(login)
        if record is None:
            raise Refused("keyring.unknown_person")
        return self._put(NewPerson(record.person, record.login, record.name, new_passphrase), data_key)

    def data_key_from_recovery_code(self, recovery_code: str) -> bytes:
        """Return the store's data key by the recovery code; raises as `recover`."""
        key = key_from_recovery_code(recovery_code)
        try:
            data_key = unwrap(key, self._content.recovery, self._content.store, _RECOVERY)
        except Refused as wrong:
            raise Refused("identity.wrong_recovery_code") from wrong
        self._check_seal(data_key)
        return data_key

    def renew_recovery_code(self, unlocked: Unlocked) -> str:
        """Return a new recovery code; the old one opens nothing from now on."""
        self._check_seal(unlocked.data_key)
        code = new_recovery_code()
        recovery = wrap(key_from_recovery_code(code), unlocked.data_key, self._content.store, _RECOVERY)
        self._write(_sealed(replace(self._content, recovery=recovery), unlocked.data_key))
        return code

    def _put(self, new: NewPerson, data_key: bytes) -> Unlocked:
        login = new.login.strip()
        problems = list(check_passphrase(new.passphrase, login))
        if not login:
            problems.append(Problem("login.empty", "login"))
        holder = self._by_login(login)
        if holder is not None and holder.person != new.person:
            problems.append(Problem("login.taken", "login", {"login": login}))
        if problems:
            raise Problems(problems)
        signer = SigningKey.from_seed(new.signing_seed) if new.signing_seed else SigningKey.new()
        salt = new_salt()
        key = key_from_passphrase(new.passphrase, salt, self._cost)
        record = PersonRecord(
            person=new.person,
            login=login,
            name=new.name,
            cost=self._cost,
            salt=salt,
            wrapped_data_key=wrap(key, data_key, new.person, DATA_KEY),
            wrapped_signing_seed=wrap(key, signer.seed, new.person, SIGNING_SEED),
            public_key=signer.public_key,
        )
        self._write(_sealed(self._content.with_person(record), data_key))
        return Unlocked(new.person, data_key, signer)

    def _by_login(self, login: str) -> PersonRecord | None:
        wanted = login.strip().casefold()
        return next((r for r in self._content.people if r.login.casefold() == wanted), None)

    def _check_seal(self, data_key: bytes) -> None:
        expected = _seal_of(self._content, data_key)
        if not hmac.compare_digest(expected, self._content.seal):
            raise EnvironmentFault("keyring.damaged", path=str(self._path))

    def _write(self, content: KeyringContent) -> None:
        write_keyring_file(self._path, content)
        self._content = content


def _open_record(record: PersonRecord, passphrase: str) -> Unlocked:
    key = key_from_passphrase(passphrase, record.salt, record.cost)
    data_key = unwrap(key, record.wrapped_data_key, record.person, DATA_KEY)
    seed = unwrap(key, record.wrapped_signing_seed, record.person, SIGNING_SEED)
    return Unlocked(record.person, data_key, SigningKey.from_seed(seed))


def _sealed(content: KeyringContent, data_key: bytes) -> KeyringContent:
    return replace(content, seal=_seal_of(content, data_key))


def _seal_of(content: KeyringContent, data_key: bytes) -> bytes:
    key = derive(data_key, b"creditbank keyring seal 1")
    return hmac.new(key, authenticated_bytes(content), hashlib.sha256).digest()


def _wait_seconds(failures: Failures, now: datetime) -> int:
    """Return the delay left: none for three failures, then 2, 4, 8 … seconds up to fifteen minutes."""
    if failures.count <= _FREE_FAILURES or failures.last is None:
        return 0
    delay = min(timedelta(seconds=2 ** min(failures.count - _FREE_FAILURES, 20)), _LONGEST_DELAY)
    # A clock set back must not lock anybody out for longer than the delay itself.
    left = min(failures.last + delay - now, delay)
    return max(0, -(-left // timedelta(seconds=1)))
