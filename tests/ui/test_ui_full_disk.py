"""The disk under the window is really full: the banner says so, and goes by itself afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.app.saving import try_saving
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.views_applications import QueueFilter
from creditbank_desktop.ui.shell.disk_banner import DiskWatch
from tests.crash.small_disks import SmallDisk, small_disk
from tests.services.conftest import founded, shipped_fonts  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.counter_room import OpenRoom, rooms
from tests.ui.test_ui_counter import begin_certificate, fill_certificate, only_application

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", 12) as made:
        yield made


@pytest.fixture
def world(disk: SmallDisk, founded: World) -> Iterator[World]:  # noqa: F811
    found = founded.copied_to(disk.folder / "office")
    yield found
    found.close()


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:
    yield from rooms(qtbot, qapp, world, runner)


def test_a_full_disk_is_told_until_there_is_room(room: OpenRoom, world: World, disk: SmallDisk) -> None:
    world.register(name="张雨桐")
    desk = room()
    watched = DiskWatch(desk.runner, partial(try_saving, world.room), desk.window.disk, desk.window)
    watched._pause_ms = 50
    begin_certificate(desk)
    fill_certificate(desk)
    desk.settle(300)
    disk.fill()
    desk.press("Ctrl+Return")
    desk.until(desk.window.disk.isVisible)
    assert "full" in desk.window.disk.words.text()
    received = QueueFilter(frozenset({State.RECEIVED}))
    assert world.services.counter.queue(world.actors["clerk"], received).rows == ()
    disk.empty()
    desk.until(lambda: not desk.window.disk.isVisible())
    desk.press("Ctrl+Return")
    assert only_application(world, State.RECEIVED)
    watched.stop()
