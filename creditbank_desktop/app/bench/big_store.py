"""The generated store of full size that benchmarks run on; made once and kept in the cache folder.

Its keyring, office and staff are made as by hand, so that people really sign in; learners, applications and
ledger entries are projected rows without operations, so it is never to be synchronised or replayed.
"""

from __future__ import annotations

import gc
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter

from creditbank_desktop.app.bench.fiction_files import FileMaker, FileWorld
from creditbank_desktop.app.bench.fiction_learners import LearnerWorld, fictional_learners
from creditbank_desktop.app.bench.fiction_lines import line_patterns
from creditbank_desktop.app.bench.standing import AS_OF, SeededIds, StandingClock
from creditbank_desktop.app.front_door import OFFICE_FOLDER
from creditbank_desktop.app.office import Session, Surroundings, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.people import SamplePerson, read_sample_people
from creditbank_desktop.app.sample.sources import SampleSources, read_sample_sources
from creditbank_desktop.app.sample.staffing import StaffedOffice, staff_sample_office
from creditbank_desktop.devices.paths import folders_under, system_folders
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.numbers import RECEIPT_KIND
from creditbank_desktop.domain.people import Office, Role
from creditbank_desktop.models.bulk import BulkWriter
from creditbank_desktop.models.ledger_rows import DocumentCounterRow
from creditbank_desktop.models.schema import HEAD
from creditbank_desktop.version import VERSION

SEED = 20260630
APPLICATIONS_A_LEARNER = 3
_GENERATION = 1
"""Grows when the generator makes other stores than before."""
_SLIP = "made.json"


@dataclass(frozen=True, slots=True)
class BigStore:
    """Where a generated store lies; ``root`` is what ``--data-dir`` takes."""

    root: Path
    learners: int
    applications: int
    seed: int
    made_in_s: float

    @property
    def place(self) -> OfficePlace:
        """Return where the office keeps its files."""
        return OfficePlace(folders_under(self.root).data / OFFICE_FOLDER)

    def person(self, role: Role) -> SamplePerson:
        """Return the first of the staff who holds ``role``, with the passphrase."""
        people = read_sample_people(resources_folder() / "sample")
        return next(person for person in people if role in person.roles)

    def open(self, role: Role = Role.CLERK) -> Session:
        """Return a session of somebody who holds ``role``."""
        person = self.person(role)
        return unlock_office(self.place, _around(self.seed + 1), person.login, person.passphrase)

    @contextmanager
    def copied(self) -> Iterator[BigStore]:
        """Lend a copy that may be written to; it is gone afterwards."""
        with tempfile.TemporaryDirectory(dir=self.root.parent, prefix="copy-") as folder:
            copy = Path(folder) / "store"
            shutil.copytree(self.root, copy)
            yield BigStore(copy, self.learners, self.applications, self.seed, self.made_in_s)

    def told(self) -> str:
        """Return what it is, in a sentence for a report."""
        return (
            f"generated store: {self.learners} learners, {self.applications} applications, seed {self.seed}, "
            f"made in {self.made_in_s:.0f} s; projected rows only, without operations"
        )


def big_store(learners: int, seed: int = SEED) -> BigStore:
    """Return the store of ``learners`` learners, from the cache folder or newly made."""
    applications = learners * APPLICATIONS_A_LEARNER
    folder = system_folders().cache / "bench"
    root = folder / f"{VERSION}-{HEAD}-{_GENERATION}-{seed}-{learners}"
    slip = root / _SLIP
    if slip.exists():
        made = json.loads(slip.read_text("utf-8"))
        return BigStore(root, learners, applications, seed, made["seconds"])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix="making-") as making:
        begin = perf_counter()
        fresh = Path(making) / "store"
        _make(fresh, learners, seed)
        took = perf_counter() - begin
        (fresh / _SLIP).write_text(json.dumps({"seconds": round(took, 1)}), "utf-8")
        shutil.rmtree(root, ignore_errors=True)
        fresh.rename(root)
    return BigStore(root, learners, applications, seed, took)


def _around(seed: int) -> Surroundings:
    return Surroundings(resources_folder(), StandingClock(), SeededIds(seed))


def _make(root: Path, learners: int, seed: int) -> None:
    place = OfficePlace(folders_under(root).data / OFFICE_FOLDER)
    around = _around(seed)
    staffed = staff_sample_office(place, around)
    try:
        session = next(iter(staffed.sessions.values()))
        office = session.store.read(lambda reader: reader.office())
        assert office is not None
        sources = read_sample_sources(around.resources / "sample")
        files = _file_world(staffed, session, office, sources)
        people = LearnerWorld(office, session.room.curriculum.programmes(), sources)
        data_key = session.unlocked.data_key
    finally:
        staffed.close()
    # Millions of short-lived records and no cycles: the collector would only walk over them again and again.
    gc.disable()
    try:
        writer = BulkWriter(place.store, data_key)
        _fill(writer, people, FileMaker(files, SeededIds(seed + 2), Random(seed)), learners)
        writer.finish()
    finally:
        gc.enable()


def _file_world(
    staffed: StaffedOffice, session: Session, office: Office, sources: SampleSources
) -> FileWorld:
    room = session.room
    staff = {role: held.actor.person for role, held in staffed.by_role().items()}
    staff[Role.CENTRAL_SERVER] = PersonId("00000000-0000-7000-8000-000000000000")
    return FileWorld(
        office=office,
        device=session.store.device,
        device_code=session.store.identity.code,
        rule_set=room.recognition.in_force(AS_OF),
        staff=staff,
        patterns={
            programme.code: line_patterns(sources.entries, programme, room.recognition, room.glyphs)
            for programme in room.curriculum.programmes()
        },
    )


def _fill(writer: BulkWriter, people: LearnerWorld, maker: FileMaker, learners: int) -> None:
    known = []
    for learner in fictional_learners(people, learners, maker.ids, maker.chance):
        writer.add(learner)
        writer.add_learner_key(learner.learner, maker.chance.randbytes(32))
        known.append(learner)
    for record in maker.files(known, learners * APPLICATIONS_A_LEARNER):
        writer.add(record)
    for head in maker.heads.values():
        writer.add(head)
    for year, last in maker.sequences.items():
        writer.add_row(
            DocumentCounterRow,
            {
                "office_code": maker.world.office.code,
                "device_code": maker.world.device_code,
                "kind": RECEIPT_KIND,
                "year": year,
                "next_number": last + 1,
                "version": 1,
            },
        )
