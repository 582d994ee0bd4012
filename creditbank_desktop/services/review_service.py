"""Material review: is everything there, is it genuine, was the original compared."""

from __future__ import annotations

from creditbank_desktop.domain.ids import ApplicationId, EvidenceId, LineId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import QueueFilter, QueuePage
from creditbank_desktop.services.views_evaluation import Case, Decided
from creditbank_desktop.services.workroom import Workroom


class ReviewService:
    """Actions of the material reviewer; for supplements see `CounterService.request_supplement`."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def queue(
        self, actor: Actor, shown: QueueFilter | None = None, after: str = "", limit: int = 100
    ) -> QueuePage:
        """Return a page of the files that wait for material review, oldest first."""
        raise NotImplementedError

    @permitted
    def case(self, actor: Actor, application: ApplicationId) -> Case:
        """Return one file; raises `Refused` ("application.unknown")."""
        raise NotImplementedError

    @permitted
    def start(self, actor: Actor, application: ApplicationId, revision: int) -> OpResult[Decided]:
        """Take a file up, so that others see it in review."""
        raise NotImplementedError

    @permitted
    def pass_materials(
        self,
        actor: Actor,
        application: ApplicationId,
        revision: int,
        compared: tuple[EvidenceId, ...],
        look_up_pending: tuple[LineId, ...] = (),
        note: str = "",
    ) -> OpResult[Decided]:
        """Find the materials complete and genuine; ``compared`` with their originals.

        ``look_up_pending`` are lines whose official look-up is still open. Raises `Refused`
        ("application.changed", "application.four_eyes", …).
        """
        raise NotImplementedError

    @permitted
    def undo(self, actor: Actor, application: ApplicationId) -> OpResult[Decided]:
        """Take the actor's own last act on the file back; raises `Refused` ("undo.…")."""
        raise NotImplementedError
