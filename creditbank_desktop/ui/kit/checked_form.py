"""A form that is checked while one types: problems stand under fields that were left.

``CheckedForm()`` is a `Form`: ``watch()`` once its rows are there, ``show_found(problems, everything)``,
``go_to_first()``, ``go_to_first_problem()``, ``start_anew()``. Signals: ``edited()`` of `Form`,
``field_left()``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.failures import Problem, Severity
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form

_STAYS_IN_FIELD = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class CheckedForm(Form):
    """A form whose fields say what is wrong once they were left; the rest is named in the module's text."""

    field_left = Signal()

    def __init__(self) -> None:
        """Begin without fields."""
        super().__init__()
        self._left: set[str] = set()

    def watch(self) -> None:
        """Notice from now on when one of the rows is left."""
        for row in self.rows:
            row.editor.installEventFilter(self)

    def start_anew(self) -> None:
        """Forget which fields were left, and what was wrong."""
        self._left.clear()
        self.clear_problems()

    def show_found(self, problems: Sequence[Problem], *, everything: bool) -> tuple[Problem, ...]:
        """Show problems under fields that were left, or under all; return those of no field here.

        A row whose problems are the same is left alone, so that no confirmation is lost.
        """
        names = {row.field for row in self.rows}
        if everything:
            self._left |= names
        for row in self.rows:
            mine = tuple(p for p in problems if p.field == row.field and row.field in self._left)
            if mine != row.problems():
                row.show_problems(mine)
        return tuple(problem for problem in problems if problem.field not in names)

    def go_to_first(self) -> None:
        """Go to the first needed field that is empty, else to the first of all."""
        row = next((row for row in self.rows if row.required and row.is_empty()), self.rows[0])
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_first_problem(self) -> bool:
        """Go to the first field with an error, else to the first that warns; return whether there is one."""
        wrong = [row for row in self.rows if row.problems()]
        errors = (r for r in wrong if any(p.severity is Severity.ERROR for p in r.problems()))
        row = next(errors, wrong[0] if wrong else None)
        if row is not None:
            row.go_to_problem()
            self.area.ensureWidgetVisible(row, 0, 24)
        return row is not None

    def on_left(self, row: FieldRow) -> None:
        """Do what a form does when one of its fields was left; nothing by default."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when a field is left."""
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            row = self._row_of(watched)
            if row is not None and event.reason() not in _STAYS_IN_FIELD:
                self._left.add(row.field)
                self.on_left(row)
                self.field_left.emit()
        return super().eventFilter(watched, event)

    def _row_of(self, watched: QObject) -> FieldRow | None:
        widget = watched if isinstance(watched, QWidget) else None
        return next((row for row in self.rows if widget is not None and row.isAncestorOf(widget)), None)
