"""Re-check and appeal."""

from __future__ import annotations

from creditbank_desktop.domain.ids import ApplicationId, LineId
from creditbank_desktop.domain.operations.application_bodies import AppealOutcome
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import QueueFilter, QueuePage
from creditbank_desktop.services.views_evaluation import Decided, LineVerdict
from creditbank_desktop.services.workroom import Workroom


class AppealService:
    """Actions on a decided file that the learner contests."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def queue(
        self, actor: Actor, shown: QueueFilter | None = None, after: str = "", limit: int = 100
    ) -> QueuePage:
        """Return a page of the files under appeal."""
        raise NotImplementedError

    @permitted
    def file(
        self,
        actor: Actor,
        application: ApplicationId,
        revision: int,
        lines: tuple[LineId, ...],
        note: str,
    ) -> OpResult[Decided]:
        """Register an appeal within 10 calendar days of delivery; raises `Refused` ("appeal.too_late", until)."""
        raise NotImplementedError

    @permitted
    def decide(
        self,
        actor: Actor,
        application: ApplicationId,
        revision: int,
        outcome: AppealOutcome,
        verdicts: tuple[LineVerdict, ...] = (),
    ) -> OpResult[Decided]:
        """Keep the decision, vary it (``verdicts``) or send the file back to evaluation."""
        raise NotImplementedError
