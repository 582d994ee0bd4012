"""Registers the settings with the window."""

from __future__ import annotations

from collections.abc import Sequence

from creditbank_desktop.domain.people import Role
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.settings.page import SectionGroup, SettingsPage
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def settings_workplace(groups: Sequence[SectionGroup], roles: frozenset[Role]) -> Workplace:
    """Return the workplace, open to whoever may open one of its sections."""
    needed = [section.roles for group in groups for section in group.sections]
    return Workplace(
        key="settings",
        title=tr("Settings"),
        icon=Icon.SETTINGS,
        factory=lambda: SettingsPage(groups, roles),
        # No roles mean everybody: one section of that kind opens the workplace to all.
        roles=frozenset().union(*needed) if all(needed) else frozenset(),
        keys="Ctrl+,",
        below=True,
    )
