"""Registers the tables of reference data with the settings."""

from __future__ import annotations

from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.roles import PERMITTED
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.reference.calendar_page import CalendarPage
from creditbank_desktop.ui.reference.deadlines import DeadlineReading
from creditbank_desktop.ui.reference.page import TablesPage
from creditbank_desktop.ui.reference.panel import Table
from creditbank_desktop.ui.reference.proposals import ProposalsPage
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon

CATALOGUE_TABLES = (
    Table(ReferenceKind.CERTIFICATE, part="outcome_type"),
    Table(ReferenceKind.CONTEST, part="level"),
    Table(ReferenceKind.MOOC_PLATFORM),
    Table(ReferenceKind.COURSE),
    Table(ReferenceKind.ISSUER, part="issuer_kind"),
)


def reference_sections(desk: SettingsDesk) -> tuple[Workplace, ...]:
    """Return catalogues, phrases, days off, deadlines and what waits for approval.

    Open to whoever may change or settle something; the same data is looked up where it is worked with.
    """
    roles = PERMITTED["ReferenceService.save"] | PERMITTED["ProposalService.approve"]
    return (
        Workplace(
            "catalogues",
            tr("Catalogues"),
            Icon.CERTIFICATE,
            lambda: TablesPage(desk, CATALOGUE_TABLES),
            roles,
        ),
        Workplace(
            "phrases",
            tr("Phrase book"),
            Icon.MESSAGE,
            lambda: TablesPage(desk, (Table(ReferenceKind.PHRASE, part="purpose"),)),
            roles,
        ),
        Workplace("calendar", tr("Days off"), Icon.CALENDAR, lambda: CalendarPage(desk), roles),
        Workplace(
            "deadlines",
            tr("Deadlines"),
            Icon.CLOCK,
            lambda: TablesPage(desk, (DeadlineReading(desk).table(),)),
            roles,
        ),
        Workplace("approvals", tr("Approvals"), Icon.CHECKLIST, lambda: ProposalsPage(desk), roles),
    )
