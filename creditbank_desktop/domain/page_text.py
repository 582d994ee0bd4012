"""What was read off a page: lines of text with their places, put into rows as a person reads them."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]

_FEW_CHARACTERS = 4


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as it was recognised.

    ``corners`` are left top, right top, right bottom, left bottom in pixels of the upright page,
    ``confidence`` from 0 to 1, ``picture`` the line cut out of the page (JPEG), empty where nobody asked
    for it.
    """

    text: str
    confidence: float
    corners: tuple[Point, Point, Point, Point]
    picture: bytes = b""

    @property
    def height(self) -> float:
        """Return the height in pixels, measured along the line's left edge."""
        return math.dist(self.corners[0], self.corners[3])

    @property
    def angle(self) -> float:
        """Return how far the line leans, in radians; positive when it falls to the right."""
        (left, top), (right, bottom) = self.corners[0], self.corners[1]
        return math.atan2(bottom - top, right - left)


@dataclass(frozen=True, slots=True)
class TextPage:
    """All that was read off a page; ``turned`` is the clockwise rotation that made it upright: 0, 90, 180 or
    270 degrees.
    """

    lines: tuple[TextLine, ...]
    turned: int = 0


def rows_of(lines: Sequence[TextLine]) -> tuple[tuple[TextLine, ...], ...]:
    """Return the lines in rows from top to bottom, each from left to right.

    A page that lies askew is put straight first, by the angle that most of its longer lines have.
    """
    leaning = [line.angle for line in lines if len(line.text) >= _FEW_CHARACTERS]
    angle = statistics.median(leaning) if leaning else 0.0
    placed = sorted((_straight(line, angle), line) for line in lines)
    rows: list[list[tuple[Point, TextLine]]] = []
    for (y, x), line in ((place, line) for place, line in placed):
        if rows and abs(y - _level(rows[-1])) < line.height / 2:
            rows[-1].append(((y, x), line))
        else:
            rows.append([((y, x), line)])
    return tuple(tuple(line for _place, line in sorted(row, key=lambda one: one[0][1])) for row in rows)


def _straight(line: TextLine, angle: float) -> Point:
    """Return (y, x) of the line's middle on the page put straight."""
    x = statistics.fmean(corner[0] for corner in line.corners)
    y = statistics.fmean(corner[1] for corner in line.corners)
    return y * math.cos(angle) - x * math.sin(angle), x * math.cos(angle) + y * math.sin(angle)


def _level(row: Sequence[tuple[Point, TextLine]]) -> float:
    return statistics.fmean(place[0] for place, _line in row)
