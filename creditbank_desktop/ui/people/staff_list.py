"""The server's signed list of staff: who is on it, and enrolling them here by code and passphrase.

``StaffListPane()``: ``show_list(view)``, ``chosen()``, ``code.text()``, ``secret()``. Buttons ``enrol``,
``take`` (a list that came on a stick) and ``back``.
"""

from __future__ import annotations

from PySide6.QtCore import Slot

from creditbank_desktop.domain.failures import Problem, Refused
from creditbank_desktop.services.views_keys import ListedPerson, StaffListView
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import SecretEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Label, Note, SectionTitle
from creditbank_desktop.ui.settings.sides import word_moment
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.failures import word_refused
from creditbank_desktop.ui.wording.names import word_role


class StaffListPane(Form):
    """List and form; named in the module's text."""

    # In the side of a register labels stand above their editors.
    narrow_below_px = 640

    def __init__(self) -> None:
        """Begin without a list."""
        super().__init__()
        self.title = SectionTitle(tr("From the server's list"))
        self.told = Label("", "secondary", wrap=True)
        self.refused = Note()
        self.table: KeysetTable[ListedPerson] = KeysetTable(
            (
                Column(tr("Name"), lambda row: row.name, 84, strong=True),
                Column(tr("Roles"), lambda row: " · ".join(str(word_role(role)) for role in row.roles)),
                Column(tr("Here"), lambda row: str(_here(row)), 110, chip=_tone),
            ),
            name=tr("The server's list"),
        )
        self.table.set_empty_text(tr("No list has come from the server yet. Sync, or take one from a file."))
        self.table.setMinimumHeight(150)
        self.code = TextEdit()
        self.first, self.again = SecretEdit(), SecretEdit()
        self.enrol = PrimaryButton(tr("Enrol"), key="Ctrl+Return")
        self.take = SecondaryButton(tr("From a file"), key="Ctrl+O", icon=Icon.FOLDER)
        self.back = SecondaryButton(tr("Back"), key="Escape")
        self._lay_out()
        self.table.row_chosen.connect(self._on_table_row_chosen)

    def show_list(self, view: StaffListView) -> None:
        """Show who is on the list."""
        issued = "–" if view.issued_at is None else word_moment(view.issued_at)
        self.told.set_words(tr("List {version} of {when}").format(version=view.version, when=issued))
        self.told.setVisible(view.issued_at is not None)
        self.refused.setVisible(bool(view.refused))
        self.refused.title.set_words(tr("A later list was turned away"))
        self.refused.text.set_words(word_refused(Refused(view.refused)) if view.refused else "")
        rows = sorted(view.people, key=lambda person: not person.can_enrol)
        self.table.load(ListSource(rows, lambda row: row.login), select_first=True)
        self._on_table_row_chosen(self.table.selected())

    def chosen(self) -> ListedPerson | None:
        """Return who is chosen, if they can be enrolled."""
        row = self.table.selected()
        return row if row is not None and row.can_enrol else None

    def is_filled(self) -> bool:
        """Show what is wrong by itself and return whether nothing is."""
        if self.check():
            return False
        if self.first.text() != self.again.text():
            self.show_problems((Problem("passphrase.differs", "again"),))
            return False
        return True

    def secret(self) -> str:
        """Return the passphrase that was typed."""
        return self.first.text()

    def forget(self) -> None:
        """Forget what was typed."""
        for editor in (self.code, self.first, self.again):
            editor.clear()
        self.clear_problems()

    def _lay_out(self) -> None:
        self._typed = (
            FieldRow(
                tr("Enrolment &code"),
                self.code,
                field="code",
                required=True,
                hint=tr("The person got it from the server's administrator and types it here."),
            ),
            FieldRow(tr("Their &passphrase"), self.first, field="passphrase", required=True),
            FieldRow(tr("Passphrase a&gain"), self.again, field="again", required=True),
        )
        for widget in (self.title, self.told, self.refused, self.table):
            self.add_widget(widget)
        self.add(*self._typed)
        self.add_side_action(self.back)
        self.add_side_action(self.take)
        self.add_action(self.enrol)

    @Slot(object)
    def _on_table_row_chosen(self, _row: object) -> None:
        can_enrol = self.chosen() is not None
        for row in self._typed:
            row.setVisible(can_enrol)
        self.enrol.setVisible(can_enrol)


def _here(row: ListedPerson) -> str:
    if row.person is not None:
        return tr("Enrolled")
    return tr("Can be enrolled") if row.can_enrol else tr("No code")


def _tone(row: ListedPerson) -> Tone:
    if row.person is not None:
        return Tone.SUCCESS
    return Tone.INFO if row.can_enrol else Tone.NEUTRAL
