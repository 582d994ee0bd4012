"""Learners from a sheet go to the real central server in batches; one that was taken back does too."""

from __future__ import annotations

from pathlib import Path

import pytest

from creditbank_desktop.app.bench.fiction_learners import LearnerWorld
from creditbank_desktop.app.bench.import_sheets import BAD_EVERY, sheet_rows, write_sheet
from creditbank_desktop.app.office import Session, Surroundings
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.server import SampleServer, remove_server_database
from creditbank_desktop.app.sample.sources import read_sample_sources
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.devices.clock import SystemClock
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.import_records import ImportState
from creditbank_desktop.services.views_import import ImportProgress, ImportSummary, RunChoice
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.passphrases import Cost
from tests.conftest import Counts

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def imported(session: Session, folder: Path, rows: int, seed: int) -> ImportSummary:
    office = session.store.read(lambda reader: reader.office())
    assert office is not None
    open_ones = tuple(one for one in session.room.curriculum.programmes() if one.is_open)
    people = LearnerWorld(office, open_ones, read_sample_sources(resources_folder() / "sample"))
    path = folder / f"roll-{seed}.csv"
    made = sheet_rows(people, rows, seed)
    write_sheet(path, ((*cells[:3], f"{cells[3]}-{seed}", *cells[4:]) for cells in made))
    imports, actor = session.services.learner_imports, session.actor
    looked = imports.examine(actor, imports.look(actor, str(path), ()), (), ImportProgress())
    assert looked is not None
    return imports.run(actor, looked.import_id, RunChoice("rehearsal"), ImportProgress()).value


def synced(engine: SyncEngine) -> tuple[int, int, int]:
    report = engine.sync_now()
    return report.pushed, report.accepted, report.in_doubt


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_an_import_is_sent_in_batches_and_one_taken_back_too(tmp_path: Path, counts: Counts) -> None:
    rows = counts.pick(quick=200, gate=2_500, long=50_000)
    around = Surroundings(resources_folder(), SystemClock(), Uuid7Source(), CHEAP)
    staffed = staff_sample_office(OfficePlace(tmp_path / "office"), around)
    server = SampleServer(tmp_path, durable=False)
    try:
        server.start()
        session = staffed.by_role()[Role.REGISTRY_OFFICER]
        engine = server.engine_for(staffed.by_role()[Role.ADMINISTRATOR])
        engine.sync_now()
        year = session.room.clock.today().year
        for _ in range(0, rows + 1_000, 10_000):
            session.services.identity.allot_numbers(session.actor, year, 10_000)
        engine.sync_now()
        done = imported(session, tmp_path, rows, 1)
        assert done.entered == rows - rows // BAD_EVERY
        pushed, accepted, in_doubt = synced(engine)
        assert (accepted, in_doubt) == (pushed, 0)
        assert pushed >= done.entered
        again = imported(session, tmp_path, 40, 2)
        ended = session.services.learner_imports.take_back(
            session.actor, again.import_id, ImportProgress()
        ).value
        assert ended.state is ImportState.TAKEN_BACK
        pushed, accepted, in_doubt = synced(engine)
        assert (accepted, in_doubt) == (pushed, 0)
        assert pushed >= 2 * again.entered
        assert session.store.read(lambda reader: reader.held_operations()) == ()
    finally:
        server.stop()
        remove_server_database(tmp_path)
        staffed.close()
