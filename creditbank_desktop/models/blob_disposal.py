"""Which evidence files nothing needs any more: noted in the transaction that disposes, deleted afterwards.

The note comes first, so that a power cut between the two loses nothing that is still needed and the deletion
is made up for at the next sweep.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from creditbank_desktop.domain.codec import Plain
from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.models.application_rows import ApplicationRow, EvidenceRow
from creditbank_desktop.models.ledger_rows import BlobRow, DraftRow, PaperRow


def is_needed(connection: Connection, blob: str) -> bool:
    """Return whether a live file, a draft or an issued paper whose data is kept still uses a content."""
    live = (
        select(EvidenceRow.blob)
        .join(ApplicationRow, ApplicationRow.application == EvidenceRow.application)
        .where(EvidenceRow.blob == blob, ApplicationRow.scans_disposed_on.is_(None))
    )
    draft = select(DraftRow.draft).where(DraftRow.data.contains(blob, autoescape=True))
    paper = select(PaperRow.paper).where(PaperRow.sha256 == blob, PaperRow.data.is_not(None))
    return any(connection.scalar(found.limit(1)) is not None for found in (live, draft, paper))


def unneeded(connection: Connection, sizes: Mapping[str, int]) -> dict[str, int]:
    """Return those contents of ``sizes`` (bytes by hash) that nothing uses."""
    return {blob: size for blob, size in sizes.items() if not is_needed(connection, blob)}


def note_unneeded(connection: Connection, sizes: Mapping[str, int], at: datetime) -> int:
    """Note the contents of ``sizes`` (bytes by hash) that nothing needs any more, and return how many."""
    gone = unneeded(connection, sizes)
    for blob in gone:
        values = {
            "blob": blob,
            "size_bytes": sizes[blob],
            "stored_at": at,
            "sent_at": at,
            "disposed_at": at,
            "removed_at": None,
        }
        noted = {"disposed_at": at, "removed_at": None}
        statement = insert(BlobRow).on_conflict_do_update(index_elements=["blob"], set_=noted)
        connection.execute(statement, values)
    return len(gone)


def note_removed(connection: Connection, blobs: Iterable[BlobHash], at: datetime) -> None:
    """Note that the files of ``blobs`` were deleted."""
    statement = update(BlobRow).where(BlobRow.blob.in_(list(blobs)), BlobRow.disposed_at.is_not(None))
    connection.execute(statement.values(removed_at=at))


def blobs_in(data: Plain) -> dict[str, int]:
    """Return the contents that plain data names, size in bytes by hash."""
    found: dict[str, int] = {}
    if isinstance(data, dict):
        blob, size = data.get("blob"), data.get("size_bytes")
        if isinstance(blob, str) and isinstance(size, int):
            found[blob] = size
        for value in data.values():
            found |= blobs_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            found |= blobs_in(value)
    return found
