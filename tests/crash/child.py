"""The traced child: runs so many steps of a workflow and tells each by one gathered write to a pipe.

Acknowledgements go by ``writev``, which nothing else in the program uses, so that they stand in the trace
between the writes that they follow and no fault that is aimed at ``write`` can meet them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from tests.crash.workflow import Done, Script, run_script


def tell_by(pipe: int) -> Callable[[Done], None]:
    """Return what writes an acknowledgement, in one piece, to ``pipe``."""

    def tell(done: Done) -> None:
        os.writev(pipe, [done.written() + b"\n"])

    return tell


def first_steps(script: Script, count: int) -> Script:
    """Return the first ``count`` steps of a script, which is closed after them."""
    try:
        step = next(script, None)
        for _ in islice(iter(int, 1), count):
            if step is None:
                return
            value = yield step
            try:
                step = script.send(value)
            except StopIteration:
                return
    finally:
        script.close()


def flush_less() -> None:
    """Open every database with ``synchronous = NORMAL``: the control that must lose commits."""
    from creditbank_desktop.models import database

    opened = database.open_database

    def open_carelessly(*arguments: Any, **named: Any) -> Any:
        connection = opened(*arguments, **named)
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    database.open_database = open_carelessly


def main(name: str, folder: str, pipe: int, steps: int, *, careless: bool) -> None:
    from tests.crash.workflows import WORKFLOWS

    if careless:
        flush_less()
    run_script(first_steps(WORKFLOWS[name].script(Path(folder)), steps), tell_by(pipe))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), careless="careless" in sys.argv[5:])
