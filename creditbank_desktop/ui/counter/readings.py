"""What the counter asks the services for in one go; everything here runs on worker threads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.domain.ids import ApplicationId, LearnerId, LineId
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import Act, State
from creditbank_desktop.services.results import Changes
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.services import Services
from creditbank_desktop.services.views_applications import ApplicationRow, DraftRow, QueueFilter
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.services.views_intake import (
    ApplicationForm,
    Attachment,
    Draft,
    EarlierOutcome,
    ProxyForm,
    Submitted,
)
from creditbank_desktop.services.views_learners import LearnerCard
from creditbank_desktop.services.views_ledger import DeliveryRow, IssuedPaper, SearchHits
from creditbank_desktop.ui.counter.outcome_editor import TypeSheet

ROWS_AT_ONCE = 200
HITS_AT_ONCE = 20

Sheets = Mapping[OutcomeType, TypeSheet]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits at the counter: drafts of this person, and files by what has to be done."""

    drafts: tuple[DraftRow, ...] = ()
    to_accept: tuple[ApplicationRow, ...] = ()
    to_supplement: tuple[ApplicationRow, ...] = ()
    to_deliver: tuple[DeliveryRow, ...] = ()
    counts: Mapping[State, int] | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A learner at the counter with all that the form needs; ``draft`` is the one that is continued."""

    card: LearnerCard
    sheets: Sheets
    lines: tuple[LineId, ...]
    draft: Draft | None = None
    earlier: tuple[EarlierOutcome, ...] = ()
    proxies: tuple[ProxyForm, ...] = ()


@dataclass(frozen=True, slots=True)
class Attached:
    """Files that were stored, and what was wrong with the others.

    ``fault`` of the disk ended it before the files in ``left`` had their turn.
    """

    evidence: tuple[Evidence, ...]
    problems: tuple[Problem, ...]
    changes: Changes
    fault: EnvironmentFault | None = None
    left: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """A submitted application as it stands now; ``refused`` says why it could not be accepted at once.

    That can be a fault of the disk as well: the application has its number then, and must not get another.
    """

    submitted: Submitted
    case: Case
    changes: Changes
    accepted: bool
    refused: Refused | EnvironmentFault | None = None


class CounterReader:
    """Asks the services as one person; every method may take some milliseconds."""

    def __init__(self, services: Services, actor: Actor) -> None:
        """Ask ``services`` as ``actor``."""
        self.services = services
        self.actor = actor

    def sheets(self) -> Sheets:
        """Return the forms of all outcome types with the materials that the rules in force ask for."""
        intake, actor = self.services.intake, self.actor
        return {
            kind: TypeSheet(kind, intake.fields(actor, kind), intake.materials(actor, kind))
            for kind in OutcomeType
        }

    def search(self, text: str) -> SearchHits:
        """Return learners and files for what was typed or scanned."""
        return self.services.search.search(self.actor, text, HITS_AT_ONCE)

    def waiting(self) -> Waiting:
        """Return what waits at the counter."""
        services, actor = self.services, self.actor
        accept = services.counter.queue(actor, QueueFilter(frozenset({State.RECEIVED})), "", ROWS_AT_ONCE)
        supplement = services.counter.queue(
            actor, QueueFilter(frozenset({State.SUPPLEMENT})), "", ROWS_AT_ONCE
        )
        drafts = services.intake.drafts(actor) if may(actor, "IntakeService.drafts") else ()
        deliver = services.delivery.waiting(actor) if may(actor, "DeliveryService.waiting") else ()
        return Waiting(drafts, accept.rows, supplement.rows, deliver, accept.counts)

    def opening(self, learner: LearnerId) -> Opening:
        """Return a learner at the counter with an empty form."""
        card = self._card(learner)
        return Opening(
            card, self.sheets(), self._new_lines(1), earlier=self._earlier(card), proxies=self._proxies(card)
        )

    def opening_of_draft(self, draft_id: str) -> Opening:
        """Return the learner of a draft with its form; raises `Refused` for a draft that is gone."""
        draft = self.services.intake.draft(self.actor, draft_id)
        if draft.form.learner is None:
            raise Refused("draft.unknown")
        card = self._card(draft.form.learner)
        return Opening(
            card, self.sheets(), self._new_lines(1), draft, self._earlier(card), self._proxies(card)
        )

    def new_line(self) -> LineId:
        """Return the id of one more outcome."""
        return self.services.intake.new_line(self.actor)

    def attach(self, attachments: Sequence[Attachment]) -> Attached:
        """Store files one by one; what is wrong with one does not keep the others out.

        A fault of the environment ends it, and what was stored before it counts; raised if nothing was.
        """
        evidence: list[Evidence] = []
        problems: list[Problem] = []
        changes: set[tuple[str, str]] = set()
        for place, attachment in enumerate(attachments):
            try:
                stored = self.services.evidence.attach(self.actor, attachment)
            except Problems as wrong:
                problems.extend(wrong.problems)
                continue
            except EnvironmentFault as fault:
                if not evidence and not problems:
                    raise
                stored_so_far = (tuple(evidence), tuple(problems), frozenset(changes))
                return Attached(*stored_so_far, fault, tuple(attachments[place:]))
            evidence.append(stored.value)
            changes |= stored.changes
        return Attached(tuple(evidence), tuple(problems), frozenset(changes))

    def file(self, form: ApplicationForm, *, accept: bool) -> Filed:
        """Submit ``form``; with ``accept`` take it up at once where it is complete.

        Raises `Problems` when it cannot be submitted. A refusal to accept leaves it received.
        """
        services, actor = self.services, self.actor
        submitted = services.intake.submit(actor, form)
        changes = submitted.changes
        application = submitted.value.application
        case = services.counter.case(actor, application)
        refused: Refused | EnvironmentFault | None = None
        if accept and Act.ACCEPT in case.possible:
            try:
                accepted = services.counter.accept(actor, application, case.revision)
                changes |= accepted.changes
                case = services.counter.case(actor, application)
            except (Refused, EnvironmentFault) as reason:
                refused = reason
        is_accepted = case.application.accepted_on is not None
        return Filed(submitted.value, case, changes, is_accepted, refused)

    def papers(self, act: str, application: ApplicationId) -> tuple[tuple[IssuedPaper, ...], Changes]:
        """Issue the paper that an act of the counter is called after, or return the one issued before."""
        if act == "notice":
            return self.papers_of_result(application)
        issuing, counter_papers = self.services.issuing, self.services.counter_papers
        issue = {
            "receipt": issuing.receipt,
            "supplement_notice": counter_papers.supplement_notice,
            "not_accepted_notice": counter_papers.not_accepted_notice,
            "withdrawal_slip": counter_papers.withdrawal_slip,
        }[act]
        issued = issue(self.actor, application)
        return (issued.value,), issued.changes

    def papers_of_result(self, application: ApplicationId) -> tuple[tuple[IssuedPaper, ...], Changes]:
        """Issue the notices that a decided file needs, or return those that were issued before."""
        rows = self.services.delivery.waiting(self.actor)
        row = next((row for row in rows if row.row.application == application), None)
        if row is None:
            raise Refused("paper.not_decided")
        papers: list[IssuedPaper] = []
        changes: Changes = frozenset()
        issuing = self.services.issuing
        wanted = (
            (row.needs_result_notice, issuing.result_notice),
            (row.needs_refusal_notice, issuing.refusal_notice),
        )
        for needed, issue in wanted:
            if needed:
                issued = issue(self.actor, application)
                papers.append(issued.value)
                changes |= issued.changes
        return tuple(papers), changes

    def _card(self, learner: LearnerId) -> LearnerCard:
        return self.services.learners.card(self.actor, learner)

    def _earlier(self, card: LearnerCard) -> tuple[EarlierOutcome, ...]:
        return self.services.known.outcomes_of(self.actor, card.learner.learner)

    def _proxies(self, card: LearnerCard) -> tuple[ProxyForm, ...]:
        return self.services.known.proxies(self.actor, card.learner.learner)

    def _new_lines(self, count: int) -> tuple[LineId, ...]:
        return tuple(self.new_line() for _ in range(count))
