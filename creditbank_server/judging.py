"""Judges the operations of a push, each by itself, and lets go what was held once it can be applied."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from creditbank_desktop.domain.ids import ApplicationId, DeviceId, LearnerId, OperationId
from creditbank_desktop.domain.operations.application_bodies import (
    AppealDecided,
    ApplicationReceived,
    ApplicationRevoked,
    ResultDelivered,
)
from creditbank_desktop.domain.operations.registry_bodies import (
    LearnerAliased,
    LearnerRegistered,
    LearnerUnaliased,
)
from creditbank_desktop.sync.protocol.messages import ItemResult, ItemState
from creditbank_server.admission import Admission, Admitted, Item, Refusal, read_item
from creditbank_server.documents import is_id
from creditbank_server.office_work import OfficeWork
from creditbank_server.one_person import lock_accounts
from creditbank_server.posting import answer_to


class Bench:
    """Judges operations for one office's work; one that cannot be applied blocks no other."""

    def __init__(self, work: OfficeWork, devices: frozenset[DeviceId], pusher: DeviceId) -> None:
        """Judge for ``work`` what ``pusher`` sent; ``devices`` may have written it."""
        self._work = work
        self._pusher = pusher
        self._admission = Admission(work, devices)
        self._results: dict[str, ItemResult] = {}
        self._stored: dict[str, tuple[str, int]] = {}
        self._held: dict[str, str] = {}
        self._subjects: dict[str, str] = {}
        self._refused: dict[str, dict[str, ItemResult]] = {}

    def judge(self, items: Sequence[Item]) -> tuple[ItemResult, ...]:
        """Return what became of each operation, in the order given."""
        self._look_up(items)
        lock_accounts(self._work.connection, _account_holders(self._work, items))
        order = []
        for item in items:
            result = self._judge(item)
            order.append(result)
            self._results[item.operation] = result
        self._release()
        return tuple(
            self._results[result.operation] if result.state is ItemState.HELD else result for result in order
        )

    def _judge(self, item: Item) -> ItemResult:
        known = self._known(item)
        if known is not None:
            return known
        behind = self._subjects.get(item.subject) if item.subject else None
        if behind is not None and not _opens_subject(item):
            waiting = Refusal(ItemState.HELD, "operation.behind_held", {"operation": behind}, behind)
            return self._keep(item, waiting)
        return self._try(item)

    def _try(self, item: Item) -> ItemResult:
        outcome = self._admission.admit(item)
        if isinstance(outcome, Refusal):
            return self._keep(item, outcome)
        self._stored[item.operation] = (item.sha256, outcome.feed_number)
        return self._follow_up(item, outcome)

    def _known(self, item: Item) -> ItemResult | None:
        """Return what became of an operation that came before; another one under its id is quarantined."""
        operation = OperationId(item.operation)
        if not operation:
            return None
        if operation in self._stored:
            sha256, feed_number = self._stored[operation]
            if sha256 == item.sha256:
                return ItemResult(operation, ItemState.DUPLICATE, feed_number)
            return self._keep(item, _ALTERED)
        if operation in self._held:
            if self._held[operation] == item.sha256:
                return ItemResult(operation, ItemState.HELD, code="operation.held_before")
            return self._keep(item, _ALTERED)
        refused = self._refused.get(operation, {})
        if item.sha256 in refused:
            return refused[item.sha256]
        return self._keep(item, _ALTERED) if refused else None

    def _follow_up(self, item: Item, admitted: Admitted) -> ItemResult:
        """Do what the server does in answer to an operation just applied."""
        operation, number = OperationId(item.operation), admitted.feed_number
        conflict = answer_to(self._work, operation, admitted.body)
        if conflict is None:
            return ItemResult(operation, ItemState.ACCEPTED, number)
        return ItemResult(operation, ItemState.CONFLICT, number, conflict.code, conflict.params)

    def _keep(self, item: Item, refusal: Refusal) -> ItemResult:
        """Keep the bytes of an operation that was not applied."""
        operation = OperationId(item.operation)
        result = ItemResult(operation, refusal.state, 0, refusal.code, refusal.params)
        if refusal.state is ItemState.HELD:
            self._hold(item, refusal)
        else:
            self._refuse(item, refusal)
            self._refused.setdefault(operation, {})[item.sha256] = result
            self._work.arrived.add(operation)
        return result

    def _hold(self, item: Item, refusal: Refusal) -> None:
        self._held[item.operation] = item.sha256
        if item.subject:
            self._subjects[item.subject] = item.operation
        self._work.connection.execute(
            "INSERT INTO held_operations"
            " (office, operation, sha256, device, waits_for, subject, code, params, data, held_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            (
                self._work.office,
                item.operation,
                item.sha256,
                self._pusher,
                _printable(refusal.waits_for),
                _printable(item.subject),
                refusal.code,
                _json(refusal),
                item.data,
                self._work.moment,
            ),
        )

    def _refuse(self, item: Item, refusal: Refusal) -> None:
        self._work.connection.execute(
            "INSERT INTO refused_operations"
            " (office, operation, sha256, device, state, code, params, data, refused_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            (
                self._work.office,
                item.operation,
                item.sha256,
                self._pusher,
                refusal.state.value,
                refusal.code,
                _json(refusal),
                item.data,
                self._work.moment,
            ),
        )

    def _look_up(self, items: Sequence[Item]) -> None:
        """Fetch in a few statements whatever is known about the operations and the records they name."""
        work = self._work
        ids = [item.operation for item in items if item.operation]
        work.keys.load(
            item.envelope.header.learner for item in items if item.envelope and item.envelope.header.learner
        )
        work.shelf.prefetch(_named_ids(items))
        rows = work.connection.execute(
            "SELECT o.operation, o.sha256, f.number FROM operations o"
            " JOIN feed f ON f.office = o.office AND f.operation = o.operation"
            " WHERE o.office = %s AND o.operation = ANY(%s)",
            (work.office, ids),
        )
        self._stored = {operation: (sha256, number) for operation, sha256, number in rows}
        held = work.connection.execute(
            "SELECT operation, sha256, subject FROM held_operations WHERE office = %s ORDER BY arrival",
            (work.office,),
        )
        for operation, sha256, subject in held:
            self._held[operation] = sha256
            if subject:
                self._subjects[subject] = operation
        refused = work.connection.execute(
            "SELECT operation, sha256, state, code, params FROM refused_operations"
            " WHERE office = %s AND operation = ANY(%s)",
            (work.office, ids),
        )
        for operation, sha256, state, code, params in refused:
            result = ItemResult(operation, ItemState(state), 0, code, json.loads(params))
            self._refused.setdefault(operation, {})[sha256] = result

    def _release(self) -> None:
        """Judge again what waited for something that has arrived, until nothing moves any more."""
        while self._held and self._work.arrived:
            arrived = sorted(self._work.arrived)
            self._work.arrived.clear()
            rows = self._work.connection.execute(
                "DELETE FROM held_operations WHERE office = %s AND waits_for = ANY(%s)"
                " RETURNING arrival, data",
                (self._work.office, arrived),
            ).fetchall()
            for _, data in sorted(rows):
                self._judge_again(read_item(bytes(data)))

    def _judge_again(self, item: Item) -> None:
        """Try what was let go; those behind it on the same subject wait for its id."""
        del self._held[item.operation]
        last = self._subjects.pop(item.subject, None)
        self._results[item.operation] = self._try(item)
        if last is not None and last != item.operation:
            self._subjects[item.subject] = last


_OPENING = frozenset({ApplicationReceived.op_type, LearnerRegistered.op_type})
_POSTING = frozenset({ResultDelivered.op_type, AppealDecided.op_type, ApplicationRevoked.op_type})
_MERGING = frozenset({LearnerAliased.op_type, LearnerUnaliased.op_type})
_ALTERED = Refusal(ItemState.REJECTED, "operation.altered", {})


def _opens_subject(item: Item) -> bool:
    """Return whether the operation makes what those held on its subject may be waiting for."""
    return item.envelope is not None and item.envelope.type in _OPENING


def _account_holders(work: OfficeWork, items: Iterable[Item]) -> set[LearnerId]:
    """Return whose accounts the operations will post to, take back from, merge or part."""
    applicants: dict[str, LearnerId] = {}
    found: set[LearnerId] = set()
    for envelope in (item.envelope for item in items if item.envelope is not None):
        body = {name: value for name, value in envelope.body.items() if isinstance(value, str)}
        application, learner = body.get("application", ""), body.get("learner", "")
        if envelope.type == ApplicationReceived.op_type:
            applicants[application] = LearnerId(learner)
        elif envelope.type in _POSTING and application in applicants:
            found.add(applicants[application])
        elif envelope.type in _POSTING:
            known = work.shelf.application(ApplicationId(application))
            found.update(() if known is None else (known.learner,))
        elif envelope.type in _MERGING:
            found.update(map(LearnerId, (learner, body.get("canonical", learner))))
    return {learner for learner in found if is_id(learner)}


def _named_ids(items: Iterable[Item]) -> set[str]:
    """Return every id that an operation's header or body names at its first level."""
    found: set[str] = set()
    for item in items:
        if item.envelope is None:
            continue
        header = item.envelope.header
        found.update((header.person, header.office))
        for value in item.envelope.body.values():
            if isinstance(value, str) and len(value) == 36:
                found.add(value)
    return {key for key in found if is_id(key)}


def _json(refusal: Refusal) -> str:
    return json.dumps(dict(refusal.params), sort_keys=True)


def _printable(text: str) -> str:
    return text if is_id(text) else ""
