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
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.import_records import ImportState
from creditbank_desktop.services.views_import import ImportProgress, ImportSummary, RunChoice
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.sync.outgoing import BATCH, BATCH_BYTES
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_desktop.vault.passphrases import Cost
from creditbank_server.embedded import EmbeddedServer, temporary_server
from tests.conftest import Counts
from tests.flows.cut_line import HALF_ANSWERED, HALF_ASKED, cut_line
from tests.flows.drilling import operations_of

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


def synced_at_last(engine: SyncEngine, most: int) -> int:
    """Sync until a run comes through; return how many runs were cut."""
    for cuts in range(most):
        try:
            engine.sync_now()
        except EnvironmentFault as fault:
            if fault.code not in ("sync.away", "sync.nonsense"):
                raise
        else:
            return cuts
    raise AssertionError("never came through")


def operations_at(server: EmbeddedServer, office: str) -> list[str]:
    with server.central.pool.connection() as connection:
        rows = connection.execute("SELECT operation FROM operations WHERE office = %s", (office,)).fetchall()
    return sorted(row[0] for row in rows)


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


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_an_import_goes_over_a_line_that_is_cut_without_loss_or_double(
    tmp_path: Path, counts: Counts
) -> None:
    rows = counts.pick(quick=200, gate=2_500, long=50_000)
    around = Surroundings(resources_folder(), SystemClock(), Uuid7Source(), CHEAP)
    staffed = staff_sample_office(OfficePlace(tmp_path / "office"), around)
    try:
        with temporary_server() as server, cut_line(server.address) as (address, seen):
            session, admin = staffed.by_role()[Role.REGISTRY_OFFICER], staffed.by_role()[Role.ADMINISTRATOR]
            engine = SyncEngine(admin.store, admin.room.files, admin.room.clock, Ed25519Verifier())
            engine.enrol(admin.actor, address, server.enrolment_code())
            synced_at_last(engine, 10)  # the server hands out numbers first
            year = session.room.clock.today().year
            for _ in range(0, rows, 10_000):
                session.services.identity.allot_numbers(session.actor, year, 10_000)
            done = imported(session, tmp_path, rows, 1)
            before = len(seen.sizes)
            cuts = synced_at_last(engine, rows // BATCH * 3 + 10)
            assert engine.status().in_doubt == 0
            assert cuts > 0
            assert {HALF_ASKED, HALF_ANSWERED} <= set(seen.fates)
            # Each batch is bounded, whatever is waiting.
            assert max(seen.sizes) < BATCH_BYTES + (1 << 20)
            # A cut costs one batch at most: what was acknowledged is never sent again.
            waiting = session.store.read(lambda reader: reader.stream_head().sequence)
            assert len(seen.sizes) - before <= waiting // BATCH + 1 + cuts + 1
            own = session.store.read(lambda reader: reader.own_operations(0, 2 * rows + 10_000))
            kept = sorted(read_envelope(one.data).header.operation for one in own)
            there = operations_at(server, session.actor.office)
            # Nothing is lost and nothing doubled; what the server adds of its own comes with a later pull.
            assert len(there) == len(set(there))
            assert set(kept) <= set(there)
            assert engine.sync_now().pushed == 0
            assert set(there) - set(kept) <= set(session.store.read(operations_of))
            assert len(kept) == len(set(kept)) >= done.entered
            assert session.store.read(lambda reader: reader.held_operations()) == ()
    finally:
        staffed.close()
