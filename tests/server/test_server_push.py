"""Pushes over real HTTP into a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import httpx2
import psycopg
import pytest

from creditbank_desktop.domain.ids import ApplicationId, DeviceId, PersonId
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.people import Person, Role
from creditbank_desktop.sync.protocol.framing import compress, join_operations
from creditbank_desktop.sync.protocol.refusals import read_refusal
from creditbank_desktop.sync.protocol.signing import seal_message
from creditbank_desktop.vault.keys import SigningKey
from tests.server.office_desk import ALL_ROLES, PROGRAMME, OfficeDesk, Staff, codes, states, types_of


def refused(answer: httpx2.Response) -> str:
    return read_refusal(answer.content).code


def test_an_office_its_people_and_an_application_are_taken_in(desk: OfficeDesk) -> None:
    desk.received()
    answer = desk.push()
    assert set(states(answer)) == {"accepted"}
    assert answer.acknowledged_sequence == len(desk.stream)
    assert answer.acknowledged_hash == desk.head.hash
    numbers = [result.feed_number for result in answer.results]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert answer.feed_number == numbers[-1]


def test_a_repeated_push_gets_the_same_bytes(desk: OfficeDesk) -> None:
    desk.received()
    push = desk.push_bytes(desk.stream)
    first = desk.post("/v1/pushes", push).content
    desk.received()
    desk.pushed = len(desk.stream) - 2
    desk.push()
    assert desk.post("/v1/pushes", push).content == first


def test_operations_sent_again_in_another_push_are_duplicates(desk: OfficeDesk) -> None:
    desk.received()
    desk.push()
    desk.received()
    answer = desk.read_answer(desk.post("/v1/pushes", desk.push_bytes(desk.stream)).content)
    assert states(answer) == ["duplicate"] * (len(desk.stream) - 2) + ["accepted"] * 2
    assert len(desk.pull()) == 4 + len(desk.stream)


def test_a_new_incarnation_may_send_the_same_operations(desk: OfficeDesk) -> None:
    desk.received()
    desk.push()
    old = desk.stream
    desk.stream, desk.incarnation, desk.pushed = [], "f" * 32, 0
    for written in old:
        desk.append(written.operation, written.data)
    desk.received()
    assert states(desk.push()) == ["duplicate"] * len(old) + ["accepted"] * 2


def test_another_operation_under_a_known_id_is_quarantined(desk: OfficeDesk, database: str) -> None:
    case = desk.received()
    desk.push()
    first = desk.stream[-1]
    desk.write(acts.ApplicationNotAccepted(case.application, "x"), "clerk", operation=first.operation)
    last = desk.received()
    answer = desk.push()
    assert states(answer) == ["rejected", "accepted", "accepted"]
    assert codes(answer) == ["operation.altered"]
    assert last.application != case.application
    with psycopg.connect(database) as connection:
        kept = connection.execute(
            "SELECT operation, data FROM refused_operations WHERE office = %s", (desk.office,)
        ).fetchall()
    assert kept == [(first.operation, desk.stream[-3].data)]


@pytest.mark.parametrize(
    "poison",
    [b"{}", b"\xff\xfe", b"[" * 5_000, b'{"a":"\\ud800"}', b"0"],
    ids=["empty", "no-text", "deep", "surrogate", "number"],
)
def test_poison_blocks_nothing_else(desk: OfficeDesk, poison: bytes) -> None:
    desk.append("poison", poison)
    case = desk.received()
    desk.walk(case)
    answer = desk.push()
    assert states(answer).count("rejected") == 1
    assert codes(answer) == ["operation.malformed"]
    assert states(answer).count("accepted") == len(desk.stream) - 1
    assert answer.acknowledged_sequence == len(desk.stream)


def test_ids_that_the_database_cannot_hold_are_refused_alone(desk: OfficeDesk) -> None:
    case = desk.received()
    body = acts.ApplicationReceived(
        ApplicationId("a\0b"),
        case.learner,
        PROGRAMME,
        "SL",
        desk.day,
        (acts.RequestedLine(case.line, case.outcome.type),),
    )
    desk.write(body, "clerk")
    desk.write(acts.ApplicationLapsed(case.application), "clerk")
    answer = desk.push()
    assert codes(answer) == ["operation.malformed", "operation.server_only"]
    assert states(answer)[-3:] == ["accepted", "rejected", "rejected"]


def test_an_act_in_the_wrong_state_is_a_conflict_and_one_without_the_role_is_rejected(
    desk: OfficeDesk,
) -> None:
    case = desk.received()
    desk.write(acts.ApplicationApproved(case.application), "academic")
    desk.add_person("printer", (Role.PRINTING_STAFF,))
    desk.write(acts.ApplicationNotAccepted(case.application, "x"), "printer")
    answer = desk.push()
    by_operation = {result.operation: result for result in answer.results}
    assert by_operation[desk.stream[-3].operation].state == "conflict"
    assert by_operation[desk.stream[-3].operation].code == "application.wrong_state"
    assert by_operation[desk.stream[-1].operation].code == "actor.role_missing"


def test_an_operation_that_the_person_did_not_sign_is_rejected(desk: OfficeDesk) -> None:
    case = desk.received()
    desk.write(acts.ApplicationNotAccepted(case.application, "x"), "clerk", signer=SigningKey.new())
    answer = desk.push()
    assert states(answer)[-2:] == ["accepted", "rejected"]
    assert codes(answer) == ["signature.wrong"]


def test_nobody_enrols_himself_into_an_office_that_has_people(desk: OfficeDesk) -> None:
    desk.push()
    desk.staff["intruder"] = Staff(PersonId(desk.ids.new_id()))
    staff = desk.staff["intruder"]
    person = Person(staff.person, desk.office, "intruder", "intruder", ALL_ROLES, staff.key.public_key)
    desk.write(registry.PersonEnrolled(person), "intruder")
    central = replace(person, person=PersonId(desk.ids.new_id()), roles=(Role.CENTRAL_SERVER,))
    desk.write(registry.PersonEnrolled(central), "admin")
    assert codes(desk.push()) == ["person.self_enrolment", "person.central_role"]


def test_what_misses_a_dependency_is_held_and_released_when_it_arrives(
    desk: OfficeDesk, new_desk: Callable[..., OfficeDesk], database: str
) -> None:
    desk.push()
    other = new_desk(joins=desk)
    other.keys = desk.keys
    other.sealer = desk.sealer
    learner = desk.learner()  # not pushed yet
    case = other.received(learner)
    other.walk(case)
    answer = other.push()
    assert states(answer) == ["held"] * len(other.stream)
    assert codes(answer) == ["learner.unknown"] + ["operation.behind_held"] * (len(other.stream) - 1)
    assert states(desk.push()) == ["accepted"]
    later = types_of(desk.pull())
    assert later[-1] == "application.published"
    assert "application.received" in later
    with psycopg.connect(database) as connection:
        assert connection.execute(
            "SELECT count(*) FROM held_operations WHERE office = %s", (desk.office,)
        ).fetchone() == (0,)
    again = other.read_answer(other.post("/v1/pushes", other.push_bytes(other.stream[:3])).content)
    assert states(again) == ["duplicate"] * 3


def test_what_is_sealed_waits_for_its_key(desk: OfficeDesk) -> None:
    desk.push()
    desk.learner()
    answer = desk.push(with_keys=False)
    assert codes(answer) == ["learner_key.unknown"]
    desk.received()
    assert states(desk.push()) == ["accepted", "accepted"]
    assert types_of(desk.pull()).count("learner.registered") == 2


def test_a_chain_that_was_tampered_with_is_refused(desk: OfficeDesk) -> None:
    desk.received()
    desk.push()
    desk.received()
    new = desk.stream[-2:]
    wrong_before = desk.push_bytes(new, previous_hash="1" * 64)
    assert refused(desk.post("/v1/pushes", wrong_before, 409)) == "stream.forked"
    wrong_head = desk.push_bytes(new, head_hash="1" * 64)
    assert refused(desk.post("/v1/pushes", wrong_head, 409)) == "stream.broken"
    swapped = [desk.stream[-1], desk.stream[-2]]
    payload = join_operations(one.data for one in swapped)
    manifest = desk.manifest(new, payload, b"")
    push = seal_message(manifest, desk.key, (compress(payload), b""))
    assert refused(desk.post("/v1/pushes", push, 409)) == "stream.broken"
    gap = desk.push_bytes(desk.stream[-1:])
    answer = read_refusal(desk.post("/v1/pushes", gap, 409).content)
    assert (answer.code, answer.params["sequence"]) == ("stream.gap", str(len(desk.stream) - 2))
    rewritten = desk.stream[-3]
    desk.stream[-3] = replace(rewritten, data=desk.stream[-1].data)
    assert refused(desk.post("/v1/pushes", desk.push_bytes(desk.stream[-3:-2]), 409)) == "stream.forked"
    desk.stream[-3] = rewritten
    assert states(desk.push()) == ["accepted", "accepted"]


def test_another_devices_signature_is_refused(desk: OfficeDesk) -> None:
    desk.key = SigningKey.new()
    assert refused(desk.post("/v1/pushes", desk.push_bytes(desk.stream), 403)) == "signature.wrong"


def test_a_device_that_was_never_enrolled_is_refused(desk: OfficeDesk) -> None:
    push = desk.push_bytes(desk.stream, device=desk.ids.new_id())
    assert refused(desk.post("/v1/pushes", push, 403)) == "device.unknown"


def test_an_operation_of_another_office_or_device_is_rejected(
    desk: OfficeDesk, new_desk: Callable[..., OfficeDesk]
) -> None:
    other = new_desk()
    other.open_office()
    foreign = other.stream[0]
    desk.append(foreign.operation, foreign.data)
    own_device, desk.device = desk.device, DeviceId(desk.ids.new_id())
    desk.add_person("ghost")
    desk.device = own_device
    desk.stream[-1] = replace(desk.stream[-1], head=desk.stream[-2].head.followed_by(desk.stream[-1].data))
    assert codes(desk.push()) == ["operation.foreign_office", "operation.foreign_device"]


def test_a_compression_bomb_is_refused_before_it_unpacks(desk: OfficeDesk) -> None:
    bomb = compress(b"\0" * (64 << 20))
    assert len(bomb) < 10_000
    payload = join_operations([desk.stream[0].data])
    manifest = desk.manifest(desk.stream[:1], payload, b"")
    assert refused(desk.post("/v1/pushes", seal_message(manifest, desk.key, (bomb, b"")), 400)) == (
        "request.malformed"
    )
    huge = replace(manifest, payload_bytes=64 << 20)
    assert refused(desk.post("/v1/pushes", seal_message(huge, desk.key, (bomb, b"")), 400)) == (
        "request.malformed"
    )
    crowd = replace(manifest, count=10**9, last_sequence=10**9)
    assert refused(desk.post("/v1/pushes", seal_message(crowd, desk.key, (bomb, b"")), 400)) == (
        "request.malformed"
    )


def test_nonsense_is_refused_in_words(server_client: httpx2.Client) -> None:
    for path in ("/v1/pushes", "/v1/pulls", "/v1/wants", "/v1/enrolments"):
        for body in (b"", b"CBF1", b"CBF1\x06" + b"\xff" * 40, b"GET / HTTP/1.1", b"CBF1\x03" + b"\0" * 12):
            answer = server_client.post(path, content=body)
            assert answer.status_code == 400
            assert refused(answer) == "request.malformed"


def test_account_numbers_of_two_blocks_never_overlap(desk: OfficeDesk) -> None:
    desk.pull()
    for first, last in ((2_001, 2_500), (500, 1_500)):
        desk.write(registry.NumberBlockAllotted(desk.device, desk.office, 2026, first, last))
    answer = desk.push()
    assert codes(answer) == ["number_block.overlaps"]
    assert states(answer)[-2:] == ["accepted", "conflict"]


def test_what_was_signed_with_a_key_before_it_was_changed_stays_valid(desk: OfficeDesk) -> None:
    old = desk.staff["clerk"].key
    fresh = SigningKey.new()
    body = registry.PersonChanged(
        desk.staff["clerk"].person, "clerk", ALL_ROLES, fresh.public_key, active=True
    )
    desk.write(body)
    desk.push()
    desk.staff["clerk"].key = old
    desk.learner()
    desk.staff["clerk"].key = fresh
    desk.learner()
    assert states(desk.push()) == ["accepted", "accepted"]
