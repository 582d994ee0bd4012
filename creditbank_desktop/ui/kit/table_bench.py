"""Measures how fast a table jumps about in its rows."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QPixmap

from creditbank_desktop.ui.kit.keyset_table import KeysetTable


@dataclass(frozen=True, slots=True)
class JumpTimes:
    """Milliseconds from the jump to the painted table."""

    jumps: int
    rows: int
    median_ms: float
    p99_ms: float
    worst_ms: float


def jump_times(table: KeysetTable[Any], jumps: int = 300, seed: int = 1) -> list[float]:
    """Jump ``jumps`` times to random rows of ``table`` (shown, loaded) and paint; return milliseconds each.

    Painting goes to a pixmap, which does the same work as a window without waiting for the screen's next
    frame.
    """
    chosen = random.Random(seed)
    rows = table.rows.rowCount()
    canvas = QPixmap(table.size())
    times: list[float] = []
    for _ in range(jumps):
        place = chosen.randrange(rows)
        begun = time.perf_counter()
        table.select_place(place)
        table.render(canvas)
        times.append((time.perf_counter() - begun) * 1000)
    return times


def measure_jumps(table: KeysetTable[Any], jumps: int = 300, seed: int = 1) -> JumpTimes:
    """Return what `jump_times` comes to."""
    times = sorted(jump_times(table, jumps, seed))
    p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
    return JumpTimes(jumps, table.rows.rowCount(), times[len(times) // 2], p99, times[-1])
