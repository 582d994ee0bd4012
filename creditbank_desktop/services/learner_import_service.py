"""Opening learners in bulk from a sheet: look, assign columns, examine, enter, and take back.

Nothing reaches the records before an import is entered; what was read lies beside them, in the encrypted
database. From then on it is finished or taken back as a whole, whatever happens to the program meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import cast

from creditbank_desktop.devices.limited_process import TaskRefused
from creditbank_desktop.devices.sheet_stream import SheetRow, stream_sheet
from creditbank_desktop.devices.sheets import Column, Sheet, write_xlsx
from creditbank_desktop.domain.codec import Plain
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.import_records import ImportState, KeptImport, RowKind
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.account_numbers import numbers_left, reserve
from creditbank_desktop.services.learner_forms import FormCheck
from creditbank_desktop.services.learner_import_columns import (
    FIELDS,
    columns_of,
    heading_row,
    is_names_row,
    key_of,
    missing,
)
from creditbank_desktop.services.learner_import_judging import RowJudge, view_of
from creditbank_desktop.services.learner_import_running import ImportRun
from creditbank_desktop.services.learner_import_values import CellReader
from creditbank_desktop.services.reading import read_text
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_import import (
    ImportProgress,
    ImportStage,
    ImportSummary,
    ImportWords,
    RowView,
    RunChoice,
    SheetLook,
)
from creditbank_desktop.services.workroom import Workroom

_LOOK_ROWS = 200
_FORGET_ROWS = 200
_EXPORT_ROWS = 500
_NOT_ENTERED = (ImportState.READING, ImportState.LOOKED_AT)
_UNDER_WAY = (ImportState.ENTERING, ImportState.TAKING_BACK)
PROBLEM_KINDS = (RowKind.BAD, RowKind.LATE)


class LearnerImportService:
    """Actions on sheets of learners."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def template(self, actor: Actor, words: ImportWords) -> bytes:
        """Return an empty xlsx with headings, notes and drop-downs."""
        return write_xlsx(Sheet(words.title, _columns(words)), spare_rows=1_000)

    @permitted
    def look(self, actor: Actor, path: str, words: Sequence[ImportWords]) -> SheetLook:
        """Return the columns of a sheet, each with the field that it seems to hold.

        Raises `Problems` for a file that is none, as `stream_sheet` names them, and "sheet.empty".
        """
        file = Path(path)
        rows: list[SheetRow] = []
        with closing(_rows_of(file)) as portions:
            for portion in portions:
                rows += portion
                if len(rows) >= _LOOK_ROWS:
                    break
        if len(rows) < 2:
            raise Problems([Problem("sheet.empty", "file")])
        place = heading_row(rows, words)
        kept = self._room.store.read(lambda reader: reader.setting(key_of(rows[place].cells)))
        remembered = [str(name) for name in kept] if isinstance(kept, list) else None
        columns = columns_of(rows, place, words, remembered)
        return SheetLook(path, file.name, rows[place].number, columns, remembered is not None)

    @permitted
    def examine(
        self,
        actor: Actor,
        look: SheetLook,
        words: Sequence[ImportWords],
        progress: ImportProgress,
    ) -> ImportSummary | None:
        """Read and judge every row; ``look`` carries the columns as they were assigned. None if cancelled.

        An earlier sheet that was only looked at goes. Raises `Problems`: "import.column_missing" (column) and
        for a file that is none; `Refused` ("import.under_way").
        """
        fields = [column.field for column in look.columns]
        lacking = missing(fields)
        if lacking:
            raise Problems([Problem("import.column_missing", name, {"column": name}) for name in lacking])
        self._clear_away()
        kept = self._begun(actor, look, fields)
        try:
            is_whole = self._read_rows(kept, look, fields, words, progress)
        except BaseException:
            self._forget(kept.import_id)
            raise
        if not is_whole:
            self._forget(kept.import_id)
            return None
        ready = replace(kept, state=ImportState.LOOKED_AT)
        self._room.store.write(lambda unit: unit.save_import(ready))
        return self.summary(actor, kept.import_id)

    @permitted
    def summary(self, actor: Actor, import_id: str) -> ImportSummary:
        """Return where an import stands; raises `Refused` ("import.unknown")."""
        return self._room.store.read(lambda reader: self._summary(reader, _known(reader, import_id)))

    @permitted
    def latest(self, actor: Actor) -> ImportSummary | None:
        """Return the import that is under way or was the last, None when none is kept."""

        def work(reader: Reader) -> ImportSummary | None:
            imports = [one for one in reader.learner_imports() if one.state is not ImportState.READING]
            first = next((one for one in imports if one.state in _UNDER_WAY), None)
            found = first or (imports[0] if imports else None)
            return None if found is None else self._summary(reader, found)

        return self._room.store.read(work)

    @permitted
    def rows(
        self, actor: Actor, import_id: str, kinds: Sequence[RowKind], after: int, limit: int
    ) -> tuple[RowView, ...]:
        """Return rows of these kinds behind the row ``after``; the look is entered into the audit trail."""
        self._room.store.readings.note(actor, "import.read", ("import", import_id))
        found = self._room.store.read(lambda reader: reader.import_rows(import_id, kinds, after, limit))
        return tuple(view_of(row) for row in found)

    @permitted
    def export_problems(
        self, actor: Actor, import_id: str, words: ImportWords, say: Callable[[Problem], str]
    ) -> bytes:
        """Return an xlsx of the rows that cannot be entered, as they came, with what is wrong behind them."""
        kept = self._room.store.read(lambda reader: _known(reader, import_id))
        headings = cast("list[str]", kept.document["headings"])
        fields = cast("list[str]", kept.document["fields"])
        names = [name or f"column{place}" for place, name in enumerate(fields)]
        columns = [Column(name, heading) for name, heading in zip(names, headings, strict=True)]
        found = [_sent_back(view, len(columns), say) for view in self._problem_rows(kept.import_id)]
        sheet = Sheet(words.title, (*columns, Column("problems", words.problems, width=60)), tuple(found))
        data = write_xlsx(sheet, spare_rows=0)
        detail = {"rows": len(found)}
        self._room.store.write(
            lambda unit: unit.audit(actor, "import.exported", ("import", import_id), detail)
        )
        return data

    @permitted
    def run(
        self, actor: Actor, import_id: str, choice: RunChoice, progress: ImportProgress
    ) -> OpResult[ImportSummary]:
        """Enter what was looked at; cancelled, everything that was entered is taken back.

        Raises `Problems` without a purpose and `Refused`: "number_block.too_few" (needed, free),
        "import.not_ready".
        """
        purpose = read_text(choice.purpose, "purpose")
        if not purpose:
            raise Problems([Problem("field.required", "purpose")])

        def begin(unit: UnitOfWork) -> KeptImport:
            kept = _known(unit, import_id)
            if kept.state is not ImportState.LOOKED_AT:
                raise Refused("import.not_ready", state=kept.state.value)
            counts = unit.import_counts(import_id)
            wanted = counts.get(RowKind.NEW, 0)
            wanted += counts.get(RowKind.WARNED, 0) if choice.with_warned else 0
            corrections = counts.get(RowKind.DIFFERS, 0) if choice.with_corrections else 0
            year = self._room.clock.today().year
            head = unit.stream_head()
            document: dict[str, Plain] = {
                **kept.document,
                "purpose": purpose,
                "with_warned": choice.with_warned,
                "with_corrections": choice.with_corrections,
                "wanted": wanted + corrections,
                "year": year,
                "numbers": cast(Plain, reserve(unit, year, wanted)),
                "numbers_used": 0,
                "corrected": 0,
                "kept": 0,
                "incarnation": head.incarnation,
                "sequence": head.sequence,
            }
            entering = replace(kept, state=ImportState.ENTERING, document=document)
            unit.save_import(entering)
            detail: Mapping[str, str | int] = {"wanted": wanted + corrections, "purpose": purpose}
            unit.audit(actor, "import.begun", ("import", import_id), detail)
            return entering

        kept = self._room.store.write(begin).value
        return self._carried_out(actor, ImportRun(self._room, actor, kept, progress).enter)

    @permitted
    def resume(self, actor: Actor, import_id: str, progress: ImportProgress) -> OpResult[ImportSummary]:
        """Finish an import, or the taking back of one, that the end of the program interrupted."""
        kept = self._room.store.read(lambda reader: _known(reader, import_id))
        if kept.state not in _UNDER_WAY:
            raise Refused("import.not_ready", state=kept.state.value)
        run = ImportRun(self._room, actor, kept, progress)
        return self._carried_out(actor, run.enter if kept.state is ImportState.ENTERING else run.take_back)

    @permitted
    def take_back(self, actor: Actor, import_id: str, progress: ImportProgress) -> OpResult[ImportSummary]:
        """Take a whole import back, until any of it was sent; who is in use already stays.

        Raises `Refused` ("import.sent", "import.not_ready").
        """

        def check(reader: Reader) -> KeptImport:
            kept = _known(reader, import_id)
            if kept.state not in (ImportState.ENTERED, ImportState.ENTERING):
                raise Refused("import.not_ready", state=kept.state.value)
            if kept.state is ImportState.ENTERED and not _is_unsent(reader, kept):
                raise Refused("import.sent")
            return kept

        kept = self._room.store.read(check)
        return self._carried_out(actor, ImportRun(self._room, actor, kept, progress).take_back)

    @permitted
    def discard(self, actor: Actor, import_id: str) -> OpResult[None]:
        """Forget what was read of a sheet; raises `Refused` ("import.under_way")."""
        kept = self._room.store.read(lambda reader: _known(reader, import_id))
        if kept.state in _UNDER_WAY:
            raise Refused("import.under_way")
        return OpResult(None, self._forget(import_id))

    def _carried_out(self, actor: Actor, work: Callable[[], KeptImport]) -> OpResult[ImportSummary]:
        ended = work()
        changes = frozenset({("learner", ended.import_id), ("learner_import", ended.import_id), ("sync", "")})
        return OpResult(self.summary(actor, ended.import_id), changes | {("number_block", "")})

    def _begun(self, actor: Actor, look: SheetLook, fields: Sequence[str]) -> KeptImport:
        headings = [column.heading for column in look.columns]
        document: dict[str, Plain] = {"headings": list(headings), "fields": list(fields)}
        kept = KeptImport(
            self._room.ids.new_id(),
            actor.person,
            ImportState.READING,
            look.file_name[:200],
            self._room.clock.now(),
            document,
        )

        def work(unit: UnitOfWork) -> None:
            unit.save_import(kept)
            unit.set_setting(key_of(headings), list(fields))

        self._room.store.write(work)
        return kept

    def _read_rows(
        self,
        kept: KeptImport,
        look: SheetLook,
        fields: Sequence[str],
        words: Sequence[ImportWords],
        progress: ImportProgress,
    ) -> bool:
        room = self._room
        progress.stage = ImportStage.READING
        cells = CellReader(fields, room.curriculum.programmes(), words)
        judge = RowJudge(fields, cells, FormCheck(room.clock.today(), room.glyphs, room.curriculum))
        with closing(_rows_of(Path(look.path))) as portions:
            for portion in portions:
                if progress.cancelled:
                    return False
                rows = [
                    row for row in portion if row.number > look.heading_row and not is_names_row(row.cells)
                ]
                judged = room.store.read(lambda reader, rows=rows: judge.judge(reader, rows))  # type: ignore[misc]
                room.store.write(
                    lambda unit, judged=judged: unit.add_import_rows(kept.import_id, judged)  # type: ignore[misc]
                )
                progress.done += len(rows)
        if not progress.done:
            raise Problems([Problem("sheet.empty", "file")])
        return True

    def _clear_away(self) -> None:
        """Forget earlier sheets; one that is under way stops everything."""
        for one in self._room.store.read(lambda reader: reader.learner_imports()):
            if one.state in _UNDER_WAY:
                raise Refused("import.under_way")
            self._forget(one.import_id)

    def _forget(self, import_id: str) -> frozenset[tuple[str, str]]:
        store = self._room.store
        while store.write(lambda unit: unit.forget_import_rows(import_id, _FORGET_ROWS)).value:
            pass
        return store.write(lambda unit: unit.forget_import(import_id)).changes

    def _summary(self, reader: Reader, kept: KeptImport) -> ImportSummary:
        document = kept.document
        return ImportSummary(
            kept.import_id,
            kept.file_name,
            kept.state,
            reader.import_counts(kept.import_id),
            kept.entered,
            cast(int, document.get("corrected", 0)),
            cast(int, document.get("kept", 0)),
            numbers_left(reader, self._room.clock.today().year),
            kept.state is ImportState.ENTERED and kept.entered > 0 and _is_unsent(reader, kept),
        )

    def _problem_rows(self, import_id: str) -> Iterator[RowView]:
        after = 0
        while rows := self._room.store.read(
            lambda reader, after=after: reader.import_rows(import_id, PROBLEM_KINDS, after, _EXPORT_ROWS)  # type: ignore[misc]
        ):
            yield from (view_of(row) for row in rows)
            after = rows[-1].sheet_row


def _known(reader: Reader, import_id: str) -> KeptImport:
    found = reader.learner_import(import_id)
    if found is None:
        raise Refused("import.unknown")
    return found


def _is_unsent(reader: Reader, kept: KeptImport) -> bool:
    """Return whether nothing that was written since the import began was handed to the network."""
    document = kept.document
    same = reader.incarnation() == document.get("incarnation")
    return same and reader.sent_sequence() <= cast(int, document["sequence"])


def _rows_of(path: Path) -> Generator[tuple[SheetRow, ...], None, None]:
    try:
        yield from stream_sheet(path)
    except TaskRefused as refused:
        raise Problems([Problem(refused.code, "file", refused.params)]) from refused


def _columns(words: ImportWords) -> tuple[Column, ...]:
    return tuple(
        Column(
            name,
            words.labels[name],
            words.notes.get(name, ""),
            tuple(dict.fromkeys(words.choices.get(name, {}))),
        )
        for name in FIELDS
    )


def _sent_back(view: RowView, width: int, say: Callable[[Problem], str]) -> tuple[str, ...]:
    cells = (view.cells[place] if place < len(view.cells) else "" for place in range(width))
    return (*cells, "\n".join(_told(letter, say(problem)) for letter, problem in view.problems))


def _told(letter: str, sentence: str) -> str:
    return f"{letter}: {sentence}" if letter else sentence
