"""An office with a device and people, written from the envelopes alone: what tests push and pull with."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx2

from creditbank_desktop.domain.applications import RuleSetReference
from creditbank_desktop.domain.codec import encode
from creditbank_desktop.domain.decisions import LineDecision, LineResult, RuleReference, Target, TargetKind
from creditbank_desktop.domain.disposals import DisposalItem, DisposalKind
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.ids import (
    ApplicationId,
    DeviceId,
    DisposalId,
    LearnerId,
    LineId,
    OfficeId,
    OperationId,
    PersonId,
    ProgrammeCode,
)
from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.domain.numbers import account_number
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.operations import privacy_bodies as privacy
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.operations.catalogue import Body, Personal
from creditbank_desktop.domain.operations.envelope import Header, Operation, write_operation
from creditbank_desktop.domain.operations.stream import StreamHead
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType, SkillCertificate
from creditbank_desktop.domain.people import Office, Person, Role
from creditbank_desktop.sync.protocol.framing import compress, decompress, join_operations, split_operations
from creditbank_desktop.sync.protocol.messages import (
    EMPTY_SHA256,
    EnrolmentAnswer,
    EnrolmentRequest,
    FeedPage,
    LearnerKeys,
    PullRequest,
    PushAnswer,
    PushManifest,
)
from creditbank_desktop.sync.protocol.signing import (
    keys_context,
    open_message,
    read_learner_keys,
    seal_message,
)
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey
from creditbank_desktop.vault.sealing import (
    LearnerSealer,
    box_public_key,
    new_box_key,
    new_learner_key,
    open_sealed,
    seal_to,
)

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
PROGRAMME = ProgrammeCode("530701")
ALL_ROLES = tuple(role for role in Role if role is not Role.CENTRAL_SERVER)
CREDITS = Decimal("3.0")
RULE = RuleReference("skill-3", 1, "4.2", "skill")


class HeldKeys:
    """Learners' keys in memory."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}

    def get(self, learner: str) -> bytes | None:
        return self.keys.get(learner)

    def create(self, learner: str) -> bytes:
        self.keys[learner] = new_learner_key()
        return self.keys[learner]


@dataclass
class Staff:
    """A person with a signing key."""

    person: PersonId
    key: SigningKey = field(default_factory=SigningKey.new)


@dataclass(frozen=True)
class Written:
    """One operation as the device stored it."""

    operation: OperationId
    data: bytes
    head: StreamHead


@dataclass(frozen=True)
class Case:
    """An application on its way."""

    learner: LearnerId
    application: ApplicationId
    line: LineId
    outcome: Outcome


class OfficeDesk:
    """One device of one office; keeps its stream in memory."""

    def __init__(self, address: str, *, joins: OfficeDesk | None = None) -> None:
        self.ids = Uuid7Source()
        self.address = address
        self.office: OfficeId = joins.office if joins else OfficeId(self.ids.new_id())
        self.device = DeviceId(self.ids.new_id())
        self.key = SigningKey.new()
        self.box = new_box_key()
        self.keys = HeldKeys()
        self.sealer = LearnerSealer(self.keys)
        self.incarnation = secrets.token_hex(16)
        self.stream: list[Written] = []
        self.pushed = 0
        self.cursor = 0
        self.day = TODAY
        self.server: EnrolmentAnswer
        self.client = httpx2.Client(base_url=address, timeout=30)
        self.staff: dict[str, Staff] = dict(joins.staff) if joins else {}

    def close(self) -> None:
        self.client.close()

    # ---- enrolment

    def enrolment_request(self, code: str, office: OfficeId | None = None) -> bytes:
        request = EnrolmentRequest(
            code=code,
            device=self.device,
            name="Counter 1",
            signing_key=self.key.public_key,
            box_key=box_public_key(self.box),
            office=office,
        )
        return seal_message(request, self.key)

    def enrol(self, code: str, office: OfficeId | None = None) -> EnrolmentAnswer:
        answer = self.post("/v1/enrolments", self.enrolment_request(code, office or self.office))
        opened = open_message(EnrolmentAnswer, answer.content)
        assert opened.is_signed_by(opened.message.server.signing_key, Ed25519Verifier())
        self.server = opened.message
        return opened.message

    # ---- writing

    @property
    def head(self) -> StreamHead:
        return self.stream[-1].head if self.stream else StreamHead(self.device, self.incarnation)

    def write(
        self,
        body: Body,
        by: str = "admin",
        *,
        learner: LearnerId | None = None,
        personal: Personal | None = None,
        signer: SigningKey | None = None,
        operation: str | None = None,
    ) -> Written:
        """Write an operation at the end of the stream."""
        staff = self.staff[by]
        header = Header(
            operation=OperationId(operation or self.ids.new_id()),
            office=self.office,
            device=self.device,
            person=staff.person,
            at=NOW,
            on=self.day,
            learner=learner,
        )
        data = write_operation(Operation(header, body, personal), signer or staff.key, self.sealer)
        return self.append(header.operation, data)

    def append(self, operation: str, data: bytes) -> Written:
        written = Written(OperationId(operation), data, self.head.followed_by(data))
        self.stream.append(written)
        return written

    def add_person(self, login: str, roles: Sequence[Role] = ALL_ROLES, by: str = "admin") -> Written:
        staff = Staff(PersonId(self.ids.new_id()))
        self.staff[login] = staff
        person = Person(staff.person, self.office, login, login, tuple(roles), staff.key.public_key)
        return self.write(registry.PersonEnrolled(person), by)

    def open_office(self) -> None:
        """Configure the office and enrol its first people."""
        self.add_person("admin", by="admin")
        card = Office(self.office, "10001", "01", "学分银行", "Credit bank", "示例学院", "Sample college")
        self.write(registry.OfficeConfigured(card))
        for login in ("clerk", "reviewer", "evaluator", "head", "dean", "academic"):
            self.add_person(login)

    def learner(self, name: str = "张示例", number: int | None = None) -> LearnerId:
        learner = LearnerId(self.ids.new_id())
        profile = LearnerProfile(name, DocumentKind.RESIDENT_ID, "11010119900307123X")
        account = f"XF{secrets.randbelow(10**18):019d}"
        if number is not None:
            account = account_number("10001", self.day.year, "01", number)
        body = registry.LearnerRegistered(learner, PROGRAMME, 2025, "1", account)
        self.write(body, "clerk", learner=learner, personal=profile)
        return learner

    def dispose(self, learner: LearnerId) -> None:
        """Dispose of a learner by two people, as it must be done."""
        disposal = DisposalId(self.ids.new_id())
        items = (DisposalItem(DisposalKind.LEARNER, learner),)
        self.write(privacy.DisposalProposed(disposal, "unused_accounts", "retention", self.day, items))
        self.write(privacy.DisposalDecided(disposal, True), "academic")
        self.write(registry.LearnerDisposed(learner, "retention", disposal))

    def received(
        self, learner: LearnerId | None = None, number: str = "Y000111", title: str = "Network engineer"
    ) -> Case:
        learner = learner or self.learner()
        outcome = Outcome(
            OutcomeType.SKILL_CERTIFICATE,
            title,
            SkillCertificate(title),
            issuer="Sample board",
            issued_on=date(2025, 6, 1),
            evidence_number=number,
            level="3",
        )
        case = Case(learner, ApplicationId(self.ids.new_id()), LineId(self.ids.new_id()), outcome)
        body = acts.ApplicationReceived(
            case.application,
            learner,
            PROGRAMME,
            f"SL-{case.application[-6:]}",
            self.day + timedelta(days=60),
            (acts.RequestedLine(case.line, outcome.type),),
        )
        personal = acts.ReceivedPersonal({case.line: outcome})
        self.write(body, "clerk", learner=learner, personal=personal)
        return case

    def walk(
        self,
        case: Case,
        credits: Decimal = CREDITS,
        target: Target | None = None,
        rule: RuleReference = RULE,
    ) -> None:
        """Take a received case up to an opened publicity of one day."""
        a = case.application
        decision = LineDecision(
            LineResult.RECOGNISED,
            credits,
            credits,
            target or Target(TargetKind.COURSE, "C01"),
            rule=rule,
        )
        self.write(acts.ApplicationAccepted(a, RuleSetReference("default", 1, "0" * 64)), "clerk")
        self.write(acts.MaterialsReviewed(a), "reviewer", learner=case.learner, personal=acts.Note("good"))
        self.write(acts.LinesEvaluated(a, (acts.DecidedLine(case.line, decision),)), "evaluator")
        self.write(acts.ApplicationSigned(a, acts.SignStage.HEAD), "head")
        self.write(acts.ApplicationSigned(a, acts.SignStage.DEAN), "dean")
        self.write(acts.ApplicationApproved(a), "academic")
        self.write(acts.PublicityOpened(a, self.day, self.day), "academic")

    def deliver(self, case: Case) -> Written:
        return self.write(acts.ResultDelivered(case.application, self.day, "counter"), "clerk")

    # ---- exchange

    def manifest(self, written: Sequence[Written], payload: bytes, sealed: bytes) -> PushManifest:
        first = written[0].head.sequence
        before = self.stream[first - 2].head if first > 1 else StreamHead(self.device, self.incarnation)
        return PushManifest(
            device=self.device,
            office=self.office,
            incarnation=self.incarnation,
            first_sequence=first,
            last_sequence=written[-1].head.sequence,
            previous_hash=before.hash,
            head_hash=written[-1].head.hash,
            count=len(written),
            payload_sha256=hashlib.sha256(payload).hexdigest(),
            payload_bytes=len(payload),
            epoch=self.server.epoch,
            sent_at=NOW,
            keys_sha256=hashlib.sha256(sealed).hexdigest() if sealed else EMPTY_SHA256,
        )

    def sealed_keys(self, keys: dict[str, bytes]) -> bytes:
        context = keys_context("push", self.device)
        return seal_to(self.server.server.box_key, encode(LearnerKeys(keys)), context) if keys else b""

    def push_bytes(self, written: Sequence[Written], *, with_keys: bool = True, **changes: Any) -> bytes:
        payload = join_operations(one.data for one in written)
        sealed = self.sealed_keys(self.keys.keys if with_keys else {})
        manifest = replace(self.manifest(written, payload, sealed), **changes)
        return seal_message(manifest, self.key, (compress(payload), sealed))

    def push(self, *, with_keys: bool = True) -> PushAnswer:
        """Push everything that was not pushed."""
        answer = self.post("/v1/pushes", self.push_bytes(self.stream[self.pushed :], with_keys=with_keys))
        self.pushed = len(self.stream)
        return self.read_answer(answer.content)

    def read_answer(self, data: bytes) -> PushAnswer:
        opened = open_message(PushAnswer, data)
        assert opened.is_signed_by(self.server.server.signing_key, Ed25519Verifier())
        return opened.message

    def pull_bytes(self, limit: int = 500, **changes: Any) -> bytes:
        request = PullRequest(self.device, self.office, self.cursor, limit, self.server.epoch)
        return seal_message(replace(request, **changes), self.key)

    def pull_page(self, limit: int = 500) -> tuple[FeedPage, tuple[bytes, ...], dict[str, bytes]]:
        answer = self.post("/v1/pulls", self.pull_bytes(limit))
        opened = open_message(FeedPage, answer.content)
        assert opened.is_signed_by(self.server.server.signing_key, Ed25519Verifier())
        page = opened.message
        packed, sealed = opened.attachments
        payload = decompress(packed, page.payload_bytes, 1 << 26)
        assert hashlib.sha256(payload).hexdigest() == page.payload_sha256
        context = keys_context("pull", self.device)
        keys = read_learner_keys(open_sealed(self.box, sealed, context)) if sealed else {}
        self.cursor = page.next_cursor
        return page, split_operations(payload), keys

    def pull(self, limit: int = 500) -> list[bytes]:
        """Pull everything there is."""
        found: list[bytes] = []
        while True:
            page, operations, _ = self.pull_page(limit)
            assert page.next_cursor == page.first + len(operations) - 1
            found += operations
            if page.next_cursor == page.latest:
                return found

    def post(self, path: str, content: bytes, status: int = 200) -> httpx2.Response:
        answer = self.client.post(path, content=content)
        assert answer.status_code == status, answer.text
        return answer


def states(answer: PushAnswer) -> list[str]:
    return [result.state.value for result in answer.results]


def codes(answer: PushAnswer) -> list[str]:
    return [result.code for result in answer.results if result.code]


def types_of(operations: Iterable[bytes]) -> list[str]:
    from creditbank_desktop.domain.operations.envelope import read_envelope

    return [read_envelope(data).type for data in operations]
