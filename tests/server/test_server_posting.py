"""The calendar ends publicity, delivery posts the credits once, revocation takes them back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import psycopg
import pytest

from creditbank_desktop.domain.applications import MissingMaterial
from creditbank_desktop.domain.decisions import RuleReference, Target, TargetKind
from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import BlobHash, EvidenceId
from creditbank_desktop.domain.ledger import first_broken
from creditbank_desktop.domain.operations import application_bodies as acts
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.operations.envelope import open_envelope, read_envelope
from creditbank_server.blob_uses import sweep_files
from creditbank_server.blobs import office_folder
from creditbank_server.central_server import EVIDENCE_FOLDER
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from tests.server.office_desk import CREDITS, Case, OfficeDesk, codes, states, types_of


def posted(desk: OfficeDesk, operations: list[bytes]) -> list[registry.LedgerPosted]:
    bodies = [open_envelope(read_envelope(data), desk.sealer).body for data in operations]
    return [body for body in bodies if isinstance(body, registry.LedgerPosted)]


def recognised(desk: OfficeDesk, clock: SettableClock, *cases: Case) -> None:
    """Let the publicity of walked cases end on the server and take note of it."""
    desk.push()
    clock.advance(timedelta(days=2))
    desk.day += timedelta(days=2)
    ended = [kind for kind in types_of(desk.pull()) if kind == "application.publicity_ended"]
    assert len(ended) == len(cases)


def test_publicity_ends_by_the_servers_clock_and_not_a_day_before(
    desk: OfficeDesk, clock: SettableClock
) -> None:
    desk.walk(desk.received())
    desk.push()
    assert types_of(desk.pull())[-1] == "application.published"
    clock.advance(timedelta(hours=14, minutes=59))
    assert desk.pull() == []
    clock.advance(timedelta(minutes=2))
    assert types_of(desk.pull()) == ["application.publicity_ended"]
    assert desk.pull() == []


def test_delivery_posts_the_recognised_credits(desk: OfficeDesk, clock: SettableClock) -> None:
    case = desk.received()
    desk.walk(case)
    recognised(desk, clock, case)
    desk.deliver(case)
    answer = desk.push()
    assert states(answer) == ["accepted"]
    operations = desk.pull()
    assert types_of(operations) == ["application.notified", "ledger.posted"]
    [posting] = posted(desk, operations)
    [entry] = posting.entries
    assert (entry.account, entry.line, entry.credits) == (case.learner, case.line, CREDITS)
    assert entry.server_sequence == answer.feed_number == desk.cursor
    assert entry.decision is not None
    assert first_broken(case.learner, posting.entries) is None


def test_an_outcome_is_posted_once_though_two_devices_deliver_it_at_once(
    desk: OfficeDesk, new_desk: Callable[..., OfficeDesk], clock: SettableClock, database: str
) -> None:
    learner = desk.learner()
    cases = [desk.received(learner), desk.received(learner)]
    for case in cases:
        desk.walk(case)
    recognised(desk, clock, *cases)
    other = new_desk(joins=desk)
    other.day = desk.day
    for device, case in zip((desk, other), cases, strict=True):
        device.deliver(case)
    with ThreadPoolExecutor(2, thread_name_prefix="push") as pool:
        answers = list(pool.map(OfficeDesk.push, (desk, other)))
    assert sorted(code for answer in answers for code in codes(answer)) == ["posting.duplicate"]
    assert sorted(state for answer in answers for state in states(answer)) == ["accepted", "conflict"]
    with psycopg.connect(database) as connection:
        assert connection.execute(
            "SELECT sum(credits), count(*) FROM ledger_entries WHERE account = %s", (learner,)
        ).fetchone() == (
            CREDITS,
            1,
        )
        assert connection.execute(
            "SELECT balance, entries FROM account_heads WHERE account = %s", (learner,)
        ).fetchone() == (CREDITS, 1)
        assert connection.execute(
            "SELECT count(*) FROM posting_conflicts WHERE office = %s", (desk.office,)
        ).fetchone() == (1,)
    assert len(posted(desk, desk.pull())) == 1


def test_another_target_of_the_same_outcome_is_another_posting(
    desk: OfficeDesk, clock: SettableClock
) -> None:
    learner = desk.learner()
    cases = [desk.received(learner), desk.received(learner)]
    desk.walk(cases[0])
    desk.walk(cases[1], Decimal("1.5"), Target(TargetKind.COURSE, "C02"))
    recognised(desk, clock, *cases)
    for case in cases:
        desk.deliver(case)
    assert states(desk.push()) == ["accepted", "accepted"]
    entries = [entry for posting in posted(desk, desk.pull()) for entry in posting.entries]
    assert [entry.number for entry in entries] == [1, 2]
    assert first_broken(learner, entries) is None


def test_revocation_reverses_and_frees_the_outcome(desk: OfficeDesk, clock: SettableClock) -> None:
    learner = desk.learner()
    first, second = desk.received(learner), desk.received(learner)
    desk.walk(first)
    desk.walk(second)
    recognised(desk, clock, first, second)
    desk.deliver(first)
    desk.write(acts.ApplicationRevoked(first.application, "error"), "academic")
    desk.deliver(second)
    assert states(desk.push()) == ["accepted"] * 3
    entries = [entry for posting in posted(desk, desk.pull()) for entry in posting.entries]
    assert [entry.credits for entry in entries] == [CREDITS, -CREDITS, CREDITS]
    assert entries[1].reverses == entries[0].entry
    assert first_broken(learner, entries) is None


def test_a_supplement_that_does_not_come_lapses(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer
) -> None:
    case = desk.received()
    missing = (MissingMaterial("certificate_original"),)
    due_on = desk.day + timedelta(days=10)
    desk.write(acts.SupplementRequested(case.application, missing, due_on), "clerk")
    desk.push()
    clock.advance(timedelta(days=10))
    assert server.central.jobs.settle(desk.office) == 0
    clock.advance(timedelta(days=1))
    assert server.central.jobs.settle(desk.office) == 0  # the clerk may have taken it in, offline
    assert types_of(desk.pull())[-1] == "application.lapsed"
    assert server.central.jobs.settle(desk.office) == 0


def test_disposal_destroys_the_key_and_what_was_personal(
    desk: OfficeDesk, clock: SettableClock, database: str
) -> None:
    case = desk.received()
    desk.push()
    _, _, keys = desk.pull_page()
    assert case.learner in keys
    desk.dispose(case.learner)
    desk.write(acts.PromiseMoved(case.application, desk.day, "late"), "clerk")
    assert states(desk.push()) == ["accepted"] * 4
    desk.cursor = 0
    _, _, keys = desk.pull_page()
    assert case.learner not in keys
    with psycopg.connect(database) as connection:
        documents = connection.execute("SELECT document FROM records WHERE learner = %s", (case.learner,))
        kept = [bytes(row[0]) for row in documents]
    assert len(kept) == 2
    assert all(document.startswith(b"\0") for document in kept)
    assert not any("张示例".encode() in document or b"Network" in document for document in kept)


@pytest.mark.parametrize("table", ["operations", "feed", "ledger_entries", "receipts", "stream_positions"])
def test_what_is_only_added_is_never_changed(
    desk: OfficeDesk, clock: SettableClock, database: str, table: str
) -> None:
    case = desk.received()
    desk.walk(case)
    recognised(desk, clock, case)
    desk.deliver(case)
    desk.push()
    with psycopg.connect(database) as connection, pytest.raises(psycopg.errors.RaiseException):
        connection.execute(f"UPDATE {table} SET office = office")
    with psycopg.connect(database) as connection, pytest.raises(psycopg.errors.RaiseException):
        connection.execute(f"DELETE FROM {table}")


def test_silence_accepts_under_the_rule_set_in_force(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer
) -> None:
    desk.received()
    desk.push()
    clock.advance(timedelta(days=7))
    assert server.central.jobs.settle(desk.office) == 0
    clock.advance(timedelta(days=1))
    assert server.central.jobs.settle(desk.office) == 0  # the clerk may have accepted it, offline
    accepted = desk.pull()[-1]
    body = open_envelope(read_envelope(accepted), desk.sealer).body
    assert isinstance(body, acts.ApplicationAccepted)
    assert body.silent
    assert body.rule_set.version >= 1
    assert len(body.rule_set.content_hash) == 64


def test_what_a_clerk_did_offline_in_time_is_not_overruled_by_the_calendar(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer
) -> None:
    case = desk.received()
    desk.push()
    rule_set = server.central.ports.reference.in_force(desk.day)
    assert rule_set is not None
    desk.write(acts.ApplicationAccepted(case.application, rule_set), "clerk")
    clock.advance(timedelta(days=30))
    server.central.jobs.run()
    assert states(desk.push()) == ["accepted"]
    types = types_of(desk.pull())
    assert types.count("application.accepted") == 1


def test_a_cap_is_checked_again_when_posting(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer
) -> None:
    reference = server.central.ports.reference
    version = reference.rule_set.versions[-1]
    capped = next(row for row in version.content.rules if row.cap_keys)
    rule = RuleReference(capped.rule, version.number, "1", "capped", version.content_hash)
    programme = reference.programme("530701", 2025)
    assert programme is not None
    learner = desk.learner()
    cases = [desk.received(learner, number=f"N{number}") for number in range(3)]
    for case in cases:
        desk.walk(case, programme.total_credits / 2, Target(), rule)
    recognised(desk, clock, *cases)
    for case in cases:
        desk.deliver(case)
    answer = desk.push()
    assert "posting.cap_exceeded" in codes(answer)
    entries = [entry for posting in posted(desk, desk.pull()) for entry in posting.entries]
    assert sum(entry.credits for entry in entries) <= programme.total_credits / 2
    years = version.content.deposit_valid_years
    assert all(entry.valid_until and entry.valid_until.year == 2026 + years for entry in entries)


def test_the_files_of_what_was_disposed_of_are_deleted_unless_another_file_uses_them(
    desk: OfficeDesk, database: str, server: EmbeddedServer
) -> None:
    own, shared = hashlib.sha256(b"own").hexdigest(), hashlib.sha256(b"shared").hexdigest()
    gone, kept = desk.received(number="A"), desk.received(number="B")
    for case, blobs in ((gone, (own, shared)), (kept, (shared,))):
        evidence = tuple(
            Evidence(
                EvidenceId(desk.ids.new_id()), BlobHash(blob), 3, "application/pdf", "a.pdf", "certificate"
            )
            for blob in blobs
        )
        desk.write(
            acts.EvidenceAdded(case.application),
            "clerk",
            learner=case.learner,
            personal=acts.EvidenceList(evidence),
        )
    desk.push()
    folder = server.central.settings.data_folder / EVIDENCE_FOLDER / office_folder(desk.office)
    with psycopg.connect(database) as connection:
        for blob in (own, shared):
            connection.execute(
                "INSERT INTO blobs (office, blob, size_bytes, stored_at) VALUES (%s, %s, 3, now())",
                (desk.office, blob),
            )
            (folder / blob[:2]).mkdir(parents=True, exist_ok=True)
            (folder / blob[:2] / blob).write_bytes(b"sealed")
    pool = server.central.pool
    assert sweep_files(pool, folder.parent, seconds=0) == 0
    desk.dispose(gone.learner)
    desk.push()
    assert sweep_files(pool, folder.parent) == 0, "what is young may just be coming in"
    assert sweep_files(pool, folder.parent, seconds=-1) == 1
    assert [(folder / blob[:2] / blob).exists() for blob in (own, shared)] == [False, True]
