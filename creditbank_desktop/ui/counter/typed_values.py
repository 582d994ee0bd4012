"""Editors for the fields of an outcome, all of which give and take their value as the typed text."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.services.views_intake import FieldKind, FieldSpec
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import CreditsEdit, DateEdit, LongTextEdit, TextEdit
from creditbank_desktop.ui.wording.outcome_fields import word_outcome_choice

_FINEST_STEP = Decimal("0.25")
TRUE = "true"


class FlagEdit(QCheckBox):
    """A yes or no. Signals: ``edited()``."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no."""
        super().__init__(parent)
        self.clicked.connect(self._on_clicked)

    def own_problem(self) -> Problem | None:
        """Return what is wrong with the answer by itself; nothing can be."""
        return None

    def is_empty(self) -> bool:
        """Whether nothing was answered; no is an answer."""
        return False

    @Slot()
    def _on_clicked(self) -> None:
        self.edited.emit()


FieldEditor = TextEdit | LongTextEdit | FlagEdit | ChoiceCombo[str]


def editor_for(spec: FieldSpec, outcome_type: OutcomeType) -> FieldEditor:
    """Return an editor for ``spec`` that shows its default."""
    editor: FieldEditor
    match spec.kind:
        case FieldKind.LONG_TEXT:
            editor = LongTextEdit(lines=2)
        case FieldKind.DATE:
            editor = DateEdit()
        case FieldKind.CREDITS:
            editor = CreditsEdit(step=_FINEST_STEP)
        case FieldKind.FLAG:
            editor = FlagEdit()
        case FieldKind.CHOICE:
            editor = ChoiceCombo[str](searchable=True)
            editor.set_choices(
                [
                    Choice(code, word_outcome_choice(spec.name, code, outcome_type.value))
                    for code in spec.choices
                ]
            )
        case _:
            editor = TextEdit()
    show_typed(editor, spec.default)
    return editor


def typed(editor: QWidget) -> str:
    """Return what was typed, chosen or ticked."""
    if isinstance(editor, FlagEdit):
        return TRUE if editor.isChecked() else ""
    if isinstance(editor, ChoiceCombo):
        return str(editor.value() or "")
    if isinstance(editor, (TextEdit, LongTextEdit)):
        return editor.text()
    raise TypeError(type(editor).__name__)


def show_typed(editor: QWidget, text: str) -> None:
    """Show ``text`` without counting as an edit."""
    if isinstance(editor, FlagEdit):
        editor.setChecked(text == TRUE)
    elif isinstance(editor, ChoiceCombo):
        editor.set_value(text or None)
    elif isinstance(editor, LongTextEdit):
        editor.set_text(text)
    elif isinstance(editor, TextEdit):
        editor.setText(text)


def put(editor: QWidget, text: str) -> None:
    """Put ``text`` in place of what stands there, so that Ctrl+Z brings that back where one types."""
    if isinstance(editor, TextEdit):
        editor.selectAll()
        editor.insert(text)
    else:
        show_typed(editor, text)


def shown_words(editor: QWidget, text: str) -> str:
    """Return ``text`` as the editor would show it: a choice in words."""
    if isinstance(editor, ChoiceCombo):
        return next((str(one.words) for one in editor.choices() if str(one.value) == text), text)
    return text
