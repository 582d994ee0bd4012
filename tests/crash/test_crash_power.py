"""The power fails: whatever the disk kept of what was not flushed, nothing acknowledged is lost."""

from __future__ import annotations

import copy
import os
import random
from pathlib import Path

import pytest

from creditbank_desktop.domain.failures import EnvironmentFault
from tests.conftest import Counts
from tests.crash.conftest import Stage
from tests.crash.desk_workflow import DESK
from tests.crash.powercut import choose_moments, empty, states
from tests.crash.store_workflows import BACKING_UP, MIGRATING, POSTING
from tests.crash.tracing import LONGEST_STRING, TRACED, Deed, need_tracing, read_deeds, run_traced
from tests.crash.workflow import Account, Workflow, read_done

Lost = list[tuple[int, str]]


def recorded(workflow: Workflow, folder: Path, steps: int, *more: str) -> list[Deed]:
    """Run steps of a workflow in ``folder`` and return everything that it did to files."""
    need_tracing()
    log = folder.with_suffix(".trace")
    hears, tells = os.pipe()
    try:
        run_traced(
            ["-y", "-xx", "-s", str(LONGEST_STRING), "-o", str(log), "-e", f"trace={TRACED}"],
            "tests.crash.child",
            [workflow.name, str(folder), str(tells), str(steps), *more],
            tells,
        )
    finally:
        os.close(hears)
        os.close(tells)
    deeds = list(read_deeds(log))
    log.unlink()
    root = f"{folder}/"
    return [deed for deed in deeds if deed.call == "writev" or f"{deed.path}/".startswith(root)]


def what_is_lost(workflow: Workflow, start: Path, deeds: list[Deed], count: int, seed: int) -> Lost:
    """Cut the power ``count`` times and return where the check found fault, with its words."""
    dice = random.Random(seed)
    lost: Lost = []
    moments = choose_moments(deeds, count, dice)
    place = start.with_suffix(".cut")
    account = workflow.account(start)
    known = 0
    for number, disk, told in states(start, deeds, set(moments)):
        for line in told[known:]:
            account.add(read_done(line))
        known = len(told)
        for _ in range(moments.count(number)):
            disk.cut(empty(place), dice)
            fault = fault_found(account, place)
            if fault:
                lost.append((number, fault))
    return lost


def fault_found(account: Account, folder: Path) -> str:
    """Return what an examination of ``folder`` finds wrong, "" for nothing."""
    try:
        copy.deepcopy(account).examine(folder)
    except (AssertionError, EnvironmentFault) as fault:
        return f"{type(fault).__name__}: {fault}"
    return ""


def cut_again_and_again(workflow: Workflow, stage: Stage, steps: int, count: int, *more: str) -> Lost:
    start, worked = stage(workflow), stage(workflow)
    deeds = recorded(workflow, worked, steps, *more)
    moved = [_moved(deed, str(worked), str(start)) for deed in deeds]
    return what_is_lost(workflow, start, moved, count, seed=11)


def _moved(deed: Deed, old: str, new: str) -> Deed:
    """Return the deed as if it had been done in the folder that nobody worked in."""
    return Deed(
        deed.call, deed.path.replace(old, new, 1), deed.data, deed.offset, deed.other.replace(old, new, 1)
    )


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize(
    ("workflow", "steps", "gate"),
    [(DESK, 18, 120), (POSTING, 6, 60), (BACKING_UP, 5, 60), (MIGRATING, 1, 60)],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_power_cut_loses_nothing_acknowledged(
    workflow: Workflow, steps: int, gate: int, stage: Stage, counts: Counts
) -> None:
    count = counts.pick(quick=10, gate=gate, long=gate * 17)
    lost = cut_again_and_again(workflow, stage, steps, count)
    assert not lost, "\n".join(f"{number}: {fault}" for number, fault in lost[:20])


@pytest.mark.slow
def test_without_the_flush_of_every_commit_the_harness_finds_losses(stage: Stage) -> None:
    lost = cut_again_and_again(DESK, stage, 13, 20, "careless")
    assert len(lost) > 5
