"""Taking an application in at the counter: forms, checks, drafts, submission."""

from __future__ import annotations

from dataclasses import replace

from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId, LineId
from creditbank_desktop.domain.operations.application_bodies import (
    ApplicationReceived,
    OriginalsCompared,
    ReceivedPersonal,
    RequestedLine,
)
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.cases import prior_credits
from creditbank_desktop.services.drafts import (
    INTAKE_DRAFT,
    check_revision,
    draft_plain,
    draft_row,
    form_of_draft,
)
from creditbank_desktop.services.intake_check import IntakeReading, read_application_form
from creditbank_desktop.services.outcome_fields import FIELDS_OF
from creditbank_desktop.services.outcome_questions import with_asked
from creditbank_desktop.services.recognition import Circumstances, Question
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.scan_tray import (
    end_tray,
    note_saved,
    pages_of,
    release_form,
    with_arrivals,
)
from creditbank_desktop.services.views_applications import DraftRow, SuggestionView
from creditbank_desktop.services.views_intake import (
    ApplicationCheck,
    ApplicationForm,
    Draft,
    FieldSpec,
    MaterialSpec,
    Submitted,
)
from creditbank_desktop.services.workroom import Workroom


class IntakeService:
    """Actions on an application before it has a number."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def fields(self, actor: Actor, outcome_type: OutcomeType) -> tuple[FieldSpec, ...]:
        """Return the fields of an outcome type in the order of the form, marked by the rules in force."""
        recognition = self._room.recognition
        in_force = recognition.in_force(self._room.clock.today())
        return with_asked(FIELDS_OF[outcome_type], recognition.asked_fields(outcome_type, in_force))

    @permitted
    def materials(self, actor: Actor, outcome_type: OutcomeType) -> tuple[MaterialSpec, ...]:
        """Return the materials that the rules in force ask for with an outcome type."""
        recognition = self._room.recognition
        return recognition.materials(outcome_type, recognition.in_force(self._room.clock.today()))

    @permitted
    def new_line(self, actor: Actor) -> LineId:
        """Return the id of a new outcome line."""
        return LineId(self._room.ids.new_id())

    @permitted
    def check(self, actor: Actor, form: ApplicationForm) -> ApplicationCheck:
        """Return all problems at once, duplicates and what the rules say; writes nothing."""

        def work(reader: Reader) -> ApplicationCheck:
            reading = read_application_form(reader, form, self._room)
            assessed = self._assess(reader, form, reading)
            promised = self._room.diary.promised(self._room.clock.today())
            return ApplicationCheck(reading.problems, reading.duplicates, assessed, promised.on)

        return self._room.store.read(work)

    @permitted
    def save_draft(self, actor: Actor, form: ApplicationForm) -> OpResult[str]:
        """Save a form as it is, however unfinished; returns the draft's id (``form.draft`` or a new one).

        Raises `Refused` ("draft.changed", "draft.gone") where another window was there in between.
        """
        draft = form.draft or self._room.ids.new_id()

        def work(unit: UnitOfWork) -> str:
            learner = form.learner if form.learner and unit.learner(form.learner) else None
            check_revision(unit, form)
            before = unit.draft(draft)
            unit.save_draft(actor, draft, INTAKE_DRAFT, draft_plain(form), learner=learner)
            saved = None if before is None else form_of_draft(draft, before.data)
            note_saved(unit, actor, replace(form, draft=draft), saved)
            return draft

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    @permitted
    def drafts(self, actor: Actor) -> tuple[DraftRow, ...]:
        """Return the actor's own drafts on this device, newest first, all of them."""

        def work(reader: Reader) -> tuple[DraftRow, ...]:
            return tuple(draft_row(reader, draft) for draft in reader.drafts(actor.person, INTAKE_DRAFT))

        return self._room.store.read(work)

    @permitted
    def draft(self, actor: Actor, draft: str) -> Draft:
        """Return one of the actor's drafts; raises `Refused` ("draft.unknown")."""
        found = self._room.store.read(lambda reader: reader.draft(draft))
        if found is None or found.person != actor.person or found.kind != INTAKE_DRAFT:
            raise Refused("draft.unknown", draft=draft)
        form = form_of_draft(found.draft, found.data, found.version)
        arrived = self._room.store.read(lambda reader: with_arrivals(reader, form))
        return Draft(found.draft, arrived, found.updated_at)

    @permitted
    def discard_draft(self, actor: Actor, draft: str) -> OpResult[None]:
        """Throw one of the actor's drafts away; nothing happens if there is none."""

        def work(unit: UnitOfWork) -> None:
            found = unit.draft(draft)
            if found is not None and found.person == actor.person:
                unit.delete_draft(draft)
                end_tray(unit, draft)
                release_form(unit, form_of_draft(draft, found.data))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    @permitted
    def submit(self, actor: Actor, form: ApplicationForm) -> OpResult[Submitted]:
        """Receive the application: number, promised day, operation and audit in one commit; the draft ends.

        Raises `Problems` with every error and every warning that is not confirmed, `Refused`
        ("draft.changed", "draft.gone") where another window was there in between.
        """

        def work(unit: UnitOfWork) -> Submitted:
            check_revision(unit, form)
            reading = read_application_form(unit, form, self._room)
            if reading.problems or reading.learner is None:
                raise Problems(reading.problems)
            unbound = len(pages_of(form.tray))
            if unbound:
                raise Problems([Problem("scan.unbound", "tray", {"pages": unbound})])
            return self._receive(unit, actor, form, reading)

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    def _receive(
        self, unit: UnitOfWork, actor: Actor, form: ApplicationForm, reading: IntakeReading
    ) -> Submitted:
        learner = reading.learner
        assert learner is not None
        promised = self._room.diary.promised(self._room.clock.today())
        application = ApplicationId(self._room.ids.new_id())
        receipt = unit.next_receipt_number()
        body = ApplicationReceived(
            application,
            learner.learner,
            learner.programme,
            receipt,
            promised.on,
            tuple(RequestedLine(typed.line, typed.type, typed.requested) for typed in form.outcomes),
        )
        outcomes = {str(line): outcome for line, outcome in reading.outcomes}
        personal = ReceivedPersonal(outcomes, form.evidence, reading.proxy, form.note.strip())
        unit.record(actor, body, learner=learner.learner, personal=personal)
        compared = tuple(item.evidence for item in form.evidence if item.evidence in form.compared)
        if compared:
            unit.record(actor, OriginalsCompared(application, compared), learner=learner.learner)
        if form.draft:
            unit.delete_draft(form.draft)
            end_tray(unit, form.draft)
        return Submitted(application, receipt, promised.on, promised.provisional)

    def _assess(
        self, reader: Reader, form: ApplicationForm, reading: IntakeReading
    ) -> tuple[SuggestionView, ...]:
        learner, room = reading.learner, self._room
        if learner is None or not reading.so_far:
            return ()
        targets = {typed.line: typed.requested for typed in form.outcomes}
        questions = [
            Question(
                line,
                outcome,
                targets[line],
                tuple(item.material for item in form.evidence if item.line in (line, None)),
            )
            for line, outcome in reading.so_far
        ]
        around = Circumstances(
            programme=room.curriculum.programme(learner.programme, learner.intake_year),
            on=room.clock.today(),
            rule_set=room.recognition.in_force(room.clock.today()),
            is_veteran=learner.profile is not None and learner.profile.is_veteran,
            prior=prior_credits(reader, learner.learner),
        )
        return tuple(room.recognition.suggest_all(questions, around).values())
