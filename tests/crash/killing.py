"""Kills the process that runs a workflow at a random moment of it."""

from __future__ import annotations

import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tests.crash.workflow import Done, Workflow, read_done, run_script

OPENING, READY, ENDED = b"opening", b"ready", b"ended"
LONGEST_STEP_S = 0.03
PATIENCE_S = 60
WHILE_OPENING = 0.1
"""The share of kills that come while the script is still opening what it needs."""


def work(workflow: str, folder: str, told: Connection) -> None:
    """Run a workflow's script in this process; every acknowledged step goes into ``told``."""
    from tests.crash.workflows import WORKFLOWS

    def scripted() -> Any:
        script = WORKFLOWS[workflow].script(Path(folder))
        first = next(script, None)
        told.send_bytes(READY)
        value = yield first
        while True:
            try:
                value = yield script.send(value)
            except StopIteration:
                return

    told.send_bytes(OPENING)
    run_script(scripted(), lambda done: told.send_bytes(done.written()))
    told.send_bytes(ENDED)
    # A script that ends before it is killed waits for the kill as any other does.
    time.sleep(PATIENCE_S)


def killed(workflow: Workflow, folder: Path, dice: random.Random) -> list[Done]:
    """Let a process run, kill it at a random moment, and return what it had acknowledged until then."""
    # A server that has imported everything forks the processes quickly where the system can do that.
    can_fork = "forkserver" in multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("forkserver" if can_fork else "spawn")
    if can_fork:
        context.set_forkserver_preload(["tests.crash.killing", "tests.crash.workflows", "pypinyin"])
    hears, tells = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(workflow.name, str(folder), tells))
    process.start()
    tells.close()
    # Short runs are many and cheap, but now and then one goes to the end of the path.
    steps = round(workflow.most_steps * dice.random() ** 2)
    words = 1 if dice.random() < WHILE_OPENING else 2 + steps
    heard: list[bytes] = []
    while len(heard) < words and ENDED not in heard:
        assert hears.poll(PATIENCE_S), "the process stands still"
        heard.append(hears.recv_bytes())
    time.sleep(dice.uniform(0, LONGEST_STEP_S))
    process.kill()
    process.join(PATIENCE_S)
    assert process.exitcode not in (None, 0, 1), "the process ended by itself"
    heard += _rest(hears)
    hears.close()
    return [read_done(line) for line in heard if line.startswith(b"[")]


def _rest(hears: Connection) -> list[bytes]:
    """Return what still lies in the pipe; a message that was cut off was not acknowledged."""
    heard = []
    try:
        while hears.poll(0):
            heard.append(hears.recv_bytes())
    except (EOFError, OSError):
        pass
    return heard
