"""Showing proposed results to the public, and objections to them."""

from __future__ import annotations

from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import ItemResult, OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import ApplicationRow
from creditbank_desktop.services.views_evaluation import Decided, PublicityRow, Published
from creditbank_desktop.services.workroom import Workroom


class PublicityService:
    """Actions around the publicity period, which the central server ends."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def ready(self, actor: Actor, limit: int = 500) -> tuple[ApplicationRow, ...]:
        """Return the proposed files that wait to be published."""
        raise NotImplementedError

    @permitted
    def publish(
        self, actor: Actor, files: tuple[tuple[ApplicationId, int], ...]
    ) -> OpResult[tuple[ItemResult[Published], ...]]:
        """Open the publicity period (5 working days from tomorrow) of files at the revisions seen."""
        raise NotImplementedError

    @permitted
    def shown(self, actor: Actor) -> tuple[PublicityRow, ...]:
        """Return the public list of today: masked names and student numbers, never document numbers."""
        raise NotImplementedError

    @permitted
    def file_objection(
        self, actor: Actor, application: ApplicationId, revision: int, reason: str, note: str
    ) -> OpResult[Decided]:
        """Register an objection; the file waits until it is settled."""
        raise NotImplementedError

    @permitted
    def settle_objection(
        self, actor: Actor, application: ApplicationId, revision: int, upheld: bool, note: str
    ) -> OpResult[Decided]:
        """Answer an objection: upheld sends the file back to evaluation, else publicity goes on."""
        raise NotImplementedError
