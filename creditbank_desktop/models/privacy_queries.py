"""What can be asked about personal data itself: its history, its end, and the register of disposals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, false, func, or_, select
from sqlalchemy.orm import aliased

from creditbank_desktop.domain.disposals import Disposal
from creditbank_desktop.domain.ids import ApplicationId, BlobHash, DeviceId, LearnerId, PersonId
from creditbank_desktop.domain.operations.envelope import Operation, open_envelope, read_envelope
from creditbank_desktop.domain.states import ENDED
from creditbank_desktop.models.application_rows import ApplicationRow, EvidenceRow
from creditbank_desktop.models.disposal_rows import DisposalRow, disposal_of
from creditbank_desktop.models.learner_keys import LearnerKeyTable
from creditbank_desktop.models.ledger_rows import AccountHeadRow, BlobRow, DraftRow
from creditbank_desktop.models.operation_rows import AuditRow, OperationRow
from creditbank_desktop.models.registry_rows import LearnerRow
from creditbank_desktop.models.shelf_reader import ShelfReader
from creditbank_desktop.vault.sealing import LearnerSealer

_ENDED = sorted(state.value for state in ENDED)


@dataclass(frozen=True, slots=True)
class AuditReading:
    """One line of the audit trail without its place in the chain."""

    at: datetime
    person: PersonId
    device: DeviceId
    action: str


class PrivacyQueries(ShelfReader):
    """Queries about what is held of people, and until when."""

    def operations_about(self, learner: LearnerId, types: Iterable[str]) -> tuple[Operation, ...]:
        """Return the operations of ``types`` that name the learner, opened, the oldest first."""
        statement = (
            select(OperationRow.data)
            .where(OperationRow.learner == learner, OperationRow.type.in_(list(types)))
            .order_by(OperationRow.local_order)
        )
        sealer = LearnerSealer(LearnerKeyTable(self._connection, _no_new_keys))
        return tuple(
            open_envelope(read_envelope(data), sealer) for data in self._connection.scalars(statement)
        )

    def office_operations(self, types: Iterable[str]) -> tuple[Operation, ...]:
        """Return the operations of ``types`` about no learner, opened, the oldest first."""
        statement = (
            select(OperationRow.data)
            .where(OperationRow.learner.is_(None), OperationRow.type.in_(list(types)))
            .order_by(OperationRow.local_order)
        )
        sealer = LearnerSealer(LearnerKeyTable(self._connection, _no_new_keys))
        return tuple(
            open_envelope(read_envelope(data), sealer) for data in self._connection.scalars(statement)
        )

    def audit_readings(self, subjects: Iterable[tuple[str, str]], limit: int) -> tuple[AuditReading, ...]:
        """Return the latest audit lines about ``subjects`` (kind and id), the newest first."""
        columns = (AuditRow.at, AuditRow.person, AuditRow.device, AuditRow.action)
        statement = select(*columns).where(_about(subjects)).order_by(AuditRow.number.desc())
        return tuple(AuditReading(*row) for row in self._all(statement.limit(limit)))

    def audit_reading_count(self, subjects: Iterable[tuple[str, str]]) -> int:
        """Return how many audit lines there are about ``subjects``."""
        statement = select(func.count()).select_from(AuditRow).where(_about(subjects))
        return self._connection.scalar(statement) or 0

    def disposals(self, limit: int = 1_000) -> tuple[Disposal, ...]:
        """Return the register of disposals, the newest entry first."""
        statement = select(DisposalRow).order_by(DisposalRow.proposed_at.desc(), DisposalRow.disposal.desc())
        return tuple(disposal_of(row) for row in self._all(statement.limit(limit)))

    def ended_files_with_scans(self, limit: int = 5_000) -> tuple[ApplicationId, ...]:
        """Return the files that have ended and whose scans are still kept, the oldest first."""
        has_scans = exists().where(EvidenceRow.application == ApplicationRow.application)
        statement = (
            select(ApplicationRow.application)
            .where(
                ApplicationRow.state.in_(_ENDED),
                ApplicationRow.scans_disposed_on.is_(None),
                has_scans,
            )
            .order_by(ApplicationRow.entered_on, ApplicationRow.application)
            .limit(limit)
        )
        return tuple(ApplicationId(key) for key in self._connection.scalars(statement))

    def learners_without_credit(self, latest_intake: int, limit: int = 5_000) -> tuple[LearnerId, ...]:
        """Return known learners of the intake years up to ``latest_intake`` who never got a ledger entry.

        Left out is whoever was merged with another record, has an open file or an unfinished form.
        """
        other = aliased(LearnerRow)
        open_file = exists().where(
            ApplicationRow.learner == LearnerRow.learner, ApplicationRow.state.not_in(_ENDED)
        )
        posted = exists().where(AccountHeadRow.account == LearnerRow.learner, AccountHeadRow.entries > 0)
        merged = exists().where(other.alias_of == LearnerRow.learner)
        draft = exists().where(DraftRow.learner == LearnerRow.learner)
        statement = (
            select(LearnerRow.learner)
            .where(
                LearnerRow.name.is_not(None),
                LearnerRow.alias_of.is_(None),
                LearnerRow.intake_year <= latest_intake,
                ~posted,
                ~open_file,
                ~merged,
                ~draft,
            )
            .order_by(LearnerRow.intake_year, LearnerRow.learner)
            .limit(limit)
        )
        return tuple(LearnerId(key) for key in self._connection.scalars(statement))

    def blobs_to_remove(self, limit: int = 1_000) -> tuple[BlobHash, ...]:
        """Return the contents that nothing needs any more and whose files are not deleted yet."""
        statement = select(BlobRow.blob).where(BlobRow.disposed_at.is_not(None), BlobRow.removed_at.is_(None))
        return tuple(BlobHash(blob) for blob in self._connection.scalars(statement.limit(limit)))

    def disposed_blobs(self) -> frozenset[BlobHash]:
        """Return the contents that were disposed of: nobody may miss their files."""
        statement = select(BlobRow.blob).where(BlobRow.disposed_at.is_not(None))
        return frozenset(BlobHash(blob) for blob in self._connection.scalars(statement))

    def stray_blobs(self, before: datetime) -> dict[str, int]:
        """Return contents stored before a moment that no file names, size in bytes by hash."""
        named = exists().where(EvidenceRow.blob == BlobRow.blob)
        statement = select(BlobRow.blob, BlobRow.size_bytes).where(
            BlobRow.stored_at < before, BlobRow.disposed_at.is_(None), ~named
        )
        return {row.blob: row.size_bytes for row in self._all(statement)}

    def drafts_before(self, before: datetime) -> tuple[str, ...]:
        """Return the ids of unfinished forms that nobody touched since a moment."""
        statement = select(DraftRow.draft).where(DraftRow.updated_at < before).order_by(DraftRow.draft)
        return tuple(self._connection.scalars(statement))

    def disposed_learner_count(self) -> int:
        """Return how many learners are known by their history only."""
        statement = select(func.count()).select_from(LearnerRow).where(LearnerRow.name.is_(None))
        return self._connection.scalar(statement) or 0


def _about(subjects: Iterable[tuple[str, str]]) -> ColumnElement[bool]:
    wanted = [(AuditRow.subject_kind == kind) & (AuditRow.subject == key) for kind, key in subjects]
    return or_(false(), *wanted)


def _no_new_keys() -> bytes:
    raise RuntimeError("reading makes no keys")
