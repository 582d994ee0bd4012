"""Learners opened from a sheet, killed anywhere: nothing half, nothing doubled, finished afterwards."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from creditbank_desktop.app.office import Session, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.import_records import ImportState
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.views_import import ImportProgress, ImportSummary, RowKind, RunChoice
from tests.crash.desk_workflow import OFFICE, around, chains_are_whole, people
from tests.crash.workflow import Done, Script, Step, Workflow

PEOPLE = 60
SHEETS = "sheets"
_UNDER_WAY = (ImportState.ENTERING, ImportState.TAKING_BACK)


def prepare(folder: Path) -> None:
    """Make an office with account numbers enough; nobody has it open."""
    staffed = staff_sample_office(OfficePlace(folder / OFFICE), around())
    registry = staffed.by_role()[Role.REGISTRY_OFFICER]
    for _ in range(3):
        registry.services.identity.allot_numbers(registry.actor, around().clock.today().year, 10_000)
    staffed.close()
    (folder / SHEETS).mkdir()


def open_as_clerk(folder: Path) -> Session:
    clerk = people()[Role.CLERK]
    return unlock_office(OfficePlace(folder / OFFICE), around(), clerk.login, clerk.passphrase)


def write_roll(folder: Path, first: int, programme: str) -> Path:
    """Write a sheet of people whose numbers say which sheet they came in."""
    path = folder / SHEETS / f"{first:08d}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("姓名", "证件类型", "证件号码", "学号", "专业", "年级"))
        for place in range(PEOPLE):
            passport, number = f"E{first:08d}{place:02d}", f"S{first:08d}-{place:04d}"
            rows.writerow(("演示甲", "护照", passport, number, programme, "2025"))
    return path


def importing(folder: Path) -> Script:
    """Finish what was interrupted, then enter one sheet after the other, and take every third back."""
    session = open_as_clerk(folder)
    programme = next(one.code for one in session.room.curriculum.programmes() if one.is_open)
    try:
        yield Step("finish", partial(_finish, session), _told)
        turn = int.from_bytes(os.urandom(3), "big")
        while True:
            turn += 1
            path = write_roll(folder, turn, programme)
            looked = yield Step("examine", partial(_examine, session, path))
            yield Step("enter", partial(_enter, session, looked), _told)
            if turn % 3 == 0:
                yield Step("take back", partial(_take_back, session, looked), _told)
    finally:
        session.close()


def _finish(session: Session) -> ImportSummary | None:
    imports, actor = session.services.learner_imports, session.actor
    found = imports.latest(actor)
    if found is not None and found.state in _UNDER_WAY:
        return imports.resume(actor, found.import_id, ImportProgress()).value
    return found


def _examine(session: Session, path: Path) -> ImportSummary:
    imports, actor = session.services.learner_imports, session.actor
    summary = imports.examine(actor, imports.look(actor, str(path), ()), (), ImportProgress())
    assert summary is not None
    return summary


def _enter(session: Session, looked: ImportSummary) -> ImportSummary:
    choice = RunChoice("rehearsal")
    return session.services.learner_imports.run(
        session.actor, looked.import_id, choice, ImportProgress()
    ).value


def _take_back(session: Session, looked: ImportSummary) -> ImportSummary:
    imports = session.services.learner_imports
    return imports.take_back(session.actor, looked.import_id, ImportProgress()).value


def _told(summary: ImportSummary | None) -> tuple[str, str]:
    return ("", "") if summary is None else (summary.file_name, summary.state.value)


def _by_sheet(reader: Reader) -> dict[str, list[str]]:
    """Return the student numbers of everybody on the roll, by the sheet that they came in."""
    found: dict[str, list[str]] = {}
    after = None
    while page := reader.learner_page(after, 500):
        for hit in page:
            number = str(hit.student_number)
            found.setdefault(number[1:9], []).append(number)
        after = (page[-1].account_number, page[-1].learner)
    return found


@dataclass
class WholeSheets:
    """Every sheet is in the records whole or not at all, each person once, once it was finished."""

    entered: set[str] = field(default_factory=set)
    taken_back: set[str] = field(default_factory=set)

    def add(self, done: Done) -> None:
        sheet = Path(done.record).stem
        if done.said == ImportState.ENTERED.value:
            self.entered.add(sheet)
        elif done.said == ImportState.TAKEN_BACK.value:
            self.taken_back.add(sheet)

    def examine(self, folder: Path) -> None:
        session = open_as_clerk(folder)
        try:
            interrupted = session.services.learner_imports.latest(session.actor)
            ended = _finish(session)
            if ended is not None and interrupted is not None and interrupted.state in _UNDER_WAY:
                self.add(Done("finish", *_told(ended)))
            found = session.store.read(_by_sheet)
            for sheet, numbers in found.items():
                assert len(numbers) == len(set(numbers)), f"{sheet}: doubled"
                assert len(numbers) in (0, _wanted(ended, sheet)), f"{sheet}: {len(numbers)} of {PEOPLE}"
            assert self.entered - self.taken_back - found.keys() == set(), "lost"
            assert not self.taken_back & found.keys(), "came back"
            session.store.read(chains_are_whole)
        finally:
            session.close()


def _wanted(ended: ImportSummary | None, sheet: str) -> int:
    """Return how many people of a sheet must be there: those whom nothing spoke against."""
    if ended is not None and Path(ended.file_name).stem == sheet:
        return ended.count(RowKind.NEW, RowKind.WARNED)
    return PEOPLE


IMPORTING = Workflow("importing", prepare, importing, lambda _folder: WholeSheets(), most_steps=8)
