"""The pool of evidence files that all backups of a place share: each content once, as it is encrypted."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import BinaryIO

from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.models.backup_manifest import FilePart
from creditbank_desktop.models.database import open_database
from creditbank_desktop.models.flushing import flush_folder, replace_file

_BLOCK = 1 << 20
_TIMEOUT_MS = 5_000


def copy_file(source: Path, target: Path, blob: BlobHash) -> FilePart | None:
    """Copy an encrypted file as it is; None for one that was taken away meanwhile."""
    try:
        reading = source.open("rb")
    except FileNotFoundError:
        return None
    # Never with the folders above: a stick that was pulled out must not be made again on this disk.
    with reading:
        target.parent.mkdir(exist_ok=True)
        fresh = target.with_name(f"{target.name}.new")
        try:
            size, sha256 = _pour(reading, fresh)
            replace_file(fresh, target)
        except BaseException:  # no half-made file may stay, also on Ctrl+C
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
    flush_folder(target.parent)
    return FilePart(blob, size, sha256)


def _pour(reading: BinaryIO, fresh: Path) -> tuple[int, str]:
    digest = hashlib.sha256()
    size = 0
    with fresh.open("wb") as writing:
        while block := reading.read(_BLOCK):
            digest.update(block)
            size += len(block)
            writing.write(block)
        writing.flush()
        os.fsync(writing.fileno())
    return size, digest.hexdigest()


def named_blobs(database: Path, data_key: bytes) -> set[BlobHash]:
    """Return the files that the copy of a database says must be there."""
    with closing(open_database(database, data_key, busy_timeout_ms=_TIMEOUT_MS, read_only=True)) as copy:
        columns = {row[1] for row in copy.execute("PRAGMA table_info(blob)")}
        there = " WHERE removed_at IS NULL" if "removed_at" in columns else ""
        return {BlobHash(row[0]) for row in copy.execute(f"SELECT blob FROM blob{there}")}


def blobs_in(folder: Path) -> Iterator[BlobHash]:
    """Yield the evidence files that lie in ``folder``, by the hash of their content."""
    if not folder.is_dir():
        return
    for part in folder.iterdir():
        if len(part.name) == 2 and part.is_dir():
            for file in part.iterdir():
                if len(file.name) == 64 and set(file.name) <= set("0123456789abcdef"):
                    yield BlobHash(file.name)
