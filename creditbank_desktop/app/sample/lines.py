"""Plans outcome lines: a catalogue entry made concrete with dates and numbers, and the verdict on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from creditbank_desktop.app.sample.sources import CatalogueEntry, Worth
from creditbank_desktop.domain.decisions import FREE_CREDITS, LineResult, Target, TargetKind
from creditbank_desktop.domain.numbers import unified_social_credit_check
from creditbank_desktop.domain.outcomes import OutcomeType

# A body assessing nothing (9999), no province (00) and a site that does not exist: shaped like a real number.
_SKILL_NUMBER = "Y999900000099{year:02d}{level}{serial:06d}"
_ORGANISATION = "91{area}MA{serial:06d}X"
_SERVICE_YEARS = 2
_LONGEST_WORK_MONTHS = 40


@dataclass(frozen=True, slots=True)
class VerdictPlan:
    """What people decide where the rules leave it to them; ``credits`` as typed."""

    result: LineResult
    credits: str
    reason_codes: tuple[str, ...] = ()
    reason_text: str = ""


@dataclass(frozen=True, slots=True)
class LinePlan:
    """One outcome as the counter would type it in.

    ``verdict`` None means that the rules' suggestion is accepted. ``scan_seed`` makes the same scan again.
    """

    entry: str
    type: OutcomeType
    fields: Mapping[str, str]
    requested: Target = FREE_CREDITS
    worth: Worth = Worth.CREDIT
    verdict: VerdictPlan | None = None
    scan_seed: int = field(default=0)


@dataclass(frozen=True, slots=True)
class LineOrder:
    """For whom and when: programme code, day of the application, a serial that no other line has."""

    programme: str
    received_on: date
    serial: int


def plan_line(entry: CatalogueEntry, order: LineOrder, random: Random) -> LinePlan:
    """Return the entry as one learner presents it; the same ``random`` state gives the same line."""
    issued = order.received_on - timedelta(days=random.randint(entry.days[0], entry.days[1]))
    fields = {**entry.fields, "verified_by": random.choice(("online", "online", "letter", "original_seen"))}
    fields["issued_on"] = issued.isoformat()
    number = _number(entry, issued, order.serial)
    fields["discharge_number" if entry.type is OutcomeType.MILITARY else "evidence_number"] = number
    fields.update(_periods(entry, issued, order.serial, random))
    return LinePlan(
        entry=entry.key,
        type=entry.type,
        fields=fields,
        requested=_target(entry, order.programme),
        worth=entry.worth,
        verdict=_verdict(entry),
        scan_seed=random.randrange(2**31),
    )


def _number(entry: CatalogueEntry, issued: date, serial: int) -> str:
    if entry.number == "skill":
        return _SKILL_NUMBER.format(year=issued.year % 100, level=entry.fields["level"], serial=serial)
    return entry.number.format(year=issued.year, serial=serial)


def _periods(entry: CatalogueEntry, issued: date, serial: int, random: Random) -> dict[str, str]:
    if entry.type is OutcomeType.WORK:
        last = issued - timedelta(days=random.randint(1, 20))
        first = last - timedelta(days=30 * random.randint(10, _LONGEST_WORK_MONTHS))
        body = _ORGANISATION.format(area="370199", serial=serial)[:17]
        code = body + unified_social_credit_check(body)
        return {
            "from_on": first.isoformat(),
            "to_on": last.isoformat(),
            "unified_social_credit_code": code,
        }
    if entry.type is OutcomeType.MILITARY:
        first = issued - timedelta(days=365 * _SERVICE_YEARS)
        return {"from_on": first.isoformat(), "to_on": issued.isoformat()}
    return {}


def _target(entry: CatalogueEntry, programme: str) -> Target:
    code = entry.targets.get(programme, "")
    if not code:
        return FREE_CREDITS
    return Target(TargetKind.MODULE if code.startswith("M-") else TargetKind.COURSE, code)


def _verdict(entry: CatalogueEntry) -> VerdictPlan | None:
    if entry.worth is not Worth.JUDGED:
        return None
    return VerdictPlan(
        LineResult.RECOGNISED, entry.judged_credits, ("panel_judgement",), "经比对材料，按实际内容评定。"
    )
