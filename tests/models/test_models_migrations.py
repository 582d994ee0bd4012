"""Databases of every older revision come up to date whole, or stay exactly as they are."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models import migrating
from creditbank_desktop.models.database import open_database, writer_engine
from creditbank_desktop.models.migrating import configuration, migrate, row_counts, upgrade
from creditbank_desktop.models.opening import BACKUP_FOLDER, DATABASE_NAME
from creditbank_desktop.models.replay import table_digests
from creditbank_desktop.models.row import TableRow
from creditbank_desktop.models.schema import HEAD, create_tables
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.triggers import trigger_names
from tests.models.models_samples import DATA_KEY, World, fill, new_world

SCRIPTS = ScriptDirectory.from_config(configuration())
REVISIONS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]
OLDER = [revision for revision in REVISIONS if revision != HEAD]


def rows(connection: Any, kind: str) -> set[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,)).fetchall()
    return {row[0] for row in found}


@pytest.fixture
def full(tmp_path: Path) -> Iterator[World]:
    """Return a filled office whose store is closed."""
    world = new_world(tmp_path / "now")
    fill(world)
    yield world
    world.close()


def made_old(world: World, folder: Path, revision: str) -> Path:
    """Return a database of ``revision`` that holds what the store of ``world`` holds."""
    folder.mkdir()
    path = folder / DATABASE_NAME
    engine = writer_engine(path, DATA_KEY, 1_000)
    with engine.begin() as connection:
        upgrade(connection, revision)
    engine.dispose()
    old = open_database(path, DATA_KEY, busy_timeout_ms=1_000)
    old.execute("PRAGMA foreign_keys = OFF")
    old.execute(
        f"ATTACH DATABASE '{world.store.folder / DATABASE_NAME}' AS source KEY \"x'{DATA_KEY.hex()}'\""
    )
    for table in rows(old, "table") - {"alembic_version", "sqlite_sequence"}:
        columns = ", ".join(row[1] for row in old.execute(f"PRAGMA table_info({table})"))
        old.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM source.{table}")
    old.close()
    return path


def counts(path: Path) -> dict[str, int]:
    connection = open_database(path, DATA_KEY, busy_timeout_ms=1_000)
    tables = rows(connection, "table") - {"alembic_version", "sqlite_sequence"}
    found = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    connection.close()
    return found


def test_there_is_one_chain_and_its_end_is_known() -> None:
    assert SCRIPTS.get_heads() == [HEAD]
    assert sorted(REVISIONS) == REVISIONS
    assert len(REVISIONS) > 1


@pytest.mark.parametrize("revision", OLDER)
def test_a_filled_older_database_comes_up_to_date_whole(full: World, tmp_path: Path, revision: str) -> None:
    wanted = table_digests(full.store)
    head = full.store.read(lambda reader: reader.stream_head())
    full.store.close()
    path = made_old(full, tmp_path / "old", revision)
    before = counts(path)

    store = Store.open(path.parent, DATA_KEY, full.ports)
    try:
        assert table_digests(store) == wanted
        assert store.read(lambda reader: reader.incarnation()) != head.incarnation  # it has no anchor
        found = counts(path)
        # Without its anchor the store begins a new stream, which the audit trail says.
        assert found["audit"] == before["audit"] + 1
        grown = ("stream", "audit", "setting")
        assert {name: found[name] for name in before if name not in grown} == {
            name: count for name, count in before.items() if name not in grown
        }
        check = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        triggers = store.read(lambda reader: reader._connection.exec_driver_sql(check).scalars().all())
        assert set(triggers) == trigger_names()
        (backup,) = (path.parent / BACKUP_FOLDER).glob("*/*-before_migration/store.db")
        assert counts(backup) == before
        full.store = store
        full.do(Role.CLERK, _correction(full))
    finally:
        store.close()


def _correction(world: World) -> Any:
    from creditbank_desktop.domain.operations import registry_bodies as registry

    learner = world.store.read(lambda reader: reader.find_learners("zeng"))[0].learner
    return registry.LearnerCorrected(learner, 1, class_name="after the migration")


def test_the_chain_makes_the_tables_that_the_models_describe(tmp_path: Path) -> None:
    engine = writer_engine(tmp_path / "chain.db", DATA_KEY, 1_000)
    with engine.begin() as connection:
        upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, TableRow.metadata) == []
        chain = shape(connection)
    engine.dispose()
    engine = writer_engine(tmp_path / "new.db", DATA_KEY, 1_000)
    with engine.begin() as connection:
        create_tables(connection)
        assert shape(connection) == chain
    engine.dispose()


def shape(connection: Connection) -> dict[str, object]:
    """Return everything about the tables that columns do not show."""
    master = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    found: dict[str, object] = {f"{kind} {name}": kind for kind, name, _ in master}
    for kind, name, sql in master:
        if kind == "table" and not name.startswith("sqlite_"):
            found[f"keys {name}"] = sorted(
                tuple(row)[2:5] for row in connection.exec_driver_sql(f"PRAGMA foreign_key_list({name})")
            )
            found[f"columns {name}"] = sorted(
                (row[1], row[2], row[3], row[5])
                for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")
            )
            found[f"options {name}"] = ("AUTOINCREMENT" in sql, "WITHOUT ROWID" in sql, "CHECK" in sql)
        elif kind == "trigger":
            found[f"text {name}"] = sql
    found["application"] = connection.exec_driver_sql("PRAGMA application_id").scalar()
    return found


def test_every_constraint_has_a_name() -> None:
    nameless = [
        f"{table.name}: {constraint}"
        for table in TableRow.metadata.tables.values()
        for constraint in table.constraints
        if not constraint.name
    ]
    assert nameless == []


@pytest.mark.parametrize("harm", ["child", "lost", "crash"])
def test_a_migration_that_goes_wrong_changes_nothing(
    full: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    full.store.close()
    path = made_old(full, tmp_path / "old", OLDER[-1])
    before = counts(path)
    statements = {
        "child": "DELETE FROM learner",
        "lost": "DELETE FROM evidence",
        "crash": "DELETE FROM no_such_table",
    }

    def harmful(connection: Connection, target: str = "head") -> None:
        upgrade(connection, target)
        connection.exec_driver_sql(statements[harm])

    monkeypatch.setattr(migrating, "upgrade", harmful)
    expected: type[Exception] = Exception if harm == "crash" else EnvironmentFault
    with pytest.raises(expected) as caught:
        migrate(path, DATA_KEY, tmp_path / "backups", full.clock.now())
    if isinstance(caught.value, EnvironmentFault):
        assert caught.value.code == "store.migration_failed"
    assert counts(path) == before
    connection = open_database(path, DATA_KEY, busy_timeout_ms=1_000)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone()[0] == OLDER[-1]
    connection.close()


def test_a_migration_that_drops_a_trigger_is_not_committed(full: World, tmp_path: Path) -> None:
    full.store.close()
    path = made_old(full, tmp_path / "old", OLDER[-1])
    engine = writer_engine(path, DATA_KEY, 1_000)
    connection = engine.connect()
    migrating.without_foreign_keys(connection)
    with connection, connection.begin() as transaction:
        counted = row_counts(connection)
        upgrade(connection)
        assert migrating.what_is_wrong(connection, counted) == ""
        connection.exec_driver_sql("DROP TRIGGER audit_refuses_delete")
        assert migrating.what_is_wrong(connection, counted) == "trigger audit_refuses_delete"
        transaction.rollback()
    engine.dispose()


def test_opening_an_up_to_date_store_does_not_import_alembic(full: World) -> None:
    full.store.close()
    code = f"""
import sys
from pathlib import Path
from creditbank_desktop.models.opening import check_and_migrate
from datetime import datetime, UTC
check_and_migrate(Path({str(full.store.folder)!r}), bytes(range(32)), datetime.now(UTC), 1000)
import creditbank_desktop.models.store
print([name for name in sys.modules if name.split(".")[0] in ("alembic", "mako", "pypinyin")])
"""
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "[]"
