"""Reads the reference data that the program ships: calendar, programmes and rule sets."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from creditbank_desktop.domain.calendar import WorkingCalendar, parse_calendar
from creditbank_desktop.domain.programmes import parse_programme
from creditbank_desktop.rules.loading import parse_rule_set
from creditbank_desktop.rules.rule_set import RuleSet
from creditbank_desktop.services.curriculum import ProgrammeList


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything that a session reads and never writes."""

    calendar: WorkingCalendar
    programmes: ProgrammeList
    rule_sets: tuple[RuleSet, ...]


def read_reference_data(resources: Path) -> ReferenceData:
    """Return the reference data under ``resources``; raise `Problems` naming what is wrong with a file."""
    return ReferenceData(
        calendar=_read_calendar(resources / "calendar"),
        programmes=ProgrammeList(
            parse_programme(file.read_bytes()) for file in sorted((resources / "programmes").glob("*.json"))
        ),
        rule_sets=tuple(
            parse_rule_set(file.read_bytes()) for file in sorted((resources / "rules").glob("*.json"))
        ),
    )


def _read_calendar(folder: Path) -> WorkingCalendar:
    rows: list[dict[str, str]] = []
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            rows.extend(csv.DictReader(lines))
    return parse_calendar(rows)
