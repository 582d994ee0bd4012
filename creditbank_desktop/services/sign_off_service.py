"""Signatures of head and dean, and the approval of the academic office."""

from __future__ import annotations

from creditbank_desktop.domain.applications import Application, overall_result
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import (
    ApplicationApproved,
    ApplicationSigned,
    SignStage,
)
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.acts import earlier_act, signatures
from creditbank_desktop.services.cases import read_case
from creditbank_desktop.services.performing import Aim, perform_body, perform_many
from creditbank_desktop.services.queues import applications_in
from creditbank_desktop.services.results import ItemResult, OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_evaluation import Case, Decided, SigningRow
from creditbank_desktop.services.workroom import Workroom

ACT_OF_STAGE = {SignStage.HEAD: Act.SIGN_HEAD, SignStage.DEAN: Act.SIGN_DEAN, None: Act.APPROVE}


class SignOffService:
    """Actions of those who sign; a file is sent back with `EvaluationService.return_file`."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def pending(self, actor: Actor, stage: SignStage | None, limit: int = 500) -> tuple[SigningRow, ...]:
        """Return the files that wait for the head's or the dean's signature, or (None) for the approval."""
        act = ACT_OF_STAGE[stage]
        state = State.ACADEMIC_OFFICE if stage is None else State.SIGN_OFF

        def work(reader: Reader) -> tuple[SigningRow, ...]:
            files = applications_in(reader, frozenset({state}), limit)
            return tuple(self._row(reader, file, act, actor) for file in files if act not in signatures(file))

        return self._room.store.read(work)

    @permitted
    def case(self, actor: Actor, application: ApplicationId) -> Case:
        """Return one file; raises `Refused` ("application.unknown")."""
        return self._room.store.read(lambda reader: read_case(reader, application, actor, self._room))

    @permitted
    def sign(
        self, actor: Actor, stage: SignStage, files: tuple[tuple[ApplicationId, int], ...]
    ) -> OpResult[tuple[ItemResult[Decided], ...]]:
        """Sign files at the revisions seen; each is its own commit and has its own result."""
        batch = self._room.ids.new_id()

        def one(aim: Aim) -> OpResult[Decided]:
            return perform_body(self._room, actor, aim, ApplicationSigned(aim.application, stage, batch))

        return perform_many(files, one)

    @permitted
    def approve(
        self, actor: Actor, files: tuple[tuple[ApplicationId, int], ...]
    ) -> OpResult[tuple[ItemResult[Decided], ...]]:
        """Approve evaluated and signed files at the revisions seen; each has its own result."""
        batch = self._room.ids.new_id()

        def one(aim: Aim) -> OpResult[Decided]:
            return perform_body(self._room, actor, aim, ApplicationApproved(aim.application, batch))

        return perform_many(files, one)

    def _row(self, reader: Reader, file: Application, act: Act, actor: Actor) -> SigningRow:
        learner = reader.learner(file.learner)
        profile = None if learner is None else learner.profile
        decisions = [line.decision for line in file.live_lines if line.decision is not None]
        return SigningRow(
            application=file.application,
            receipt_number=file.receipt_number,
            learner=file.learner,
            learner_name="" if profile is None else profile.name,
            programme=file.programme,
            result=overall_result(file),
            credits=sum((decision.credits for decision in decisions), ZERO),
            titles=tuple(line.outcome.title for line in file.live_lines if line.outcome is not None),
            due=self._room.diary.due_of(file, self._room.clock.today()),
            signed=signatures(file),
            kept_from=earlier_act(file, act, actor),
            departs=any(decision.credits != decision.computed_credits for decision in decisions),
            revision=file.revision,
        )
