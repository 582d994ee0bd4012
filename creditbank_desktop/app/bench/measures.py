"""What a benchmark says: figures with unit, median and spread, beside a baseline of the same run."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from creditbank_desktop.version import VERSION


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured quantity over several runs.

    ``target`` is what the program promises ("" for none); ``baseline`` the same thing done bare in the same
    run and ``ratio`` ours over it.
    """

    name: str
    unit: str
    median: float
    low: float
    high: float
    p95: float
    runs: int
    target: str = ""
    baseline: str = ""
    baseline_median: float | None = None
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one benchmark and what they were measured on."""

    name: str
    seed: int
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()

    def plain(self) -> dict[str, object]:
        """Return the report as one JSON object."""
        return {
            "name": self.name,
            "version": VERSION,
            "machine": machine(),
            "seed": self.seed,
            "figures": [
                {field: getattr(figure, field) for field in Figure.__slots__} for figure in self.figures
            ],
            "notes": list(self.notes),
        }


def machine() -> dict[str, object]:
    """Return what the figures depend on: system, processor count, memory in MiB, Python."""
    return {
        "system": f"{platform.system()} {platform.release()}",
        "processor": platform.machine(),
        "processors": os.cpu_count(),
        "memory_mib": _memory_mib(),
        "python": platform.python_version(),
    }


def _memory_mib() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    except (AttributeError, ValueError, OSError):
        return None  # Windows tells it in another way, and no figure needs it there


def seconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes, in seconds."""
    begin = perf_counter()
    work()
    return perf_counter() - begin


def figure(
    name: str,
    unit: str,
    samples: Sequence[float],
    *,
    target: str = "",
    baseline: tuple[str, Sequence[float]] | None = None,
) -> Figure:
    """Return the figure of ``samples`` (in ``unit``), with the ratio of medians to the baseline's samples."""
    ordered = sorted(samples)
    median = statistics.median(ordered)
    base = None if baseline is None else statistics.median(baseline[1])
    return Figure(
        name=name,
        unit=unit,
        median=_short(median),
        low=_short(ordered[0]),
        high=_short(ordered[-1]),
        p95=_short(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]),
        runs=len(ordered),
        target=target,
        baseline="" if baseline is None else baseline[0],
        baseline_median=None if base is None else _short(base),
        ratio=None if not base else _short(median / base),
    )


def _short(value: float) -> float:
    return float(f"{value:.4g}")
