"""A form that is filled by keyboard: fields that scroll, actions that stay, all problems at once.

``Form()``: ``add(row)``, ``add_pair(left, right)``, ``add_section(words)``, ``add_widget(widget)``,
``add_action(button)`` (from the right), ``add_side_action(button)`` (at the left). Enter goes to the next
field. ``check()`` shows and returns what the fields find by themselves; ``show_problems(problems)`` shows
each under its field and returns the rest (the operation runner calls it); ``unconfirmed()`` are the warnings
still open, ``confirmed()`` the pairs (field, code) that the user confirmed. Signals: ``edited()``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from creditbank_desktop.domain.failures import Problem, Severity
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.surfaces import SectionTitle, UprightArea
from creditbank_desktop.ui.theme.measures import MEASURES

NARROW_BELOW_PX = 320


class Form(QWidget):
    """Fields in a scroll area above a bar of actions that never scrolls away. Signals: ``edited()``."""

    edited = Signal()
    narrow_below_px = NARROW_BELOW_PX
    least_label_px = MEASURES.label_width

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without fields."""
        super().__init__(parent)
        self.rows: list[FieldRow] = []
        self._columns: tuple[list[FieldRow], list[FieldRow]] = ([], [])
        inner = QWidget()
        inner.setProperty("ground", "none")
        self._fields = QVBoxLayout(inner)
        self._fields.setContentsMargins(2, 2, 10, 2)
        self._fields.setSpacing(10)
        self._fields.addStretch(1)
        self.area = UprightArea(inner)
        self.action_bar = QFrame()
        self.action_bar.setProperty("kind", "actionbar")
        self._actions = QHBoxLayout(self.action_bar)
        self._actions.setContentsMargins(0, 10, 0, 0)
        self._actions.setSpacing(8)
        self._actions.addStretch(1)
        self._side_actions = 0
        self.action_bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.action_bar)

    def add(self, *rows: FieldRow) -> None:
        """Add ``rows``, each over the whole width."""
        for row in rows:
            self._adopt(row, 0)
            self._insert(row)

    def add_pair(self, left: FieldRow, right: FieldRow) -> None:
        """Add two rows beside each other."""
        self._adopt(left, 0)
        self._adopt(right, 1)
        pair = QHBoxLayout()
        pair.setSpacing(2 * MEASURES.gutter)
        pair.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
        self._fields.insertLayout(self._fields.count() - 1, pair)

    def add_section(self, words: str) -> SectionTitle:
        """Add a title for the fields that follow."""
        title = SectionTitle(words)
        self._insert(title)
        return title

    def add_widget(self, widget: QWidget) -> None:
        """Add a widget that is no field."""
        self._insert(widget)

    def add_action(self, button: QPushButton) -> None:
        """Add an action at the right end of the bar."""
        self._actions.addWidget(button)
        self.action_bar.show()

    def add_side_action(self, button: QPushButton) -> None:
        """Add an action at the left end of the bar."""
        self._actions.insertWidget(self._side_actions, button)
        self._side_actions += 1
        self.action_bar.show()

    def row(self, field: str) -> FieldRow:
        """Return the row of ``field``; raises KeyError when there is none."""
        for row in self.rows:
            if row.field == field:
                return row
        raise KeyError(field)

    def check(self) -> tuple[Problem, ...]:
        """Show what the visible fields find wrong by themselves, go to the first and return all of it."""
        rows = [row for row in self.rows if row.isVisibleTo(self)]
        found = tuple(problem for row in rows if (problem := row.check()) is not None)
        if found:
            self.show_problems(found)
        return found

    def show_problems(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """Show each problem under its field, go to the first and return those that belong to no field."""
        rest = list(problems)
        first: FieldRow | None = None
        for row in self.rows:
            mine = [problem for problem in rest if row.field and _belongs(problem.field, row.field)]
            rest = [problem for problem in rest if problem not in mine]
            row.show_problems(mine)
            first = first or (row if mine else None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            # The lines below the fields get their room only when control is back at the event loop.
            QTimer.singleShot(0, first, partial(self._reveal, first))
        return tuple(rest)

    def clear_problems(self) -> None:
        """Show no problem any more."""
        for row in self.rows:
            row.clear_problems()

    def confirmed(self) -> frozenset[tuple[str, str]]:
        """Return (field, code) of every warning that was confirmed."""
        return frozenset((row.field, code) for row in self.rows for code in row.confirmed_codes())

    def unconfirmed(self) -> tuple[Problem, ...]:
        """Return the warnings that are shown and not confirmed."""
        confirmed = self.confirmed()
        return tuple(
            problem
            for row in self.rows
            for problem in row.problems()
            if problem.severity is Severity.WARNING and (row.field, problem.code) not in confirmed
        )

    def align_labels(self) -> None:
        """Give the labels of each column one width, so that the editors stand under each other."""
        for rows in self._columns:
            for row in rows:
                row.label.setMinimumWidth(0)
            width = max((row.label.sizeHint().width() for row in rows), default=0)
            for row in rows:
                row.label.setMinimumWidth(max(width, self.least_label_px if rows is self._columns[0] else 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the next field on Enter, as a clerk's hand expects."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            # A list of choices is asked itself: it takes what was typed before it lets the focus go.
            (watched if isinstance(watched, QComboBox) else self).focusNextChild()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put labels above their editors where the form is narrow."""
        super().resizeEvent(event)
        room = self.width() // (2 if self._columns[1] else 1)
        for row in self.rows:
            row.set_stacked(room < self.narrow_below_px)

    def showEvent(self, event: QShowEvent) -> None:
        """Align the labels once the fonts are known."""
        super().showEvent(event)
        self.align_labels()

    def changeEvent(self, event: QEvent) -> None:
        """Align the labels again in another language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self.align_labels()

    def _reveal(self, row: FieldRow) -> None:
        self.area.ensureWidgetVisible(row, 0, 24)
        self.area.horizontalScrollBar().setValue(0)

    def _adopt(self, row: FieldRow, column: int) -> None:
        self.rows.append(row)
        self._columns[column].append(row)
        row.edited.connect(self._on_row_edited)
        if isinstance(row.editor, (QLineEdit, QComboBox)):
            row.editor.installEventFilter(self)

    def _insert(self, widget: QWidget) -> None:
        self._fields.insertWidget(self._fields.count() - 1, widget)

    @Slot()
    def _on_row_edited(self) -> None:
        self.edited.emit()


def _belongs(problem_field: str, row_field: str) -> bool:
    return problem_field == row_field or problem_field.startswith(f"{row_field}.")
