"""How long opening learners from a sheet takes, beside plain inserts of the same rows, and its memory.

The sheet is read, judged and shown, then entered while somebody else saves again and again; the same rows
then go by plain ``executemany`` into a copy of the same encrypted database as it was before. What an import
does besides is in the difference: every row is checked, every learner gets a key, every registration is
sealed, signed, hashed into three chains and flushed in steps that nobody waits for.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from creditbank_desktop.app.bench.fiction_learners import LearnerWorld
from creditbank_desktop.app.bench.import_sheets import BAD_EVERY, sheet_rows, write_sheet
from creditbank_desktop.app.bench.measures import Figure, Report, figure, milliseconds, timed
from creditbank_desktop.app.bench.standing import StandingClock
from creditbank_desktop.app.office import Session, Surroundings
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.sources import read_sample_sources
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.devices.memory import resident_mib
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.opening import DATABASE_NAME
from creditbank_desktop.services.views_import import ImportProgress, ImportSummary, RowKind, RunChoice
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.passphrases import Cost

SEED = 20261124
COST: Cost | None = None
MOST_ROWS = 50_000
SMALLER = 10
"""The memory is compared with that of a sheet this many times smaller."""
WARM_UP = 1_000
_TABLES = ("operation", "stream", "audit", "learner_key", "learner", "account_head", "learner_search_key")
_PLAIN = "plain executemany of the same rows"
_IDLE = "the same save while nothing else runs"
_MOST_BLOCK = 10_000
_SAMPLE_SECONDS = 0.05
_SAVE_PAUSE_SECONDS = 0.02
_IDLE_SAVES = 60


@dataclass(slots=True)
class _Peaks:
    """The most memory that this process and the reading one had (MiB), and how long saves waited (ms)."""

    ours: float = 0.0
    reader: float = 0.0
    waits: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Run:
    """One import: what it took, in milliseconds, and what it held."""

    rows: int
    summary: ImportSummary
    examine: float
    enter: float
    plain: float
    begin: float
    idle: list[float]
    reading: _Peaks
    entering: _Peaks

    def taken(self) -> float:
        """Return how much more memory this process had at most than before, in MiB."""
        return max(self.reading.ours, self.entering.ours) - self.begin


def measure(learners: int) -> Report:
    """Import a sheet of ``learners`` rows, at most 50,000, and one ten times smaller."""
    rows = min(learners, MOST_ROWS)
    with tempfile.TemporaryDirectory(prefix="creditbank-bench-") as folder:
        # Fonts and tables of readings are loaded once; that is not what a sheet costs.
        _import(Path(folder) / "first", min(rows, WARM_UP), compared=False)
        small = _import(Path(folder) / "small", rows // SMALLER, compared=False)
        large = _import(Path(folder) / "large", rows, compared=True)
    bad = large.summary.count(RowKind.BAD)
    notes = (
        f"{rows} rows, {bad} of them bad, {large.summary.entered} learners entered",
        "a registration is checked, sealed, signed and chained three times; plain inserts do none of that",
        f"with a tenth of the rows: {small.taken():.0f} MiB more, and {small.reading.reader:.0f} to read",
    )
    return Report("import", SEED, _figures(small, large), notes)


def _figures(small: _Run, large: _Run) -> tuple[Figure, ...]:
    plain = (_PLAIN, [large.plain])
    grown = large.taken() - small.taken()
    return (
        figure("enter every learner", "ms", [large.enter], baseline=plain),
        figure("read, check and keep every row", "ms", [large.examine], baseline=plain),
        figure("from file to records", "ms", [large.examine + large.enter], baseline=plain),
        figure("rows entered a second", "rows/s", [large.summary.entered / large.enter * 1_000]),
        figure(
            "somebody else's save meanwhile",
            "ms",
            large.entering.waits or [0.0],
            target="≤ 50 ms at p95",
            baseline=(_IDLE, large.idle),
        ),
        figure(
            "somebody else's save while the sheet is read",
            "ms",
            large.reading.waits or [0.0],
            target="≤ 50 ms at p95",
            baseline=(_IDLE, large.idle),
        ),
        figure(_IDLE, "ms", large.idle),
        figure("this process, more than with a tenth of the rows", "MiB", [grown], target="≤ 30 MiB"),
        figure("this process, more than before it began", "MiB", [large.taken()]),
        figure(
            "the process that reads",
            "MiB",
            [large.reading.reader],
            target="≤ 400 MiB",
            baseline=("with a tenth of the rows", [small.reading.reader]),
        ),
    )


def _import(folder: Path, rows: int, *, compared: bool) -> _Run:
    around = Surroundings(resources_folder(), StandingClock(), Uuid7Source(), COST)
    staffed = staff_sample_office(OfficePlace(folder / "office"), around)
    try:
        session = staffed.by_role()[Role.REGISTRY_OFFICER]
        _allot(session, rows)
        sheet = folder / "roll.xlsx"
        _write_apart(_world(session), sheet, rows)
        before = _copy(session, folder / "before.db") if compared else None
        return _measured(session, sheet, rows, before)
    finally:
        staffed.close()


def _measured(session: Session, sheet: Path, rows: int, before: Path | None) -> _Run:
    imports, actor = session.services.learner_imports, session.actor
    look = imports.look(actor, str(sheet), ())
    begin = resident_mib()
    idle = [_save(session, number) for number in range(_IDLE_SAVES)]
    with _watched(session) as reading:
        summary, examine = timed(lambda: imports.examine(actor, look, (), ImportProgress()))
    assert summary is not None
    if summary.count(RowKind.BAD) != rows // BAD_EVERY:
        raise ValueError(f"{summary.count(RowKind.BAD)} bad rows instead of {rows // BAD_EVERY}")
    with _watched(session) as entering:
        choice = RunChoice("measuring")
        done, enter = timed(lambda: imports.run(actor, summary.import_id, choice, ImportProgress()).value)
    plain = 0.0 if before is None else _plainly(session, before)
    return _Run(rows, done, examine, enter, plain, begin, idle, reading, entering)


def _write_apart(world: LearnerWorld, sheet: Path, rows: int) -> None:
    """Write the sheet in a process of its own, so that its memory is not counted here."""
    writer = multiprocessing.get_context("spawn").Process(target=_write, args=(world, sheet, rows))
    writer.start()
    writer.join()
    if writer.exitcode:
        raise OSError(f"the sheet could not be written: {writer.exitcode}")


def _write(world: LearnerWorld, sheet: Path, rows: int) -> None:
    write_sheet(sheet, sheet_rows(world, rows, SEED))


def _world(session: Session) -> LearnerWorld:
    office = session.store.read(lambda reader: reader.office())
    assert office is not None
    programmes = tuple(one for one in session.room.curriculum.programmes() if one.is_open)
    return LearnerWorld(office, programmes, read_sample_sources(resources_folder() / "sample"))


def _allot(session: Session, rows: int) -> None:
    year = session.room.clock.today().year
    for start in range(0, rows, _MOST_BLOCK):
        count = min(_MOST_BLOCK, rows - start)
        session.services.identity.allot_numbers(session.actor, year, count)


def _copy(session: Session, target: Path) -> Path:
    session.store.back_up(target)
    return target


@contextmanager
def _watched(session: Session) -> Iterator[_Peaks]:
    """Look at both processes now and then, and save something small again and again as others would."""
    peaks, done = _Peaks(resident_mib()), threading.Event()

    def look() -> None:
        while not done.wait(_SAMPLE_SECONDS):
            peaks.ours = max(peaks.ours, resident_mib())
            peaks.reader = max(peaks.reader, _children_mib())

    def save() -> None:
        while not done.is_set():
            peaks.waits.append(_save(session, len(peaks.waits)))

    threads = [threading.Thread(target=look), threading.Thread(target=save)]
    for thread in threads:
        thread.start()
    try:
        yield peaks
    finally:
        done.set()
        for thread in threads:
            thread.join()


def _save(session: Session, number: int) -> float:
    """Save something small, rest as a person does, and return how long the save took in milliseconds."""
    taken = milliseconds(partial(session.store.write, lambda unit: unit.set_setting("bench.save", number)))
    sleep(_SAVE_PAUSE_SECONDS)
    return taken


def _children_mib() -> float:
    """Return the memory of this process's children; 0 where the system does not tell."""
    found = 0.0
    for task in Path("/proc/self/task").glob("*/children"):
        try:
            for child in task.read_text("ascii").split():
                pages = int(Path(f"/proc/{child}/statm").read_text("ascii").split()[1])
                found = max(found, pages * os.sysconf("SC_PAGE_SIZE") / 2**20)
        except (OSError, IndexError, ValueError):
            continue
    return found


def _plainly(session: Session, before: Path) -> float:
    """Insert the rows that the import wrote into the database as it was before it, table by table."""
    key = session.unlocked.data_key
    path = session.place.store / DATABASE_NAME
    target = before.with_name("plain.db")
    shutil.copyfile(before, target)
    with closing(open_database(path, key, busy_timeout_ms=5_000, read_only=True)) as source:
        rows = [(table, _rows(source, table)) for table in _TABLES]
    with closing(open_database(target, key, busy_timeout_ms=5_000)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        known = {table: _keys(connection, table) for table in _TABLES}
        wanted = [(table, [row for row in found if row[:3] not in known[table]]) for table, found in rows]
        begin = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for table, found in wanted:
            if found:
                places = ", ".join("?" * len(found[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({places})", found)
        connection.execute("COMMIT")
        return (perf_counter() - begin) * 1_000


def _rows(connection: Any, table: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(f"SELECT * FROM {table}")]


def _keys(connection: Any, table: str) -> set[tuple[Any, ...]]:
    return {tuple(row)[:3] for row in connection.execute(f"SELECT * FROM {table}")}
