"""Queries about the lines of the audit trail: filtered pages for a table of any length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from creditbank_desktop.domain.codec import decode
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.trail_heads import Countersignature, TrailHead, TrailVerdict
from creditbank_desktop.models.application_rows import ApplicationRow
from creditbank_desktop.models.audit_trail import AuditEntry
from creditbank_desktop.models.ledger_rows import PaperRow
from creditbank_desktop.models.operation_rows import (
    AuditCheckpointRow,
    AuditCountersignatureRow,
    AuditRow,
)
from creditbank_desktop.models.registry_rows import LearnerRow
from creditbank_desktop.models.trail_queries import (
    WARNING_SEEN,
    Checkpoint,
    TrailQueries,
    TrailWarning,
)

_MOST_TIMES = 250
_NUMBERS: tuple[tuple[str, Any, Any], ...] = (
    ("application", ApplicationRow.application, ApplicationRow.receipt_number),
    ("paper", PaperRow.paper, PaperRow.number),
    ("learner", LearnerRow.learner, LearnerRow.account_number),
    ("account", LearnerRow.learner, LearnerRow.account_number),
)


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which lines are wanted; what is None or empty leaves nothing out.

    ``since`` and ``until`` are moments (until excluded); ``actions`` are action names, or beginnings of names
    that end in "."; ``subjects`` are ids; ``only_operations`` leaves out what changed nothing.
    """

    since: datetime | None = None
    until: datetime | None = None
    person: PersonId | None = None
    actions: tuple[str, ...] = ()
    subjects: tuple[str, ...] | None = None
    only_operations: bool = False


EVERYTHING = AuditFilter()


class AuditQueries(TrailQueries):
    """Pages of the audit trail, the newest line first."""

    def audit_count(self, wanted: AuditFilter = EVERYTHING) -> int:
        """Return how many lines there are."""
        statement = select(func.count()).select_from(AuditRow).where(*_conditions(wanted))
        return int(self._connection.scalar(statement) or 0)

    def audit_anchors(self, wanted: AuditFilter, every: int) -> tuple[int | None, ...]:
        """Return the numbers behind which the blocks of ``every`` lines begin, the first None."""
        place = func.row_number().over(order_by=AuditRow.number.desc()).label("place")
        numbered = select(AuditRow.number, place).where(*_conditions(wanted)).subquery()
        total = self.audit_count(wanted)
        statement = select(numbered.c.number).where(numbered.c.place % every == 0, numbered.c.place < total)
        return (None, *self._connection.scalars(statement.order_by(numbered.c.place)))

    def audit_page(self, wanted: AuditFilter, before: int | None, limit: int) -> tuple[AuditEntry, ...]:
        """Return up to ``limit`` lines before number ``before``, from the newest if None."""
        statement = select(AuditRow).where(*_conditions(wanted))
        if before is not None:
            statement = statement.where(AuditRow.number < before)
        rows = self._all(statement.order_by(AuditRow.number.desc()).limit(limit))
        return tuple(
            AuditEntry(
                row.number,
                row.at,
                row.person,
                row.device,
                row.action,
                row.subject_kind,
                row.subject,
                row.detail,
                row.op_id,
                row.previous,
                row.hash,
            )
            for row in rows
        )

    def audit_position(self, wanted: AuditFilter, number: int) -> int:
        """Return how many lines stand before that number in the table."""
        newer = select(func.count()).select_from(AuditRow)
        return int(self._connection.scalar(newer.where(AuditRow.number > number, *_conditions(wanted))) or 0)

    def server_times(self, first: int) -> tuple[tuple[int, datetime], ...]:
        """Return by audit number, from ``first`` on, when the server had seen the trail up to there."""
        row, signed = AuditCheckpointRow, AuditCountersignatureRow
        statement = (
            select(row.audit_number, signed.data)
            .join(signed, signed.checkpoint == row.number)
            .where(row.audit_number >= first)
            .order_by(row.audit_number, signed.number)
            .limit(_MOST_TIMES)
        )
        found = []
        for number, data in self._connection.execute(statement):
            said = decode(Countersignature, data)
            if said.verdict is TrailVerdict.SOUND:
                found.append((number, said.server_time))
        return tuple(found)

    def open_trail_warnings(self) -> tuple[TrailWarning, ...]:
        """Return what the server found about the trail and nobody has taken note of, the oldest first."""
        warnings = self.trail_state().warnings
        if not warnings:
            return ()
        noted = select(AuditRow.subject).where(AuditRow.action == WARNING_SEEN)
        seen = set(self._connection.scalars(noted))
        return tuple(one for one in warnings if str(one.number) not in seen)

    def subject_numbers(self, subjects: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """Return by (kind, id) the number of an application's receipt, a paper, a learner's account."""
        by_kind: dict[str, list[str]] = {}
        for kind, subject in subjects:
            by_kind.setdefault(kind, []).append(subject)
        found: dict[tuple[str, str], str] = {}
        for kind, key, number in _NUMBERS:
            if kind in by_kind:
                rows = self._connection.execute(select(key, number).where(key.in_(by_kind[kind])))
                found.update({(kind, row[0]): row[1] for row in rows})
        return found

    def subjects_by_number(self, number: str) -> tuple[str, ...]:
        """Return the ids of the applications and papers with that number."""
        found: list[str] = []
        for kind, key, column in _NUMBERS:
            if kind in ("application", "paper"):
                found.extend(self._connection.scalars(select(key).where(column == number)))
        return tuple(found)

    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """Return every checkpoint in its order."""
        row = AuditCheckpointRow
        rows = self._all(select(row.data, row.signature).order_by(row.number))
        return tuple(Checkpoint(decode(TrailHead, one.data), one.signature) for one in rows)


def _conditions(wanted: AuditFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        found.append(AuditRow.at >= wanted.since)
    if wanted.until is not None:
        found.append(AuditRow.at < wanted.until)
    if wanted.person is not None:
        found.append(AuditRow.person == wanted.person)
    if wanted.actions:
        found.append(or_(*(_named(action) for action in wanted.actions)))
    if wanted.subjects is not None:
        found.append(AuditRow.subject.in_(wanted.subjects))
    if wanted.only_operations:
        found.append(AuditRow.op_id.is_not(None))
    return found


def _named(action: str) -> Any:
    if not action.endswith("."):
        return AuditRow.action == action
    # "/" follows "." in every order of texts that is used here.
    return and_(AuditRow.action >= action, AuditRow.action < action[:-1] + "/")
