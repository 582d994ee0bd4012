"""Hostile files: a refusal or a page, never a crash, and memory stays bounded."""

from __future__ import annotations

import os
import random
import string
from collections import Counter
from collections.abc import Iterator

import pytest

from creditbank_desktop.devices.page_worker import PageWorker
from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.scans import ReadFile, ReadPage
from creditbank_desktop.ui.wording.problems_files import PROBLEMS_FILES
from tests.conftest import Counts
from tests.devices.hostile_files import (
    ACTIVE,
    drawn,
    mutated,
    page_pdf,
    pdf,
    pdf_with_bomb_of_streams,
    pdf_with_picture_of_size,
    png_of_size,
    png_with_much_text,
    saved,
    sound_files,
)

MOST_MEMORY = 800 << 20


@pytest.fixture(scope="module")
def pages() -> Iterator[PageWorker]:
    worker = PageWorker()
    yield worker
    worker.close()


def refusal(pages: PageWorker, data: bytes, name: str) -> str:
    """Return the code with which a file is refused, "" when it is taken."""
    try:
        pages.read(data, name, lambda _page: None, lambda: False)
    except Problems as refused:
        (problem,) = refused.problems
        wording = PROBLEMS_FILES[problem.code]
        gaps = {gap for _text, gap, _format, _how in string.Formatter().parse(wording) if gap}
        assert gaps <= set(problem.params), (problem.code, problem.params)
        return problem.code
    return ""


def test_mutated_files_give_a_page_or_a_refusal(pages: PageWorker, counts: Counts) -> None:
    seed = int(os.environ.get("CREDITBANK_FUZZ_SEED", "4"))
    source = random.Random(seed)
    answers = Counter(
        refusal(pages, data, name)
        for name, data in (mutated(source) for _ in range(counts.pick(quick=200, gate=2_000, long=50_000)))
    )
    assert answers[""] > 0
    assert answers["evidence.damaged"] > 0
    assert pages.worker.peak_bytes < MOST_MEMORY
    # The seeds are sound: what is refused is refused for what was done to it.
    assert [refusal(pages, data, name) for name, data in sound_files()] == [""] * len(sound_files())


@pytest.mark.parametrize(
    ("name", "data", "codes"),
    [
        ("a.png", png_of_size(40_000, 40_000), {"evidence.too_many_pixels"}),
        ("a.png", png_of_size(31_000, 2_000, rows=10), None),
        ("a.png", png_of_size(0, 10), {"evidence.damaged"}),
        ("a.bmp", b"BM" + bytes(12) + (40).to_bytes(4, "little") + b"\xff\xff\xff\x7f" * 2 + bytes(40), None),
        ("a.pdf", pdf_with_picture_of_size(60_000, 60_000), None),
        ("a.pdf", page_pdf(size=b"[0 0 9000000 9000000]"), None),
        ("a.pdf", page_pdf(size=b"[0 0 0.00001 0]"), None),
        (
            "a.pdf",
            pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}),
            None,
        ),
        ("a.pdf", pdf({1: b"<< /Type /Catalog >>"}), {"evidence.no_pages", "evidence.damaged"}),
        ("a.pdf", b"%PDF-1.7\n%%EOF\n", {"evidence.damaged", "evidence.no_pages"}),
        ("a.pdf", b"%PDF-1.7\n" + b"[" * 500_000, None),
        ("a.pdf", b"", {"evidence.empty"}),
        ("a.jpg", b"\xff\xd8\xff", {"evidence.damaged"}),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"\xff" * 100_000, {"evidence.damaged"}),
        ("a.tif", b"II*\0\x08\0\0\0\xff\xff" + b"\x08\0\0\0" * 400, {"evidence.damaged"}),
        ("a.tif", b"II*\0\x08\0\0\0\0\0\x08\0\0\0", {"evidence.damaged"}),
        ("a.exe", b"MZ\x90\0", {"evidence.kind"}),
        ("a.jp2", b"\0\0\0\x0cjP  \r\n\x87\n", {"evidence.kind"}),
        ("a.gif", b"GIF89a\xff\xff\xff\xff", {"evidence.kind"}),
        ("a.jpg", saved(drawn(), "PNG"), {"evidence.not_what_it_says"}),
        ("a.png", b"PK\x03\x04", {"evidence.not_what_it_says"}),
    ],
)
def test_what_no_page_can_be_is_refused(
    pages: PageWorker, name: str, data: bytes, codes: set[str] | None
) -> None:
    answer = refusal(pages, data, name)
    assert codes is None or answer in codes
    assert pages.worker.peak_bytes < MOST_MEMORY


@pytest.mark.parametrize("bomb", [png_with_much_text, pdf_with_bomb_of_streams])
def test_bombs_do_not_go_off(pages: PageWorker, bomb) -> None:
    data = bomb()
    assert len(data) < 2 << 20
    answer = refusal(pages, data, "a.png" if data.startswith(b"\x89PNG") else "a.pdf")
    assert answer in {"", "evidence.bomb", "evidence.damaged", "evidence.too_slow"}
    assert pages.worker.peak_bytes < MOST_MEMORY
    name, sound = sound_files()[0]
    assert refusal(pages, sound, name) == ""


def test_a_tiff_of_too_many_pages_is_refused(pages: PageWorker) -> None:
    small = drawn(16, 16, "1")
    data = saved(small, "TIFF", save_all=True, append_images=[small] * 200)
    assert refusal(pages, data, "a.tif") == "evidence.too_many_pages"


def test_a_pdf_of_too_many_pages_is_refused(pages: PageWorker) -> None:
    kids = b" ".join(b"3 0 R" for _ in range(201))
    data = pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Count 201 /Kids [" + kids + b"] >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        }
    )
    assert refusal(pages, data, "a.pdf") == "evidence.too_many_pages"


def test_a_password_is_refused_in_words(pages: PageWorker) -> None:
    encryption = (
        b"/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt "
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    )
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    }
    assert refusal(pages, pdf(objects, encryption), "a.pdf") == "evidence.protected"


@pytest.mark.parametrize("kind", sorted(ACTIVE))
def test_active_content_is_told_and_left_out(pages: PageWorker, kind: str) -> None:
    found: list[ReadPage] = []
    done = pages.read(ACTIVE[kind], "a.pdf", found.append, lambda: False)
    assert done == ReadFile(1, flattened=True)
    assert pages.examine(ACTIVE[kind], "a.pdf").flattened
    assert found[0].media_type in ("image/png", "image/jpeg")


def test_a_plain_pdf_is_not_called_active(pages: PageWorker) -> None:
    assert pages.examine(page_pdf(), "a.pdf") == ReadFile(1)
