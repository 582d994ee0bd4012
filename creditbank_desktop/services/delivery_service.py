"""Delivering results to learners."""

from __future__ import annotations

from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_evaluation import Decided
from creditbank_desktop.services.views_ledger import DeliveryRow
from creditbank_desktop.services.workroom import Workroom


class DeliveryService:
    """Actions after a result stands."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def waiting(self, actor: Actor, limit: int = 500) -> tuple[DeliveryRow, ...]:
        """Return the decided files whose result still has to be delivered, the most urgent first."""
        raise NotImplementedError

    @permitted
    def deliver(self, actor: Actor, application: ApplicationId, revision: int, how: str) -> OpResult[Decided]:
        """Record that the learner has the result, today; ``how`` from `phrase_book.DELIVERY_WAYS`.

        The notice must have been issued: `Refused` ("delivery.no_notice"). The server posts on this.
        """
        raise NotImplementedError
