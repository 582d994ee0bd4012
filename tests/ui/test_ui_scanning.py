"""Clerks scan, arrange and hand in pages by keys alone, on the real services with SANE's test device."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.scans import ScannedDocument
from creditbank_desktop.services.scan_ports import Scanning
from creditbank_desktop.services.services import build_services
from creditbank_desktop.ui.counter.case_view import CounterAct
from creditbank_desktop.ui.counter.materials_panel import MaterialsPanel
from creditbank_desktop.ui.scanning.scan_tray import ScanTray
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_world import World
from tests.ui.counter_room import CounterRoom, OpenRoom, rooms
from tests.ui.scanning_hands import HAS_SANE, give_scanning, pdf_of, picture_file, remember_scanner
from tests.ui.test_ui_counter import begin_certificate, fill_certificate

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner, tmp_path: Path) -> Iterator[OpenRoom]:  # noqa: F811
    give_scanning(world, tmp_path)
    world.register(name="张雨桐", latin_name="Zhang Yutong")
    yield from rooms(qtbot, qapp, world, runner)
    world.room.scanning.reader.close()


def tray(desk: CounterRoom) -> ScanTray:
    return desk.counter.trays.view


def materials(desk: CounterRoom) -> MaterialsPanel:
    slot = desk.counter.intake.slot
    assert slot is not None
    return slot.materials


def documents(desk: CounterRoom) -> tuple[ScannedDocument, ...]:
    return materials(desk).documents()


def sizes(desk: CounterRoom) -> list[int]:
    return [len(document.pages) for document in documents(desk)]


def pages(desk: CounterRoom) -> list[str]:
    return [page.page for document in documents(desk) for page in document.pages]


def open_tray(desk: CounterRoom) -> None:
    """Open the tray as a click on Scan would, without scanning: with files, by the key of the list."""
    desk.counter.trays.open(materials(desk))
    desk.settle(50)


def submitted_before(world: World) -> ApplicationId:  # noqa: F811
    """Return an application whose files are fictions that no reader of pages would take."""
    services = world.services
    world.services = build_services(replace(world.room, scanning=Scanning()))
    application = world.submit(world.form(world.register(name="欧阳若兮")))
    world.services = services
    return application


def wait_for_pages(desk: CounterRoom, count: int) -> None:
    desk.until(
        lambda: len(pages(desk)) == count and not desk.counter.trays.session(materials(desk)).is_taking
    )
    desk.settle(120)


def begin(room: OpenRoom, files: list[str], pages_in_them: int) -> CounterRoom:
    """Begin a certificate and take files into its tray."""
    desk = room()
    begin_certificate(desk)
    open_tray(desk)
    desk.files.extend(files)
    desk.press("Ctrl+O")
    desk.files.clear()
    wait_for_pages(desk, pages_in_them)
    return desk


@pytest.mark.skipif(not HAS_SANE, reason="SANE's test device is not installed here")
def test_the_first_scan_asks_how_and_the_next_one_does_not(room: OpenRoom, world: World) -> None:  # noqa: F811
    desk = room()
    begin_certificate(desk)
    desk.press("F9")
    view = tray(desk)
    desk.until(lambda: view.face.chooser.form.isEnabled() and view.face.chooser.scan.isEnabled())
    assert not view.face.is_at_pages
    desk.settle(50)
    desk.press("Ctrl+Return")
    wait_for_pages(desk, 1)
    assert world.services.scans.profile(world.actors["clerk"]).source == "sane:test:0"
    (document,) = documents(desk)
    assert document.material == materials(desk).specs()[0].material
    desk.press("F9")
    desk.until(lambda: not desk.counter.trays.session(materials(desk)).is_taking)
    # The test device draws the same page every time.
    assert sizes(desk) == [1]
    assert "here already" in desk.words(view)


@pytest.mark.skipif(not HAS_SANE, reason="SANE's test device is not installed here")
def test_a_scan_goes_on_while_one_types_and_can_be_stopped(room: OpenRoom, world: World) -> None:  # noqa: F811
    remember_scanner(world)
    desk = room()
    begin_certificate(desk)
    editor = desk.hears_keys()
    desk.press("F9")
    desk.press("Escape")
    desk.settle(50)
    assert desk.counter.middle.is_shown(desk.counter.intake)
    assert desk.hears_keys() is editor
    desk.type("x")
    wait_for_pages(desk, 1)
    assert desk.hears_keys() is editor
    # Saved with the page, not two seconds later.
    drafts = world.services.intake.drafts(world.actors["clerk"])
    assert len(drafts) == 1
    kept = world.services.intake.draft(world.actors["clerk"], drafts[0].draft)
    assert [len(document.pages) for document in kept.form.tray] == [1]


def test_pages_are_arranged_by_keys_and_handed_in(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    desk = begin(room, [pdf_of(tmp_path, "scan", 3), picture_file(tmp_path, "form")], 4)
    first, second, third, fourth = pages(desk)
    assert sizes(desk) == [3, 1]
    asked = [spec.material for spec in materials(desk).specs()]
    assert [document.material for document in documents(desk)] == asked[:2]
    desk.press("Home", "Right", "S")
    assert sizes(desk) == [1, 2, 1]
    desk.press("Ctrl+Right")
    assert pages(desk) == [first, third, second, fourth]
    desk.press("Delete")
    assert pages(desk) == [first, third, fourth]
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert pages(desk) == [first, second, third, fourth]
    desk.press("Ctrl+Y")
    assert pages(desk) == [first, third, second, fourth]
    desk.press("Ctrl+Z", "End", "J")
    assert sizes(desk) == [1, 3]
    desk.press("Ctrl+Z")
    assert sizes(desk) == [1, 2, 1]
    for key, material in zip(("Home", "Right", "End"), ("1", "2", "3"), strict=True):
        desk.press(key, material)
    assert [document.material for document in documents(desk)] == [*tray(desk).materials.materials[:3]]
    desk.press("Return")
    desk.until(lambda: not documents(desk))
    assert desk.counter.middle.is_shown(desk.counter.intake)
    assert [file.pages for file in materials(desk).evidence()] == [1, 2, 1]
    assert materials(desk).missing() == ()


def test_a_page_is_turned_set_straight_and_cropped(room: OpenRoom, tmp_path: Path) -> None:
    desk = begin(room, [picture_file(tmp_path, "certificate")], 1)
    view = tray(desk)

    def page() -> tuple[int, int]:
        (one,) = documents(desk)[0].pages
        return one.width, one.height

    assert page() == (420, 594)
    desk.press("R")
    desk.until(lambda: page() == (594, 420))
    desk.press("Shift+R")
    desk.until(lambda: page() == (420, 594))
    desk.press("D")
    desk.until(lambda: len(documents(desk)[0].pages[0].edits) == 3)
    desk.press("C")
    desk.until(lambda: view.crop_view.isVisible() and view.crop_view.hasFocus())
    desk.press("Home", "Shift+Left", "Shift+Up", "Right", "Ctrl+Left")
    box = view.crop_view.box
    assert (box.left, box.right, box.bottom) == (180, 9_980, 9_800)
    desk.press("Return")
    desk.until(lambda: len(documents(desk)[0].pages[0].edits) == 4)
    assert page()[0] < 420
    assert page()[1] < 594
    for _ in range(4):
        desk.press("Ctrl+Z")
        desk.settle(60)
    desk.until(lambda: page() == (420, 594) and not documents(desk)[0].pages[0].edits)
    desk.press("Ctrl+Y")
    desk.until(lambda: page() == (594, 420))


def test_a_page_is_looked_at_large_and_worked_on_there(room: OpenRoom, tmp_path: Path) -> None:
    desk = begin(room, [picture_file(tmp_path, "certificate")], 1)
    view = tray(desk)
    desk.press("Space")
    desk.until(lambda: view.face.look.viewer.pages == 1)
    assert view.face.is_at_look
    before = view.face.look.viewer.document
    desk.press("R")
    desk.until(lambda: view.face.look.viewer.document != before and view.face.look.viewer.pages == 1)
    desk.press("Space")
    assert view.face.is_at_pages


def test_refused_files_are_named_and_doubles_told(room: OpenRoom, tmp_path: Path) -> None:
    good, bad, odd = picture_file(tmp_path, "good"), tmp_path / "bad.pdf", tmp_path / "list.xlsx"
    bad.write_bytes(b"%PDF-1.7 nothing")
    odd.write_bytes(b"PK\x03\x04")
    desk = begin(room, [good, str(bad), str(odd)], 1)
    view = tray(desk)
    desk.until(view.face.reasons_area.isVisible)
    said = view.face.reasons.text().splitlines()
    assert len(said) == 2
    assert "bad.pdf" in said[0]
    assert "list.xlsx" in said[1]
    desk.files.append(good)
    desk.press("Ctrl+O")
    desk.until(lambda: "here already" in view.face.reasons.text())
    assert sizes(desk) == [1]


def test_what_was_copied_is_pasted(room: OpenRoom, tmp_path: Path) -> None:
    desk = begin(room, [], 0)
    desk.press("Ctrl+V")
    assert "clipboard" in desk.notice()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(picture_file(tmp_path, "copied"))])
    QGuiApplication.clipboard().setMimeData(data)
    desk.press("Ctrl+V")
    wait_for_pages(desk, 1)
    QGuiApplication.clipboard().clear()


def test_pages_fall_in_from_the_watched_folder(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    folder = tmp_path / "in"
    folder.mkdir()
    remember_scanner(world, folder=str(folder))
    desk = begin(room, [], 0)
    desk.until(tray(desk).face.head.folder.isVisible)
    assert not tray(desk).folder.is_on
    desk.press("F")
    assert tray(desk).folder.is_on
    picture_file(folder, "camera")
    desk.qtbot.waitUntil(lambda: len(pages(desk)) == 1, timeout=20_000)
    desk.qtbot.waitUntil(lambda: not (folder / "camera.png").exists(), timeout=20_000)
    desk.press("F")
    assert not tray(desk).folder.is_on
    wait_for_pages(desk, 1)


def test_the_tray_comes_back_with_the_draft(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    desk = begin(room, [pdf_of(tmp_path, "scan", 2)], 2)
    before = documents(desk)
    desk.press("Escape", "Escape")
    (draft,) = world.services.intake.drafts(world.actors["clerk"])
    desk.counter.open_draft(draft.draft)
    desk.until(lambda: desk.counter.intake.slot is not None and bool(documents(desk)))
    assert documents(desk) == before
    desk.press("F9" if HAS_SANE else "Escape")


def test_submitting_makes_files_of_what_lies_in_the_tray(
    room: OpenRoom,
    world: World,  # noqa: F811
    tmp_path: Path,
) -> None:
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk)
    open_tray(desk)
    desk.files.extend(picture_file(tmp_path, f"page {n}") for n in range(len(materials(desk).specs())))
    desk.press("Ctrl+O")
    wait_for_pages(desk, len(desk.files))
    desk.press("Escape")
    desk.settle(50)
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.counter.cases.case is not None)
    case = desk.counter.cases.case
    assert case is not None
    assert len(case.evidence) == len(desk.files)
    assert world.services.intake.drafts(world.actors["clerk"]) == ()


def test_a_document_without_material_is_asked_about(room: OpenRoom, tmp_path: Path) -> None:
    desk = begin(room, [pdf_of(tmp_path, "scan", 1), *(picture_file(tmp_path, f"{n}") for n in range(3))], 4)
    desk.press("Home", "J", "S" if sizes(desk)[0] > 1 else "Home")
    session = tray(desk).session
    assert session is not None
    session.assign("")
    desk.press("Return")
    desk.settle(50)
    assert "material" in desk.notice()
    assert len(documents(desk)) == 1
    desk.press("1", "Return")
    desk.until(lambda: not documents(desk))


def test_a_supplement_is_scanned_into_the_same_tray(room: OpenRoom, world: World, tmp_path: Path) -> None:  # noqa: F811
    application = submitted_before(world)
    desk = room()
    desk.window.open("counter")
    desk.settle()
    desk.counter.open_application(application)
    desk.settle()
    before = len(desk.counter.cases.case.evidence)  # type: ignore[union-attr]
    desk.counter.cases.start(CounterAct.ADD_EVIDENCE)
    desk.settle()
    panel = desk.counter.cases.materials
    assert panel is not None
    desk.counter.trays.open(panel)
    desk.files.append(pdf_of(tmp_path, "supplement", 2))
    desk.press("Ctrl+O")
    desk.until(lambda: [len(one.pages) for one in panel.documents()] == [2])
    desk.until(lambda: not desk.counter.trays.session(panel).is_taking)
    # Left and opened again, the pages are still there.
    desk.press("Escape", "Escape")
    desk.counter.cases.start(CounterAct.ADD_EVIDENCE)
    again = desk.counter.cases.materials
    assert again is not None
    desk.until(lambda: [len(one.pages) for one in again.documents()] == [2])
    desk.counter.trays.open(again)
    desk.settle(50)
    desk.press("Home", "1", "Escape")
    desk.settle(50)
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.counter.cases.panel is None)
    case = desk.counter.cases.case
    assert case is not None
    assert len(case.evidence) == before + 1
    assert case.evidence[-1].pages == 2
    desk.until(lambda: world.services.scans.loose(world.actors["clerk"]) == ())


def test_originals_are_compared_by_one_key_with_who_and_when(
    room: OpenRoom,
    world: World,  # noqa: F811
    tmp_path: Path,
) -> None:
    desk = room()
    begin_certificate(desk)
    fill_certificate(desk)
    desk.files.extend(picture_file(tmp_path, f"page {n}") for n in range(len(materials(desk).specs())))
    desk.press("Ctrl+O")
    desk.until(lambda: len(materials(desk).evidence()) == len(desk.files))
    materials(desk).table.setFocus()
    desk.press("O")
    assert len(materials(desk).compared()) == 1
    desk.press("O")
    assert materials(desk).compared() == frozenset()
    desk.press("Ctrl+Shift+K")
    assert len(materials(desk).compared()) == len(desk.files)
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.counter.cases.case is not None)
    case = desk.counter.cases.case
    assert case is not None
    noted = case.application.compared
    assert {one.evidence for one in noted} == {file.evidence for file in case.evidence}
    assert {one.person for one in noted} == {world.actors["clerk"].person}
