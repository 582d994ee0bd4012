"""What tests of the settings do to a page that keys cannot: answer the dialogs of the system."""

from __future__ import annotations

from dataclasses import replace

from creditbank_desktop.ui.settings.desk import SettingsDesk


def answering(desk: SettingsDesk, path: object) -> SettingsDesk:
    """Return the same desk whose dialogs for files answer ``path``."""
    return replace(
        desk,
        choose_save=lambda _parent, _name, _kind: str(path),
        choose_open=lambda _parent, _kind: str(path),
    )
