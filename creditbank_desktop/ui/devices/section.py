"""Registers devices and numbers with the settings."""

from __future__ import annotations

from collections.abc import Callable

from creditbank_desktop.services.roles import PERMITTED
from creditbank_desktop.sync.face import SyncStatus
from creditbank_desktop.ui.devices.page import DevicesPage
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def devices_section(desk: SettingsDesk, sync_status: Callable[[], SyncStatus]) -> Workplace:
    """Return the section, open to whoever may see the devices."""
    return Workplace(
        "devices",
        tr("Devices"),
        Icon.DEVICE,
        lambda: DevicesPage(desk, sync_status),
        PERMITTED["OfficeRecordsService.devices"],
    )
