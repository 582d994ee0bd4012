"""Backups as people see them: when one is due, where they lie, which there are."""

from __future__ import annotations

from datetime import datetime, timedelta

from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.backups import BackupKind, Keeping, Work, is_due, working_days_since
from creditbank_desktop.domain.codec import Malformed, from_plain, to_plain
from creditbank_desktop.domain.failures import Problem, stop_on_errors
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_backup import (
    BackupList,
    BackupSettings,
    BackupView,
    MadeBackup,
    PlaceView,
)
from creditbank_desktop.services.workroom import Workroom

SETTINGS = "backup.settings"
MOST_KEPT = 60


class BackupService:
    """Reads and decides about backups; the work itself is done by the port."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def settings(self, actor: Actor) -> BackupSettings:
        """Return what was decided about backups on this device."""
        return self._room.store.read(_settings)

    @permitted
    def save_settings(self, actor: Actor, settings: BackupSettings) -> OpResult[None]:
        """Keep what was decided.

        Raises `Problems`: ``backup.folder_…`` (field folder) for a place that cannot be used, ``backup.kept``
        (fields days, weeks, months; least, most).
        """
        found = _folder_problems(self._room, settings.folder)
        found.extend(
            Problem("backup.kept", name, {"least": 1, "most": MOST_KEPT})
            for name in ("days", "weeks", "months")
            if not 1 <= getattr(settings, name) <= MOST_KEPT
        )
        stop_on_errors(found)
        self._room.backups.remember(settings.folder)

        def work(unit: UnitOfWork) -> None:
            unit.set_setting(SETTINGS, to_plain(settings))
            detail = {"elsewhere": int(bool(settings.folder)), "automatic": int(settings.automatic)}
            unit.audit(actor, "backup.configured", ("device", unit.identity.device), detail)

        written = self._room.store.write(work)
        return OpResult(None, written.changes | {("backup", "")})

    @permitted
    def backups(self, actor: Actor) -> BackupList:
        """Return the backups within reach, and how much is in none of them."""
        room = self._room
        found, places = room.backups.found(self.settings(actor).folder)
        newest = _newest(found)
        unsaved, _day = room.store.read(lambda reader: reader.operations_behind(_held(newest)))
        last = None if newest is None else newest.made_at.astimezone().date()
        days = working_days_since(last, room.clock.today(), room.calendar)
        return BackupList(found, places, unsaved, None if newest is None else newest.made_at, days)

    @permitted
    def make(self, actor: Actor, progress: BackupProgress, folder: str | None = None) -> OpResult[MadeBackup]:
        """Make a backup now, in ``folder`` or else in the second folder if there is one, and check it.

        Raises `Refused` ("backup.running", "backup.cancelled") and `EnvironmentFault` ("backup.target_…", …).
        """
        settings = self.settings(actor)
        place = settings.folder if folder is None else folder
        made = self._room.backups.make(BackupKind.ASKED, place, _keeping(settings), progress)

        def work(unit: UnitOfWork) -> None:
            unit.audit(actor, "backup.made", ("device", unit.identity.device), _detail(made))

        self._room.store.write(work)
        return OpResult(made, frozenset({("backup", "")}))

    @permitted
    def make_if_due(
        self, actor: Actor, idle: timedelta, progress: BackupProgress
    ) -> OpResult[MadeBackup | None]:
        """Make a backup if one is due and nobody has worked for so long; otherwise do nothing.

        A second folder that is away or full is told in the result, and tried again the next time. Raises as
        `make`.
        """
        settings = self._room.store.read(_settings)
        if not settings.automatic or not self._is_due(settings, idle):
            return OpResult(None)
        made = self._room.backups.make(BackupKind.DAILY, settings.folder, _keeping(settings), progress)

        def work(unit: UnitOfWork) -> None:
            unit.audit_program("backup.made", ("device", unit.identity.device), _detail(made))

        self._room.store.write(work)
        return OpResult(made, frozenset({("backup", "")}))

    @permitted
    def is_unsaved(self, actor: Actor) -> bool:
        """Return whether anything was done that no good backup holds: what closing the program asks."""
        settings = self._room.store.read(_settings)
        if not settings.automatic:
            return False
        return self._is_due(settings, timedelta.max, closing=True)

    @permitted
    def check(self, actor: Actor, path: str, progress: BackupProgress) -> OpResult[None]:
        """Read a backup from beginning to end.

        Raises `EnvironmentFault` ("backup.damaged", "backup.other_key", "evidence.damaged", …).
        """
        self._room.backups.check(path, progress)

        def work(unit: UnitOfWork) -> None:
            unit.audit(actor, "backup.checked", ("device", unit.identity.device))

        self._room.store.write(work)
        return OpResult(None, frozenset({("backup", "")}))

    def _is_due(self, settings: BackupSettings, idle: timedelta, *, closing: bool = False) -> bool:
        room = self._room
        found, places = room.backups.found(settings.folder)
        if settings.folder and _is_usable(settings.folder, places):
            # What was saved on this computer meanwhile still has to come to the second folder.
            found = tuple(one for one in found if one.is_elsewhere)
        newest = _newest(found)
        unsaved, first_day = room.store.read(lambda reader: reader.operations_behind(_held(newest)))
        if closing:
            return unsaved > 0
        earlier = first_day is not None and first_day < room.clock.today()
        work = Work(unsaved > 0, earlier, None if newest is None else newest.made_at, idle)
        return is_due(work, room.clock.now())


def newest_backup_at(room: Workroom) -> datetime | None:
    """Return the moment of this device's newest good backup within reach, None for none."""
    found, _places = room.backups.found(room.store.read(_settings).folder)
    newest = _newest(found)
    return None if newest is None else newest.made_at


def _folder_problems(room: Workroom, folder: str) -> list[Problem]:
    code = room.backups.problem_with(folder) if folder else ""
    return [Problem(code, "folder", {"path": folder})] if code else []


def _settings(reader: Reader) -> BackupSettings:
    kept = reader.setting(SETTINGS)
    if kept is None:
        return BackupSettings()
    try:
        return from_plain(BackupSettings, kept)
    except Malformed:
        return BackupSettings()  # written by a later version with more in it


def _keeping(settings: BackupSettings) -> Keeping:
    return Keeping(settings.days, settings.weeks, settings.months)


def _newest(views: tuple[BackupView, ...]) -> BackupView | None:
    return next((one for one in views if one.is_own and one.has_files and not one.fault), None)


def _held(newest: BackupView | None) -> int:
    return 0 if newest is None else newest.operations


def _is_usable(folder: str, places: tuple[PlaceView, ...]) -> bool:
    return any(place.path == folder and not place.fault for place in places)


def _detail(made: MadeBackup) -> dict[str, str | int]:
    backup = made.backup
    detail: dict[str, str | int] = {
        "elsewhere": int(backup.is_elsewhere),
        "files": backup.files,
        "operations": backup.operations,
    }
    return {**detail, "fault": made.fault} if made.fault else detail
