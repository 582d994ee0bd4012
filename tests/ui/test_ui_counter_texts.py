"""Certificates are read by the real models while one types, and only offer what they say."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.devices.page_worker import PageWorker
from creditbank_desktop.devices.text_reader import RecognisingReader
from creditbank_desktop.services.scan_ports import Scanning
from creditbank_desktop.services.services import build_services
from creditbank_desktop.ui.counter.outcome_editor import OutcomeEditor
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms
from tests.ui.test_ui_counter import begin_certificate

pytestmark = [
    pytest.mark.usefixtures("dress"),
    # Lists that pop up grab keyboard and top place where there is a screen.
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]
HOLDER = {"name": "张雨桐", "document_number": "370102200308171526"}


@pytest.fixture
def reading(world: World) -> Iterator[World]:  # noqa: F811
    """Give an office that reads text."""
    scanning = Scanning(PageWorker(), text=RecognisingReader(idle_s=None))
    world.room = replace(world.room, scanning=scanning)
    world.services = build_services(world.room)
    yield world
    scanning.close()


@pytest.fixture
def room(qtbot, qapp: QApplication, reading: World, runner) -> Iterator[OpenRoom]:
    yield from rooms(qtbot, qapp, reading, runner)


def editor(desk: CounterRoom) -> OutcomeEditor:
    slot = desk.counter.intake.slot
    assert slot is not None
    assert slot.editor is not None
    return slot.editor


def take(desk: CounterRoom, file: Path) -> None:
    slot = desk.counter.intake.slot
    assert slot is not None
    desk.counter.trays.open(slot.materials)
    desk.settle(50)
    desk.files.append(str(file))
    desk.press("Ctrl+O")
    desk.until(lambda: bool(slot.materials.documents()))
    desk.settle(200)


def test_a_photographed_certificate_fills_the_form_with_one_key(
    room: OpenRoom, reading: World, shared_data: Path, tmp_path: Path
) -> None:
    reading.register(**HOLDER)
    desk = room()
    begin_certificate(desk)
    desk.write("网店运营", 8)
    page = tmp_path / "certificate.jpg"
    shutil.copy(shared_data / "certificates" / "cert_photo.jpg", page)
    take(desk, page)
    desk.until(lambda: bool(editor(desk).offers.lines("evidence_number")))
    desk.press("Escape", "Shift+F12")
    fields = editor(desk).outcome().fields
    assert fields["evidence_number"] == "Y000037012023400187654"
    assert fields["issuer"].startswith("德州星海职业技能评价中心")
    assert (fields["level"], fields["issued_on"]) == ("3", "2023-11-06")
    assert fields["title"] == "网店运营", "what was typed stays"
    (line,) = editor(desk).offers.lines("title")
    assert line.offer.text == "电子商务师"
    assert line.offer.picture.startswith(b"\xff\xd8")
    assert desk.notice() == ""


def test_a_page_in_another_name_is_told(room: OpenRoom, reading: World, shared_data: Path) -> None:
    reading.register(name="张雨桐", latin_name="Zhang Yutong")
    desk = room()
    begin_certificate(desk)
    take(desk, shared_data / "certificates" / "cert_hard.jpg")
    desk.until(lambda: "张雨桐" in desk.notice())
    assert "370102200308171526" not in desk.notice()
