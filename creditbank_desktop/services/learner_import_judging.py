"""Judges the rows of a sheet of learners: new, known, doubled in the sheet, or not to be used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from creditbank_desktop.devices.sheet_stream import SheetRow
from creditbank_desktop.domain.codec import Plain, from_plain, to_plain
from creditbank_desktop.domain.failures import Problem, Problems, Severity
from creditbank_desktop.domain.identity_documents import normalise_document_number
from creditbank_desktop.domain.learners import Learner, LearnerProfile
from creditbank_desktop.domain.operations.profile_changes import profile_difference
from creditbank_desktop.models.import_records import KeptRow, RowKind
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.learner_forms import FormCheck, LearnerReading, form_of, read_learner_form
from creditbank_desktop.services.learner_import_columns import letter_of
from creditbank_desktop.services.learner_import_values import CellReader, digits_lost
from creditbank_desktop.services.reading import read_text
from creditbank_desktop.services.views_import import RowView
from creditbank_desktop.services.views_learners import LearnerForm


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row makes of a learner: profile and studies."""

    profile: LearnerProfile
    programme: str
    intake_year: int
    class_name: str

    def plain(self) -> dict[str, Plain]:
        """Return it as it is kept."""
        return {
            "profile": to_plain(self.profile),
            "programme": self.programme,
            "intake_year": self.intake_year,
            "class_name": self.class_name,
        }

    @classmethod
    def of(cls, data: Any) -> Wanted:
        """Return what `plain` kept."""
        profile = from_plain(LearnerProfile, data["profile"])
        return cls(profile, data["programme"], data["intake_year"], data["class_name"])


@dataclass(slots=True)
class _Read:
    """A row on its way: what it says and what was found so far."""

    row: SheetRow
    form: LearnerForm
    problems: list[Problem]
    reading: LearnerReading | None = None
    known: Learner | None = None


@dataclass(slots=True)
class _Met:
    """In which row a number was met first; eight bytes of its hash are enough to ask the sheet again."""

    rows: dict[int, int] = field(default_factory=dict)

    def first(self, kind: str, number: str, row: int) -> int:
        return self.rows.setdefault(hash((kind, number)), row)


class RowJudge:
    """Judges portion after portion; remembers which numbers the sheet had before."""

    def __init__(self, fields: Sequence[str], cells: CellReader, check: FormCheck) -> None:
        """Judge rows whose columns hold ``fields``."""
        self._letters = {name: letter_of(place) for place, name in enumerate(fields) if name}
        self._cells = cells
        self._check = check
        self._met = _Met()

    def judge(self, reader: Reader, rows: Iterable[SheetRow]) -> list[KeptRow]:
        """Return the rows as they are kept."""
        read = [self._read(row) for row in rows]
        self._find_known(reader, read)
        return [self._judged(one) for one in read]

    def _read(self, row: SheetRow) -> _Read:
        form, problems = self._cells.read(row.cells)
        return _Read(row, form, list(problems))

    def _find_known(self, reader: Reader, read: Sequence[_Read]) -> None:
        documents = {normalise_document_number(one.form.document_number): one for one in read}
        students = {_student(one.form): one for one in read}
        documents.pop("", None)
        students.pop("", None)
        by_document = {
            (other.profile.document_kind, other.profile.document_number): other
            for other in reader.learners_with_documents(documents)
            if other.profile is not None
        }
        by_student = {
            other.profile.student_number: other
            for other in reader.learners_with_student_numbers(students)
            if other.profile is not None
        }
        for one in read:
            number = normalise_document_number(one.form.document_number)
            found = by_document.get((one.form.document_kind, number))
            other = by_student.get(_student(one.form))
            self._say_who(one, found, other)

    def _say_who(self, one: _Read, found: Learner | None, other: Learner | None) -> None:
        base = found or other
        is_another = other is not None and found is not None and other.learner != found.learner
        if other is not None and found is None:
            assert other.profile is not None
            is_another = other.profile.name != "".join(one.form.name.split())
        if is_another and other is not None:
            params = {"account": other.account_number}
            one.problems.append(Problem("import.number_of_another", "student_number", params))
        elif base is not None:
            one.known = base
            merged, _again = self._cells.read(one.row.cells, form_of(base))
            one.form = merged
        one.reading = read_learner_form(one.form, self._check, one.known)

    def _judged(self, one: _Read) -> KeptRow:
        assert one.reading is not None
        problems = self._all_problems(one)
        wanted = None
        if not any(problem.severity is Severity.ERROR for problem in problems):
            wanted = _wanted(one)
        if wanted is None:
            return KeptRow(one.row.number, RowKind.BAD, None, self._told(one, problems))
        if one.known is not None:
            return self._judged_known(one, one.known, wanted)
        if problems:
            told = self._told(one, problems)
            return KeptRow(one.row.number, RowKind.WARNED, None, {**told, **wanted.plain()})
        return KeptRow(one.row.number, RowKind.NEW, None, wanted.plain())

    def _judged_known(self, one: _Read, known: Learner, wanted: Wanted) -> KeptRow:
        changes = changed_fields(known, wanted)
        cells: list[Plain] = list(one.row.cells)
        if not changes:
            return KeptRow(one.row.number, RowKind.SAME, known.learner, {"cells": cells})
        data: dict[str, Plain] = {
            "cells": cells,
            "base": known.revision,
            "changes": list(changes),
            **wanted.plain(),
        }
        return KeptRow(one.row.number, RowKind.DIFFERS, known.learner, data)

    def _all_problems(self, one: _Read) -> list[Problem]:
        assert one.reading is not None
        typed = {problem.field for problem in one.problems}
        found = [problem for problem in one.reading.problems if problem.field not in typed]
        problems = [*one.problems, *(_as_rounded(problem, one.form) for problem in found)]
        for kind, name, number in (
            (
                one.form.document_kind.value,
                "document_number",
                normalise_document_number(one.form.document_number),
            ),
            ("student", "student_number", _student(one.form)),
        ):
            if number:
                first = self._met.first(kind, number, one.row.number)
                if first != one.row.number:
                    problems.append(Problem("sheet.double", name, {"row": first}))
        return problems

    def _told(self, one: _Read, problems: Iterable[Problem]) -> dict[str, Plain]:
        cells: list[Plain] = list(one.row.cells)
        told: list[Plain] = [
            [problem.code, problem.field, dict(problem.params), problem.severity.value, self._letter(problem)]
            for problem in problems
        ]
        return {"cells": cells, "problems": told}

    def _letter(self, problem: Problem) -> str:
        return self._letters.get(problem.field, "")


def changed_fields(before: Learner, wanted: Wanted) -> tuple[str, ...]:
    """Return the names of the fields in which a known learner differs from what a row says."""
    names = list(() if before.profile is None else profile_difference(before.profile, wanted.profile))
    names = [name for name in names if name != "name_as_typed"]
    if before.programme != wanted.programme:
        names.append("programme")
    if before.intake_year != wanted.intake_year:
        names.append("intake_year")
    if before.class_name != wanted.class_name:
        names.append("class_name")
    return tuple(names)


def view_of(row: KeptRow) -> RowView:
    """Return a kept row as screens show it."""
    data = cast("dict[str, Any]", row.data or {})
    problems = tuple(
        (letter, Problem(code, name, params, Severity(severity)))
        for code, name, params, severity, letter in data.get("problems", ())
    )
    return RowView(
        row.sheet_row,
        row.kind,
        tuple(data.get("cells", ())),
        problems,
        tuple(data.get("changes", ())),
        row.learner,
    )


def _wanted(one: _Read) -> Wanted | None:
    reading = one.reading
    if reading is None or reading.profile is None:
        return None
    try:
        class_name = read_text(one.form.class_name, "class_name")
    except Problems:  # already among the problems of the form
        return None
    profile = reading.profile
    if one.known is not None and one.known.profile is not None:
        profile = replace(profile, name_as_typed=one.known.profile.name_as_typed)
    return Wanted(profile, one.form.programme.strip(), reading.intake_year, class_name)


def _student(form: LearnerForm) -> str:
    return "".join(form.student_number.split()).upper()


def _as_rounded(problem: Problem, form: LearnerForm) -> Problem:
    """Return what really happened to a number whose last digits became zeros."""
    number = "".join(form.document_number.split())
    is_rounded = len(number) == 18 and number.isdigit() and number.endswith("000")
    if problem.field == "document_number" and problem.severity is Severity.ERROR and is_rounded:
        return digits_lost("document_number", number)
    return problem
