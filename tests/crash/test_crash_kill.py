"""The program is killed at random moments: nothing acknowledged is lost, nothing doubled."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from creditbank_desktop.app.office import unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.replay import replay, table_digests
from creditbank_desktop.models.store import Store
from tests.conftest import Counts
from tests.crash.conftest import Stage
from tests.crash.desk_workflow import DESK, OFFICE, Acknowledged, around, people
from tests.crash.import_workflow import IMPORTING
from tests.crash.killing import killed
from tests.crash.office_workflows import RESTORING
from tests.crash.scan_workflow import SCANNING, KeptPages
from tests.crash.store_workflows import BACKING_UP, MIGRATING, POSTING
from tests.crash.workflow import Account, Done, Workflow

AFRESH_AFTER = 15
"""How many kills one office goes through before the next begins afresh: checks grow with what it holds."""


def kill_again_and_again(workflow: Workflow, stage: Stage, kills: int, seed: int) -> list[Path]:
    """Kill the workflow and compare after every kill; return the folders, which hold what is left."""
    dice = random.Random(seed)
    folders: list[Path] = []
    account: Account | None = None
    acknowledged = 0
    for number in range(kills):
        if number % AFRESH_AFTER == 0:
            folders.append(stage(workflow))
            account = workflow.account(folders[-1])
        assert account is not None
        for done in killed(workflow, folders[-1], dice):
            account.add(done)
            acknowledged += 1
        account.examine(folders[-1])
    assert acknowledged or workflow is MIGRATING
    return folders


@pytest.mark.timeout(3_600)
def test_the_path_loses_and_doubles_nothing(stage: Stage, tmp_path: Path, counts: Counts) -> None:
    kills = counts.pick(quick=5, gate=40, long=260)
    last = kill_again_and_again(DESK, stage, kills, seed=20260630)[-1]
    _replay_equals(last, tmp_path / "copy")


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize(
    ("workflow", "gate"),
    [(POSTING, 20), (BACKING_UP, 20), (MIGRATING, 20), (RESTORING, 8), (IMPORTING, 15), (SCANNING, 15)],
    ids=lambda value: getattr(value, "name", ""),
)
def test_the_store_loses_and_doubles_nothing(
    workflow: Workflow, gate: int, stage: Stage, counts: Counts
) -> None:
    kill_again_and_again(workflow, stage, counts.pick(quick=2, gate=gate, long=80), seed=7)


def test_the_account_notices_what_is_lost(stage: Stage) -> None:
    folder = stage(DESK)
    known = DESK.account(folder)
    assert isinstance(known, Acknowledged)
    known.examine(folder)
    known.learners["nobody"] = "0"
    with pytest.raises(AssertionError, match="lost"):
        known.examine(folder)


def test_the_account_of_pages_notices_what_is_lost(stage: Stage) -> None:
    folder = stage(SCANNING)
    known = SCANNING.account(folder)
    script = SCANNING.script(folder)
    step = next(script)
    for _ in range(4):
        value = step.run()
        known.add(Done(step.name, *step.told(value)))
        step = script.send(value)
    script.close()
    known.examine(folder)
    assert isinstance(known, KeptPages)
    ((draft, pages),) = known.pages.items()
    pages["nothing"] = "0" * 64
    with pytest.raises(AssertionError, match="lost"):
        known.examine(folder)
    del pages["nothing"]
    known.bound[draft] = ("nothing", "")
    with pytest.raises(KeyError):
        known.examine(folder)


def _replay_equals(folder: Path, copied: Path) -> None:
    place, surroundings, clerk = OfficePlace(folder / OFFICE), around(), people()[Role.CLERK]
    session = unlock_office(place, surroundings, clerk.login, clerk.passphrase)
    try:
        copy = Store.create(
            copied, session.unlocked.data_key, session.store.identity, surroundings.store_ports()
        )
        try:
            replay(session.store, copy)
            assert table_digests(copy) == table_digests(session.store)
        finally:
            copy.close()
    finally:
        session.close()
