"""Letting somebody in who is enrolled on another computer of the office: their card and their passphrase.

``CardPane(desk)``: ``begin()``, ``forget()``. Button ``back``; signals: ``taken(object)`` with the result
that names the person.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import SecretEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label, SectionTitle
from creditbank_desktop.ui.safety.folder_edit import FolderEdit
from creditbank_desktop.ui.settings.desk import SettingsDesk

_LARGEST_CARD_BYTES = 100_000
_ABOUT_THE_CARD = ("person_card.", "file.")


class CardPane(Form):
    """File, passphrase and button; named in the module's text."""

    taken = Signal(object)
    # In the side of a register labels stand above their editors.
    narrow_below_px = 640

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin without a card."""
        super().__init__()
        self._desk = desk
        self.card = FolderEdit(self._which_file, tr("Choose a file"), key="Ctrl+O")
        self.secret = SecretEdit()
        self.go = PrimaryButton(tr("Read the card in"), key="Ctrl+Return")
        self.back = SecondaryButton(tr("Back"), key="Escape")
        self.add_widget(SectionTitle(tr("Read a card in")))
        words = tr(
            "For somebody who signs in on another computer of this office already. They save their card "
            "there, under Settings, You and your look, and type their passphrase here themselves."
        )
        self.add_widget(Label(words, "secondary", wrap=True))
        self.add(
            FieldRow(tr("Ca&rd"), self.card, field="card", required=True),
            FieldRow(tr("Their pass&phrase"), self.secret, field="passphrase", required=True),
        )
        self.add_side_action(self.back)
        self.add_action(self.go)
        self.go.clicked.connect(self._on_go_clicked)

    def begin(self) -> None:
        """Begin anew and go to the card."""
        self.forget()
        self.card.set_text("")
        self.clear_problems()
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget the passphrase that was typed."""
        self.secret.clear()

    def _which_file(self, parent: QWidget, _present: str) -> str:
        return self._desk.choose_open(parent, f"{tr('Cards')} (*.json)")

    @Slot()
    def _on_go_clicked(self) -> None:
        if self.check():
            return
        desk, path, passphrase = self._desk, self.card.text(), self.secret.text()

        def work() -> OpResult[PersonId]:
            try:
                data = desk.read_file(path, _LARGEST_CARD_BYTES)
                return desk.services.keys.import_card(desk.actor, data, passphrase)
            except EnvironmentFault as fault:
                if not fault.code.startswith(_ABOUT_THE_CARD):
                    raise
                raise Problems([Problem(fault.code, "card", fault.params)]) from fault
            except Problems as found:
                raise Problems([replace(one, field="card") for one in found.problems]) from found

        desk.runner.run(work, self.taken.emit, owner=self, on_refused=self._on_refused, busy=self.go)

    def _on_refused(self, refused: Refused) -> None:
        field = "card" if refused.code.startswith(_ABOUT_THE_CARD) else "passphrase"
        self.show_problems((Problem(refused.code, field, refused.params),))
