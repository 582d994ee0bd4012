"""Stores for the tests of the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.models.models_samples import World, fill, new_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Return an office with people and a number block, and nothing else."""
    found = new_world(tmp_path / "store")
    yield found
    found.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, lasting_threads: list[str]) -> Iterator[World]:
    """Return an office full of applications in many states; read it and leave it as it is."""
    lasting_threads.append("store-writer")
    found = new_world(tmp_path_factory.mktemp("filled") / "store")
    fill(found)
    yield found
    found.close()
