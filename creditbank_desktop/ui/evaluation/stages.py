"""The stages that a file passes on this workplace, who works at which, and what waits there.

Everything here is plain data and calls of services; it runs on worker threads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import SignStage
from creditbank_desktop.domain.people import Actor, Role
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.services import Services
from creditbank_desktop.services.views_applications import ApplicationRow, Due, QueueFilter, QueuePage
from creditbank_desktop.services.views_evaluation import Case, PublicityRow, SigningRow

PAGE_ROWS = 200
ROWS_AT_ONCE = 1000


class Stage(StrEnum):
    """A stage of the way from materials to publicity."""

    REVIEW = "review"
    EVALUATION = "evaluation"
    SECOND = "second"
    HEAD = "head"
    DEAN = "dean"
    APPROVAL = "approval"
    PUBLICITY = "publicity"

    @property
    def is_bulk(self) -> bool:
        """Return whether files are ticked and done together."""
        return self in (Stage.HEAD, Stage.DEAN, Stage.APPROVAL, Stage.PUBLICITY)


EVALUATED_HERE = frozenset({State.EVALUATION, State.RETURNED})

_STAGES_AT: Mapping[State, tuple[Stage, ...]] = {
    State.ACCEPTED: (Stage.REVIEW,),
    State.MATERIAL_REVIEW: (Stage.REVIEW,),
    State.EVALUATION: (Stage.EVALUATION,),
    State.PANEL: (Stage.SECOND,),
    State.SIGN_OFF: (Stage.HEAD, Stage.DEAN),
    State.ACADEMIC_OFFICE: (Stage.APPROVAL,),
    State.PROPOSED: (Stage.PUBLICITY,),
}


def stages_of(actor: Actor) -> tuple[Stage, ...]:
    """Return the stages at which ``actor`` may work, in the order of the way."""
    open_to: dict[Stage, bool] = {
        Stage.REVIEW: may(actor, "ReviewService.pass_materials"),
        Stage.EVALUATION: may(actor, "EvaluationService.decide"),
        Stage.SECOND: may(actor, "PanelService.decide_second"),
        Stage.HEAD: may(actor, "SignOffService.sign") and actor.holds(Role.DEPARTMENT_HEAD),
        Stage.DEAN: may(actor, "SignOffService.sign") and actor.holds(Role.DEAN),
        Stage.APPROVAL: may(actor, "SignOffService.approve"),
        Stage.PUBLICITY: may(actor, "PublicityService.publish"),
    }
    return tuple(stage for stage in Stage if open_to[stage])


@dataclass(frozen=True, slots=True)
class Waiting:
    """One file that waits at a stage; at the signatures ``state`` is the result that is to be signed."""

    application: ApplicationId
    receipt_number: str
    learner_name: str
    titles: tuple[str, ...]
    lines: int
    state: State
    due: Due | None
    credits: Decimal | None
    revision: int
    signed: tuple[Act, ...] = ()
    kept_from: Act | None = None
    departs: bool = False


class Narrowing(StrEnum):
    """Which part of a queue is shown."""

    ALL = "all"
    LATE = "late"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a stage's queue is wanted; ``least_rows`` grows as the user goes down."""

    stage: Stage
    narrowing: Narrowing = Narrowing.ALL
    text: str = ""
    least_rows: int = ROWS_AT_ONCE


@dataclass(frozen=True, slots=True)
class Board:
    """A queue as it stands and, at the publicity, today's public list."""

    asked: Asked
    rows: tuple[Waiting, ...]
    total: int
    has_more: bool = False
    shown: tuple[PublicityRow, ...] = ()


class StageReader:
    """Asks the services what waits; to be called on a worker thread."""

    def __init__(self, services: Services, actor: Actor) -> None:
        """Read as ``actor``."""
        self._services = services
        self._actor = actor
        self.stages = stages_of(actor)

    def board(self, asked: Asked) -> Board:
        """Return the queue of one stage."""
        rows, total, has_more = self._rows(asked)
        shown = self._services.publicity.shown(self._actor) if asked.stage is Stage.PUBLICITY else ()
        return Board(asked, rows, total, has_more, shown)

    def counts(self) -> dict[Stage, int]:
        """Return how many files wait at each stage of this person."""
        return {stage: self._count(stage) for stage in self.stages}

    def case(self, stage: Stage, application: ApplicationId) -> Case:
        """Return one file as the person at ``stage`` may see it."""
        services, actor = self._services, self._actor
        if stage is Stage.REVIEW:
            return services.review.case(actor, application)
        if stage in (Stage.EVALUATION, Stage.SECOND):
            return services.evaluation.case(actor, application)
        return services.sign_off.case(actor, application)

    def place_of(self, application: ApplicationId) -> Stage | None:
        """Return the stage of this person at which a file waits, None when it waits at none of them."""
        file = self._services.counter.case(self._actor, application).application
        state = file.resume_to if file.state is State.RETURNED and file.resume_to else file.state
        return next((stage for stage in _STAGES_AT.get(state, ()) if stage in self.stages), None)

    def _count(self, stage: Stage) -> int:
        if stage.is_bulk:
            return len(self._bulk_rows(stage))
        counts = self._page(stage, QueueFilter(), "", 1).counts
        if stage is Stage.EVALUATION:
            return sum(counts.get(state, 0) for state in EVALUATED_HERE)
        if stage is Stage.SECOND:
            return counts.get(State.PANEL, 0)
        return sum(counts.values())

    def _rows(self, asked: Asked) -> tuple[tuple[Waiting, ...], int, bool]:
        if asked.stage.is_bulk:
            every = self._bulk_rows(asked.stage)
            return tuple(row for row in every if _matches(row, asked)), len(every), False
        return self._queue_rows(asked)

    def _queue_rows(self, asked: Asked) -> tuple[tuple[Waiting, ...], int, bool]:
        shown = QueueFilter(
            states=EVALUATED_HERE if asked.stage is Stage.EVALUATION else frozenset(),
            text=asked.text,
            late_only=asked.narrowing is Narrowing.LATE,
            mine_possible_only=asked.narrowing is Narrowing.MINE,
        )
        rows: list[Waiting] = []
        after, counted = "", 0
        while True:
            page = self._page(asked.stage, shown, after, PAGE_ROWS)
            rows.extend(_waiting(row) for row in page.rows)
            counted = sum(page.counts.get(state, 0) for state in shown.states) if shown.states else page.total
            after = page.next_after
            if not after or len(rows) >= asked.least_rows:
                return tuple(rows), counted, bool(after)

    def _page(self, stage: Stage, shown: QueueFilter, after: str, limit: int) -> QueuePage:
        services = self._services
        queue: Callable[..., QueuePage] = {
            Stage.REVIEW: services.review.queue,
            Stage.EVALUATION: services.evaluation.queue,
            Stage.SECOND: services.panel.queue,
        }[stage]
        return queue(self._actor, shown, after, limit)

    def _bulk_rows(self, stage: Stage) -> Sequence[Waiting]:
        services, actor = self._services, self._actor
        if stage is Stage.PUBLICITY:
            return [_waiting(row) for row in services.publicity.ready(actor)]
        signs = {Stage.HEAD: SignStage.HEAD, Stage.DEAN: SignStage.DEAN}.get(stage)
        return [_to_sign(row) for row in services.sign_off.pending(actor, signs)]


def _waiting(row: ApplicationRow) -> Waiting:
    return Waiting(
        application=row.application,
        receipt_number=row.receipt_number,
        learner_name=row.learner_name,
        titles=(row.title,),
        lines=row.lines,
        state=row.state,
        due=row.due,
        credits=row.credits,
        revision=row.revision,
    )


def _to_sign(row: SigningRow) -> Waiting:
    return Waiting(
        application=row.application,
        receipt_number=row.receipt_number,
        learner_name=row.learner_name,
        titles=row.titles,
        lines=len(row.titles),
        state=row.result,
        due=row.due,
        credits=row.credits,
        revision=row.revision,
        signed=row.signed,
        kept_from=row.kept_from,
        departs=row.departs,
    )


def _matches(row: Waiting, asked: Asked) -> bool:
    if asked.narrowing is Narrowing.LATE and not (row.due is not None and row.due.is_late):
        return False
    if asked.narrowing is Narrowing.MINE and row.kept_from is not None:
        return False
    wanted = asked.text.casefold()
    inside = (row.learner_name, row.receipt_number, *row.titles)
    return not wanted or any(wanted in text.casefold() for text in inside)
