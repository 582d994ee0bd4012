"""A viewer gets bare pixels and the text of a page from the limited process, and refusals in words."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from creditbank_desktop.devices.page_worker import PageWorker
from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.page_views import PagePlace


@pytest.fixture(scope="module")
def worker() -> Iterator[PageWorker]:
    made = PageWorker()
    yield made
    made.close()


def pdf(pages: int = 2, rotate: int = 0) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(400, 300))
    for number in range(pages):
        canvas.setPageRotation(rotate)
        canvas.drawString(40, 250, f"Fictional certificate {number + 1}")
        canvas.drawString(40, 230, "second line")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_a_page_of_a_pdf_is_pixels(worker: PageWorker) -> None:
    page = worker.drawn(pdf(), PagePlace(1, 800))
    assert (page.page, page.pages, page.width, page.height) == (1, 2, 800, 600)
    assert (page.across, page.down, len(page.pixels)) == (400.0, 300.0, 3 * 800 * 600)
    assert page.pixels[:3] == b"\xff\xff\xff"
    assert worker.drawn(pdf(), PagePlace(9, 100)).page == 1


def test_a_picture_is_pixels_and_keeps_its_size(worker: PageWorker) -> None:
    target = io.BytesIO()
    Image.new("RGB", (1200, 800), "#204060").save(target, "PNG")
    page = worker.drawn(target.getvalue(), PagePlace(0, 600))
    assert (page.across, page.down, page.width, page.height) == (1200.0, 800.0, 600, 400)
    assert page.pixels[:3] == bytes.fromhex("204060")
    assert worker.pieces(target.getvalue(), 0) == ()


def test_text_lies_where_it_is_seen(worker: PageWorker) -> None:
    pieces = worker.pieces(pdf(), 1)
    assert [piece.text for piece in pieces] == ["Fictional", "certificate", "2", "second", "line"]
    assert [piece.after for piece in pieces[:3]] == [" ", " ", "\n"]
    assert 38 < pieces[0].left < 42
    assert 35 < pieces[0].top < 52
    turned = {piece.text: piece for piece in worker.pieces(pdf(rotate=90), 0)}["Fictional"]
    assert turned.left > 240
    assert turned.bottom - turned.top > turned.right - turned.left


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "evidence.empty"), (b"%PDF-1.7 x", "evidence.damaged"), (b"MZ", "evidence.kind")]
)
def test_what_cannot_be_drawn_is_refused(worker: PageWorker, data: bytes, code: str) -> None:
    with pytest.raises(Problems) as raised:
        worker.drawn(data, PagePlace(0, 100))
    assert [problem.code for problem in raised.value.problems] == [code]
