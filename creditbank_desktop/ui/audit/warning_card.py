"""What the server found about the audit trail, one at a time, and taking note of it with a reason.

``WarningCard(may_note=…)``: ``show_warnings(warnings)``, ``clear()``, ``show_problems(problems)``; buttons
``note`` and ``back``. Signals: ``noted(int, str)``, the countersignature's number and the reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.views_audit import TrailWarning
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.surfaces import Card, Label, UprightArea
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.audit_words import word_warning


class WarningCard(Card):
    """Named in the module's text."""

    noted = Signal(int, str)

    def __init__(self, *, may_note: bool) -> None:
        """Begin without warnings; ``may_note`` shows the field for the reason."""
        super().__init__(tr("What the server found"))
        self._warnings: tuple[TrailWarning, ...] = ()
        self.told = Label("", wrap=True, selectable=True)
        self.more = Label("", "secondary", wrap=True)
        self.reason = TextEdit(tr("What happened"))
        self.row = FieldRow(
            tr("&Reason"),
            self.reason,
            field="reason",
            required=True,
            hint=tr("For example: restored after a disk failed. Name nobody."),
        )
        self.row.set_stacked(True)
        self.note = PrimaryButton(tr("Take note"), icon=Icon.CHECK)
        self.back = SecondaryButton(tr("Back"), icon=Icon.CHEVRON_LEFT)
        self._lay_out()
        self.row.setVisible(may_note)
        self.note.setVisible(may_note)
        self.note.clicked.connect(self._on_note_clicked)
        self.reason.returnPressed.connect(self._on_note_clicked)

    def show_warnings(self, warnings: Sequence[TrailWarning]) -> None:
        """Show the oldest of them."""
        self._warnings = tuple(warnings)
        self.told.set_words(word_warning(warnings[0]) if warnings else "")
        left = max(0, len(warnings) - 1)
        self.more.setVisible(left > 0)
        self.more.set_words(tr("%n more after this", n=left))

    def show_problems(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Show what is wrong with the reason and return the rest."""
        self.row.show_problems([one for one in problems if one.field == "reason"])
        return [one for one in problems if one.field != "reason"]

    def clear(self) -> None:
        """Forget what was typed."""
        self.reason.clear()
        self.row.clear_problems()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for widget in (self.told, self.more, self.row):
            column.addWidget(widget)
        column.addStretch(1)
        actions = QHBoxLayout()
        actions.addWidget(self.back)
        actions.addStretch(1)
        actions.addWidget(self.note)
        self.body.addWidget(UprightArea(inner), 1)
        self.body.addLayout(actions)

    @Slot()
    def _on_note_clicked(self) -> None:
        if self._warnings:
            self.row.clear_problems()
            self.noted.emit(self._warnings[0].number, self.reason.text().strip())
