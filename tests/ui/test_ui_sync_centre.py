"""The sync centre tells how far everything is, never says complete too early, and words what goes wrong."""

# ruff: noqa: F811 - pytest finds fixtures by the names of arguments

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.sync.desk_views import Step, SyncRow
from creditbank_desktop.sync.face import Stage, SyncProgress, SyncReport, SyncStatus
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.shell.main_window import MainWindow
from creditbank_desktop.ui.sync_centre.desk import SyncDesk
from creditbank_desktop.ui.sync_centre.page import SyncCentrePage
from creditbank_desktop.ui.sync_centre.rows import Shown
from creditbank_desktop.ui.sync_centre.summary import headline, summarise, word_age, word_only_here, word_size
from creditbank_desktop.ui.sync_centre.watch import SyncWatch
from creditbank_desktop.ui.theme.colours import Look, Tone
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.papers_rooms import PaperRoom, SampleSync

pytestmark = pytest.mark.usefixtures("dress")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SETTLED = SyncStatus(True, "https://s.example", 0, 0, 0, 0, 0, 0, None, NOW, "", False)
Opened = tuple[PaperRoom, MainWindow, SyncCentrePage]


@pytest.fixture
def opened(qtbot, qapp: QApplication, world: World, runner, keep) -> Callable[..., Opened]:
    """Return what opens the sync centre for a member of staff."""

    def make(
        who: str = "clerk", sync: SyncDesk | None = None, width: int = 1366, height: int = 768
    ) -> Opened:
        room = PaperRoom(world, runner, who)
        window = room.window(qapp, sync)
        keep(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
        page = window.open("sync")
        assert isinstance(page, SyncCentrePage)
        room.settle()
        return room, window, page

    return make


class Line:
    """A server on a line that a test holds: `sync_now` waits for ``go`` and then does as told."""

    def __init__(self, status: SyncStatus, fault: EnvironmentFault | None = None) -> None:
        self.shown = status
        self.fault = fault
        self.runs = 0
        self.go = threading.Event()
        self.progress: SyncProgress | None = None

    def status(self) -> SyncStatus:
        return self.shown

    def rows(self, actor: Actor) -> tuple[SyncRow, ...]:
        return (SyncRow("application", "a1", Step.SAVED, NOW, "SL-1", "张雨桐", "电工"),)

    def sync_now(self, progress: SyncProgress) -> SyncReport:
        self.runs += 1
        self.progress = progress
        progress.enter(Stage.PUSHING, 12)
        progress.done = 5
        self.go.wait(20)
        if self.fault is not None:
            raise self.fault
        return SyncReport(pushed=12, accepted=12, cancelled=progress.cancelled)

    def enrol(self, actor: Actor, address: str, code: str) -> frozenset[tuple[str, str]]:
        raise EnvironmentFault("sync.away")


@pytest.mark.parametrize(
    "open_point",
    [
        {"saved": 1},
        {"sent": 1},
        {"in_doubt": 1},
        {"held_here": 1},
        {"files": 1},
        {"enrolled": False},
        {"last_fault": "sync.away"},
        {"last_contact_at": None},
        {"running": True},
    ],
    ids=lambda point: next(iter(point)),
)
def test_nothing_says_complete_that_is_not(open_point: dict[str, object]) -> None:
    assert summarise(SETTLED).words == "All synced"
    assert headline(SETTLED) == "Everything is on the server and settled."
    status = replace(SETTLED, **open_point)  # type: ignore[arg-type]
    assert summarise(status).words != "All synced"
    assert summarise(status).tone is not Tone.SUCCESS
    assert "Everything" not in headline(status)


def test_the_chip_names_what_matters_most() -> None:
    waiting = replace(SETTLED, saved=9, sent=3)
    assert summarise(waiting).words == "12 waiting"
    assert summarise(replace(waiting, last_fault="sync.away")).words == "Offline · 12 waiting"
    troubled = replace(waiting, last_fault="sync.away", in_doubt=1, held_here=1)
    assert summarise(troubled).words == "2 need a look"
    assert summarise(troubled).tone is Tone.DANGER
    assert summarise(replace(waiting, enrolled=False)).words == "No server · 12 here"


def test_what_only_this_computer_has_is_told_with_its_age() -> None:
    status = replace(SETTLED, saved=9, sent=3, oldest_at=NOW - timedelta(days=3, hours=1))
    assert word_only_here(status, NOW) == "12 records, the oldest 3 days ago"
    assert word_only_here(SETTLED, NOW) == "nothing"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-30), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=23, minutes=59), "23 hours ago"),
        (timedelta(days=1), "1 day ago"),
    ],
)
def test_ages_are_round(ago: timedelta, words: str) -> None:
    assert word_age(NOW - ago, NOW) == words


def test_sizes_are_round() -> None:
    assert [word_size(1), word_size(500_000), word_size(3_210_000)] == ["1 KB", "500 KB", "3.2 MB"]


def test_without_a_server_the_work_is_listed_and_no_sync_is_offered(opened, world: World) -> None:
    application = world.accepted(world.form(world.register(name="张雨桐")))
    room, _window, page = opened()
    assert page.head.headline.text() == "This computer works without a server."
    assert not page.head.sync_button.isVisible()
    assert not page.connect_button.isVisible()
    rows = {row.id: row for row in page._rows}
    row = rows[application]
    assert (row.step, row.who, row.title) == (Step.SAVED, "张雨桐", "电工")
    assert row.acts == ("application.received", "application.accepted")
    assert page.table.select_id(row.key)
    assert page.detail.road[0].text() == "✓ Saved here"
    assert page.detail.road[1].text() == "Sent"
    room.press("O")
    assert room.opened == [application]
    room.press("Ctrl+R")
    assert page.messages.notice is None


def test_an_administrator_connects_and_problems_stand_under_their_fields(opened) -> None:
    room, _window, page = opened("admin")
    assert page.connect_button.isVisible()
    room.press("Ctrl+E")
    room.press("Ctrl+Return")
    form = page.connecting
    assert [p.code for row in form.rows for p in row.problems()] == ["field.empty", "field.empty"]
    room.type("credit bank")
    room.press("Tab")
    room.type("123")
    room.press("Ctrl+Return")
    shown = {row.field: [p.code for p in row.problems()] for row in form.rows}
    assert "enrolment_code.shape" in shown["code"]
    assert form.address.text() == "credit bank"
    room.press("Escape")
    assert not form.isVisible()


def test_a_run_shows_its_progress_and_is_not_begun_twice(qtbot, opened) -> None:
    line = Line(replace(SETTLED, saved=12))
    room, window, page = opened("clerk", line)
    summaries: list[str] = []
    page.summarised.connect(lambda summary: summaries.append(str(summary.words)))
    qtbot.keyClick(page.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.head.bar.isVisible, timeout=10_000)
    assert page.head.stage.text() == "Sending 5 of 12"
    assert page.head.chip.text() == "Syncing …"
    assert "Syncing …" in summaries
    page.sync_now()
    line.shown = replace(SETTLED)
    line.go.set()
    room.settle()
    assert line.runs == 1
    assert not page.head.bar.isVisible()
    assert page.head.sync_button.isEnabled()
    assert window.status.note.text() == "Sent 12, received 0, files 0"
    assert page.head.headline.text() == "Everything is on the server and settled."


def test_escape_stops_a_run_between_two_items(qtbot, opened) -> None:
    line = Line(replace(SETTLED, saved=12))
    room, _window, page = opened("clerk", line)
    page.sync_now()
    qtbot.waitUntil(page.head.bar.isVisible, timeout=10_000)
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert line.progress is not None
    assert line.progress.cancelled
    line.go.set()
    room.settle()
    assert page.messages.notice is not None
    assert "Stopped" in page.messages.notice.text


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (EnvironmentFault("sync.away"), "cannot be reached"),
        (EnvironmentFault("sync.server_error", status=500), "an error (500)"),
        (EnvironmentFault("sync.nonsense", status=200), "did not come from the credit bank's server"),
        (EnvironmentFault("sync.not_our_server"), "Another server answers"),
        (EnvironmentFault("sync.refused", reason="stream.forked"), "was restored or copied"),
    ],
    ids=lambda value: value.code if isinstance(value, EnvironmentFault) else "",
)
def test_each_fault_has_words_and_a_way_on(opened, fault: EnvironmentFault, words: str) -> None:
    line = Line(replace(SETTLED, saved=12), fault)
    line.go.set()
    room, _window, page = opened("clerk", line)
    line.shown = replace(line.shown, last_fault=fault.code)
    room.press("Ctrl+R")
    assert page.messages.notice is not None
    assert words in page.messages.notice.text
    assert page.messages.notice.retry is not None
    assert page.head.chip.text() == "Offline"
    assert page.head.only_here.value.text() == "12 records"
    line.fault, line.shown = None, SETTLED
    page.messages.notice.retry()
    room.settle()
    assert line.runs == 2
    assert page.head.headline.text() == "Everything is on the server and settled."


def test_numbers_choose_what_is_shown_and_trouble_tells_its_reason(opened, world: World) -> None:
    room = PaperRoom(world, opened()[0].runner)
    sample = SampleSync(room.sync_desk, world, world.register())
    room, _window, page = opened("clerk", sample)
    assert page.table.rows.rowCount() == 16
    room.press("2")
    assert page._shown is Shown.A_LOOK
    row = page.table.selected()
    assert row is not None
    assert row.step.needs_a_look
    assert "another state" in page.detail.meaning.text.text()
    assert page.detail.road[2].text() == "Rejected"
    assert page.detail.road[3].text() == "Posted"
    assert not page.detail.retry_button.isVisible()
    room.press("3")
    assert page.detail.retry_button.isVisible()
    room.press("J", "Return")
    assert room.opened == [page.table.selected().id]


def test_the_watch_tells_the_chip_after_changes_of_the_sync(qtbot, opened) -> None:
    room, _window, _page = opened("clerk", Line(SETTLED))
    line = Line(replace(SETTLED, saved=7))
    watch = SyncWatch(replace(room.sync_desk, sync=line))
    with qtbot.waitSignal(watch.summarised) as told:
        room.bus.announce(frozenset({("sync", "")}))
    assert told.args[0].words == "7 waiting"
    room.settle()
    watch.deleteLater()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (853, 480)], ids=["1366x768", "1280x720-at-150"])
@pytest.mark.parametrize(
    ("look", "language"), [(Look.LIGHT, Language.CHINESE), (Look.DARK, Language.ENGLISH)], ids=["zh", "en"]
)
def test_nothing_is_clipped_and_everything_has_a_name(
    opened, dress, world: World, runner, look: Look, language: Language, width: int, height: int
) -> None:
    dress(look, language)
    sample = SampleSync(PaperRoom(world, runner).sync_desk, world, world.register())
    room, window, page = opened("clerk", sample, width, height)

    def check(where: str, shown: MainWindow = window) -> None:
        lay_out(shown, width, height)
        room.settle()
        assert clipped_words(shown) == [], where
        assert overlapping_parts(shown) == [], where
        assert nameless_controls(shown) == [], where

    check("rows")
    page.panes.bring(0)
    check("detail")
    page.head.show_run(SyncProgress())
    for _ in range(5):
        page.head._on_timer_timeout()
    check("run")
    page.head.end_run()
    alone, other, unconnected = opened("admin", None, width, height)
    alone.press("Ctrl+E")
    unconnected.connecting.connect_button.click()
    check("connecting", other)
