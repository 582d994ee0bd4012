"""Connections to PostgreSQL, and the server's migrations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool

from creditbank_desktop.domain.failures import EnvironmentFault

HEAD = "0007"
"""The newest revision; revisions are numbered and sort."""

Connection = psycopg.Connection[tuple[Any, ...]]
Pool = ConnectionPool[Connection]


def open_pool(address: str, connections: int) -> Pool:
    """Return an open pool of up to ``connections`` connections.

    Raises `EnvironmentFault` ``database.away`` when the database cannot be reached.
    """
    pool: Pool = ConnectionPool(address, min_size=1, max_size=connections, open=False, name="creditbank-pool")
    try:
        pool.open(wait=True, timeout=20)
    except psycopg.Error as error:
        pool.close()
        raise EnvironmentFault("database.away") from error
    return pool


def migrate(address: str) -> None:
    """Bring the tables of the database at ``address`` to the present shape.

    Raises `EnvironmentFault` ``database.away``, ``database.address`` or ``database.newer`` (a newer server
    worked on it).
    """
    present = _revision(address)
    if present == HEAD:
        return
    if present > HEAD:
        raise EnvironmentFault("database.newer", revision=present)
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.exc import OperationalError
    from sqlalchemy.pool import NullPool

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    engine = create_engine(_for_sqlalchemy(address), poolclass=NullPool)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except OperationalError as error:
        raise EnvironmentFault("database.away") from error
    finally:
        engine.dispose()


def _revision(address: str) -> str:
    """Return the revision of the tables, "" where there are none: most starts need no Alembic."""
    try:
        with psycopg.connect(address) as connection:
            there = connection.execute("SELECT to_regclass('alembic_version')").fetchone()
            if there is None or there[0] is None:
                return ""
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return "" if row is None else str(row[0])
    except psycopg.OperationalError as error:
        raise EnvironmentFault("database.away") from error
    except psycopg.ProgrammingError as error:
        raise EnvironmentFault("database.address") from error


def _for_sqlalchemy(address: str) -> str:
    scheme, separator, rest = address.partition("://")
    if not separator or scheme not in ("postgresql", "postgres"):
        raise EnvironmentFault("database.address")
    return f"postgresql+psycopg://{rest}"


def epoch_of(connection: Connection, named: str) -> str:
    """Return the epoch: the cluster's system identifier and timeline, and the UUID ``named`` at the set-up.

    It changes when the database is restored to an earlier point or replaced.
    """
    row = connection.execute(
        "SELECT (SELECT system_identifier FROM pg_control_system()),"
        " (SELECT timeline_id FROM pg_control_checkpoint())"
    ).fetchone()
    assert row is not None
    return f"{row[0]}.{row[1]}.{named}"
