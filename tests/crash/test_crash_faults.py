"""A flush or a write fails: what was acknowledged stays, and the next attempt succeeds."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Counts
from tests.crash.conftest import Stage
from tests.crash.faulting import Aim, Failure, trials, what_is_wrong
from tests.crash.workflow import Workflow
from tests.crash.workflows import ALL

WORDED = frozenset(
    {
        "store.io",
        "store.disk_full",
        "store.migration_failed",
        "evidence.not_written",
        "evidence.disk_full",
        "backup.target_failed",
        "backup.target_full",
    }
)
FAILURES = [
    Failure("fsync", "EIO"),
    Failure("pwrite64", "ENOSPC"),
    Failure("write", "ENOSPC"),
    pytest.param(Failure("pwrite64", "EIO"), marks=pytest.mark.long),
    pytest.param(Failure("write", "EIO"), marks=pytest.mark.long),
    pytest.param(Failure("fsync", "ENOSPC"), marks=pytest.mark.long),
]
WRITES_FILES = ("attach", "migrate")
"""Steps that write with plain calls as well as through SQLite."""
CALLS = {"submit": 90, "evaluate": 90, "post": 60, "attach": 12}
"""By step how many of its writes lie between two that the gate tries; the long run tries every one."""
MANY_CALLS = 400
MANY_FLUSHES = 30


def aims(failure: Failure, counts: Counts) -> list[Aim]:
    """Aim at every step, at all its calls in the long run and at some of those that are many before."""
    found = []
    for workflow in ALL:
        for step in workflow.aimed:
            if failure.call == "write" and step not in WRITES_FILES:
                continue
            if failure.call == "pwrite64" and step == "attach":
                continue
            if failure.call == "pwrite64":
                stride = CALLS.get(step, MANY_CALLS)
            else:
                stride = 4 if step in CALLS else MANY_FLUSHES
            found.append(Aim(workflow.name, step, counts.pick(quick=stride, gate=stride, long=1)))
    return found


@pytest.mark.slow
@pytest.mark.timeout(7_200)
@pytest.mark.parametrize("failure", FAILURES, ids=str)
def test_every_flush_and_write_may_fail(
    failure: Failure, stage: Stage, templates: Callable[[Workflow], Path], light_folder: Path, counts: Counts
) -> None:
    accounts = {workflow.name: workflow.account(stage(workflow)) for workflow in ALL if workflow.aimed}
    aimed = aims(failure, counts)
    wrong, met = [], dict.fromkeys((aim.step for aim in aimed), 0)
    codes: set[str] = set()
    for trial in trials(failure, aimed, templates, light_folder / str(failure)):
        found = what_is_wrong(copy.deepcopy(accounts[trial.aim.workflow]), trial)
        if found:
            wrong.append(f"{trial.aim.step} {trial.number}: {found}")
        codes.update(trial.faults)
        met[trial.aim.step] += trial.was_met
    assert not wrong, "\n".join(wrong[:20])
    assert all(met.values()), met
    assert codes, "no fault came through"
    assert codes <= WORDED
