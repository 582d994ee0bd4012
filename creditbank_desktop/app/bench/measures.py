"""What a benchmark says: figures with unit, median and spread, beside a baseline of the same run."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from creditbank_desktop.version import VERSION

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured quantity over several runs.

    ``low`` and ``high`` are the extremes, ``p95`` and ``p99`` percentiles of the samples.
    ``target`` is what the program promises ("" for none); ``baseline`` the same thing done bare in the same
    run and ``ratio`` ours over it.
    """

    name: str
    unit: str
    median: float
    low: float
    high: float
    p95: float
    p99: float
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
        "processor": _processor(),
        "processors": os.cpu_count(),
        "memory_mib": _memory_mib(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    """Return the processor's name where the system tells it, else its kind."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text("utf-8", "replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory_mib() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    except (AttributeError, ValueError, OSError):
        return None  # Windows tells it in another way, and no figure needs it there


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what ``work`` returns and how long it takes, in milliseconds."""
    begin = perf_counter()
    value = work()
    return value, (perf_counter() - begin) * 1_000


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes, in milliseconds."""
    return timed(work)[1]


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
        p95=_short(_percentile(ordered, 0.95)),
        p99=_short(_percentile(ordered, 0.99)),
        runs=len(ordered),
        target=target,
        baseline="" if baseline is None else baseline[0],
        baseline_median=None if base is None else _short(base),
        ratio=None if not base else _short(median / base),
    )


def _percentile(ordered: Sequence[float], part: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def _short(value: float) -> float:
    return float(f"{value:.4g}")
