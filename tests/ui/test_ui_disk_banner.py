"""The disk fails while the window is open: the window says so until it is over, and nothing typed is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.app.saving import try_saving
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_applications import QueueFilter
from creditbank_desktop.ui.counter.intake_work import SAVE_AFTER_MS
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.shell.disk_banner import LASTING, DiskBanner, DiskWatch
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, pdf_file, rooms
from tests.ui.test_ui_counter import NUMBER, begin_certificate, fill_certificate, only_application

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    yield from rooms(qtbot, qapp, world, runner)


def forbid_writing(world: World, forbidden: bool) -> None:  # noqa: F811
    """Let SQLite refuse every write, as on a disk that became read-only."""
    store = world.store

    def switch() -> None:
        connection = store._writing.raw_connection()
        connection.driver_connection.execute(f"PRAGMA query_only = {int(forbidden)}")  # type: ignore[union-attr]
        connection.close()

    store._writer.run(switch)


def watch(desk: CounterRoom, world: World) -> DiskWatch:  # noqa: F811
    made = DiskWatch(desk.runner, partial(try_saving, world.room), desk.window.disk, desk.window)
    made._pause_ms = 50
    return made


def test_a_submission_that_cannot_be_saved_waits_on_the_screen(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    watched = watch(desk, world)
    begin_certificate(desk)
    fill_certificate(desk)
    forbid_writing(world, True)
    desk.press("Ctrl+Return")
    desk.until(desk.window.disk.isVisible)
    assert "cannot be written" in desk.window.disk.words.text()
    (outcome,) = desk.counter.intake.form().outcomes
    assert outcome.fields["evidence_number"] == NUMBER
    received = QueueFilter(frozenset({State.RECEIVED}))
    assert world.services.counter.queue(world.actors["clerk"], received).rows == ()
    forbid_writing(world, False)
    watched.probe_now()
    desk.until(lambda: not desk.window.disk.isVisible())
    desk.press("Ctrl+Return")
    assert only_application(world, State.RECEIVED)
    watched.stop()


def test_the_banner_goes_by_itself_when_saving_works(room: OpenRoom, world: World) -> None:  # noqa: F811
    world.register(name="张雨桐")
    desk = room()
    watched = watch(desk, world)
    begin_certificate(desk)
    forbid_writing(world, True)
    desk.write("电工", 6)
    desk.settle(SAVE_AFTER_MS + 300)
    assert desk.window.disk.isVisible()
    forbid_writing(world, False)
    desk.until(lambda: not desk.window.disk.isVisible())
    desk.settle(300)
    (draft,) = world.services.intake.drafts(world.actors["clerk"])
    assert draft.title == "电工"
    watched.stop()


def test_a_scan_that_does_not_fit_on_the_disk_is_told(
    room: OpenRoom,
    world: World,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world.register(name="张雨桐")
    desk = room()
    watched = watch(desk, world)
    begin_certificate(desk)
    flush, full = os.fsync, [True]

    def fsync(handle: int) -> None:
        if full[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        flush(handle)

    monkeypatch.setattr("creditbank_desktop.models.blobs.os.fsync", fsync)
    desk.files.append(pdf_file(tmp_path))
    fill_certificate(desk)
    desk.press("Ctrl+O")
    desk.until(desk.window.disk.isVisible)
    assert "disk is full" in desk.window.disk.words.text()
    full[0] = False
    watched.probe_now()
    desk.until(lambda: not desk.window.disk.isVisible())
    watched.stop()


def test_only_what_holds_up_all_work_is_a_banner(runner: OperationRunner, keep) -> None:
    banner = DiskBanner()
    keep(banner)
    watched = DiskWatch(runner, lambda: None, banner)
    runner.fault_met.emit(EnvironmentFault("sync.away"))
    assert banner.fault is None
    for code in sorted(LASTING):
        runner.fault_met.emit(EnvironmentFault(code, path="x", detail="y"))
        assert banner.fault is not None
        assert banner.words.text()
    watched.stop()
