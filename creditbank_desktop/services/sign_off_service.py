"""Signatures of head and dean, and the approval of the academic office."""

from __future__ import annotations

from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import SignStage
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import ItemResult, OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_evaluation import Case, Decided, SigningRow
from creditbank_desktop.services.workroom import Workroom


class SignOffService:
    """Actions of those who sign; a file is sent back with `EvaluationService.return_file`."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def pending(self, actor: Actor, stage: SignStage | None, limit: int = 500) -> tuple[SigningRow, ...]:
        """Return the files that wait for the head's or the dean's signature, or (None) for the approval."""
        raise NotImplementedError

    @permitted
    def case(self, actor: Actor, application: ApplicationId) -> Case:
        """Return one file; raises `Refused` ("application.unknown")."""
        raise NotImplementedError

    @permitted
    def sign(
        self, actor: Actor, stage: SignStage, files: tuple[tuple[ApplicationId, int], ...]
    ) -> OpResult[tuple[ItemResult[Decided], ...]]:
        """Sign files at the revisions seen; each is its own commit and has its own result."""
        raise NotImplementedError

    @permitted
    def approve(
        self, actor: Actor, files: tuple[tuple[ApplicationId, int], ...]
    ) -> OpResult[tuple[ItemResult[Decided], ...]]:
        """Approve evaluated and signed files at the revisions seen; each has its own result."""
        raise NotImplementedError
