"""Everything that can be asked of the store inside one read transaction."""

from __future__ import annotations

from sqlalchemy import select

from creditbank_desktop.domain.codec import Plain, plain_of
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.models.application_queries import ApplicationQueries
from creditbank_desktop.models.audit_queries import AuditQueries
from creditbank_desktop.models.audit_trail import AuditEntry
from creditbank_desktop.models.import_queries import ImportQueries
from creditbank_desktop.models.learner_queries import PeopleQueries
from creditbank_desktop.models.ledger_rows import DraftRow, SettingRow
from creditbank_desktop.models.likeness_queries import LikenessQueries
from creditbank_desktop.models.operation_rows import AuditRow
from creditbank_desktop.models.privacy_queries import PrivacyQueries
from creditbank_desktop.models.reference_queries import ReferenceQueries
from creditbank_desktop.models.views import Draft


class Reader(
    ApplicationQueries,
    PeopleQueries,
    PrivacyQueries,
    AuditQueries,
    ReferenceQueries,
    ImportQueries,
    LikenessQueries,
):
    """Frozen values only; valid inside the function that `Store.read` or `Store.write` runs, and no longer.

    Records: `ShelfReader`. Learners, ledger and papers: `LearnerQueries`. Queues, duplicates, precedents,
    totals: `ApplicationQueries`. Staff, devices, number blocks: `PeopleQueries`. Outbox: `SyncQueries`.
    Audit trail: `AuditQueries`. History and end of personal data: `PrivacyQueries`.
    """

    def drafts(self, person: PersonId | None = None, kind: str | None = None) -> tuple[Draft, ...]:
        """Return unfinished input, of one person or of one kind, the latest first."""
        statement = select(DraftRow).order_by(DraftRow.updated_at.desc(), DraftRow.draft)
        if person is not None:
            statement = statement.where(DraftRow.person == person)
        if kind is not None:
            statement = statement.where(DraftRow.kind == kind)
        return tuple(_draft_of(row) for row in self._all(statement))

    def draft(self, draft: str) -> Draft | None:
        """Return one draft."""
        row = self._one(DraftRow, DraftRow.draft == draft)
        return None if row is None else _draft_of(row)

    def setting(self, key: str) -> Plain:
        """Return a setting's plain value, None when it was never set."""
        value = self._connection.scalar(select(SettingRow.value).where(SettingRow.key == key))
        return None if value is None else plain_of(value.encode())

    def settings(self, prefix: str = "") -> dict[str, Plain]:
        """Return the settings whose key begins so, by key."""
        statement = select(SettingRow).where(SettingRow.key >= prefix, SettingRow.key < prefix + "\U0010ffff")
        return {row.key: plain_of(row.value.encode()) for row in self._all(statement)}

    def audit_rows(
        self, before: int | None = None, limit: int = 200, *, subject: tuple[str, str] | None = None
    ) -> tuple[AuditEntry, ...]:
        """Return lines of the audit trail, the newest first, those before number ``before`` if given.

        ``subject`` (kind, id) leaves out all other lines.
        """
        statement = select(AuditRow).order_by(AuditRow.number.desc()).limit(limit)
        if before is not None:
            statement = statement.where(AuditRow.number < before)
        if subject is not None:
            statement = statement.where(AuditRow.subject_kind == subject[0], AuditRow.subject == subject[1])
        return tuple(_audit_of(row) for row in self._all(statement))

    def last_audit(self, subject: tuple[str, str], action: str | None = None) -> AuditEntry | None:
        """Return the newest line about ``subject`` with that action; without one, the newest change."""
        statement = select(AuditRow).where(
            AuditRow.subject_kind == subject[0], AuditRow.subject == subject[1]
        )
        wanted = AuditRow.op_id.is_not(None) if action is None else AuditRow.action == action
        rows = self._all(statement.where(wanted).order_by(AuditRow.number.desc()).limit(1))
        return next((_audit_of(row) for row in rows), None)

    def audit_trail(self, after: int = 0, limit: int = 1_000) -> tuple[AuditEntry, ...]:
        """Return lines of the audit trail in their order behind number ``after``, to check the chain."""
        statement = select(AuditRow).where(AuditRow.number > after).order_by(AuditRow.number).limit(limit)
        return tuple(_audit_of(row) for row in self._all(statement))


def _draft_of(row: DraftRow) -> Draft:
    return Draft(
        row.draft,
        PersonId(row.person),
        row.kind,
        row.learner,  # type: ignore[arg-type]
        plain_of(row.data.encode()),
        row.updated_at,
        row.version,
    )


def _audit_of(row: AuditRow) -> AuditEntry:
    return AuditEntry(
        row.number,
        row.at,
        row.person,  # type: ignore[arg-type]
        row.device,  # type: ignore[arg-type]
        row.action,
        row.subject_kind,
        row.subject,
        row.detail,
        row.op_id,  # type: ignore[arg-type]
        row.previous,
        row.hash,
    )
