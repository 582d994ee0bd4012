"""Runs one benchmark by name and prints what it measured."""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from typing import Protocol, cast

from creditbank_desktop.app.bench.measures import Report
from creditbank_desktop.app.exits import Exit

DEFAULT_LEARNERS = 100_000
_MODULES = {"import": "learner_import"}
"""Benchmarks whose name is a word of the language."""


class Bench(Protocol):
    """A module of this package: ``measure`` makes its own store of ``learners`` learners and reports."""

    def measure(self, learners: int) -> Report:
        """Return what was measured."""


def run_bench(name: str, *, as_json: bool, size: int | None) -> int:
    """Measure ``name`` on a generated store of ``size`` learners, print the report, return the exit code."""
    module = f"{__package__}.{_MODULES.get(name, name)}"
    if importlib.util.find_spec(module) is None:
        print(f"creditbank: there is no benchmark of {name} in this version", file=sys.stderr)
        return Exit.USAGE
    bench = cast(Bench, importlib.import_module(module))
    report = bench.measure(DEFAULT_LEARNERS if size is None else size)
    if as_json:
        print(json.dumps(report.plain(), ensure_ascii=False))
    else:
        _print_table(report)
    return Exit.DONE


def _print_table(report: Report) -> None:
    print(report.name)
    for figure in report.figures:
        compared = ""
        if figure.ratio is not None:
            compared = f"  {figure.ratio} × {figure.baseline} ({figure.baseline_median})"
        target = f"  (target {figure.target})" if figure.target else ""
        print(
            f"  {figure.name}: {figure.median} {figure.unit}"
            f" [{figure.low} … {figure.high}, p95 {figure.p95}, {figure.runs} runs]{target}{compared}"
        )
    for note in report.notes:
        print(f"  {note}")
