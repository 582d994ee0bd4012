"""The central server or its database is killed while it takes a push: nothing is lost, nothing doubled."""

from __future__ import annotations

import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest

from creditbank_desktop.domain.ledger import first_broken
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.operations.envelope import open_envelope, read_envelope
from creditbank_desktop.sync.protocol.messages import PushAnswer
from creditbank_server.central_server import CentralServer
from creditbank_server.checking import check_server
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from tests.conftest import Counts
from tests.crash.server_killing import Site
from tests.server.office_desk import NOW, Case, OfficeDesk, codes, types_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not sys.platform.startswith("linux"), reason="finds the database's processes in /proc"
    ),
    pytest.mark.timeout(3_600),
]
FIRST_SPAN_S = 0.06
"""A kill comes at any moment of such a span; it follows how long this computer takes for a push."""
LEARNERS = 30


@pytest.fixture
def site() -> Iterator[Site]:
    with tempfile.TemporaryDirectory(prefix="crash-server-") as folder:
        made = Site(Path(folder), NOW)
        yield made
        made.end()


@contextmanager
def founded(site: Site, cases: int) -> Iterator[tuple[OfficeDesk, list[Case]]]:
    """Give an office whose cases are recognised on the server and wait for their delivery."""
    clock = SettableClock(site.settings.time_zone, NOW)
    server = EmbeddedServer(site.settings, clock)
    server.start()
    desk = OfficeDesk(server.address)
    try:
        desk.enrol(server.enrolment_code())
        desk.open_office()
        made = [desk.received(number=f"Y{number:06d}") for number in range(cases)]
        for case in made:
            desk.walk(case)
        desk.push()
        clock.advance(timedelta(days=2))
        desk.day += timedelta(days=2)
        assert types_of(desk.pull()).count("application.publicity_ended") == cases
        server.stop()
        site.now = clock.now()
        yield desk, made
    finally:
        server.stop()
        desk.close()


def connect(desk: OfficeDesk, address: str) -> None:
    desk.client.close()
    desk.client = httpx2.Client(base_url=address, timeout=30)


def pushed_while(desk: OfficeDesk, content: bytes, kill, delay: float) -> bytes | None:
    """Push and kill meanwhile; return the answer if one came, which then is an acknowledgement."""
    answers: list[bytes] = []

    def push() -> None:
        try:
            answer = desk.client.post("/v1/pushes", content=content)
        except httpx2.TransportError:
            return
        if answer.status_code == 200:
            answers.append(answer.content)

    thread = threading.Thread(target=push, name="pushing")
    thread.start()
    time.sleep(delay)
    kill()
    thread.join(60)
    assert not thread.is_alive(), "the push stands still"
    return answers[0] if answers else None


def examine(site: Site, desk: OfficeDesk, delivered: list[Case], fed: list[bytes]) -> None:
    """Compare what the device has with what the server kept."""
    central = CentralServer(site.settings, SettableClock(site.settings.time_zone, site.now))
    central.open()
    try:
        with central.pool.connection() as connection:
            assert list(check_server(connection, central.ports)) == []
    finally:
        central.close()
    seen = Counter(str(read_envelope(data).header.operation) for data in fed)
    assert set(seen.values()) <= {1}, "an operation came twice"
    missing = {str(one.operation) for one in desk.stream[: desk.pushed]} - seen.keys()
    assert not missing, "an acknowledged operation is lost"
    bodies = [open_envelope(read_envelope(data), desk.sealer).body for data in fed]
    postings = [body for body in bodies if isinstance(body, registry.LedgerPosted)]
    posted = Counter(str(posting.application) for posting in postings)
    assert posted == Counter(str(case.application) for case in delivered), "lost or doubled postings"
    for posting in postings:
        assert first_broken(posting.account, posting.entries) is None


@pytest.mark.parametrize("victim", ["server", "database"])
def test_a_push_that_is_cut_by_a_kill_takes_effect_once(site: Site, victim: str, counts: Counts) -> None:
    kills = counts.pick(quick=1, gate=3, long=60)
    dice = random.Random(f"{victim} 20261123")
    delivered: list[Case] = []
    fed: list[bytes] = []
    acknowledged, span = 0, FIRST_SPAN_S
    with founded(site, kills) as (desk, cases):
        desk.cursor = 0
        connect(desk, site.start())
        for case in cases:
            desk.deliver(case)
            delivered.append(case)
            for _number in range(LEARNERS):
                desk.learner()
            content = desk.push_bytes(desk.stream[desk.pushed :])
            kill = site.kill_server if victim == "server" else site.kill_database
            answer = pushed_while(desk, content, kill, dice.uniform(0, span))
            site.kill_server()
            if victim == "database":
                site.recover_database()
            connect(desk, site.start())
            # The device sends the very same again, as it does when no answer came.
            again = desk.post("/v1/pushes", content).content
            read = desk.read_answer(again)
            assert codes(read) == []
            span *= 1.3 if answer is None else 0.75
            if answer is not None:
                acknowledged += 1
                assert _results(desk.read_answer(answer)) == _results(read), "another answer than before"
            desk.pushed = len(desk.stream)
            fed += desk.pull()
            examine(site, desk, delivered, fed)
        if kills >= 20:
            assert 0 < acknowledged < kills, "the kills came all too early or too late"


def _results(answer: PushAnswer) -> object:
    return answer.results
