"""Reference data as spreadsheets: templates, exports, and imports that are looked at before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from creditbank_desktop.devices.limited_process import TaskRefused
from creditbank_desktop.devices.sheets import read_sheet, write_csv, write_xlsx
from creditbank_desktop.domain.codec import encode
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ProposalId
from creditbank_desktop.domain.operations.reference_bodies import ReferenceChanged, ReferenceProposed
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference import Fields, ProposalState, ReferenceChange
from creditbank_desktop.domain.reference_book import Entry, ReferenceBook
from creditbank_desktop.domain.reference_fields import clean_fields, key_of
from creditbank_desktop.domain.reference_kinds import NO, SPECS, ReferenceKind
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.reading import LONGEST_LONG_TEXT, read_text
from creditbank_desktop.services.reference_changes import Planned, open_about, plan
from creditbank_desktop.services.reference_reading import change_view
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.sheet_rows import KEY, TypedRow, TypedSheet, sheet_of, typed_sheet
from creditbank_desktop.services.views_reference import (
    ChangeView,
    EntryForm,
    ImportPreview,
    RowProblem,
    SheetFormat,
    SheetWords,
)
from creditbank_desktop.services.workroom import Workroom

MOST_ROWS = 2_000
_HEADER_ROWS = 12
_MOST_BODY_BYTES = 700_000
"""What one operation of an import may hold; the server takes no operation above a mebibyte."""


class SheetService:
    """Actions on sheets; ``words`` come from the screens, headers are understood in every language given."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def template(self, actor: Actor, kind: ReferenceKind, words: SheetWords) -> bytes:
        """Return an empty xlsx with headers, notes and drop-downs."""
        return write_xlsx(sheet_of(SPECS[kind], words))

    @permitted
    def export(
        self, actor: Actor, kind: ReferenceKind, words: SheetWords, fmt: SheetFormat = SheetFormat.XLSX
    ) -> bytes:
        """Return every entry of a table as a sheet; the export is entered into the audit trail."""
        entries = self._room.reference.book.entries(kind)
        sheet = sheet_of(SPECS[kind], words, entries)
        written = write_csv(sheet) if fmt is SheetFormat.CSV else write_xlsx(sheet)
        detail = {"format": fmt.value, "entries": len(entries)}
        self._room.store.write(
            lambda unit: unit.audit(actor, "reference.exported", ("reference", kind.value), detail)
        )
        return written

    @permitted
    def preview(
        self, actor: Actor, kind: ReferenceKind, file_name: str, data: bytes, words: Sequence[SheetWords]
    ) -> ImportPreview:
        """Return what importing a file would do, with every problem by row and column; nothing is written.

        Raises `Problems` for a file that is none: "sheet.not_a_sheet", "sheet.too_big" (most), "sheet.bomb",
        "sheet.protected", "sheet.old", "sheet.empty", "sheet.unreadable", "sheet.no_header",
        "sheet.too_many_rows" (most).
        """
        spec = SPECS[kind]
        try:
            read = read_sheet(data, MOST_ROWS + _HEADER_ROWS)
        except TaskRefused as refused:
            raise Problems([Problem(refused.code, "file", refused.params)]) from refused
        typed = typed_sheet(spec, read, words)
        if read.more or len(typed.rows) > MOST_ROWS:
            raise Problems([Problem("sheet.too_many_rows", "file", {"most": MOST_ROWS})])
        if not typed.rows:
            raise Problems([Problem("sheet.empty", "file")])
        return _Reading(self._room, kind, typed).preview(file_name)

    @permitted
    def import_rows(
        self, actor: Actor, preview: ImportPreview, reason: str = ""
    ) -> OpResult[tuple[ProposalId, ...]]:
        """Propose (or, where nothing is decided, make) every change of a preview in one transaction.

        An import is one proposal; one too large for an operation becomes several. Raises `Problems`
        ("sheet.has_problems") and `Refused` ("reference.changed_since", "reference.pending").
        """
        because = read_text(reason, "reason", LONGEST_LONG_TEXT)
        if not preview.can_import:
            raise Problems([Problem("sheet.has_problems", "file")])

        # Planning takes seconds for a long sheet: saves of the window must not wait behind it.
        book = self._room.reference.book
        planned = self._planned_again(book, preview)
        plain = tuple(_portions(one.plain for one in planned))
        deciding = tuple(_portions(one.deciding for one in planned))

        def work(unit: UnitOfWork) -> tuple[ProposalId, ...]:
            if self._room.reference.book is not book:
                raise Refused("reference.changed_since", revision=0, seen=0)
            pending = unit.reference_proposals(pending=True)
            about = open_about(pending, (change for one in planned for change in one.changes))
            if about is not None:
                raise Refused("reference.pending", proposal=about)
            for changes in plain:
                unit.record(actor, ReferenceChanged(changes, because))
            proposals = []
            for changes in deciding:
                proposal = ProposalId(self._room.ids.new_id())
                unit.record(actor, ReferenceProposed(proposal, changes, preview.file_name, because))
                proposals.append(proposal)
            detail = {"entries": len(planned)}
            unit.audit(actor, "reference.imported", ("reference", preview.kind.value), detail)
            return tuple(proposals)

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    def _planned_again(self, book: ReferenceBook, preview: ImportPreview) -> tuple[Planned, ...]:
        """Plan every row anew; what was looked at must be what is written."""
        try:
            planned = tuple(
                plan(book, _form(book, preview.kind, row), self._room.glyphs) for row in preview.rows
            )
        except Problems as problems:
            raise Refused("reference.changed_since", revision=0, seen=0) from problems
        if tuple(_view(book, one) for one in planned) != preview.changes:
            raise Refused("reference.changed_since", revision=0, seen=0)
        return planned


class _Reading:
    """One look at a sheet: collects changes and problems of its rows."""

    def __init__(self, room: Workroom, kind: ReferenceKind, typed: TypedSheet) -> None:
        self._book = room.reference.book
        self._glyphs = room.glyphs
        self._kind = kind
        self._typed = typed
        self._problems: list[RowProblem] = []
        self._changes: list[ChangeView] = []
        self._rows: list[Fields] = []
        self._met: dict[str, int] = {}
        self._unchanged = 0

    def preview(self, file_name: str) -> ImportPreview:
        """Return what the sheet comes to."""
        for row in self._typed.rows:
            self._take(row)
        entries = {entry.key: entry for entry in self._book.entries(self._kind)}
        absent = [entry for key, entry in entries.items() if key not in self._met]
        for entry in self._superseded(absent):
            self._plan(0, {KEY: entry.key, "active": NO})
        return ImportPreview(
            kind=self._kind,
            file_name=file_name[:200],
            changes=tuple(self._changes),
            unchanged=self._unchanged,
            absent=len(absent),
            problems=tuple(self._problems),
            unknown_columns=self._typed.unknown,
            rows=tuple(self._rows),
        )

    def _take(self, row: TypedRow) -> None:
        fields = clean_fields(SPECS[self._kind], row.fields)
        key = row.fields.get(KEY, "").strip() or key_of(SPECS[self._kind], fields)
        if key and key in self._met:
            self._say(row.row, Problem("sheet.double", KEY, {"row": self._met[key]}))
            return
        known = self._book.entry(self._kind, key) if key else None
        if known is None and row.fields.get(KEY, "").strip():
            self._say(row.row, Problem("sheet.unknown_key", KEY, {"key": key[:60]}))
            return
        if key:
            self._met[key] = row.row
        self._plan(row.row, fields if known is None else {**fields, KEY: key})

    def _plan(self, row: int, fields: Fields) -> None:
        try:
            planned = plan(self._book, _form(self._book, self._kind, fields), self._glyphs)
        except Problems as found:
            for problem in found.problems:
                self._say(row, problem)
            return
        if not planned.changes:
            self._unchanged += 1
            return
        self._changes.append(_view(self._book, planned))
        self._rows.append(fields)

    def _say(self, row: int, problem: Problem) -> None:
        self._problems.append(RowProblem(row, self._typed.letters.get(problem.field, ""), problem))

    def _superseded(self, absent: Iterable[Entry]) -> Iterator[Entry]:
        """Yield the days known from the regulation alone in years whose arrangement the sheet publishes."""
        if self._kind is not ReferenceKind.HOLIDAY:
            return
        rows = [clean_fields(SPECS[self._kind], row.fields) for row in self._typed.rows]
        years = {row.get("date", "")[:4] for row in rows if row.get("source") == "published"}
        for entry in absent:
            if entry.key[:4] in years and entry.active and entry.fields.get("source") == "statutory":
                yield entry


def _form(book: ReferenceBook, kind: ReferenceKind, fields: Fields) -> EntryForm:
    key = fields.get(KEY, "")
    entry = book.entry(kind, key) if key else None
    typed = {name: text for name, text in fields.items() if name != KEY}
    if entry is not None and not typed.get("active", "x"):
        del typed["active"]  # an empty cell says nothing about whether an entry is in use
    return EntryForm(kind, typed, key, 0 if entry is None else entry.revision)


def _view(book: ReferenceBook, planned: Planned) -> ChangeView:
    """Return both parts of a change as one."""
    views = [change_view(book, change, ProposalState.WITHDRAWN) for change in planned.changes]
    fields = tuple(change for view in views for change in view.fields)
    return replace(views[0], fields=fields)


def _portions(changes: Iterable[ReferenceChange | None]) -> Iterator[tuple[ReferenceChange, ...]]:
    portion: list[ReferenceChange] = []
    size = 0
    for change in changes:
        if change is None:
            continue
        weight = len(encode(change))
        if portion and (size + weight > _MOST_BODY_BYTES or len(portion) >= MOST_ROWS):
            yield tuple(portion)
            portion, size = [], 0
        portion.append(change)
        size += weight
    if portion:
        yield tuple(portion)
