"""Sending a file back: where to, why, in which words.

``ReturnForm(phrases)``: ``begin()``, ``typed()``. Signals: ``sent(Sending)`` when all is there,
``cancelled()``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.states import State
from creditbank_desktop.ui.evaluation.phrase_picker import PhrasePicker
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, KeyedChoice
from creditbank_desktop.ui.kit.editors import LongTextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.phrase_shelf import PhraseShelf
from creditbank_desktop.ui.wording.names import word_state


@dataclass(frozen=True, slots=True)
class Sending:
    """Where a file goes back to, the reason's code and a note."""

    to: State
    reason: str
    note: str


class ReturnForm(Form):
    """Three fields and two buttons; its signals are named in the module's text."""

    sent = Signal(object)
    cancelled = Signal()

    def __init__(self, phrases: PhraseShelf) -> None:
        """Begin with evaluation as the place to go back to."""
        super().__init__()
        self._phrases = phrases
        self.about = Label("", "secondary", wrap=True)
        self.to: KeyedChoice[State] = KeyedChoice(
            [
                Choice(State.EVALUATION, word_state(State.EVALUATION.value), "1"),
                Choice(State.MATERIAL_REVIEW, word_state(State.MATERIAL_REVIEW.value), "2"),
            ],
            columns=1,
        )
        self.reason = PhrasePicker(single=True)
        self._offer()
        self.note = LongTextEdit(lines=4)
        self.send_button = PrimaryButton(tr("Send back"), key="Ctrl+Return")
        self.cancel_button = SecondaryButton(tr("Cancel"), key="Esc")
        self.add_section(tr("Send the file back"))
        self.add_widget(self.about)
        self.add(
            FieldRow(tr("Back &to"), self.to, field="to"),
            FieldRow(tr("&Reason"), self.reason, field="reason", required=True),
            FieldRow(tr("&Note"), self.note, field="note"),
        )
        self.add_side_action(self.cancel_button)
        self.add_action(self.send_button)
        self.send_button.clicked.connect(self._on_send_button_clicked)
        self.cancel_button.clicked.connect(self.cancelled)
        phrases.changed.connect(self._offer)

    def begin(self, about: str, to: State = State.EVALUATION) -> None:
        """Start anew for the files that ``about`` names."""
        self.about.set_words(about)
        self.to.set_value(to)
        self.reason.set_codes(())
        self.note.set_text("")
        self.clear_problems()
        self.reason.setFocus()

    @Slot()
    def _offer(self) -> None:
        self.reason.set_phrases(self._phrases.book.codes("return"), self._phrases.book)

    @Slot()
    def _on_send_button_clicked(self) -> None:
        self.reason.commit()
        to, reasons = self.to.value(), self.reason.codes()
        if self.check() or to is None:
            return
        if "other" in reasons and self.note.is_empty():
            self.show_problems((Problem("field.empty", "note"),))
            return
        self.sent.emit(Sending(to, reasons[0], self.note.text().strip()))
