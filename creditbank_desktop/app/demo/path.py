"""The main path, step by step: a walk-in with a certificate becomes posted credits on a printed statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from creditbank_desktop.app.office import Session
from creditbank_desktop.domain.decisions import Target, TargetKind
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ApplicationId, LearnerId, LineId
from creditbank_desktop.domain.operations.application_bodies import SignStage
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.results import ItemResult, OpResult
from creditbank_desktop.services.views_intake import ApplicationForm, Attachment, OutcomeForm
from creditbank_desktop.services.views_learners import LearnerForm
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_server.clocks import SettableClock

T = TypeVar("T")

WALK_IN = LearnerForm(
    name="张雨桐",
    latin_name="ZHANG Yutong",
    document_number="370102200308171526",
    student_number="2024530701066",
    phone="13900000000",
    programme="530701",
    intake_year="2024",
    class_name="电商2401",
)
"""A fictional learner; the number only has the shape and check character of a real one."""

CERTIFICATE = {
    "title": "电子商务师",
    "level": "3",
    "evidence_number": "Y000037012023400187654",
    "issuer": "德州星海职业技能评价中心（虚构）",
    "issued_on": "2023-11-06",
    "occupation": "电子商务师",
    "raw_score": "91",
    "verified_by": "original_seen",
}
CONFIRMED = frozenset({"outcomes.0.evidence_number:certificate_number.level"})
"""Layouts of certificate numbers vary: the program warns, the clerk looks at the paper and confirms."""
TARGET = Target(TargetKind.COURSE, "EC01")


@dataclass(slots=True)
class MainPath:
    """Walks the path with one session for each role; keeps what each step made.

    ``staff`` holds signed-in sessions of the same open office, ``scans`` a file for each material;
    ``tell`` is called before every step.
    """

    staff: Mapping[Role, Session]
    engine: SyncEngine
    clock: SettableClock
    scans: Mapping[str, Path]
    tell: Callable[[str], None]
    learner: LearnerId = field(init=False)
    application: ApplicationId = field(init=False)
    papers: dict[str, IssuedPaper] = field(default_factory=dict)

    def register(self) -> None:
        """The clerk opens an account for the walk-in."""
        self.tell("clerk: open an account")
        clerk = self.staff[Role.CLERK]
        self.learner = self._done(clerk.services.learners.register(clerk.actor, WALK_IN)).learner

    def take_in(self) -> None:
        """The clerk takes the application with its papers, accepts it and prints the receipt."""
        self.tell("clerk: take the application, print the receipt")
        clerk = self.staff[Role.CLERK]
        services, actor = clerk.services, clerk.actor
        line = services.intake.new_line(actor)
        evidence = tuple(
            self._attach(clerk, spec.material, line)
            for spec in services.intake.materials(actor, OutcomeType.SKILL_CERTIFICATE)
            if spec.material in self.scans
        )
        outcome = OutcomeForm(line, OutcomeType.SKILL_CERTIFICATE, CERTIFICATE, TARGET)
        form = ApplicationForm(self.learner, (outcome,), evidence, confirmed=CONFIRMED)
        self.application = self._done(services.intake.submit(actor, form)).application
        self._done(services.counter.accept(actor, self.application, self.revision))
        self.papers["receipt"] = self._done(services.issuing.receipt(actor, self.application))

    def review(self) -> None:
        """The reviewer compares copy and original and passes the materials."""
        self.tell("reviewer: compare the originals")
        reviewer = self.staff[Role.MATERIAL_REVIEWER]
        case = reviewer.services.review.case(reviewer.actor, self.application)
        compared = tuple(evidence.evidence for evidence in case.evidence)
        self._done(
            reviewer.services.review.pass_materials(reviewer.actor, self.application, case.revision, compared)
        )

    def evaluate(self) -> None:
        """The evaluator accepts what the rule suggests."""
        self.tell("evaluator: accept what the rule suggests")
        evaluator = self.staff[Role.EVALUATOR]
        self._done(
            evaluator.services.evaluation.accept_suggestions(evaluator.actor, self.application, self.revision)
        )

    def sign(self) -> None:
        """Head, dean and academic office sign; the result is shown to the public."""
        self.tell("head, dean, academic office: sign and publish")
        for role, stage in ((Role.DEPARTMENT_HEAD, SignStage.HEAD), (Role.DEAN, SignStage.DEAN)):
            signer = self.staff[role]
            self._each(signer.services.sign_off.sign(signer.actor, stage, self._files()))
        office = self.staff[Role.ACADEMIC_OFFICE]
        self._each(office.services.sign_off.approve(office.actor, self._files()))
        self._each(office.services.publicity.publish(office.actor, self._files()))

    def wait_for_publicity(self) -> None:
        """The publicity period passes and the server says so."""
        self.tell("publicity: let the period pass by the central clock")
        self.synchronise()
        self.clock.advance(timedelta(days=14))
        self.synchronise()
        self._expect(State.RECOGNISED)

    def deliver(self) -> None:
        """The clerk prints the notice and hands it over."""
        self.tell("clerk: deliver the result")
        clerk = self.staff[Role.CLERK]
        self.papers["notice"] = self._done(
            clerk.services.issuing.result_notice(clerk.actor, self.application)
        )
        self._done(clerk.services.delivery.deliver(clerk.actor, self.application, self.revision, "counter"))

    def post(self) -> None:
        """The batch goes to the server, which posts; the answer comes back."""
        self.tell("sync: the server posts")
        self.synchronise()
        self._expect(State.POSTED)

    def state_credits(self) -> None:
        """The statement is issued."""
        self.tell("clerk: issue the statement")
        clerk = self.staff[Role.CLERK]
        self.papers["statement"] = self._done(clerk.services.issuing.statement(clerk.actor, self.learner))

    def synchronise(self) -> None:
        """Push, let the server do its work by the calendar, pull."""
        self.engine.sync_now()
        self.engine.sync_now()

    @property
    def revision(self) -> int:
        """The file's revision as it stands."""
        clerk = self.staff[Role.CLERK]
        return clerk.services.counter.case(clerk.actor, self.application).revision

    @property
    def state(self) -> State:
        """Where the file stands."""
        clerk = self.staff[Role.CLERK]
        return clerk.services.counter.case(clerk.actor, self.application).application.state

    def _files(self) -> tuple[tuple[ApplicationId, int], ...]:
        return ((self.application, self.revision),)

    def _expect(self, state: State) -> None:
        if self.state is not state:
            raise Refused("demo.other_state", expected=state.value, found=self.state.value)

    def _attach(self, session: Session, material: str, line: LineId) -> Evidence:
        scan = self.scans[material]
        attachment = Attachment(material, scan.name, str(scan), line=line)
        return session.services.evidence.attach(session.actor, attachment).value

    @staticmethod
    def _done(result: OpResult[T]) -> T:
        return result.value

    @staticmethod
    def _each(result: OpResult[tuple[ItemResult[T], ...]]) -> None:
        for item in result.value:
            if not item.succeeded:
                raise Refused(item.refused_code, **dict(item.refused_params))
