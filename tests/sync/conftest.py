"""A running server and real stores that synchronise with it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from creditbank_desktop.domain.applications import RuleSetReference
from creditbank_desktop.domain.decisions import LineDecision, LineResult, RuleReference, Target, TargetKind
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import (
    ApplicationId,
    DeviceId,
    EvidenceId,
    LearnerId,
    LineId,
    OfficeId,
    PersonId,
    ProgrammeCode,
)
from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType, SkillCertificate
from creditbank_desktop.domain.people import Actor, Office, Person, Role
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.identity import DeviceIdentity, StorePorts
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey, new_data_key
from creditbank_desktop.vault.sealing import new_box_key
from creditbank_server.embedded import EmbeddedServer
from tests.server.serving import (
    clock,
    database,
    own_database,
    own_server,
    postgres,
    server,
    settings,
    shared_server,
)

__all__ = [
    "clock",
    "database",
    "new_counter",
    "own_database",
    "own_server",
    "postgres",
    "server",
    "settings",
    "shared_server",
]

PROGRAMME = ProgrammeCode("530701")
PEOPLE = ("admin", "clerk", "reviewer", "evaluator", "head", "dean", "academic")
ROLES = tuple(role for role in Role if role is not Role.CENTRAL_SERVER)
IDS = Uuid7Source()


@dataclass(frozen=True)
class Case:
    learner: LearnerId
    application: ApplicationId
    line: LineId


class Counter:
    """A computer of an office: its store, its people and its engine."""

    def __init__(self, folder: Path, clock: Clock, joins: Counter | None = None) -> None:
        self.folder = folder
        self.clock = clock
        self.data_key = new_data_key()
        self.office: OfficeId = joins.office if joins else OfficeId(IDS.new_id())
        self.ports = StorePorts(clock, IDS, Ed25519Verifier(), new_data_key)
        identity = DeviceIdentity(
            DeviceId(IDS.new_id()), self.office, "Counter", "A1", SigningKey.new().seed, new_box_key()
        )
        self.store = Store.create(folder, self.data_key, identity, self.ports)
        self.files = EvidenceFiles(folder / "evidence", self.data_key)
        self.engine = SyncEngine(self.store, self.files, clock, Ed25519Verifier())
        self.keys: dict[str, SigningKey] = (
            joins.keys if joins else {name: SigningKey.new() for name in PEOPLE}
        )
        self.people: dict[str, PersonId] = (
            joins.people if joins else {name: PersonId(IDS.new_id()) for name in PEOPLE}
        )

    def actor(self, name: str) -> Actor:
        return Actor(
            self.people[name], self.office, self.store.device, name, frozenset(ROLES), self.keys[name]
        )

    def open_office(self) -> None:
        def work(unit: UnitOfWork) -> None:
            for name in PEOPLE:
                person = Person(self.people[name], self.office, name, name, ROLES, self.keys[name].public_key)
                unit.record(self.actor("admin"), registry.PersonEnrolled(person))
            card = Office(self.office, "10001", "01", "学分银行", "Credit bank", "示例学院", "Sample college")
            unit.record(self.actor("admin"), registry.OfficeConfigured(card))

        self.store.write(work)

    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.folder, self.data_key, self.ports)
        self.engine = SyncEngine(self.store, self.files, self.clock, Ed25519Verifier())

    def act(self, by: str, body: object, **more: object) -> None:
        self.store.write(lambda unit: unit.record(self.actor(by), body, **more))  # type: ignore[arg-type]

    def today(self) -> date:
        return self.clock.today()

    def receive(self, number: str = "Y1", scan: bytes | None = None) -> Case:
        """Register a learner and take his application in."""

        def work(unit: UnitOfWork) -> Case:
            case = Case(LearnerId(IDS.new_id()), ApplicationId(IDS.new_id()), LineId(IDS.new_id()))
            profile = LearnerProfile("李示例", DocumentKind.RESIDENT_ID, "11010119900307123X")
            account = unit.next_account_number()
            registered = registry.LearnerRegistered(case.learner, PROGRAMME, 2025, "1", account)
            unit.record(self.actor("clerk"), registered, learner=case.learner, personal=profile)
            outcome = Outcome(
                OutcomeType.SKILL_CERTIFICATE,
                "Network engineer",
                SkillCertificate("Network engineer"),
                evidence_number=number,
                level="3",
            )
            evidence: tuple[Evidence, ...] = ()
            if scan is not None:
                blob, size = self.files.put(io.BytesIO(scan))
                unit.add_blob(blob, size)
                evidence = (
                    Evidence(EvidenceId(IDS.new_id()), blob, size, "image/png", "scan.png", "certificate"),
                )
            received = acts.ApplicationReceived(
                case.application,
                case.learner,
                PROGRAMME,
                unit.next_receipt_number(),
                self.today() + timedelta(days=60),
                (acts.RequestedLine(case.line, outcome.type),),
            )
            personal = acts.ReceivedPersonal({case.line: outcome}, evidence)
            unit.record(self.actor("clerk"), received, learner=case.learner, personal=personal)
            return case

        return self.store.write(work).value

    def walk(self, case: Case) -> None:
        """Take a received case up to its publicity."""
        a = case.application
        decision = LineDecision(
            LineResult.RECOGNISED,
            Decimal("3.0"),
            Decimal("3.0"),
            Target(TargetKind.COURSE, "C01"),
            rule=RuleReference("skill-3", 1, "4.2", "skill"),
        )
        self.act("clerk", acts.ApplicationAccepted(a, RuleSetReference("default", 1, "0" * 64)))
        self.act("reviewer", acts.MaterialsReviewed(a))
        self.act("evaluator", acts.LinesEvaluated(a, (acts.DecidedLine(case.line, decision),)))
        self.act("head", acts.ApplicationSigned(a, acts.SignStage.HEAD))
        self.act("dean", acts.ApplicationSigned(a, acts.SignStage.DEAN))
        self.act("academic", acts.ApplicationApproved(a))
        self.act("academic", acts.PublicityOpened(a, self.today(), self.today()))

    def deliver(self, case: Case) -> None:
        self.act("clerk", acts.ResultDelivered(case.application, self.today(), "counter"))


@pytest.fixture
def new_counter(server: EmbeddedServer, clock: Clock, tmp_path: Path) -> Iterator[Callable[..., Counter]]:
    """Return what makes an enrolled counter: of a new office, or one more of another's."""
    made: list[Counter] = []

    def make(joins: Counter | None = None) -> Counter:
        counter = Counter(tmp_path / f"counter{len(made)}", clock, joins)
        made.append(counter)
        if joins is None:
            counter.open_office()
        code = server.enrolment_code(joins.office if joins else None)
        counter.engine.enrol(counter.actor("admin"), server.address, code)
        return counter

    yield make
    for counter in made:
        counter.store.close()
