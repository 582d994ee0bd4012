"""The viewer shows PDFs and images from bytes, keeps each document's view and never moves by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from creditbank_desktop.ui.kit.evidence import EvidenceViewer
from creditbank_desktop.ui.kit.evidence_documents import EvidenceDocument
from creditbank_desktop.ui.kit.evidence_pages import UnreadableEvidenceError, render_page, select_text
from creditbank_desktop.ui.kit.evidence_panel import EvidencePanel
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from tests.ui.ui_gallery import scan

pytestmark = pytest.mark.usefixtures("dress")


def pdf(pages: int = 2) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QSizeF(200, 100), QPageSize.Unit.Point))
    writer.setResolution(72)
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawText(QPointF(10, 20), f"Certificate page {page + 1}")
    painter.end()
    buffer.close()
    return bytes(data.data())


@pytest.fixture
def viewer(qtbot, runner) -> EvidenceViewer:
    made = EvidenceViewer(runner)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def show(qtbot, viewer: EvidenceViewer, document: EvidenceDocument) -> None:
    with qtbot.waitSignal(viewer.shown):
        viewer.show_document(document)


def test_pages_are_drawn_on_white_from_bytes() -> None:
    page = render_page(pdf(), 1, 800)
    assert (page.page, page.pages) == (1, 2)
    assert max(page.image.width(), page.image.height()) == 800
    assert page.image.pixelColor(2, 2).name() == "#ffffff"
    image = render_page(scan(), 0, 600)
    assert (image.width, image.height, image.image.width()) == (1200.0, 850.0, 600)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"%PDF-1.7 rubbish", "damaged"), (b"MZ not an image", "unknown_format")],
)
def test_what_cannot_be_shown_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableEvidenceError) as raised:
        render_page(data, 0, 800)
    assert raised.value.reason == reason


def test_text_of_a_pdf_can_be_selected() -> None:
    found = select_text(pdf(), 0, QPointF(0, 0), QPointF(200, 60))
    assert "Certificate page" in found.text
    assert select_text(scan(), 0, QPointF(0, 0), QPointF(9, 9)).text == ""


def test_zoom_rotation_and_page_are_kept_for_each_document(qtbot, viewer: EvidenceViewer) -> None:
    first, second = EvidenceDocument("1", "a.pdf", pdf), EvidenceDocument("2", "b.png", scan)
    show(qtbot, viewer, first)
    viewer.rotate_right()
    viewer.zoom_in()
    with qtbot.waitSignal(viewer.shown):
        viewer.next_page()
    kept = viewer.view_state
    show(qtbot, viewer, second)
    assert viewer.view_state.rotation == 0
    show(qtbot, viewer, first)
    assert (viewer.view_state.rotation, viewer.view_state.zoom, viewer.view_state.page) == (90, kept.zoom, 1)


def test_the_same_document_again_changes_nothing(qtbot, viewer: EvidenceViewer) -> None:
    document = EvidenceDocument("1", "b.png", scan)
    show(qtbot, viewer, document)
    for _ in range(4):
        viewer.zoom_in()
    viewer.verticalScrollBar().setValue(viewer.verticalScrollBar().value() + 60)
    place = viewer.verticalScrollBar().value()
    viewer.show_document(document)
    viewer._on_sharpen_timer_timeout()
    qtbot.waitUntil(lambda: not viewer._runner.is_busy)
    assert viewer.verticalScrollBar().value() == place


def test_the_page_of_another_file_is_gone_at_once(qtbot, viewer: EvidenceViewer) -> None:
    show(qtbot, viewer, EvidenceDocument("1", "b.png", scan))
    viewer.show_document(EvidenceDocument("2", "a.pdf", pdf))
    assert viewer.pages == 0
    assert viewer._item.pixmap().isNull()
    with qtbot.waitSignal(viewer.shown):
        pass


def test_a_prefetched_document_is_there_at_once(qtbot, viewer: EvidenceViewer) -> None:
    reads: list[int] = []

    def read() -> bytes:
        reads.append(1)
        return pdf()

    document = EvidenceDocument("9", "next.pdf", read)
    viewer.prefetch(document)
    qtbot.waitUntil(lambda: not viewer._runner.is_busy)
    viewer.show_document(document)
    assert (viewer.pages, reads) == (2, [1])


def test_pages_end_without_an_error(qtbot, viewer: EvidenceViewer) -> None:
    show(qtbot, viewer, EvidenceDocument("1", "a.pdf", pdf))
    viewer.previous_page()
    assert viewer.view_state.page == 0
    with qtbot.waitSignal(viewer.shown):
        viewer.next_page()
    viewer.next_page()
    assert viewer.view_state.page == 1


def test_an_unreadable_file_is_said_in_words(qtbot, viewer: EvidenceViewer) -> None:
    with qtbot.waitSignal(viewer.failed) as seen:
        viewer.show_document(EvidenceDocument("1", "a.pdf", lambda: b""))
    assert seen.args == ["1", "empty"]
    assert "0 bytes" in viewer._message


def test_the_panel_steps_through_documents_and_lists_its_keys(qtbot, runner) -> None:
    panel = EvidencePanel(runner)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_documents((EvidenceDocument("1", "a.pdf", pdf), EvidenceDocument("2", "b.png", scan)))
    qtbot.waitUntil(lambda: panel.viewer.pages == 2)
    panel.show_next_document()
    qtbot.waitUntil(lambda: panel.viewer.pages == 1)
    assert panel.title.text() == "b.png"
    table = ShortcutTable(panel)
    panel.list_shortcuts(table)
    assert {"[", "]", "+", "-", "W"} <= {row.keys for row in table.rows()}
    panel.clear()
    assert panel.viewer.pages == 0
