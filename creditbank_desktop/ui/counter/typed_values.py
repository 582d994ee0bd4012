"""Editors for the fields of an outcome, all of which give and take their value as the typed text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from string import ascii_lowercase

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QCompleter, QWidget

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.folding import without_spaces
from creditbank_desktop.domain.numbers import (
    check_unified_social_credit_code,
    normalise_unified_social_credit_code,
)
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.services.views_intake import FieldKind, FieldSpec
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import CreditsEdit, DateEdit, LongTextEdit, TextEdit
from creditbank_desktop.ui.wording.outcome_fields import word_outcome_choice

_FINEST_STEP = Decimal("0.25")
TRUE = "true"
CREDIT_CODE_LENGTH = 18


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


class NumberEdit(TextEdit):
    """A number; full-width digits become plain ones when it is left. Signals: ``edited()``."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write what was typed in half width."""
        plain = without_spaces(self.text())
        if plain != self.text():
            self.setText(plain)
        super().focusOutEvent(event)


class CreditCodeEdit(TextEdit):
    """A unified social credit code that is checked as soon as it is long enough. Signals: ``edited()``."""

    def own_problem(self) -> Problem | None:
        """Return the first thing wrong with the code."""
        found = () if self.is_empty() else check_unified_social_credit_code(self.text(), "")
        return found[0] if found else None

    def is_whole(self) -> bool:
        """Whether as many characters were typed as a code has."""
        return len(normalise_unified_social_credit_code(self.text())) >= CREDIT_CODE_LENGTH


class KeyedCombo(ChoiceCombo[str]):
    """A choice that one key makes: the digit or letter before its words. Signals: ``edited()``."""

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer pairs of code and words; a code of one character is its own key."""
        super().__init__(searchable=True)
        self._keys = _keys_of([code for code, _words in choices])
        self.set_choices(
            [
                Choice(code, tr("{key} {words}").format(key=key.upper(), words=words))
                for key, (code, words) in zip(self._keys, choices, strict=True)
            ]
        )
        line = self.lineEdit()
        if line is not None:
            line.textEdited.connect(self._on_line_text_edited)

    @Slot(str)
    def _on_line_text_edited(self, text: str) -> None:
        key = without_spaces(text).casefold()
        line = self.lineEdit()
        if key not in self._keys or line is None:
            return
        self.set_value(self.choices()[self._keys.index(key)].value)
        # What is typed next replaces the words. The list of hits would come up only after this, and keep the
        # focus from going on: it stays away until the key is done with.
        line.selectAll()
        completer = self.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            QTimer.singleShot(0, self, self._offer_hits_again)
        self.edited.emit()

    @Slot()
    def _offer_hits_again(self) -> None:
        completer = self.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)


FieldEditor = TextEdit | LongTextEdit | FlagEdit | ChoiceCombo[str]


def editor_for(spec: FieldSpec, outcome_type: OutcomeType, today: Callable[[], date]) -> FieldEditor:
    """Return an editor for ``spec`` that shows its default."""
    editor: FieldEditor
    match spec.kind:
        case FieldKind.LONG_TEXT:
            editor = LongTextEdit(lines=2)
        case FieldKind.DATE:
            editor = DateEdit(today=today)
        case FieldKind.CREDITS:
            editor = CreditsEdit(step=_FINEST_STEP)
        case FieldKind.FLAG:
            editor = FlagEdit()
        case FieldKind.CHOICE:
            editor = KeyedCombo(
                [(code, word_outcome_choice(spec.name, code, outcome_type.value)) for code in spec.choices]
            )
        case FieldKind.INTEGER | FieldKind.DECIMAL:
            editor = NumberEdit()
        case _ if spec.name == "unified_social_credit_code":
            editor = CreditCodeEdit()
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


def _keys_of(codes: Sequence[str]) -> tuple[str, ...]:
    """Return a key for each code: all codes of one character as they are, else digits, then letters."""
    if all(len(code) == 1 for code in codes):
        return tuple(code.casefold() for code in codes)
    return tuple(f"123456789{ascii_lowercase}"[: len(codes)])
