"""Asks for a reason before a copy is printed or a paper is voided: keys 1, 2, 3 and Ctrl+Enter.

``ReasonPanel()``: hidden until ``ask(Question(title, reasons, confirm, …))``. Signals:
``confirmed(str)`` with the code of the reason, ``cancelled()``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, KeyedChoice
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.theme.measures import MEASURES


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be confirmed: a title, a sentence on what follows, reasons (code → words), the verb."""

    title: str
    about: str
    reasons: Mapping[str, str]
    confirm: str


class ReasonPanel(QFrame):
    """A question with its reasons. Signals: ``confirmed(str)``, ``cancelled()``."""

    confirmed = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self.setProperty("kind", "note")
        self.choice: KeyedChoice[str] = KeyedChoice(())
        self._title = Label("", "strong", wrap=True)
        self._about = Label("", "secondary", wrap=True)
        self._missing = Label(tr("Choose a reason."), "problem")
        self.confirm = PrimaryButton(tr("Confirm"), key="Ctrl+Return")
        self.cancel = SecondaryButton(tr("Cancel"), key="Escape")
        self._place = QVBoxLayout()
        self._place.addWidget(self.choice)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEASURES.gutter, 10, MEASURES.gutter, 10)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addLayout(self._place)
        layout.addWidget(self._missing)
        layout.addLayout(buttons)
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.cancel.clicked.connect(self.close_question)
        self._missing.hide()
        self.hide()

    def ask(self, question: Question) -> None:
        """Show ``question`` and go to its first reason; none is chosen yet."""
        self._title.set_words(question.title)
        self._about.set_words(question.about)
        self.confirm.set_words(question.confirm)
        self._missing.hide()
        self._place.removeWidget(self.choice)
        self.choice.hide()
        self.choice.deleteLater()
        choices = [
            Choice(code, tr(words), str(number))
            for number, (code, words) in enumerate(question.reasons.items(), start=1)
        ]
        self.choice = KeyedChoice(choices, columns=1)
        self.choice.edited.connect(self._missing.hide)
        self._place.addWidget(self.choice)
        self._order_tabs()
        self.show()
        first = self.choice.findChild(QRadioButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_question(self) -> None:
        """Go away without an answer."""
        self.hide()
        self.cancelled.emit()

    def _order_tabs(self) -> None:
        # New widgets come last in the window's order; here they stand before the buttons.
        before: QWidget | None = None
        for part in (*self.choice.findChildren(QRadioButton), self.cancel, self.confirm):
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part

    @Slot()
    def _on_confirm_clicked(self) -> None:
        reason = self.choice.value()
        if reason is None:
            self._missing.show()
            return
        self.hide()
        self.confirmed.emit(reason)
