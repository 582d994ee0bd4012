"""The text of a page as pieces with places: a mark that goes from piece to piece, and what lies between.

``TextSelection(pieces)``: ``move(steps, extend)``, ``move_lines(lines, extend)``, ``select_all()``,
``select_box(box)``, ``text``, ``boxes``, ``mark``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from creditbank_desktop.domain.page_views import TextPiece


class TextSelection:
    """What is selected on one page; begins with the mark on the first piece."""

    def __init__(self, pieces: Sequence[TextPiece]) -> None:
        """Work on ``pieces`` in the order of reading."""
        self._pieces = tuple(pieces)
        self._from = 0
        self._to = 0

    @property
    def is_empty(self) -> bool:
        """Whether the page has no text at all."""
        return not self._pieces

    @property
    def mark(self) -> QRectF:
        """Return the box of the piece that the mark is on."""
        return _box(self._pieces[self._to]) if self._pieces else QRectF()

    @property
    def boxes(self) -> tuple[QRectF, ...]:
        """Return what is selected as one box a line."""
        rows: list[QRectF] = []
        begins = True
        for piece in self._chosen():
            if begins or not rows:
                rows.append(_box(piece))
            else:
                rows[-1] = rows[-1].united(_box(piece))
            begins = piece.after == "\n"
        return tuple(rows)

    @property
    def text(self) -> str:
        """Return the text that is selected."""
        return "".join(piece.text + piece.after for piece in self._chosen()).strip()

    def move(self, steps: int, *, extend: bool = False) -> None:
        """Go ``steps`` pieces on, or back, and select on the way if ``extend``."""
        self._go(self._to + steps, extend=extend)

    def move_lines(self, lines: int, *, extend: bool = False) -> None:
        """Go so many lines down, or up, to the piece that is nearest."""
        starts = [0, *(place + 1 for place, piece in enumerate(self._pieces) if piece.after == "\n")]
        here = sum(1 for start in starts if start <= self._to) - 1
        there = max(0, min(len(starts) - 1, here + lines))
        if there == here:
            self._go(0 if lines < 0 else len(self._pieces) - 1, extend=extend)
            return
        end = starts[there + 1] if there + 1 < len(starts) else len(self._pieces)
        middle = self.mark.center().x()
        row = range(starts[there], end)
        if row:
            nearest = min(row, key=lambda place: abs(_box(self._pieces[place]).center().x() - middle))
            self._go(nearest, extend=extend)

    def select_all(self) -> None:
        """Select the whole page."""
        self._from, self._to = 0, max(0, len(self._pieces) - 1)

    def select_box(self, box: QRectF) -> bool:
        """Select from the first to the last piece that ``box`` touches; return whether there is one."""
        hit = [place for place, piece in enumerate(self._pieces) if _box(piece).intersects(box)]
        if hit:
            self._from, self._to = hit[0], hit[-1]
        return bool(hit)

    def _go(self, place: int, *, extend: bool) -> None:
        self._to = max(0, min(len(self._pieces) - 1, place))
        if not extend:
            self._from = self._to

    def _chosen(self) -> tuple[TextPiece, ...]:
        first, last = sorted((self._from, self._to))
        return self._pieces[first : last + 1]


def _box(piece: TextPiece) -> QRectF:
    return QRectF(piece.left, piece.top, piece.right - piece.left, piece.bottom - piece.top)
