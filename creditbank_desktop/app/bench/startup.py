"""How long the program takes from its start to the login window and from the passphrase to the work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from creditbank_desktop.app.bench.big_store import BigStore, big_store
from creditbank_desktop.app.bench.measures import Figure, Report, figure
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.devices.paths import system_folders
from creditbank_desktop.domain.people import Role

WARM_RUNS, COLD_RUNS = 10, 5
_PATIENCE_S = 120
_BARE = "bare PySide6 window"
_BARE_MODULE = "creditbank_desktop.app.bench.bare_window"
_PROBE_MODULE = "creditbank_desktop.app.bench.startup_probe"

Marks = dict[str, float]


def measure(learners: int) -> Report:
    """Start the real program in fresh processes on the generated store, off screen."""
    with big_store(learners).copied() as store:
        person = store.person(Role.CLERK)
        login = (person.login, person.passphrase)

        def start() -> Marks:
            return _run(_PROBE_MODULE, lambda began: [str(store.root), began, *login])

        start()  # the first run compiles
        _bare()
        warm, bare = [], []
        for _ in range(WARM_RUNS):
            bare.append(_bare())
            warm.append(start())
        cold, bare_cold = [], []
        for _ in range(COLD_RUNS if can_forget() else 0):
            forget_files(_program_files(store))
            bare_cold.append(_bare())
            forget_files(_program_files(store))
            cold.append(start())
        return _report(store, (warm, bare), (cold, bare_cold))


def _report(
    store: BigStore, warm: tuple[list[Marks], list[Marks]], cold: tuple[list[Marks], list[Marks]]
) -> Report:
    figures = [*_figures("warm", *warm), *_figures("cold", *cold)]
    notes = [
        store.told(),
        "warm: the system has the files in memory; cold: it was told to forget them before each run",
        "processor time: of all threads of the process, which a busy machine does not lengthen",
        "usable: the first key typed stands in the passphrase field",
        "the passphrase is given when the imports behind the window are done, as nobody types faster",
    ]
    if not cold[0]:
        notes.append("this system cannot be told to forget files, so there are no cold figures")
    if not any("workplace" in marks for marks in warm[0]):
        notes.append("the workplace was never painted")
    return Report("startup", store.seed, tuple(figures), tuple(notes))


def _figures(manner: str, runs: list[Marks], bare: list[Marks]) -> Iterator[Figure]:
    rows = (
        ("login window painted", "painted", "ms", "≤ 500 ms", "painted"),
        ("login window painted, processor time", "painted_processor", "ms", "", "painted_processor"),
        ("login usable", "usable", "ms", "≤ 1,500 ms", ""),
        ("login usable, processor time", "usable_processor", "ms", "", ""),
        ("everything imported", "imported", "ms", "", ""),
        ("everything imported, processor time", "imported_processor", "ms", "", ""),
        ("unlock to workplace painted", "workplace", "ms", "≤ 1,000 ms", ""),
        ("unlock to workplace painted, processor time", "workplace_processor", "ms", "", ""),
        ("memory with the workplace open", "memory", "MiB", "≤ 350 MiB", ""),
    )
    for name, mark, unit, target, base in rows:
        samples = [marks[mark] for marks in runs if mark in marks]
        if samples:
            baseline = (_BARE, [marks[base] for marks in bare]) if base else None
            yield figure(f"{name} ({manner})", unit, samples, target=target, baseline=baseline)


def _bare() -> Marks:
    return _run(_BARE_MODULE, lambda began: [began])


def _run(module: str, arguments: Callable[[str], list[str]]) -> Marks:
    """Run ``module`` in a fresh process and return what it noted; ``arguments`` gets the moment of start."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    environment["PYTHONPYCACHEPREFIX"] = str(_bytecode())
    began = str(time.time_ns())
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments(began)],
        env=environment,
        stdout=subprocess.PIPE,
        timeout=_PATIENCE_S,
        check=True,
    )
    marks: Marks = json.loads(done.stdout.splitlines()[-1])
    return marks


def _bytecode() -> Path:
    """Return where the measured processes keep compiled modules: an installed program has its own too."""
    return system_folders().cache / "bench" / "bytecode"


def can_forget() -> bool:
    """Return whether the system can be told to drop single files from its memory."""
    return hasattr(os, "posix_fadvise")


def forget_files(files: Iterator[Path]) -> None:
    """Ask the system to read ``files`` from the disk again next time; those in use elsewhere may stay."""
    for file in files:
        try:
            with file.open("rb") as opened:
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        except OSError:
            continue


def _program_files(store: BigStore) -> Iterator[Path]:
    package = Path(__file__).resolve().parents[2]
    libraries = {Path(entry) for entry in sys.path if entry and Path(entry).is_dir()} - {*package.parents}
    for folder in (package, resources_folder(), store.root, _bytecode(), *libraries):
        yield from (file for file in folder.rglob("*") if file.is_file())
