"""The evaluator's viewer on real files of a real store, drawn by the limited process, worked by keys."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from creditbank_desktop.devices.page_worker import PageWorker
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.services.scan_ports import Scanning
from creditbank_desktop.services.services import build_services
from creditbank_desktop.services.views_intake import ApplicationForm, Attachment, OutcomeForm
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.evidence_cache import PageCache
from creditbank_desktop.ui.kit.evidence_pages import RenderedPage
from creditbank_desktop.ui.kit.layout_check import clipped_words, nameless_controls, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.theme.colours import Look
from creditbank_desktop.ui.viewer.document_panel import DocumentPanel
from tests.services.conftest import founded, shipped_fonts, world  # noqa: F401 - fixtures
from tests.services.services_samples import good_outcome
from tests.services.services_world import World
from tests.ui.evaluation_room import EvaluationRoom, OpenRoom, rooms
from tests.ui.ui_gallery import scan

pytestmark = [
    pytest.mark.usefixtures("dress"),
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing|propagateSizeHints)"),
]


def pdf(words: str, pages: int) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(595, 842))
    for number in range(pages):
        canvas.setFont("Helvetica", 22)
        canvas.drawString(72, 760, f"{words} {number + 1}")
        canvas.setFont("Helvetica", 12)
        for row in range(40):
            canvas.drawString(72, 700 - 14 * row, f"Fictional line {row} of a sample certificate")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture
def room(qtbot, qapp: QApplication, world: World, runner) -> Iterator[OpenRoom]:  # noqa: F811
    world.room = replace(world.room, scanning=Scanning(PageWorker()))
    world.services = build_services(world.room)
    yield from rooms(qtbot, qapp, world, runner)
    world.room.scanning.reader.close()


def fill(world: World, count: int = 2) -> None:  # noqa: F811
    """Bring files to the evaluation, each with a certificate of four pages and two papers more."""
    clerk = world.actors["clerk"]
    for number in range(count):
        learner = world.register()
        line = world.services.intake.new_line(clerk)
        typed = good_outcome(
            OutcomeType.SKILL_CERTIFICATE, line, evidence_number=f"S00014401000125300{number + 1:04d}"
        )
        outcome = OutcomeForm(line, OutcomeType.SKILL_CERTIFICATE, typed.fields, world.target())
        files = (
            Attachment(
                "certificate", f"certificate-{number}.pdf", data=pdf(f"Certificate {number}", 4), line=line
            ),
            Attachment("form", "form.pdf", data=pdf("Form", 1), line=line),
            Attachment("identity_document", "card.png", data=scan(), line=line),
        )
        evidence = tuple(world.services.evidence.attach(clerk, file).value for file in files)
        world.reviewed(ApplicationForm(learner, (outcome,), evidence))


def opened(room: OpenRoom, width: int = 1920, height: int = 1000) -> tuple[EvaluationRoom, DocumentPanel]:
    desk = room("everything", width, height)
    desk.press("Alt+2", "Q")
    desk.qtbot.waitUntil(lambda: desk.page.materials.panel.viewer.pages == 4, timeout=20_000)
    desk.settle()
    return desk, desk.page.materials.panel


def test_pages_zoom_and_turns_are_worked_by_keys_and_kept(room: OpenRoom, world: World) -> None:  # noqa: F811
    fill(world)
    desk, panel = opened(room)
    first = panel.viewer.document
    assert first is not None
    assert panel.rail.isVisible()
    assert panel.rail.count() == 4
    desk.press("Ctrl+PgDown", "]", "E")
    state = panel.viewer.view_state
    assert (state.page, state.rotation, state.is_whole, panel.rail.currentRow()) == (1, 90, True, 1)
    desk.press("0")
    assert panel.viewer.view_state.zoom == pytest.approx(96 / 72)
    kept = panel.viewer.view_state
    desk.press("J")
    desk.qtbot.waitUntil(lambda: panel.viewer.document is not None and panel.viewer.document.id != first.id)
    desk.settle()
    assert panel.viewer.view_state.rotation == 0
    desk.press("K")
    desk.settle()
    now = panel.viewer.view_state
    assert (now.page, now.rotation, now.zoom) == (kept.page, kept.rotation, kept.zoom)


def test_news_and_a_new_size_leave_the_place_where_it_was(room: OpenRoom, world: World) -> None:  # noqa: F811
    fill(world)
    desk, panel = opened(room)
    desk.press("V", "+", "+", "+", "Down", "Down", "Right")
    bars = (panel.viewer.horizontalScrollBar(), panel.viewer.verticalScrollBar())
    places = [bar.value() for bar in bars]
    shown = panel.viewer.document
    assert shown is not None
    case = desk.page.judging.case
    assert case is not None
    desk.bus.announce(frozenset({("application", str(case.application.application))}))
    desk.settle()
    assert [bar.value() for bar in bars] == places
    desk.press("W", "Down", "Down")
    top = panel.viewer.mapToScene(0, 0).y()
    assert top > 0
    desk.window.resize(1700, 900)
    desk.settle()
    assert panel.viewer.mapToScene(0, 0).y() == pytest.approx(top, abs=4)
    assert panel.viewer.document is not None
    assert panel.viewer.document.id == shown.id


def test_text_is_selected_and_copied_by_keys(room: OpenRoom, world: World) -> None:  # noqa: F811
    fill(world, 1)
    desk, panel = opened(room)
    desk.press("X")
    desk.settle()
    desk.press("Shift+Right", "Shift+Right", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Certificate 0 1"
    desk.press("Down", "Shift+Down", "Ctrl+C")
    assert "Fictional line" in QGuiApplication.clipboard().text()
    desk.press("Ctrl+A", "Ctrl+C")
    assert QGuiApplication.clipboard().text().count("Fictional line") == 40
    desk.press("Escape")
    assert panel.viewer.selection is None


def test_the_magnifier_is_there_as_long_as_its_key_is_held(room: OpenRoom, world: World) -> None:  # noqa: F811
    fill(world, 1)
    desk, panel = opened(room)
    QTest.keyPress(desk.window, Qt.Key.Key_M)
    lens = panel.viewer.lens
    assert lens.isVisible()
    before = lens.point
    row = desk.page.queue.table.currentIndex().row()
    QTest.keyPress(desk.window, Qt.Key.Key_Down)
    assert lens.point.y() > before.y()
    assert desk.page.queue.table.currentIndex().row() == row
    QTest.keyRelease(desk.window, Qt.Key.Key_M)
    assert not lens.isVisible()


def test_two_documents_stand_side_by_side(room: OpenRoom, world: World) -> None:  # noqa: F811
    fill(world, 1)
    desk, panel = opened(room)
    left = panel.viewer.document
    desk.press("B")
    desk.settle()
    assert panel.has_beside
    assert panel.viewer is panel.sides[1].viewer
    assert panel.viewer.document != left
    assert panel.sides[0].viewer.document == left
    desk.press("]", "O", "+")
    assert panel.viewer is panel.sides[0].viewer
    assert panel.viewer.view_state.rotation == 0
    assert panel.sides[1].viewer.view_state.rotation == 90
    desk.press("Ctrl+Tab")
    assert panel.sides[0].viewer.document != left
    desk.press("B")
    assert not panel.has_beside


def test_the_next_case_is_drawn_before_it_is_asked_for(room: OpenRoom, world: World) -> None:  # noqa: F811
    fill(world)
    desk, panel = opened(room)
    desk.qtbot.waitUntil(lambda: not desk.runner.is_busy)
    viewer = panel.viewer
    desk.page.queue.go_next()
    assert viewer.pages == 4
    assert viewer.document is not None
    assert viewer.document.title == "certificate-1.pdf"
    assert 0 < viewer.pages_kept.megabytes <= 128


def test_kept_pages_have_a_bound() -> None:
    cache = PageCache(1)
    for number in range(5):
        cache.keep("a", RenderedPage(QImage(400, 400, QImage.Format.Format_RGB32), number, 5, 1.0, 1.0))
    assert cache.megabytes <= 1
    assert cache.find("a", 0) is None
    assert cache.find("a", 4) is not None


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (853, 480)])
@pytest.mark.parametrize(
    ("look", "language"), [(Look.LIGHT, Language.CHINESE), (Look.DARK, Language.ENGLISH)]
)
def test_nothing_is_clipped_with_two_documents(
    room: OpenRoom,
    dress,
    world: World,  # noqa: F811
    look: Look,
    language: Language,
    width: int,
    height: int,
) -> None:
    dress(look, language)
    fill(world, 1)
    desk, _panel = opened(room, width, height)
    for keys in ((), ("B",), ("X",)):
        desk.press(*keys)
        lay_out(desk.window, width, height)
        desk.settle()
        assert clipped_words(desk.window) == [], keys
        assert overlapping_parts(desk.window) == [], keys
        assert nameless_controls(desk.window) == [], keys
