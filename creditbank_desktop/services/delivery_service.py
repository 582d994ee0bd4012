"""Delivering results to learners."""

from __future__ import annotations

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import ApplicationBody, ResultDelivered
from creditbank_desktop.domain.operations.catalogue import Personal
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import DECIDED
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.performing import Aim, perform
from creditbank_desktop.services.phrase_book import DELIVERY_WAYS
from creditbank_desktop.services.queues import application_rows, applications_in
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import ApplicationRow
from creditbank_desktop.services.views_evaluation import Decided
from creditbank_desktop.services.views_ledger import DeliveryRow
from creditbank_desktop.services.workroom import Workroom


class DeliveryService:
    """Actions after a result stands."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def waiting(self, actor: Actor, limit: int = 500) -> tuple[DeliveryRow, ...]:
        """Return the decided files whose result still has to be delivered, by promised day.

        ``needs_result_notice`` and ``needs_refusal_notice`` name what was not issued yet.
        """

        def work(reader: Reader) -> tuple[DeliveryRow, ...]:
            files = applications_in(reader, DECIDED, limit)
            rows = application_rows(reader, files, self._room.diary, self._room.clock.today())
            return tuple(_row(reader, file, row) for file, row in zip(files, rows, strict=True))

        return self._room.store.read(work)

    @permitted
    def deliver(self, actor: Actor, application: ApplicationId, revision: int, how: str) -> OpResult[Decided]:
        """Record that the learner has the result, today; ``how`` from `phrase_book.DELIVERY_WAYS`.

        The notices must have been issued: `Refused` ("delivery.no_notice", kind). The server posts on this.
        """
        if how not in DELIVERY_WAYS:
            raise Problems([Problem("choice.unknown", "how", {"text": how})])

        def make(unit: UnitOfWork, file: Application) -> tuple[ApplicationBody, Personal | None]:
            needed = needed_notices(file)
            issued = issued_notices(unit, application)
            for kind in needed:
                if kind not in issued:
                    raise Refused("delivery.no_notice", kind=kind.value)
            number = issued[needed[0]] if needed else ""
            return ResultDelivered(application, self._room.clock.today(), how, number), None

        return perform(self._room, actor, Aim(application, revision), make)


def _row(reader: Reader, file: Application, row: ApplicationRow) -> DeliveryRow:
    learner = reader.learner(file.learner)
    profile = None if learner is None else learner.profile
    issued = issued_notices(reader, file.application)
    open_notices = [kind for kind in needed_notices(file) if kind not in issued]
    return DeliveryRow(
        row=row,
        result=file.state,
        needs_result_notice=PaperKind.RESULT_NOTICE in open_notices,
        needs_refusal_notice=PaperKind.REFUSAL_NOTICE in open_notices,
        phone="" if profile is None else profile.phone,
    )


def needed_notices(file: Application) -> tuple[PaperKind, ...]:
    """Return the notices that a decided file needs: of what was recognised, and of what was refused."""
    results = [line.result for line in file.live_lines if line.result is not None]
    needed = []
    if any(result.gives_credit for result in results):
        needed.append(PaperKind.RESULT_NOTICE)
    if LineResult.NOT_RECOGNISED in results:
        needed.append(PaperKind.REFUSAL_NOTICE)
    return tuple(needed)


def issued_notices(reader: Reader, application: ApplicationId) -> dict[PaperKind, str]:
    """Return the numbers of a file's papers in force, by kind."""
    papers = reader.papers_of_application(application)
    return {paper.kind: paper.number for paper in papers if not paper.voided}
