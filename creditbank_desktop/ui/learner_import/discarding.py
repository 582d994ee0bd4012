"""The button that forgets the rows kept of a sheet, once it was pressed a second time.

``DiscardButton()``: ``told`` says what is lost, and ``sure`` is sent by the second press; whatever else gets
the focus in between keeps the rows. ``begin(loses_way_back)`` starts over.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent

from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.surfaces import Label


class DiscardButton(SecondaryButton):
    """Forgets kept rows; named in the module's text."""

    sure = Signal()

    def __init__(self) -> None:
        """Begin unpressed."""
        super().__init__(tr("Discard"), key="Ctrl+D")
        self.told = Label("", "warning", wrap=True)
        self.told.hide()
        self._loses_way_back = False
        self._asked = False
        self.clicked.connect(self._on_clicked)

    def begin(self, *, loses_way_back: bool) -> None:
        """Ask anew; ``loses_way_back`` says that the import could still be taken back as a whole."""
        self._loses_way_back = loses_way_back
        self._ask(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the rows: somebody went on to something else."""
        super().focusOutEvent(event)
        self._ask(False)

    @Slot()
    def _on_clicked(self) -> None:
        if self._asked:
            self._ask(False)
            self.sure.emit()
        else:
            self.setFocus()
            self._ask(True)

    def _ask(self, asked: bool) -> None:
        self._asked = asked
        if self._loses_way_back:
            words = tr(
                "Every row kept of this sheet goes for good, and the import can no longer be taken back as a "
                "whole. Press Ctrl+D again to discard them; anything else keeps them."
            )
        else:
            words = tr(
                "Every row kept of this sheet goes for good, with its problems. Press Ctrl+D again to "
                "discard them; anything else keeps them."
            )
        self.told.set_words(words)
        self.told.setVisible(asked)
