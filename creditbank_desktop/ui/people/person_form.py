"""The form of one member of staff: who it is, what they may do, and the first passphrase of a new one.

``PersonForm()``: ``begin_new()``, ``show_row(row)``, ``typed()``, ``new_name()``. Buttons ``save``,
``cancel``, ``standing``. Signals: ``edited()``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.views_ledger import PersonForm as TypedPerson
from creditbank_desktop.services.views_office import NameChange
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import SecretEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Facts, Note, SectionTitle
from creditbank_desktop.ui.people.role_choice import RoleChoice
from creditbank_desktop.ui.people.rows import StaffRow, standing_words
from creditbank_desktop.ui.settings.sides import ChangeLine, word_moment


class PersonForm(Form):
    """One person; named in the module's text."""

    # In the side of a register labels stand above their editors.
    narrow_below_px = 640

    def __init__(self) -> None:
        """Begin with a new person."""
        super().__init__()
        self.login, self.name = TextEdit(), TextEdit()
        self.secret, self.again = SecretEdit(), SecretEdit()
        self.reason = TextEdit()
        self._called = ""
        self.roles = RoleChoice()
        self.facts = Facts()
        self.change = ChangeLine()
        self.save = PrimaryButton(tr("Save"), key="Ctrl+Return")
        self.cancel = SecondaryButton(tr("Cancel"), key="Escape")
        self.standing = SecondaryButton(tr("Deactivate"), key="Ctrl+D")
        self.reset = SecondaryButton(tr("New passphrase"), key="Ctrl+P")
        self.waiting = Note()
        self.confirm = SecondaryButton(tr("Let the signature count"), key="Ctrl+G")
        self.heading = SectionTitle("")
        self._rows = {
            "login": FieldRow(
                tr("Sign-in &name"),
                self.login,
                field="login",
                required=True,
                hint=tr("2 to 30 small letters, digits, dots or dashes; it stays for good."),
            ),
            "name": FieldRow(tr("Full na&me"), self.name, field="name", required=True),
            "reason": FieldRow(
                tr("&Why the name changes"),
                self.reason,
                field="reason",
                required=True,
                hint=tr("For example a marriage or a slip. Papers printed before keep the old name."),
            ),
            "passphrase": FieldRow(
                tr("First &passphrase"),
                self.secret,
                field="passphrase",
                required=True,
                hint=tr("Tell it to the person; they change it after the first sign-in."),
            ),
            "again": FieldRow(tr("Passphrase a&gain"), self.again, field="again", required=True),
            "roles": FieldRow(tr("&Roles"), self.roles, field="roles", required=True),
        }
        self.add_widget(self.heading)
        self.add_widget(self.facts)
        self.add_widget(self.waiting)
        self.add_widget(self.confirm)
        self.add_widget(self.reset)
        self.add(*self._rows.values())
        self.add_widget(self.change)
        self.add_side_action(self.standing)
        self.add_side_action(self.cancel)
        self.add_action(self.save)
        self.name.textChanged.connect(self._on_name_changed)

    def begin_new(self) -> None:
        """Show an empty form for a new person."""
        self.clear_problems()
        self._called = ""
        for editor in (self.login, self.name, self.secret, self.again, self.reason):
            editor.clear()
        self.roles.set_roles(())
        self.heading.set_words(tr("New person"))
        self.save.set_words(tr("Add"))
        self._show_parts(new=True)
        self.change.show_note(None)
        self.area.verticalScrollBar().setValue(0)
        self.login.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_row(self, row: StaffRow) -> None:
        """Show somebody who is there."""
        self.clear_problems()
        self._called = row.person.name
        self.reason.clear()
        self.login.setText(row.person.login)
        self.name.setText(row.person.name)
        self.name.setCursorPosition(0)
        self.roles.set_roles(row.person.roles)
        self.heading.set_words(row.person.name)
        self.save.set_words(tr("Save"))
        self.standing.set_words(tr("Deactivate") if row.person.active else tr("Reactivate"))
        self._show_parts(new=False)
        seen = word_moment(row.signed_in_at) if row.signed_in_at is not None else tr("Not on this computer")
        self.facts.set_facts(
            (
                (tr("Sign-in name"), row.person.login),
                (tr("Standing"), standing_words(row)),
                (tr("Last signed in"), seen),
                *((tr("Called before"), _told(change)) for change in row.names),
            )
        )
        self.change.show_note(row.change)
        self.reset.setVisible(row.person.active and not row.is_me)
        self.waiting.setVisible(row.key_waits)
        self.confirm.setVisible(row.key_waits)
        self.waiting.title.set_words(tr("A new signature waits"))
        self.waiting.text.set_words(
            tr("The passphrase was set anew here. Confirm only if you know that this person did it.")
        )

    def typed(self) -> TypedPerson:
        """Return what was typed."""
        return TypedPerson(self.login.text(), self.name.text(), self.secret.text(), self.roles.roles())

    def new_name(self) -> str:
        """Return what the person shown is to be called, "" when that stays."""
        typed = self.name.text().strip()
        return typed if self._called and typed != self._called else ""

    def own_problems(self) -> tuple[Problem, ...]:
        """Return what the form by itself finds wrong with a new person."""
        differs = self.secret.text() != self.again.text()
        return (Problem("passphrase.differs", "again"),) if differs else ()

    def _show_parts(self, *, new: bool) -> None:
        for field in ("login", "passphrase", "again"):
            self._rows[field].setVisible(new)
        self._rows["reason"].hide()
        self.facts.setVisible(not new)
        self.cancel.setVisible(new)
        for hidden in (self.waiting, self.confirm, self.reset):
            hidden.hide()
        self.standing.setVisible(not new)

    @Slot()
    def _on_name_changed(self) -> None:
        self._rows["reason"].setVisible(bool(self._called) and self.name.text().strip() != self._called)


def _told(change: NameChange) -> str:
    return f"{change.before} – {word_moment(change.at)}: {change.reason} ({change.by})"
