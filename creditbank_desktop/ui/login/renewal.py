"""The dialog that asks for a new recovery code, because the one in the safe was used.

``RenewalDialog(desk, renewal, may_wait=…)``: a new code is made, shown and saved as the page for the safe;
with ``may_wait`` it can be put off, once. ``renew``, ``save_sheet``, ``later``, ``close_button``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.services.renewal_service import RenewalService
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.messages import MessageBar
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.login.my_keys import MyKeysDesk
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone

SIZE = (560, 320)


class RenewalDialog(QDialog):
    """Named in the module's text."""

    def __init__(
        self, desk: MyKeysDesk, renewal: RenewalService, parent: QWidget | None = None, *, may_wait: bool
    ) -> None:
        """Ask."""
        super().__init__(parent)
        self._desk = desk
        self._renewal = renewal
        self._may_wait = may_wait
        self._code = ""
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        say(self.setWindowTitle, tr("A new recovery code"))
        self.messages = MessageBar()
        self.words = Label(
            tr(
                "The recovery code was used, so it is no secret any more. Make a new one now, print its page "
                "and put it into the safe; the old code then opens nothing."
            ),
            wrap=True,
        )
        self.once = Label("", "secondary", wrap=True)
        self.code = Label("", "title", wrap=True, selectable=True)
        self.renew = PrimaryButton(tr("Make a new recovery code"), key="Ctrl+N")
        self.save_sheet = PrimaryButton(tr("Save the page for the safe"), key="Ctrl+P")
        self.later = SecondaryButton(tr("Later"), key="Escape")
        self.close_button = SecondaryButton(tr("Close"), key="Ctrl+Return")
        self._lay_out()
        self.renew.clicked.connect(self._on_renew_clicked)
        self.save_sheet.clicked.connect(self._on_save_sheet_clicked)
        self.later.clicked.connect(self.reject)
        self.close_button.clicked.connect(self.accept)
        self.resize(*SIZE)

    @Slot()
    def reject(self) -> None:
        """Put it off where that is still possible; a code that was made must be seen to the end."""
        if self._code or not self._may_wait:
            return
        renewal, actor = self._renewal, self._desk.actor
        self._desk.runner.run(lambda: renewal.postpone(actor), self._on_postponed, owner=self)

    def show_notice(self, notice: Notice) -> None:
        """Show a sentence above the question."""
        self.messages.show_notice(notice)

    def _lay_out(self) -> None:
        self.once.set_words(
            tr("It can be put off once, to the next sign-in.")
            if self._may_wait
            else tr("It was put off before, so it is time now.")
        )
        for widget in (self.code, self.save_sheet, self.close_button):
            widget.hide()
        self.later.setVisible(self._may_wait)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        for button in (self.close_button, self.save_sheet, self.renew):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.messages)
        layout.addWidget(self.words)
        layout.addWidget(self.once)
        layout.addWidget(self.code)
        layout.addStretch(1)
        layout.addLayout(buttons)

    @Slot()
    def _on_renew_clicked(self) -> None:
        keys, actor = self._desk.keys, self._desk.actor
        self._desk.runner.run(
            lambda: keys.renew_recovery(actor), self._on_renewed, owner=self, busy=self.renew
        )

    def _on_renewed(self, made: OpResult[str]) -> None:
        self._desk.bus.announce(made.changes)
        self._code = made.value
        self.code.setText(made.value.replace("-", " "))
        say(self.code.setAccessibleName, tr("Recovery code"))
        self.once.set_words(
            tr("The old code opens nothing any more. Print the page, put it into the safe, delete the file.")
        )
        for widget in (self.renew, self.later):
            widget.hide()
        for shown in (self.code, self.save_sheet, self.close_button):
            shown.show()
        self.save_sheet.setFocus()

    @Slot()
    def _on_save_sheet_clicked(self) -> None:
        desk, code = self._desk, self._code
        path = desk.choose(self, "recovery-code.pdf")
        if path:
            self._desk.runner.run(
                lambda: desk.write(path, desk.sheet(code)), self._on_saved, owner=self, busy=self.save_sheet
            )

    def _on_saved(self, _nothing: None) -> None:
        words = tr("The page was saved. Print it, put it into the safe, delete the file.")
        self.show_notice(Notice(words, Tone.SUCCESS))
        self.close_button.setFocus()

    def _on_postponed(self, result: OpResult[None]) -> None:
        self._desk.bus.announce(result.changes)
        super().reject()
