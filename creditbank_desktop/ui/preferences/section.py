"""Registers preferences, locking and printing with the settings."""

from __future__ import annotations

from creditbank_desktop.services.roles import EVERYBODY, PERMITTED
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.preferences.lock_page import LockPage
from creditbank_desktop.ui.preferences.personal_page import PersonalPage
from creditbank_desktop.ui.preferences.printing_desk import PrintingDesk
from creditbank_desktop.ui.preferences.printing_page import PrintingPage
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds
from creditbank_desktop.ui.theme.icons import Icon


def preference_sections(
    desk: SettingsDesk, deeds: AppearanceDeeds, printing: PrintingDesk
) -> tuple[Workplace, ...]:
    """Return what everybody sets for themselves, the lock and the printers of this computer."""
    return (
        Workplace(
            "personal", tr("You and your look"), Icon.USER, lambda: PersonalPage(desk, deeds), EVERYBODY
        ),
        Workplace(
            "lock", tr("Lock"), Icon.LOCK, lambda: LockPage(desk), PERMITTED["KeyService.set_lock_minutes"]
        ),
        Workplace(
            "printing",
            tr("Printing"),
            Icon.PRINTER,
            lambda: PrintingPage(desk, printing),
            PERMITTED["OfficeService.save_stationery"],
        ),
    )
