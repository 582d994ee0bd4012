"""Enrolment, pulls, want/have, files, health and restart."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx2
import psycopg
import pytest

from creditbank_desktop.domain.codec import from_plain
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.ids import BlobHash, OfficeId, OperationId
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.domain.operations.registry_bodies import NumberBlockAllotted
from creditbank_desktop.sync.protocol.enrolment_codes import parse_enrolment_code
from creditbank_desktop.sync.protocol.messages import (
    BlobAction,
    BlobClaim,
    HaveRequest,
    Health,
    WantAnswer,
)
from creditbank_desktop.sync.protocol.refusals import read_refusal
from creditbank_desktop.sync.protocol.signing import open_message, seal_message
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.keys import create_keys
from creditbank_server.set_up import check_keys
from creditbank_server.settings import Settings
from tests.server.office_desk import OfficeDesk, types_of


def refused(answer: httpx2.Response) -> str:
    return read_refusal(answer.content).code


def test_the_feed_begins_with_the_server_and_the_device(desk: OfficeDesk) -> None:
    first = types_of(desk.pull())
    assert first == ["person.enrolled", "device.enrolled", "device.enrolled", "number_block.allotted"]


def test_an_enrolment_whose_answer_was_lost_is_answered_alike(server: EmbeddedServer) -> None:
    code = server.enrolment_code()
    desk = OfficeDesk(server.address)
    request = desk.enrolment_request(code, desk.office)
    first = desk.post("/v1/enrolments", request).content
    assert desk.post("/v1/enrolments", request).content == first
    desk.close()


def test_a_code_lets_in_one_device_and_only_in_time(server: EmbeddedServer, clock: SettableClock) -> None:
    code = server.enrolment_code()
    late = server.enrolment_code()
    first, second = OfficeDesk(server.address), OfficeDesk(server.address)
    first.enrol(code)
    again = second.enrolment_request(code, second.office)
    assert refused(second.post("/v1/enrolments", again, 409)) == "enrolment.code_used"
    unknown = second.enrolment_request("0" * 20, second.office)
    assert refused(second.post("/v1/enrolments", unknown, 409)) == "enrolment.code_unknown"
    taken = second.enrolment_request(late, first.office)
    assert refused(second.post("/v1/enrolments", taken, 409)) == "enrolment.office_taken"
    clock.advance(timedelta(hours=73))
    expired = second.enrolment_request(late, second.office)
    assert refused(second.post("/v1/enrolments", expired, 409)) == "enrolment.code_expired"
    first.close()
    second.close()


def test_a_code_carries_the_servers_fingerprint(server: EmbeddedServer) -> None:
    code = parse_enrolment_code(server.enrolment_code())
    assert code.is_of(server.central.ports.identity.signing_key)
    assert not code.is_of(b"\0" * 32)


def test_every_device_gets_account_numbers_of_its_own(
    desk: OfficeDesk, new_desk: Callable[..., OfficeDesk]
) -> None:
    other = new_desk(joins=desk)
    blocks = [read_envelope(data).body for data in other.pull() if b"number_block.allotted" in data]
    assert [(block["device"], block["first"], block["last"]) for block in blocks] == [
        (desk.device, 1, 1_000),
        (other.device, 1_001, 2_000),
    ]


def test_pages_follow_each_other_without_a_gap_and_bring_the_keys(
    desk: OfficeDesk, new_desk: Callable[..., OfficeDesk]
) -> None:
    for number in range(6):
        desk.walk(desk.received(number=f"N{number}"))
    desk.push()
    other = new_desk(joins=desk)
    keys: dict[str, bytes] = {}
    numbers: list[int] = []
    while True:
        page, operations, page_keys = other.pull_page(limit=7)
        numbers += range(page.first, page.first + len(operations))
        keys |= page_keys
        if page.next_cursor == page.latest:
            break
    assert numbers == list(range(1, page.latest + 1))
    assert keys == desk.keys.keys


def test_two_offices_share_nothing_but_the_server(
    desk: OfficeDesk, new_desk: Callable[..., OfficeDesk]
) -> None:
    desk.received()
    desk.push()
    other = new_desk()
    assert len(other.pull()) == 4
    forged = other.pull_bytes(office=desk.office)
    assert refused(other.post("/v1/pulls", forged, 403)) == "device.unknown"
    assert refused(
        other.post("/v1/pulls", other.pull_bytes(device=desk.device, office=desk.office), 403)
    ) == ("signature.wrong")


def test_a_cursor_of_another_database_is_refused(desk: OfficeDesk) -> None:
    answer = read_refusal(desk.post("/v1/pulls", desk.pull_bytes(epoch="1.1.x"), 409).content)
    assert (answer.code, answer.params["epoch"]) == ("epoch.changed", desk.server.epoch)


def test_the_server_names_what_it_lacks(desk: OfficeDesk) -> None:
    desk.received()
    desk.push()
    lacking = OperationId(desk.ids.new_id())
    request = HaveRequest(desk.device, desk.office, (desk.stream[-1].operation, lacking))
    opened = open_message(WantAnswer, desk.post("/v1/wants", seal_message(request, desk.key)).content)
    assert opened.is_signed_by(desk.server.server.signing_key, Ed25519Verifier())
    assert opened.message.operations == (lacking,)


def test_a_file_is_kept_once_and_only_as_its_hash_says(desk: OfficeDesk, settings: Settings) -> None:
    content = bytes(range(256)) * 1_000
    sha256 = BlobHash(hashlib.sha256(content).hexdigest())

    def headers(action: BlobAction, size: int = len(content)) -> dict[str, str]:
        claim = BlobClaim(desk.device, desk.office, action, sha256, size)
        return {"creditbank-claim": seal_message(claim, desk.key).hex()}

    path = f"/v1/blobs/{sha256}"
    assert desk.client.head(path, headers=headers(BlobAction.ASK)).status_code == 404
    wrong = desk.client.put(path, headers=headers(BlobAction.PUT), content=b"\0" * len(content))
    assert (wrong.status_code, refused(wrong)) == (409, "blob.other_content")
    longer = desk.client.put(path, headers=headers(BlobAction.PUT, 10), content=content)
    assert (longer.status_code, refused(longer)) == (413, "blob.too_large")
    for _ in range(2):
        assert desk.client.put(path, headers=headers(BlobAction.PUT), content=content).status_code == 204
    asked = desk.client.head(path, headers=headers(BlobAction.ASK))
    assert asked.headers["creditbank-size"] == str(len(content))
    assert desk.client.get(path, headers=headers(BlobAction.GET)).content == content
    assert desk.client.get(path, headers=headers(BlobAction.ASK)).status_code == 400
    # Other offices of the same server may keep files of their own.
    [kept] = (settings.data_folder / "evidence").rglob(sha256)
    assert content[:64] not in kept.read_bytes()


def test_health_is_signed_over_the_callers_nonce(desk: OfficeDesk) -> None:
    answer = desk.client.get("/v1/health", params={"nonce": "abc123"})
    opened = open_message(Health, answer.content)
    assert opened.message.nonce == "abc123"
    assert opened.is_signed_by(desk.server.server.signing_key, Ed25519Verifier())
    assert desk.client.get("/v1/health", params={"nonce": "a b"}).status_code == 400


def test_the_description_of_the_service_names_every_address(server_client: httpx2.Client) -> None:
    described = server_client.get("/openapi.json").json()["paths"]
    assert set(described) == {
        "/v1/enrolments",
        "/v1/pushes",
        "/v1/pulls",
        "/v1/wants",
        "/v1/look-ups",
        "/v1/trails",
        "/v1/notices",
        "/v1/blobs/{blob}",
        "/v1/health",
    }


def test_the_key_file_of_another_server_is_refused(
    server: EmbeddedServer, settings: Settings, database: str
) -> None:

    other = create_keys(settings.data_folder / "other")
    with pytest.raises(EnvironmentFault, match=r"server\.keys_differ"):
        check_keys(server.central.ports.identity, other)


def test_learners_keys_are_not_readable_in_the_database(desk: OfficeDesk, database: str) -> None:
    case = desk.received()
    desk.push()
    key = desk.keys.keys[case.learner]
    with psycopg.connect(database) as connection:
        row = connection.execute(
            "SELECT wrapped FROM learner_keys WHERE learner = %s", (case.learner,)
        ).fetchone()
        documents = connection.execute(
            "SELECT document FROM records WHERE office = %s", (desk.office,)
        ).fetchall()
    assert row is not None
    assert key not in bytes(row[0])
    assert not any("张示例".encode() in bytes(document) for (document,) in documents)


def test_an_office_that_is_not_there_gets_no_code(server: EmbeddedServer) -> None:

    with pytest.raises(Refused, match=r"office\.unknown"):
        server.enrolment_code(OfficeId("01900000-0000-7000-8000-000000000000"))


def numbers_of(operations: list[bytes], device: str) -> list[tuple[int, int, int]]:
    bodies = [read_envelope(data).body for data in operations if b"number_block.allotted" in data]
    blocks = [from_plain(NumberBlockAllotted, body) for body in bodies]  # type: ignore[arg-type]
    return [(block.year, block.first, block.last) for block in blocks if block.device == device]


def test_a_device_that_has_nearly_used_its_numbers_gets_more(desk: OfficeDesk) -> None:
    assert numbers_of(desk.pull(), desk.device) == [(2026, 1, 1_000)]
    desk.learner(number=799)
    desk.push()
    assert numbers_of(desk.pull(), desk.device) == []
    desk.learner(number=801)
    desk.push()
    assert numbers_of(desk.pull(), desk.device) == [(2026, 1_001, 2_000)]
    desk.learner(number=802)
    desk.push()
    assert numbers_of(desk.pull(), desk.device) == []


def test_a_new_year_brings_new_numbers(desk: OfficeDesk, clock: SettableClock) -> None:
    desk.pull()
    clock.set(datetime(2027, 1, 4, 1, 0, tzinfo=UTC))
    assert numbers_of(desk.pull(), desk.device) == [(2027, 1, 1_000)]
    assert desk.pull() == []
