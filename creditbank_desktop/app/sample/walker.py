"""Does the steps of the sample plan through the real services, each by somebody who may."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from creditbank_desktop.app.office import Session
from creditbank_desktop.app.sample.lines import LinePlan
from creditbank_desktop.app.sample.plan import ApplicationPlan
from creditbank_desktop.app.sample.roads import LOOKED_AT, Step
from creditbank_desktop.app.sample.staffing import StaffedOffice
from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.decisions import LineResult
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Problems, Refused, Severity
from creditbank_desktop.domain.ids import ApplicationId, LearnerId, LineId
from creditbank_desktop.domain.operations.application_bodies import ApplicationRevoked, Note, SignStage
from creditbank_desktop.domain.papers import PaperKind
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.delivery_service import needed_notices
from creditbank_desktop.services.results import ItemResult, OpResult
from creditbank_desktop.services.views_evaluation import Case, CaseLine, LineVerdict
from creditbank_desktop.services.views_intake import ApplicationForm, Attachment, Missing, OutcomeForm

T = TypeVar("T")
Scan = Callable[[ApplicationPlan, LinePlan, str], Attachment]


@dataclass(slots=True)
class Walker:
    """Leads applications along their roads.

    ``learners`` are the registered learners by the plan's number; ``scan`` gives the file of a material of a
    line. Refusals of the domain are errors of the plan and are not caught.
    """

    office: StaffedOffice
    learners: Mapping[int, LearnerId]
    scan: Scan
    files: dict[int, ApplicationId] = field(default_factory=dict)
    lines: dict[LineId, LinePlan] = field(default_factory=dict)

    def walk(self, plan: ApplicationPlan, step: Step) -> None:
        """Do one step of one application."""
        _STEPS[step](self, plan)

    def state_of(self, plan: ApplicationPlan) -> State:
        """Return where the application stands."""
        return self._file(plan).state

    def _one(self, role: Role, plan: ApplicationPlan) -> Session:
        held = self.office.holding(role)
        return held[plan.number % len(held)]

    def _file(self, plan: ApplicationPlan) -> Application:
        store = self._one(Role.CLERK, plan).store
        file = store.read(lambda reader: reader.application(self.files[plan.number]))
        if file is None:
            raise Refused("application.unknown", application=self.files[plan.number])
        return file

    def _revision(self, plan: ApplicationPlan) -> int:
        return self._file(plan).revision

    def draft(self, plan: ApplicationPlan) -> None:
        clerk = self._one(Role.CLERK, plan)
        clerk.services.intake.save_draft(clerk.actor, self._form(clerk, plan))

    def submit(self, plan: ApplicationPlan) -> None:
        clerk = self._one(Role.CLERK, plan)
        form = self._form(clerk, plan)
        try:
            submitted = clerk.services.intake.submit(clerk.actor, form)
        except Problems as found:
            if any(problem.severity is Severity.ERROR for problem in found.problems):
                raise
            confirmed = frozenset(problem.code for problem in found.problems)
            again = ApplicationForm(
                form.learner, form.outcomes, form.evidence, note=form.note, confirmed=confirmed
            )
            submitted = clerk.services.intake.submit(clerk.actor, again)
        self.files[plan.number] = submitted.value.application

    def _form(self, clerk: Session, plan: ApplicationPlan) -> ApplicationForm:
        outcomes, evidence = [], []
        for line_plan in plan.lines:
            line = clerk.services.intake.new_line(clerk.actor)
            self.lines[line] = line_plan
            outcomes.append(OutcomeForm(line, line_plan.type, line_plan.fields, line_plan.requested))
            evidence += self._attached(clerk, plan, line)
        return ApplicationForm(self.learners[plan.learner], tuple(outcomes), tuple(evidence))

    def _attached(self, clerk: Session, plan: ApplicationPlan, line: LineId) -> list[Evidence]:
        services, outcome = clerk.services, self.lines[line]
        found = []
        for spec in services.intake.materials(clerk.actor, outcome.type):
            if spec.required:
                scan = self.scan(plan, outcome, spec.material)
                found.append(services.evidence.attach(clerk.actor, replace(scan, line=line)).value)
        return found

    def accept(self, plan: ApplicationPlan) -> None:
        clerk = self._one(Role.CLERK, plan)
        clerk.services.counter.accept(clerk.actor, self.files[plan.number], self._revision(plan))
        if plan.target_state in LOOKED_AT:
            clerk.services.issuing.receipt(clerk.actor, self.files[plan.number])

    def not_accept(self, plan: ApplicationPlan) -> None:
        clerk = self._one(Role.CLERK, plan)
        counter = clerk.services.counter
        reason = ("not_of_this_office", "outcome_not_recognisable")[plan.number % 2]
        counter.not_accept(clerk.actor, self.files[plan.number], self._revision(plan), reason)

    def ask(self, plan: ApplicationPlan) -> None:
        clerk = self._one(Role.CLERK, plan)
        missing = (Missing("identity_document"), Missing("form", note="缺签字与日期"))
        counter = clerk.services.counter
        counter.request_supplement(clerk.actor, self.files[plan.number], self._revision(plan), missing)

    def lapse(self, plan: ApplicationPlan) -> None:
        if self.state_of(plan) is State.LAPSED:
            return  # the server's calendar was quicker
        clerk = self._one(Role.CLERK, plan)
        clerk.services.counter.lapse(clerk.actor, self.files[plan.number], self._revision(plan))

    def start(self, plan: ApplicationPlan) -> None:
        reviewer = self._one(Role.MATERIAL_REVIEWER, plan)
        reviewer.services.review.start(reviewer.actor, self.files[plan.number], self._revision(plan))

    def review(self, plan: ApplicationPlan) -> None:
        reviewer = self._one(Role.MATERIAL_REVIEWER, plan)
        file = self._file(plan)
        compared = tuple(evidence.evidence for evidence in file.evidence)
        reviewer.services.review.pass_materials(reviewer.actor, file.application, file.revision, compared)

    def evaluate(self, plan: ApplicationPlan) -> None:
        evaluator = self._one(Role.EVALUATOR, plan)
        case = evaluator.services.evaluation.case(evaluator.actor, self.files[plan.number])
        evaluator.services.evaluation.decide(
            evaluator.actor, self.files[plan.number], case.revision, self._verdicts(case)
        )

    def second(self, plan: ApplicationPlan) -> None:
        if self.state_of(plan) is not State.PANEL:
            return
        first = self._one(Role.EVALUATOR, plan).actor.person
        second = next(one for one in self.office.holding(Role.PANEL_MEMBER) if one.actor.person != first)
        case = second.services.evaluation.case(second.actor, self.files[plan.number])
        asked = {
            line.line.line
            for line in case.lines
            if line.line.decision is not None and line.line.decision.needs_second_opinion
        }
        verdicts = tuple(verdict for verdict in self._verdicts(case) if verdict.line in asked)
        second.services.panel.decide_second(second.actor, self.files[plan.number], case.revision, verdicts)

    def _verdicts(self, case: Case) -> tuple[LineVerdict, ...]:
        return tuple(self._verdict(line) for line in case.lines)

    def _verdict(self, line: CaseLine) -> LineVerdict:
        planned, suggested = self.lines[line.line.line].verdict, line.suggestion
        if planned is not None and suggested.needs_judgement:
            return LineVerdict(
                line.line.line,
                planned.result,
                planned.credits,
                suggested.target,
                suggested.grade_text,
                suggested.counts_for_gpa,
                planned.reason_codes,
                planned.reason_text,
            )
        result = LineResult.RECOGNISED if suggested.fits else LineResult.NOT_RECOGNISED
        reasons = () if suggested.fits else ("no_rule",)
        return LineVerdict(
            line.line.line,
            result,
            str(suggested.credits),
            suggested.target,
            suggested.grade_text,
            suggested.counts_for_gpa,
            reasons,
        )

    def sign_head(self, plan: ApplicationPlan) -> None:
        self._sign(plan, Role.DEPARTMENT_HEAD, SignStage.HEAD)

    def sign_dean(self, plan: ApplicationPlan) -> None:
        self._sign(plan, Role.DEAN, SignStage.DEAN)

    def _sign(self, plan: ApplicationPlan, role: Role, stage: SignStage) -> None:
        signer = self._one(role, plan)
        file = (self.files[plan.number], self._revision(plan))
        _insist(signer.services.sign_off.sign(signer.actor, stage, (file,)))

    def approve(self, plan: ApplicationPlan) -> None:
        office = self._one(Role.ACADEMIC_OFFICE, plan)
        file = (self.files[plan.number], self._revision(plan))
        _insist(office.services.sign_off.approve(office.actor, (file,)))

    def publish(self, plan: ApplicationPlan) -> None:
        if self.state_of(plan) is not State.PROPOSED:
            return  # a wholly refused file has nothing to show
        office = self._one(Role.ACADEMIC_OFFICE, plan)
        file = (self.files[plan.number], self._revision(plan))
        _insist(office.services.publicity.publish(office.actor, (file,)))

    def object(self, plan: ApplicationPlan) -> None:
        clerk = self._one(Role.CLERK, plan)
        publicity = clerk.services.publicity
        publicity.file_objection(
            clerk.actor,
            self.files[plan.number],
            self._revision(plan),
            "credits_wrong",
            "演示异议：对学分有疑问",
        )

    def deliver(self, plan: ApplicationPlan) -> None:
        clerk = self._one(Role.CLERK, plan)
        services, file = clerk.services, self._file(plan)
        notices = {
            PaperKind.RESULT_NOTICE: services.issuing.result_notice,
            PaperKind.REFUSAL_NOTICE: services.issuing.refusal_notice,
        }
        for kind in needed_notices(file):
            notices[kind](clerk.actor, file.application)
        services.delivery.deliver(clerk.actor, file.application, self._revision(plan), "counter")

    def appeal(self, plan: ApplicationPlan) -> None:
        clerk = self._one(Role.CLERK, plan)
        clerk.services.appeals.file(
            clerk.actor, self.files[plan.number], self._revision(plan), (), "演示复核：请求重新核算学分"
        )

    def archive(self, plan: ApplicationPlan) -> None:
        archivist = self._one(Role.ARCHIVIST, plan)
        archivist.services.archive.archive(archivist.actor, self.files[plan.number], self._revision(plan))

    def send_back(self, plan: ApplicationPlan) -> None:
        head = self._one(Role.DEPARTMENT_HEAD, plan)
        head.services.evaluation.return_file(
            head.actor,
            self.files[plan.number],
            self._revision(plan),
            State.EVALUATION,
            "reason_missing",
            "演示：请补充理由",
        )

    def withdraw(self, plan: ApplicationPlan) -> None:
        clerk = self._one(Role.CLERK, plan)
        clerk.services.counter.withdraw(clerk.actor, self.files[plan.number], self._revision(plan))

    def revoke(self, plan: ApplicationPlan) -> None:
        office = self._one(Role.ACADEMIC_OFFICE, plan)
        file = self.files[plan.number]
        body = ApplicationRevoked(file, "not_genuine")
        note = Note("演示：证书核查不实")
        learner = self.learners[plan.learner]
        office.store.write(lambda unit: unit.record(office.actor, body, learner=learner, personal=note))


def _insist(result: OpResult[tuple[ItemResult[T], ...]]) -> None:
    for item in result.value:
        if not item.succeeded:
            raise Refused(item.refused_code, **dict(item.refused_params))


def _by_server(walker: Walker, plan: ApplicationPlan) -> None:
    """Nothing to do: a sync brings it about."""


_STEPS: Mapping[Step, Callable[[Walker, ApplicationPlan], None]] = MappingProxyType(
    {
        Step.DRAFT: Walker.draft,
        Step.SUBMIT: Walker.submit,
        Step.NOT_ACCEPT: Walker.not_accept,
        Step.ASK: Walker.ask,
        Step.LAPSE: Walker.lapse,
        Step.ACCEPT: Walker.accept,
        Step.START: Walker.start,
        Step.REVIEW: Walker.review,
        Step.EVALUATE: Walker.evaluate,
        Step.SECOND: Walker.second,
        Step.SIGN_HEAD: Walker.sign_head,
        Step.SIGN_DEAN: Walker.sign_dean,
        Step.APPROVE: Walker.approve,
        Step.PUBLISH: Walker.publish,
        Step.OBJECT: Walker.object,
        Step.PUBLICITY_OVER: _by_server,
        Step.DELIVER: Walker.deliver,
        Step.POSTED: _by_server,
        Step.APPEAL: Walker.appeal,
        Step.ARCHIVE: Walker.archive,
        Step.RETURN: Walker.send_back,
        Step.WITHDRAW: Walker.withdraw,
        Step.REVOKE: Walker.revoke,
    }
)
