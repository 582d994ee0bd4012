"""Whether every page of a database file is what was written: authenticated page by page, then as a whole."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.faults import (
    CORRUPT,
    IO_ERROR,
    NOT_A_DATABASE,
    environment_faults,
    result_code,
)

_TIMEOUT_MS = 5_000
_MOST_FAULTS = 20
_PAGE = re.compile(r"page (\d+)")


@dataclass(frozen=True, slots=True)
class Soundness:
    """What a file's examination found.

    ``damaged`` are the numbers of pages whose bytes are not those that were written, from 1; ``structure``
    says what does not fit together although every page is authentic, "" for nothing.
    """

    pages: int
    damaged: tuple[int, ...] = ()
    structure: str = ""

    @property
    def is_sound(self) -> bool:
        """Return whether nothing was found."""
        return not self.damaged and not self.structure


def examine_database(path: Path, data_key: bytes) -> Soundness:
    """Read every page of the closed or open database ``path`` and return what was found.

    A single failed read looks like damage and spoils its connection, so whatever is found is looked at again
    through a new one, and only what shows twice counts. Raises `EnvironmentFault` ("store.cannot_open", …).
    """
    with environment_faults(path.parent):
        first = _examine(path, data_key)
        if first.is_sound:
            return first
        second = _examine(path, data_key)
    both = tuple(sorted(set(first.damaged) & set(second.damaged)))
    return Soundness(second.pages, both, second.structure if first.structure else "")


def _examine(path: Path, data_key: bytes) -> Soundness:
    with closing(open_database(path, data_key, busy_timeout_ms=_TIMEOUT_MS, read_only=True)) as connection:
        damaged = _damaged_pages(connection)
        if damaged:
            # What lies on damaged pages cannot be walked over.
            return Soundness(_page_count(connection, path), damaged)
        return Soundness(_page_count(connection, path), (), _structure(connection))


def _damaged_pages(connection: Any) -> tuple[int, ...]:
    try:
        rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    except dbapi2.DatabaseError as error:
        if result_code(error) not in (CORRUPT, NOT_A_DATABASE):
            raise
        return (1,)
    found = {int(page[1]) for (text,) in rows if (page := _PAGE.search(str(text)))}
    if rows and not found:
        found = {1}  # the file is cut, or its head is gone: nothing can be read
    return tuple(sorted(found))


def _structure(connection: Any) -> str:
    try:
        rows = connection.execute(f"PRAGMA integrity_check({_MOST_FAULTS})").fetchall()
        loose = connection.execute("PRAGMA foreign_key_check").fetchone()
    except dbapi2.DatabaseError as error:
        if result_code(error) not in (CORRUPT, NOT_A_DATABASE, IO_ERROR):
            raise
        return str(error)
    if rows != [("ok",)]:
        return str(rows[0][0])
    return "" if loose is None else f"foreign key of {loose[0]}"


def _page_count(connection: Any, path: Path) -> int:
    try:
        return int(connection.execute("PRAGMA page_count").fetchone()[0])
    except dbapi2.DatabaseError:
        return path.stat().st_size // 4096
