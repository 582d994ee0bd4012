"""Lets a flush or a write fail, with each of those that a step does in turn.

One traced process imports everything once and forks a child for every trial. strace lets each PERIOD-th call
of a thread fail; a child that is to meet the N-th call of a step first makes idle calls on the same thread
until one fails, then PERIOD - N more.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from creditbank_desktop.domain.failures import EnvironmentFault
from tests.crash.tracing import need_tracing, run_traced
from tests.crash.workflow import Account, Done, Step, Workflow

FAULT, BUG, END = "fault", "bug", "end"
TOLD = "told"
Tell = Callable[[Done], None]
MOST_ATTEMPTS = 4
STEPS_AFTERWARDS = 2


PERIODS = {"fsync": 150, "write": 150, "pwrite64": 1_200}
"""More than twice the calls of any step, so that a trial can tell whether its step met the fault."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What fails, and how."""

    call: str
    error: str

    @property
    def period(self) -> int:
        return PERIODS[self.call]

    def __str__(self) -> str:
        return f"{self.call}-{self.error}"


@dataclass(frozen=True, slots=True)
class Aim:
    """Which step of which workflow is aimed at, and every how many of its calls is tried."""

    workflow: str
    step: str
    stride: int = 1


@dataclass
class Trial:
    """What one child said: steps that were done, codes of faults, what else was raised, and how it ended."""

    aim: Aim
    number: int
    folder: Path
    done: list[Done] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    bugs: list[str] = field(default_factory=list)
    was_met: bool = False
    has_ended: bool = False


def trials(
    failure: Failure, aims: Sequence[Aim], templates: Callable[[Workflow], Path], place: Path
) -> list[Trial]:
    """Run all trials of a failure under one trace."""
    from tests.crash.workflows import WORKFLOWS

    need_tracing()
    place.mkdir()
    inject = f"inject={failure.call}:error={failure.error}:when={failure.period}+{failure.period}"
    aimed = [
        json.dumps([aim.workflow, aim.step, aim.stride, str(templates(WORKFLOWS[aim.workflow]))])
        for aim in aims
    ]
    options = ["-o", os.devnull, "-e", f"trace={failure.call}", "-e", inject]
    run_traced(options, "tests.crash.faulting", [failure.call, failure.error, str(place), *aimed])
    found: dict[tuple[int, int], Trial] = {}
    for line in (place / TOLD).read_bytes().splitlines():
        shot, number, step, record, said = json.loads(line)
        trial = found.setdefault((shot, number), Trial(aims[shot], number, place / str(shot) / str(number)))
        match step:
            case "fault":
                trial.faults.append(record)
            case "bug":
                trial.bugs.append(record)
            case "end":
                trial.has_ended, trial.was_met = True, record == "met"
            case _:
                trial.done.append(Done(step, record, said))
    return list(found.values())


def what_is_wrong(account: Account, trial: Trial) -> str:
    """Return what speaks against a trial, "" for nothing."""
    if trial.bugs or not trial.has_ended:
        return f"{trial.bugs or 'the child ended early'}"
    for done in trial.done:
        account.add(done)
    try:
        account.examine(trial.folder)
    except (AssertionError, EnvironmentFault) as fault:
        return f"{type(fault).__name__}: {fault}"
    return ""


def _serve(failure: Failure, shot: int, aim: Aim, template: Path, place: Path) -> None:
    """Fork a child for every trial until the step has no more calls."""
    (place / str(shot)).mkdir()
    pipe = os.open(place / TOLD, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    number = 1
    while True:
        folder = shutil.copytree(template, place / str(shot) / str(number))

        def tell(done: Done, number: int = number) -> None:
            os.writev(pipe, [json.dumps([shot, number, done.step, done.record, done.said]).encode() + b"\n"])

        child = os.fork()
        if child == 0:
            status = 1
            try:
                status = 0 if _attempt(failure, aim, number, folder, tell) else 3
            finally:
                os._exit(status)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            break
        number += aim.stride
    os.close(pipe)


def _attempt(failure: Failure, aim: Aim, number: int, folder: Path, tell: Tell) -> bool:
    """Run the script with the fault in its place; return whether the step came as far as the fault."""
    from tests.crash.workflows import WORKFLOWS

    idle = _idle(failure)
    was_met = True
    afterwards = 0
    script = WORKFLOWS[aim.workflow].script(folder)
    try:
        step = next(script, None)
        while step is not None and afterwards < STEPS_AFTERWARDS:
            if step.name == aim.step and not afterwards:
                step.on_thread(lambda: _arm(idle, failure.period - number))
                value = _stubborn(step, tell)
                was_met = _until_failure(step, idle) > failure.period // 2
                afterwards = 1
            else:
                value = step.run()
                afterwards += afterwards > 0
            tell(Done(step.name, *step.told(value)))
            try:
                step = script.send(value)
            except StopIteration:
                break
        script.close()
    except BaseException as bug:
        tell(Done(BUG, f"{type(bug).__name__}: {bug}"[:500]))
        raise
    tell(Done(END, "met" if was_met else "past"))
    return was_met


def _stubborn(step: Step, tell: Tell) -> object:
    """Do the step again while the environment is at fault, as a user does who is offered to try again."""
    for _ in range(MOST_ATTEMPTS):
        try:
            return step.run()
        except EnvironmentFault as fault:
            tell(Done(FAULT, fault.code))
    raise AssertionError("the fault is over and the step still fails")


def _idle(failure: Failure) -> Callable[[], bool]:
    """Return a call that does nothing and says whether it was made to fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    error = {"EIO": 5, "ENOSPC": 28}[failure.error]

    def call() -> bool:
        try:
            match failure.call:
                case "fsync":
                    os.fsync(nowhere)
                case "pwrite64":
                    os.pwrite(nowhere, b"x", 0)
                case "write":
                    os.write(nowhere, b"x")
                case _:
                    raise ValueError(failure.call)
        except OSError as failed:
            return failed.errno == error
        return False

    return call


def _arm(idle: Callable[[], bool], calls: int) -> None:
    while not idle():
        pass
    for _ in range(calls):
        idle()


def _until_failure(step: Step, idle: Callable[[], bool]) -> int:
    calls = 0

    def count() -> None:
        nonlocal calls
        calls = 1
        while not idle():
            calls += 1

    step.on_thread(count)
    return calls


def main(call: str, error: str, place: str, *aims: str) -> None:
    # What a child would import, each for itself, is imported once.
    for name in (
        "pypinyin",
        "alembic.command",
        "creditbank_desktop.models.migrating",
        "tests.crash.workflows",
    ):
        importlib.import_module(name)
    for shot, aimed in enumerate(aims):
        workflow, step, stride, template = json.loads(aimed)
        _serve(Failure(call, error), shot, Aim(workflow, step, stride), Path(template), Path(place))


if __name__ == "__main__":
    main(*sys.argv[1:])
