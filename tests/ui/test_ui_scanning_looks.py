"""The scan tray fits its windows and names its controls, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms
from tests.ui.scanning_hands import give_scanning, pdf_of, picture_file, remember_scanner
from tests.ui.test_ui_counter import begin_certificate
from tests.ui.test_ui_scanning import materials, open_tray, tray, wait_for_pages

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)")


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner, dress, tmp_path: Path) -> Iterator[OpenRoom]:  # noqa: F811
    give_scanning(world, tmp_path)
    remember_scanner(world, folder=str(tmp_path))
    world.register(name="张雨桐", latin_name="Zhang Yutong")
    yield from rooms(qtbot, qapp, world, runner)
    world.room.scanning.reader.close()


def faults(desk: CounterRoom) -> list[str]:
    view = tray(desk)
    return clipped_words(view) + nameless_controls(view) + overlapping_parts(view)


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
@pytest.mark.parametrize("size", [(1366, 768), (853, 480)])
def test_the_tray_fits(
    room: OpenRoom, tmp_path: Path, dress, language: Language, size: tuple[int, int]
) -> None:
    dress(Look.DARK if size[0] == 1366 else Look.LIGHT, language)
    desk = room(width=size[0], height=size[1])
    begin_certificate(desk)
    open_tray(desk)
    lay_out(desk.window, *size)
    desk.settle(50)
    assert faults(desk) == []
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 nothing")
    desk.files.extend([pdf_of(tmp_path, "scan", 3), picture_file(tmp_path, "form"), str(bad)])
    desk.press("Ctrl+O")
    wait_for_pages(desk, 4)
    assert faults(desk) == []
    desk.press("C")
    desk.until(tray(desk).crop_view.isVisible)
    assert faults(desk) == []
    desk.press("Escape", "Space")
    desk.until(lambda: tray(desk).face.look.viewer.pages == 1)
    assert faults(desk) == []
    desk.press("Space", "Ctrl+F9")
    desk.until(tray(desk).face.chooser.isVisible)
    assert faults(desk) == []
    assert len(materials(desk).documents()) == 2
