"""Workflows on a whole office: backups to a stick, and restores from them, killed anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from creditbank_desktop.app.office import Session, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.restoring import RestoreKey, restore_office
from creditbank_desktop.app.sample.people import SamplePerson, read_sample_people
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.backup_shelf import backups_in, check_backup
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.views_backup import RestoreReport
from tests.crash.desk_workflow import OFFICE, around, chains_are_whole
from tests.crash.workflow import Done, Script, Step, Workflow

STICK = "stick"


def administrator() -> SamplePerson:
    people = read_sample_people(around().resources / "sample")
    return next(person for person in people if Role.ADMINISTRATOR in person.roles)


def open_office(folder: Path) -> Session:
    """Open the office, which finishes a restore that was cut short."""
    place, person = OfficePlace(folder / OFFICE), administrator()
    return unlock_office(place, around(), person.login, person.passphrase)


def prepare_office(folder: Path) -> None:
    """Make an office with some evidence and an empty stick."""
    staffed = staff_sample_office(OfficePlace(folder / OFFICE), around())
    room = staffed.by_role()[Role.ADMINISTRATOR].room
    for number in range(6):
        blob, size = room.files.put_bytes(b"scan %d" % number * 20_000)
        room.store.write(partial(_note_file, blob=blob, size=size))
    staffed.close()
    (folder / STICK).mkdir()


def _note_file(unit: object, blob: str, size: int) -> None:
    unit.add_blob(blob, size)  # type: ignore[attr-defined]


def restoring(folder: Path) -> Script:
    """Back up, then put that backup back, again and again."""
    while True:
        yield Step("back up the office", partial(_back_up, folder), _named)
        yield Step("restore", partial(_restore, folder), _operations_of_report)


def _restore(folder: Path) -> RestoreReport:
    person = administrator()
    newest = next(one for one in backups_in(folder / STICK) if one.is_good)
    key = RestoreKey(person.login, person.passphrase)
    return restore_office(OfficePlace(folder / OFFICE), around(), newest.folder, key, BackupProgress())


def _back_up(folder: Path) -> str:
    session = open_office(folder)
    try:
        backups, actor = session.services.backups, session.actor
        done = backups.make(actor, BackupProgress(), str(folder / STICK)).value.backup
        return Path(done.path).name
    finally:
        session.close()


def _named(name: str) -> tuple[str, str]:
    return name, ""


def _operations_of_report(report: RestoreReport) -> tuple[str, str]:
    return "", str(report.operations + report.rescued)


def _operations(reader: Reader) -> int:
    return reader.operations_behind(0)[0]


@dataclass
class KeptOffice:
    """However it ended: the office opens with all its operations and files, and every backup is whole."""

    operations: int = 0
    backups: set[str] = field(default_factory=set)

    def add(self, done: Done) -> None:
        if done.step == "back up the office":
            self.backups.add(done.record)

    def examine(self, folder: Path) -> None:
        session = open_office(folder)
        try:
            store = session.store
            found = store.read(_operations)
            assert found >= self.operations, (found, self.operations)
            self.operations = found
            store.read(chains_are_whole)
            files = [file for file in (folder / OFFICE / "evidence").rglob("*") if file.is_file()]
            assert len([file for file in files if len(file.name) == 64]) == 6
            assert not (folder / OFFICE / "restoring").exists()
            there = backups_in(folder / STICK)
            assert all(one.is_good for one in there)
            # A newer one of the same day takes an older one's place, never before it is whole.
            assert not self.backups or max(one.folder.name for one in there) >= max(self.backups)
            for one in there:
                check_backup(one.folder, session.unlocked.data_key, BackupProgress())
        finally:
            session.close()


RESTORING = Workflow("restoring", prepare_office, restoring, lambda _folder: KeptOffice(), most_steps=6)
