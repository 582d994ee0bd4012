"""What the crash harness runs: a workflow is a script of named steps over the real modules.

A script is a generator. It opens what it needs, then yields one `Step` after the other and is sent the value
that the step returned. The engines run the steps in a child process and hear of every one that was finished:

* `killing`: kill -9 at random moments;
* `powercut`: every write that had not reached the disk may be lost, torn or reordered;
* `faulting`: a flush or a write fails, with each of them in turn;
* `flipping`: single bytes change in files that nobody has open.

A package adds a workflow by a module of its own and a line in `workflows`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

Job = Callable[[], object]


def _at_once(job: Job) -> object:
    return job()


@dataclass(frozen=True, slots=True)
class Done:
    """One acknowledged step: what was done to which record, and what the answer said of it."""

    step: str
    record: str = ""
    said: str = ""

    def written(self) -> bytes:
        return json.dumps([self.step, self.record, self.said]).encode()


def read_done(line: bytes) -> Done:
    return Done(*json.loads(line))


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; ``told`` makes the record and the words of its acknowledgement from its value.

    ``on_thread`` runs a job on the thread that does the step's writing, so that faults can be aimed at it.
    """

    name: str
    run: Callable[[], Any]
    told: Callable[[Any], tuple[str, str]] = lambda _value: ("", "")
    on_thread: Callable[[Job], object] = _at_once


Script = Generator[Step, Any, None]


class Account(Protocol):
    """Everything that processes which came to grief had called done."""

    def add(self, done: Done) -> None:
        """Take note of an acknowledged step."""

    def examine(self, folder: Path) -> None:
        """Open what lies in ``folder`` as after any other end and compare.

        AssertionError when something acknowledged is missing, something is there twice, or more than the one
        step that was under way was done without a word of it; that step is taken note of.
        """


@dataclass(frozen=True, slots=True)
class Workflow:
    """A named script; all functions stand at the top of a module, so that a child process finds them.

    ``prepare`` makes the folder that the script begins with (it is copied, not made again), ``aimed`` names
    the steps whose every flush and write the faults go through.
    """

    name: str
    prepare: Callable[[Path], None]
    script: Callable[[Path], Script]
    account: Callable[[Path], Account]
    aimed: tuple[str, ...] = ()
    most_steps: int = 20


def run_script(script: Script, tell: Callable[[Done], None]) -> None:
    """Do the steps one after the other and tell each that is done."""
    step = next(script, None)
    while step is not None:
        value = step.run()
        tell(Done(step.name, *step.told(value)))
        try:
            step = script.send(value)
        except StopIteration:
            return
