"""Registers the office with the settings."""

from __future__ import annotations

from creditbank_desktop.services.roles import PERMITTED
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.office.page import OfficePage
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def office_section(desk: SettingsDesk) -> Workplace:
    """Return the section, open to whoever may change the card or propose what papers say."""
    roles = PERMITTED["IdentityService.configure_office"] | PERMITTED["ReferenceService.save"]
    return Workplace("office", tr("Office and papers"), Icon.BANK, lambda: OfficePage(desk), roles)
