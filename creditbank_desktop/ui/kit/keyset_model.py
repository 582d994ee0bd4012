"""An item model over a million rows that holds a few hundred of them.

A `RowSource` counts, gives an anchor for every block of 200 rows and reads the rows after an anchor. A jump
therefore reads one block by its key, never by counting rows (OFFSET). ``ListSource(rows, id_of)`` serves
rows that are at hand.

``Snapshot`` is what a source says at one moment: taken on a worker thread (``take_snapshot``), shown on the
window's (``KeysetTableModel.show``). ``page`` is called on the window's thread and must answer in a few
milliseconds.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from creditbank_desktop.ui.i18n import again
from creditbank_desktop.ui.theme.colours import Tone

RowT = TypeVar("RowT")

BLOCK_ROWS = 200
BLOCKS_KEPT = 40
ROW_ROLE = Qt.ItemDataRole.UserRole
CHIP_ROLE = Qt.ItemDataRole.UserRole + 1
NO_PARENT = QModelIndex()


class RowSource(Protocol[RowT]):
    """Rows in a fixed order of unique keys."""

    def count(self) -> int:
        """Return how many rows there are."""

    def anchors(self, every: int) -> Sequence[Any]:
        """Return the keys after which the blocks begin: None, then the key of row ``every - 1``, and so
        on.
        """

    def page(self, after: Any, n: int) -> Sequence[RowT]:
        """Return up to ``n`` rows after the key ``after`` (None: from the first)."""

    def id_of(self, row: RowT) -> str:
        """Return the id by which a row is recognised after a reload."""

    def position(self, row_id: str) -> int | None:
        """Return where the row of that id stands now, None when it is gone."""


class ListSource(Generic[RowT]):
    """Rows that are at hand."""

    def __init__(self, rows: Sequence[RowT], id_of: Callable[[RowT], str]) -> None:
        """Serve ``rows``."""
        self._rows = rows
        self._id_of = id_of

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def anchors(self, every: int) -> Sequence[int | None]:
        """Return the places before each block."""
        return [None, *range(every, len(self._rows), every)]

    def page(self, after: int | None, n: int) -> Sequence[RowT]:
        """Return up to ``n`` rows from the place ``after``."""
        start = after or 0
        return self._rows[start : start + n]

    def id_of(self, row: RowT) -> str:
        """Return the id of ``row``."""
        return self._id_of(row)

    def position(self, row_id: str) -> int | None:
        """Return the place of the row of that id."""
        return next((place for place, row in enumerate(self._rows) if self._id_of(row) == row_id), None)


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT]):
    """One column: what it is called, what it shows, how wide it is in pixels (0: takes what is left).

    ``chip`` gives the tone when the text is shown as a state chip. ``sort_key`` makes the header sort by it.
    """

    title: str
    text: Callable[[RowT], str]
    width: int = 0
    right: bool = False
    strong: bool = False
    secondary: bool = False
    chip: Callable[[RowT], Tone | None] | None = None
    sort_key: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot(Generic[RowT]):
    """A source with its count, its anchors and the place of the row that was selected."""

    source: RowSource[RowT]
    count: int
    anchors: Sequence[Any]
    selected: int | None


def take_snapshot(source: RowSource[RowT], selected_id: str | None = None) -> Snapshot[RowT]:
    """Ask ``source`` for everything that may take long; to be called on a worker thread."""
    place = source.position(selected_id) if selected_id is not None else None
    return Snapshot(source, source.count(), source.anchors(BLOCK_ROWS), place)


class KeysetTableModel(QAbstractTableModel, Generic[RowT]):
    """Shows a `RowSource` block by block. Items are never editable, so that no input method eats keys."""

    def __init__(self, columns: Sequence[Column[RowT]], parent: QObject | None = None) -> None:
        """Begin empty with ``columns``."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source: RowSource[RowT] | None = None
        self._count = 0
        self._anchors: Sequence[Any] = ()
        self._blocks: OrderedDict[int, Sequence[RowT]] = OrderedDict()

    def show(self, snapshot: Snapshot[RowT]) -> None:
        """Show what ``snapshot`` holds."""
        self.beginResetModel()
        self._source = snapshot.source
        self._count = snapshot.count
        self._anchors = snapshot.anchors
        self._blocks.clear()
        self.endResetModel()

    def row_at(self, place: int) -> RowT | None:
        """Return the row at ``place``, None when it is beyond the end or was deleted meanwhile."""
        if self._source is None or not 0 <= place < self._count:
            return None
        number, offset = divmod(place, BLOCK_ROWS)
        block = self._block(number, self._source)
        return block[offset] if offset < len(block) else None

    def id_at(self, place: int) -> str | None:
        """Return the id of the row at ``place``."""
        row = self.row_at(place)
        return self._source.id_of(row) if self._source is not None and row is not None else None

    def place_of(self, row_id: str) -> int | None:
        """Return where the row of that id stands, None when it is not there."""
        return self._source.position(row_id) if self._source is not None else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return text, alignment, tone or the row itself."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ROW_ROLE, CHIP_ROLE):
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == CHIP_ROLE:
            return column.chip(row) if column.chip is not None else None
        text = str(column.text(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{again(column.title)}: {text}"
        return text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(again(column.title))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let items be chosen, never edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _block(self, number: int, source: RowSource[RowT]) -> Sequence[RowT]:
        block = self._blocks.get(number)
        if block is None:
            anchor = self._anchors[number] if number < len(self._anchors) else None
            block = () if number and anchor is None else source.page(anchor, BLOCK_ROWS)
            self._blocks[number] = block
            if len(self._blocks) > BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block
