"""Reads records back as the frozen values that they were written from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.disposals import Disposal
from creditbank_desktop.domain.ids import (
    ApplicationId,
    DeviceId,
    DisposalId,
    EntryId,
    LearnerId,
    PaperId,
    PersonId,
    ProposalId,
    ReferenceId,
)
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.ledger import AccountHead, LedgerEntry
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Device, Office, Person
from creditbank_desktop.domain.reference import ReferenceItem, ReferenceProposal
from creditbank_desktop.models.application_rows import (
    ApplicationRow,
    ComparisonRow,
    DeedRow,
    EvidenceRow,
    MissingMaterialRow,
    OutcomeLineRow,
)
from creditbank_desktop.models.application_translation import ApplicationParts, application_of
from creditbank_desktop.models.disposal_rows import DisposalRow, disposal_of
from creditbank_desktop.models.identity import DeviceIdentity
from creditbank_desktop.models.learner_translation import learner_of
from creditbank_desktop.models.ledger_rows import AccountHeadRow, LedgerEntryRow, PaperRow
from creditbank_desktop.models.ledger_translation import entry_of, head_of, paper_of
from creditbank_desktop.models.people_translation import device_of, office_of, person_of
from creditbank_desktop.models.reference_rows import ReferenceItemRow, ReferenceProposalRow
from creditbank_desktop.models.reference_translation import item_of, proposal_of
from creditbank_desktop.models.registry_rows import DeviceRow, LearnerRow, OfficeRow, PersonRow


class ShelfReader:
    """One transaction's sight of the records; fills `creditbank_desktop.domain.operations.reducer.Shelf`."""

    def __init__(self, connection: Connection, identity: DeviceIdentity) -> None:
        """Read through ``connection``, inside a transaction that somebody else ends."""
        self._connection = connection
        self.identity = identity

    def _one(self, row: Any, *conditions: Any) -> Any:
        """Return the only row that fits, or None."""
        return self._connection.execute(select(row).where(*conditions)).one_or_none()

    def _all(self, statement: Any) -> Sequence[Any]:
        """Return every row of ``statement``."""
        return self._connection.execute(statement).all()

    def rows_digest(self, table: Table) -> str:
        """Return the SHA-256 (hexadecimal) over the rows of a table in the order of its primary key."""
        digest = hashlib.sha256()
        columns = sorted(table.columns, key=lambda column: column.name)
        for row in self._connection.execute(select(*columns).order_by(*table.primary_key)):
            digest.update(repr(tuple(row)).encode())
        return digest.hexdigest()

    def office(self) -> Office | None:
        """Return the office of this device, or None before it was set up."""
        row = self._one(OfficeRow, OfficeRow.office == self.identity.office)
        return None if row is None else office_of(row)

    def person(self, person: PersonId) -> Person | None:
        """Return a member of staff."""
        row = self._one(PersonRow, PersonRow.person == person)
        return None if row is None else person_of(row)

    def device(self, device: DeviceId) -> Device | None:
        """Return an enrolled device."""
        row = self._one(DeviceRow, DeviceRow.device == device)
        return None if row is None else device_of(row)

    def learner(self, learner: LearnerId) -> Learner | None:
        """Return a learner."""
        row = self._one(LearnerRow, LearnerRow.learner == learner)
        return None if row is None else learner_of(row)

    def application(self, application: ApplicationId) -> Application | None:
        """Return an application with all its parts."""
        found = self.applications((application,))
        return found[0] if found else None

    def applications(self, keys: Iterable[ApplicationId]) -> tuple[Application, ...]:
        """Return the applications of ``keys`` that there are, in the order of ``keys``."""
        wanted = list(keys)
        heads = self._all(select(ApplicationRow).where(ApplicationRow.application.in_(wanted)))
        tables = (OutcomeLineRow, EvidenceRow, ComparisonRow, MissingMaterialRow, DeedRow)
        parts = [self._parts(table, [head.application for head in heads]) for table in tables]
        found = {
            head.application: application_of(
                head, ApplicationParts(*(part.get(head.application, ()) for part in parts))
            )
            for head in heads
        }
        return tuple(found[key] for key in wanted if key in found)

    def _parts(self, table: Any, keys: list[str]) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        if keys:
            statement = select(table).where(table.application.in_(keys))
            for row in self._all(statement.order_by(table.application, table.position)):
                found.setdefault(row.application, []).append(row)
        return found

    def account(self, account: LearnerId) -> AccountHead | None:
        """Return where an account's ledger ends."""
        row = self._one(AccountHeadRow, AccountHeadRow.account == account)
        return None if row is None else head_of(row)

    def entry(self, entry: EntryId) -> LedgerEntry | None:
        """Return a ledger entry."""
        row = self._one(LedgerEntryRow, LedgerEntryRow.entry == entry)
        return None if row is None else entry_of(row)

    def paper(self, paper: PaperId) -> Paper | None:
        """Return an issued paper."""
        row = self._one(PaperRow, PaperRow.paper == paper)
        return None if row is None else paper_of(row)

    def disposal(self, disposal: DisposalId) -> Disposal | None:
        """Return an entry of the register of disposals."""
        row = self._one(DisposalRow, DisposalRow.disposal == disposal)
        return None if row is None else disposal_of(row)

    def reference_item(self, item: ReferenceId) -> ReferenceItem | None:
        """Return an entry of the reference data that was ever changed."""
        row = self._one(ReferenceItemRow, ReferenceItemRow.item == item)
        return None if row is None else item_of(row)

    def reference_proposal(self, proposal: ProposalId) -> ReferenceProposal | None:
        """Return a proposal about the reference data."""
        row = self._one(ReferenceProposalRow, ReferenceProposalRow.proposal == proposal)
        return None if row is None else proposal_of(row)
