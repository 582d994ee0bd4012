"""Material review: is everything there, is it genuine, was the original compared."""

from __future__ import annotations

from creditbank_desktop.domain.ids import ApplicationId, EvidenceId, LineId
from creditbank_desktop.domain.operations.application_bodies import MaterialsReviewed, ReviewStarted
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.services.cases import read_case
from creditbank_desktop.services.performing import Aim, perform_body, undo_last
from creditbank_desktop.services.queues import QueueDesk, read_queue
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import QueueFilter, QueuePage
from creditbank_desktop.services.views_evaluation import Case, Decided
from creditbank_desktop.services.workroom import Workroom

REVIEW_STATES = frozenset({State.ACCEPTED, State.MATERIAL_REVIEW, State.RETURNED})
_ACTS = frozenset({Act.REVIEW_MATERIALS})
_NEXT_FROM = frozenset({State.ACCEPTED, State.MATERIAL_REVIEW})


class ReviewService:
    """Actions of the material reviewer; for supplements see `CounterService.request_supplement`."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def queue(
        self, actor: Actor, shown: QueueFilter | None = None, after: str = "", limit: int = 100
    ) -> QueuePage:
        """Return a page of the files that wait for material review, by promised day.

        Of returned files those that were sent back to it.
        """
        room = self._room
        desk = QueueDesk(actor, room.diary, room.clock.today(), REVIEW_STATES, _ACTS, State.MATERIAL_REVIEW)
        return room.store.read(lambda reader: read_queue(reader, desk, shown, after, limit))

    @permitted
    def case(self, actor: Actor, application: ApplicationId) -> Case:
        """Return one file; raises `Refused` ("application.unknown")."""
        return self._room.store.read(lambda reader: read_case(reader, application, actor, self._room))

    @permitted
    def start(self, actor: Actor, application: ApplicationId, revision: int) -> OpResult[Decided]:
        """Take a file up, so that others see it in review."""
        return perform_body(self._room, actor, Aim(application, revision), ReviewStarted(application))

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
        body = MaterialsReviewed(application, compared, look_up_pending)
        return perform_body(self._room, actor, Aim(application, revision, _NEXT_FROM), body, note)

    @permitted
    def undo(self, actor: Actor, application: ApplicationId) -> OpResult[Decided]:
        """Take the actor's own last act on the file back; raises `Refused` ("undo.…")."""
        return undo_last(self._room, actor, application)
