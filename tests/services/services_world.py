"""A fictional office on a real encrypted store, with its keyring, its people and all services."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from shutil import copytree

from creditbank_desktop.app.key_desk import KeyringEnrolment
from creditbank_desktop.app.reference import read_reference_data
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.decisions import Target, TargetKind
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import (
    ApplicationId,
    DeviceId,
    EntryId,
    LearnerId,
    LineId,
    OfficeId,
    OperationId,
    PersonId,
)
from creditbank_desktop.domain.ledger import AccountHead, EntryKind, LedgerEntry, append, source_keys
from creditbank_desktop.domain.operations.application_bodies import PublicityEnded, SignStage
from creditbank_desktop.domain.operations.catalogue import Body
from creditbank_desktop.domain.operations.envelope import Header, Operation, write_operation
from creditbank_desktop.domain.operations.registry_bodies import LedgerPosted, PersonEnrolled
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.people import Actor, Person, Role
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.identity import DeviceIdentity, StorePorts
from creditbank_desktop.models.store import Store
from creditbank_desktop.rules.loading import parse_rule_set
from creditbank_desktop.services.office_reference import OfficeReference
from creditbank_desktop.services.ports import Credentials
from creditbank_desktop.services.press import Press
from creditbank_desktop.services.recognition import Recognition
from creditbank_desktop.services.services import Services, build_services
from creditbank_desktop.services.views_intake import ApplicationForm, Attachment, OutcomeForm
from creditbank_desktop.services.views_learners import LearnerForm
from creditbank_desktop.services.views_ledger import OfficeForm, PersonForm
from creditbank_desktop.services.workroom import Workroom
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keyring import Keyring, NewPerson, Unlocked
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey
from creditbank_desktop.vault.passphrases import Cost
from creditbank_desktop.vault.sealing import LearnerSealer, new_box_key
from tests.services.services_samples import CURRICULUM, RESOURCES, good_outcome, resident_id

IDS = Uuid7Source()
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "梅花香自苦寒来 2026"
PDF = b"%PDF-1.7\n%%EOF\n"
REFERENCE = read_reference_data(RESOURCES)
RULES = parse_rule_set((RESOURCES / "rules" / "default.json").read_bytes())
COURSE = Target(TargetKind.COURSE, "B0203")

STAFF: dict[str, frozenset[Role]] = {
    "admin": frozenset({Role.ADMINISTRATOR, Role.REGISTRY_OFFICER}),
    "clerk": frozenset({Role.CLERK}),
    "reviewer": frozenset({Role.MATERIAL_REVIEWER}),
    "evaluator": frozenset({Role.EVALUATOR}),
    "second": frozenset({Role.EVALUATOR, Role.PANEL_MEMBER}),
    "panel": frozenset({Role.PANEL_MEMBER}),
    "head": frozenset({Role.DEPARTMENT_HEAD}),
    "dean": frozenset({Role.DEAN}),
    "office": frozenset({Role.ACADEMIC_OFFICE}),
    "appeals": frozenset({Role.APPEAL_COMMITTEE}),
    "archivist": frozenset({Role.ARCHIVIST}),
    "everything": frozenset(Role) - {Role.CENTRAL_SERVER},
}


class SettableClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def go_to(self, day: date) -> None:
        self.moment = datetime(day.year, day.month, day.day, 1, 30, tzinfo=UTC)

    def advance(self, **by: float) -> None:
        self.moment += timedelta(**by)


class NoKeys:
    """The keys of the central server, which has none of a learner's."""

    def get(self, learner: str) -> bytes | None:
        return None

    def create(self, learner: str) -> bytes:
        raise AssertionError(learner)


@dataclass
class World:
    """One office at work."""

    folder: Path
    clock: SettableClock
    ports: StorePorts
    data_key: bytes
    store: Store
    room: Workroom
    services: Services
    actors: dict[str, Actor] = field(default_factory=dict)
    server: Actor | None = None
    learners: int = 0

    def close(self) -> None:
        self.store.close()

    def copied_to(self, folder: Path) -> World:
        """Return the same office, opened from a copy of its (closed) files."""
        copytree(self.folder, folder, dirs_exist_ok=True)
        clock = SettableClock()
        ports = StorePorts(clock, IDS, Ed25519Verifier(), lambda: SigningKey.new().seed)
        store = Store.open(folder / "store", self.data_key, ports)
        files = EvidenceFiles(folder / "evidence", self.data_key)
        old = self.room.enrolment
        assert isinstance(old, KeyringEnrolment)
        enrolment = old.moved_to(Keyring.open(folder / "keyring.json", clock, CHEAP))
        room = _room(store, clock, files, enrolment, self.room.press)
        services = build_services(room)
        return World(
            folder, clock, ports, self.data_key, store, room, services, dict(self.actors), self.server
        )

    def reopen(self) -> None:
        """Close the store and open it again, as after a crash."""
        self.store.close()
        self.store = Store.open(self.folder / "store", self.data_key, self.ports)
        self.room = _room(self.store, self.clock, self.room.files, self.room.enrolment, self.room.press)
        self.services = build_services(self.room)

    def file(self, application: ApplicationId) -> Application:
        found = self.store.read(lambda reader: reader.application(application))
        assert found is not None
        return found

    def revision(self, application: ApplicationId) -> int:
        return self.file(application).revision

    def learner_form(self, **changed: object) -> LearnerForm:
        self.learners += 1
        fields = {
            "name": "曾敏",
            "document_number": resident_id(self.learners),
            "student_number": f"20250{self.learners:05d}",
            "latin_name": "Zeng Min",
            "phone": "13900001234",
            "programme": "460301",
            "intake_year": "2025",
            "class_name": "机电 2501",
            "besides": "namesake",
        }
        return LearnerForm(**(fields | changed))  # type: ignore[arg-type]

    def register(self, **changed: object) -> LearnerId:
        return self.services.learners.register(
            self.actors["clerk"], self.learner_form(**changed)
        ).value.learner

    def scan(self, material: str = "certificate", line: LineId | None = None) -> Evidence:
        attachment = Attachment(material, "证书.pdf", data=PDF, line=line)
        return self.services.evidence.attach(self.actors["clerk"], attachment).value

    def form(
        self, learner: LearnerId, kind: OutcomeType = OutcomeType.SKILL_CERTIFICATE, **changed: str
    ) -> ApplicationForm:
        line = self.services.intake.new_line(self.actors["clerk"])
        typed = good_outcome(kind, line, **changed)
        outcome = OutcomeForm(line, kind, typed.fields, self.target())
        materials = ("form", "identity_document", "certificate")
        return ApplicationForm(learner, (outcome,), tuple(self.scan(key, line) for key in materials))

    def target(self) -> Target:
        """Return a course of the learner's programme that takes 3 credits and more."""
        programme = CURRICULUM.programme("460301")
        assert programme is not None
        course = next(
            course
            for course in programme.courses
            if course.credits >= 4 and course.category.is_compulsory and course.module == "M-REQ"
        )
        return Target(TargetKind.COURSE, course.code)

    def submit(self, form: ApplicationForm) -> ApplicationId:
        return self.services.intake.submit(self.actors["clerk"], form).value.application

    def accepted(self, form: ApplicationForm) -> ApplicationId:
        application = self.submit(form)
        self.services.counter.accept(self.actors["clerk"], application, self.revision(application))
        return application

    def reviewed(self, form: ApplicationForm) -> ApplicationId:
        application = self.accepted(form)
        compared = tuple(item.evidence for item in form.evidence)
        self.services.review.pass_materials(
            self.actors["reviewer"], application, self.revision(application), compared
        )
        return application

    def evaluated(self, form: ApplicationForm) -> ApplicationId:
        application = self.reviewed(form)
        self.services.evaluation.accept_suggestions(
            self.actors["evaluator"], application, self.revision(application)
        )
        return application

    def approved(self, form: ApplicationForm) -> ApplicationId:
        application = self.evaluated(form)
        sign_off = self.services.sign_off
        for name, stage in (("head", SignStage.HEAD), ("dean", SignStage.DEAN)):
            files = ((application, self.revision(application)),)
            (done,) = sign_off.sign(self.actors[name], stage, files).value
            assert done.succeeded, done
        (done,) = sign_off.approve(self.actors["office"], ((application, self.revision(application)),)).value
        assert done.succeeded, done
        return application

    def recognised(self, form: ApplicationForm) -> ApplicationId:
        application = self.approved(form)
        (done,) = self.services.publicity.publish(
            self.actors["office"], ((application, self.revision(application)),)
        ).value
        assert done.value is not None, done
        self.clock.go_to(done.value.to_on + timedelta(days=1))
        self.serve(PublicityEnded(application))
        return application

    def delivered(self, form: ApplicationForm) -> ApplicationId:
        application = self.recognised(form)
        clerk = self.actors["clerk"]
        self.services.issuing.result_notice(clerk, application)
        self.services.delivery.deliver(clerk, application, self.revision(application), "counter")
        return application

    def serve(self, body: Body) -> None:
        """Let an operation of the central server arrive."""
        server = self.server
        assert server is not None
        header = Header(
            OperationId(IDS.new_id()),
            server.office,
            server.device,
            server.person,
            self.clock.now(),
            self.clock.today(),
        )
        data = write_operation(Operation(header, body), server.signer, LearnerSealer(NoKeys()))
        self.store.write(lambda unit: unit.apply_stored(data))

    def post(self, application: ApplicationId) -> None:
        """Post the file's credits as the central server does."""
        file = self.file(application)
        head = self.store.read(lambda reader: reader.account(file.learner)) or AccountHead(file.learner)
        entries: list[LedgerEntry] = []
        for line in file.live_lines:
            if line.decision is None or not line.decision.result.gives_credit or line.outcome is None:
                continue
            assert self.server is not None
            entry = LedgerEntry(
                entry=EntryId(IDS.new_id()),
                account=file.learner,
                number=0,
                kind=EntryKind.DEPOSIT,
                credits=line.decision.credits,
                effective_on=self.clock.today(),
                posted_by=self.server.person,
                posted_at=self.clock.now(),
                previous="",
                application=application,
                line=line.line,
                outcome_type=line.type,
                source=source_keys(file.learner, line.outcome, line.line)[0],
                target=line.decision.target,
                programme=file.programme,
                grade_text=line.decision.grade_text,
                rule=line.decision.rule,
            )
            placed, head = append(head, entry)
            entries.append(placed)
        self.serve(LedgerPosted(file.learner, tuple(entries), application))


def _room(
    store: Store, clock: SettableClock, files: EvidenceFiles, enrolment: object, press: Press
) -> Workroom:
    reference = OfficeReference(store, REFERENCE.seed, REFERENCE.retention)
    press.find_seals_in(reference.seal_named)
    return Workroom(
        store=store,
        clock=clock,
        ids=IDS,
        reference=reference,
        curriculum=CURRICULUM,
        recognition=Recognition([RULES]),
        press=press,
        files=files,
        enrolment=enrolment,  # type: ignore[arg-type]
    )


def new_world(folder: Path, fonts: Fonts) -> World:
    """Return an office with staff, number block and central server, and nothing else."""
    clock = SettableClock()
    identity = DeviceIdentity(
        DeviceId(IDS.new_id()),
        OfficeId(IDS.new_id()),
        "counter 1",
        "A1",
        SigningKey.new().seed,
        new_box_key(),
    )
    first = NewPerson(IDS.new_id(), "admin", "管理员", PASSPHRASE)
    created = Keyring.create(folder / "keyring.json", IDS.new_id(), first, clock, CHEAP)
    data_key = created.unlocked.data_key
    ports = StorePorts(clock, IDS, Ed25519Verifier(), lambda: SigningKey.new().seed)
    store = Store.create(folder / "store", data_key, identity, ports)
    files = EvidenceFiles(folder / "evidence", data_key)
    enrolment = KeyringEnrolment(created.keyring, created.unlocked)
    room = _room(store, clock, files, enrolment, Press(fonts))
    world = World(folder, clock, ports, data_key, store, room, build_services(room))
    try:
        _staff(world, created.keyring, created.unlocked)
    except BaseException:
        world.close()
        raise
    return world


def _staff(world: World, keyring: Keyring, unlocked: Unlocked) -> None:
    identity = world.services.identity
    office = OfficeForm(
        "10293", "01", "示范学分认定中心", "Sample Office", "示范职业学院", "Sample College", is_sample=True
    )
    form = PersonForm("admin", "管理员", roles=STAFF["admin"])
    credentials = Credentials(PersonId(unlocked.person_id), unlocked.signer)
    admin = identity.set_up(credentials, office, form).value
    world.actors["admin"] = admin
    for login, roles in STAFF.items():
        if login != "admin":
            identity.add_person(
                admin, PersonForm(login, "周转" if login == "clerk" else "钱多", PASSPHRASE, roles)
            )
            opened = keyring.unlock(login, PASSPHRASE)
            world.actors[login] = identity.admit(Credentials(PersonId(opened.person_id), opened.signer))
    identity.allot_numbers(admin, 2026, 50)
    key = SigningKey.new()
    person = Person(
        PersonId(IDS.new_id()), admin.office, "server", "中心", (Role.CENTRAL_SERVER,), key.public_key
    )
    world.store.write(lambda unit: unit.record(admin, PersonEnrolled(person)))
    world.server = Actor(
        person.person,
        admin.office,
        DeviceId("server"),
        person.name,
        frozenset({Role.CENTRAL_SERVER}),
        key,
    )


CREDITS_OF_LEVEL_3 = Decimal("3.0")
