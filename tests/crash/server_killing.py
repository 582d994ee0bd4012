"""Runs the central server in a process of its own, and kills it or its database at any moment."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.embedded_postgres import EmbeddedPostgres
from creditbank_server.settings import Settings

PATIENCE_S = 60


def serve(settings: Settings, now: datetime, told: Connection) -> None:
    """Serve from this process until it is killed."""
    server = EmbeddedServer(settings, SettableClock(settings.time_zone, now))
    told.send(server.start())
    time.sleep(3_600)


@dataclass
class Site:
    """A central site: a database with every flush, and one server process at a time."""

    folder: Path
    now: datetime
    postgres: EmbeddedPostgres = field(init=False)
    _process: Any = None

    def __post_init__(self) -> None:
        self.postgres = EmbeddedPostgres(self.folder / "database")
        self.postgres.start()

    @property
    def settings(self) -> Settings:
        address = self.postgres.address("creditbank")
        return Settings(self.folder / "server", database=address, port=0, tick_seconds=3600)

    def start(self) -> str:
        """Start the server process and return its address."""
        can_fork = "forkserver" in multiprocessing.get_all_start_methods()
        context: Any = multiprocessing.get_context("forkserver" if can_fork else "spawn")
        hears, tells = context.Pipe(duplex=False)
        self._process = context.Process(target=serve, args=(self.settings, self.now, tells), daemon=True)
        self._process.start()
        tells.close()
        assert hears.poll(PATIENCE_S), "the server does not start"
        address = str(hears.recv())
        hears.close()
        return address

    def kill_server(self) -> None:
        """Kill -9 the server process, if it runs."""
        if self._process is not None:
            self._process.kill()
            self._process.join(PATIENCE_S)
            self._process = None

    def kill_database(self) -> None:
        """Kill -9 every process of the database: its head first, so that it cannot tell the others."""
        pid_file = next(self._clusters(), None)
        assert pid_file is not None, "the database does not run"
        head = int(pid_file.read_text("utf-8").splitlines()[0])
        children = _children_of(head)
        for pid in (head, *children):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        until = time.monotonic() + PATIENCE_S
        while any(_lives(pid) for pid in (head, *children)) and time.monotonic() < until:
            time.sleep(0.01)

    def recover_database(self) -> None:
        """Start the database again, which reads its log."""
        self.postgres.start()

    def end(self) -> None:
        """Stop everything and delete the files."""
        self.kill_server()
        self.postgres.stop()
        self.postgres.remove()

    def _clusters(self) -> Any:
        place = (self.folder / "database" / "postgres.place").read_text("utf-8")
        pid_file = self.folder / "database" / place / "postmaster.pid"
        return iter([pid_file] if pid_file.exists() else [])


def _children_of(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError, IndexError):
            # The name of a program stands in brackets and may hold anything.
            fields = (entry / "stat").read_text("utf-8").rpartition(")")[2].split()
            if int(fields[1]) == parent:
                found.append(int(entry.name))
    return found


def _lives(pid: int) -> bool:
    with suppress(OSError):
        return (Path("/proc") / str(pid) / "stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    return False
