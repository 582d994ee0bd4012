"""What people may ask about their data: to see it, to have a copy, to have it corrected."""

from __future__ import annotations

from creditbank_desktop.documents.papers_data import DocumentLanguage
from creditbank_desktop.documents.person_report import PersonReport, person_report
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import LearnerId, OperationId
from creditbank_desktop.domain.learners import Learner, LearnerProfile
from creditbank_desktop.domain.masking import Purpose, masked_profile
from creditbank_desktop.domain.operations.application_bodies import Note
from creditbank_desktop.domain.operations.privacy_bodies import CorrectionDeclined, CorrectionRequested
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.corrections import record_history
from creditbank_desktop.services.person_reporting import gather, report_json
from creditbank_desktop.services.reading import LONGEST_LONG_TEXT
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_privacy import CorrectionView
from creditbank_desktop.services.workroom import Workroom


class PrivacyService:
    """Actions on what is held about one person; each of them stands in the audit trail."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def reveal(self, actor: Actor, learner: LearnerId) -> LearnerProfile:
        """Return a learner's profile with all that the actor's roles may see when they ask for it.

        Raises `Refused` ("learner.unknown", "learner.disposed").
        """

        def work(unit: UnitOfWork) -> LearnerProfile:
            found = _canonical(unit, learner)
            profile = masked_profile(found.profile, Purpose.REVEALED, actor.roles)
            if profile is None:
                raise Refused("learner.disposed", learner=learner)
            unit.audit(actor, "learner.revealed", ("learner", found.learner))
            return profile

        return self._room.store.write(work).value

    @permitted
    def history(self, actor: Actor, learner: LearnerId) -> tuple[CorrectionView, ...]:
        """Return who wrote what into a learner's record and when, the newest first."""
        return self._room.store.read(
            lambda reader: record_history(reader, _canonical(reader, learner).learner)
        )

    @permitted
    def request_correction(self, actor: Actor, learner: LearnerId, text: str) -> OpResult[OperationId]:
        """Note that a learner asks for a correction; raises `Problems` on field ``text``."""
        note = Note(_words(text))

        def work(unit: UnitOfWork) -> OperationId:
            key = _known(unit, learner).learner
            return unit.record(actor, CorrectionRequested(key), learner=key, personal=note)

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    @permitted
    def decline_correction(
        self, actor: Actor, learner: LearnerId, request: OperationId, text: str
    ) -> OpResult[None]:
        """Note why a correction is not made.

        Raises `Problems` on field ``text`` and `Refused` ("correction.not_open").
        """
        note = Note(_words(text))

        def work(unit: UnitOfWork) -> None:
            key = _known(unit, learner).learner
            open_ones = {view.operation for view in record_history(unit, key) if view.is_open}
            if request not in open_ones:
                raise Refused("correction.not_open", operation=request)
            unit.record(actor, CorrectionDeclined(key, request), learner=key, personal=note)

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    @permitted
    def report(self, actor: Actor, learner: LearnerId) -> PersonReport:
        """Return everything that is held about a person, and note that it was gathered.

        Raises `Refused` ("learner.unknown", "learner.disposed", "office.unknown").
        """

        def work(unit: UnitOfWork) -> PersonReport:
            found = _canonical(unit, learner)
            report = gather(unit, self._room, actor, found)
            unit.audit(actor, "learner.report", ("learner", found.learner))
            return report

        return self._room.store.write(work).value

    @permitted
    def report_pdf(self, actor: Actor, learner: LearnerId, language: str) -> bytes:
        """Return the report as a PDF file in "zh" or "en"; noted and refused as `report` is."""
        report = self.report(actor, learner)
        return self._room.press.draw_report(person_report(report, DocumentLanguage(language)))

    @permitted
    def report_json(self, actor: Actor, learner: LearnerId) -> bytes:
        """Return the report as JSON text; noted and refused as `report` is."""
        return report_json(self.report(actor, learner))


def _words(text: str) -> str:
    words = text.strip()
    if not words:
        raise Problems([Problem("field.required", "text")])
    if len(words) > LONGEST_LONG_TEXT:
        raise Problems([Problem("text.too_long", "text", {"most": LONGEST_LONG_TEXT})])
    return words


def _canonical(reader: Reader, learner: LearnerId) -> Learner:
    found = reader.learner(learner)
    if found is not None and found.alias_of is not None:
        found = reader.learner(found.alias_of)
    if found is None:
        raise Refused("learner.unknown", learner=learner)
    return found


def _known(reader: Reader, learner: LearnerId) -> Learner:
    found = _canonical(reader, learner)
    if found.profile is None:
        raise Refused("learner.disposed", learner=learner)
    return found
