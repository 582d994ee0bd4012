"""An office at work for the tests of the services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from creditbank_desktop.documents.fonts import Fonts
from tests.services.services_samples import RESOURCES
from tests.services.services_world import World, new_world


@pytest.fixture(scope="session")
def shipped_fonts() -> Iterator[Fonts]:
    """Return the shipped fonts."""
    fonts = Fonts(RESOURCES / "fonts")
    yield fonts
    fonts.close()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory, shipped_fonts: Fonts) -> World:
    """Return an office with its staff, closed again, to be copied."""
    found = new_world(tmp_path_factory.mktemp("office"), shipped_fonts)
    found.close()
    return found


@pytest.fixture
def world(tmp_path: Path, founded: World) -> Iterator[World]:
    """Return an office with its staff and nothing else."""
    found = founded.copied_to(tmp_path)
    yield found
    found.close()
