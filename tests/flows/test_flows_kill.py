"""The program is killed at random moments of the path: nothing acknowledged is lost, nothing doubled."""

from __future__ import annotations

import multiprocessing
import random
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from creditbank_desktop.app.office import Session, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.sample.staffing import staff_sample_office
from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.ids import ApplicationId, LearnerId, PaperId
from creditbank_desktop.domain.numbers import RECEIPT_KIND, parse_document_number
from creditbank_desktop.domain.operations.stream import StreamHead
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.audit_trail import first_broken_audit
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.replay import replay, table_digests
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.drafts import form_of_draft
from tests.flows.kill_walker import Done, around, people, read_done, walk

MOST_STEPS = 20
LONGEST_STEP_S = 0.05
PATIENCE_S = 60
MAKES_NO_OPERATION = ("attach", "draft")


@dataclass
class Acknowledged:
    """Everything that processes which were killed later had called done."""

    learners: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    ended_drafts: set[str] = field(default_factory=set)
    submitted: dict[str, str] = field(default_factory=dict)
    blobs: set[str] = field(default_factory=set)
    acts: dict[str, list[str]] = field(default_factory=dict)
    papers: dict[str, str] = field(default_factory=dict)
    operations: int = 0

    def add(self, done: Done) -> None:
        self.operations += done.step not in MAKES_NO_OPERATION
        match done.step:
            case "register":
                self.learners[done.record] = done.said
            case "attach":
                self.blobs.add(done.record)
            case "draft":
                self.drafts[done.record] = done.said
            case "submit":
                receipt, draft = done.said.split()
                self.submitted[done.record] = receipt
                del self.drafts[draft]
                self.ended_drafts.add(draft)
                self.acts[done.record] = ["receive"]
            case "paper":
                self.papers[done.record] = done.said
            case _:
                self.acts[done.record].append(done.step)


@pytest.fixture
def office(tmp_path: Path) -> OfficePlace:
    """Return an office whose device may give out account numbers; nobody has it open."""
    place = OfficePlace(tmp_path / "office")
    staffed = staff_sample_office(place, around())
    registry = staffed.by_role()[Role.REGISTRY_OFFICER]
    year = around().clock.today().year
    registry.services.identity.allot_numbers(registry.actor, year, 50_000)
    staffed.close()
    return place


def killed_walk(place: OfficePlace, dice: random.Random) -> list[Done]:
    """Let a process walk, kill it at a random moment, and return what it had acknowledged until then."""
    # A server that has imported everything forks the walkers quickly where the system can do that.
    can_fork = "forkserver" in multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("forkserver" if can_fork else "spawn")
    if can_fork:
        context.set_forkserver_preload(["tests.flows.kill_walker", "pypinyin"])
    hears, tells = context.Pipe(duplex=False)
    process = context.Process(target=walk, args=(str(place.folder), tells))
    process.start()
    tells.close()
    # It dies a moment after one of its steps, whichever; one in ten while it is still opening the store.
    words = 1 if dice.random() < 0.1 else 2 + dice.randrange(MOST_STEPS)
    heard = [_next(hears) for _ in range(words)]
    time.sleep(dice.uniform(0, LONGEST_STEP_S))
    process.kill()
    process.join(PATIENCE_S)
    assert process.exitcode not in (None, 0, 1), "the walker ended by itself"
    heard += _rest(hears)
    hears.close()
    return [read_done(line.decode()) for line in heard if line.startswith(b"[")]


def _next(hears: Connection) -> bytes:
    assert hears.poll(PATIENCE_S), "the walker stands still"
    return hears.recv_bytes()


def _rest(hears: Connection) -> list[bytes]:
    """Return what still lies in the pipe; a message that was cut off was not acknowledged."""
    heard = []
    try:
        while hears.poll(0):
            heard.append(hears.recv_bytes())
    except (EOFError, OSError):
        pass
    return heard


@pytest.mark.timeout(3_600)
def test_a_killed_program_loses_and_doubles_nothing(office: OfficePlace, tmp_path: Path, counts) -> None:
    dice = random.Random(20260630)
    known = Acknowledged()
    begun = _operations(office)
    kills = counts.pick(quick=5, gate=50, long=500)
    for _ in range(kills):
        before = known.operations
        for done in killed_walk(office, dice):
            known.add(done)
        found = _examine(office, known) - begun
        # The one step that was under way may have been done without a word of it.
        assert found - known.operations in (0, 1), (before, known.operations, found)
        known.operations = found
    assert known.operations > kills
    assert known.papers or kills < 50
    _replay_equals(office, tmp_path / "copy")


def _open(place: OfficePlace) -> Session:
    clerk = people()[Role.CLERK]
    return unlock_office(place, around(), clerk.login, clerk.passphrase)


def _operations(place: OfficePlace) -> int:
    session = _open(place)
    try:
        return session.store.read(lambda reader: reader.stream_head().sequence)
    finally:
        session.close()


def _examine(place: OfficePlace, known: Acknowledged) -> int:
    """Open the store as after any other end, compare it with what was acknowledged; return its operations."""
    session = _open(place)
    try:
        assert session.store.findings == ()
        assert all(session.room.files.has(blob) for blob in known.blobs)  # type: ignore[arg-type]
        return session.store.read(lambda reader: _compare(reader, known))
    finally:
        session.close()


def _compare(reader: Reader, known: Acknowledged) -> int:
    for learner, account in known.learners.items():
        found = reader.learner(LearnerId(learner))
        assert found is not None
        assert found.account_number == account
        assert found.profile is not None
    _compare_drafts(reader, known)
    for key, receipt in known.submitted.items():
        file = reader.application(ApplicationId(key))
        assert file is not None
        assert file.receipt_number == receipt
        acts = [deed.act.value for deed in file.deeds]
        assert acts[: len(known.acts[key])] == known.acts[key]
        assert len(acts) - len(known.acts[key]) <= 1
        assert len(set(acts)) == len(acts)
        known.acts[key] = acts
    for paper, number in known.papers.items():
        issued = reader.paper(PaperId(paper))
        assert issued is not None
        assert issued.number == number
    _nothing_twice(reader)
    return _chains_are_whole(reader)


def _compare_drafts(reader: Reader, known: Acknowledged) -> None:
    """Every acknowledged draft is there, unless the submit under way took it with it; ended ones are gone."""
    kept = {draft.draft: form_of_draft(draft.draft, draft.data).outcomes[0].line for draft in reader.drafts()}
    received = {line.line for file in _files(reader) for line in file.lines}
    for draft, line in list(known.drafts.items()):
        if draft in kept:
            assert kept[draft] == line
            assert line not in received
        else:
            assert line in received
            del known.drafts[draft]
            known.ended_drafts.add(draft)
    assert known.ended_drafts.isdisjoint(kept)


def _files(reader: Reader) -> list[Application]:
    learners = reader.learner_page(None, 100_000)
    return [file for hit in learners for file in reader.applications_of(hit.learner)]


def _nothing_twice(reader: Reader) -> None:
    accounts = [hit.account_number for hit in reader.learner_page(None, 100_000)]
    assert len(set(accounts)) == len(accounts)
    # Receipts are numbered without a gap: a number taken and lost, or used twice, would show.
    files = _files(reader)
    sequences = sorted(
        parse_document_number(file.receipt_number.rpartition("-")[0]).sequence
        for file in files
        if file.receipt_number.startswith(RECEIPT_KIND)
    )
    assert sequences == list(range(1, len(files) + 1))
    numbers = [paper.number for paper in reader.recent_papers(100_000)]
    assert len(set(numbers)) == len(numbers)
    outcomes = [line.outcome.evidence_number for file in files for line in file.lines if line.outcome]
    assert len(set(outcomes)) == len(outcomes)


def _chains_are_whole(reader: Reader) -> int:
    """Check the chains of the stream and of the audit trail; return how many operations the stream has."""
    end = reader.stream_head()
    head = StreamHead(end.device, end.incarnation)
    for stored in reader.own_operations(0, 1_000_000):
        head = head.followed_by(stored.data)
        assert (stored.sequence, stored.head_hash) == (head.sequence, head.hash)
    assert head == end
    assert first_broken_audit(reader.audit_trail(0, 1_000_000)) is None
    return end.sequence


def _replay_equals(place: OfficePlace, folder: Path) -> None:
    session = _open(place)
    try:
        copy = Store.create(
            folder, session.unlocked.data_key, session.store.identity, session.around.store_ports()
        )
        try:
            replay(session.store, copy)
            assert table_digests(copy) == table_digests(session.store)
        finally:
            copy.close()
    finally:
        session.close()
