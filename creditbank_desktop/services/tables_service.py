"""Compares the tables with the history that they follow from, and rebuilds them from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.codec import Malformed, from_plain, to_plain
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.check_findings import CheckProgress, StoreFinding
from creditbank_desktop.models.check_replay import check_projections, rebuild_projections
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.backup_service import BackupService
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_health import (
    Area,
    HealthFinding,
    HealthProgress,
    HealthReport,
    Mend,
    Severity,
    seen,
)
from creditbank_desktop.services.workroom import Workroom

LAST = "health.tables"
_MOST_NAMED = 5


class TablesService:
    """The slow part of an examination, on demand, and what mends its findings."""

    def __init__(self, room: Workroom) -> None:
        self._room = room
        self._backups = BackupService(room)

    @permitted
    def compare(self, actor: Actor, progress: HealthProgress) -> OpResult[HealthReport]:
        """Let every operation take effect again beside the store, compare, and remember what was seen.

        Takes about as long as it took to write them; work goes on meanwhile. A finding names table and keys.
        Raises `EnvironmentFault` as the store does.
        """
        room = self._room
        began = room.clock.now()
        watch = CheckProgress()
        progress.enter(Area.TABLES)
        progress.follow(watch)
        found = check_projections(room.store, room.store.ports, watch)
        operations = watch.total
        report = _report(began, room.clock.now(), found, operations, cancelled=progress.cancelled)

        def work(unit: UnitOfWork) -> None:
            if not report.cancelled:
                unit.set_setting(LAST, to_plain(report))
            unit.audit(actor, "health.compared", ("device", unit.identity.device), {"bad": len(found)})

        room.store.write(work)
        return OpResult(report, frozenset({("health", "")}))

    @permitted
    def rebuild(self, actor: Actor, progress: HealthProgress) -> OpResult[int]:
        """Make a backup, then make the tables what the history says, and return how many rows it put right.

        All or nothing. Raises `Refused` ("rebuild.impossible", "rebuild.cancelled", "backup.…") and
        `EnvironmentFault`.
        """
        room = self._room
        saving = BackupProgress()
        progress.enter(Area.BACKUP)
        progress.follow(saving)
        self._backups.make(actor, saving)
        watch = CheckProgress()
        progress.enter(Area.TABLES)
        progress.follow(watch)

        def note(unit: UnitOfWork, rows: int) -> None:
            now = room.clock.now()
            report = HealthReport(
                now, (seen(Area.TABLES, Severity.GOOD, "tables.rebuilt", (("rows", rows),)),)
            )
            unit.set_setting(LAST, to_plain(report))
            unit.audit(actor, "health.tables_rebuilt", ("device", unit.identity.device), {"rows": rows})

        written = rebuild_projections(room.store, room.store.ports, note, watch)
        return OpResult(written.value, written.changes | {("health", ""), ("backup", "")})


def last_comparison(reader: Reader) -> HealthReport | None:
    """Return what the last comparison on this device found, None before the first."""
    kept = reader.setting(LAST)
    try:
        return None if kept is None else from_plain(HealthReport, kept)
    except Malformed:
        return None  # written by another version; the next comparison replaces it


def _report(
    began: datetime, ended: datetime, found: Sequence[StoreFinding], operations: int, *, cancelled: bool
) -> HealthReport:
    findings = tuple(_findings(found))
    if not findings and not cancelled:
        seconds = max(1, round((ended - began).total_seconds()))
        params = (("operations", operations), ("seconds", seconds))
        findings = (seen(Area.TABLES, Severity.GOOD, "tables.whole", params),)
    return HealthReport(ended, findings, cancelled)


def _findings(found: Iterable[StoreFinding]) -> Iterator[HealthFinding]:
    """Yield one finding for each table and kind of difference, with the first keys."""
    ordered = sorted(found, key=lambda one: (one.code, one.table))
    impossible = any(one.code == "replay.refused" for one in ordered)
    for (code, table), group in groupby(ordered, key=lambda one: (one.code, one.table)):
        rows = list(group)
        keys = "; ".join(f"{one.key} ({one.detail})" if one.detail else one.key for one in rows[:_MOST_NAMED])
        params = (("table", table), ("count", len(rows)), ("keys", keys))
        mend = Mend.RESTORE if impossible else Mend.REBUILD
        yield seen(Area.TABLES, Severity.BAD, code.replace("replay.", "tables."), params, mend)
