"""Choosing one of several values: by a list that one can search, or by keys that stand beside each value.

* ``ChoiceCombo[T](searchable=False)``: ``set_choices([Choice(value, words)], keep=True)``, ``value()``,
  ``set_value()``, signal ``edited``.
* ``KeyedChoice[T]([Choice(value, words, "1"), …], columns=2)``: radio buttons with their keys; ``value()``,
  ``set_value()``, signal ``edited``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QRadioButton,
    QWidget,
)

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.surfaces import KeyHint
from creditbank_desktop.ui.kit.traits import is_plain_enter, key_sequences, spoken

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A value, the words for it and, in a `KeyedChoice`, the key that chooses it."""

    value: T
    words: str
    key: str = ""


class _Combo(QComboBox):
    """The Qt side of the combo: generic classes and Qt signals do not mix in one class statement."""

    edited = Signal()


class ChoiceCombo(_Combo, Generic[T]):
    """One of several values. Signals: ``edited()``."""

    def __init__(
        self, *, searchable: bool = False, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        """Begin without choices; with ``searchable`` typing any part of the words finds them."""
        super().__init__(parent)
        self._choices: tuple[Choice[T], ...] = ()
        self.setProperty("editor", "true")
        self.setView(QListView())
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say(self.setPlaceholderText, placeholder or tr("Choose"))
        if searchable:
            self._make_searchable()
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[Choice[T]], *, keep: bool = True) -> None:
        """Offer ``choices``; with ``keep`` the present value stays chosen if it is among them."""
        value = self.value()
        self._choices = tuple(choices)
        self._fill()
        self.set_value(value if keep else None)
        say(self._retell, "")

    def choices(self) -> tuple[Choice[T], ...]:
        """Return what is offered."""
        return self._choices

    def value(self) -> T | None:
        """Return the chosen value."""
        index = self.currentIndex()
        return self._choices[index].value if 0 <= index < len(self._choices) else None

    def set_value(self, value: T | None) -> None:
        """Choose ``value``, or nothing when it is not offered."""
        place = next((i for i, choice in enumerate(self._choices) if choice.value == value), -1)
        self.setCurrentIndex(place)
        line = self.lineEdit()
        if line is not None:
            line.setText(self.itemText(place) if place >= 0 else "")
            line.setCursorPosition(0)

    def own_problem(self) -> Problem | None:
        """Return what is wrong with the choice by itself; nothing can be."""
        return None

    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return self.value() is None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll: a wheel over a combo must not change data."""
        event.ignore()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Take what was typed before the focus goes: an open list of hits would swallow the news of it."""
        line, completer = self.lineEdit(), self.completer()
        if line is not None and completer is not None and line.isModified():
            popup = completer.popup()
            if popup is not None:
                popup.hide()
            self._accept_typed()
            if not self.hasFocus():
                # Whoever heard of the choice has led the user on already.
                return True
        return super().focusNextPrevChild(next_one)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in a list of hits, none of them chosen, take what was typed and go on."""
        hits = watched if isinstance(watched, QAbstractItemView) and watched is not self.view() else None
        if hits is not None and is_plain_enter(event) and not hits.currentIndex().isValid():
            self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Bring back the words of the chosen value when something else was typed."""
        super().focusOutEvent(event)
        if self.isEditable() and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._accept_typed()

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        self.edited.emit()

    def _retell(self, _nothing: str) -> None:
        # Called at every change of language: the items are texts of the old one.
        if self.count() and self.itemText(0) != str(again(self._choices[0].words)):
            value = self.value()
            self._fill()
            self.set_value(value)

    def _fill(self) -> None:
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems([str(again(choice.words)) for choice in self._choices])
        self.blockSignals(blocked)

    def _make_searchable(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        popup = completer.popup()
        if popup is not None:
            popup.installEventFilter(self)
        line = self.lineEdit()
        if isinstance(line, QLineEdit):
            line.setFrame(False)
            say(line.setPlaceholderText, tr("Type to find"))
            line.editingFinished.connect(self._accept_typed)

    @Slot()
    def _accept_typed(self) -> None:
        typed = self.currentText().strip().casefold()
        hits = [i for i in range(self.count()) if typed and typed in self.itemText(i).casefold()]
        exact = [i for i in hits if self.itemText(i).casefold() == typed]
        before = self.value()
        if not typed:
            self.set_value(None)
        elif exact or len(hits) == 1:
            self.set_value(self._choices[(exact or hits)[0]].value)
        else:
            self.set_value(before)
        if self.value() != before:
            self.edited.emit()


class _Radios(QWidget):
    """The Qt side of the keyed choice."""

    edited = Signal()


class KeyedChoice(_Radios, Generic[T]):
    """Radio buttons with their keys beside them. Signals: ``edited()``."""

    def __init__(
        self, choices: Sequence[Choice[T]], *, columns: int = 2, parent: QWidget | None = None
    ) -> None:
        """Offer ``choices``, each with its key, in ``columns`` columns."""
        super().__init__(parent)
        self._choices = tuple(choices)
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, choice in enumerate(self._choices):
            grid.addLayout(self._row(place, choice), place // columns, place % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._group.idClicked.connect(self._on_group_id_clicked)

    def value(self) -> T | None:
        """Return the chosen value."""
        place = self._group.checkedId()
        return self._choices[place].value if place >= 0 else None

    def set_value(self, value: T | None) -> None:
        """Choose ``value``, or nothing."""
        self._group.setExclusive(False)
        for place, choice in enumerate(self._choices):
            self._group.button(place).setChecked(choice.value == value)
        self._group.setExclusive(True)

    def own_problem(self) -> Problem | None:
        """Return what is wrong with the choice by itself; nothing can be."""
        return None

    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return self.value() is None

    def _row(self, place: int, choice: Choice[T]) -> QHBoxLayout:
        radio = QRadioButton()
        say(radio.setText, choice.words)
        say(radio.setAccessibleName, lambda: spoken(again(choice.words)))
        self._group.addButton(radio, place)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(radio)
        if choice.key:
            row.addWidget(KeyHint(choice.key))
            shortcut = QShortcut(self)
            shortcut.setKeys(key_sequences(choice.key))
            shortcut.activated.connect(radio.click)
        row.addStretch(1)
        return row

    @Slot(int)
    def _on_group_id_clicked(self, _place: int) -> None:
        self.edited.emit()
