"""Folders and templates for the crash harness."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.crash.workflow import Workflow

MEMORY = Path("/dev/shm")
Stage = Callable[[Workflow], Path]


@pytest.fixture(scope="session")
def light_folder() -> Iterator[Path]:
    """Return a folder in memory where there is one: thousands of states are built and thrown away in it.

    A killed process loses nothing that the kernel has, so that the disk adds only time.
    """
    place = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="crash-", dir=place) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def templates(light_folder: Path) -> Callable[[Workflow], Path]:
    """Return what gives the folder that a workflow begins with, made once; it is only ever copied."""

    def template(workflow: Workflow) -> Path:
        folder = light_folder / "templates" / workflow.name
        if not folder.exists():
            folder.mkdir(parents=True)
            workflow.prepare(folder)
        return folder

    return template


@pytest.fixture
def stage(light_folder: Path, templates: Callable[[Workflow], Path]) -> Iterator[Stage]:
    """Return what copies a workflow's beginning to a fresh folder; all copies go with the test."""
    place = Path(tempfile.mkdtemp(dir=light_folder))
    made = 0

    def fresh(workflow: Workflow) -> Path:
        nonlocal made
        made += 1
        return shutil.copytree(templates(workflow), place / str(made))

    yield fresh
    shutil.rmtree(place)
