"""Where documents and pages stand in the grid of a tray: pure geometry in logical pixels.

Documents follow each other as words do in a line; one that has more pages than a line holds gets lines of its
own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from creditbank_desktop.domain.scans import ScannedDocument
from creditbank_desktop.ui.scanning.trays import Place

CELL_WIDTH = 112
CELL_HEIGHT = 150
HEAD_HEIGHT = 30
PADDING = 6
GAP = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """A page and its rectangle."""

    page: str
    place: Place
    rect: QRect


@dataclass(frozen=True, slots=True)
class Frame:
    """A document, the rectangle around its pages and the line above them."""

    number: int
    rect: QRect
    head: QRect


@dataclass(frozen=True, slots=True)
class GridLayout:
    """Everything in its place; ``height`` is that of the whole grid."""

    frames: tuple[Frame, ...] = ()
    cells: tuple[Cell, ...] = ()
    height: int = 0

    def cell(self, page: str) -> Cell | None:
        """Return the cell of a page."""
        return next((cell for cell in self.cells if cell.page == page), None)

    def cell_at(self, point: QPoint) -> Cell | None:
        """Return the cell under a point."""
        return next((cell for cell in self.cells if cell.rect.contains(point)), None)

    def beside(self, page: str, step: int) -> str:
        """Return the page ``step`` places on, the last or first at the ends."""
        ids = [cell.page for cell in self.cells]
        if page not in ids:
            return ids[0] if ids else ""
        return ids[max(0, min(len(ids) - 1, ids.index(page) + step))]

    def above_or_below(self, page: str, rows: int) -> str:
        """Return the page in the next line down (1) or up (-1) that stands nearest, the same at the ends."""
        cell = self.cell(page)
        if cell is None:
            return self.beside(page, 0)
        tops = sorted({one.rect.top() for one in self.cells})
        at = tops.index(cell.rect.top()) + rows
        if not 0 <= at < len(tops):
            return page
        line = [one for one in self.cells if one.rect.top() == tops[at]]
        return min(line, key=lambda one: abs(one.rect.center().x() - cell.rect.center().x())).page

    def drop_place(self, point: QPoint) -> Place | None:
        """Return before which page something dropped at a point goes."""
        cell = self.cell_at(point)
        if cell is not None:
            right = point.x() > cell.rect.center().x()
            return Place(cell.place.document, cell.place.page + right)
        frame = next((one for one in self.frames if one.rect.contains(point)), None)
        if frame is None:
            return None
        mine = [one for one in self.cells if one.place.document == frame.number]
        return Place(frame.number, 0 if point.y() < mine[0].rect.top() else len(mine))

    def drop_line(self, place: Place) -> QRect:
        """Return the line that shows where something goes."""
        mine = [one for one in self.cells if one.place.document == place.document]
        if not mine:
            return QRect()
        cell = mine[min(place.page, len(mine) - 1)]
        x = cell.rect.right() + 1 if place.page >= len(mine) else cell.rect.left() - 2
        return QRect(x, cell.rect.top() + 4, 3, cell.rect.height() - 8)


def lay_out_grid(documents: Sequence[ScannedDocument], width: int) -> GridLayout:
    """Return the layout of ``documents`` in a grid of ``width`` pixels."""
    in_line = max(1, (width - 2 * PADDING) // CELL_WIDTH)
    frames: list[Frame] = []
    cells: list[Cell] = []
    x = y = below = 0
    for number, document in enumerate(documents):
        columns = min(in_line, len(document.pages))
        rows = -(-len(document.pages) // columns)
        wide = columns * CELL_WIDTH + 2 * PADDING
        if x and x + wide > width:
            x, y = 0, below + GAP
        rect = QRect(x, y, wide, HEAD_HEIGHT + rows * CELL_HEIGHT + PADDING)
        frames.append(Frame(number, rect, QRect(x, y, wide, HEAD_HEIGHT)))
        for at, page in enumerate(document.pages):
            row, column = divmod(at, columns)
            corner = QPoint(x + PADDING + column * CELL_WIDTH, y + HEAD_HEIGHT + row * CELL_HEIGHT)
            cell = QRect(corner.x(), corner.y(), CELL_WIDTH, CELL_HEIGHT)
            cells.append(Cell(page.page, Place(number, at), cell))
        below = max(below, rect.bottom())
        x = rect.right() + GAP
    return GridLayout(tuple(frames), tuple(cells), below + 1 if frames else 0)
