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
from dataclasses import dataclass, replace
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
from creditbank_desktop.domain.numbers import RECEIPT_KIND, account_number
from creditbank_desktop.domain.people import Office, Role
from creditbank_desktop.models.bulk import BulkWriter
from creditbank_desktop.models.ledger_rows import DocumentCounterRow
from creditbank_desktop.models.projector import projection_of
from creditbank_desktop.models.registry_rows import LearnerRow
from creditbank_desktop.models.schema import HEAD
from creditbank_desktop.vault.passphrases import Cost
from creditbank_desktop.version import VERSION

SEED = 20260630
APPLICATIONS_A_LEARNER = 3
COST: Cost | None = None
"""What a passphrase of the staff costs; None is what it costs in real work."""
_GENERATION = 2
"""Grows when the generator makes other stores than before."""
_SLIP = "made.json"
_PATTERNS = 500
_ACCOUNTS_A_YEAR = 250_000
_FIRST_YEAR = 2020


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
            yield replace(self, root=copy)

    def told(self) -> str:
        """Return what it is, in a sentence for a report."""
        return (
            f"generated store: {self.learners} learners, {self.applications} applications, seed {self.seed}, "
            f"made in {self.made_in_s:.0f} s; projected rows only, without operations"
        )


def big_store(learners: int, seed: int = SEED) -> BigStore:
    """Return the store of ``learners`` learners and thrice as many applications, kept or newly made."""
    return _kept(
        BigStore(_folder(f"{seed}-{learners}"), learners, learners * APPLICATIONS_A_LEARNER, seed, 0)
    )


def roll_store(learners: int, seed: int = SEED) -> BigStore:
    """Return a store of ``learners`` learners without applications, who are on the roll and not found by
    searching; kept or newly made.
    """
    return _kept(BigStore(_folder(f"roll-{seed}-{learners}"), learners, 0, seed, 0))


def _folder(name: str) -> Path:
    return system_folders().cache / "bench" / f"{VERSION}-{HEAD}-{_GENERATION}-{name}"


def _kept(wanted: BigStore) -> BigStore:
    """Return ``wanted`` from the cache folder, or make it; one that was not finished is made anew."""
    root = wanted.root
    slip = root / _SLIP
    if slip.exists():
        return replace(wanted, made_in_s=json.loads(slip.read_text("utf-8"))["seconds"])
    root.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root.parent, prefix="making-") as making:
        begin = perf_counter()
        fresh = replace(wanted, root=Path(making) / "store")
        _make(fresh)
        took = perf_counter() - begin
        (fresh.root / _SLIP).write_text(json.dumps({"seconds": round(took, 1)}), "utf-8")
        shutil.rmtree(root, ignore_errors=True)
        fresh.root.rename(root)
    return replace(wanted, made_in_s=took)


def _around(seed: int) -> Surroundings:
    return Surroundings(resources_folder(), StandingClock(), SeededIds(seed), COST)


def _make(store: BigStore) -> None:
    around = _around(store.seed)
    staffed = staff_sample_office(store.place, around)
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
        writer = BulkWriter(store.place.store, data_key)
        maker = FileMaker(files, SeededIds(store.seed + 2), Random(store.seed))
        if store.applications:
            _fill(writer, people, maker, store.learners)
        else:
            _fill_roll(writer, people, maker, store.learners)
        writer.finish()
    finally:
        gc.enable()


def _fill_roll(writer: BulkWriter, people: LearnerWorld, maker: FileMaker, learners: int) -> None:
    """Put learners on the roll: copies of a few hundred that differ in their keys and numbers."""
    some = fictional_learners(people, min(learners, _PATTERNS), maker.ids, maker.chance)
    patterns = [projection_of(learner).values for learner in some]
    office = people.office
    for number in range(learners):
        year, sequence = divmod(number, _ACCOUNTS_A_YEAR)
        values = dict(patterns[number % len(patterns)])
        values["learner"] = maker.ids.new_id()
        values["account_number"] = account_number(office.school, _FIRST_YEAR + year, office.code, sequence)
        values["student_number"] = f"{_FIRST_YEAR + year}{values['programme']}{sequence:06d}"
        writer.add_row(LearnerRow, values)


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
