"""What the counter does with an application that has its number."""

from __future__ import annotations

from datetime import date

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import ApplicationId, LineId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import QueueFilter, QueuePage
from creditbank_desktop.services.views_evaluation import Case, Decided
from creditbank_desktop.services.views_intake import Missing
from creditbank_desktop.services.workroom import Workroom


class CounterService:
    """Actions on a received application, apart from judging it.

    Every act takes the revision that the screen showed and raises `Refused` ("application.changed") when the
    file is no longer at it.
    """

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def queue(
        self, actor: Actor, shown: QueueFilter | None = None, after: str = "", limit: int = 100
    ) -> QueuePage:
        """Return a page of all applications (or of those states that the filter names), oldest first."""
        raise NotImplementedError

    @permitted
    def case(self, actor: Actor, application: ApplicationId) -> Case:
        """Return one file; raises `Refused` ("application.unknown")."""
        raise NotImplementedError

    @permitted
    def accept(self, actor: Actor, application: ApplicationId, revision: int) -> OpResult[Decided]:
        """Accept the file and freeze the rule set version in force today into it.

        Raises `Refused`: "application.duplicate" (receipt, title) while a live duplicate of the learner stands
        in an earlier application or is posted, "rules.none_in_force", "application.changed".
        """
        raise NotImplementedError

    @permitted
    def not_accept(
        self, actor: Actor, application: ApplicationId, revision: int, reason: str, note: str = ""
    ) -> OpResult[Decided]:
        """Refuse to take the case up; ``reason`` from `phrase_book.NOT_ACCEPTED_REASONS`."""
        raise NotImplementedError

    @permitted
    def request_supplement(
        self,
        actor: Actor,
        application: ApplicationId,
        revision: int,
        missing: tuple[Missing, ...],
        note: str = "",
    ) -> OpResult[date]:
        """Ask once for everything that is missing; returns the last day (10 working days).

        Raises `Problems` ("supplement.nothing_missing").
        """
        raise NotImplementedError

    @permitted
    def extend_supplement(
        self, actor: Actor, application: ApplicationId, revision: int, reason: str
    ) -> OpResult[date]:
        """Move the last day of a supplement, once, by 5 working days; returns the new one."""
        raise NotImplementedError

    @permitted
    def add_supplement(
        self,
        actor: Actor,
        application: ApplicationId,
        revision: int,
        evidence: tuple[Evidence, ...],
        note: str = "",
    ) -> OpResult[Decided]:
        """Take in what was missing; the file goes on where it was."""
        raise NotImplementedError

    @permitted
    def add_evidence(
        self, actor: Actor, application: ApplicationId, revision: int, evidence: tuple[Evidence, ...]
    ) -> OpResult[Decided]:
        """Add materials to a file that is not waiting for them."""
        raise NotImplementedError

    @permitted
    def lapse(self, actor: Actor, application: ApplicationId, revision: int) -> OpResult[Decided]:
        """Close a file whose supplement did not come in time."""
        raise NotImplementedError

    @permitted
    def withdraw(
        self, actor: Actor, application: ApplicationId, revision: int, note: str = ""
    ) -> OpResult[Decided]:
        """Withdraw the application on the learner's word, before it is decided."""
        raise NotImplementedError

    @permitted
    def withdraw_line(
        self, actor: Actor, application: ApplicationId, revision: int, line: LineId
    ) -> OpResult[Decided]:
        """Withdraw one outcome; the last one is withdrawn with the application."""
        raise NotImplementedError

    @permitted
    def move_promise(
        self, actor: Actor, application: ApplicationId, revision: int, promised_on: date, reason: str
    ) -> OpResult[Decided]:
        """Give a late file a new date with the reason; raises `Problems` ("promise.not_later")."""
        raise NotImplementedError
