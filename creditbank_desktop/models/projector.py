"""Writes records into tables: the one function for own and pulled operations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, false
from sqlalchemy.dialects.sqlite import insert

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.disposals import Disposal
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.learners import Learner, NumberBlock
from creditbank_desktop.domain.ledger import AccountHead, LedgerEntry
from creditbank_desktop.domain.operations.reducer import Record
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Device, Office, Person
from creditbank_desktop.domain.reference import ReferenceItem, ReferenceProposal
from creditbank_desktop.models.application_translation import application_projection
from creditbank_desktop.models.disposal_rows import disposal_projection
from creditbank_desktop.models.learner_translation import learner_projection
from creditbank_desktop.models.ledger_translation import entry_projection, head_projection, paper_projection
from creditbank_desktop.models.people_translation import (
    block_projection,
    device_projection,
    office_projection,
    person_projection,
)
from creditbank_desktop.models.projection import Projection, Values
from creditbank_desktop.models.reference_translation import item_projection, proposal_projection
from creditbank_desktop.models.registry_rows import PersonKeyRow
from creditbank_desktop.models.row import TableRow


def projection_of(record: Record) -> Projection:
    """Return the rows that a record becomes; ValueError for credits finer than a hundredth."""
    match record:
        case Application():
            return application_projection(record)
        case Learner():
            return learner_projection(record)
        case LedgerEntry():
            return entry_projection(record)
        case AccountHead():
            return head_projection(record)
        case Paper():
            return paper_projection(record)
        case Person():
            return person_projection(record)
        case Device():
            return device_projection(record)
        case Office():
            return office_projection(record)
        case NumberBlock():
            return block_projection(record)
        case Disposal():
            return disposal_projection(record)
        case ReferenceItem():
            return item_projection(record)
        case ReferenceProposal():
            return proposal_projection(record)


def change_of(record: Record) -> tuple[str, str]:
    """Return the (kind, id) under which screens hear that the record changed."""
    match record:
        case Application():
            return "application", record.application
        case Learner():
            return "learner", record.learner
        case LedgerEntry() | AccountHead():
            return "account", record.account
        case Paper():
            return "paper", record.paper
        case Person():
            return "person", record.person
        case Device():
            return "device", record.device
        case Office():
            return "office", record.office
        case NumberBlock():
            return "number_block", record.block
        case Disposal():
            return "disposal", record.disposal
        case ReferenceItem():
            return "reference", f"{record.kind}/{record.key}"
        case ReferenceProposal():
            return "proposal", record.proposal


def table_of(row: type[TableRow]) -> Table:
    """Return the table of a row class."""
    table = row.__table__
    assert isinstance(table, Table)
    return table


def write_projection(connection: Connection, projection: Projection, before: Projection | None) -> None:
    """Write a record's rows; ``before`` holds the rows that it has now, None if it is new.

    Raises `Refused` ("record.changed") when the record in the table is not the one that this came from.
    """
    _write_main(connection, projection, before)
    for row, wanted in projection.children.items():
        present = () if before is None else before.children.get(row, ())
        if wanted != present:
            # A former key of a person still checks what was signed with it.
            _write_children(connection, table_of(row), wanted, () if row is PersonKeyRow else present)


def _write_main(connection: Connection, projection: Projection, before: Projection | None) -> None:
    table = table_of(projection.table)
    if projection.append_only:
        connection.execute(insert(table), dict(projection.values))
        return
    values = dict(projection.values)
    if projection.revision is None:
        values["version"] = 1
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    changed: dict[str, Any] = {name: statement.excluded[name] for name in values if name not in keys}
    unchanged: ColumnElement[bool] | None = None
    if projection.revision is None:
        changed["version"] = table.c.version + 1
        changed.pop("next_number", None)
    else:
        revision = projection.revision
        unchanged = false() if before is None else table.c[revision] == before.values[revision]
    upsert = statement.on_conflict_do_update(index_elements=keys, set_=changed, where=unchanged)
    if connection.execute(upsert, values).rowcount != 1:
        raise Refused("record.changed", kind=table.name, record=str(values[keys[0]]))


def _write_children(
    connection: Connection, table: Table, wanted: Iterable[Values], present: Iterable[Values]
) -> None:
    keys = [column.name for column in table.primary_key]
    rows = {tuple(values[key] for key in keys): dict(values) for values in wanted}
    kept = {tuple(values[key] for key in keys): dict(values) for values in present}
    for gone in kept.keys() - rows.keys():
        named = dict(zip(keys, gone, strict=True))
        connection.execute(delete(table).where(*(table.c[key] == value for key, value in named.items())))
    fresh = [values for key, values in rows.items() if kept.get(key) != values]
    if fresh:
        statement = insert(table)
        changed = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
        if changed:
            statement = statement.on_conflict_do_update(index_elements=keys, set_=changed)
        else:
            statement = statement.on_conflict_do_nothing()
        connection.execute(statement, fresh)
