"""Reference data that comes with the program: the holiday table and the default deadlines."""

from __future__ import annotations

import csv
from pathlib import Path

import creditbank_desktop
from creditbank_desktop.domain.calendar import WorkingCalendar, parse_calendar
from creditbank_desktop.domain.failures import EnvironmentFault


def resources_folder() -> Path:
    """Return the folder ``resources`` of a checkout or of an installation.

    Raises `EnvironmentFault` ``resources-missing`` when the installation lacks it.
    """
    package = Path(creditbank_desktop.__file__ or "").resolve().parent
    for place in (package / "resources", package.parent / "resources"):
        if place.is_dir():
            return place
    raise EnvironmentFault("resources-missing", searched=str(package))


def shipped_calendar() -> WorkingCalendar:
    """Return the working days of the newest holiday table that comes with the program."""
    tables = sorted((resources_folder() / "calendar").glob("*.csv"))
    if not tables:
        raise EnvironmentFault("resources-missing", searched="calendar")
    with tables[-1].open(encoding="utf-8", newline="") as file:
        return parse_calendar(csv.DictReader(file))
