"""Lets operations take effect: reduced, stored, projected and placed in the stream, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import StatementError

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.codec import plain_of
from creditbank_desktop.domain.disposals import Disposal
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId, LearnerId, OperationId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.ledger import AccountHead
from creditbank_desktop.domain.operations.catalogue import Body, Personal
from creditbank_desktop.domain.operations.envelope import (
    Envelope,
    Header,
    Operation,
    is_signed_by,
    open_envelope,
    read_envelope,
    write_operation,
)
from creditbank_desktop.domain.operations.privacy_bodies import ScansDisposed
from creditbank_desktop.domain.operations.reducer import Record, reduce
from creditbank_desktop.domain.operations.registry_bodies import (
    LearnerBrought,
    LearnerDisposed,
    LearnerRegistered,
    LedgerBrought,
    LedgerPosted,
    OfficeConfigured,
    PersonEnrolled,
)
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Actor, Person
from creditbank_desktop.models.application_rows import ApplicationRow
from creditbank_desktop.models.audit_writer import AuditWriter
from creditbank_desktop.models.blob_disposal import blobs_in, note_unneeded
from creditbank_desktop.models.changes import SYNC_CHANGED
from creditbank_desktop.models.disposal import application_without_person, paper_without_person
from creditbank_desktop.models.ledger_rows import DraftRow, PaperRow
from creditbank_desktop.models.ledger_translation import paper_of
from creditbank_desktop.models.numbering import use_account_number, use_document_number
from creditbank_desktop.models.operation_rows import OWN, PULLED, OperationRow, StreamRow
from creditbank_desktop.models.projection import Projection
from creditbank_desktop.models.projector import change_of, projection_of, write_projection
from creditbank_desktop.models.registry_rows import PersonKeyRow
from creditbank_desktop.models.row_chain import COLUMNS, row_hash
from creditbank_desktop.vault.sealing import LearnerSealer


@dataclass(frozen=True, slots=True)
class _Effect:
    """An opened operation with its bytes and the records that it makes."""

    data: bytes
    operation: Operation
    records: tuple[Record, ...]


class OperationWriter(AuditWriter):
    """The part of the unit of work that writes operations."""

    def record(
        self,
        actor: Actor,
        body: Body,
        *,
        learner: LearnerId | None = None,
        personal: Personal | None = None,
    ) -> OperationId:
        """Let ``actor`` do ``body`` and return the operation's id.

        Writes the signed operation, places it in this device's stream, changes the records, and adds the
        audit row; the projections can be read at once. ``learner`` says whose key seals ``personal``;
        registering makes that key. Raises `Refused` as `reduce` does, and "learner.disposed" or
        "learner.key_unknown" when there is no key to seal with, "actor.other_device" when the actor signed in
        elsewhere, "credits.too_fine" for credits finer than a hundredth.
        """
        if actor.device != self.identity.device:
            raise Refused("actor.other_device", device=actor.device)
        if personal is not None and learner is not None:
            self._check_key(learner, body)
        ports = self._ports
        operation_id = OperationId(ports.ids.new_id())
        header = Header(
            operation_id,
            actor.office,
            actor.device,
            actor.person,
            ports.clock.now(),
            ports.clock.today(),
            learner,
        )
        sealer = LearnerSealer(self._learner_keys)
        data = write_operation(Operation(header, body, personal), actor.signer, sealer)
        # Read back from its bytes, so that own and pulled operations have the very same effect.
        effect = self._effect(data, read_envelope(data))
        self._take_effect(effect, OWN)
        self._append_to_stream(operation_id, data)
        self._audit_operation(effect.operation)
        self._changes.add(SYNC_CHANGED)
        return operation_id

    def apply_stored(self, data: bytes, origin: str = PULLED, feed_number: int = 0) -> bool:
        """Let an operation that was written elsewhere (or before, in a replay) take effect.

        ``feed_number`` is where the server's feed has it. Returns whether it was new; the same bytes again do
        nothing. Raises `Refused`: "operation.differs" for
        a known id with other bytes, "operation.signature" for a signature that is not the person's,
        "operation.key_unknown" when the learner's key has not arrived, codes ending in ".unknown" when
        something that it builds on has not; `Malformed` for bytes that are no operation.
        """
        envelope = read_envelope(data)
        known = self._connection.scalar(
            select(OperationRow.data).where(OperationRow.op_id == envelope.header.operation)
        )
        if known is not None:
            if known != data:
                raise Refused("operation.differs", operation=envelope.header.operation)
            return False
        effect = self._effect(data, envelope)
        self._check_signature(envelope, effect.operation, origin)
        self._check_personal_part(envelope, effect.operation)
        self._take_effect(effect, origin, feed_number)
        return True

    def _check_key(self, learner: LearnerId, body: Body) -> None:
        if self._learner_keys.is_destroyed(learner):
            raise Refused("learner.disposed", learner=learner)
        if not isinstance(body, LearnerRegistered) and self._learner_keys.get(learner) is None:
            raise Refused("learner.key_unknown", learner=learner)

    def _effect(self, data: bytes, envelope: Envelope) -> _Effect:
        operation = open_envelope(envelope, LearnerSealer(self._learner_keys))
        records = reduce(operation, self)
        for record in records:
            self._check_owner(record)
        return _Effect(data, operation, records)

    def _check_owner(self, record: Record) -> None:
        """Refuse what would hang in the air: the reducer does not ask for the owner of papers and entries."""
        owner = record.learner if isinstance(record, Paper) else None
        if isinstance(record, AccountHead) and record.entries > 0:
            owner = record.account
        if owner is not None and self.learner(owner) is None:
            raise Refused("learner.unknown", learner=owner)

    def _check_signature(self, envelope: Envelope, operation: Operation, origin: str) -> None:
        body, signer = operation.body, operation.header.person
        if isinstance(body, PersonEnrolled) and body.person.person == signer:
            keys = [body.person.public_key]
        else:
            keys = list(
                self._connection.scalars(select(PersonKeyRow.public_key).where(PersonKeyRow.person == signer))
            )
        if not keys and isinstance(body, OfficeConfigured) and origin == OWN:
            return  # the office's first operation comes before its first person
        if not keys:
            raise Refused("person.unknown", person=signer)
        if not any(is_signed_by(envelope, key, self._ports.verifier) for key in keys):
            raise Refused("operation.signature", operation=operation.header.operation, person=signer)

    def _check_personal_part(self, envelope: Envelope, operation: Operation) -> None:
        learner = operation.header.learner
        if envelope.sealed is None or operation.personal is not None or learner is None:
            return
        if not self._learner_keys.is_destroyed(learner):
            raise Refused("learner.key_unknown", learner=learner)

    def _take_effect(self, effect: _Effect, origin: str, feed_number: int = 0) -> None:
        before = [self._present(record) for record in effect.records]
        projections = [projection_of(record) for record in effect.records]
        self._store(effect, origin, feed_number)
        for record, projection, present in zip(effect.records, projections, before, strict=True):
            self._project(projection, present)
            self._changes.add(change_of(record))
            self._use_numbers(record, present)
        body = effect.operation.body
        if isinstance(body, LearnerDisposed):
            self._dispose(body.learner, effect.operation)
        elif isinstance(body, LearnerBrought) and effect.operation.header.learner is None:
            # The office that registered the learner has disposed of him.
            self._dispose(body.learner, effect.operation)
        elif isinstance(body, ScansDisposed):
            scans = _sizes(effect.records)
            note_unneeded(self._connection, scans, effect.operation.header.at)

    def _project(self, projection: Projection, present: Projection | None) -> None:
        try:
            write_projection(self._connection, projection, present)
        except StatementError as error:
            if isinstance(error.orig, ValueError):
                raise Refused("credits.too_fine") from error
            raise

    def _present(self, record: Record) -> Projection | None:
        present: Record | None = None
        match record:
            case Application():
                present = self.application(record.application)
            case Learner():
                present = self.learner(record.learner)
            case AccountHead():
                present = self.account(record.account)
            case Person():
                present = self.person(record.person)
            case Disposal():
                present = self.disposal(record.disposal)
        return None if present is None else projection_of(present)

    def _store(self, effect: _Effect, origin: str, feed_number: int) -> None:
        header, body = effect.operation.header, effect.operation.body
        learner = header.learner or getattr(body, "learner", None)
        if isinstance(body, LedgerPosted | LedgerBrought):
            learner = body.account
        values: dict[str, Any] = {
            "op_id": header.operation,
            "data": effect.data,
            "type": body.op_type,
            "person": header.person,
            "device": header.device,
            "office": header.office,
            "at": header.at,
            "on_day": header.on,
            "learner": learner,
            "application": getattr(body, "application", None),
            "origin": origin,
            "feed_number": feed_number,
        }
        before = self.operation_head()
        values = {"local_order": before.number + 1, **values}
        values["row_hash"] = row_hash(before.hash, (values[name] for name in COLUMNS["operation"]))
        self._connection.execute(insert(OperationRow), values)

    def _append_to_stream(self, operation: OperationId, data: bytes) -> None:
        head = self.stream_head().followed_by(data)
        values = {
            "incarnation": head.incarnation,
            "seq": head.sequence,
            "device": head.device,
            "op_id": operation,
            "head_hash": head.hash,
        }
        self._connection.execute(insert(StreamRow), values)

    def _use_numbers(self, record: Record, present: Projection | None) -> None:
        """Keep the counters ahead of the numbers that a new record brings along."""
        if isinstance(record, Learner):
            use_account_number(self._connection, record)
        number = record.number if isinstance(record, Paper) else ""
        if isinstance(record, Application) and present is None:
            number = record.receipt_number
        office = self.office() if number else None
        if office is not None:
            use_document_number(self._connection, office.code, self.identity.code, number)

    def _dispose(self, learner: LearnerId, operation: Operation) -> None:
        """Destroy the learner's key and every plain trace of what was sealed under it."""
        at = operation.header.at
        self._learner_keys.destroy(learner, at)
        drafts = self._connection.scalars(select(DraftRow.data).where(DraftRow.learner == learner))
        contents = {blob: size for data in drafts for blob, size in blobs_in(plain_of(data.encode())).items()}
        self._connection.execute(delete(DraftRow).where(DraftRow.learner == learner))
        keys = self._connection.scalars(
            select(ApplicationRow.application).where(ApplicationRow.learner == learner)
        )
        for application in self.applications(ApplicationId(key) for key in keys):
            contents |= _sizes((application,))
            self._rewrite(application, application_without_person(application))
        papers = self._connection.execute(select(PaperRow).where(PaperRow.learner == learner)).all()
        for paper in map(paper_of, papers):
            contents.setdefault(paper.sha256, 0)
            self._rewrite(paper, paper_without_person(paper))
        note_unneeded(self._connection, contents, at)

    def _rewrite(self, before: Record, after: Record) -> None:
        write_projection(self._connection, projection_of(after), projection_of(before))
        self._changes.add(change_of(after))


def _sizes(records: tuple[Record, ...]) -> dict[str, int]:
    """Return the contents that applications among ``records`` name, size in bytes by hash."""
    files = (record for record in records if isinstance(record, Application))
    return {item.blob: item.size_bytes for file in files for item in file.evidence}
