"""Showing proposed results to the public, and objections to them."""

from __future__ import annotations

from datetime import timedelta

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.masking import PersonalField, masked
from creditbank_desktop.domain.operations.application_bodies import (
    ObjectionFiled,
    ObjectionSettled,
    PublicityOpened,
)
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.performing import Aim, perform_body, perform_many
from creditbank_desktop.services.programme_views import programme_view
from creditbank_desktop.services.queues import application_rows, applications_in
from creditbank_desktop.services.results import ItemResult, OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import ApplicationRow
from creditbank_desktop.services.views_evaluation import Decided, PublicityRow, Published
from creditbank_desktop.services.workroom import Workroom

_MOST_SHOWN = 2_000
_PROPOSED = frozenset({State.PROPOSED})
_PUBLIC = frozenset({State.PUBLICITY})


class PublicityService:
    """Actions around the publicity period, which the central server ends."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def ready(self, actor: Actor, limit: int = 500) -> tuple[ApplicationRow, ...]:
        """Return the proposed files that wait to be published."""
        room = self._room

        def work(reader: Reader) -> tuple[ApplicationRow, ...]:
            files = applications_in(reader, _PROPOSED, limit)
            return application_rows(reader, files, room.diary, room.clock.today())

        return room.store.read(work)

    @permitted
    def publish(
        self, actor: Actor, files: tuple[tuple[ApplicationId, int], ...]
    ) -> OpResult[tuple[ItemResult[Published], ...]]:
        """Open the publicity period (5 working days from the next one on) of files at the revisions seen."""
        today = self._room.clock.today()
        first = self._room.calendar.next_working_day(today + timedelta(days=1))
        last = self._room.diary.step(Step.PUBLICITY, today)

        def one(aim: Aim) -> OpResult[Published]:
            body = PublicityOpened(aim.application, first.on, last.on)
            done = perform_body(self._room, actor, aim, body)
            return OpResult(Published(aim.application, first.on, last.on, last.provisional), done.changes)

        return perform_many(files, one)

    @permitted
    def shown(self, actor: Actor) -> tuple[PublicityRow, ...]:
        """Return the public list of today: masked names and student numbers, never document numbers."""

        def work(reader: Reader) -> tuple[PublicityRow, ...]:
            files = applications_in(reader, _PUBLIC, _MOST_SHOWN)
            return tuple(row for file in files for row in self._rows(reader, file))

        return self._room.store.read(work)

    @permitted
    def file_objection(
        self, actor: Actor, application: ApplicationId, revision: int, reason: str, note: str
    ) -> OpResult[Decided]:
        """Register an objection; the file waits until it is settled."""
        if not reason.strip():
            raise Problems([Problem("field.required", "reason")])
        body = ObjectionFiled(application, reason.strip())
        return perform_body(self._room, actor, Aim(application, revision), body, note)

    @permitted
    def settle_objection(
        self, actor: Actor, application: ApplicationId, revision: int, upheld: bool, note: str
    ) -> OpResult[Decided]:
        """Answer an objection: upheld sends the file back to evaluation, else publicity goes on."""
        if not note.strip():
            raise Problems([Problem("field.required", "note")])
        body = ObjectionSettled(application, upheld)
        return perform_body(self._room, actor, Aim(application, revision), body, note)

    def _rows(self, reader: Reader, file: Application) -> tuple[PublicityRow, ...]:
        learner = reader.learner(file.learner)
        if learner is None or learner.profile is None:
            return ()
        profile, today = learner.profile, self._room.clock.today()
        found = self._room.curriculum.programme(file.programme, learner.intake_year)
        programme = None if found is None else programme_view(found)
        rows = []
        for line in file.live_lines:
            decision = line.decision
            if decision is None or not decision.result.gives_credit or line.outcome is None:
                continue
            course = programme.course(decision.target.code) if programme else None
            rows.append(
                PublicityRow(
                    application=file.application,
                    masked_name=masked(PersonalField.NAME, profile.name),
                    masked_student_number=masked(PersonalField.STUDENT_NUMBER, profile.student_number),
                    programme=file.programme,
                    type=line.type,
                    title=line.outcome.title,
                    target=decision.target,
                    target_name_zh="" if course is None else course.name_zh,
                    target_name_en="" if course is None else course.name_en,
                    credits=decision.credits,
                    from_on=file.publicity_from,
                    to_on=file.publicity_to,
                    is_over=file.publicity_to is not None and today > file.publicity_to,
                )
            )
        return tuple(rows)
