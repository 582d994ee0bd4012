"""Issuing the papers of the counter: supplement and non-acceptance notices, withdrawals, transfers, slips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from creditbank_desktop.documents.papers_data import DocumentLanguage
from creditbank_desktop.domain.applications import MissingMaterial
from creditbank_desktop.domain.codec import Plain, from_plain
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId, LearnerId, PaperId
from creditbank_desktop.domain.learners import AccountState, Learner
from creditbank_desktop.domain.ledger import AccountHead
from creditbank_desktop.domain.operations.application_bodies import SupplementRequested
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.acts import load
from creditbank_desktop.services.cases import Subject
from creditbank_desktop.services.counter_assembly import (
    Estimate,
    application_form_data,
    last_deed,
    not_accepted_data,
    pre_assessment_data,
    supplement_data,
    transfer_data,
    withdrawal_data,
)
from creditbank_desktop.services.paper_assembly import Desk
from creditbank_desktop.services.paper_issue import Drawn, issue, original_pdf
from creditbank_desktop.services.paper_office import (
    document_language,
    issue_for_file,
    number_prefix,
    paper_desk,
)
from creditbank_desktop.services.pending import applications_of_person, pending_credits
from creditbank_desktop.services.press import PaperData
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.rule_words import RuleWords, rule_set_words
from creditbank_desktop.services.views_intake import ApplicationCheck, ApplicationForm
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.services.workroom import Workroom

TRANSFER_LANGUAGE = "zh+en"


class SlipKind(StrEnum):
    """Papers that take no number and stand in no ledger of papers; drawing and printing them is audited."""

    PRE_ASSESSMENT = "pre_assessment"
    APPLICATION_FORM = "application_form"


class SlipUse(StrEnum):
    """What became of a slip, as the audit trail says it."""

    DRAWN = "paper.slip_drawn"
    PRINTED = "paper.slip_printed"
    SAVED = "paper.slip_saved"


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip with the bytes of its PDF and whom it is about."""

    kind: SlipKind
    learner: LearnerId
    language: str
    pdf: bytes


class CounterPaperService:
    """Actions on the counter's papers. ``language`` is "zh" or "en"; a transfer certificate carries both.

    Asking again returns the paper issued before, as long as it would say the same.
    """

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def supplement_notice(
        self, actor: Actor, application: ApplicationId, language: str = "zh"
    ) -> OpResult[IssuedPaper]:
        """Issue the notice of everything that is missing now; raises `Refused` ("paper.nothing_missing")."""

        first = self._room.store.read(lambda reader: _first_asked(reader, application))

        def assemble(desk: Desk, number: str, subject: Subject, rules: RuleWords) -> PaperData:
            file = subject.application
            if file.state is not State.SUPPLEMENT or not file.missing:
                raise Refused("paper.nothing_missing", state=file.state.value)
            due = file.supplement_due_on
            provisional = due is not None and due > self._room.calendar.covered_through
            return supplement_data(desk, number, file, rules, (first, provisional))

        what = (PaperKind.SUPPLEMENT_NOTICE, language, assemble)
        return issue_for_file(self._room, actor, application, what, again_when_different=True)

    @permitted
    def not_accepted_notice(
        self, actor: Actor, application: ApplicationId, language: str = "zh"
    ) -> OpResult[IssuedPaper]:
        """Issue the notice of non-acceptance; raises `Refused` ("paper.not_declined")."""

        def assemble(desk: Desk, number: str, subject: Subject, rules: RuleWords) -> PaperData:
            if subject.application.state is not State.NOT_ACCEPTED:
                raise Refused("paper.not_declined", state=subject.application.state.value)
            return not_accepted_data(desk, number, subject.application, rules)

        what = (PaperKind.NOT_ACCEPTED_NOTICE, language, assemble)
        return issue_for_file(self._room, actor, application, what)

    @permitted
    def withdrawal_slip(
        self, actor: Actor, application: ApplicationId, language: str = "zh"
    ) -> OpResult[IssuedPaper]:
        """Issue the slip of what was withdrawn so far; raises `Refused` ("paper.nothing_withdrawn")."""

        def assemble(desk: Desk, number: str, subject: Subject, rules: RuleWords) -> PaperData:
            file = subject.application
            if file.state is not State.WITHDRAWN and not any(line.withdrawn for line in file.lines):
                raise Refused("paper.nothing_withdrawn", state=file.state.value)
            return withdrawal_data(desk, number, file)

        what = (PaperKind.WITHDRAWAL_SLIP, language, assemble)
        return issue_for_file(self._room, actor, application, what, again_when_different=True)

    @permitted
    def transfer_certificate(
        self, actor: Actor, learner: LearnerId, destination: str = "", reason: str = ""
    ) -> OpResult[IssuedPaper]:
        """Issue the certificate of an account that was transferred out: balance and where it came from.

        ``destination`` is the receiving office, ``reason`` in the words of the paper. Raises `Refused`:
        "paper.not_transferred", "learner.unknown".
        """
        room = self._room

        def work(unit: UnitOfWork) -> IssuedPaper:
            found = _known(unit, learner)
            if found.account_state is not AccountState.TRANSFERRED:
                raise Refused("paper.not_transferred", learner=learner)
            kind = PaperKind.TRANSFER_CERTIFICATE
            issued = (one for one in unit.papers_of(learner) if one.kind is kind and not one.voided)
            before = next(issued, None)
            if before is not None:
                return IssuedPaper(before, original_pdf(before, room))
            paper = PaperId(room.ids.new_id())
            desk = paper_desk(room, unit, actor, found, (paper, DocumentLanguage.CHINESE))
            number = unit.next_document_number(number_prefix(room, kind))
            head = unit.account(learner) or AccountHead(learner)
            pending = pending_credits(applications_of_person(unit, learner))
            data = transfer_data(
                desk,
                number,
                (unit.ledger(learner), head),
                sum((one.credits for one in pending), ZERO),
                (destination.strip(), reason.strip()),
            )
            drawn = Drawn(paper, kind, number, TRANSFER_LANGUAGE, data, up_to_entry=data.up_to_entry)
            return issue(unit, actor, drawn, learner, room)

        written = room.store.write(work)
        return OpResult(written.value, written.changes)

    @permitted
    def pre_assessment(
        self, actor: Actor, form: ApplicationForm, check: ApplicationCheck, language: str = "zh"
    ) -> OpResult[Slip]:
        """Draw what the rules said of a form (`IntakeService.check`) as a slip that binds nobody.

        Raises `Problems` ("learner.needed", "application.no_outcome") and `Refused` for glyphs.
        """
        if not form.outcomes:
            raise Problems([Problem("application.no_outcome", "outcomes")])

        def assemble(desk: Desk, rules: RuleWords) -> bytes:
            estimate = Estimate(form, check.assessments, rules, self._room.recognition)
            return self._room.press.draw(pre_assessment_data(desk, estimate))

        return self._slip(actor, form, (SlipKind.PRE_ASSESSMENT, language), assemble)

    @permitted
    def application_form(self, actor: Actor, form: ApplicationForm, language: str = "zh") -> OpResult[Slip]:
        """Draw the application form with what was typed, for the applicant to sign; raises as above."""

        def assemble(desk: Desk, rules: RuleWords) -> bytes:
            data = application_form_data(desk, form, rules, self._room.clock.today())
            return self._room.press.draw(data)

        return self._slip(actor, form, (SlipKind.APPLICATION_FORM, language), assemble)

    @permitted
    def note_slip(self, actor: Actor, slip: Slip, use: SlipUse) -> OpResult[None]:
        """Enter that a slip left the program: that it was printed, or saved as a file."""
        detail = {"slip": slip.kind.value}
        written = self._room.store.write(
            lambda unit: unit.audit(actor, use.value, ("learner", slip.learner), detail)
        )
        return OpResult(None, written.changes | {("audit", "")})

    def _slip(
        self,
        actor: Actor,
        form: ApplicationForm,
        what: tuple[SlipKind, str],
        assemble: Callable[[Desk, RuleWords], bytes],
    ) -> OpResult[Slip]:
        room, (kind, language) = self._room, what
        written_in = document_language(language)
        if form.learner is None:
            raise Problems([Problem("learner.needed", "learner")])
        learner = form.learner

        def work(reader: Reader) -> tuple[Desk, RuleWords]:
            desk = paper_desk(room, reader, actor, _known(reader, learner), (PaperId(""), written_in))
            version = room.recognition.in_force(room.clock.today())
            return desk, rule_set_words(version, written_in, room.recognition)

        slip = Slip(kind, learner, language, assemble(*room.store.read(work)))
        self.note_slip(actor, slip, SlipUse.DRAWN)
        return OpResult(slip, frozenset({("audit", "")}))


def _first_asked(reader: Reader, application: ApplicationId) -> tuple[MissingMaterial, ...]:
    """Return what was missing when the supplement was asked for, () where that operation is not here."""
    request = last_deed(load(reader, application), Act.REQUEST_SUPPLEMENT)
    data = None if request is None else reader.operation_data(request.operation)
    if data is None:
        return ()
    body = cast("dict[str, Plain]", dict(read_envelope(data).body))
    return from_plain(SupplementRequested, body).missing


def _known(reader: Reader, learner: LearnerId) -> Learner:
    found = reader.learner(learner)
    if found is None:
        raise Refused("learner.unknown", learner=learner)
    return found
