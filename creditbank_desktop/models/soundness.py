"""Whether every page of a database file is what was written: authenticated page by page, then as a whole."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from creditbank_desktop.models.database import PAGE_BYTES, open_database, open_keyed
from creditbank_desktop.models.faults import (
    CORRUPT,
    IO_ERROR,
    NOT_A_DATABASE,
    environment_faults,
    result_code,
)

_TIMEOUT_MS = 5_000
_MOST_FAULTS = 20
_DAMAGE = (CORRUPT, NOT_A_DATABASE, IO_ERROR)
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
    pages = path.stat().st_size // PAGE_BYTES
    try:
        with closing(open_keyed(path, data_key, busy_timeout_ms=_TIMEOUT_MS, read_only=True)) as bare:
            damaged = _damaged_pages(bare)
        if damaged:
            return Soundness(pages, damaged)  # what lies on damaged pages cannot be walked over
        with closing(open_database(path, data_key, busy_timeout_ms=_TIMEOUT_MS, read_only=True)) as whole:
            return Soundness(pages, (), _structure(whole))
    except dbapi2.DatabaseError as error:
        if result_code(error) not in _DAMAGE:
            raise
        return Soundness(pages, (1,))  # the head is gone: nothing else can be read


def _damaged_pages(connection: Any) -> tuple[int, ...]:
    rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    found = {int(page[1]) for (text,) in rows if (page := _PAGE.search(str(text)))}
    # A file that is cut, or whose head is gone, is told in other words.
    return tuple(sorted(found or ({1} if rows else set())))


def _structure(connection: Any) -> str:
    try:
        rows = connection.execute(f"PRAGMA integrity_check({_MOST_FAULTS})").fetchall()
        loose = connection.execute("PRAGMA foreign_key_check").fetchone()
    except dbapi2.DatabaseError as error:
        if result_code(error) not in _DAMAGE:
            raise
        return str(error)
    if rows != [("ok",)]:
        return str(rows[0][0])
    return "" if loose is None else f"foreign key of {loose[0]}"
