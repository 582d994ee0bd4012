"""What can be done with one device: call it otherwise, or shut it out.

``DeviceForm(may_rename, may_withdraw)``: ``show_device(card)``, ``name_text()``, ``reason_text()``. Buttons
``rename`` and ``withdraw``; withdrawing takes two steps, the second with a reason.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot

from creditbank_desktop.services.views_office import DeviceCard
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Note

_ASKING_PX, _QUIET_PX = 380, 150


class DeviceForm(Form):
    """Name and withdrawal; named in the module's text."""

    narrow_below_px = 640

    def __init__(self, *, may_rename: bool, may_withdraw: bool) -> None:
        """Begin without a device."""
        super().__init__()
        self._may_rename, self._may_withdraw = may_rename, may_withdraw
        self.is_sure = False
        self.name, self.reason = TextEdit(), TextEdit()
        self.name_row = FieldRow(tr("Device na&me"), self.name, field="name", required=True)
        self.reason_row = FieldRow(tr("&Why it is withdrawn"), self.reason, field="reason", required=True)
        self.warning = Note(
            tr("It can send and fetch no more"),
            tr(
                "From this computer's next sync on, the server refuses it in words. What it has not sent "
                "stays on it, for the security officer to look at. It comes back only by being enrolled anew."
            ),
        )
        self.rename = SecondaryButton(tr("Rename"), key="Ctrl+Shift+Return")
        self.withdraw = SecondaryButton(tr("Withdraw"), key="Ctrl+D")
        self.add(self.name_row)
        self.add_widget(self.warning)
        self.add(self.reason_row)
        self.add_side_action(self.withdraw)
        self.add_action(self.rename)

    def show_device(self, card: DeviceCard) -> None:
        """Show a device."""
        self.clear_problems()
        self.name.setText(card.name)
        self.name.setCursorPosition(0)
        self.reason.clear()
        self._ask(sure=False)
        self.name_row.setVisible(self._may_rename and card.is_known)
        self.rename.setVisible(self._may_rename and card.is_known)
        may_withdraw = self._may_withdraw and card.active and not card.is_this
        self.withdraw.setVisible(may_withdraw)
        self.setVisible(may_withdraw or (self._may_rename and card.is_known))

    @Slot()
    def make_sure(self) -> None:
        """Ask why before the device is withdrawn."""
        self._ask(sure=True)
        QTimer.singleShot(0, self.reason, self.reason.setFocus)

    def _ask(self, *, sure: bool) -> None:
        self.is_sure = sure
        self.warning.setVisible(sure)
        self.reason_row.setVisible(sure)
        # It stands in an area that scrolls already; a second one inside would hide what is asked.
        self.setMinimumHeight(_ASKING_PX if sure else _QUIET_PX)
