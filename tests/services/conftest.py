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


@pytest.fixture
def world(tmp_path: Path, shipped_fonts: Fonts) -> Iterator[World]:
    """Return an office with its staff and nothing else."""
    found = new_world(tmp_path, shipped_fonts)
    yield found
    found.close()
