"""Finds the folder with fonts, icons, translations, rule sets and sample data."""

from __future__ import annotations

import sys
from pathlib import Path

from creditbank_desktop.domain.failures import EnvironmentFault


def resources_folder() -> Path:
    """Return the folder ``resources`` of a checkout, an installed wheel or a frozen bundle.

    Raises `EnvironmentFault` with the code ``resources-missing`` when the installation lacks it.
    """
    package = Path(__file__).resolve().parents[1]
    bundle = getattr(sys, "_MEIPASS", None)
    places = [package / "resources", package.parent / "resources"]
    if bundle:
        places.insert(0, Path(bundle) / "resources")
    for place in places:
        if place.is_dir():
            return place
    raise EnvironmentFault("resources-missing", searched=str(places[0]))
