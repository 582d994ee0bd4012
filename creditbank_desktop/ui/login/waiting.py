"""The page that is shown while something takes its time.

``WaitingPage()``: ``show_words(words)``, ``show_progress(words, done, total)``; without a total the bar only
moves.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.surfaces import Label


class WaitingPage(QWidget):
    """A sentence and, where it is known how far things are, a bar."""

    def __init__(self) -> None:
        """Begin with the opening of a store."""
        super().__init__()
        self.words = Label(tr("Opening …"), "secondary", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(6)
        say(self.bar.setAccessibleName, tr("Progress"))
        self.bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(14)
        layout.addStretch(1)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addStretch(1)

    def show_words(self, words: str) -> None:
        """Say what is waited for."""
        say(self.words.setText, words)
        self.bar.hide()

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Say what is waited for and how far it is."""
        say(self.words.setText, words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.show()
