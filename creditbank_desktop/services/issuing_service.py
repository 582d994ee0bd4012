"""Issuing papers: number, frozen data, bytes, hash, and copies of the same page."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from creditbank_desktop.documents.papers_data import DocumentLanguage, PrintMarks, StatementData
from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId, LearnerId, LineId, PaperId
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.operations.registry_bodies import PaperCopied, PaperVoided
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType
from creditbank_desktop.domain.papers import Paper, PaperKind
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import DECIDED, State
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.cases import Subject
from creditbank_desktop.services.ledger_service import person_ledger
from creditbank_desktop.services.paper_assembly import (
    Desk,
    notice_data,
    receipt_data,
    refusal_data,
    statement_data,
)
from creditbank_desktop.services.paper_issue import (
    Drawn,
    copy_pdf,
    issue,
    known_paper,
    original_pdf,
)
from creditbank_desktop.services.paper_office import (
    Assemble,
    issue_for_file,
    number_prefix,
    paper_desk,
)
from creditbank_desktop.services.pending import applications_of_person, pending_credits
from creditbank_desktop.services.phrase_book import COPY_REASONS, VOID_REASONS
from creditbank_desktop.services.press import PaperData
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.rule_words import RuleWords
from creditbank_desktop.services.views_learners import PendingCredit
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.services.workroom import Workroom

STATEMENT_LANGUAGE = "zh+en"
_AFTER_DECISION = DECIDED | {State.NOTIFIED, State.POSTED, State.APPEAL, State.ARCHIVED}


class HandedOut(StrEnum):
    """How a paper left the program."""

    PRINTED = "paper.printed"
    SAVED = "paper.saved"


class IssuingService:
    """Actions on papers. ``language`` is "zh" or "en"; a statement carries both.

    Asking again for a receipt or notice that was issued and not voided returns the issued one.
    """

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def receipt(
        self, actor: Actor, application: ApplicationId, language: str = "zh"
    ) -> OpResult[IssuedPaper]:
        """Issue the acceptance receipt under the application's receipt number."""

        def assemble(desk: Desk, number: str, subject: Subject, rules: RuleWords) -> PaperData:
            file = subject.application
            provisional = file.promised_on > self._room.calendar.covered_through
            return receipt_data(desk, file, provisional, rules)

        return self._for_file(actor, application, PaperKind.RECEIPT, language, assemble)

    @permitted
    def result_notice(
        self, actor: Actor, application: ApplicationId, language: str = "zh"
    ) -> OpResult[IssuedPaper]:
        """Issue the result notice of a decided file; raises `Refused` ("paper.not_decided")."""

        def assemble(desk: Desk, number: str, subject: Subject, rules: RuleWords) -> PaperData:
            file = _decided(subject.application)
            return notice_data(desk, number, file, rules, self._appeal_until())

        return self._for_file(actor, application, PaperKind.RESULT_NOTICE, language, assemble)

    @permitted
    def refusal_notice(
        self, actor: Actor, application: ApplicationId, language: str = "zh"
    ) -> OpResult[IssuedPaper]:
        """Issue the refusal notice for the lines that were not recognised.

        Raises `Refused` ("paper.not_decided", "paper.nothing_refused").
        """

        def assemble(desk: Desk, number: str, subject: Subject, rules: RuleWords) -> PaperData:
            file = _decided(subject.application)
            return refusal_data(desk, number, file, rules, self._appeal_until())

        return self._for_file(actor, application, PaperKind.REFUSAL_NOTICE, language, assemble)

    @permitted
    def statement(self, actor: Actor, learner: LearnerId) -> OpResult[IssuedPaper]:
        """Issue a credit statement up to the account's last entry."""

        def work(unit: UnitOfWork) -> IssuedPaper:
            paper = PaperId(self._room.ids.new_id())
            number = unit.next_document_number(number_prefix(self._room, PaperKind.STATEMENT))
            found = _canonical(unit, learner)
            data = self._statement_data(unit, actor, found, paper, number)
            drawn = Drawn(
                paper,
                PaperKind.STATEMENT,
                number,
                STATEMENT_LANGUAGE,
                data,
                up_to_entry=data.up_to_entry,
            )
            return issue(unit, actor, drawn, found.learner, self._room)

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    @permitted
    def preview_statement(self, actor: Actor, learner: LearnerId) -> bytes:
        """Return the statement's PDF as it would be issued now, marked as a draft; nothing is written."""

        def work(reader: Reader) -> StatementData:
            return self._statement_data(reader, actor, _canonical(reader, learner), PaperId(""), "")

        return self._room.press.draw(self._room.store.read(work), PrintMarks(draft=True))

    @permitted
    def reprint(self, actor: Actor, paper: PaperId, reason: str, printer: str = "") -> OpResult[IssuedPaper]:
        """Record one more copy and return the page marked 副本; ``reason`` of `phrase_book.COPY_REASONS`.

        Raises `Problems` ("reason.unknown") and `Refused` ("paper.voided", "paper.unknown").
        """
        if reason not in COPY_REASONS:
            raise Problems([Problem("reason.unknown", "reason", {"reason": reason})])

        def work(unit: UnitOfWork) -> IssuedPaper:
            unit.record(actor, PaperCopied(paper, reason, printer))
            copied = known_paper(unit, paper)
            return IssuedPaper(copied, copy_pdf(copied, self._room), is_copy=True)

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    @permitted
    def void(self, actor: Actor, paper: PaperId, reason: str) -> OpResult[None]:
        """Take a paper out of force; its number stays used. ``reason`` of `phrase_book.VOID_REASONS`."""
        if reason not in VOID_REASONS:
            raise Problems([Problem("reason.unknown", "reason", {"reason": reason})])

        def work(unit: UnitOfWork) -> None:
            number = known_paper(unit, paper).number
            unit.record(actor, PaperVoided(paper, reason, self._room.clock.today()))
            unit.void_document_number(actor, number, reason)

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    @permitted
    def papers(self, actor: Actor, learner: LearnerId) -> tuple[Paper, ...]:
        """Return the papers issued to a learner, newest first."""
        return self._room.store.read(lambda reader: reader.papers_of(learner))

    @permitted
    def pdf(self, actor: Actor, paper: PaperId) -> bytes:
        """Return the very bytes of an issued paper; raises `EnvironmentFault` ("paper.differs")."""
        found = self._room.store.read(lambda reader: known_paper(reader, paper))
        self._room.store.readings.note(actor, "paper.opened", ("paper", paper))
        return original_pdf(found, self._room)

    @permitted
    def note_handed_out(self, actor: Actor, paper: PaperId, how: HandedOut) -> OpResult[None]:
        """Enter that a paper left the program: that it was printed, or saved as a file."""
        written = self._room.store.write(lambda unit: unit.audit(actor, how.value, ("paper", paper)))
        return OpResult(None, written.changes | {("audit", "")})

    def _for_file(
        self,
        actor: Actor,
        application: ApplicationId,
        kind: PaperKind,
        language: str,
        assemble: Assemble,
    ) -> OpResult[IssuedPaper]:
        return issue_for_file(self._room, actor, application, (kind, language, assemble))

    def _statement_data(
        self, reader: Reader, actor: Actor, learner: Learner, paper: PaperId, number: str
    ) -> StatementData:
        files = applications_of_person(reader, learner.learner)
        outcomes: dict[LineId, Outcome] = {
            line.line: line.outcome for file in files for line in file.lines if line.outcome is not None
        }
        desk = paper_desk(self._room, reader, actor, learner, (paper, DocumentLanguage.CHINESE))
        ledger = person_ledger(reader, learner.learner)
        return statement_data(desk, number, ledger, outcomes, _pending_rows(files))

    def _appeal_until(self) -> date:
        return self._room.diary.step(Step.APPEAL_FILING, self._room.clock.today()).on


def _decided(file: Application) -> Application:
    if file.state not in _AFTER_DECISION:
        raise Refused("paper.not_decided", state=file.state.value)
    return file


def _canonical(reader: Reader, learner: LearnerId) -> Learner:
    found = reader.learner(learner)
    if found is not None and found.alias_of is not None:
        found = reader.learner(found.alias_of)
    if found is None:
        raise Refused("learner.unknown", learner=learner)
    return found


def _pending_rows(
    files: tuple[Application, ...],
) -> tuple[tuple[PendingCredit, OutcomeType, date], ...]:
    """Return the credits on their way with type and day; a result that does not stand yet is not shown."""
    rows = []
    for file in files:
        if file.state not in _AFTER_DECISION:
            continue
        for credit in pending_credits((file,)):
            line = file.line(LineId(credit.line))
            decided = None if line.decision is None else line.decision.decided_on
            rows.append((credit, line.type, decided or file.entered_on))
    return tuple(rows)
