"""Reference data that comes with the program: the holiday table and the default deadlines."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import creditbank_desktop
from creditbank_desktop.domain.applications import RuleSetReference
from creditbank_desktop.domain.calendar import WorkingCalendar, parse_calendar
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.rules.loading import parse_rule_set
from creditbank_desktop.rules.rule_set import RuleSet


def resources_folder() -> Path:
    """Return the folder ``resources`` of a checkout or of an installation.

    Raises `EnvironmentFault` ``resources-missing`` when the installation lacks it.
    """
    package = Path(creditbank_desktop.__file__ or "").resolve().parent
    for place in (package / "resources", package.parent / "resources"):
        if place.is_dir():
            return place
    raise EnvironmentFault("resources-missing", searched=str(package))


def shipped_rule_set() -> RuleSet:
    """Return the rule set that comes with the program; raise `EnvironmentFault` ``resources-missing``."""
    try:
        return parse_rule_set((resources_folder() / "rules" / "default.json").read_bytes())
    except OSError as error:
        raise EnvironmentFault("resources-missing", searched="rules/default.json") from error


def in_force(rule_set: RuleSet, day: date) -> RuleSetReference | None:
    """Return which version of a rule set a case accepted on ``day`` goes by, None where there is none."""
    version = rule_set.in_force(day)
    if version is None:
        return None
    return RuleSetReference(rule_set.family, version.number, version.content_hash)


def shipped_calendar() -> WorkingCalendar:
    """Return the working days of the newest holiday table that comes with the program."""
    tables = sorted((resources_folder() / "calendar").glob("*.csv"))
    if not tables:
        raise EnvironmentFault("resources-missing", searched="calendar")
    with tables[-1].open(encoding="utf-8", newline="") as file:
        return parse_calendar(csv.DictReader(file))
