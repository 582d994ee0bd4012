"""Registers backups with the settings."""

from __future__ import annotations

from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.safety.backup_desk import BackupDesk
from creditbank_desktop.ui.safety.backup_page import BackupPage
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def backup_section(desk: BackupDesk) -> Workplace:
    """Return the section, open to administrators and security officers."""
    roles = frozenset({Role.ADMINISTRATOR, Role.SECURITY_OFFICER})
    return Workplace("backup", tr("Backup"), Icon.SAVE, lambda: BackupPage(desk), roles)
