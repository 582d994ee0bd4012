"""The form by which an administrator connects this computer to a server.

``ConnectForm()``: fields ``address`` and ``code``, buttons ``connect_button`` and ``cancel_button``. Signals:
``submitted(str, str)`` with address and code, ``cancelled()``.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label


class ConnectForm(Form):
    """Address and enrolment code; named in the module's text."""

    submitted = Signal(str, str)
    cancelled = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.address = TextEdit("https://server.example")
        self.code = TextEdit()
        self.connect_button = PrimaryButton(tr("Connect"), key="Ctrl+Return")
        self.cancel_button = SecondaryButton(tr("Cancel"), key="Escape")
        self.add_section(tr("Connect this computer to a server"))
        self.add_widget(
            Label(
                tr("The server's administrator gives out the address and a code that counts once."),
                "secondary",
                wrap=True,
            )
        )
        self.add(
            FieldRow(tr("&Address"), self.address, field="address", required=True),
            FieldRow(tr("&Enrolment code"), self.code, field="code", required=True),
        )
        self.add_side_action(self.cancel_button)
        self.add_action(self.connect_button)
        self.connect_button.clicked.connect(self._on_connect_button_clicked)
        self.cancel_button.clicked.connect(self.cancelled)

    @Slot()
    def _on_connect_button_clicked(self) -> None:
        if not self.check():
            self.submitted.emit(self.address.text(), self.code.text())
