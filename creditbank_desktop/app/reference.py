"""Reads the reference data that the program ships: calendar, programmes, rule sets, phrases, catalogues."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from creditbank_desktop.domain.calendar import WorkingCalendar, parse_calendar
from creditbank_desktop.domain.programmes import parse_programme
from creditbank_desktop.domain.reference_book import Seed
from creditbank_desktop.domain.retention import RetentionSchedule, parse_retention
from creditbank_desktop.rules.loading import parse_rule_set
from creditbank_desktop.rules.phrases import parse_phrase_book
from creditbank_desktop.rules.rule_set import RuleSet
from creditbank_desktop.services.curriculum import ProgrammeList
from creditbank_desktop.services.reference_seed import shipped_seed


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything that a session reads and never writes."""

    calendar: WorkingCalendar
    programmes: ProgrammeList
    rule_sets: tuple[RuleSet, ...]
    seed: Seed
    retention: RetentionSchedule


def read_reference_data(resources: Path) -> ReferenceData:
    """Return the reference data under ``resources``; raise `Problems` naming what is wrong with a file."""
    retention = parse_retention((resources / "retention" / "default.json").read_bytes())
    holidays = tuple(row for file in sorted((resources / "calendar").glob("*.csv")) for row in _rows(file))
    return ReferenceData(
        calendar=parse_calendar(holidays),
        programmes=ProgrammeList(
            parse_programme(file.read_bytes()) for file in sorted((resources / "programmes").glob("*.json"))
        ),
        rule_sets=tuple(
            parse_rule_set(file.read_bytes()) for file in sorted((resources / "rules").glob("*.json"))
        ),
        seed=shipped_seed(
            holidays,
            [parse_phrase_book(file.read_bytes()) for file in sorted((resources / "phrases").glob("*.json"))],
            {file.stem: _rows(file) for file in sorted((resources / "catalogues").glob("*.csv"))},
            retention,
        ),
        retention=retention,
    )


def _rows(file: Path) -> tuple[dict[str, str], ...]:
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))
