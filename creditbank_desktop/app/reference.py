"""Reads the reference data that the program ships: calendar, programmes and rule sets."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from creditbank_desktop.domain.calendar import WorkingCalendar, parse_calendar
from creditbank_desktop.domain.programmes import Programme, parse_programme
from creditbank_desktop.rules.loading import parse_rule_set
from creditbank_desktop.rules.rule_set import RuleSet


@dataclass(frozen=True, slots=True)
class Programmes:
    """The programmes of the school; fills the services' port ``Curriculum``."""

    versions: tuple[Programme, ...]

    def programmes(self) -> tuple[Programme, ...]:
        """Return every programme by code, of each its newest version."""
        newest: dict[str, Programme] = {}
        for version in sorted(self.versions, key=_by_intake):
            newest[version.code] = version
        return tuple(newest[code] for code in sorted(newest))

    def programme(self, code: str, intake_year: int | None = None) -> Programme | None:
        """Return the version for learners who began in ``intake_year``, else the newest one."""
        versions = sorted((found for found in self.versions if found.code == code), key=_by_intake)
        fitting = [
            found for found in versions if intake_year is not None and found.takes_intake_of(intake_year)
        ]
        chosen = fitting or versions
        return chosen[-1] if chosen else None


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything that a session reads and never writes."""

    calendar: WorkingCalendar
    programmes: Programmes
    rule_sets: tuple[RuleSet, ...]


def read_reference_data(resources: Path) -> ReferenceData:
    """Return the reference data under ``resources``; raise `Problems` naming what is wrong with a file."""
    return ReferenceData(
        calendar=_read_calendar(resources / "calendar"),
        programmes=Programmes(
            tuple(
                parse_programme(file.read_bytes())
                for file in sorted((resources / "programmes").glob("*.json"))
            )
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


def _by_intake(programme: Programme) -> tuple[int, int]:
    return programme.intake_from, programme.version
