"""The line below: what was saved at the left, the keys of the workplace at the right.

``StatusLine()``: ``set_note(words)``, ``set_shortcuts(rows)``, ``show_progress(bool)``. Signals:
``help_asked()``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy

from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.buttons import QuietButton
from creditbank_desktop.ui.kit.shortcuts import ShortcutRow
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.kit.traits import key_text, spoken
from creditbank_desktop.ui.theme.measures import MEASURES


class StatusLine(QFrame):
    """One quiet line. Signals: ``help_asked()``."""

    help_asked = Signal()

    def __init__(self) -> None:
        """Begin without note and keys."""
        super().__init__()
        self.setProperty("kind", "statusline")
        self.setFixedHeight(MEASURES.status_height)
        self._rows: tuple[ShortcutRow, ...] = ()
        self.note = Label("", "small")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedWidth(120)
        say(self.busy.setAccessibleName, tr("Work is going on"))
        self.busy.hide()
        self.keys = Label("", "small")
        self.keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.help = QuietButton(tr("? All keys"))
        self.help.setStyleSheet(f"min-height: 20px; padding: 0 4px; font-size: {MEASURES.secondary_px}px;")
        self.help.clicked.connect(self.help_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 0)
        layout.setSpacing(12)
        layout.addWidget(self.note)
        layout.addWidget(self.busy)
        layout.addWidget(self.keys, 1)
        layout.addWidget(self.help)
        self._line = layout

    def set_note(self, words: str) -> None:
        """Say at the left what was saved."""
        self.note.set_words(words)
        self._fit()

    def set_shortcuts(self, rows: Sequence[ShortcutRow]) -> None:
        """Show those of ``rows`` that are marked as hints."""
        self._rows = tuple(row for row in rows if row.hint)
        say(self.keys.setText, self._hints)

    def show_progress(self, shown: bool) -> None:
        """Show that something lasts."""
        self.busy.setVisible(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many keys as there is room for, whole ones."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._line.activate()
        self.keys.setText(self._hints())

    def _hints(self) -> str:
        parts = [f"{key_text(row.keys)} {spoken(str(again(row.words)))}" for row in self._rows]
        metrics = self.keys.fontMetrics()
        while parts and metrics.horizontalAdvance("    ".join(parts)) > self.keys.width():
            parts.pop()
        return "    ".join(parts)
