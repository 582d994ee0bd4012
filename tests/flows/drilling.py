"""What restore drills work with: a staffed office on the main path, a stick, a server, and disasters."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from creditbank_desktop.app.demo.path import MainPath
from creditbank_desktop.app.demo.walk import enrol
from creditbank_desktop.app.office import Session, Surroundings, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.restoring import RestoreKey, restore_office
from creditbank_desktop.app.sample.people import SamplePerson, read_sample_people
from creditbank_desktop.app.sample.staffing import StaffedOffice, staff_again, staff_sample_office
from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.replay import table_digests
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.views_backup import RestoreReport
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.vault.escrow import (
    Unlocking,
    new_recovery_key,
    open_escrow,
    open_recovery_key,
    write_unlock_file,
)
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey
from creditbank_desktop.vault.passphrases import Cost
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer

QUICK = Cost(memory_kib=64, passes=1, lanes=1)
STEPS = (
    "register",
    "take_in",
    "review",
    "evaluate",
    "sign",
    "wait_for_publicity",
    "deliver",
    "post",
    "state_credits",
    "synchronise",
)
LEDGER_TABLES = ("ledger_entry", "account_head")


@dataclass
class Drill:
    """One office with its stick and its server; ``walk`` goes a step further on the main path."""

    place: OfficePlace
    around: Surroundings
    clock: SettableClock
    server: EmbeddedServer
    stick: Path
    scans: dict[str, Path]
    office: StaffedOffice = field(init=False)
    path: MainPath = field(init=False)

    @property
    def administrator(self) -> SamplePerson:
        people = read_sample_people(resources_folder() / "sample")
        return next(person for person in people if Role.ADMINISTRATOR in person.roles)

    @property
    def session(self) -> Session:
        return self.office.by_role()[Role.ADMINISTRATOR]

    @property
    def store(self) -> Store:
        return self.session.store

    def open(self, office: StaffedOffice | None = None) -> None:
        """Open the office, or take over one that is open."""
        before = getattr(self, "path", None)
        self.office = office or staff_again(self.place, self.around)
        self.path = MainPath(self.office.by_role(), self.engine(), self.clock, self.scans, lambda _step: None)
        for name in ("learner", "application", "papers"):
            if before is not None and hasattr(before, name):
                setattr(self.path, name, getattr(before, name))

    def engine(self) -> SyncEngine:
        return SyncEngine(self.store, self.session.room.files, self.clock, Ed25519Verifier())

    def enrol(self) -> None:
        enrol(self.session, self.path.engine, self.server)

    def walk(self, steps: tuple[str, ...]) -> None:
        for step in steps:
            getattr(self.path, step)()

    def back_up(self) -> Path:
        made = self.session.services.backups.make(self.session.actor, BackupProgress()).value
        return Path(made.backup.path)

    def restore(self, backup: Path, key: RestoreKey | None = None) -> RestoreReport:
        key = key or RestoreKey(self.administrator.login, self.administrator.passphrase)
        return restore_office(self.place, self.around, backup, key, BackupProgress())

    def ledgers(self) -> dict[str, str]:
        digests = table_digests(self.store)
        return {name: digests[name] for name in LEDGER_TABLES}

    def account_number(self) -> str:
        learner = self.store.read(lambda reader: reader.learner(self.path.learner))
        assert learner is not None
        return learner.account_number

    def entries(self) -> int:
        account = self.store.read(lambda reader: reader.account(self.path.learner))
        return 0 if account is None else account.entries

    def operations(self) -> list[str]:
        return self.store.read(operations_of)

    def on_server(self) -> list[str]:
        """Return the ids of the operations of this office that the server has, however often."""
        address = self.server.central.settings.database
        assert address is not None
        with psycopg.connect(address) as connection:
            rows = connection.execute(
                "SELECT operation FROM operations WHERE office = %s", (self.store.identity.office,)
            ).fetchall()
        return sorted(row[0] for row in rows)


def operations_of(reader: Reader) -> list[str]:
    """Return the ids of all operations of a store, those that wait among them."""
    from creditbank_desktop.domain.operations.envelope import read_envelope

    stored = reader.all_operations(0, 100_000)
    return sorted(read_envelope(one.data).header.operation for one in stored)


def lose_the_folder(place: OfficePlace, dice: random.Random) -> None:
    """The computer is gone, and a new one stands there."""
    shutil.rmtree(place.folder)


def lose_the_store(place: OfficePlace, dice: random.Random) -> None:
    shutil.rmtree(place.store)


def damage_the_store(place: OfficePlace, dice: random.Random) -> None:
    database = place.store / "store.db"
    size = database.stat().st_size
    with database.open("r+b") as file:
        for _ in range(40):
            file.seek(dice.randrange(size))
            file.write(dice.randbytes(64))


def cut_the_store(place: OfficePlace, dice: random.Random) -> None:
    database = place.store / "store.db"
    with database.open("r+b") as file:
        file.truncate(database.stat().st_size // 4096 // 2 * 4096)


def lose_the_keys(place: OfficePlace, dice: random.Random) -> None:
    for file in place.folder.glob("*.json"):
        file.unlink()


def change_nothing(place: OfficePlace, dice: random.Random) -> None:
    """Somebody restores although nothing is wrong."""


DISASTERS: tuple[Callable[[OfficePlace, random.Random], None], ...] = (
    lose_the_folder,
    damage_the_store,
    lose_the_store,
    cut_the_store,
    change_nothing,
    lose_the_keys,
)


def surroundings_of(clock: SettableClock) -> Surroundings:
    return Surroundings(resources_folder(), clock, Uuid7Source(), QUICK)


def opened_by(place: OfficePlace, around: Surroundings, person: SamplePerson) -> Session:
    return unlock_office(place, around, person.login, person.passphrase)


def unlock_file_of(session: Session) -> tuple[bytes, str]:
    """Give an office's escrow copy away and return the unlock file that the organisation makes of it."""
    public, key_file = new_recovery_key("a passphrase of the organisation", QUICK)
    session.keyring.keep_escrow(session.unlocked, public, session.actor.office)
    recovery = session.keyring.recovery_file
    assert recovery.escrow is not None
    private = open_recovery_key(key_file, "a passphrase of the organisation")
    data_key = open_escrow(private, recovery)
    escrow, person = recovery.escrow.escrow, session.actor.person
    return write_unlock_file(Unlocking(recovery.store, escrow, person, data_key, SigningKey.new().seed))


@dataclass(frozen=True)
class Lost:
    """What is left of a lost computer: a backup on a stick, the code from the safe, an unlock file."""

    stick: Path
    person: SamplePerson
    code: str
    unlock_file: Path
    unlock_code: str

    def wrong(self, times: int = 5) -> list[str]:
        """Return codes that open nothing."""
        return [f"{number}000-" + "0000-" * 6 + "0000" for number in range(times)]


def lost_computer(folder: Path, around: Surroundings) -> Lost:
    """Set an office up, back it up to a stick, and lose it."""
    place = OfficePlace(folder / "lost")
    stick = folder / "stick"
    stick.mkdir()
    people = read_sample_people(resources_folder() / "sample")
    admin = next(person for person in people if Role.ADMINISTRATOR in person.roles)
    office = staff_sample_office(place, around)
    session = office.by_role()[Role.ADMINISTRATOR]
    code = session.services.keys.renew_recovery(session.actor).value
    unlock_file, unlock_code = unlock_file_of(session)
    session.services.backups.make(session.actor, BackupProgress(), str(stick))
    office.close()
    shutil.rmtree(place.folder)
    (folder / "unlock.json").write_bytes(unlock_file)
    return Lost(stick, admin, code, folder / "unlock.json", unlock_code)
