"""The sync centre's desk: the engine's state as rows by application, and its runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from creditbank_desktop.domain.ids import ApplicationId, LearnerId, PaperId
from creditbank_desktop.domain.masking import PersonalField, Purpose, masked, sees_whole
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.views import Delivery
from creditbank_desktop.sync.desk_views import Step, SyncRow
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.sync.face import (
    CentralFinding,
    CentralQuestion,
    ItemStanding,
    SyncItem,
    SyncProgress,
    SyncReport,
    SyncStatus,
)

RECENT_OPERATIONS = 400
"""How far back the stream is read for what is settled already."""

_STEP_OF = {standing: Step(standing.value) for standing in ItemStanding}
_STEP_OF_DELIVERY = {
    Delivery.SAVED: Step.SAVED,
    Delivery.SENT: Step.SENT,
    Delivery.REGISTERED: Step.REGISTERED,
    Delivery.POSTED: Step.POSTED,
    Delivery.IN_DOUBT: Step.CONFLICT,
}
# The worst decides: what needs a person first, then what waits longest on its road.
_WORST_FIRST = (
    Step.REJECTED,
    Step.CONFLICT,
    Step.SET_ASIDE,
    Step.HELD,
    Step.WAITING_HERE,
    Step.SAVED,
    Step.SENT,
)

Subject = tuple[str, str]


@dataclass(slots=True)
class _Open:
    """What is not settled of one record."""

    step: Step
    code: str
    since: datetime
    acts: list[str] = field(default_factory=list)

    def add(self, item: SyncItem) -> None:
        step = _STEP_OF[item.standing]
        if _WORST_FIRST.index(step) < _WORST_FIRST.index(self.step):
            self.step, self.code = step, item.code
        self.since = min(self.since, item.at)
        if item.type not in self.acts:
            self.acts.append(item.type)


class EngineDesk:
    """Serves the sync centre from one store and its engine. Callable from any thread."""

    def __init__(
        self,
        store: Store,
        engine: SyncEngine,
        afterwards: Callable[[], frozenset[tuple[str, str]]] = frozenset,
    ) -> None:
        """Read ``store`` and run ``engine``; ``afterwards`` does what a run made due, and returns changes."""
        self._store = store
        self._engine = engine
        self._afterwards = afterwards

    def status(self) -> SyncStatus:
        """Return how far everything is."""
        return self._engine.status()

    def rows(self, actor: Actor) -> tuple[SyncRow, ...]:
        """Return what is not settled, what needs a person first, then what was settled lately.

        Only the records of this device's last `RECENT_OPERATIONS` operations count as lately. Whoever does
        not work on files sees learners masked and no titles.
        """
        items = self._engine.items()
        rows = self._store.read(lambda reader: (*_open_rows(reader, items), *_settled_rows(reader, items)))
        if sees_whole(PersonalField.NAME, Purpose.LIST, actor.roles):
            return rows
        return tuple(replace(row, who=masked(PersonalField.NAME, row.who), title="") for row in rows)

    def sync_now(self, progress: SyncProgress) -> SyncReport:
        """Run the engine; raises as `SyncEngine.sync_now` does."""
        report = self._engine.sync_now(progress)
        return replace(report, changes=report.changes | self._afterwards())

    def stop(self) -> None:
        """Stop a run that is under way, even one that waits for a server: the program is about to end."""
        self._engine.stop()

    def look_up(self, actor: Actor, question: CentralQuestion) -> CentralFinding:
        """Ask the centre about a person; raises as `SyncEngine.look_up` does."""
        return self._engine.look_up(actor, question)

    def enrol(self, actor: Actor, address: str, code: str) -> frozenset[tuple[str, str]]:
        """Enrol this device and return what changed; raises as `SyncEngine.enrol` does."""
        return self._engine.enrol(actor, address, code)


def _open_rows(reader: Reader, items: Iterable[SyncItem]) -> list[SyncRow]:
    found: dict[Subject, _Open] = {}
    for item in items:
        opened = found.setdefault(item.subject, _Open(_STEP_OF[item.standing], item.code, item.at))
        opened.add(item)
    rows = [
        _row(reader, subject, SyncRow(*subject, each.step, each.since, acts=tuple(each.acts), code=each.code))
        for subject, each in found.items()
    ]
    return sorted(rows, key=lambda row: (_WORST_FIRST.index(row.step), row.since))


def _settled_rows(reader: Reader, items: Iterable[SyncItem]) -> list[SyncRow]:
    """Return the applications of the last own operations that have nothing open, the latest first."""
    unsettled = {item.subject[1] for item in items}
    last: dict[ApplicationId, datetime] = {}
    after = max(0, reader.stream_head().sequence - RECENT_OPERATIONS)
    for stored in reader.own_operations(after, RECENT_OPERATIONS):
        envelope = read_envelope(stored.data)
        application = envelope.body.get("application")
        if isinstance(application, str) and application not in unsettled:
            last[ApplicationId(application)] = envelope.header.at
    rows = [
        _row(
            reader,
            ("application", application),
            SyncRow("application", application, _STEP_OF_DELIVERY[delivery], last[application]),
        )
        for application, delivery in reader.deliveries(last).items()
    ]
    return sorted(rows, key=lambda row: row.since, reverse=True)


def _row(reader: Reader, subject: Subject, row: SyncRow) -> SyncRow:
    """Return ``row`` with the words that the store has for its record."""
    kind, key = subject
    number = title = state = ""
    learner: LearnerId | None = None
    if kind == "application":
        found = reader.queue_rows((ApplicationId(key),))
        if found:
            number, title, state = found[0].receipt_number, found[0].title or "", found[0].state.value
            learner = found[0].learner
    elif kind == "paper":
        paper = reader.paper(PaperId(key))
        number, learner = ("", None) if paper is None else (paper.number, paper.learner)
    elif kind in ("learner", "account"):
        learner = LearnerId(key)
    person = None if learner is None else reader.learner(learner)
    who = "" if person is None or person.profile is None else person.profile.name
    if person is not None and kind in ("learner", "account"):
        number = person.account_number
    return SyncRow(
        row.kind, row.id, row.step, row.since, number, who, title, state, acts=row.acts, code=row.code
    )
