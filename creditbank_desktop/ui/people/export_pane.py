"""Exporting the list of people: what for, then where to.

``ExportPane()``: ``begin()``, ``purpose``; buttons ``go`` and ``back``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from creditbank_desktop.services.views_office import StaffSheetWords
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.purpose import PurposePanel
from creditbank_desktop.ui.kit.surfaces import Card
from creditbank_desktop.ui.wording.names import ROLES


class ExportPane(Card):
    """Purpose and button; named in the module's text."""

    def __init__(self) -> None:
        """Begin without a purpose."""
        super().__init__(tr("Export the list of people"))
        self.purpose = PurposePanel()
        self.go = PrimaryButton(tr("Export"), key="Ctrl+Return")
        self.back = SecondaryButton(tr("Back"), key="Escape")
        actions = QHBoxLayout()
        actions.addWidget(self.back)
        actions.addStretch(1)
        actions.addWidget(self.go)
        self.body.addWidget(self.purpose)
        self.body.addStretch(1)
        self.body.addLayout(actions)

    def begin(self) -> None:
        """Begin anew and go to the purpose."""
        self.purpose.clear()
        self.purpose.choice.setFocus()


def staff_sheet_words() -> StaffSheetWords:
    """Return the words of the sheet in the language in force."""
    labels = (tr("Name"), tr("Sign-in name"), tr("Roles"), tr("Standing"), tr("Last signed in"))
    name, login, roles, standing, seen = (str(label) for label in labels)
    return StaffSheetWords(
        str(tr("People")),
        (name, login, roles, standing, seen),
        {code: str(tr(words)) for code, words in ROLES.items()},
        str(tr("Active")),
        str(tr("Deactivated")),
    )
