"""A list that an office keeps: search, table and actions in one card.

``RegisterCard(columns, words, reading)``: ``show_rows(rows)`` keeps the selected row, ``set_filter(wanted)``
shows only the rows for which ``wanted`` is true, ``hide_when_narrow(*places)`` names columns that a narrow
card leaves out in turn, ``add_action(button)`` puts a button below the table, ``add_head(widget)`` one above.
``shown_rows()`` are the rows that the search leaves. Typing searches at once in every text of a row; with
``searches_itself=False`` it is told by ``asked`` instead and whoever owns the card shows what was found.
Down and Enter go from the search into the table. Signals: ``row_chosen(object)`` when another row is current
(the row or None), ``row_opened(object)`` on Enter, ``asked(str)``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from creditbank_desktop.domain.folding import fold_width
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.editors import SearchBox
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.surfaces import Card, Label

RowT = TypeVar("RowT")
LEAST_STRETCH_PX = 190


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """What a register is called, what its search box says, and what stands where there are no rows."""

    name: str
    search: str
    empty: str


@dataclass(frozen=True, slots=True)
class RowReading(Generic[RowT]):
    """How a row is recognised after a reload, and the texts in which the search looks."""

    id_of: Callable[[RowT], str]
    texts: Callable[[RowT], Sequence[str]]


class _RegisterCard(Card):
    """The Qt side of the card: generic classes and Qt signals do not mix in one class statement."""

    row_chosen = Signal(object)
    row_opened = Signal(object)
    asked = Signal(str)


class RegisterCard(_RegisterCard, Generic[RowT]):
    """Search, table and actions; methods and signals are named in the module's text."""

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        words: RegisterWords,
        reading: RowReading[RowT],
        *,
        searches_itself: bool = True,
    ) -> None:
        """Begin without rows."""
        super().__init__(padded=False)
        self._searches_itself = searches_itself
        self._shy: tuple[int, ...] = ()
        self._words = words
        self._reading = reading
        self._rows: tuple[RowT, ...] = ()
        self._total = 0
        self._wanted: Callable[[RowT], bool] = _any_row
        self.search = SearchBox(words.search)
        self.count = Label("", "secondary")
        self.table: KeysetTable[RowT] = KeysetTable(columns, name=words.name)
        self.table.set_empty_text(words.empty)
        self._head = QHBoxLayout()
        self._actions = QHBoxLayout()
        self._rows_of_actions = QVBoxLayout()
        self._foot = QWidget()
        self._head_bar = QWidget()
        self._middle = QStackedWidget()
        self._lay_out()
        self.search.searched.connect(self._on_search_searched)
        self.search.submitted.connect(self._on_search_submitted)
        self.search.descended.connect(self.go_to_table)
        self.table.row_chosen.connect(self.row_chosen)
        self.table.row_opened.connect(self.row_opened)

    def show_rows(self, rows: Sequence[RowT], select: str | None = None, *, total: int | None = None) -> None:
        """Show ``rows``; the row with the id ``select``, or the one that was chosen, is chosen.

        ``total`` is how many there are where ``rows`` are only the first of them.
        """
        self._rows = tuple(rows)
        self._total = len(self._rows) if total is None else total
        self._show(select)

    def shown_rows(self) -> tuple[RowT, ...]:
        """Return the rows that search and filter leave."""
        asked = _folded(self.search.text()) if self._searches_itself else ""
        return tuple(
            row
            for row in self._rows
            if self._wanted(row) and (not asked or any(asked in _folded(t) for t in self._reading.texts(row)))
        )

    def set_filter(self, wanted: Callable[[RowT], bool] | None) -> None:
        """Show only rows for which ``wanted`` is true; None shows all."""
        self._wanted = wanted or _any_row
        self._show(None)

    def hide_when_narrow(self, *places: int) -> None:
        """Leave the columns at ``places`` out, the first of them first, where the others need their room."""
        self._shy = places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        columns = self.table.rows.columns
        hidden: set[int] = set()
        for place in self._shy:
            kept = (column for n, column in enumerate(columns) if n not in hidden)
            needed = sum(column.width or LEAST_STRETCH_PX for column in kept)
            if needed <= self.width():
                break
            hidden.add(place)
        for place in self._shy:
            self.table.setColumnHidden(place, place in hidden)

    def add_head(self, *widgets: QWidget) -> None:
        """Put ``widgets`` beside the search box."""
        for widget in widgets:
            self._head.addWidget(widget)

    def add_picture(self, picture: QWidget) -> None:
        """Let ``picture`` stand in the place of the table when `show_picture` asks for it."""
        self._middle.addWidget(picture)

    def show_picture(self, shown: bool) -> None:
        """Show the picture, or the table with its search."""
        self._middle.setCurrentIndex(1 if shown else 0)
        self._head_bar.setVisible(not shown)

    def set_empty(self, words: str) -> None:
        """Say ``words`` where there are no rows at all."""
        self._words = replace(self._words, empty=words)

    def add_action(self, *buttons: QPushButton) -> None:
        """Put ``buttons`` below the table."""
        for button in buttons:
            self._actions.insertWidget(self._actions.count() - 1, button)
        self._foot.show()

    def add_action_row(self, *buttons: QPushButton) -> None:
        """Put ``buttons`` on a line of their own below the others."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._rows_of_actions.addLayout(row)
        self._foot.show()

    def go_to_search(self) -> None:
        """Put the focus where one searches."""
        self.search.setFocus()
        self.search.selectAll()

    @Slot()
    def go_to_table(self) -> None:
        """Put the focus into the table, on the first row if none is chosen."""
        self.table.setFocus()
        if self.table.selected() is None:
            self.table.select_place(0)

    def _lay_out(self) -> None:
        self._head.setContentsMargins(12, 10, 12, 0)
        self._head.setSpacing(8)
        self._head.addWidget(self.search, 1)
        self._head.addWidget(self.count)
        self._rows_of_actions.setContentsMargins(12, 0, 12, 10)
        self._rows_of_actions.setSpacing(8)
        self._rows_of_actions.addLayout(self._actions)
        self._actions.setSpacing(8)
        self._actions.addStretch(1)
        self._foot.setLayout(self._rows_of_actions)
        self._middle.addWidget(self.table)
        self._head_bar.setLayout(self._head)
        self.body.addWidget(self._head_bar)
        self.body.addWidget(self._middle, 1)
        self.body.addWidget(self._foot)
        self._foot.hide()

    def _show(self, select: str | None) -> None:
        rows = self.shown_rows()
        nothing = tr("Nothing found. Search for something else, or press Esc in the search box.")
        searched = bool(self._rows) or bool(self.search.text())
        self.table.set_empty_text(nothing if searched else self._words.empty)
        told = str(len(rows)) if len(rows) == self._total else f"{len(rows)} / {self._total}"
        self.count.set_words(told)
        self.table.load(ListSource(rows, self._reading.id_of))
        if select is not None:
            self.table.select_id(select)

    @Slot(str)
    def _on_search_searched(self, text: str) -> None:
        if self._searches_itself:
            self._show(None)
        else:
            self.asked.emit(text)

    @Slot(str)
    def _on_search_submitted(self, text: str) -> None:
        self._on_search_searched(text)
        QTimer.singleShot(0, self, self.go_to_table)


def _any_row(_row: object) -> bool:
    return True


def _folded(text: str) -> str:
    return fold_width(text).casefold().strip()
