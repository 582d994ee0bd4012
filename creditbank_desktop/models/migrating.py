"""Brings an older database up to date: backup first, one transaction, checks before it is committed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from creditbank_desktop.domain.backup_progress import BackupProgress
from creditbank_desktop.domain.backups import BackupKind, Keeping
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models import migrations
from creditbank_desktop.models.backup_shelf import BackupShelf, Sources, device_of
from creditbank_desktop.models.database import writer_engine
from creditbank_desktop.models.triggers import APPEND_ONLY, trigger_names, trigger_statements

_BUSY_TIMEOUT_MS = 5_000


def migrate(path: Path, data_key: bytes, backups: Path, now: datetime, target: str = "head") -> None:
    """Bring the database ``path`` to revision ``target``, with a checked copy on a shelf in ``backups``.

    Foreign keys are off meanwhile, because a table that Alembic copies would take its children's rows with
    it. Afterwards every foreign key must hold, no table may have lost a row and the triggers of the
    append-only tables must be there; or else nothing is changed. Raises `EnvironmentFault`
    "store.migration_failed" (what, backup), and as `BackupShelf.make` does.
    """
    backups.mkdir(parents=True, exist_ok=True)
    shelf = BackupShelf(backups, device_of(path, data_key))
    backup = shelf.make(Sources(path), data_key, BackupKind.BEFORE_MIGRATION, now, BackupProgress()).folder
    engine = writer_engine(path, data_key, _BUSY_TIMEOUT_MS)
    try:
        with engine.connect() as connection:
            without_foreign_keys(connection)
            with connection.begin():
                before = row_counts(connection)
                upgrade(connection, target)
                wrong = what_is_wrong(connection, before)
                if wrong:
                    raise EnvironmentFault("store.migration_failed", what=wrong, backup=str(backup))
    finally:
        engine.dispose()
    shelf.rotate(Keeping(days=2, weeks=1, months=1))


def without_foreign_keys(connection: Connection) -> None:
    """Turn foreign keys off until ``connection`` is closed; inside a transaction that would do nothing."""
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys = OFF")


def upgrade(connection: Connection, target: str = "head") -> None:
    """Run the migrations up to ``target`` in the open transaction and make the triggers again."""
    command.upgrade(configuration(connection), target)
    tables = row_counts(connection)
    for statement in trigger_statements(table for table in APPEND_ONLY if table in tables):
        connection.exec_driver_sql(statement)


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration, which needs no file: the scripts lie in this package."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def row_counts(connection: Connection) -> dict[str, int]:
    """Return how many rows each of our tables has."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name <> 'alembic_version'"
    ).scalars()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
        for name in list(names)
    }


def what_is_wrong(connection: Connection, before: dict[str, int]) -> str:
    """Return what speaks against committing a migration ("" for nothing); ``before`` counts the rows."""
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if loose is not None:
        return f"foreign key of {loose[0]}"
    after = row_counts(connection)
    for table, count in before.items():
        if table in after and after[table] != count:
            return f"rows of {table}"
    present = set(
        connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars()
    )
    missing = trigger_names() - present
    return f"trigger {min(missing)}" if missing else ""
