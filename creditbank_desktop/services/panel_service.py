"""Second evaluation and panel."""

from __future__ import annotations

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import (
    ApplicationBody,
    LinesEvaluatedAgain,
    PanelDecided,
)
from creditbank_desktop.domain.operations.catalogue import Personal
from creditbank_desktop.domain.operations.judging_acts import PANEL_SIZE
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
from creditbank_desktop.services.views_evaluation import Decided, LineVerdict, PanelForm
from creditbank_desktop.services.workroom import Workroom

_PANEL = frozenset({State.PANEL})
_ACTS = frozenset({Act.EVALUATE_SECOND, Act.DECIDE_PANEL})


class PanelService:
    """Actions of the second evaluator and of the panel."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def queue(
        self, actor: Actor, shown: QueueFilter | None = None, after: str = "", limit: int = 100
    ) -> QueuePage:
        """Return a page of the files that wait for a second opinion or the panel."""
        room = self._room
        desk = QueueDesk(actor, room.diary, room.clock.today(), _PANEL, _ACTS)
        return room.store.read(lambda reader: read_queue(reader, desk, shown, after, limit))

    @permitted
    def decide_second(
        self, actor: Actor, application: ApplicationId, revision: int, verdicts: tuple[LineVerdict, ...]
    ) -> OpResult[Decided]:
        """Give the second opinion on the lines that need one; disagreement leaves the file to the panel."""

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            lines = tuple(
                line for line in file.live_lines if line.decision and line.decision.needs_second_opinion
            )
            bench = bench_of(unit, subject_of(unit, file, self._room), self._room, lines)
            judged = judge(verdicts, bench)
            return LinesEvaluatedAgain(application, judged.lines), judged.texts

        return perform(self._room, actor, Aim(application, revision, _PANEL), make)

    @permitted
    def decide_panel(
        self, actor: Actor, application: ApplicationId, revision: int, form: PanelForm
    ) -> OpResult[Decided]:
        """Enter the decision of a panel of at least three; raises `Problems` ("panel.too_small", needed)."""
        members = tuple(dict.fromkeys(name.strip() for name in form.members if name.strip()))
        if len(members) < PANEL_SIZE:
            raise Problems([Problem("panel.too_small", "members", {"needed": PANEL_SIZE})])

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            bench = bench_of(unit, subject_of(unit, file, self._room), self._room)
            judged = judge(form.verdicts, bench)
            number = form.minutes_number.strip()
            return PanelDecided(application, judged.lines, members, number), judged.texts

        return perform(self._room, actor, Aim(application, revision, _PANEL), make)
