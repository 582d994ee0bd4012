"""Examines an office: computer, sync, numbers, backups, database, chains and evidence files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from creditbank_desktop.domain.codec import Malformed, from_plain, to_plain
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.check_findings import TOLD_BY_THE_SERVER, CheckProgress
from creditbank_desktop.models.health_queries import (
    CLOCK_OFFSET,
    files_elsewhere,
    files_that_must_be_here,
    files_with_a_record,
)
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.archive_seals import check_seals
from creditbank_desktop.services.backup_service import newest_backup_at
from creditbank_desktop.services.renewal_service import renewal_due
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.scan_store import orphaned_pages, remove_disposed
from creditbank_desktop.services.tables_service import last_comparison
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

LAST = "health.last"
YOUNG_S = 3_600
"""A file that was just written may belong to work that is under way; it is no orphan yet."""
_MOST_OFFSET_S = 120
_SYNC_DAYS, _BACKUP_DAYS, _FEW_NUMBERS = 3, 3, 50
_MOST_NAMED = 5
_MEGABYTE = 1_000_000
Params = tuple[tuple[str, str | int], ...]


class HealthService:
    """Looks, remembers what was seen last, and mends what can be mended."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def last(self, actor: Actor) -> HealthReport | None:
        """Return what the last examination and the last comparison of the tables on this device found.

        None before the first of them.
        """
        return self._room.store.read(_last)

    @permitted
    def examine(self, actor: Actor, progress: HealthProgress) -> OpResult[HealthReport]:
        """Look at everything, remember what was seen and note in the audit trail that somebody looked.

        Damage is a finding, never an exception. Raises `EnvironmentFault` when the store is closed meanwhile
        or the result cannot be kept.
        """
        findings: list[HealthFinding] = []
        for part in (
            self._computer,
            self._work,
            self._database,
            self._chains,
            self._evidence,
            self._seals,
            self._orphans,
        ):
            if progress.cancelled:
                break
            findings.extend(part(progress))
        ordered = sorted(findings, key=lambda found: tuple(Area).index(found.area))
        examined = HealthReport(self._room.clock.now(), tuple(ordered), progress.cancelled)

        def work(unit: UnitOfWork) -> None:
            unit.set_setting(LAST, to_plain(examined))
            bad = sum(found.severity is Severity.BAD for found in examined.findings)
            unit.audit(actor, "health.examined", ("device", unit.identity.device), {"bad": bad})

        self._room.store.write(work)
        report = self._room.store.read(_last) or examined
        return OpResult(report, frozenset({("health", "")}))

    @permitted
    def remove_orphans(self, actor: Actor) -> OpResult[int]:
        """Delete the files that no record of this store knows and return how many they were.

        What was written within the last hour stays. Raises `EnvironmentFault`.
        """
        files = self._room.files

        def work(unit: UnitOfWork) -> int:
            # Nothing is registered while this transaction lasts, so that no new file can be taken for one.
            known = files_with_a_record(unit)
            old = self._room.clock.now() - timedelta(seconds=YOUNG_S)
            gone = unit.note_stray_blobs(unit.stray_blobs(old))
            for blob, path, _size in list(files.listed(YOUNG_S)):
                if blob is None or blob not in known:
                    files.remove_file(path)
                    gone += 1
            unit.audit(actor, "health.orphans_removed", ("device", unit.identity.device), {"files": gone})
            return gone

        written = self._room.store.write(work)
        remove_disposed(self._room)
        return OpResult(written.value, frozenset({("health", "")}))

    # -- the parts ----------------------------------------------------------------------------------

    def _computer(self, progress: HealthProgress) -> Iterator[HealthFinding]:
        progress.enter(Area.SPACE)
        yield from self._room.machine.look()

    def _work(self, progress: HealthProgress) -> Iterator[HealthFinding]:
        progress.enter(Area.SYNC)
        room = self._room
        now = room.clock.now()

        def look(reader: Reader) -> tuple[HealthFinding, ...]:
            enrolled = reader.setting("sync.link") is not None
            contact = reader.outbox_status().last_contact_at
            left = sum(
                state.left for state in reader.number_blocks() if state.block.year == room.clock.today().year
            )
            return (
                _clock(reader.setting(CLOCK_OFFSET)),
                _sync(enrolled, contact, now),
                _numbers(left),
            )

        yield from room.store.read(look)
        if room.store.read(renewal_due) is not None:
            yield seen(Area.RECOVERY, Severity.BAD, "recovery.code_used", (), Mend.RENEW_CODE)
        progress.enter(Area.BACKUP)
        yield _backup(newest_backup_at(room), now)

    def _seals(self, progress: HealthProgress) -> Iterator[HealthFinding]:
        progress.enter(Area.SEALS)
        found = self._room.store.inspect(lambda reader: check_seals(reader, lambda: progress.cancelled))
        if found.wrong:
            names = ", ".join(found.wrong[:_MOST_NAMED])
            params: Params = (("count", len(found.wrong)), ("first", names))
            yield seen(Area.SEALS, Severity.BAD, "seals.differ", params, Mend.RESTORE)
        elif found.compared:
            yield seen(Area.SEALS, Severity.GOOD, "seals.whole", (("count", found.compared),))

    def _database(self, progress: HealthProgress) -> Iterator[HealthFinding]:
        progress.enter(Area.DATABASE)
        found = self._room.store.examine()
        if found.damaged:
            named = ", ".join(map(str, found.damaged[:_MOST_NAMED]))
            params: Params = (("count", len(found.damaged)), ("pages", named), ("of", found.pages))
            yield seen(Area.DATABASE, Severity.BAD, "database.pages", params, Mend.RESTORE)
        elif found.structure:
            params = (("detail", found.structure[:200]),)
            yield seen(Area.DATABASE, Severity.BAD, "database.structure", params, Mend.RESTORE)
        else:
            yield seen(Area.DATABASE, Severity.GOOD, "database.whole", (("pages", found.pages),))

    def _chains(self, progress: HealthProgress) -> Iterator[HealthFinding]:
        watch = CheckProgress()
        progress.enter(Area.CHAINS)
        progress.follow(watch)

        try:
            found = self._room.machine.check_chains(watch)
        except EnvironmentFault as fault:
            if fault.code != "store.damaged":
                raise
            yield seen(Area.CHAINS, Severity.BAD, "chains.unreadable", (), Mend.RESTORE)
            return
        # Of what the server remembers, a restored backup is the usual reason; nothing here need be damaged.
        told = [one for one in found if one.code in TOLD_BY_THE_SERVER]
        broken = [one for one in found if one.code not in TOLD_BY_THE_SERVER]
        if told:
            yield seen(Area.CHAINS, Severity.BAD, "chains.trail", (("count", len(told)),))
        if broken:
            first = broken[0]
            params = (
                ("count", len(broken)),
                ("code", first.code),
                ("table", first.table),
                ("key", first.key[:80]),
            )
            yield seen(Area.CHAINS, Severity.BAD, "chains.broken", params, Mend.RESTORE)
        if not found and not progress.cancelled:
            yield seen(Area.CHAINS, Severity.GOOD, "chains.whole", (("rows", watch.done),))

    def _evidence(self, progress: HealthProgress) -> Iterator[HealthFinding]:
        room = self._room
        wanted, elsewhere = room.store.read(
            lambda reader: (files_that_must_be_here(reader), files_elsewhere(reader))
        )
        progress.enter(Area.EVIDENCE, len(wanted))
        missing: list[str] = []
        damaged: list[str] = []
        for blob in wanted:
            if progress.cancelled:
                return
            try:
                room.files.verify(blob)
            except EnvironmentFault as fault:
                (missing if fault.code == "evidence.missing" else damaged).append(blob[:12])
            progress.done += 1
        params: Params
        for code, names in (("evidence.files_missing", missing), ("evidence.files_damaged", damaged)):
            if names:
                params = (("count", len(names)), ("first", ", ".join(names[:_MOST_NAMED])))
                yield seen(Area.EVIDENCE, Severity.BAD, code, params, Mend.RESTORE)
        if not missing and not damaged:
            yield seen(Area.EVIDENCE, Severity.GOOD, "evidence.whole", (("count", len(wanted)),))
        if elsewhere:
            params = (("count", elsewhere),)
            yield seen(Area.EVIDENCE, Severity.NOTE, "evidence.elsewhere", params, Mend.SYNC)

    def _orphans(self, progress: HealthProgress) -> Iterator[HealthFinding]:
        progress.enter(Area.ORPHANS)
        room = self._room
        # A page that just came may wait for its form to be saved.
        pages, bytes_of_pages = orphaned_pages(room, room.clock.now() - timedelta(seconds=YOUNG_S))
        known = room.store.read(files_with_a_record)
        sizes = [
            size for blob, _path, size in room.files.listed(YOUNG_S) if blob is None or blob not in known
        ]
        if pages:
            params: Params = (("count", pages), ("megabytes", -(-bytes_of_pages // _MEGABYTE)))
            yield seen(Area.ORPHANS, Severity.NOTE, "orphans.pages", params, Mend.REMOVE_ORPHANS)
        elif not sizes:
            yield seen(Area.ORPHANS, Severity.GOOD, "orphans.none")
        if not sizes:
            return
        params = (("count", len(sizes)), ("megabytes", -(-sum(sizes) // _MEGABYTE)))
        yield seen(Area.ORPHANS, Severity.NOTE, "orphans.found", params, Mend.REMOVE_ORPHANS)


def _last(reader: Reader) -> HealthReport | None:
    kept = reader.setting(LAST)
    try:
        examined = None if kept is None else from_plain(HealthReport, kept)
    except Malformed:
        examined = None  # written by another version; the next examination replaces it
    compared = last_comparison(reader)
    if examined is None or compared is None:
        return examined or compared
    at = max(examined.at, compared.at)
    return HealthReport(at, (*examined.findings, *compared.findings), examined.cancelled)


def _clock(offset: object) -> HealthFinding:
    if not isinstance(offset, int):
        return seen(Area.CLOCK, Severity.GOOD, "clock.unknown")
    if abs(offset) <= _MOST_OFFSET_S:
        return seen(Area.CLOCK, Severity.GOOD, "clock.right", (("seconds", abs(offset)),))
    code = "clock.ahead" if offset > 0 else "clock.behind"
    minutes = -(-abs(offset) // 60)
    return seen(Area.CLOCK, Severity.BAD, code, (("minutes", minutes),), Mend.SYNC)


def _sync(enrolled: bool, contact: datetime | None, now: datetime) -> HealthFinding:
    if not enrolled:
        return seen(Area.SYNC, Severity.NOTE, "sync.not_connected")
    if contact is None:
        return seen(Area.SYNC, Severity.NOTE, "sync.never", (), Mend.SYNC)
    days = (now - contact).days
    if days >= _SYNC_DAYS:
        return seen(Area.SYNC, Severity.NOTE, "sync.long_ago", (("days", days),), Mend.SYNC)
    hours = max(0, (now - contact).seconds // 3_600 + days * 24)
    return seen(Area.SYNC, Severity.GOOD, "sync.lately", (("hours", hours),))


def _numbers(left: int) -> HealthFinding:
    if left == 0:
        return seen(Area.NUMBERS, Severity.BAD, "numbers.none", (), Mend.SYNC)
    if left < _FEW_NUMBERS:
        return seen(Area.NUMBERS, Severity.NOTE, "numbers.few", (("left", left),), Mend.SYNC)
    return seen(Area.NUMBERS, Severity.GOOD, "numbers.enough", (("left", left),))


def _backup(newest: datetime | None, now: datetime) -> HealthFinding:
    if newest is None:
        return seen(Area.BACKUP, Severity.BAD, "backup.none", (), Mend.BACK_UP)
    days = max(0, (now - newest).days)
    if days >= _BACKUP_DAYS:
        return seen(Area.BACKUP, Severity.NOTE, "backup.old", (("days", days),), Mend.BACK_UP)
    return seen(Area.BACKUP, Severity.GOOD, "backup.recent", (("days", days),))
