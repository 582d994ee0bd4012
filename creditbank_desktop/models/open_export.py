"""Everything that a store holds as plain JSON values, row by row, for exports that any program can read."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Table, select

from creditbank_desktop.domain.codec import Plain, format_instant, to_plain
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.operations.envelope import open_envelope, operation_hash, read_envelope
from creditbank_desktop.models.application_rows import ApplicationRow, EvidenceRow
from creditbank_desktop.models.learner_keys import LearnerKeyTable
from creditbank_desktop.models.operation_rows import OperationRow
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.row import TableRow
from creditbank_desktop.models.schema import HEAD
from creditbank_desktop.vault.sealing import LearnerSealer

SECRETS = {
    "device_identity": ("signing_seed", "box_key"),
    "learner_key": ("secret",),
}
"""Columns that open or sign: they are no data and leave the program in no export."""
DERIVED = ("learner_search_key", "operation")
"""Tables that are left out: found again from the others, or written with all they hold as operations."""
_CHUNK = 500
REVISION = HEAD


@dataclass(frozen=True, slots=True)
class ColumnNote:
    """One column of a table: its name, the type of its values in JSON, and whether it may be null."""

    name: str
    kind: str
    nullable: bool


@dataclass(frozen=True, slots=True)
class TableNote:
    """One table: its name, what it is, and its columns."""

    name: str
    meaning: str
    columns: tuple[ColumnNote, ...]


@dataclass(frozen=True, slots=True)
class NamedFile:
    """An evidence file with the names that people know: receipt number, position and file name."""

    blob: str
    receipt_number: str
    position: int
    file_name: str


class OpenExport:
    """Reads a store inside one read transaction."""

    def __init__(self, reader: Reader) -> None:
        """Read through ``reader``, as long as its transaction lasts."""
        self._reader = reader
        self._connection: Connection = reader._connection

    def tables(self) -> tuple[TableNote, ...]:
        """Return the tables that are exported, in the order of their names."""
        return tuple(_note(table, meaning) for table, meaning in _exported())

    def rows(self, name: str) -> Iterator[dict[str, Plain]]:
        """Return the rows of a table by its key: credits as text, moments and days as ISO, bytes as text."""
        table = TableRow.metadata.tables[name]
        columns = [column for column in table.columns if column.name not in SECRETS.get(name, ())]
        statement = select(*columns).order_by(*table.primary_key.columns)
        result = self._connection.execution_options(yield_per=_CHUNK).execute(statement)
        for row in result:
            yield {column.name: _plain(value) for column, value in zip(columns, row, strict=True)}

    def operations(self) -> Iterator[dict[str, Plain]]:
        """Return every operation in the order in which it took effect: opened, and as its stored bytes.

        ``personal`` is null where nothing personal was said or its key was destroyed.
        """
        sealer = LearnerSealer(LearnerKeyTable(self._connection, _no_key))
        row = OperationRow
        statement = select(row.local_order, row.data, row.origin, row.feed_number).order_by(row.local_order)
        for order, data, origin, feed_number in self._connection.execution_options(yield_per=_CHUNK).execute(
            statement
        ):
            yield {
                "order": order,
                "origin": origin,
                "feed_number": feed_number,
                "sha256": operation_hash(data),
                **_opened(data, sealer),
                "stored": data.decode(),
            }

    def files(self) -> Iterator[NamedFile]:
        """Return every material of every application."""
        statement = (
            select(
                EvidenceRow.blob, ApplicationRow.receipt_number, EvidenceRow.position, EvidenceRow.file_name
            )
            .join(ApplicationRow, ApplicationRow.application == EvidenceRow.application)
            .order_by(ApplicationRow.receipt_number, EvidenceRow.application, EvidenceRow.position)
        )
        for row in self._connection.execute(statement):
            yield NamedFile(*row)


def _exported() -> Iterator[tuple[Table, str]]:
    for mapper in sorted(TableRow.registry.mappers, key=lambda one: str(one.local_table)):
        table = mapper.local_table
        if isinstance(table, Table) and table.name not in DERIVED:
            meaning = " ".join((mapper.class_.__doc__ or "").split())
            yield table, meaning


def _note(table: Table, meaning: str) -> TableNote:
    hidden = SECRETS.get(table.name, ())
    columns = tuple(
        ColumnNote(column.name, _kind(column.type.python_type), bool(column.nullable))
        for column in table.columns
        if column.name not in hidden
    )
    return TableNote(table.name, meaning, columns)


def _kind(python_type: type) -> str:
    kinds: dict[type, str] = {
        bool: "true or false",
        int: "number",
        str: "text",
        bytes: "bytes in base64",
        datetime: "moment, UTC, ISO 8601",
        date: "day, ISO 8601",
        Decimal: "decimal number as text",
    }
    return kinds.get(python_type, "text")


def _opened(data: bytes, sealer: LearnerSealer) -> dict[str, Plain]:
    envelope = read_envelope(data)
    opened: dict[str, Plain] = {
        "header": to_plain(envelope.header),
        "type": envelope.type,
        "version": envelope.version,
        "body": to_plain(envelope.body),
        "personal": None,
    }
    try:
        personal = open_envelope(envelope, sealer).personal
    except (Refused, EnvironmentFault, ValueError):
        return opened  # of a later program, or damaged: the stored bytes say all there is
    return {**opened, "personal": None if personal is None else to_plain(personal)}


def _plain(value: Any) -> Plain:
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return format(value, "f")
        case datetime():
            return format_instant(value)
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case _:
            return str(value)


def _no_key() -> bytes:
    raise AssertionError("an export makes no keys")
