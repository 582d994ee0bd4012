"""Enters the rows of an import into the records, in steps so short that nobody else's save waits for them.

A step is one transaction that registers some learners and moves the import's mark past their rows. A crash
therefore leaves the import at a mark and never between two; whoever comes next finishes it or takes it back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any, TypeVar, cast

from creditbank_desktop.domain.codec import Plain
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LearnerId, ProgrammeCode
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.numbers import account_number
from creditbank_desktop.domain.operations.profile_changes import profile_difference
from creditbank_desktop.domain.operations.registry_bodies import (
    LearnerCorrected,
    LearnerRegistered,
    LearnerUnregistered,
    ProfileChange,
)
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.import_records import ImportState, KeptImport, KeptRow, RowKind
from creditbank_desktop.models.registration_batch import (
    ReadyRegistration,
    Registration,
    RegistrationMaker,
)
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.learner_import_judging import Wanted, changed_fields
from creditbank_desktop.services.results import Changes
from creditbank_desktop.services.views_import import ImportProgress, ImportStage
from creditbank_desktop.services.workroom import Workroom

T = TypeVar("T")

STEP_SECONDS = 0.025
"""How long a step may hold the writer, commit and flush included.

Pages are encrypted when they are committed, which takes as long as the statements did.
"""
_FIRST_STEP, _MOST_ROWS = 40, 250
_TAKEN_BACK_REASON = "import taken back"


class Pace:
    """How many rows the next step takes, from how long the last one held the writer."""

    def __init__(self) -> None:
        """Begin carefully."""
        self.rows = _FIRST_STEP

    def learn(self, rows: int, seconds: float) -> None:
        """Take note of a step; from one to the next it grows by half at most."""
        if rows:
            fitting = rows * STEP_SECONDS / max(seconds, 1e-6)
            self.rows = max(1, min(int(fitting), self.rows + self.rows // 2 + 1, _MOST_ROWS))


@dataclass(frozen=True, slots=True)
class _Step:
    """The rows of one step, made ready."""

    rows: tuple[KeptRow, ...]
    ready: tuple[ReadyRegistration, ...]
    corrections: tuple[KeptRow, ...]


class ImportRun:
    """One import on its way into the records, or out of them again."""

    def __init__(self, room: Workroom, actor: Actor, kept: KeptImport, progress: ImportProgress) -> None:
        """Go on with ``kept`` where it stands."""
        self._room = room
        self._actor = actor
        self._kept = kept
        self._progress = progress
        self._pace = Pace()
        self.changes: Changes = frozenset()
        self.longest_step_ms = 0.0

    def enter(self) -> KeptImport:
        """Enter every row that is wanted and return the import as it ended; cancelled, it is taken back."""
        kinds = self._kinds()
        progress, document = self._progress, self._kept.document
        progress.stage, progress.total = ImportStage.ENTERING, cast(int, document["wanted"])
        maker = self._maker()
        while not progress.cancelled:
            step = self._next_step(kinds, maker)
            if not step.rows:
                return self._finish(ImportState.ENTERED, "learners.imported")
            self._do(lambda unit, step=step: self._write(unit, step), len(step.rows))  # type: ignore[misc]
            progress.done = self._kept.entered
        return self.take_back()

    def take_back(self) -> KeptImport:
        """Take back everything that was entered, save what something hangs on already."""
        kept, progress = self._kept, self._progress
        if kept.state is not ImportState.TAKING_BACK:
            started = replace(kept, state=ImportState.TAKING_BACK, entered_row=0)
            started.document["kept"] = 0
            self._do(lambda unit: unit.save_import(started), 0)
            self._kept = started
        progress.stage, progress.total, progress.done = ImportStage.TAKING_BACK, kept.entered, 0
        kinds = (RowKind.NEW, RowKind.WARNED, RowKind.DIFFERS)
        while rows := self._read_rows(kinds, max(1, self._pace.rows)):
            self._do(lambda unit, rows=rows: self._unwrite(unit, rows), len(rows))  # type: ignore[misc]
            progress.done += len(rows)
        return self._finish(ImportState.TAKEN_BACK, "learners.import_taken_back")

    def _kinds(self) -> tuple[RowKind, ...]:
        document = self._kept.document
        kinds = [RowKind.NEW]
        if document.get("with_warned"):
            kinds.append(RowKind.WARNED)
        if document.get("with_corrections"):
            kinds.append(RowKind.DIFFERS)
        return tuple(kinds)

    def _maker(self) -> RegistrationMaker:
        person = self._room.store.read(lambda reader: reader.person(self._actor.person))
        if person is None:
            raise Refused("person.unknown", person=self._actor.person)
        return RegistrationMaker(self._actor, person, self._room.clock, self._room.ids)

    def _read_rows(self, kinds: Iterable[RowKind], most: int) -> tuple[KeptRow, ...]:
        kept = self._kept
        return self._room.store.read(
            lambda reader: reader.import_rows(kept.import_id, tuple(kinds), kept.entered_row, most)
        )

    def _next_step(self, kinds: tuple[RowKind, ...], maker: RegistrationMaker) -> _Step:
        rows = self._read_rows(kinds, self._pace.rows)
        numbers = self._numbers(sum(row.kind is not RowKind.DIFFERS for row in rows))
        registrations: list[Registration] = []
        for place, row in enumerate(rows):
            if row.kind is RowKind.DIFFERS:
                continue
            if len(registrations) == len(numbers):
                rows = rows[:place]  # the next number is of another block
                break
            wanted = Wanted.of(row.data)
            body = LearnerRegistered(
                LearnerId(self._room.ids.new_id()),
                ProgrammeCode(wanted.programme),
                wanted.intake_year,
                wanted.class_name,
                numbers[len(registrations)],
            )
            registrations.append(Registration(row.sheet_row, body, wanted.profile))
        corrections = tuple(row for row in rows if row.kind is RowKind.DIFFERS)
        return _Step(rows, maker.make(registrations), corrections)

    def _numbers(self, count: int) -> list[str]:
        """Return the next account numbers that are reserved, up to the end of their block."""
        office = self._room.store.read(lambda reader: reader.office())
        assert office is not None
        document = cast("dict[str, Any]", self._kept.document)
        used, year = document["numbers_used"], document["year"]
        for first, last in document["numbers"]:
            if first + used <= last:
                numbers = range(first + used, min(last, first + used + count - 1) + 1)
                return [account_number(office.school, year, office.code, number) for number in numbers]
            used -= last - first + 1
        return []

    def _do(self, work: Callable[[UnitOfWork], None], rows: int) -> None:
        began = perf_counter()

        def timed(unit: UnitOfWork) -> None:
            nonlocal began
            began = perf_counter()  # waiting for one's turn holds nobody up
            work(unit)

        written = self._room.store.write(timed)
        took = perf_counter() - began
        self._pace.learn(rows, took)
        self.longest_step_ms = max(self.longest_step_ms, took * 1_000)
        self.changes |= {change for change in written.changes if change[0] != "account"}

    def _write(self, unit: UnitOfWork, step: _Step) -> None:
        kept = self._kept
        late = _came_meanwhile(unit, step.ready)
        ready = tuple(one for one in step.ready if one.sheet_row not in late)
        unit.register_many(self._actor, kept.import_id, ready)
        corrected = 0
        for row in step.corrections:
            corrected += self._correct(unit, row)
        by_row = {row.sheet_row: row for row in step.rows}
        for sheet_row in late:
            self._mark_late(unit, by_row[sheet_row], "import.came_meanwhile")
        document = dict(kept.document)
        document["numbers_used"] = cast(int, document["numbers_used"]) + len(step.ready)
        document["corrected"] = cast(int, document["corrected"]) + corrected
        done = kept.entered + len(ready) + corrected
        after = replace(kept, document=document, entered_row=step.rows[-1].sheet_row, entered=done)
        unit.save_import(after)
        self._kept = after

    def _correct(self, unit: UnitOfWork, row: KeptRow) -> int:
        data = cast("dict[str, Any]", row.data)
        before = None if row.learner is None else unit.learner(row.learner)
        if before is None or before.profile is None or before.revision != data["base"]:
            self._mark_late(unit, row, "import.changed_meanwhile")
            return 0
        back = Wanted(before.profile, before.programme, before.intake_year, before.class_name)
        _record_correction(unit, self._actor, before, Wanted.of(data))
        after: Plain = {"changes": data["changes"], "back": back.plain(), "revision": before.revision + 1}
        unit.mark_import_row(self._kept.import_id, replace(row, data=after))
        return 1

    def _mark_late(self, unit: UnitOfWork, row: KeptRow, code: str) -> None:
        data = cast("dict[str, Any]", row.data)
        told: Plain = {"cells": data.get("cells", []), "problems": [[code, "", {}, "error", ""]]}
        unit.mark_import_row(self._kept.import_id, replace(row, kind=RowKind.LATE, data=told))

    def _unwrite(self, unit: UnitOfWork, rows: Sequence[KeptRow]) -> None:
        kept = self._kept
        entered = [row for row in rows if row.learner is not None]
        used = unit.used_learners(row.learner for row in entered if row.kind is not RowKind.DIFFERS)  # type: ignore[misc]
        stays = 0
        for row in entered:
            assert row.learner is not None
            if row.kind is RowKind.DIFFERS:
                self._correct_back(unit, row)
            elif row.learner in used:
                stays += 1
            else:
                unit.record(self._actor, LearnerUnregistered(row.learner, _TAKEN_BACK_REASON))
        document = dict(kept.document)
        document["kept"] = cast(int, document["kept"]) + stays
        after = replace(kept, document=document, entered_row=rows[-1].sheet_row)
        unit.save_import(after)
        self._kept = after

    def _correct_back(self, unit: UnitOfWork, row: KeptRow) -> None:
        data = cast("dict[str, Any]", row.data or {})
        before = None if row.learner is None else unit.learner(row.learner)
        if before is not None and "back" in data and before.revision == data["revision"]:
            _record_correction(unit, self._actor, before, Wanted.of(data["back"]))

    def _finish(self, state: ImportState, action: str) -> KeptImport:
        ended = replace(self._kept, state=state)

        def work(unit: UnitOfWork) -> None:
            unit.save_import(ended)
            detail: Mapping[str, str | int] = {
                "entered": ended.entered,
                "corrected": cast(int, ended.document["corrected"]),
                "purpose": cast(str, ended.document["purpose"]),
            }
            unit.audit(self._actor, action, ("import", ended.import_id), detail)

        self._do(work, 0)
        self._kept = ended
        return ended


def _record_correction(unit: UnitOfWork, actor: Actor, before: Learner, wanted: Wanted) -> None:
    assert before.profile is not None
    body = LearnerCorrected(
        before.learner,
        before.revision,
        _if_changed(ProgrammeCode(wanted.programme), before.programme),
        _if_changed(wanted.intake_year, before.intake_year),
        _if_changed(wanted.class_name, before.class_name),
        "import",
    )
    difference = profile_difference(before.profile, wanted.profile)
    if difference or changed_fields(before, wanted):
        unit.record(actor, body, learner=before.learner, personal=ProfileChange(difference))


def _came_meanwhile(unit: UnitOfWork, ready: Sequence[ReadyRegistration]) -> frozenset[int]:
    """Return the rows whose person was registered since the sheet was read."""
    profiles = [(one.sheet_row, one.learner.profile) for one in ready]
    documents = {
        (other.profile.document_kind, other.profile.document_number)
        for other in unit.learners_with_documents(p.document_number for _row, p in profiles if p)
        if other.profile is not None
    }
    numbers = [p.student_number for _row, p in profiles if p and p.student_number]
    students = {
        other.profile.student_number
        for other in unit.learners_with_student_numbers(numbers)
        if other.profile is not None
    }
    return frozenset(
        row
        for row, profile in profiles
        if profile is not None
        and (
            (profile.document_kind, profile.document_number) in documents
            or profile.student_number in students
        )
    )


def _if_changed(new: T, old: T) -> T | None:
    return None if new == old else new
