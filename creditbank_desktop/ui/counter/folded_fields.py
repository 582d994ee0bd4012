"""The fields of a form that the rules do not ask for: folded away, unless something stands in them.

``FoldedFields(form)``: ``bar`` with the key that unfolds all; ``hold(rows, defaults)``, ``refresh()`` after
values or problems changed, ``unfold(names)`` for fields that turn out to be needed, ``toggle()``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from creditbank_desktop.ui.counter.typed_values import typed
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import QuietButton
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.forms import Form
from creditbank_desktop.ui.theme.icons import Icon

FOLD_KEY = "Ctrl+M"


class FoldedFields(QObject):
    """The second half of a form; its methods are named in the module's text."""

    def __init__(self, form: Form) -> None:
        """Begin without fields."""
        super().__init__(form)
        self._rows: tuple[FieldRow, ...] = ()
        self._defaults: Mapping[str, str] = {}
        self._wanted: set[str] = set()
        self._is_open = False
        self.button = QuietButton(tr("More fields"), key=FOLD_KEY, icon=Icon.LIST)
        self.button.clicked.connect(self.toggle)
        self.bar = QWidget()
        self.bar.setProperty("ground", "none")
        line = QHBoxLayout(self.bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addStretch(1)

    def hold(self, rows: Sequence[FieldRow], defaults: Mapping[str, str]) -> None:
        """Fold ``rows`` away while they hold no more than their default."""
        self._rows, self._defaults = tuple(rows), defaults
        for row in rows:
            row.edited.connect(self.refresh)
        self.refresh()

    def unfold(self, names: Iterable[str]) -> None:
        """Show the fields of those names from now on."""
        self._wanted.update(names)
        self.refresh()

    @property
    def is_open(self) -> bool:
        """Whether all fields are shown."""
        return self._is_open

    @Slot()
    def toggle(self) -> None:
        """Show all fields and go to the first that was folded away, or fold them again."""
        self._is_open = not self._is_open
        hidden = [row for row in self._rows if row.isHidden()]
        self.refresh()
        if self._is_open and hidden:
            hidden[0].editor.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Show what holds a value or has a problem, and say how many fields are folded away."""
        folded = 0
        for row in self._rows:
            is_shown = self._is_open or self._matters(row)
            folded += not is_shown
            row.setVisible(is_shown)
        if self._is_open:
            words = tr("Fewer fields")
        else:
            words = tr("More fields ({count})").format(count=folded)
        if str(words) != self.button.text():
            self.button.set_words(words)
        self.bar.setVisible(self._is_open or folded > 0)

    def _matters(self, row: FieldRow) -> bool:
        return (
            row.field in self._wanted
            or bool(row.problems())
            or _has_focus(row)
            or typed(row.editor).strip() != self._defaults.get(row.field, "")
        )


def _has_focus(row: FieldRow) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and row.isAncestorOf(focus)
