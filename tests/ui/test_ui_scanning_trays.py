"""Trays are values that keys rearrange; the grid holds hundreds of pages; few small pictures are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPoint

from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.domain.scans import WHOLE, CropBox, ScannedDocument, ScanPage
from creditbank_desktop.ui.scanning import thumbnails as small
from creditbank_desktop.ui.scanning.crop_frame import between, dragged, moved, sized
from creditbank_desktop.ui.scanning.grid_layout import lay_out_grid
from creditbank_desktop.ui.scanning.trays import Place, Step, Tray, TrayHistory
from tests.ui.scanning_hands import picture


def page(name: str) -> ScanPage:
    return ScanPage(name, BlobHash(name), 10, 100, 200, 72, "image/png", f"pixels of {name}")


def tray(*documents: str) -> Tray:
    """Return a tray; each word is a document, each letter a page."""
    return Tray(
        tuple(ScannedDocument(word, "", None, tuple(page(one) for one in word)) for word in documents)
    )


def words(of: Tray) -> list[str]:
    return ["".join(one.page for one in document.pages) for document in of.documents]


def test_pages_move_within_and_over_the_edge_of_a_document() -> None:
    assert words(tray("abc", "d").moved("a", 1)) == ["bac", "d"]
    assert words(tray("abc", "d").moved("c", 1)) == ["ab", "cd"]
    assert words(tray("abc", "d").moved("d", -1)) == ["abcd"]
    assert words(tray("abc").moved("a", -1)) == ["abc"]
    assert words(tray("abc", "de").put("e", Place(0, 1))) == ["aebc", "d"]
    assert words(tray("abc").put("a", Place(0, 3))) == ["bca"]


def test_documents_are_split_and_joined() -> None:
    split = tray("abc").split("b", "new", "form")
    assert words(split) == ["a", "bc"]
    assert split.documents[1].material == "form"
    assert words(split.joined("c")) == ["abc"]
    assert words(tray("ab", "c").joined("a")) == ["abc"]
    assert words(tray("ab").split("a", "new", "")) == ["ab"]


def test_what_came_meanwhile_is_not_taken_back() -> None:
    history, before = TrayHistory(), tray("ab")
    history.note(Step(before, "a"))
    after = before.removed("a")
    history.let_in(lambda one: one.begun("new", "", None, page("x")))
    after = after.begun("new", "", None, page("x"))
    step = history.back(Step(after, "x"))
    assert step is not None
    assert words(step.tray) == ["ab", "x"]
    forth = history.forth(step)
    assert forth is not None
    assert words(forth.tray) == ["b", "x"]


@pytest.mark.parametrize("width", [140, 520, 900])
def test_two_hundred_pages_have_their_places(width: int) -> None:
    of = Tray(
        tuple(
            ScannedDocument(f"d{n}", pages=tuple(page(f"{n}.{m}") for m in range(n % 7 + 1)))
            for n in range(50)
        )
    )
    layout = lay_out_grid(of.documents, width)
    assert len(layout.cells) == len(of.pages)
    rects = [frame.rect for frame in layout.frames]
    assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[n + 1 :])
    assert all(rect.right() < max(width, 124) for rect in rects)
    first = layout.cells[0]
    assert layout.beside(first.page, 1) == layout.cells[1].page
    assert layout.above_or_below(layout.above_or_below(first.page, 1), -1) == first.page
    assert layout.drop_place(first.rect.center() - QPoint(9, 0)) == Place(0, 0)


def test_a_crop_stays_on_the_page() -> None:
    box = CropBox(1_000, 1_000, 5_000, 5_000)
    assert moved(box, -9_999, 9_999) == CropBox(0, 6_000, 4_000, WHOLE)
    assert sized(box, 9_999, -9_999).is_sound
    assert sized(box, 9_999, 0).right == WHOLE
    assert dragged(box, "l", 9_999, 0).left < 5_000
    assert dragged(box, "ltrb", 100, 200) == CropBox(1_100, 1_200, 5_100, 5_200)
    assert between(9_900, 100, 20_000, 100).is_sound


def test_few_small_pictures_are_kept(qtbot, runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small, "MOST_KEPT", 5)
    owner = QObject()
    data = picture("page")
    kept = small.Thumbnails(runner, lambda _page: data, owner)
    pages = [page(str(n)) for n in range(12)]
    drawn: list[str] = []
    kept.drawn.connect(drawn.append)
    kept.want(pages)
    qtbot.waitUntil(lambda: len(drawn) == 12, timeout=20_000)
    there = [kept.picture(one) for one in pages]
    assert sum(one is not None for one in there) == 5
    assert all(max(one.width(), one.height()) <= small.LONGEST_SIDE_PX for one in there if one is not None)
