"""Registers the statements workplace with the window."""

from __future__ import annotations

from creditbank_desktop.services.roles import PERMITTED
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.statements.desk import StatementsDesk
from creditbank_desktop.ui.statements.page import StatementsPage
from creditbank_desktop.ui.theme.icons import Icon


def statements_workplace(desk: StatementsDesk) -> Workplace:
    """Return the workplace for those who may issue statements."""
    return Workplace(
        key="statements",
        title=tr("Statements"),
        icon=Icon.PRINTER,
        factory=lambda: StatementsPage(desk),
        roles=PERMITTED["IssuingService.statement"],
        keys="F4",
    )
