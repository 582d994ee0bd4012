"""Queries about imports of learners, and about many learners at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import func, select

from creditbank_desktop.domain.codec import Plain, plain_of
from creditbank_desktop.domain.ids import LearnerId, PersonId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.models.application_rows import ApplicationRow
from creditbank_desktop.models.import_records import ImportState, KeptImport, KeptRow, RowKind
from creditbank_desktop.models.import_rows import LearnerImportRow, SheetRowRow
from creditbank_desktop.models.learner_translation import learner_of
from creditbank_desktop.models.operation_rows import OperationRow
from creditbank_desktop.models.registry_rows import LearnerRow
from creditbank_desktop.models.shelf_reader import ShelfReader


class ImportQueries(ShelfReader):
    """Queries about sheets on their way into the records."""

    def learner_imports(self) -> tuple[KeptImport, ...]:
        """Return every import that is kept here, the latest first."""
        rows = self._all(select(LearnerImportRow).order_by(LearnerImportRow.begun_at.desc()))
        return tuple(_import_of(row) for row in rows)

    def learner_import(self, import_id: str) -> KeptImport | None:
        """Return an import."""
        row = self._one(LearnerImportRow, LearnerImportRow.import_id == import_id)
        return None if row is None else _import_of(row)

    def import_rows(
        self, import_id: str, kinds: Iterable[RowKind], after: int, limit: int
    ) -> tuple[KeptRow, ...]:
        """Return up to ``limit`` rows of the sheet of these kinds behind the row ``after``, in order."""
        row = SheetRowRow
        statement = (
            select(row)
            .where(row.import_id == import_id, row.sheet_row > after)
            .where(row.kind.in_([kind.value for kind in kinds]))
            .order_by(row.sheet_row)
            .limit(limit)
        )
        return tuple(_row_of(found) for found in self._all(statement))

    def import_counts(self, import_id: str) -> dict[RowKind, int]:
        """Return how many rows of each kind an import has."""
        row = SheetRowRow
        statement = select(row.kind, func.count()).where(row.import_id == import_id).group_by(row.kind)
        return {RowKind(kind): int(count) for kind, count in self._connection.execute(statement)}

    def learners_with_documents(self, numbers: Iterable[str]) -> tuple[Learner, ...]:
        """Return the learners whose document number is one of ``numbers``, of whatever kind."""
        return self._learners_where(LearnerRow.document_number.in_(list(numbers)))

    def learners_with_student_numbers(self, numbers: Iterable[str]) -> tuple[Learner, ...]:
        """Return the learners whose student number is one of ``numbers``."""
        return self._learners_where(LearnerRow.student_number.in_(list(numbers)))

    def used_learners(self, learners: Iterable[LearnerId]) -> frozenset[LearnerId]:
        """Return those of the learners on whom something hangs: a file, a merge, or any second operation."""
        keys = list(learners)
        row = OperationRow
        several = select(row.learner).where(row.learner.in_(keys)).group_by(row.learner)
        found = set(self._connection.scalars(several.having(func.count() > 1)))
        files = select(ApplicationRow.learner).where(ApplicationRow.learner.in_(keys))
        merged = select(LearnerRow.alias_of).where(LearnerRow.alias_of.in_(keys))
        found |= set(self._connection.scalars(files)) | set(self._connection.scalars(merged))
        return frozenset(LearnerId(key) for key in found if key)

    def _learners_where(self, condition: Any) -> tuple[Learner, ...]:
        rows = self._all(select(LearnerRow).where(condition).order_by(LearnerRow.learner))
        return tuple(learner_of(row) for row in rows)


def _import_of(row: Any) -> KeptImport:
    return KeptImport(
        row.import_id,
        PersonId(row.person),
        ImportState(row.state),
        row.file_name,
        row.begun_at,
        cast("dict[str, Plain]", plain_of(row.document.encode())),
        row.entered_row,
        row.entered,
    )


def _row_of(row: Any) -> KeptRow:
    data = None if row.data is None else plain_of(row.data.encode())
    learner = None if row.learner is None else LearnerId(row.learner)
    return KeptRow(row.sheet_row, RowKind(row.kind), learner, data)
