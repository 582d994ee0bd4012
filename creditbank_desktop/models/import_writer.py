"""The part of the unit of work that takes sheets of learners in, many rows in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update

from creditbank_desktop.domain.codec import canonical_bytes, to_plain
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.audit_trail import AuditEntry, audit_hash
from creditbank_desktop.models.changes import SYNC_CHANGED
from creditbank_desktop.models.desk_writer import DeskWriter
from creditbank_desktop.models.import_records import KeptImport, KeptRow
from creditbank_desktop.models.import_rows import LearnerImportRow, SheetRowRow
from creditbank_desktop.models.numbering import use_account_number
from creditbank_desktop.models.operation_rows import OWN, AuditRow, OperationRow, StreamRow
from creditbank_desktop.models.projector import table_of
from creditbank_desktop.models.registration_batch import ReadyRegistration, insert_statements
from creditbank_desktop.models.registry_rows import LearnerRow
from creditbank_desktop.models.row_chain import COLUMNS, row_hash
from creditbank_desktop.models.table_writer import TableWriter
from creditbank_desktop.models.trail_writer import CHECKPOINT_EVERY


@dataclass(slots=True)
class _HistoryRows:
    """The rows of operations, stream and audit trail that a batch appends."""

    operations: list[tuple[Any, ...]]
    stream: list[tuple[Any, ...]]
    audit: list[tuple[Any, ...]]


class ImportWriter(DeskWriter):
    """Writes imports, their rows and whole batches of registrations."""

    def save_import(self, kept: KeptImport) -> None:
        """Keep an import as it stands now."""
        values = {
            "import_id": kept.import_id,
            "person": kept.person,
            "state": kept.state.value,
            "file_name": kept.file_name,
            "begun_at": kept.begun_at,
            "document": canonical_bytes(to_plain(kept.document)).decode(),
            "entered_row": kept.entered_row,
            "entered": kept.entered,
            "version": 1,
        }
        self._put(LearnerImportRow, values)
        self._changes.add(("learner_import", kept.import_id))

    def add_import_rows(self, import_id: str, rows: Iterable[KeptRow]) -> None:
        """Keep rows of a sheet that was read."""
        values = [
            {
                "import_id": import_id,
                "sheet_row": row.sheet_row,
                "kind": row.kind.value,
                "learner": row.learner,
                "data": canonical_bytes(row.data).decode(),
            }
            for row in rows
        ]
        if values:
            self._connection.execute(insert(table_of(SheetRowRow)), values)

    def mark_import_row(self, import_id: str, row: KeptRow) -> None:
        """Keep what became of one row."""
        table = SheetRowRow
        data = None if row.data is None else canonical_bytes(row.data).decode()
        changed = update(table).where(table.import_id == import_id, table.sheet_row == row.sheet_row)
        values = {"kind": row.kind.value, "learner": row.learner, "data": data}
        self._connection.execute(changed.values(**values))

    def forget_import_rows(self, import_id: str, most: int) -> int:
        """Delete up to ``most`` rows of an import and return how many there were."""
        row = SheetRowRow
        some = select(row.sheet_row).where(row.import_id == import_id).limit(most)
        numbers = list(self._connection.scalars(some))
        if numbers:
            gone = delete(row).where(row.import_id == import_id, row.sheet_row.in_(numbers))
            self._connection.execute(gone)
        return len(numbers)

    def forget_import(self, import_id: str) -> None:
        """Delete an import whose rows are gone."""
        self._connection.execute(delete(LearnerImportRow).where(LearnerImportRow.import_id == import_id))
        self._changes.add(("learner_import", import_id))

    def register_many(self, actor: Actor, import_id: str, ready: Sequence[ReadyRegistration]) -> None:
        """Let registrations that were made ready take effect, each as `record` would do it.

        Raises `Refused` when who signed them may not any more, or a learner of that id is there.
        """
        if not ready:
            return
        self._look_again(actor, ready)
        start = 0
        while start < len(ready):
            # A checkpoint signs the rows before it, so those must be in their tables by then.
            room = CHECKPOINT_EVERY - self.audit_head().number % CHECKPOINT_EVERY
            part = ready[start : start + room]
            self._write_part(import_id, part)
            start += len(part)
            if self.audit_head().number % CHECKPOINT_EVERY == 0:
                self.make_checkpoint()
        self._changes |= {SYNC_CHANGED, ("learner", import_id), ("number_block", "")}

    def _look_again(self, actor: Actor, ready: Sequence[ReadyRegistration]) -> None:
        person = self.person(actor.person)
        if actor.device != self.identity.device:
            raise Refused("actor.other_device", device=actor.device)
        if person is None or not person.active or actor.roles.isdisjoint(person.roles):
            raise Refused("person.inactive", person=actor.person)
        learners = [one.learner.learner for one in ready]
        there = self._connection.scalar(select(LearnerRow.learner).where(LearnerRow.learner.in_(learners)))
        if there is not None:
            raise Refused("learner.exists", learner=there)

    def _write_part(self, import_id: str, ready: Sequence[ReadyRegistration]) -> None:
        history = self._history_of(ready)
        statements = insert_statements()
        for row, rows in (
            (OperationRow, history.operations),
            (StreamRow, history.stream),
            (AuditRow, history.audit),
        ):
            self._many(TableWriter(table_of(row)).statement, rows)
        for name in ("key_row", "learner_row", "head_row"):
            self._many(statements[name], [getattr(one, name) for one in ready])
        # In the order of the index, so that pages are touched once.
        self._many(statements["search_rows"], sorted(row for one in ready for row in one.search_rows))
        self._many(
            "UPDATE learner_import_row SET learner = ?, data = NULL WHERE import_id = ? AND sheet_row = ?",
            [(one.learner.learner, import_id, one.sheet_row) for one in ready],
        )
        used = 0
        for one, following in zip(ready, [*ready[1:], None], strict=True):
            used += 1
            # The last number of a run moves its block past the others.
            if following is None or _sequence(following) != _sequence(one) + 1:
                use_account_number(self._connection, one.learner, used)
                used = 0

    def _history_of(self, ready: Sequence[ReadyRegistration]) -> _HistoryRows:
        operation, stream, audit = self.operation_head(), self.stream_head(), self.audit_head()
        number, chained, line, previous = operation.number, operation.hash, audit.number, audit.hash
        writers = [TableWriter(table_of(row)) for row in (OperationRow, StreamRow, AuditRow)]
        for one in ready:
            header, body = one.operation.header, one.operation.body
            number, line, stream = number + 1, line + 1, stream.followed_by(one.data)
            values: dict[str, Any] = {
                "local_order": number,
                "op_id": header.operation,
                "data": one.data,
                "type": body.op_type,
                "person": header.person,
                "device": header.device,
                "office": header.office,
                "at": header.at,
                "on_day": header.on,
                "learner": header.learner,
                "application": None,
                "origin": OWN,
                "feed_number": 0,
            }
            chained = row_hash(chained, (values[name] for name in COLUMNS["operation"]))
            writers[0].add({**values, "row_hash": chained})
            place = {"incarnation": stream.incarnation, "seq": stream.sequence, "device": stream.device}
            writers[1].add({**place, "op_id": header.operation, "head_hash": stream.hash})
            entry = AuditEntry(
                line,
                header.at,
                header.person,
                header.device,
                body.op_type,
                "learner",
                one.learner.learner,
                operation=header.operation,
                previous=previous,
            )
            previous = audit_hash(entry)
            writers[2].add(_audit_values(entry, previous))
        return _HistoryRows(*(writer.rows for writer in writers))

    def _many(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            self._connection.exec_driver_sql(statement, list(rows))


def _audit_values(entry: AuditEntry, chained: str) -> dict[str, Any]:
    return {
        "number": entry.number,
        "at": entry.at,
        "person": entry.person,
        "device": entry.device,
        "action": entry.action,
        "subject_kind": entry.subject_kind,
        "subject": entry.subject,
        "detail": entry.detail,
        "op_id": entry.operation,
        "previous": entry.previous,
        "hash": chained,
    }


def _sequence(one: ReadyRegistration) -> int:
    """Return the running number within an account number, in front of its check digit."""
    return int(one.learner.account_number[-7:-1])
