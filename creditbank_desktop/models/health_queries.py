"""What an examination asks of the database: evidence files, seals of the archive."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from creditbank_desktop.domain.ids import ApplicationId, BlobHash
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.models.application_rows import EvidenceRow
from creditbank_desktop.models.ledger_rows import BlobRow, PaperRow
from creditbank_desktop.models.operation_rows import OperationRow
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


@dataclass(frozen=True, slots=True)
class ArchiveSeal:
    """A sealing as its operation has it: ``seal`` is a SHA-256 (hexadecimal), ``order`` its place here."""

    application: ApplicationId
    operation: str
    seal: str
    order: int


def archive_seals(reader: Reader) -> tuple[ArchiveSeal, ...]:
    """Return every sealing of a file, the oldest first."""
    row = OperationRow
    statement = select(row.application, row.op_id, row.data, row.local_order)
    found = reader.connection.execute(
        statement.where(row.type == "application.archived").order_by(row.local_order)
    )
    return tuple(
        ArchiveSeal(
            ApplicationId(one.application),
            one.op_id,
            str(read_envelope(one.data).body["seal"]),
            one.local_order,
        )
        for one in found
    )


def papers_before(reader: Reader, seal: ArchiveSeal) -> frozenset[str]:
    """Return the numbers of all papers that were issued before a sealing."""
    row = OperationRow
    statement = select(row.data).where(
        row.type == "paper.issued", row.application == seal.application, row.local_order < seal.order
    )
    bodies = (read_envelope(data).body for data in reader.connection.scalars(statement))
    return frozenset(str(body["number"]) for body in bodies)
