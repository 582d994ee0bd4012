"""Two records beside each other: what is equal and what differs, told by a sign and a word, not by colour.

``SideBySide(left, right)``: ``show_facts(facts)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from creditbank_desktop.services.views_learners import ComparedFact
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.surfaces import ElidedLabel, Label, StateChip
from creditbank_desktop.ui.learners.profile_form import LABELS
from creditbank_desktop.ui.theme.colours import Tone


class SideBySide(QWidget):
    """A small table of facts; its method is named in the module's text."""

    def __init__(self, left: str, right: str) -> None:
        """Head the columns with ``left`` and ``right``."""
        super().__init__()
        self._heads = (left, right)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)
        self._cells: list[QWidget] = []

    def show_facts(self, facts: Sequence[ComparedFact]) -> None:
        """Show ``facts``; those of which one side says nothing neither agree nor differ."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        for column, words in enumerate(self._heads, start=1):
            self._put(Label(words, "small"), 0, column)
        for row, fact in enumerate(facts, start=1):
            self._put(Label(tr(LABELS[fact.field]), "small"), row, 0)
            self._put(ElidedLabel(fact.mine or "–"), row, 1)
            self._put(ElidedLabel(fact.other or "–"), row, 2)
            if fact.mine and fact.other:
                words = tr("equal") if fact.equal else tr("differs")
                self._put(StateChip(words, Tone.SUCCESS if fact.equal else Tone.WARNING), row, 3)

    def _put(self, cell: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(cell, row, column)
        cell.show()
        self._cells.append(cell)
