"""A field of a form: label with mnemonic, editor, and under it what is wrong or asks for confirmation.

``FieldRow(tr("&Name"), TextEdit(), field="name", required=False, hint="")``: ``editor``,
``show_problems(problems)``, ``clear_problems()``, ``go_to_problem()``, ``confirmed_codes()``,
``add_below(widget)``; signal ``edited``. The accessible name of the editor is the label without its mnemonic,
in the language in force.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from creditbank_desktop.domain.failures import Problem, Severity
from creditbank_desktop.ui.i18n import again, say, tr
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.kit.traits import set_trait, spoken
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.wording.failures import word_problem

W = TypeVar("W", bound=QWidget)


class Editor(Protocol):
    """What a form needs of an editor."""

    @property
    def edited(self) -> SignalInstance:
        """Return the signal that the user changed the value."""

    def own_problem(self) -> Problem | None:
        """Return what is wrong with the value by itself."""

    def is_empty(self) -> bool:
        """Return whether nothing was entered."""


class _ProblemLine(QWidget):
    """One problem under a field; a warning carries a box to confirm it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem
        warning = problem.severity is Severity.WARNING
        self.text = Label(word_problem(problem), "warning" if warning else "problem", wrap=True)
        self.box = QCheckBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.text)
        if warning:
            say(self.box.setText, tr("Checked, it is right"))
            say(self.box.setAccessibleName, tr("Checked, it is right"))
            line = QHBoxLayout()
            line.addWidget(self.box)
            line.addStretch(1)
            layout.addLayout(line)
        else:
            self.box.setParent(self)
            self.box.hide()

    def is_confirmed(self) -> bool:
        return self.problem.severity is Severity.WARNING and self.box.isChecked()


class FieldRow(QWidget):
    """Label, editor and problems. Signals: ``edited()``."""

    edited = Signal()

    def __init__(
        self, words: str, editor: QWidget, *, field: str = "", required: bool = False, hint: str = ""
    ) -> None:
        """Label ``editor`` with ``words`` (``&`` before the Alt key); ``field`` is its name in problems."""
        super().__init__()
        self.editor = editor
        self.field = field
        self.required = required
        self._lines: list[_ProblemLine] = []
        self.label = Label("", "secondary")
        say(self.label.setText, lambda: f"{again(words)} *" if required else str(again(words)))
        self.label.setBuddy(editor)
        say(editor.setAccessibleName, lambda: spoken(again(words)))
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.label.setContentsMargins(0, 8, 0, 0)
        self._below = QVBoxLayout()
        self._below.setSpacing(2)
        self._stacked = False
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MEASURES.gutter)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(editor, 0, 1)
        grid.addLayout(self._below, 1, 1)
        if hint:
            self._below.addWidget(Label(hint, "small", wrap=True))
        self._traits().edited.connect(self._on_editor_edited)
        if isinstance(editor, QLineEdit):
            editor.editingFinished.connect(self._on_editor_editing_finished)

    def set_stacked(self, stacked: bool) -> None:
        """Put the label above the editor, where there is no room beside it."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for part in (self.label, self.editor):
            self._grid.removeWidget(part)
        self._grid.removeItem(self._below)
        column = 0 if stacked else 1
        self._grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.editor, 1 if stacked else 0, column, 1, 2 if stacked else 1)
        self._grid.addLayout(self._below, 2 if stacked else 1, column, 1, 2 if stacked else 1)
        self.label.setContentsMargins(0, 0 if stacked else 8, 0, 0)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show ``problems`` instead of what was shown; a warning that was confirmed stays confirmed."""
        confirmed = self.confirmed_codes()
        self._drop_lines()
        for problem in problems:
            line = _ProblemLine(problem)
            line.box.setChecked(problem.severity is Severity.WARNING and problem.code in confirmed)
            self._below.addWidget(line)
            self._lines.append(line)
        # Qt puts new widgets at the end of the window's tab order; a warning is confirmed right after its
        # field.
        before: QWidget = self.editor
        for line in self._lines:
            if line.problem.severity is Severity.WARNING:
                QWidget.setTabOrder(before, line.box)
                before = line.box
        worst = {problem.severity for problem in problems}
        state = "error" if Severity.ERROR in worst else "warning" if worst else ""
        set_trait(self.editor, "problem", state)
        say(self.editor.setAccessibleDescription, lambda: " ".join(line.text.text() for line in self._lines))

    def add_below(self, widget: QWidget) -> None:
        """Put ``widget`` right under the editor, above the problems."""
        self._below.insertWidget(0, widget)

    def clear_problems(self) -> None:
        """Show nothing under the field."""
        self.show_problems(())

    def go_to_problem(self) -> None:
        """Go to the field, or to the box of a warning when nothing else is wrong."""
        boxes = [line.box for line in self._lines if line.problem.severity is Severity.WARNING]
        only_warnings = bool(boxes) and len(boxes) == len(self._lines)
        target = next((box for box in boxes if not box.isChecked()), None) if only_warnings else None
        (target or self.editor).setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> tuple[Problem, ...]:
        """Return what is shown."""
        return tuple(line.problem for line in self._lines)

    def confirmed_codes(self) -> frozenset[str]:
        """Return the codes of the warnings that were confirmed."""
        return frozenset(line.problem.code for line in self._lines if line.is_confirmed())

    def is_empty(self) -> bool:
        """Return whether nothing was entered."""
        return self._traits().is_empty()

    def check(self) -> Problem | None:
        """Return what the field by itself finds wrong: empty though required, or not readable."""
        own = self._traits().own_problem()
        if own is not None:
            return Problem(own.code, self.field, own.params, own.severity)
        if self.required and self.is_empty():
            return Problem("field.empty", self.field)
        return None

    def _traits(self) -> Editor:
        return cast("Editor", self.editor)

    def _drop_lines(self) -> None:
        for line in self._lines:
            if line.isAncestorOf(QApplication.focusWidget() or self):
                self.editor.setFocus()
            self._below.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()

    @Slot()
    def _on_editor_edited(self) -> None:
        if self._lines:
            self.clear_problems()
        self.edited.emit()

    @Slot()
    def _on_editor_editing_finished(self) -> None:
        own = self._traits().own_problem()
        if own is not None:
            self.show_problems((Problem(own.code, self.field, own.params, own.severity),))
