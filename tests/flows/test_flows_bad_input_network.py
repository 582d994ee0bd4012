"""A server that is away, in trouble, slow, silent, another one or none at all: a sentence and a way on.

Each case goes from the key that starts a sync in the real window, over a real line, to the words in the
message bar in both languages; the outbox and the draft are whole afterwards, and trying again succeeds once
the right server answers. The cases themselves are listed in `misbehaving.CONDUCTS`.
"""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.ids import LearnerId
from creditbank_desktop.services.views_applications import DraftRow
from creditbank_desktop.services.views_intake import ApplicationForm
from creditbank_desktop.sync.desk import EngineDesk
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.sync.face import SyncProgress, SyncReport
from creditbank_desktop.sync.link import keep_link, link_of
from creditbank_desktop.sync.protocol.enrolment_codes import new_enrolment_code
from creditbank_desktop.sync.transport import Patience, Transport, check_address
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.sync_centre.page import SyncCentrePage
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.vault.keys import Ed25519Verifier, SigningKey
from creditbank_server.embedded import EmbeddedServer
from tests.flows.misbehaving import CONDUCTS, Conduct, misbehaving, say_nothing
from tests.server.serving import clock, postgres, server, shared_server  # noqa: F401 - fixtures
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.conftest import dress, keep, runner  # noqa: F401 - fixtures
from tests.ui.papers_rooms import PaperRoom

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]
SHORT = Patience(connect=2.0, answer=0.6, least_bytes_per_second=4_000_000.0)
HAN = re.compile("[\u4e00-\u9fff]")


@dataclass
class Line:
    """A clerk before the sync centre of an enrolled computer that has work to send."""

    world: World
    room: PaperRoom
    page: SyncCentrePage
    desk: EngineDesk
    right: str
    waiting: int
    crashes: list[BaseException]

    def move_to(self, address: str) -> None:
        link = self.world.store.read(link_of)
        self.world.store.write(lambda unit: keep_link(unit, replace(link, address=address)))

    def unsent(self) -> int:
        status = self.desk.status()
        return status.saved + status.sent

    def drafts(self) -> tuple[DraftRow, ...]:
        return self.world.services.intake.drafts(self.world.actors["clerk"])

    def said(self) -> str:
        return self.page.messages._text.text()


@dataclass
class Enrolled:
    """An office that is known to the server; every test hands in another certificate."""

    world: World
    learner: LearnerId
    certificates: int = 0

    def hand_in(self) -> None:
        self.certificates += 1
        number = f"S000144010001253{self.certificates:06d}"
        self.world.submit(self.world.form(self.learner, evidence_number=number, title=f"电工 {number}"))


@pytest.fixture(scope="module")
def enrolled(
    founded: World, shared_server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Enrolled]:
    world = founded.copied_to(tmp_path_factory.mktemp("enrolled"))
    engine = SyncEngine(world.store, world.room.files, world.clock, Ed25519Verifier())
    engine.enrol(world.actors["admin"], shared_server.address, shared_server.enrolment_code())
    world.services.intake.save_draft(world.actors["clerk"], ApplicationForm(note="a draft"))
    yield Enrolled(world, world.register(name="张雨桐"))
    world.close()


@pytest.fixture
def line(
    qtbot, qapp: QApplication, enrolled: Enrolled, runner, keep, server: EmbeddedServer, clock
) -> Iterator[Line]:
    world = enrolled.world
    enrolled.hand_in()
    desk = EngineDesk(
        world.store, SyncEngine(world.store, world.room.files, world.clock, Ed25519Verifier(), SHORT)
    )
    room = PaperRoom(world, runner)
    crashes: list[BaseException] = []
    runner.crashed.connect(crashes.append)
    window = room.window(qapp, desk)
    keep(window)
    with qtbot.waitActive(window):
        window.show()
    page = window.open("sync")
    assert isinstance(page, SyncCentrePage)
    room.settle()
    status = desk.status()
    yield Line(world, room, page, desk, server.address, status.saved + status.sent, crashes)
    assert crashes == []


def words_in_both_languages(line: Line, dress: Callable[[Look, Language], None]) -> None:
    english = line.said()
    assert english
    assert not HAN.search(english)
    assert "…" not in english
    dress(Look.LIGHT, Language.CHINESE)
    assert HAN.search(line.said())
    assert not re.search(r"[a-z]+\.[a-z_]+|[a-z]{3,} [a-z]{3,}", line.said())
    dress(Look.LIGHT, Language.ENGLISH)


def goes_on_by_itself(line: Line, dress: Callable[[Look, Language], None], code: str) -> None:
    """Check what is said and kept, then try again with the right server."""
    assert line.desk.status().last_fault == code
    assert line.unsent() == line.waiting > 0
    assert [draft.draft for draft in line.drafts()]
    assert not line.page.head.is_running
    words_in_both_languages(line, dress)
    notice = line.page.messages.notice
    assert notice is not None
    assert notice.retry is not None
    line.move_to(line.right)
    # The right server may take longer on a busy machine than a test wants to wait for the wrong ones.
    line.desk._engine._patience = Patience()
    notice.retry()
    line.room.settle()
    assert line.unsent() == 0
    assert line.desk.status().last_fault == ""
    assert line.drafts()


@pytest.mark.parametrize(("conduct", "code"), CONDUCTS.values(), ids=CONDUCTS.keys())
def test_a_server_that_does_not_answer_as_ours(line: Line, dress, conduct: Conduct, code: str) -> None:
    with misbehaving(conduct) as address:
        line.move_to(address)
        line.room.press("Ctrl+R")
    goes_on_by_itself(line, dress, code)


def test_nobody_at_the_address(line: Line, dress) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    line.move_to(f"http://127.0.0.1:{port}")
    line.room.press("Ctrl+R")
    goes_on_by_itself(line, dress, "sync.away")


def test_another_server_with_a_key_of_its_own(line: Line, dress) -> None:
    link = line.world.store.read(link_of)
    other = replace(link.server, signing_key=SigningKey.new().public_key)
    line.world.store.write(lambda unit: keep_link(unit, replace(link, server=other)))
    line.desk._engine._patience = Patience()
    line.room.press("Ctrl+R")
    assert line.desk.status().last_fault == "sync.not_our_server"
    assert "Another server" in line.said()
    line.world.store.write(lambda unit: keep_link(unit, link))
    goes_on_by_itself(line, dress, "sync.not_our_server")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:9"),
        ("ALL_PROXY", "ftp://127.0.0.1"),
        ("ALL_PROXY", "http://a:b:c"),
        ("SSL_CERT_FILE", "/nowhere/certificates.pem"),
    ],
)
def test_network_settings_of_the_computer_that_cannot_be_used(
    line: Line, dress, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    line.move_to("https://creditbank.example")
    line.room.press("Ctrl+R")
    monkeypatch.delenv(name)
    assert line.page.messages.notice is not None
    assert "network settings" in line.said()
    dress(Look.LIGHT, Language.CHINESE)
    assert "网络设置" in line.said()
    goes_on_without_words(line)


def goes_on_without_words(line: Line) -> None:
    assert line.unsent() == line.waiting
    line.move_to(line.right)
    line.desk._engine._patience = Patience()
    notice = line.page.messages.notice
    assert notice is not None
    assert notice.retry is not None
    notice.retry()
    line.room.settle()
    assert line.unsent() == 0


def test_stopping_does_not_wait_for_a_silent_server(line: Line, qtbot) -> None:
    line.desk._engine._patience = Patience()
    asked = threading.Event()

    def conduct(held: socket.socket, ended: threading.Event) -> None:
        asked.set()
        say_nothing(held, ended)

    with misbehaving(conduct) as address:
        line.move_to(address)
        line.page.sync_now()
        qtbot.waitUntil(asked.is_set, timeout=10_000)
        qtbot.waitUntil(line.page.head.bar.isVisible, timeout=10_000)
        line.page.table.setFocus()
        line.room.press("Escape")
        assert not line.room.runner.is_busy
    assert "Stopped" in line.said()
    assert line.desk.status().last_fault == ""
    assert line.unsent() == line.waiting


def test_the_end_of_the_program_does_not_wait_either(line: Line) -> None:
    line.desk._engine._patience = Patience()
    asked = threading.Event()

    def conduct(held: socket.socket, ended: threading.Event) -> None:
        asked.set()
        say_nothing(held, ended)

    reports: list[SyncReport] = []
    with misbehaving(conduct) as address:
        line.move_to(address)
        run = threading.Thread(target=lambda: reports.append(line.desk.sync_now(SyncProgress())))
        run.start()
        assert asked.wait(10)
        line.desk.stop()
        run.join(10)
        assert not run.is_alive()
    assert [report.cancelled for report in reports] == [True]
    line.move_to(line.right)


@pytest.mark.parametrize("name", ["portal", "error-500", "silent", "hangs-up", "compression-bomb"])
def test_connecting_to_a_server_that_is_none_keeps_what_was_typed(
    qtbot, qapp: QApplication, world: World, runner, keep, name: str
) -> None:
    conduct, _code = CONDUCTS[name]
    room = PaperRoom(world, runner, "admin")
    crashes: list[BaseException] = []
    runner.crashed.connect(crashes.append)
    engine = SyncEngine(world.store, world.room.files, world.clock, Ed25519Verifier(), SHORT)
    window = room.window(qapp, EngineDesk(world.store, engine))
    keep(window)
    with qtbot.waitActive(window):
        window.show()
    page = window.open("sync")
    assert isinstance(page, SyncCentrePage)
    room.settle()
    with misbehaving(conduct) as address:
        room.press("Ctrl+E")
        room.type(address)
        room.press("Tab")
        room.type(str(new_enrolment_code(bytes(32))))
        room.press("Ctrl+Return")
        assert page.connecting.address.text() == address
    assert page.connecting.isVisible()
    assert page.messages.notice is not None
    assert page.messages.notice.retry is not None
    assert not engine.status().enrolled
    assert crashes == []


@pytest.mark.parametrize(
    "typed",
    ["credit bank", "ftp://x", "https://", "https://a..b", "https://" + "a" * 300, "https://💩.example",
     "https://999.999.999.999", "https://x\x00y", "https://\u202e", "https://name:secret@host",
     "https://host:99999", "https://host:0", "https://[::1", "https://-", "https://%zz", "https://x/#y"],
    ids=ascii,
)  # fmt: skip
def test_an_address_that_nobody_could_look_up_is_said_under_its_field(typed: str) -> None:
    with pytest.raises(Problems) as stopped:
        check_address(typed)
    assert [(one.field, one.code) for one in stopped.value.problems] == [("address", "server_address.shape")]


@pytest.mark.parametrize(
    "typed",
    ["http://学分银行.example", "https://bank.example.edu/credit", "http://[::1]:8000", "http://127.0.0.1"],
)
def test_an_address_that_could_be_one_is_taken(typed: str) -> None:
    assert check_address(f" {typed}/ ") == typed
    Transport(typed, SHORT).close()
