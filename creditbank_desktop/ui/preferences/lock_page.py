"""How this computer guards itself while nobody sits at it.

``LockPage(desk)``: after how many minutes without a key it locks. Sync and backup go on meanwhile, and
unfinished work is kept.
"""

from __future__ import annotations

from PySide6.QtCore import Slot

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import may
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Card, Note
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import WorkplacePage
from creditbank_desktop.ui.theme.colours import Tone

LONG_MINUTES = 15


class LockPage(WorkplacePage):
    """The time to the lock; named in the module's text."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin without a time."""
        super().__init__()
        self._desk = desk
        self._kept: int | None = None
        self.may_set = may(desk.actor, "KeyService.set_lock_minutes")
        self.minutes = TextEdit()
        self.note = Note()
        self.form = Form()
        self.save = PrimaryButton(tr("Save"), key="Ctrl+Return")
        self._lay_out()
        self.save.clicked.connect(self._on_save_clicked)
        self.form.edited.connect(self._tell)
        if self.may_set:
            self.shortcuts.add_button(self.save, hint=True)

    def on_opened(self) -> None:
        """Read the time and go to it."""
        keys, actor = self._desk.services.keys, self._desk.actor
        self._desk.runner.run(lambda: keys.lock_minutes(actor), self._show, owner=self)
        self.minutes.setFocus()

    def _lay_out(self) -> None:
        card = Card(tr("Lock when nobody is here"))
        self.form.add(
            FieldRow(
                tr("&Minutes without a key"),
                self.minutes,
                field="minutes",
                required=True,
                hint=tr("Then the passphrase is asked for. Sync and backup go on, and work is kept."),
            )
        )
        self.form.add_widget(self.note)
        self.form.add_action(self.save)
        self.note.hide()
        self.minutes.setReadOnly(not self.may_set)
        self.save.setVisible(self.may_set)
        card.body.addWidget(self.form)
        self.body.addWidget(card, 1)

    def _show(self, minutes: int) -> None:
        self._kept = minutes
        self.minutes.setText(str(minutes))
        self._tell()

    def _typed(self) -> int | None:
        text = self.minutes.text().strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None

    @Slot()
    def _tell(self) -> None:
        minutes = self._typed()
        self.note.setVisible(minutes is not None and minutes > LONG_MINUTES)
        self.note.title.set_words(tr("That is long for a counter"))
        self.note.text.set_words(
            tr("Whoever walks by can work in your name until then. Ctrl+L locks at once.")
        )

    @Slot()
    def _on_save_clicked(self) -> None:
        minutes = self._typed()
        if minutes is None:
            self.form.show_problems([Problem("number.invalid", "minutes")])
            return
        if minutes == self._kept:
            self.noted.emit(tr("Nothing was changed."))
            return
        self._set(minutes, self._kept)

    def _set(self, minutes: int, before: int | None) -> None:
        keys, actor = self._desk.services.keys, self._desk.actor

        def undo() -> None:
            if before is not None:
                self._set(before, minutes)

        def done(result: OpResult[None]) -> None:
            self._show(minutes)
            self._desk.bus.announce(result.changes)
            told = tr("This computer locks after %n minute(s) without a key.", n=minutes)
            self.messages.show_notice(Notice(told, Tone.SUCCESS, undo=undo))
            # In a field Ctrl+Z would undo typing.
            self.save.setFocus()

        self._desk.runner.run(
            lambda: keys.set_lock_minutes(actor, minutes), done, owner=self.form, busy=self.save
        )
