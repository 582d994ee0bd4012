"""Every screen fits the displays that people have, in both languages, and names its controls."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from creditbank_desktop.app.demo.scenes import Scene, Stagehand
from creditbank_desktop.app.office import Surroundings
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.sample.loader import SampleSize, make_sample_office
from creditbank_desktop.app.sample.staffing import StaffedOffice, staff_again
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.theme.deeds import AppearanceDeeds
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.passphrases import Cost
from creditbank_server.clocks import SettableClock
from tests.ui.ui_gallery import dressed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]
TODAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
SIZES = {"1366×768": (1366, 768), "1920×1080": (1920, 1080), "1280×720 at 150 %": (853, 480)}
LEAST_SCREENS = 30


@pytest.fixture(scope="module")
def office(resources: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedOffice]:
    folder = tmp_path_factory.mktemp("screens")
    around = Surroundings(resources, SettableClock(UTC, TODAY), Uuid7Source(), Cost(64, 1, 1))
    # The front door looks for the sample under this name.
    place = OfficePlace(folder / "sample")
    make_sample_office(place, around, SampleSize(learners=12, applications=24))
    staffed = staff_again(place, around)
    yield staffed
    staffed.close()
    shutil.rmtree(folder, ignore_errors=True)


def faults(scene: Scene) -> Iterator[str]:
    """Name what is wrong with a screen at any size."""
    for size, (width, height) in SIZES.items():
        lay_out(scene.window, *scene.size_on(width, height))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for check in (clipped_words, overlapping_parts, nameless_controls):
            for fault in check(scene.window):
                yield f"{scene.name} at {size}: {fault}"


@pytest.mark.parametrize(
    ("language", "look"), [(Language.CHINESE, Look.LIGHT), (Language.ENGLISH, Look.DARK)], ids=["zh", "en"]
)
def test_every_screen_fits_every_display(
    qapp: QApplication, office: StaffedOffice, language: Language, look: Look
) -> None:
    dressed(qapp, look, language)
    runner = OperationRunner()
    crashes: list[BaseException] = []
    runner.crashed.connect(crashes.append)
    try:
        deeds = AppearanceDeeds(lambda _look: None, lambda _language: None)
        seen, found = set[str](), list[str]()
        for scene in Stagehand(office, runner, deeds, quiet_ms=60).scenes():
            seen.add(scene.name)
            found.extend(faults(scene))
    finally:
        runner.close()
        dressed(qapp, Look.LIGHT, Language.ENGLISH)
    assert crashes == []
    assert found == []
    assert len(seen) >= LEAST_SCREENS
