"""What screens see and choose of learners opened in bulk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.models.import_records import ImportState, RowKind

__all__ = [
    "ColumnLook",
    "ImportProgress",
    "ImportStage",
    "ImportState",
    "ImportSummary",
    "ImportWords",
    "RowKind",
    "RowView",
    "RunChoice",
    "SheetLook",
]


@dataclass(frozen=True, slots=True)
class ImportWords:
    """The words of a sheet in one language: title, labels and notes by field, and by field what can stand in
    a cell with what it means.
    """

    title: str
    labels: Mapping[str, str]
    notes: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    problems: str = ""


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """A column of a sheet: its letter, heading and first values; ``field`` it seems to hold, "" for none."""

    letter: str
    heading: str
    samples: tuple[str, ...]
    field: str = ""


@dataclass(frozen=True, slots=True)
class SheetLook:
    """A sheet's beginning; ``is_remembered`` when these headings were assigned before."""

    path: str
    file_name: str
    heading_row: int
    columns: tuple[ColumnLook, ...]
    is_remembered: bool = False


class ImportStage(StrEnum):
    """What an import is busy with."""

    READING = "reading"
    ENTERING = "entering"
    TAKING_BACK = "taking_back"


@dataclass(slots=True)
class ImportProgress:
    """Where an import stands, written by its thread and read by the screen; ``cancelled`` the other way."""

    stage: ImportStage = ImportStage.READING
    done: int = 0
    total: int = 0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class RunChoice:
    """What is entered beside new learners without a warning, and why the data may be taken in."""

    purpose: str
    with_warned: bool = True
    with_corrections: bool = False


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """An import as it stands: rows by kind, how many were entered, and the numbers that this device has."""

    import_id: str
    file_name: str
    state: ImportState
    counts: Mapping[RowKind, int]
    entered: int = 0
    corrected: int = 0
    kept: int = 0
    """Learners that could not be taken back, because something hangs on them."""
    numbers_free: int = 0
    can_take_back: bool = False

    def count(self, *kinds: RowKind) -> int:
        """Return how many rows are of ``kinds``."""
        return sum(self.counts.get(kind, 0) for kind in kinds)

    def needed(self, choice: RunChoice) -> int:
        """Return how many account numbers a run would use."""
        return self.count(RowKind.NEW) + (self.count(RowKind.WARNED) if choice.with_warned else 0)


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the sheet with what was found: each problem with the letter of its column."""

    row: int
    kind: RowKind
    cells: tuple[str, ...]
    problems: tuple[tuple[str, Problem], ...] = ()
    changes: tuple[str, ...] = ()
    learner: LearnerId | None = None
