"""The process whose traces are looked for: walks the main path in the folders that its environment names."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from creditbank_desktop.app.demo.path import MainPath
from creditbank_desktop.app.demo.walk import _scans, enrol
from creditbank_desktop.app.office import surroundings
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.staffing import StaffedOffice, staff_sample_office
from creditbank_desktop.devices.paths import forbid_memory_dumps, system_folders
from creditbank_desktop.domain.people import Role
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import temporary_server
from tests.flows.drilling import STEPS

ZONE = timezone(timedelta(hours=8))
BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
READY, WAITING, DONE = "ready", "waiting", "done"


def main(stop_after: str, pictures: str) -> None:
    """Walk; after the step ``stop_after`` wait to be killed. ``pictures`` names a folder for them, or ""."""
    forbid_memory_dumps()
    folders = system_folders().make()
    logging.basicConfig(filename=folders.logs / "debug.log", level=logging.DEBUG)
    clock = SettableClock(ZONE, BEGIN)
    with temporary_server(clock) as server:
        office = staff_sample_office(OfficePlace(folders.data), surroundings(resources_folder(), clock))
        try:
            staff = office.by_role()
            first = staff[Role.ADMINISTRATOR]
            engine = SyncEngine(first.store, first.room.files, clock, Ed25519Verifier())
            enrol(first, engine, server)
            path = MainPath(staff, engine, clock, _scans(first.around.resources), _tell)
            print(READY, flush=True)
            _walk(path, stop_after)
            if pictures:
                _use_the_screens(office, path, Path(pictures))
        finally:
            office.close()
        # What is left in the folder for temporary files is looked at while the server still runs.
        print(DONE, flush=True)
        sys.stdin.readline()


def _walk(path: MainPath, stop_after: str) -> None:
    for step in STEPS:
        getattr(path, step)()
        if step == stop_after:
            _leave_unfinished_work(path)
            print(WAITING, flush=True)
            time.sleep(600)


def _leave_unfinished_work(path: MainPath) -> None:
    """Leave what a person at work leaves open: a scan that is being viewed, and a file begun for one."""
    clerk = path.staff[Role.CLERK]
    if not hasattr(path, "application"):
        return  # the learner is at the counter, and nothing was taken in yet
    case = clerk.services.counter.case(clerk.actor, path.application)
    for item in case.evidence:
        clerk.services.evidence.open(clerk.actor, item.blob, path.application)
    with tempfile.NamedTemporaryFile() as probe:
        assert Path(probe.name).is_relative_to(os.environ["TMPDIR"])


def _use_the_screens(office: StaffedOffice, path: MainPath, out: Path) -> None:
    from creditbank_desktop.app.demo.pictures import take_pictures

    out.mkdir(parents=True, exist_ok=True)
    take_pictures(office, out, "zh", path.learner)


def _tell(step: str) -> None:
    print(step, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
