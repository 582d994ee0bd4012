"""The tables as a whole: made anew, recognised by their revision, brought up to date."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models import (  # noqa: F401 - every table must be known before they are made
    application_rows,
    disposal_rows,
    import_rows,
    ledger_rows,
    operation_rows,
    reference_rows,
    registry_rows,
)
from creditbank_desktop.models.database import APPLICATION_ID
from creditbank_desktop.models.row import TableRow
from creditbank_desktop.models.triggers import trigger_statements

HEAD = "0009"
"""The newest revision in `migrations/versions`; compared by plain SQL, so that Alembic is seldom imported."""

VERSION_TABLE = "alembic_version"


def create_tables(connection: Connection) -> None:
    """Make all tables and triggers of the newest revision in an empty database."""
    TableRow.metadata.create_all(connection)
    for statement in trigger_statements():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL, "
        f"CONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql(f"INSERT INTO {VERSION_TABLE} VALUES ('{HEAD}')")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def revision_of(connection: Any) -> str:
    """Return the revision of the tables behind a raw connection.

    Raises `EnvironmentFault`: "store.foreign" for a database that is not ours, "store.newer" for one that a
    newer program wrote.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise EnvironmentFault("store.foreign")
    tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (VERSION_TABLE,))
    row = None
    if tables.fetchone() is not None:
        row = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()
    if row is None:
        raise EnvironmentFault("store.foreign")
    revision = str(row[0])
    if revision > HEAD:
        raise EnvironmentFault("store.newer", found=revision, known=HEAD)
    return revision
