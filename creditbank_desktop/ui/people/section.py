"""Registers the people of the office with the settings."""

from __future__ import annotations

from creditbank_desktop.services.roles import ADMINISTRATORS
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.people.page import PeoplePage
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def people_section(desk: SettingsDesk) -> Workplace:
    """Return the section, open to administrators."""
    return Workplace(
        "people", tr("People and roles"), Icon.LEARNERS, lambda: PeoplePage(desk), ADMINISTRATORS
    )
