"""The sections of the settings, each with what it works on."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.app.office import Session
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.settings.page import SectionGroup
from creditbank_desktop.ui.shell.workplaces import Workplace


@dataclass(frozen=True, slots=True)
class SectionRoom:
    """What every section may need of the window that it stands in."""

    session: Session
    runner: OperationRunner
    bus: ChangeBus


def section_groups(room: SectionRoom) -> tuple[SectionGroup, ...]:
    """Return all sections in the order of the list; a group without any is left out by the page."""
    return (
        SectionGroup(tr("Office"), _office_sections(room)),
        SectionGroup(tr("Reference data"), _reference_sections(room)),
        SectionGroup(tr("Safety"), _safety_sections(room)),
        SectionGroup(tr("This computer"), _computer_sections(room)),
    )


def _office_sections(_room: SectionRoom) -> tuple[Workplace, ...]:
    """Return office card, people and devices."""
    return ()


def _reference_sections(_room: SectionRoom) -> tuple[Workplace, ...]:
    """Return catalogues, phrases, holidays and deadlines."""
    return ()


def _safety_sections(_room: SectionRoom) -> tuple[Workplace, ...]:
    """Return audit trail, privacy, backup and health."""
    return ()


def _computer_sections(_room: SectionRoom) -> tuple[Workplace, ...]:
    """Return preferences, printers and stationery."""
    return ()
