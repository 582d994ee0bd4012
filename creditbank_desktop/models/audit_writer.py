"""A transaction that may write: what it shares with reading, the audit trail and the set of changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, insert, select

from creditbank_desktop.domain.codec import encode, format_instant, parse_instant
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.registry_bodies import (
    LedgerPosted,
    OfficeConfigured,
    PersonEnrolled,
)
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.audit_trail import GENESIS, AuditEntry, audit_hash
from creditbank_desktop.models.changes import Change, Changes
from creditbank_desktop.models.identity import DeviceIdentity, StorePorts
from creditbank_desktop.models.learner_keys import LearnerKeyTable
from creditbank_desktop.models.operation_rows import AuditRow
from creditbank_desktop.models.trail_writer import CHECKPOINT_EVERY, TrailWriter

NOBODY = PersonId("")
"""Stands in a line of the trail for the program itself."""
_SUBJECTS = ("application", "paper", "learner", "device", "account")


class AuditWriter(TrailWriter):
    """The part of the unit of work that keeps the audit trail."""

    def __init__(self, connection: Connection, identity: DeviceIdentity, ports: StorePorts) -> None:
        """Write through ``connection``, inside a transaction that somebody else commits."""
        super().__init__(connection, identity, ports)
        self._changes: set[Change] = set()
        self._learner_keys = LearnerKeyTable(connection, ports.new_key)

    @property
    def changes(self) -> Changes:
        """Return what changed so far."""
        return frozenset(self._changes)

    def tell(self, kind: str, key: str) -> None:
        """Let screens hear that something changed that no record stands for."""
        self._changes.add((kind, key))

    def audit(
        self,
        actor: Actor,
        action: str,
        subject: tuple[str, str] = ("", ""),
        detail: Mapping[str, str | int] | None = None,
    ) -> None:
        """Add a line for something that is no operation: a read, a print, an export, a sign-in.

        ``subject`` is (kind, id). Nothing personal belongs into ``detail``: the trail outlives disposal.
        """
        entry = AuditEntry(
            number=0,
            at=self._ports.clock.now(),
            person=actor.person,
            device=actor.device,
            action=action,
            subject_kind=subject[0],
            subject=subject[1],
            detail=encode(dict(detail or {})).decode(),
        )
        self._append_audit(entry)

    def audit_program(
        self,
        action: str,
        subject: tuple[str, str] = ("", ""),
        detail: Mapping[str, str | int] | None = None,
    ) -> None:
        """Add a line for what the program did by itself, on nobody's behalf; otherwise as `audit`."""
        entry = AuditEntry(
            number=0,
            at=self._ports.clock.now(),
            person=NOBODY,
            device=self.identity.device,
            action=action,
            subject_kind=subject[0],
            subject=subject[1],
            detail=encode(dict(detail or {})).decode(),
        )
        self._append_audit(entry)

    def _audit_operation(self, operation: Operation) -> None:
        header = operation.header
        kind, subject = _subject_of(operation)
        entry = AuditEntry(
            number=0,
            at=header.at,
            person=header.person,
            device=header.device,
            action=operation.body.op_type,
            subject_kind=kind,
            subject=subject,
            operation=header.operation,
        )
        self._append_audit(entry)

    def _append_audit(self, entry: AuditEntry) -> None:
        last = self._connection.execute(
            select(AuditRow.number, AuditRow.hash).order_by(AuditRow.number.desc()).limit(1)
        ).one_or_none()
        number, previous = (1, GENESIS) if last is None else (last.number + 1, last.hash)
        at = parse_instant(format_instant(entry.at))
        placed = replace(entry, number=number, previous=previous, at=at)
        values = {
            "number": number,
            "at": at,
            "person": placed.person,
            "device": placed.device,
            "action": placed.action,
            "subject_kind": placed.subject_kind,
            "subject": placed.subject,
            "detail": placed.detail,
            "op_id": placed.operation,
            "previous": previous,
            "hash": audit_hash(placed),
        }
        self._connection.execute(insert(AuditRow), values)
        if number % CHECKPOINT_EVERY == 0:
            self.make_checkpoint()


def _subject_of(operation: Operation) -> tuple[str, str]:
    body = operation.body
    if isinstance(body, PersonEnrolled):
        return "person", body.person.person
    if isinstance(body, OfficeConfigured):
        return "office", body.office.office
    if isinstance(body, LedgerPosted):
        return "account", body.account
    for kind in _SUBJECTS:
        subject = getattr(body, kind, None)
        if isinstance(subject, str):
            return kind, subject
    return "person", str(getattr(body, "person", ""))
