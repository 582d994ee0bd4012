"""The rectangle of a crop as a value: moved, sized, dragged by an edge; never off the page."""

from __future__ import annotations

from creditbank_desktop.domain.scans import WHOLE, CropBox

STEP = WHOLE // 50
FINE_STEP = WHOLE // 500
LEAST = WHOLE // 20
FIRST = CropBox(STEP * 2, STEP * 2, WHOLE - STEP * 2, WHOLE - STEP * 2)
"""Where a crop begins: a little inside the page, so that the rectangle is seen as one."""


def moved(box: CropBox, across: int, down: int) -> CropBox:
    """Return the box moved by so many ten-thousandths, as far as the page goes."""
    across = max(-box.left, min(WHOLE - box.right, across))
    down = max(-box.top, min(WHOLE - box.bottom, down))
    return CropBox(box.left + across, box.top + down, box.right + across, box.bottom + down)


def sized(box: CropBox, wider: int, higher: int) -> CropBox:
    """Return the box made wider and higher at its right and lower edge; at the page's edge on the other."""
    left, right = _grown(box.left, box.right, wider)
    top, bottom = _grown(box.top, box.bottom, higher)
    return CropBox(left, top, right, bottom)


def dragged(box: CropBox, edges: str, across: int, down: int) -> CropBox:
    """Return the box with the edges named in ``edges`` ("l", "t", "r", "b") moved; all four move it whole."""
    if len(edges) == 4:
        return moved(box, across, down)
    left = _held(box.left + across, 0, box.right - LEAST) if "l" in edges else box.left
    top = _held(box.top + down, 0, box.bottom - LEAST) if "t" in edges else box.top
    right = _held(box.right + across, box.left + LEAST, WHOLE) if "r" in edges else box.right
    bottom = _held(box.bottom + down, box.top + LEAST, WHOLE) if "b" in edges else box.bottom
    return CropBox(left, top, right, bottom)


def between(x: int, y: int, x2: int, y2: int) -> CropBox:
    """Return the box between two points of the page."""
    left, right = sorted((_held(x, 0, WHOLE), _held(x2, 0, WHOLE)))
    top, bottom = sorted((_held(y, 0, WHOLE), _held(y2, 0, WHOLE)))
    left, top = min(left, WHOLE - LEAST), min(top, WHOLE - LEAST)
    return CropBox(left, top, max(right, left + LEAST), max(bottom, top + LEAST))


def _grown(first: int, last: int, by: int) -> tuple[int, int]:
    last += by
    if last > WHOLE:
        first, last = max(0, first - (last - WHOLE)), WHOLE
    return first, max(last, first + LEAST)


def _held(value: int, least: int, most: int) -> int:
    return max(least, min(most, value))
