"""Editors for the fields of reference data, each reading and writing the field's text.

``make_slot(kind, spec)`` returns a `FieldSlot`: ``row`` for a form, ``read()`` and ``write(text)``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.reference_kinds import NO, YES, FieldShape, FieldSpec
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.editors import DateEdit, LongTextEdit, TextEdit
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.wording.reference_words import word_choice, word_field, word_field_note


@dataclass(frozen=True, slots=True)
class FieldSlot:
    """A field of a form with the ways to its text."""

    spec: FieldSpec
    row: FieldRow
    read: Callable[[], str]
    write: Callable[[str], None]


def make_slot(kind: str, spec: FieldSpec) -> FieldSlot:
    """Return the field for ``spec`` of a table of ``kind``."""
    make = _long if spec.name.startswith(_SENTENCES) else _EDITORS.get(spec.shape, _text)
    editor, read, write = make(spec)
    row = FieldRow(
        word_field(kind, spec.name),
        editor,
        field=spec.name,
        required=spec.required,
        hint=word_field_note(kind, spec.name),
    )
    return FieldSlot(spec, row, read, write)


def word_value(spec: FieldSpec | None, text: str) -> Words | str:
    """Return the text of a field as it is read: choices and yes or no in words, lists in one line."""
    if spec is None or not text:
        return text or "–"
    if spec.shape is FieldShape.CHOICE:
        return word_choice(spec.name, text)
    if spec.shape is FieldShape.YES_NO:
        return tr("Yes") if text == YES else tr("No")
    if spec.shape in (FieldShape.LIST, FieldShape.LONG_TEXT):
        return " · ".join(line.strip() for line in text.splitlines() if line.strip())
    return text


_SENTENCES = ("text_", "help_")
_Made = tuple[QWidget, Callable[[], str], Callable[[str], None]]


def _text(_spec: FieldSpec) -> _Made:
    editor = TextEdit()

    def write(text: str) -> None:
        editor.setText(text)
        editor.setCursorPosition(0)

    return editor, lambda: editor.text().strip(), write


def _long(spec: FieldSpec) -> _Made:
    editor = LongTextEdit(lines=4 if spec.shape is FieldShape.LONG_TEXT else 2)
    return editor, lambda: editor.text().strip(), editor.set_text


def _day(_spec: FieldSpec) -> _Made:
    editor = DateEdit()

    def read() -> str:
        day = editor.day()
        return editor.text().strip() if day is None else day.isoformat()

    def write(text: str) -> None:
        try:
            editor.set_day(date.fromisoformat(text) if text else None)
        except ValueError:
            editor.setText(text)

    return editor, read, write


def _choice(spec: FieldSpec) -> _Made:
    editor: ChoiceCombo[str] = ChoiceCombo()
    choices = [Choice(choice, word_choice(spec.name, choice)) for choice in spec.choices]
    if not spec.required:
        choices.insert(0, Choice("", tr("Not stated")))
    editor.set_choices(choices)
    return editor, lambda: editor.value() or "", editor.set_value


def _yes_no(_spec: FieldSpec) -> _Made:
    editor: ChoiceCombo[str] = ChoiceCombo()
    editor.set_choices([Choice(YES, tr("Yes")), Choice(NO, tr("No"))])

    def write(text: str) -> None:
        editor.set_value(text or YES)

    return editor, lambda: editor.value() or YES, write


_EDITORS: dict[FieldShape, Callable[[FieldSpec], _Made]] = {
    FieldShape.TEXT: _text,
    FieldShape.CODE: _text,
    FieldShape.WHOLE: _text,
    FieldShape.CREDITS: _text,
    FieldShape.LONG_TEXT: _long,
    FieldShape.LIST: _long,
    FieldShape.DAY: _day,
    FieldShape.CHOICE: _choice,
    FieldShape.YES_NO: _yes_no,
}
