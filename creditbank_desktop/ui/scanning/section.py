"""Registers the scanner of this computer with the settings."""

from __future__ import annotations

from creditbank_desktop.services.roles import PERMITTED
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.scanning.scanner_page import ScannerPage
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def scanner_section(desk: SettingsDesk) -> Workplace:
    """Return the section of the scanner, for whoever may set how this computer scans."""
    return Workplace(
        "scanner",
        tr("Scanner"),
        Icon.SCAN,
        lambda: ScannerPage(desk),
        PERMITTED["ScanService.set_profile"],
    )
