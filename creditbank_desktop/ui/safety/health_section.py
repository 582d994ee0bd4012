"""Registers health with the settings."""

from __future__ import annotations

from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.safety.health_desk import HealthDesk
from creditbank_desktop.ui.safety.health_page import HealthPage
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def health_section(desk: HealthDesk) -> Workplace:
    """Return the section, open to administrators and security officers."""
    roles = frozenset({Role.ADMINISTRATOR, Role.SECURITY_OFFICER})
    return Workplace("health", tr("Health"), Icon.CHECKLIST, lambda: HealthPage(desk), roles)
