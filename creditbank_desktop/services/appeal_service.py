"""Re-check and appeal."""

from __future__ import annotations

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId, LineId
from creditbank_desktop.domain.operations.application_bodies import (
    AppealDecided,
    AppealFiled,
    AppealOutcome,
    ApplicationBody,
    Note,
)
from creditbank_desktop.domain.operations.catalogue import Personal
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.cases import bench_of, subject_of
from creditbank_desktop.services.performing import Aim, perform
from creditbank_desktop.services.queues import QueueDesk, read_queue
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.verdicts import judge
from creditbank_desktop.services.views_applications import QueueFilter, QueuePage
from creditbank_desktop.services.views_evaluation import Decided, LineVerdict
from creditbank_desktop.services.workroom import Workroom

_APPEAL = frozenset({State.APPEAL})
_ACTS = frozenset({Act.DECIDE_APPEAL})


class AppealService:
    """Actions on a decided file that the learner contests."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def queue(
        self, actor: Actor, shown: QueueFilter | None = None, after: str = "", limit: int = 100
    ) -> QueuePage:
        """Return a page of the files under appeal."""
        room = self._room
        desk = QueueDesk(actor, room.diary, room.clock.today(), _APPEAL, _ACTS)
        return room.store.read(lambda reader: read_queue(reader, desk, shown, after, limit))

    @permitted
    def file(
        self,
        actor: Actor,
        application: ApplicationId,
        revision: int,
        lines: tuple[LineId, ...],
        note: str,
    ) -> OpResult[Decided]:
        """Register an appeal within 10 calendar days of delivery, against ``lines`` (none: all).

        Raises `Refused` ("appeal.too_late", until) and `Problems` ("field.required" for the note).
        """
        if not note.strip():
            raise Problems([Problem("field.required", "note")])

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            if file.delivered_on is not None:
                until = self._room.diary.step(Step.APPEAL_FILING, file.delivered_on).on
                if self._room.clock.today() > until:
                    raise Refused("appeal.too_late", until=until.isoformat())
            for line in lines:
                file.line(line)
            return AppealFiled(application, lines), Note(note.strip())

        return perform(self._room, actor, Aim(application, revision), make)

    @permitted
    def decide(
        self,
        actor: Actor,
        application: ApplicationId,
        revision: int,
        outcome: AppealOutcome,
        verdicts: tuple[LineVerdict, ...] = (),
    ) -> OpResult[Decided]:
        """Keep the decision, vary it (``verdicts`` on every live line) or send the file back."""

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            if outcome is not AppealOutcome.VARIED:
                return AppealDecided(application, outcome), None
            judged = judge(verdicts, bench_of(unit, subject_of(unit, file, self._room), self._room))
            return AppealDecided(application, outcome, judged.lines), judged.texts

        return perform(self._room, actor, Aim(application, revision), make)
