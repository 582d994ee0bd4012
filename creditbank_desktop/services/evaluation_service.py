"""The evaluation desk: what a learning outcome is worth, and for which course."""

from __future__ import annotations

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import (
    ApplicationBody,
    ApplicationReturned,
    LinesEvaluated,
)
from creditbank_desktop.domain.operations.catalogue import Personal
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.cases import bench_of, read_case, subject_of
from creditbank_desktop.services.performing import Aim, perform, perform_body, undo_last
from creditbank_desktop.services.phrase_book import RETURN_REASONS
from creditbank_desktop.services.queues import QueueDesk, read_queue
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.verdicts import as_suggested, judge
from creditbank_desktop.services.views_applications import QueueFilter, QueuePage
from creditbank_desktop.services.views_evaluation import Case, Decided, LineVerdict
from creditbank_desktop.services.workroom import Workroom

EVALUATION_STATES = frozenset({State.EVALUATION, State.RETURNED, State.PANEL})
_ACTS = frozenset({Act.EVALUATE, Act.EVALUATE_SECOND})
_NEXT_FROM = frozenset({State.EVALUATION})


class EvaluationService:
    """Actions of the evaluator."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def queue(
        self, actor: Actor, shown: QueueFilter | None = None, after: str = "", limit: int = 100
    ) -> QueuePage:
        """Return a page of the files that wait for evaluation or the panel, by promised day.

        Of returned files those that were sent back to evaluation.
        """
        room = self._room
        desk = QueueDesk(actor, room.diary, room.clock.today(), EVALUATION_STATES, _ACTS, State.EVALUATION)
        return room.store.read(lambda reader: read_queue(reader, desk, shown, after, limit))

    @permitted
    def case(self, actor: Actor, application: ApplicationId) -> Case:
        """Return one file with suggestions, precedents, duplicates, target courses and deeds."""
        return self._room.store.read(lambda reader: read_case(reader, application, actor, self._room))

    @permitted
    def decide(
        self, actor: Actor, application: ApplicationId, revision: int, verdicts: tuple[LineVerdict, ...]
    ) -> OpResult[Decided]:
        """Decide every live line of the file as seen at ``revision``.

        Raises `Problems` with fields ``verdicts.N.…`` as `verdicts.judge` lists them (departing from the
        rules needs a reason: ``decision.reason_needed``); and `Refused` ("application.changed",
        "application.four_eyes", …).
        """

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            bench = bench_of(unit, subject_of(unit, file, self._room), self._room)
            judged = judge(verdicts, bench)
            return LinesEvaluated(application, judged.lines), judged.texts

        return perform(self._room, actor, Aim(application, revision, _NEXT_FROM), make)

    @permitted
    def accept_suggestions(
        self, actor: Actor, application: ApplicationId, revision: int
    ) -> OpResult[Decided]:
        """Decide every live line as the rules suggest; a line that no rule fits is not recognised.

        Raises as `decide`, and `Refused` ("decision.needs_judgement", line) where the rules leave the value
        to people.
        """

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            bench = bench_of(unit, subject_of(unit, file, self._room), self._room)
            for line, suggestion in bench.suggestions.items():
                if suggestion.needs_judgement:
                    raise Refused("decision.needs_judgement", line=line)
            judged = judge([as_suggested(suggestion) for suggestion in bench.suggestions.values()], bench)
            return LinesEvaluated(application, judged.lines), judged.texts

        return perform(self._room, actor, Aim(application, revision, _NEXT_FROM), make)

    @permitted
    def undo(self, actor: Actor, application: ApplicationId) -> OpResult[Decided]:
        """Take the actor's own last act on the file back; raises `Refused` ("undo.…")."""
        return undo_last(self._room, actor, application)

    @permitted
    def return_file(
        self, actor: Actor, application: ApplicationId, revision: int, to: State, reason: str, note: str = ""
    ) -> OpResult[Decided]:
        """Send the file back to material review or evaluation; ``reason`` of `phrase_book.RETURN_REASONS`."""
        if reason not in self._room.reference.codes("return").union(RETURN_REASONS):
            raise Problems([Problem("reason.unknown", "reason", {"reason": reason})])
        body = ApplicationReturned(application, to, reason)
        return perform_body(self._room, actor, Aim(application, revision), body, note)
