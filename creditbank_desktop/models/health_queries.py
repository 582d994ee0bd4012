"""What a check of the evidence files asks of the database."""

from __future__ import annotations

from sqlalchemy import func, select

from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.models.application_rows import EvidenceRow
from creditbank_desktop.models.ledger_rows import BlobRow, PaperRow
from creditbank_desktop.models.reader import Reader

CLOCK_OFFSET = "sync.clock_offset_s"
"""The setting that says by how many seconds this clock was ahead of the server's at the last sync."""


def files_that_must_be_here(reader: Reader) -> tuple[BlobHash, ...]:
    """Return the contents that were kept on this device and not deleted since."""
    statement = select(BlobRow.blob).where(BlobRow.removed_at.is_(None)).order_by(BlobRow.blob)
    return tuple(BlobHash(blob) for blob in reader.connection.scalars(statement))


def files_with_a_record(reader: Reader) -> set[BlobHash]:
    """Return the contents that no sweep may take for left over: kept files and papers as printed."""
    papers = select(PaperRow.sha256).where(PaperRow.data.is_not(None))
    printed = {BlobHash(digest) for digest in reader.connection.scalars(papers)}
    return printed | set(files_that_must_be_here(reader))


def files_elsewhere(reader: Reader) -> int:
    """Return how many contents records here name that were never on this device."""
    kept = select(BlobRow.blob).where(BlobRow.blob == EvidenceRow.blob).exists()
    statement = select(func.count(func.distinct(EvidenceRow.blob))).where(~kept)
    return int(reader.connection.scalar(statement) or 0)
