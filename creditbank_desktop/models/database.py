"""The one place that opens the database file: key, pragmas, engines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

KEY_BYTES = 32
PAGE_BYTES = 4096
SALT_BYTES = 16
APPLICATION_ID = 0x43424B44
"""Marks the file as ours ("CBKD")."""
READERS = 2
CACHE_KIB = 32_768
"""Every page is decrypted when it is read, so what lists and counts walk over should stay in memory."""


def open_database(path: Path, data_key: bytes, *, busy_timeout_ms: int, read_only: bool = False) -> Any:
    """Return a raw connection to the encrypted file with its pragmas set; it is not read yet.

    ``data_key`` is the 32-byte raw key. The file is created if it is not there, unless ``read_only``.
    The connection may move between threads, one at a time. Raises `sqlcipher3.dbapi2.Error`.
    """
    connection = open_keyed(path, data_key, busy_timeout_ms=busy_timeout_ms, read_only=read_only)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return connection


def open_keyed(path: Path, data_key: bytes, *, busy_timeout_ms: int, read_only: bool) -> Any:
    """Return a raw connection that knows its key and has not read anything of the file, not even its tables.

    Otherwise as `open_database`: only for looking at single pages of a file that may be damaged.
    """
    if len(data_key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    mode = "ro" if read_only else "rwc"
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=busy_timeout_ms / 1000,
        cached_statements=400,
    )
    # SQLCipher would write every failed read to stderr; we report it as what it means.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    return connection


def use_write_ahead_log(connection: Any) -> None:
    """Switch the file to WAL, which it then stays in; readers then never wait for the writer."""
    connection.execute("PRAGMA journal_mode = WAL")


def writer_engine(path: Path, data_key: bytes, busy_timeout_ms: int) -> Engine:
    """Return the engine of the one writing connection; every transaction takes the write lock at once.

    Without BEGIN IMMEDIATE, pysqlite's own transactions would neither cover reads nor roll back DDL.
    """

    def connect() -> Any:
        connection = open_database(path, data_key, busy_timeout_ms=busy_timeout_ms)
        use_write_ahead_log(connection)
        return connection

    return _engine(connect, 1, "BEGIN IMMEDIATE")


def reader_engine(path: Path, data_key: bytes, busy_timeout_ms: int) -> Engine:
    """Return the engine of the two connections that can only read, each in a plain transaction."""

    def connect() -> Any:
        return open_database(path, data_key, busy_timeout_ms=busy_timeout_ms, read_only=True)

    return _engine(connect, READERS, "BEGIN")


def _engine(connect: Any, size: int, begin: str) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        query_cache_size=1_000,
        # Messages of errors, and whoever logs statements, must not carry the values of people.
        hide_parameters=True,
    )

    def on_engine_began(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", on_engine_began)
    return engine
