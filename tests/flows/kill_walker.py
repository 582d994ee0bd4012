"""The process that is killed: walks the path again and again and says after every step that it is done."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from creditbank_desktop.app.bench.standing import StandingClock
from creditbank_desktop.app.office import Session, Surroundings, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.people import SamplePerson, read_sample_people
from creditbank_desktop.domain.decisions import Target, TargetKind
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.operations.application_bodies import SignStage
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.results import ItemResult, OpResult
from creditbank_desktop.services.views_intake import ApplicationForm, Attachment, OutcomeForm
from creditbank_desktop.services.views_learners import LearnerForm
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.passphrases import Cost

QUICK = Cost(memory_kib=64, passes=1, lanes=1)
WALKERS = (
    Role.CLERK,
    Role.MATERIAL_REVIEWER,
    Role.EVALUATOR,
    Role.DEPARTMENT_HEAD,
    Role.DEAN,
    Role.ACADEMIC_OFFICE,
)
TARGET = Target(TargetKind.COURSE, "EC01")


def around() -> Surroundings:
    return Surroundings(resources_folder(), StandingClock(), Uuid7Source(), QUICK)


def people() -> dict[Role, SamplePerson]:
    found = read_sample_people(resources_folder() / "sample")
    return {role: next(person for person in found if role in person.roles) for role in WALKERS}


@dataclass(frozen=True, slots=True)
class Done:
    """One acknowledged step: what was done to which record, and what the answer said of it."""

    step: str
    record: str
    said: str = ""

    def written(self) -> str:
        return json.dumps([self.step, self.record, self.said])


def read_done(line: str) -> Done:
    return Done(*json.loads(line))


def walk(folder: str, told: Connection) -> None:
    """Open the office in ``folder`` and work until killed; every acknowledged step goes into ``told``."""
    place, surroundings = OfficePlace(Path(folder)), around()
    logins = people()
    clerk = logins[Role.CLERK]
    told.send_bytes(b"opening")
    first = unlock_office(place, surroundings, clerk.login, clerk.passphrase)
    staff = {
        role: first if person is clerk else first.switch(person.login, person.passphrase)
        for role, person in logins.items()
    }
    told.send_bytes(b"ready")
    number = int.from_bytes(os.urandom(4)) % 10**8
    while True:
        number += 1
        for done in _path(staff, number):
            told.send_bytes(done.written().encode())


def _path(staff: dict[Role, Session], number: int) -> Iterator[Done]:
    clerk = staff[Role.CLERK]
    services, actor = clerk.services, clerk.actor
    registered = services.learners.register(actor, _learner(number)).value
    yield Done("register", registered.learner, registered.account_number)
    line = services.intake.new_line(actor)
    scan = Attachment("certificate", "scan.pdf", data=b"%%PDF-1.4\n%% %d\n%%%%EOF\n" % number, line=line)
    evidence = services.evidence.attach(actor, scan).value
    yield Done("attach", evidence.blob)
    outcome = OutcomeForm(line, OutcomeType.SKILL_CERTIFICATE, _certificate(number), TARGET)
    form = ApplicationForm(registered.learner, (outcome,), (evidence,))
    draft = services.intake.save_draft(actor, form).value
    yield Done("draft", draft, line)
    warnings = services.intake.check(actor, form).problems
    confirmed = frozenset(f"{problem.field}:{problem.code}" for problem in warnings)
    ready = replace(form, draft=draft, confirmed=confirmed)
    submitted = services.intake.submit(actor, ready).value
    file = submitted.application
    yield Done("submit", file, f"{submitted.receipt_number} {draft}")
    services.counter.accept(actor, file, _revision(clerk, file))
    yield Done("accept", file)
    paper = services.issuing.receipt(actor, file).value.paper
    yield Done("paper", paper.paper, paper.number)
    yield from _judge(staff, file)


def _judge(staff: dict[Role, Session], file: ApplicationId) -> Iterator[Done]:
    reviewer, evaluator = staff[Role.MATERIAL_REVIEWER], staff[Role.EVALUATOR]
    case = reviewer.services.review.case(reviewer.actor, file)
    compared = tuple(item.evidence for item in case.evidence)
    reviewer.services.review.pass_materials(reviewer.actor, file, case.revision, compared)
    yield Done("review_materials", file)
    evaluator.services.evaluation.accept_suggestions(evaluator.actor, file, _revision(evaluator, file))
    yield Done("evaluate", file)
    for role, stage in ((Role.DEPARTMENT_HEAD, SignStage.HEAD), (Role.DEAN, SignStage.DEAN)):
        signer = staff[role]
        files = ((file, _revision(signer, file)),)
        _each(signer.services.sign_off.sign(signer.actor, stage, files))
        yield Done("sign_head" if stage is SignStage.HEAD else "sign_dean", file)
    office = staff[Role.ACADEMIC_OFFICE]
    _each(office.services.sign_off.approve(office.actor, ((file, _revision(office, file)),)))
    yield Done("approve", file)
    _each(office.services.publicity.publish(office.actor, ((file, _revision(office, file)),)))
    yield Done("publish", file)


def _revision(session: Session, file: ApplicationId) -> int:
    return session.services.counter.case(session.actor, file).revision


def _each(result: OpResult[tuple[ItemResult, ...]]) -> None:
    for item in result.value:
        assert item.succeeded, item


def _learner(number: int) -> LearnerForm:
    return LearnerForm(
        name="张雨桐",
        document_kind=DocumentKind.PASSPORT,
        document_number=f"E{number:08d}",
        student_number=f"2024530701{number:08d}",
        programme="530701",
        intake_year="2024",
        class_name="电商2401",
    )


def _certificate(number: int) -> dict[str, str]:
    return {
        "title": "电子商务师",
        "level": "3",
        "evidence_number": f"Y00003701202340{number:08d}",
        "issuer": "示例技能评价中心（虚构）",
        "issued_on": "2025-11-06",
        "occupation": "电子商务师",
    }
