"""The queue at the left: files in the order in which they came, narrowed by text, lateness or duty.

``QueuePanel(runner)``: ``show_board(board)``, ``current()``, ``go_next()``, ``go_previous()``, ``ticked()``,
``asked_for(stage)`` is what to read. Signals: ``case_chosen(object)`` (a `Waiting` or None),
``narrowed()`` when other rows are wanted, ``ticks_changed()``, ``elsewhere_asked()`` from the empty state.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStackedWidget, QStyleOptionViewItem, QVBoxLayout, QWidget

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.ui.evaluation.stages import ROWS_AT_ONCE, Asked, Board, Narrowing, Stage, Waiting
from creditbank_desktop.ui.evaluation.wording import EMPTY, NARROWINGS, tone_of, word_chip
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import IconButton, SecondaryButton
from creditbank_desktop.ui.kit.editors import SearchBox
from creditbank_desktop.ui.kit.keyset_model import ROW_ROLE, Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable, RowDelegate, paint_ground
from creditbank_desktop.ui.kit.surfaces import Card, EmptyState, Label
from creditbank_desktop.ui.theme.appearance import current_colours
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.registry_names import speaks_english

_TICK_COLUMN = 0
_STATE_COLUMN = 3
_STATE_PX, _STATE_PX_ENGLISH = 98, 126
_ORDER = (Narrowing.ALL, Narrowing.LATE, Narrowing.MINE)


def row_id(row: Waiting) -> str:
    """Return the id by which a row is recognised after a reload."""
    return row.application


class TickDelegate(RowDelegate):
    """Draws the tick of files that are done together."""

    def __init__(self, table: KeysetTable[Waiting], ticks: set[ApplicationId]) -> None:
        """Look into ``ticks``."""
        super().__init__(table.rows.columns, table)
        self._ticks = ticks

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a box, ticked or not; none where four eyes keep the person from the file."""
        colours = current_colours()
        rect: QRect = option.rect
        paint_ground(painter, option)
        row = index.data(ROW_ROLE)
        if not isinstance(row, Waiting) or row.kept_from is not None:
            return
        ticked = row.application in self._ticks
        box = QRect(QPoint(0, 0), rect.size()).adjusted(0, 0, 0, 0)
        box.setSize(box.size().scaled(16, 16, Qt.AspectRatioMode.IgnoreAspectRatio))
        box.moveCenter(rect.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if ticked else colours.control_border), 2))
        painter.setBrush(QColor(colours.accent if ticked else colours.card))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(QColor(colours.on_accent), 2))
            left, top = box.left(), box.top()
            painter.drawPolyline([QPoint(left + 4, top + 8), QPoint(left + 7, top + 11)])
            painter.drawPolyline([QPoint(left + 7, top + 11), QPoint(left + 12, top + 5)])
        painter.restore()


class QueuePanel(Card):
    """A card with the queue of one stage; its signals are named in the module's text."""

    case_chosen = Signal(object)
    narrowed = Signal()
    ticks_changed = Signal()
    elsewhere_asked = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(tr("Queue"), padded=False)
        self._stage = Stage.EVALUATION
        self._narrowing = Narrowing.ALL
        self._least_rows = ROWS_AT_ONCE
        self._board: Board | None = None
        self._ticks: set[ApplicationId] = set()
        self._counts: Mapping[Stage, int] = {}
        self._place = 0
        self._loading = False
        self.about = Label("", "secondary")
        self.header.insertWidget(1, self.about)
        self.narrow_button = IconButton(Icon.FILTER, tr("All, late ones, mine"), key="F")
        self.add_header(self.narrow_button)
        self.search = SearchBox(tr("Narrow by name, number, title"))
        self.table: KeysetTable[Waiting] = KeysetTable(self._columns(), name=tr("Queue"))
        self.table.setItemDelegateForColumn(_TICK_COLUMN, TickDelegate(self.table, self._ticks))
        self.elsewhere = SecondaryButton(tr("Go where work waits"), key="G")
        self.empty = EmptyState(Icon.CIRCLE_CHECK, "", self.elsewhere)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._fit_states()

    def changeEvent(self, event: QEvent) -> None:
        """Give the states the room that their words need in another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and "table" in self.__dict__:
            self._fit_states()

    def asked_for(self, stage: Stage) -> Asked:
        """Return what of the queue of ``stage`` is wanted now; another stage begins without narrowing."""
        if stage is not self._stage:
            self._stage = stage
            self._narrowing, self._least_rows, self._place = Narrowing.ALL, ROWS_AT_ONCE, 0
            self._ticks.clear()
            blocked = self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(blocked)
        return Asked(stage, self._narrowing, self.search.text().strip(), self._least_rows)

    def show_board(self, board: Board) -> None:
        """Show the rows of ``board``; the selected file stays selected, else the one in its place."""
        self._board = board
        waiting = {row.application for row in board.rows if row.kept_from is None}
        self._ticks.intersection_update(waiting)
        self.table.setColumnHidden(_TICK_COLUMN, not board.asked.stage.is_bulk)
        self._fit_states()
        # The table tells of every row that is current for a moment; only the last counts.
        self._loading = True
        self.table.load(ListSource(board.rows, row_id))
        if board.rows and self.table.selected() is None:
            self.table.select_place(min(self._place, len(board.rows) - 1))
        self._loading = False
        self._pages.setCurrentIndex(0 if board.rows else 1)
        self._tell()
        self.ticks_changed.emit()
        self._choose(self.table.selected())

    def set_counts(self, counts: Mapping[Stage, int]) -> None:
        """Learn how many files wait at each stage, to offer the way there from an empty queue."""
        self._counts = counts
        self._tell()

    def current(self) -> Waiting | None:
        """Return the row that is selected."""
        return self.table.selected() if self._board is not None and self._board.rows else None

    def following(self) -> Waiting | None:
        """Return the row after the selected one."""
        return self.table.rows.row_at(self.table.currentIndex().row() + 1)

    def select(self, application: ApplicationId) -> bool:
        """Go to a file; return whether it is here."""
        rows = self._board.rows if self._board is not None else ()
        place = next((i for i, row in enumerate(rows) if row.application == application), None)
        return place is not None and self.table.select_place(place)

    @Slot()
    def go_next(self) -> bool:
        """Go one file down; the end of the queue is no error."""
        return self.table.select_next()

    @Slot()
    def go_previous(self) -> bool:
        """Go one file up."""
        return self.table.select_previous()

    def ticked(self) -> tuple[Waiting, ...]:
        """Return the files that are ticked, in the order of the queue."""
        rows = self._board.rows if self._board is not None else ()
        return tuple(row for row in rows if row.application in self._ticks)

    @Slot()
    def toggle_tick(self) -> None:
        """Tick the selected file or take its tick away, and go on to the next."""
        row = self.current()
        if row is None or not self._stage.is_bulk or row.kept_from is not None:
            return
        self._ticks.symmetric_difference_update({row.application})
        self.go_next()
        self._repaint_ticks()

    @Slot()
    def tick_all(self) -> None:
        """Tick every file that the person may do; when all are ticked, none."""
        rows = self._board.rows if self._board is not None else ()
        possible = {row.application for row in rows if row.kept_from is None}
        everything = possible <= self._ticks
        self._ticks.clear()
        if not everything:
            self._ticks.update(possible)
        self._repaint_ticks()

    @Slot()
    def narrow_more(self) -> None:
        """Show all, the late ones, or those that the person may decide."""
        self._narrowing = _ORDER[(_ORDER.index(self._narrowing) + 1) % len(_ORDER)]
        self.narrowed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick with Space, but only in the table: boxes of the forms need the key for themselves."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
            and self._stage.is_bulk
        ):
            self.toggle_tick()
            return True
        return super().eventFilter(watched, event)

    def _columns(self) -> tuple[Column[Waiting], ...]:
        return (
            Column("", self._tick_text, width=36),
            Column(tr("Learner"), _learner_text, width=76),
            Column(tr("Outcome"), _outcome_text),
            Column(tr("State"), word_chip, width=_STATE_PX, chip=tone_of),
            Column(tr("Credits"), _credits_text, width=64, right=True),
        )

    def _fit_states(self) -> None:
        # Where files are signed the state is a short result.
        width = _STATE_PX_ENGLISH if speaks_english() and not self._stage.is_bulk else _STATE_PX
        self.table.horizontalHeader().resizeSection(_STATE_COLUMN, width)

    def _tick_text(self, row: Waiting) -> str:
        return str(tr("ticked")) if row.application in self._ticks else ""

    def _lay_out(self) -> None:
        queue = QWidget()
        layout = QVBoxLayout(queue)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self._pages.addWidget(queue)
        self._pages.addWidget(self.empty)
        search = QVBoxLayout()
        search.setContentsMargins(12, 0, 12, 0)
        search.addWidget(self.search)
        self.body.addLayout(search)
        self.body.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.narrow_button.clicked.connect(self.narrow_more)
        self.search.searched.connect(self._on_search_searched)
        self.search.submitted.connect(self._on_search_submitted)
        self.search.descended.connect(self.table.setFocus)
        self.elsewhere.clicked.connect(self._on_elsewhere_clicked)

    def _tell(self) -> None:
        board = self._board
        if board is None:
            return
        say(self.about.setText, self._about_text)
        narrowed = board.asked.text or board.asked.narrowing is not Narrowing.ALL
        self.empty.sentence.set_words(
            tr("Nothing in this queue matches.") if narrowed else tr(EMPTY[board.asked.stage])
        )
        self.elsewhere.set_words(tr("Show the whole queue") if narrowed else tr("Go where work waits"))
        others = any(count for stage, count in self._counts.items() if stage is not board.asked.stage)
        self.elsewhere.setVisible(bool(narrowed) or others)

    def _about_text(self) -> str:
        board = self._board
        if board is None:
            return ""
        today = sum(1 for row in board.rows if row.due is not None and row.due.working_days_left == 0)
        late = sum(1 for row in board.rows if row.due is not None and row.due.is_late)
        parts = [str(tr("{count} files").format(count=board.total))]
        if board.asked.narrowing is not Narrowing.ALL:
            parts.append(str(tr(NARROWINGS[board.asked.narrowing])))
        if late:
            parts.append(str(tr("{count} late").format(count=late)))
        if today:
            parts.append(str(tr("{count} today").format(count=today)))
        return " · ".join(parts)

    def _repaint_ticks(self) -> None:
        self.table.viewport().update()
        self.ticks_changed.emit()

    def _choose(self, row: Waiting | None) -> None:
        place = self.table.currentIndex().row()
        self._place = max(0, place)
        if self._board is not None and self._board.has_more and place >= len(self._board.rows) - 2:
            self._least_rows += ROWS_AT_ONCE
            self.narrowed.emit()
        self.case_chosen.emit(row)

    @Slot(object)
    def _on_table_row_chosen(self, row: Waiting | None) -> None:
        if not self._loading:
            self._choose(row)

    @Slot(str)
    def _on_search_searched(self, text: str) -> None:
        if self._board is None or text != self._board.asked.text:
            self.narrowed.emit()

    @Slot(str)
    def _on_search_submitted(self, _text: str) -> None:
        self.table.setFocus()
        self.narrowed.emit()

    @Slot()
    def _on_elsewhere_clicked(self) -> None:
        board = self._board
        if board is not None and (board.asked.text or board.asked.narrowing is not Narrowing.ALL):
            self._narrowing = Narrowing.ALL
            self.search.clear()
            self.narrowed.emit()
        else:
            self.elsewhere_asked.emit()


def _learner_text(row: Waiting) -> str:
    return row.learner_name or str(tr("(disposed of)"))


def _outcome_text(row: Waiting) -> str:
    title = row.titles[0] if row.titles else row.receipt_number
    return str(tr("{title} +{more}").format(title=title, more=row.lines - 1)) if row.lines > 1 else title


def _credits_text(row: Waiting) -> str:
    return format_credits(row.credits) if row.credits is not None else "–"
