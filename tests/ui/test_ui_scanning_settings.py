"""The scanner of this computer is set and tried by keys, on the real services with SANE's test device."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.running import ChangeBus
from creditbank_desktop.ui.scanning.scanner_page import ScannerPage
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.theme.colours import Look
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.scanning_hands import HAS_SANE, give_scanning

pytestmark = [
    pytest.mark.skipif(not HAS_SANE, reason="SANE's test device is not installed here"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]


@pytest.fixture
def page(qtbot, world: World, runner, dress, tmp_path: Path):  # noqa: F811
    give_scanning(world, tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    desk = SettingsDesk(
        world.services,
        runner,
        ChangeBus(),
        world.actors["clerk"],
        world.clock,
        lambda _path, _most: b"",
        lambda _path, _data: None,
    )
    made = ScannerPage(desk, lambda _parent, _folder: str(folder))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    with qtbot.waitActive(made):
        made.show()
    made.on_opened()
    qtbot.waitUntil(lambda: not runner.is_busy and made.form.source.hasFocus(), timeout=20_000)
    yield made
    world.room.scanning.reader.close()


def press(qtbot, runner, keys: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keySequence(focus, QKeySequence(keys))
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)
    QApplication.processEvents()


def test_scanner_and_folder_are_kept(page: ScannerPage, qtbot, runner, world: World, tmp_path: Path) -> None:  # noqa: F811
    press(qtbot, runner, "Ctrl+O")
    press(qtbot, runner, "Ctrl+Return")
    kept = world.services.scans.profile(world.actors["clerk"])
    assert kept.source == "sane:test:0"
    assert kept.folder == str(tmp_path / "in")


def test_a_folder_that_is_not_there_is_named_under_its_field(page: ScannerPage, qtbot, runner) -> None:
    page.folder.setText("/nowhere/at/all")
    press(qtbot, runner, "Ctrl+Return")
    row = next(row for row in page.form.rows if row.field == "folder")
    assert row.problems()


def test_a_test_scan_shows_a_page_and_keeps_nothing(page: ScannerPage, qtbot, runner, world: World) -> None:  # noqa: F811
    press(qtbot, runner, "Ctrl+T")
    qtbot.waitUntil(lambda: page.result.viewer.pages == 1, timeout=20_000)
    assert world.services.scans.profile(world.actors["clerk"]).source == ""
    assert world.services.scans.loose(world.actors["clerk"]) == ()


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
@pytest.mark.parametrize("size", [(1100, 640), (790, 400)])
def test_the_page_fits(
    page: ScannerPage, qtbot, runner, dress, language: Language, size: tuple[int, int]
) -> None:
    dress(Look.LIGHT, language)
    lay_out(page, *size)
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)
    assert clipped_words(page) + nameless_controls(page) + overlapping_parts(page) == []
