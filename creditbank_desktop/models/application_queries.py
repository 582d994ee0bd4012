"""Queues of applications, duplicates, precedents and what was recognised so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from creditbank_desktop.domain.applications import Application, Proxy
from creditbank_desktop.domain.codec import decode
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.ids import ApplicationId, LearnerId
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType, fold
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.application_rows import ApplicationRow, DuplicateKeyRow, OutcomeLineRow
from creditbank_desktop.models.keyset import ANCHOR_EVERY, Keyset
from creditbank_desktop.models.learner_queries import LearnerQueries
from creditbank_desktop.models.ledger_rows import LedgerEntryRow
from creditbank_desktop.models.line_translation import decision_of, outcome_of
from creditbank_desktop.models.registry_rows import LearnerRow
from creditbank_desktop.models.views import (
    Key,
    KnownOutcome,
    Precedent,
    QueueFilter,
    QueueRow,
    RecognisedTotals,
)

ENDED_WITHOUT_CREDIT = (
    State.NOT_ACCEPTED,
    State.LAPSED,
    State.WITHDRAWN,
    State.REVOKED,
    State.NOT_RECOGNISED,
)
_GIVE_CREDIT = tuple(result.value for result in LineResult if result.gives_credit)


class ApplicationQueries(LearnerQueries):
    """Queries about applications."""

    def applications_of(self, learner: LearnerId) -> tuple[Application, ...]:
        """Return a learner's applications, the newest first."""
        statement = select(ApplicationRow.application).where(ApplicationRow.learner == learner)
        ordered = statement.order_by(ApplicationRow.received_on.desc(), ApplicationRow.application.desc())
        return self.applications(ApplicationId(key) for key in self._connection.scalars(ordered))

    def application_by_receipt(self, receipt_number: str) -> Application | None:
        """Return the application with that receipt number."""
        key = self._connection.scalar(
            select(ApplicationRow.application).where(ApplicationRow.receipt_number == receipt_number).limit(1)
        )
        return None if key is None else self.application(ApplicationId(key))

    def find_applications(self, beginning: str, limit: int = 20) -> tuple[QueueRow, ...]:
        """Return the applications whose receipt number begins so."""
        wanted = beginning.strip().upper()
        if not wanted:
            return ()
        column = ApplicationRow.receipt_number
        statement = select(ApplicationRow.application).where(column >= wanted, column < wanted + "\U0010ffff")
        keys = self._connection.scalars(statement.order_by(column).limit(limit))
        return self.queue_rows(tuple(ApplicationId(key) for key in keys))

    def queue(self, wanted: QueueFilter, after: Key | None = None, limit: int = 200) -> tuple[QueueRow, ...]:
        """Return up to ``limit`` rows of a queue behind the key ``after``; a row's key is `queue_key`."""
        keys = _keyset(wanted).page(self._connection, after, limit)
        return self.queue_rows(tuple(ApplicationId(key[-1]) for key in keys))

    def queue_count(self, wanted: QueueFilter) -> int:
        """Return how many rows a queue has."""
        return _keyset(wanted).count(self._connection)

    def queue_anchors(self, wanted: QueueFilter, every: int = ANCHOR_EVERY) -> tuple[Key | None, ...]:
        """Return the keys behind which blocks of ``every`` rows of a queue begin."""
        return _keyset(wanted).anchors(self._connection, every)

    def queue_position(self, wanted: QueueFilter, application: ApplicationId) -> int | None:
        """Return the place of an application in a queue, counted from 0; None if it is not in it."""
        head = self._one(ApplicationRow, ApplicationRow.application == application)
        if head is None or (wanted.states and State(head.state) not in wanted.states):
            return None
        sent_back = State(head.state) is State.RETURNED and wanted.returned_to is not None
        if sent_back and head.resume_to != wanted.returned_to:
            return None
        day: date = getattr(head, wanted.order.value)
        return _keyset(wanted).position(self._connection, (day.isoformat(), application))

    def queue_rows(self, keys: tuple[ApplicationId, ...]) -> tuple[QueueRow, ...]:
        """Return the list rows of those applications, in the order of ``keys``."""
        if not keys:
            return ()
        head, learner, line = ApplicationRow, LearnerRow, OutcomeLineRow
        heads = self._all(
            select(head, learner.name, learner.student_number)
            .join(learner, learner.learner == head.learner)
            .where(head.application.in_(keys))
        )
        lines: dict[str, list[Any]] = {}
        of_these = select(line.application, line.type, line.title).where(line.application.in_(keys))
        for row in self._all(of_these.order_by(line.application, line.position)):
            lines.setdefault(row.application, []).append(row)
        found = {row.application: _queue_row(row, lines[row.application]) for row in heads}
        return tuple(found[key] for key in keys if key in found)

    def state_counts(self, returned_to: State | None = None) -> Mapping[State, int]:
        """Return how many applications are in each state; returned ones only if sent to ``returned_to``."""
        statement = select(ApplicationRow.state, func.count()).group_by(ApplicationRow.state)
        if returned_to is not None:
            sent_there = ApplicationRow.resume_to == returned_to.value
            statement = statement.where(or_(ApplicationRow.state != State.RETURNED.value, sent_there))
        return MappingProxyType({State(state): count for state, count in self._all(statement)})

    def overdue_count(self, states: Iterable[State], today: date) -> int:
        """Return how many applications in ``states`` are past the day promised on the receipt."""
        statement = select(func.count()).where(
            ApplicationRow.state.in_([state.value for state in states]), ApplicationRow.promised_on < today
        )
        return self._connection.scalar(statement) or 0

    def duplicates(
        self, keys: Iterable[str], excluding: ApplicationId | None = None
    ) -> tuple[KnownOutcome, ...]:
        """Return every record with one of the duplicate ``keys`` (`duplicate_keys`), of any learner.

        ``excluding`` leaves an application out. The caller judges: the same learner's live record is a
        duplicate, another learner's with the same certificate number a sign of something worse.
        """
        key, head, line = DuplicateKeyRow, ApplicationRow, OutcomeLineRow
        statement = (
            select(key.duplicate_key, line, head.learner, head.receipt_number, head.state)
            .join(head, head.application == key.application)
            .join(line, (line.application == key.application) & (line.line == key.line))
            .where(key.duplicate_key.in_(list(keys)))
            .order_by(head.received_on, line.line)
        )
        rows = [row for row in self._all(statement) if row.application != excluding]
        return tuple(_known(row) for row in rows)

    def latest_outcomes(self, outcome_type: OutcomeType, limit: int) -> tuple[tuple[str, str], ...]:
        """Return title and issuer of the latest ``limit`` outcomes of that type that were taken in."""
        line = OutcomeLineRow
        statement = (
            select(line.title, line.issuer)
            .where(line.type == outcome_type.value, line.title.is_not(None))
            .order_by(line.application.desc())
            .limit(limit)
        )
        return tuple((row.title, row.issuer or "") for row in self._all(statement))

    def outcomes_titled(self, outcome_type: OutcomeType, title: str, limit: int) -> tuple[Outcome, ...]:
        """Return the latest ``limit`` outcomes of that type and title (folded), of any learner."""
        line = OutcomeLineRow
        statement = (
            select(line)
            .where(line.type == outcome_type.value, line.title_folded == fold(title), line.has_outcome)
            .order_by(line.application.desc())
            .limit(limit)
        )
        return tuple(outcome_of(row) for row in self._all(statement))

    def latest_proxies(self, limit: int) -> tuple[Proxy, ...]:
        """Return who applied for somebody else in the latest ``limit`` of such applications."""
        statement = (
            select(ApplicationRow.proxy)
            .where(ApplicationRow.proxy.is_not(None))
            .order_by(ApplicationRow.application.desc())
            .limit(limit)
        )
        return tuple(decode(Proxy, text.encode()) for text in self._connection.scalars(statement) if text)

    def precedents(
        self, outcome_type: OutcomeType, title: str, level: str = "", limit: int = 20
    ) -> tuple[Precedent, ...]:
        """Return earlier decisions on outcomes of that type, title (folded) and level, the latest first."""
        head, line = ApplicationRow, OutcomeLineRow
        statement = (
            select(line, head.receipt_number, head.state, head.programme)
            .join(head, head.application == line.application)
            .where(
                line.type == outcome_type.value,
                line.title_folded == fold(title),
                line.level == level,
                line.decided_on.is_not(None),
                line.withdrawn.is_(False),
            )
            .order_by(line.decided_on.desc())
            .limit(limit)
        )
        return tuple(_precedent(row) for row in self._all(statement))

    def recognised_totals(
        self, learner: LearnerId, excluding: ApplicationId | None = None
    ) -> RecognisedTotals:
        """Return what was recognised so far for the person behind ``learner``, for the caps of the rules.

        ``excluding`` leaves an application out, usually the one being judged.
        """
        people = self.same_person(learner)
        posted = self._posted(people, excluding)
        pending = self._pending(people, excluding)
        by_type: Counter[OutcomeType] = Counter()
        by_family: Counter[str] = Counter()
        by_target: Counter[str] = Counter()
        for outcome_type, family, target, credits in (*posted, *pending):
            if outcome_type is not None:
                by_type[OutcomeType(outcome_type)] += credits
            if family:
                by_family[family] += credits
            if target:
                by_target[target] += credits
        return RecognisedTotals(
            posted=sum((row[3] for row in posted), ZERO),
            pending=sum((row[3] for row in pending), ZERO),
            online=Decimal(by_type[OutcomeType.MOOC]),
            by_type=_frozen(by_type),
            by_family=_frozen(by_family),
            by_target=_frozen(by_target),
        )

    def _posted(self, people: tuple[LearnerId, ...], excluding: ApplicationId | None) -> list[Any]:
        entry = LedgerEntryRow
        statement = select(
            entry.outcome_type, entry.rule_family, entry.target_code, entry.credits, entry.application
        ).where(entry.account.in_(people), entry.kind.in_(("deposit", "reverse", "adjust")))
        return [row[:4] for row in self._all(statement) if excluding is None or row.application != excluding]

    def _pending(self, people: tuple[LearnerId, ...], excluding: ApplicationId | None) -> list[Any]:
        line, head = OutcomeLineRow, ApplicationRow
        statement = (
            select(line.type, line.rule_family, line.target_code, line.credits, line.application)
            .join(head, head.application == line.application)
            .where(
                head.learner.in_(people),
                head.state.not_in([state.value for state in ENDED_WITHOUT_CREDIT]),
                line.entry.is_(None),
                line.withdrawn.is_(False),
                line.result.in_(_GIVE_CREDIT),
            )
        )
        return [row[:4] for row in self._all(statement) if excluding is None or row.application != excluding]


def queue_key(row: QueueRow, wanted: QueueFilter) -> Key:
    """Return where a row stands in the queue of ``wanted``."""
    day: date = getattr(row, wanted.order.value)
    return (day.isoformat(), row.application)


def _keyset(wanted: QueueFilter) -> Keyset:
    table = ApplicationRow.__table__
    states = wanted.states or tuple(State)
    branches = tuple(_branch(state, wanted) for state in states)
    return Keyset((table.c[wanted.order.value], table.c.application), branches)


def _branch(state: State, wanted: QueueFilter) -> tuple[ColumnElement[bool], ...]:
    table = ApplicationRow.__table__
    in_state = table.c.state == state.value
    if state is State.RETURNED and wanted.returned_to is not None:
        return (in_state, table.c.resume_to == wanted.returned_to.value)
    return (in_state,)


def _queue_row(row: Any, lines: list[Any]) -> QueueRow:
    return QueueRow(
        application=row.application,
        receipt_number=row.receipt_number,
        learner=row.learner,
        name=row.name,
        student_number=row.student_number,
        programme=row.programme,
        state=State(row.state),
        received_on=row.received_on,
        entered_on=row.entered_on,
        promised_on=row.promised_on,
        lines=len(lines),
        type=OutcomeType(lines[0].type),
        title=lines[0].title,
        revision=row.revision,
    )


def _known(row: Any) -> KnownOutcome:
    result = None if row.result is None else LineResult(row.result)
    if row.withdrawn:
        result = LineResult.WITHDRAWN
    state = State(row.state)
    stands = result not in (LineResult.NOT_RECOGNISED, LineResult.WITHDRAWN)
    return KnownOutcome(
        row.duplicate_key,
        row.learner,
        row.application,
        row.line,
        row.receipt_number,
        state,
        result,
        stands and state not in ENDED_WITHOUT_CREDIT,
    )


def _precedent(row: Any) -> Precedent:
    return Precedent(
        row.application,
        row.line,
        row.receipt_number,
        State(row.state),
        row.programme,
        OutcomeType(row.type),
        row.title,
        row.level,
        row.issuer,
        decision_of(row),
    )


def _frozen(totals: Mapping[Any, Any]) -> Mapping[Any, Decimal]:
    return MappingProxyType({key: value for key, value in totals.items() if value})
