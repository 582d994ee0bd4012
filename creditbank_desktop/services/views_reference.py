"""What screens see of reference data: entries, proposals, histories, imports, the office and its printers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from creditbank_desktop.domain.calendar import DayKind, DaySource
from creditbank_desktop.domain.deadlines import Deadlines
from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.ids import OperationId, PersonId, ProposalId
from creditbank_desktop.domain.people import Office
from creditbank_desktop.domain.reference import ProposalState
from creditbank_desktop.domain.reference_kinds import KindSpec, ReferenceKind

Fields = Mapping[str, str]
"""The fields of an entry by name, as canonical text (see `FieldShape`); "" or absent where there is none."""


class Origin(StrEnum):
    """Where an entry comes from."""

    SHIPPED = "shipped"
    CHANGED = "changed"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class KindSummary:
    """One table with its counts; ``pending`` proposals touch it."""

    spec: KindSpec
    entries: int
    active: int
    pending: int


@dataclass(frozen=True, slots=True)
class ReferenceQuery:
    """What of a table is shown: ``text`` as typed (any part, alias, code, pinyin, initials, with slips),
    ``purpose`` of phrases or year of holidays, with or without what is out of use.
    """

    kind: ReferenceKind
    text: str = ""
    part: str = ""
    with_inactive: bool = True
    changed_only: bool = False


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry as lists show it; ``is_pending`` while a proposal about it is open, ``is_contested`` when two
    people changed the same field without knowing of each other.
    """

    kind: ReferenceKind
    key: str
    fields: Fields
    origin: Origin
    is_active: bool
    is_pending: bool
    is_contested: bool


@dataclass(frozen=True, slots=True)
class EntryPage:
    """A slice of a table in its order; ``total`` fit the query."""

    rows: tuple[EntryRow, ...]
    total: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after."""

    name: str
    before: str
    after: str
    decides: bool


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of an entry, the newest first in lists; ``settled_by`` where a second person agreed.

    ``can_undo`` while it is the actor's own, the last, and has not been sent.
    """

    number: int
    operation: OperationId
    person: PersonId
    person_name: str
    on: date
    changes: tuple[FieldChange, ...]
    reason: str
    settled_by_name: str = ""
    is_undone: bool = False
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry whole: its fields, those that the program ships (None for an own entry), open proposals."""

    row: EntryRow
    spec: KindSpec
    revision: int
    shipped: Fields | None
    pending: tuple[ProposalId, ...]
    history: tuple[VersionView, ...]


@dataclass(frozen=True, slots=True)
class EntryForm:
    """An entry as typed; ``key`` "" for a new one, ``revision`` as it was seen."""

    kind: ReferenceKind
    fields: Fields
    key: str = ""
    revision: int = 0


class Effect(StrEnum):
    """What saving did."""

    NOTHING = "nothing"
    CHANGED = "changed"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving did: at once, or as a proposal that somebody else settles; or both, one part each."""

    effects: frozenset[Effect]
    key: str
    operation: OperationId | None = None
    proposal: ProposalId | None = None


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One entry of a proposal; ``is_stale`` when the entry has changed since."""

    kind: ReferenceKind
    key: str
    title: str
    is_new: bool
    fields: tuple[FieldChange, ...]
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal as lists show it; ``may_settle`` is False for the person who made it."""

    proposal: ProposalId
    kinds: tuple[ReferenceKind, ...]
    title: str
    changes: int
    reason: str
    state: ProposalState
    proposed_by: PersonId
    proposed_by_name: str
    proposed_at: datetime
    settled_by_name: str = ""
    settled_on: date | None = None
    settle_reason: str = ""
    may_settle: bool = False
    may_withdraw: bool = False
    can_undo: bool = False
    settle_operation: OperationId | None = None


@dataclass(frozen=True, slots=True)
class RetentionEffect:
    """How many records are due for disposal today, and how many would be with other periods."""

    due_now: int
    due_then: int


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal with every change before and after; ``retention`` where it changes retention rules."""

    row: ProposalRow
    changes: tuple[ChangeView, ...]
    retention: RetentionEffect | None = None


@dataclass(frozen=True, slots=True)
class SheetWords:
    """How a sheet is worded in one language: its title, labels and notes by field, words of choices.

    ``choices`` by "field.choice"; ``yes`` and ``no`` as people write them.
    """

    title: str
    labels: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    yes: str = "yes"
    no: str = "no"


class SheetFormat(StrEnum):
    """The formats of sheets; csv is written in UTF-8 with a mark that spreadsheets know, and read in UTF-8 or
    GB 18030.
    """

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A problem of an import: row from 1 as the spreadsheet counts (0: the whole file), column letter."""

    row: int
    column: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do; with any problem nothing can be imported.

    ``unknown_columns`` are left out. ``absent`` entries are in the table and not in the file: they stay.
    """

    kind: ReferenceKind
    file_name: str
    changes: tuple[ChangeView, ...]
    unchanged: int
    absent: int
    problems: tuple[RowProblem, ...]
    unknown_columns: tuple[str, ...] = ()
    rows: tuple[Fields, ...] = field(default=(), repr=False)

    @property
    def added(self) -> int:
        """Return how many entries are new."""
        return sum(change.is_new for change in self.changes)

    @property
    def can_import(self) -> bool:
        """Return whether there is something to import and nothing in the way."""
        return bool(self.changes) and not self.problems


@dataclass(frozen=True, slots=True)
class OfficeDetails:
    """The office's card and everything printed of it; texts by key of `OFFICE_TEXTS` as (zh, en)."""

    office: Office
    letterhead: EntryView
    texts: tuple[EntryView, ...]
    signatories: tuple[EntryView, ...]
    numbers: tuple[EntryView, ...]
    has_seal: bool


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline: its effective entry, the shipped one, and whether a proposal about it is open."""

    entry: EntryRow
    shipped: Fields
    in_force_since: date | None


@dataclass(frozen=True, slots=True)
class DeadlineTable:
    """The deadlines of the office as they are in force today, and the delay before sending in seconds."""

    rows: tuple[DeadlineRow, ...]
    deadlines: Deadlines
    hold: EntryRow
    hold_seconds: int


@dataclass(frozen=True, slots=True)
class RetentionRow:
    """One retention rule: its entry, and its sentences (zh, en) in force and as shipped.

    The length of studies has no sentence but ``years``.
    """

    entry: EntryRow
    clause: tuple[str, str] = ("", "")
    shipped: tuple[str, str] = ("", "")
    years: int = 0
    shipped_years: int = 0


@dataclass(frozen=True, slots=True)
class RetentionTable:
    """The retention rules of the office as they are in force."""

    rows: tuple[RetentionRow, ...]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day that differs from the plain week."""

    on: date
    kind: DayKind
    name: str
    source: DaySource
    row: EntryRow


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """One year of the holiday table; ``is_provisional`` past the end of the published arrangement."""

    year: int
    days: tuple[CalendarDay, ...]
    working_days: int
    is_provisional: bool
    covered_through: date
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CatalogueHit:
    """An entry found for a text; ``score`` 0 to 100, ``matched`` the name, alias or code that fitted."""

    kind: ReferenceKind
    key: str
    name_zh: str
    name_en: str
    matched: str
    score: int
    fields: Fields


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """Which printer a kind of paper goes to on this device: "" for the system's default.

    ``paper_size`` "A4", "A5" or "B5"; ``tray`` as the driver names it, "" for its default.
    """

    printer: str = ""
    paper_size: str = "A4"
    tray: str = ""
    copies: int = 1
    duplex: bool = False


@dataclass(frozen=True, slots=True)
class PhraseView:
    """A phrase of the phrase book; a text is "" where the office left the shipped words as they are."""

    purpose: str
    code: str
    is_active: bool
    own_zh: str = ""
    own_en: str = ""


@dataclass(frozen=True, slots=True)
class SerialRange:
    """Numbered blank forms that this device holds: prefix, first and last number, the next unused one."""

    prefix: str
    first: int
    last: int
    next: int
    digits: int = 6

    @property
    def left(self) -> int:
        """Return how many blank forms are left."""
        return max(0, self.last - self.next + 1)


@dataclass(frozen=True, slots=True)
class StationerySettings:
    """Printers by kind of paper, and ranges of numbered blanks by kind of paper, of this device."""

    printers: Mapping[str, PrinterChoice] = field(default_factory=dict)
    serials: Mapping[str, tuple[SerialRange, ...]] = field(default_factory=dict)
