"""One question about somebody, with a passphrase to give them where the answer needs one.

``PassphrasePane()``: ``ask(question)`` shows it; buttons ``go`` and ``back``; ``secret()`` is what was typed.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import SecretEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label, SectionTitle


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: title, what follows from it, what the button says, and whether a passphrase is given."""

    title: str
    sentence: str
    answer: str
    needs_passphrase: bool


class PassphrasePane(Form):
    """A question with its answer; named in the module's text."""

    # In the side of a register labels stand above their editors.
    narrow_below_px = 640

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__()
        self._question: Question | None = None
        self.title = SectionTitle("")
        self.sentence = Label("", "secondary", wrap=True)
        self.first, self.again = SecretEdit(), SecretEdit()
        self.go = PrimaryButton(tr("Continue"), key="Ctrl+Return")
        self.back = SecondaryButton(tr("Back"), key="Escape")
        self._rows = (
            FieldRow(tr("New &passphrase"), self.first, field="passphrase", required=True),
            FieldRow(tr("Passphrase a&gain"), self.again, field="again", required=True),
        )
        self.add_widget(self.title)
        self.add_widget(self.sentence)
        self.add(*self._rows)
        self.add_side_action(self.back)
        self.add_action(self.go)

    def ask(self, question: Question) -> None:
        """Show a question and go to where it is answered."""
        self._question = question
        self.title.set_words(question.title)
        self.sentence.set_words(question.sentence)
        self.go.set_words(question.answer)
        self.clear_problems()
        for row, editor in zip(self._rows, (self.first, self.again), strict=True):
            editor.clear()
            row.setVisible(question.needs_passphrase)
        target = self.first if question.needs_passphrase else self.go
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_filled(self) -> bool:
        """Show what is wrong by itself and return whether nothing is."""
        if self.check():
            return False
        if self._question is not None and self._question.needs_passphrase and not self._agree():
            self.show_problems((Problem("passphrase.differs", "again"),))
            return False
        return True

    def secret(self) -> str:
        """Return the passphrase that was typed."""
        return self.first.text()

    def forget(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()

    def _agree(self) -> bool:
        return self.first.text() == self.again.text()
