"""Reasons from the phrase book, found by typing a part of their words or their number.

``PhrasePicker()``: ``set_phrases(codes)``, ``codes()``, ``set_codes(codes)``, ``commit()`` takes what is
typed. Enter takes a phrase, Backspace in the empty box gives the last one back. Signals: ``edited()``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.services.phrase_book import RETURN_REASONS, REVIEW_REASONS
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.wording.phrases import word_reason

_FIRST_NUMBER = 11
# The number is part of how people know a phrase: it stays the same in every list and language.
NUMBERS = {code: _FIRST_NUMBER + place for place, code in enumerate((*REVIEW_REASONS, *RETURN_REASONS))}


def phrase_choice(code: str) -> Choice[str]:
    """Return a phrase with its number as a choice."""
    return Choice(code, tr("{number} {phrase}").format(number=NUMBERS[code], phrase=word_reason(code)))


class PhrasePicker(QWidget):
    """A box to find phrases and the phrases that were taken. Signals: ``edited()``."""

    edited = Signal()

    def __init__(self) -> None:
        """Begin without phrases."""
        super().__init__()
        self._codes: list[str] = []
        self.combo: ChoiceCombo[str] = ChoiceCombo(
            searchable=True, placeholder=tr("Number or words of a phrase")
        )
        self.taken = Label("", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.combo)
        layout.addWidget(self.taken)
        self.setFocusProxy(self.combo)
        self.combo.edited.connect(self._on_combo_edited)
        line = self.combo.lineEdit()
        if isinstance(line, QLineEdit):
            line.installEventFilter(self)
        self._tell()

    def set_phrases(self, codes: Sequence[str]) -> None:
        """Offer ``codes``."""
        self.combo.set_choices([phrase_choice(code) for code in codes], keep=False)

    def codes(self) -> tuple[str, ...]:
        """Return the codes that were taken."""
        return tuple(self._codes)

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show ``codes`` as taken."""
        self._codes = list(codes)
        self.combo.set_value(None)
        self._tell()

    def commit(self) -> None:
        """Take what is typed, if it names one phrase."""
        line = self.combo.lineEdit()
        if isinstance(line, QLineEdit) and line.text().strip():
            line.editingFinished.emit()

    def own_problem(self) -> Problem | None:
        """Return what is wrong with the choice by itself; nothing can be."""
        return None

    def is_empty(self) -> bool:
        """Whether no phrase was taken."""
        return not self._codes

    def setAccessibleName(self, name: str) -> None:
        """Name the box too: the focus stands in it."""
        super().setAccessibleName(name)
        self.combo.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the last phrase back on Backspace in the empty box."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and isinstance(watched, QLineEdit)
            and not watched.text()
            and self._codes
        ):
            self._codes.pop()
            self._tell()
            self.edited.emit()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_combo_edited(self) -> None:
        code = self.combo.value()
        if code is None:
            return
        if code not in self._codes:
            self._codes.append(code)
        self.combo.set_value(None)
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self.taken.set_words("\n".join(f"• {word_reason(code)}" for code in self._codes))
        self.taken.setVisible(bool(self._codes))
