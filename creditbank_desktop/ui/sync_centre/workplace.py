"""Registers the sync centre with the window."""

from __future__ import annotations

from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.sync_centre.desk import SyncCentreDesk
from creditbank_desktop.ui.sync_centre.page import SyncCentrePage
from creditbank_desktop.ui.theme.icons import Icon


def sync_workplace(desk: SyncCentreDesk) -> Workplace:
    """Return the workplace, which is open to everybody."""
    return Workplace(
        key="sync",
        title=tr("Sync centre"),
        icon=Icon.REFRESH,
        factory=lambda: SyncCentrePage(desk),
        roles=frozenset(),
        keys="F8",
        below=True,
    )
