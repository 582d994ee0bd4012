"""Sealing finished files."""

from __future__ import annotations

from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import ApplicationRow
from creditbank_desktop.services.views_ledger import Sealed
from creditbank_desktop.services.workroom import Workroom


class ArchiveService:
    """Actions of the archivist."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def ready(self, actor: Actor, limit: int = 500) -> tuple[ApplicationRow, ...]:
        """Return the finished files that are not sealed yet."""
        raise NotImplementedError

    @permitted
    def archive(self, actor: Actor, application: ApplicationId, revision: int) -> OpResult[Sealed]:
        """Seal a file with the hash of its manifest: papers, evidence, decisions and deeds.

        Raises `Refused` ("application.not_posted", "application.changed").
        """
        raise NotImplementedError
