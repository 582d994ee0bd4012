"""The sections of the settings, each with what it works on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from creditbank_desktop.app.office import Session
from creditbank_desktop.app.printing_room import PrintingRoom
from creditbank_desktop.devices.files import write_whole
from creditbank_desktop.devices.printing import Printer, system_printer
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems
from creditbank_desktop.sync.face import SyncStatus
from creditbank_desktop.ui.audit.desk import AuditDesk
from creditbank_desktop.ui.audit.section import audit_section
from creditbank_desktop.ui.devices.section import devices_section
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.learner_import.section import learner_import_section
from creditbank_desktop.ui.office.section import office_section
from creditbank_desktop.ui.people.section import people_section
from creditbank_desktop.ui.preferences.section import preference_sections
from creditbank_desktop.ui.privacy.section import privacy_sections
from creditbank_desktop.ui.reference.section import reference_sections
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.safety.backup_desk import BackupDesk
from creditbank_desktop.ui.safety.backup_section import backup_section
from creditbank_desktop.ui.safety.health_desk import HealthDesk
from creditbank_desktop.ui.safety.health_section import health_section
from creditbank_desktop.ui.scanning.section import scanner_section
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.settings.page import SectionGroup
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds


def _ask_nothing() -> None:
    pass


def _stay(_path: str) -> None:
    """Stay where there is no way out of the window."""


@dataclass(frozen=True, slots=True)
class SectionRoom:
    """What every section may need of the window that it stands in.

    ``sync_status`` is called on a worker thread; ``deeds`` switch look and language; ``ask_restore``
    leaves the office so that the backup at a path can be put back.
    """

    session: Session
    runner: OperationRunner
    bus: ChangeBus
    sync_status: Callable[[], SyncStatus]
    deeds: AppearanceDeeds
    ask_restore: Callable[[str], None] = _stay
    open_place: Callable[[str], None] = _stay
    printer: Printer | None = None
    open_keys: Callable[[], None] = _ask_nothing


def section_groups(room: SectionRoom) -> tuple[SectionGroup, ...]:
    """Return all sections in the order of the list; a group without any is left out by the page."""
    return (
        SectionGroup(tr("Office"), _office_sections(room)),
        SectionGroup(tr("Reference data"), _reference_sections(room)),
        SectionGroup(tr("Safety"), _safety_sections(room)),
        SectionGroup(tr("This computer"), _computer_sections(room)),
    )


def settings_desk(room: SectionRoom) -> SettingsDesk:
    """Return what the sections that keep the office in order work with."""
    session = room.session
    return SettingsDesk(
        session.services, room.runner, room.bus, session.actor, session.room.clock, read_file, write_file
    )


def read_file(path: str, most_bytes: int) -> bytes:
    """Return what a file holds; raises `Problems` when it is too large and `EnvironmentFault`."""
    file = Path(path)
    try:
        if file.stat().st_size > most_bytes:
            most = max(1, most_bytes // 1_000_000)
            raise Problems([Problem("file.too_large", "file", {"name": file.name, "megabytes": most})])
        return file.read_bytes()
    except OSError as fault:
        reason = fault.strerror or ""
        raise EnvironmentFault("file.unreadable", path=path, reason=reason) from fault


def write_file(path: str, data: bytes) -> None:
    """Write a file in one step; raises `EnvironmentFault`."""
    write_whole(Path(path), data)


def _office_sections(room: SectionRoom) -> tuple[Workplace, ...]:
    """Return office card, people, devices and learners from a sheet."""
    desk = settings_desk(room)
    return (
        office_section(desk),
        people_section(desk),
        devices_section(desk, room.sync_status),
        learner_import_section(desk),
    )


def _reference_sections(room: SectionRoom) -> tuple[Workplace, ...]:
    """Return catalogues, phrases, holidays and deadlines."""
    return reference_sections(settings_desk(room))


def _safety_sections(room: SectionRoom) -> tuple[Workplace, ...]:
    """Return audit trail, privacy, backup and health."""
    return (
        *privacy_sections(settings_desk(room)),
        audit_section(_audit_desk(room)),
        backup_section(backup_desk(room)),
        health_section(_health_desk(room)),
    )


def _audit_desk(room: SectionRoom) -> AuditDesk:
    session = room.session
    return AuditDesk(session.services.audit, room.runner, room.bus, session.actor, write_file)


def _health_desk(room: SectionRoom) -> HealthDesk:
    session = room.session
    return HealthDesk(
        session.services.health,
        session.services.tables,
        session.services.backups,
        room.runner,
        room.bus,
        session.actor,
        session.room.clock,
        lambda: room.open_place("settings:backup"),
        lambda: room.open_place("sync"),
        room.open_keys,
    )


def backup_desk(room: SectionRoom) -> BackupDesk:
    """Return what the section of backups works with."""
    session = room.session
    services, clock = session.services, session.room.clock
    return BackupDesk(
        services.backups, services.exports, room.runner, room.bus, session.actor, clock, room.ask_restore
    )


def _computer_sections(room: SectionRoom) -> tuple[Workplace, ...]:
    """Return preferences, printers, stationery and the scanner."""
    printer = room.printer or system_printer(room.session.place.folder / "printed")
    printing = PrintingRoom(room.session, printer).desk()
    desk = settings_desk(room)
    return (*preference_sections(desk, room.deeds, printing), scanner_section(desk))
