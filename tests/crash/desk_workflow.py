"""The main path through the real services, from the registration of a learner to publicity."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from creditbank_desktop.app.bench.standing import StandingClock
from creditbank_desktop.app.office import Session, Surroundings, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.resources import resources_folder
from creditbank_desktop.app.sample.people import SamplePerson, read_sample_people
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.decisions import Target, TargetKind
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import ApplicationId, BlobHash, LearnerId, PaperId
from creditbank_desktop.domain.numbers import RECEIPT_KIND, parse_document_number
from creditbank_desktop.domain.operations.application_bodies import SignStage
from creditbank_desktop.domain.operations.stream import StreamHead
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.audit_trail import first_broken_audit
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.drafts import form_of_draft
from creditbank_desktop.services.results import ItemResult, OpResult
from creditbank_desktop.services.views_intake import ApplicationForm, Attachment, OutcomeForm
from creditbank_desktop.services.views_learners import LearnerForm
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keyring import Keyring
from creditbank_desktop.vault.passphrases import Cost
from tests.crash.workflow import Done, Job, Script, Step, Workflow
from tests.devices.hostile_files import page_pdf

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
OFFICE = "office"
MAKES_NO_OPERATION = ("attach", "draft")
EVERYTHING = 1_000_000


def around() -> Surroundings:
    return Surroundings(resources_folder(), StandingClock(), Uuid7Source(), QUICK)


def people() -> dict[Role, SamplePerson]:
    found = read_sample_people(resources_folder() / "sample")
    return {role: next(person for person in found if role in person.roles) for role in WALKERS}


def prepare(folder: Path) -> None:
    """Make an office whose device may give out account numbers; nobody has it open."""
    staffed = staff_sample_office(OfficePlace(folder / OFFICE), around())
    registry = staffed.by_role()[Role.REGISTRY_OFFICER]
    registry.services.identity.allot_numbers(registry.actor, around().clock.today().year, 50_000)
    staffed.close()


def sign_in(folder: Path) -> dict[Role, Session]:
    """Return the sessions of all who walk, in one open store."""
    place, logins = OfficePlace(folder / OFFICE), people()
    clerk = logins[Role.CLERK]
    first = unlock_office(place, around(), clerk.login, clerk.passphrase)
    return {
        role: first if person is clerk else first.switch(person.login, person.passphrase)
        for role, person in logins.items()
    }


def script(folder: Path) -> Script:
    """Walk applications along the path, one after the other, without an end."""
    staff = sign_in(folder)
    number = int.from_bytes(os.urandom(4), "big") % 10**8
    try:
        while True:
            number += 1
            yield from one_path(staff, number)
    finally:
        staff[Role.CLERK].close()


def writer_of(session: Session) -> Callable[[Job], object]:
    """Return what runs a job on the store's writing thread."""
    return lambda job: session.store.write(lambda _unit: job())


def one_path(staff: dict[Role, Session], number: int) -> Script:
    """Walk one application from the counter to publicity."""
    clerk = staff[Role.CLERK]
    services, actor, writer = clerk.services, clerk.actor, writer_of(clerk)
    registered = yield Step(
        "register",
        lambda: services.learners.register(actor, learner_form(number)).value,
        lambda value: (value.learner, value.account_number),
        writer,
    )
    line = services.intake.new_line(actor)
    scan = Attachment("certificate", "scan.pdf", data=page_pdf() + b"%% %d\n%%%%EOF\n" % number, line=line)
    evidence = yield Step(
        "attach", lambda: services.evidence.attach(actor, scan).value, lambda value: (value.blob, "")
    )
    outcome = OutcomeForm(line, OutcomeType.SKILL_CERTIFICATE, certificate(number), TARGET)
    form = ApplicationForm(registered.learner, (outcome,), (evidence,))
    draft = yield Step(
        "draft",
        lambda: services.intake.save_draft(actor, form).value,
        lambda value: (value, line),
        writer,
    )
    warnings = services.intake.check(actor, form).problems
    confirmed = frozenset(f"{problem.field}:{problem.code}" for problem in warnings)
    ready = replace(form, draft=draft, confirmed=confirmed)
    submitted = yield Step(
        "submit",
        lambda: services.intake.submit(actor, ready).value,
        lambda value: (value.application, f"{value.receipt_number} {draft}"),
        writer,
    )
    yield from _counter(clerk, submitted.application)
    yield from _judge(staff, submitted.application)


def _counter(clerk: Session, file: ApplicationId) -> Script:
    services, actor, writer = clerk.services, clerk.actor, writer_of(clerk)
    yield Step(
        "accept",
        lambda: services.counter.accept(actor, file, _revision(clerk, file)),
        lambda _value: (file, ""),
        writer,
    )
    yield Step(
        "paper",
        lambda: services.issuing.receipt(actor, file).value.paper,
        lambda value: (value.paper, value.number),
        writer,
    )


def _judge(staff: dict[Role, Session], file: ApplicationId) -> Script:
    reviewer, evaluator = staff[Role.MATERIAL_REVIEWER], staff[Role.EVALUATOR]
    case = reviewer.services.review.case(reviewer.actor, file)
    compared = tuple(item.evidence for item in case.evidence)
    writer = writer_of(reviewer)

    def step(name: str, run: Callable[[], Any]) -> Step:
        return Step(name, run, lambda _value: (file, ""), writer)

    yield step(
        "review_materials",
        lambda: reviewer.services.review.pass_materials(reviewer.actor, file, case.revision, compared),
    )
    yield step(
        "evaluate",
        lambda: evaluator.services.evaluation.accept_suggestions(
            evaluator.actor, file, _revision(evaluator, file)
        ),
    )
    for role, stage in ((Role.DEPARTMENT_HEAD, SignStage.HEAD), (Role.DEAN, SignStage.DEAN)):
        name = "sign_head" if stage is SignStage.HEAD else "sign_dean"
        yield step(name, _signing(staff[role], stage, file))
    office = staff[Role.ACADEMIC_OFFICE]
    services, actor = office.services, office.actor
    yield step("approve", lambda: _each(services.sign_off.approve(actor, ((file, _revision(office, file)),))))
    yield step(
        "publish", lambda: _each(services.publicity.publish(actor, ((file, _revision(office, file)),)))
    )


def _signing(signer: Session, stage: SignStage, file: ApplicationId) -> Callable[[], None]:
    def sign() -> None:
        files = ((file, _revision(signer, file)),)
        _each(signer.services.sign_off.sign(signer.actor, stage, files))

    return sign


def _revision(session: Session, file: ApplicationId) -> int:
    return session.services.counter.case(session.actor, file).revision


def _each(result: OpResult[tuple[ItemResult, ...]]) -> None:
    for item in result.value:
        assert item.succeeded, item


def learner_form(number: int) -> LearnerForm:
    return LearnerForm(
        name="张雨桐",
        document_kind=DocumentKind.PASSPORT,
        document_number=f"E{number:08d}",
        student_number=f"2024530701{number:08d}",
        programme="530701",
        intake_year="2024",
        class_name="电商2401",
    )


def certificate(number: int) -> dict[str, str]:
    return {
        "title": "电子商务师",
        "level": "3",
        "evidence_number": f"Y00003701202340{number:08d}",
        "issuer": "示例技能评价中心（虚构）",
        "issued_on": "2025-11-06",
        "occupation": "电子商务师",
    }


@dataclass
class Acknowledged:
    """What was called done on the path, compared with the store and the evidence files."""

    begun: int = 0
    learners: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    ended_drafts: set[str] = field(default_factory=set)
    submitted: dict[str, str] = field(default_factory=dict)
    blobs: set[BlobHash] = field(default_factory=set)
    acts: dict[str, list[str]] = field(default_factory=dict)
    papers: dict[str, str] = field(default_factory=dict)
    operations: int = 0

    def add(self, done: Done) -> None:
        self.operations += done.step not in MAKES_NO_OPERATION
        match done.step:
            case "register":
                self.learners[done.record] = done.said
            case "attach":
                self.blobs.add(BlobHash(done.record))
            case "draft":
                self.drafts[done.record] = done.said
            case "submit":
                receipt, draft = done.said.split()
                self.submitted[done.record] = receipt
                self.drafts.pop(draft, None)
                self.ended_drafts.add(draft)
                self.acts[done.record] = ["receive"]
            case "paper":
                self.papers[done.record] = done.said
            case _:
                self.acts[done.record].append(done.step)

    def examine(self, folder: Path) -> None:
        place = OfficePlace(folder / OFFICE)
        clerk = people()[Role.CLERK]
        surroundings = around()
        keyring = Keyring.open(place.keyring, surroundings.clock, QUICK)
        data_key = keyring.unlock(clerk.login, clerk.passphrase).data_key
        store = Store.open(place.store, data_key, surroundings.store_ports())
        try:
            assert store.findings == ()
            files = EvidenceFiles(place.evidence, data_key)
            for blob in self.blobs:
                files.open(blob)
            found = store.read(self._compare) - self.begun
        finally:
            store.close()
        # The one step that was under way may have been done without a word of it.
        assert found - self.operations in (0, 1), (self.operations, found)
        self.operations = found

    def _compare(self, reader: Reader) -> int:
        for learner, account in self.learners.items():
            found = reader.learner(LearnerId(learner))
            assert found is not None, f"learner {learner} is lost"
            assert found.account_number == account
            assert found.profile is not None
        files = _files(reader)
        self._compare_drafts(reader, files)
        for key, receipt in self.submitted.items():
            file = reader.application(ApplicationId(key))
            assert file is not None, f"application {key} is lost"
            assert file.receipt_number == receipt
            acts = [deed.act.value for deed in file.deeds]
            assert acts[: len(self.acts[key])] == self.acts[key]
            assert len(acts) - len(self.acts[key]) <= 1
            assert len(set(acts)) == len(acts)
            self.acts[key] = acts
        for paper, number in self.papers.items():
            issued = reader.paper(PaperId(paper))
            assert issued is not None, f"paper {number} is lost"
            assert issued.number == number
        _nothing_twice(reader, files)
        return chains_are_whole(reader)

    def _compare_drafts(self, reader: Reader, files: list[Application]) -> None:
        """Every acknowledged draft is there, unless the submit under way took it with it; ended are gone."""
        kept = {
            draft.draft: form_of_draft(draft.draft, draft.data).outcomes[0].line for draft in reader.drafts()
        }
        received = {line.line for file in files for line in file.lines}
        for draft, line in list(self.drafts.items()):
            if draft in kept:
                assert kept[draft] == line
                assert line not in received
            else:
                assert line in received, f"draft {draft} is lost"
                del self.drafts[draft]
                self.ended_drafts.add(draft)
        assert self.ended_drafts.isdisjoint(kept)


def _files(reader: Reader) -> list[Application]:
    learners = reader.learner_page(None, EVERYTHING)
    return [file for hit in learners for file in reader.applications_of(hit.learner)]


def _nothing_twice(reader: Reader, files: list[Application]) -> None:
    accounts = [hit.account_number for hit in reader.learner_page(None, EVERYTHING)]
    assert len(set(accounts)) == len(accounts)
    # Receipts are numbered without a gap: a number taken and lost, or used twice, would show.
    sequences = sorted(
        parse_document_number(file.receipt_number.rpartition("-")[0]).sequence
        for file in files
        if file.receipt_number.startswith(RECEIPT_KIND)
    )
    assert sequences == list(range(1, len(files) + 1))
    numbers = [paper.number for paper in reader.recent_papers(EVERYTHING)]
    assert len(set(numbers)) == len(numbers)
    outcomes = [line.outcome.evidence_number for file in files for line in file.lines if line.outcome]
    assert len(set(outcomes)) == len(outcomes)


def chains_are_whole(reader: Reader) -> int:
    """Check the chains of the stream and of the audit trail; return how many operations the stream has."""
    end = reader.stream_head()
    head = StreamHead(end.device, end.incarnation)
    for stored in reader.own_operations(0, EVERYTHING):
        head = head.followed_by(stored.data)
        assert (stored.sequence, stored.head_hash) == (head.sequence, head.hash)
    assert head == end
    assert first_broken_audit(reader.audit_trail(0, EVERYTHING)) is None
    return end.sequence


def account(folder: Path) -> Acknowledged:
    """Return the empty account of the office in ``folder`` as it is now."""
    known = Acknowledged()
    place, clerk, surroundings = OfficePlace(folder / OFFICE), people()[Role.CLERK], around()
    session = unlock_office(place, surroundings, clerk.login, clerk.passphrase)
    try:
        known.begun = session.store.read(lambda reader: reader.stream_head().sequence)
    finally:
        session.close()
    return known


DESK = Workflow("desk", prepare, script, account, aimed=("attach", "submit", "evaluate"))
