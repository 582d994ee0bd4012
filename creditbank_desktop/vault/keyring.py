"""The keyring: who may open the store, beside it on the disk and outside its encryption."""

from __future__ import annotations

import hashlib
import hmac
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path

from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.vault.escrow import RecoveryFile, key_id_of, make_escrow
from creditbank_desktop.vault.factors import KeyStore, with_factor
from creditbank_desktop.vault.keyring_file import (
    KeyringContent,
    PersonRecord,
    authenticated_bytes,
    copy_of,
    read_keyring_file,
    write_keyring_file,
    write_recovery_beside,
)
from creditbank_desktop.vault.keys import SigningKey, new_data_key
from creditbank_desktop.vault.lockout import Failures, RunningClock, wait_seconds
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
_RECOVERY_SEED = "recovery_seed"


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
    factor: str = ""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A person's keys after the right passphrase: the store's data key and the person's own signature."""

    person_id: str
    data_key: bytes = field(repr=False)
    signer: SigningKey = field(repr=False)
    failures: int = 0
    """Wrong passphrases since the last time."""


@dataclass(frozen=True, slots=True)
class RecoverySecrets:
    """What a recovery code opens: the data key, and the signature that lets a recovery count.

    ``signer`` is None in a keyring of the first version.
    """

    data_key: bytes = field(repr=False)
    signer: SigningKey | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class NewRecovery:
    """A new recovery code, which is shown this once, and the public key of its signature."""

    code: str = field(repr=False)
    public_key: bytes


@dataclass(frozen=True, slots=True)
class Created:
    """A new keyring, its first person already unlocked, and the recovery code, which is shown this once."""

    keyring: Keyring
    unlocked: Unlocked
    recovery_code: str = field(repr=False)
    recovery_key: bytes = b""


@dataclass(frozen=True, slots=True)
class Around:
    """What a keyring uses where there is one: the running clock and the system's key store."""

    running: RunningClock | None = None
    key_store: KeyStore | None = None


class Keyring:
    """The people who can open one store, kept in one JSON file and a second copy of it.

    The file holds no secret in the clear: the data key and each signing seed are wrapped under keys that
    Argon2id derives from the passphrases. Whoever has the disk can roll the count of failures back, so
    Argon2id is the real defence and the growing delay only slows guessing at the keyboard. A file that is
    missing or damaged is put back from its copy. Callable from any thread.
    """

    def __init__(
        self,
        path: Path,
        content: KeyringContent,
        clock: Clock,
        cost: Cost | None = None,
        around: Around | None = None,
    ) -> None:
        """Hold the content of the file at ``path``; use `open` or `create`. ``cost`` is for new wrappings."""
        self._path = path
        self._content = content
        self._clock = clock
        self._cost = cost or Cost()
        self._around = around or Around()
        self._turn = threading.RLock()
        self.healed = False

    @classmethod
    def open(
        cls, path: Path, clock: Clock, cost: Cost | None = None, around: Around | None = None
    ) -> Keyring:
        """Return the keyring in the file at ``path``; ``healed`` says that the copy had to stand in for it.

        Raises `EnvironmentFault` as `read_keyring_file`.
        """
        try:
            return cls(path, read_keyring_file(path), clock, cost, around)
        except EnvironmentFault as fault:
            content = None if fault.code == "keyring.newer" else _second_copy(path)
            if content is None:
                raise
        keyring = cls(path, content, clock, cost, around)
        keyring._heal(content)
        return keyring

    @classmethod
    def create(
        cls,
        path: Path,
        store: str,
        first: NewPerson,
        clock: Clock,
        cost: Cost | None = None,
        around: Around | None = None,
    ) -> Created:
        """Write the keyring of a new store with its first person.

        ``store`` names the store that the keyring opens (UUID); a fresh data key is made.
        Raises `Problems` for a weak passphrase or an empty login, `Refused` ``keyring.exists`` and
        `EnvironmentFault` ``keyring.unwritable``.
        """
        if path.exists():
            raise Refused("keyring.exists", path=str(path))
        data_key = new_data_key()
        content, recovery = _with_recovery(KeyringContent(store, (), b""), data_key)
        keyring = cls(path, content, clock, cost, around)
        unlocked = keyring._put(first, data_key)
        return Created(keyring, unlocked, recovery.code, recovery.public_key)

    @classmethod
    def rebuild(
        cls,
        path: Path,
        file: RecoveryFile,
        secrets: RecoverySecrets,
        clock: Clock,
        cost: Cost | None = None,
        around: Around | None = None,
    ) -> Keyring:
        """Return a keyring without people in the place of one that is lost; `put_back` adds the first.

        ``file`` is what is left of the old one, ``secrets`` what was opened in it. Nothing is written yet.
        """
        key = b"" if secrets.signer is None else secrets.signer.public_key
        content = KeyringContent(
            file.store, (), file.code, b"", file.code_seed if key else b"", key, file.escrow
        )
        return cls(path, _sealed(content, secrets.data_key), clock, cost, around)

    @classmethod
    def sound(
        cls,
        path: Path,
        data_key: bytes,
        clock: Clock,
        cost: Cost | None = None,
        around: Around | None = None,
    ) -> Keyring | None:
        """Return the keyring at ``path`` or its copy, whichever fits the data key; None for neither."""
        for place in (path, copy_of(path)):
            try:
                keyring = cls(path, read_keyring_file(place), clock, cost, around)
                keyring._check_seal(data_key)
            except EnvironmentFault:
                continue
            return keyring
        return None

    @property
    def store(self) -> str:
        """Return the id of the store that this keyring opens."""
        return self._content.store

    @property
    def recovery_key(self) -> bytes:
        """Return the public key with which a recovery by code signs, b"" for a keyring without one."""
        return self._content.recovery_key

    @property
    def recovery_file(self) -> RecoveryFile:
        """Return what opens the store without any passphrase."""
        return self._content.recovery_file

    def people(self) -> tuple[Entry, ...]:
        """Return the people who can sign in, in the order in which they were added."""
        return tuple(
            Entry(record.person, record.login, record.name, record.public_key, record.factor)
            for record in self._content.people
        )

    def wait_seconds(self, login: str) -> int:
        """Return the whole seconds until the next attempt of ``login`` is allowed, 0 for at once."""
        record = self._by_login(login)
        return wait_seconds(record.failures, self._clock.now(), self._around.running) if record else 0

    def unlock(self, login: str, passphrase: str) -> Unlocked:
        """Return the keys of the person with this login; takes 0.2 to 0.3 s, so not on the window's thread.

        Raises `Refused` ``identity.wrong_passphrase`` (also for an unknown login), ``identity.wait``
        (seconds), ``identity.key_store`` (the system's key store lost its part), and `EnvironmentFault`
        ``keyring.damaged`` when the file was changed by other hands and its copy is no better.
        """
        with self._turn:
            record = self._by_login(login)
            if record is None:
                raise Refused("identity.wrong_passphrase")
            wait = self.wait_seconds(login)
            if wait:
                raise Refused("identity.wait", seconds=wait)
            try:
                return self._unlock(record, passphrase)
            except (Refused, EnvironmentFault) as failed:
                if not _may_be_damage(failed):
                    raise
                unlocked = self._unlock_by_copy(record, passphrase)
                if unlocked is not None:
                    return unlocked
                if isinstance(failed, Refused):
                    failures = record.failures.one_more(self._clock.now(), self._around.running)
                    self._write(self._content.with_person(replace(record, failures=failures)))
                raise

    def fits(self, data_key: bytes) -> bool:
        """Return whether this keyring was sealed under ``data_key``: whether both are of one store."""
        return hmac.compare_digest(_seal_of(self._content, data_key), self._content.seal)

    def add_person(self, unlocked: Unlocked, new: NewPerson) -> Entry:
        """Add somebody who can sign in from now on; returns the entry with the public key to publish.

        Somebody who is in it already gets a new passphrase and, without a ``signing_seed``, a new key.
        Raises `Problems` for a weak passphrase or an empty or taken login, `EnvironmentFault`
        ``keyring.unwritable``.
        """
        with self._turn:
            self._check_seal(unlocked.data_key)
            added = self._put(new, unlocked.data_key)
        return Entry(new.person, new.login, new.name, added.signer.public_key)

    def put_back(self, data_key: bytes, new: NewPerson) -> Unlocked:
        """Wrap the data key and a person's seed under a new passphrase; raises as `add_person`."""
        with self._turn:
            self._check_seal(data_key)
            return self._put(new, data_key)

    def remove_person(self, unlocked: Unlocked, person: str) -> None:
        """Take away a person's way to sign in; their signature stays checkable, the data key is not changed.

        Raises `Refused` ``keyring.last_person`` and ``keyring.unknown_person``.
        """
        with self._turn:
            self._check_seal(unlocked.data_key)
            people = tuple(record for record in self._content.people if record.person != person)
            if len(people) == len(self._content.people):
                raise Refused("keyring.unknown_person")
            if not people:
                raise Refused("keyring.last_person")
            self._write_all(_sealed(replace(self._content, people=people), unlocked.data_key))

    def rename_person(self, unlocked: Unlocked, person: str, name: str) -> None:
        """Call a person otherwise in the login window; raises `Refused` ``keyring.unknown_person``."""
        with self._turn:
            self._check_seal(unlocked.data_key)
            record = next((one for one in self._content.people if one.person == person), None)
            if record is None:
                raise Refused("keyring.unknown_person")
            renamed = self._content.with_person(replace(record, name=name))
            self._write_all(_sealed(renamed, unlocked.data_key))

    def change_passphrase(self, login: str, old: str, new: str, factor: str | None = None) -> Unlocked:
        """Wrap a person's keys under a new passphrase and the present cost; nothing else is encrypted anew.

        ``factor`` says what is needed beside the passphrase from now on ("os": the system's key store), None
        leaves it. Raises `Refused` as `unlock` and ``identity.key_store`` when there is no key store,
        `Problems` for a weak passphrase (field ``passphrase``).
        """
        with self._turn:
            unlocked = self.unlock(login, old)
            record = self._by_login(login)
            if record is None:
                raise Refused("identity.wrong_passphrase")
            kept = record.factor if factor is None else factor
            person = NewPerson(record.person, record.login, record.name, new, unlocked.signer.seed)
            return self._put(person, unlocked.data_key, kept)

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
        return self.secrets_of(recovery_code).data_key

    def secrets_of(self, recovery_code: str) -> RecoverySecrets:
        """Return what the recovery code opens; raises as `recover`."""
        found = open_by_code(self.recovery_file, recovery_code)
        with self._turn:
            self._check_seal(found.data_key)
        return found

    def renew_recovery(self, unlocked: Unlocked) -> NewRecovery:
        """Make a new recovery code with a new signature; the old one opens nothing from now on."""
        with self._turn:
            self._check_seal(unlocked.data_key)
            content, recovery = _with_recovery(self._content, unlocked.data_key)
            self._write_all(_sealed(content, unlocked.data_key))
        return recovery

    def keep_escrow(
        self, unlocked: Unlocked, organisation_key: bytes, office: str, *, anew: bool = False
    ) -> bool:
        """Keep an escrow copy for the organisation's public key; return whether one had to be made.

        ``anew`` makes one in any case: the copy before it was opened. Raises ValueError for a key that is
        none.
        """
        with self._turn:
            present = self._content.escrow
            if present is not None and present.key_id == key_id_of(organisation_key) and not anew:
                return False
            self._check_seal(unlocked.data_key)
            copy = make_escrow(organisation_key, self._content.store, office, unlocked.data_key)
            self._write_all(_sealed(replace(self._content, escrow=copy), unlocked.data_key))
            return True

    def check_new(self, login: str, passphrase: str) -> None:
        """Raise `Problems` if ``passphrase`` is not good enough for ``login``."""
        problems = check_passphrase(passphrase, login.strip())
        if problems:
            raise Problems(problems)

    def _unlock(self, record: PersonRecord, passphrase: str) -> Unlocked:
        unlocked = self._open_record(record, passphrase)
        self._check_seal(unlocked.data_key)
        if unlocked.signer.public_key != record.public_key:
            raise EnvironmentFault("keyring.damaged", path=str(self._path))
        if record.failures.count:
            self._write(self._content.with_person(replace(record, failures=Failures())))
        return replace(unlocked, failures=record.failures.count)

    def _unlock_by_copy(self, record: PersonRecord, passphrase: str) -> Unlocked | None:
        """Try the second copy where it differs, and put it in the place of the first if it opens."""
        content = _second_copy(self._path)
        if content is None or content == _without_failures(self._content):
            return None
        before = self._content
        found = next((one for one in content.people if one.person == record.person), None)
        if found is None or authenticated_bytes(content) == authenticated_bytes(before):
            return None
        try:
            self._content = content
            unlocked = self._unlock(found, passphrase)
        except (Refused, EnvironmentFault):
            self._content = before
            return None
        self._heal(self._content)
        return unlocked

    def _heal(self, content: KeyringContent) -> None:
        self.healed = True
        try:
            write_keyring_file(self._path, content)
        except EnvironmentFault:
            # The copy opens the store all the same; the next change of the keyring says what is wrong.
            return

    def _open_record(self, record: PersonRecord, passphrase: str) -> Unlocked:
        key = key_from_passphrase(passphrase, record.salt, record.cost)
        key = with_factor(key, record.factor, self._around.key_store, self._slot(record.person))
        data_key = unwrap(key, record.wrapped_data_key, record.person, DATA_KEY)
        seed = unwrap(key, record.wrapped_signing_seed, record.person, SIGNING_SEED)
        return Unlocked(record.person, data_key, SigningKey.from_seed(seed))

    def _put(self, new: NewPerson, data_key: bytes, factor: str = "") -> Unlocked:
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
        slot = self._slot(new.person)
        key = with_factor(key, factor, self._around.key_store, slot, make=True)
        record = PersonRecord(
            person=new.person,
            login=login,
            name=new.name,
            cost=self._cost,
            salt=salt,
            wrapped_data_key=wrap(key, data_key, new.person, DATA_KEY),
            wrapped_signing_seed=wrap(key, signer.seed, new.person, SIGNING_SEED),
            public_key=signer.public_key,
            factor=factor,
        )
        self._write_all(_sealed(self._content.with_person(record), data_key))
        return Unlocked(new.person, data_key, signer)

    def _slot(self, person: str) -> str:
        return f"{self._content.store}/{person}"

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

    def _write_all(self, content: KeyringContent) -> None:
        """Write the keyring, then its copy and the recovery file: one of the two is whole at every moment."""
        self._write(content)
        write_keyring_file(copy_of(self._path), _without_failures(content))
        write_recovery_beside(self._path, content)


def open_by_code(file: RecoveryFile, recovery_code: str) -> RecoverySecrets:
    """Return what the recovery code opens in a recovery file.

    Raises `Problems` for a code of the wrong shape, `Refused` ``identity.wrong_recovery_code``.
    """
    key = key_from_recovery_code(recovery_code)
    try:
        data_key = unwrap(key, file.code, file.store, _RECOVERY)
        seed = unwrap(key, file.code_seed, file.store, _RECOVERY_SEED) if file.code_seed else b""
    except Refused as wrong:
        raise Refused("identity.wrong_recovery_code") from wrong
    return RecoverySecrets(data_key, SigningKey.from_seed(seed) if seed else None)


def _may_be_damage(failed: Refused | EnvironmentFault) -> bool:
    return failed.code in ("identity.wrong_passphrase", "keyring.damaged")


def _second_copy(path: Path) -> KeyringContent | None:
    try:
        return read_keyring_file(copy_of(path))
    except EnvironmentFault:
        return None


def _without_failures(content: KeyringContent) -> KeyringContent:
    return replace(content, people=tuple(replace(one, failures=Failures()) for one in content.people))


def _with_recovery(content: KeyringContent, data_key: bytes) -> tuple[KeyringContent, NewRecovery]:
    code = new_recovery_code()
    key = key_from_recovery_code(code)
    signer = SigningKey.new()
    renewed = replace(
        content,
        recovery=wrap(key, data_key, content.store, _RECOVERY),
        recovery_seed=wrap(key, signer.seed, content.store, _RECOVERY_SEED),
        recovery_key=signer.public_key,
    )
    return renewed, NewRecovery(code, signer.public_key)


def _sealed(content: KeyringContent, data_key: bytes) -> KeyringContent:
    return replace(content, seal=_seal_of(content, data_key))


def _seal_of(content: KeyringContent, data_key: bytes) -> bytes:
    key = derive(data_key, b"creditbank keyring seal 1")
    return hmac.new(key, authenticated_bytes(content), hashlib.sha256).digest()
