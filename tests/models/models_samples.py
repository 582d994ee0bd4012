"""A small fictional office with its store, and a seeded walk of its applications through all their states."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from creditbank_desktop.domain.applications import Application, MissingMaterial, Proxy, RuleSetReference
from creditbank_desktop.domain.decisions import (
    LineDecision,
    LineResult,
    RuleReference,
    Target,
    TargetKind,
)
from creditbank_desktop.domain.disposals import DisposalItem, DisposalKind
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import (
    ApplicationId,
    BlobHash,
    DeviceId,
    DisposalId,
    EntryId,
    EvidenceId,
    LearnerId,
    LineId,
    OfficeId,
    OperationId,
    PersonId,
    ProgrammeCode,
)
from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.domain.ledger import AccountHead, EntryKind, LedgerEntry, append, source_keys
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.operations import privacy_bodies as privacy
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.operations.catalogue import Body
from creditbank_desktop.domain.operations.envelope import Header, Operation, write_operation
from creditbank_desktop.domain.outcomes import Mooc, Outcome, OutcomeType, SkillCertificate
from creditbank_desktop.domain.people import Actor, Office, Person, Role
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.identity import DeviceIdentity, StorePorts
from creditbank_desktop.models.store import Store
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey, new_data_key
from creditbank_desktop.vault.sealing import LearnerSealer, new_box_key

PROGRAMME = ProgrammeCode("530701")
DATA_KEY = bytes(range(32))
RULE_SET = RuleSetReference("default", 1, "0" * 64)
IDS = Uuid7Source()
_OTHERS = tuple(role for role in Role if role is not Role.ADMINISTRATOR)


class SettableClock:
    """A clock that stands until it is moved; a moment has more digits than are stored."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, 1, 30, 0, 123456, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def advance(self, **by: float) -> None:
        self.moment += timedelta(**by)


class NoKeys:
    """The keys of somebody who has none; what the server writes says nothing personal."""

    def get(self, learner: str) -> bytes | None:
        return None

    def create(self, learner: str) -> bytes:
        raise Refused("learner.key_unknown", learner=learner)


def new_identity() -> DeviceIdentity:
    return DeviceIdentity(
        DeviceId(IDS.new_id()),
        OfficeId(IDS.new_id()),
        "counter 1",
        "A1",
        SigningKey.new().seed,
        new_box_key(),
    )


@dataclass
class World:
    """One office: its store, its people by role, the central server, and a seeded die."""

    store: Store
    clock: SettableClock
    identity: DeviceIdentity
    ports: StorePorts
    actors: dict[Role, Actor] = field(default_factory=dict)
    dice: random.Random = field(default_factory=lambda: random.Random(7))

    @property
    def clerk(self) -> Actor:
        return self.actors[Role.CLERK]

    def do(self, role: Role, body: Body, **more: object) -> OperationId:
        actor = self.actors[role]
        return self.store.write(lambda unit: unit.record(actor, body, **more)).value  # type: ignore[arg-type]

    def server_operation(self, body: Body, *, operation: str = "") -> bytes:
        """Return an operation as the central server would write it."""
        server = self.actors[Role.CENTRAL_SERVER]
        header = Header(
            OperationId(operation or IDS.new_id()),
            server.office,
            DeviceId("server"),
            server.person,
            self.clock.now(),
            self.clock.today(),
        )
        return write_operation(Operation(header, body), server.signer, LearnerSealer(NoKeys()))

    def serve(self, body: Body) -> bool:
        """Let an operation of the central server arrive here."""
        data = self.server_operation(body)
        return self.store.write(lambda unit: unit.apply_stored(data)).value

    def application(self, key: ApplicationId) -> Application:
        found = self.store.read(lambda reader: reader.application(key))
        assert found is not None
        return found

    def register(self, name: str = "曾敏", **profile: object) -> LearnerId:
        learner = LearnerId(IDS.new_id())
        number = f"20260{self.dice.randrange(10_000):04d}"
        values: dict[str, object] = {
            "document_number": f"E{number[-7:]}",
            "student_number": number,
            "phone": f"139{self.dice.randrange(10**8):08d}",
        }
        person = LearnerProfile(name, DocumentKind.PASSPORT, **(values | profile))  # type: ignore[arg-type]
        clerk = self.clerk

        def work(unit: object) -> None:
            account = unit.next_account_number()  # type: ignore[attr-defined]
            body = registry.LearnerRegistered(learner, PROGRAMME, 2025, "25 软件 1 班", account)
            unit.record(clerk, body, learner=learner, personal=person)  # type: ignore[attr-defined]

        self.store.write(work)
        return learner

    def receive(self, learner: LearnerId, *outcomes: Outcome) -> ApplicationId:
        application = ApplicationId(IDS.new_id())
        wanted = outcomes or (self.outcome(), self.outcome(OutcomeType.MOOC))
        lines = {LineId(IDS.new_id()): outcome for outcome in wanted}
        requested = tuple(
            acts.RequestedLine(line, outcome.type, Target(TargetKind.COURSE, "B0203"))
            for line, outcome in lines.items()
        )
        personal = acts.ReceivedPersonal(
            {str(line): outcome for line, outcome in lines.items()},
            (self.evidence(), self.evidence()),
            Proxy("王芳", "passport", "E7654321", "mother") if self.dice.random() < 0.3 else None,
            "来自窗口",
        )
        clerk = self.clerk
        promised = self.clock.today() + timedelta(days=self.dice.randrange(20, 80))

        def work(unit: object) -> None:
            number = unit.next_receipt_number()  # type: ignore[attr-defined]
            body = acts.ApplicationReceived(application, learner, PROGRAMME, number, promised, requested)
            unit.record(clerk, body, learner=learner, personal=personal)  # type: ignore[attr-defined]

        self.store.write(work)
        return application

    def outcome(self, outcome_type: OutcomeType = OutcomeType.SKILL_CERTIFICATE, **more: object) -> Outcome:
        details = Mooc("学堂", 100) if outcome_type is OutcomeType.MOOC else SkillCertificate("网管员", True)
        values: dict[str, object] = {
            "title": "网络与信息安全管理员",
            "issuer": "省技能中心",
            "issued_on": date(2025, 6, 1),
            "evidence_number": f"Y{self.dice.randrange(10**12):012d}",
            "level": "3",
            "raw_score": Decimal("87.255"),
            "aliases": ("网管",),
        }
        return Outcome(outcome_type, details=details, **(values | more))  # type: ignore[arg-type]

    def evidence(self) -> Evidence:
        blob = BlobHash(f"{self.dice.getrandbits(256):064x}")
        return Evidence(EvidenceId(IDS.new_id()), blob, 1234, "image/png", "证书.png", "certificate_original")

    def decisions(self, application: Application, *results: LineResult) -> tuple[acts.DecidedLine, ...]:
        chosen = results or (LineResult.RECOGNISED,)
        found = []
        for place, line in enumerate(application.live_lines):
            result = chosen[place % len(chosen)]
            worth = Decimal("3.0") if result.gives_credit else Decimal("0")
            decision = LineDecision(
                result,
                worth,
                worth,
                Target(TargetKind.COURSE, "B0203"),
                "免修 85",
                rule=RuleReference("skill.level3", 2, "§ 4", f"skill.{place}", "1" * 64),
                reason_codes=("meets_standard",),
            )
            found.append(acts.DecidedLine(line.line, decision))
        return tuple(found)

    def texts(self, application: Application) -> acts.DecisionTexts:
        lines = [line.line for line in application.live_lines]
        return acts.DecisionTexts(dict.fromkeys(lines, "符合标准"), dict.fromkeys(lines, '{"hours":"48"}'))

    def walk_to_recognised(self, key: ApplicationId, *results: LineResult) -> None:
        """Take a received application through review, evaluation, signatures and publicity."""
        application = self.application(key)
        self.do(Role.CLERK, acts.ApplicationAccepted(key, RULE_SET))
        compared = tuple(item.evidence for item in application.evidence)
        self.do(
            Role.MATERIAL_REVIEWER,
            acts.MaterialsReviewed(key, compared),
            learner=application.learner,
            personal=acts.Note("与原件核对无误"),
        )
        self.do(
            Role.EVALUATOR,
            acts.LinesEvaluated(key, self.decisions(application, *results)),
            learner=application.learner,
            personal=self.texts(application),
        )
        self.do(Role.DEPARTMENT_HEAD, acts.ApplicationSigned(key, acts.SignStage.HEAD))
        self.do(Role.DEAN, acts.ApplicationSigned(key, acts.SignStage.DEAN))
        self.do(Role.ACADEMIC_OFFICE, acts.ApplicationApproved(key))
        if self.application(key).state is State.NOT_RECOGNISED:
            return
        today = self.clock.today()
        self.do(Role.ACADEMIC_OFFICE, acts.PublicityOpened(key, today, today))
        self.clock.advance(days=1)
        self.serve(acts.PublicityEnded(key))

    def deliver_and_post(self, key: ApplicationId) -> None:
        self.do(Role.CLERK, acts.ResultDelivered(key, self.clock.today(), "counter"))
        entries = self.entries(key)
        if entries:
            learner = self.application(key).learner
            self.serve(registry.LedgerPosted(learner, entries, key))

    def entries(self, key: ApplicationId) -> tuple[LedgerEntry, ...]:
        """Return the entries that the server would post for an application."""
        application = self.application(key)
        head = self.store.read(lambda reader: reader.account(application.learner))
        head = head or AccountHead(application.learner)
        found: list[LedgerEntry] = []
        for line in application.live_lines:
            decision = line.decision
            if decision is None or not decision.result.gives_credit or line.outcome is None:
                continue
            entry = LedgerEntry(
                EntryId(IDS.new_id()),
                application.learner,
                0,
                EntryKind.DEPOSIT,
                decision.credits,
                self.clock.today(),
                self.actors[Role.CENTRAL_SERVER].person,
                datetime(2026, 3, 9, 1, 2, 3, tzinfo=UTC),
                "",
                application=key,
                line=line.line,
                outcome_type=line.type,
                source=source_keys(application.learner, line.outcome, line.line)[0],
                target=decision.target,
                rule=decision.rule,
                server_sequence=len(found) + 1,
            )
            placed, head = append(head, entry)
            found.append(placed)
        return tuple(found)

    def close(self) -> None:
        self.store.close()


def new_world(folder: Path) -> World:
    """Return an office with one person for each role, the central server among them."""
    clock = SettableClock()
    ports = StorePorts(clock, IDS, Ed25519Verifier(), new_data_key, busy_timeout_ms=200)
    identity = new_identity()
    store = Store.create(folder, DATA_KEY, identity, ports)
    world = World(store, clock, identity, ports)
    founder, *staff = [_hire(world, role) for role in (Role.ADMINISTRATOR, *_OTHERS)]
    office = Office(
        identity.office, "12345", "01", "示范学分银行", "Sample Credit Bank", "示范学院", "Sample College"
    )
    store.write(lambda unit: _found(unit.record, office, founder, staff))
    world.serve(registry.NumberBlockAllotted(identity.device, identity.office, 2026, 1, 100))
    return world


def _found(
    record: Callable[..., OperationId], office: Office, founder: Actor, staff: Iterable[Actor]
) -> None:
    record(founder, registry.OfficeConfigured(office))
    for actor in (founder, *staff):
        record(founder, registry.PersonEnrolled(_person(actor)))


def _hire(world: World, role: Role) -> Actor:
    identity = world.identity
    key = SigningKey.new()
    person = PersonId(IDS.new_id())
    actor = Actor(person, identity.office, identity.device, role.value, frozenset({role}), key)
    world.actors[role] = actor
    return actor


def _person(actor: Actor) -> Person:
    (role,) = actor.roles
    return Person(
        actor.person, actor.office, role.value, f"样例 {role.value}", (role,), actor.signer.public_key
    )


def fill(world: World) -> dict[str, ApplicationId]:
    """Bring applications into many different states, with corrections, papers, reversals and a merge."""
    learners = [world.register(name) for name in ("曾敏", "欧阳䶮", "买买提·吐尔逊")]
    found = {"received": world.receive(learners[0])}
    found["posted"] = posted = world.receive(learners[0])
    world.walk_to_recognised(posted)
    world.deliver_and_post(posted)
    found["partly"] = partly = world.receive(learners[1])
    world.walk_to_recognised(partly, LineResult.RECOGNISED, LineResult.NOT_RECOGNISED)
    world.deliver_and_post(partly)
    found["refused"] = refused = world.receive(learners[1])
    world.walk_to_recognised(refused, LineResult.NOT_RECOGNISED)
    found["supplement"] = _supplement(world, world.receive(learners[2]))
    found["undone"] = _undone(world, world.receive(learners[2]))
    found["withdrawn"] = withdrawn = world.receive(learners[2])
    world.do(
        Role.CLERK,
        acts.ApplicationWithdrawn(withdrawn),
        learner=learners[2],
        personal=acts.Note("本人撤回"),
    )
    _correct(world, learners)
    return found


def _supplement(world: World, key: ApplicationId) -> ApplicationId:
    learner = world.application(key).learner
    due = world.clock.today() + timedelta(days=14)
    missing = (MissingMaterial("certificate_copy", None, "加盖公章"), MissingMaterial("form"))
    world.do(
        Role.CLERK,
        acts.SupplementRequested(key, missing, due),
        learner=learner,
        personal=acts.Note("一次性告知"),
    )
    world.do(Role.CLERK, acts.SupplementExtended(key, due + timedelta(days=5), "illness"))
    world.do(
        Role.CLERK,
        acts.ApplicationSupplemented(key),
        learner=learner,
        personal=acts.EvidenceList((world.evidence(),), "补齐"),
    )
    return key


def _undone(world: World, key: ApplicationId) -> ApplicationId:
    operation = world.do(Role.CLERK, acts.ApplicationAccepted(key, RULE_SET))
    world.do(Role.CLERK, acts.ActUndone(key, operation))
    world.do(Role.CLERK, acts.LineWithdrawn(key, world.application(key).lines[0].line))
    return key


def _correct(world: World, learners: list[LearnerId]) -> None:
    from creditbank_desktop.domain.ids import PaperId
    from creditbank_desktop.domain.papers import PaperKind

    change = registry.ProfileChange({"name": "曾敏敏", "phone": "13800001111", "birth_date": "2004-02-29"})
    world.do(
        Role.CLERK,
        registry.LearnerCorrected(learners[0], 1, class_name="25 软件 2 班"),
        learner=learners[0],
        personal=change,
    )
    paper = PaperId(IDS.new_id())
    body = registry.PaperIssued(
        paper, PaperKind.STATEMENT, "DZ-2026-01-A1-000001", "zh", learners[0], "a" * 64
    )
    world.do(Role.PRINTING_STAFF, body, learner=learners[0], personal=registry.PaperText('{"name":"曾敏敏"}'))
    world.do(Role.PRINTING_STAFF, registry.PaperCopied(paper, "lost"))
    double = world.register("欧阳䶮")
    world.do(Role.REGISTRY_OFFICER, registry.LearnerAliased(double, learners[1]))


def dispose_of(world: World, learner: LearnerId) -> OperationId:
    """Dispose of a learner the way it must be done: proposed, approved by another person, done."""
    disposal = DisposalId(world.ports.ids.new_id())
    items = (DisposalItem(DisposalKind.LEARNER, learner),)
    proposal = privacy.DisposalProposed(disposal, "unused_accounts", "retention", world.clock.today(), items)
    world.do(Role.ARCHIVIST, proposal)
    world.do(Role.ACADEMIC_OFFICE, privacy.DisposalDecided(disposal, True))
    return world.do(Role.ARCHIVIST, registry.LearnerDisposed(learner, "retention", disposal))
