"""What the server found about the audit trail, one at a time, and taking note of it with a reason.

``WarningBar(may_note=…)``: ``show_warnings(warnings)``, ``clear()``, ``show_problems(problems)``; button
``note``. Signals: ``noted(int, str)``, the countersignature's number and the reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.views_audit import TrailWarning
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import SecondaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.surfaces import Note
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.audit_words import word_warning


class WarningBar(QWidget):
    """Named in the module's text."""

    noted = Signal(int, str)

    def __init__(self, *, may_note: bool) -> None:
        """Begin without warnings; ``may_note`` shows the field for the reason."""
        super().__init__()
        self._warnings: tuple[TrailWarning, ...] = ()
        self.told = Note()
        self.reason = TextEdit(tr("What happened, for example: restored after a disk failed"))
        self.row = FieldRow(tr("&Reason"), self.reason, field="reason", required=True)
        self.note = SecondaryButton(tr("Take note"), icon=Icon.CHECK)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.row, 1)
        line.addWidget(self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.told)
        layout.addLayout(line)
        self.row.setVisible(may_note)
        self.note.setVisible(may_note)
        self.note.clicked.connect(self._on_note_clicked)
        self.reason.returnPressed.connect(self._on_note_clicked)
        self.hide()

    def show_warnings(self, warnings: Sequence[TrailWarning]) -> None:
        """Show the oldest of them, or nothing where there are none."""
        self._warnings = tuple(warnings)
        self.setVisible(bool(warnings))
        if warnings:
            self.told.title.set_words(tr("The server found %n thing(s) about this trail", n=len(warnings)))
            self.told.text.set_words(word_warning(warnings[0]))

    def show_problems(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Show what is wrong with the reason and return the rest."""
        self.row.show_problems([one for one in problems if one.field == "reason"])
        return [one for one in problems if one.field != "reason"]

    def clear(self) -> None:
        """Forget what was typed."""
        self.reason.clear()
        self.row.clear_problems()

    @Slot()
    def _on_note_clicked(self) -> None:
        if self._warnings:
            self.row.clear_problems()
            self.noted.emit(self._warnings[0].number, self.reason.text().strip())
