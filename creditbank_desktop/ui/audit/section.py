"""Registers the audit trail with the settings."""

from __future__ import annotations

from creditbank_desktop.services.roles import PERMITTED
from creditbank_desktop.ui.audit.desk import AuditDesk
from creditbank_desktop.ui.audit.page import AuditPage
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def audit_section(desk: AuditDesk) -> Workplace:
    """Return the section, open to administrators and security officers."""
    return Workplace(
        "audit", tr("Audit trail"), Icon.HISTORY, lambda: AuditPage(desk), PERMITTED["AuditService.page"]
    )
