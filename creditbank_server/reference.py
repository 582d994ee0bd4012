"""Reference data that comes with the program: holidays, deadlines, the rule set and the programmes."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import creditbank_desktop
from creditbank_desktop.domain.applications import RuleSetReference
from creditbank_desktop.domain.calendar import WorkingCalendar, parse_calendar
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.deadlines import Deadlines, default_deadlines
from creditbank_desktop.domain.decisions import RuleReference, TargetKind
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ledger import LedgerEntry
from creditbank_desktop.domain.programmes import Programme, parse_programme
from creditbank_desktop.domain.reference import Fields
from creditbank_desktop.domain.reference_book import seed_of_holidays
from creditbank_desktop.rules.context import Context
from creditbank_desktop.rules.loading import parse_rule_set
from creditbank_desktop.rules.rule_set import RuleSet, RuleSetVersion
from creditbank_desktop.rules.valuing import cap_amount


@dataclass(frozen=True, slots=True)
class ExceededCap:
    """A total that a posting would exceed: its key, the most credits, and those posted before."""

    key: str
    amount: Decimal
    used: Decimal


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """What the server judges by."""

    calendar: WorkingCalendar
    deadlines: Deadlines
    rule_set: RuleSet
    programmes: tuple[Programme, ...]
    holidays: Mapping[str, Fields] = field(default_factory=dict)

    def in_force(self, day: date) -> RuleSetReference | None:
        """Return which rule set version a case accepted on ``day`` goes by, None where there is none."""
        version = self.rule_set.in_force(day)
        if version is None:
            return None
        return RuleSetReference(self.rule_set.family, version.number, version.content_hash)

    def programme(self, code: str, intake_year: int) -> Programme | None:
        """Return the version of a programme for learners who began in ``intake_year``."""
        found = [one for one in self.programmes if one.code == code and one.takes_intake_of(intake_year)]
        return max(found, key=lambda one: one.version, default=None)

    def exceeded_cap(
        self, entry: LedgerEntry, before: Iterable[LedgerEntry], programme: Programme | None
    ) -> ExceededCap | None:
        """Return the first cap that ``entry`` would exceed on top of the entries ``before`` it.

        Judged by the version that the decision names; nothing is found for a version or programme that is not
        known here.
        """
        version = self._version(entry.rule)
        if version is None or programme is None or entry.rule is None:
            return None
        keys = self._cap_keys(entry.rule)
        posted = tuple(before)
        for cap in version.content.caps:
            if cap.key not in keys:
                continue
            used = sum((one.credits for one in posted if cap.key in self._cap_keys(one.rule)), ZERO)
            amount = cap_amount(cap, Context(programme, entry.effective_on))
            if used + entry.credits > amount:
                return ExceededCap(cap.key, amount, used)
        return None

    def valid_until(self, entry: LedgerEntry) -> date | None:
        """Return the day after which deposited free credits expire; None for credits that have a target."""
        version = self._version(entry.rule)
        if version is None or entry.target.kind is not TargetKind.FREE:
            return None
        on = entry.effective_on
        leap_day = (on.month, on.day) == (2, 29)
        return on.replace(year=on.year + version.content.deposit_valid_years, day=28 if leap_day else on.day)

    def _version(self, rule: RuleReference | None) -> RuleSetVersion | None:
        if rule is None:
            return None
        versions = self.rule_set.versions
        return next((one for one in versions if one.content_hash == rule.rule_set_hash), None)

    def _cap_keys(self, rule: RuleReference | None) -> frozenset[str]:
        version = self._version(rule)
        if version is None or rule is None:
            return frozenset()
        rows = version.content.rules
        return frozenset(key for row in rows if row.rule == rule.rule for key in row.cap_keys)


def shipped_reference_data() -> ReferenceData:
    """Return the reference data that comes with the program.

    Raises `EnvironmentFault` ``resources-missing`` (searched) when the installation lacks some.
    """
    folder = resources_folder()
    try:
        rule_set = parse_rule_set((folder / "rules" / "default.json").read_bytes())
        programmes = tuple(
            parse_programme(path.read_bytes()) for path in sorted((folder / "programmes").glob("*.json"))
        )
        table = sorted((folder / "calendar").glob("*.csv"))[-1]
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        calendar = parse_calendar(rows)
    except (OSError, IndexError) as error:
        raise EnvironmentFault("resources-missing", searched=str(folder)) from error
    return ReferenceData(calendar, default_deadlines(), rule_set, programmes, seed_of_holidays(rows))


def resources_folder() -> Path:
    """Return the folder ``resources`` of a checkout or of an installation.

    Raises `EnvironmentFault` ``resources-missing`` (searched) when the installation lacks it.
    """
    package = Path(creditbank_desktop.__file__ or "").resolve().parent
    for place in (package / "resources", package.parent / "resources"):
        if place.is_dir():
            return place
    raise EnvironmentFault("resources-missing", searched=str(package))
