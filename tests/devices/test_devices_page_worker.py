"""Pages out of files: what they are, how they change, and that binding loses nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFont

from creditbank_desktop.devices.page_pictures import skew_of
from creditbank_desktop.devices.page_worker import PageWorker, media_type_of
from creditbank_desktop.domain.failures import Problems
from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.domain.scans import CropBox, PageContent, PageEdit, RawPicture, ReadPage
from tests.devices.hostile_files import drawn, page_pdf, saved, sound_files


@pytest.fixture(scope="module")
def pages() -> Iterator[PageWorker]:
    worker = PageWorker()
    yield worker
    worker.close()


def read(pages: PageWorker, data: bytes, name: str = "a") -> list[ReadPage]:
    found: list[ReadPage] = []
    pages.read(data, name, found.append, lambda: False)
    return found


def content(page: ReadPage) -> PageContent:
    return PageContent(BlobHash(""), len(page.data), page.width, page.height, page.media_type, page.pixels)


def bound(page: ReadPage) -> tuple[PageContent, int, bytes]:
    return content(page), page.dpi, page.data


def shown(page: ReadPage) -> Image.Image:
    return Image.open(io.BytesIO(page.data)).convert("RGB")


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
        (b"II*\0\x08", "image/tiff"),
        (b"MM\0*\0", "image/tiff"),
        (b"", None),
        (b"PK\x03\x04", None),
        (b"MZ\x90\0", None),
        (b"<html>", None),
        (b"GIF89a", None),
        (b" " * 1_024 + b"%PDF-1.7", None),
    ],
)
def test_media_types_are_read_from_the_bytes(head: bytes, media_type: str | None) -> None:
    assert media_type_of(head) == media_type


@pytest.mark.parametrize("place", range(len(sound_files())))
def test_every_kind_of_file_gives_its_pages(pages: PageWorker, place: int) -> None:
    name, data = sound_files()[place]
    found = read(pages, data, name)
    assert len(found) == (2 if name == "m.tif" else 1)
    for page in found:
        assert shown(page).size == (page.width, page.height)


def test_one_picture_in_several_files_has_one_hash(pages: PageWorker) -> None:
    picture = drawn(mode="L")
    kinds = [("PNG", "x.png"), ("TIFF", "x.tif"), ("BMP", "x.bmp")]
    hashes = {read(pages, saved(picture, kind), name)[0].pixels for kind, name in kinds}
    hashes.add(read(pages, saved(picture.convert("RGB"), "PNG"), "rgb.png")[0].pixels)
    assert len(hashes) == 1


def test_a_jpeg_keeps_its_very_pixels_and_loses_its_notes(pages: PageWorker) -> None:
    notes = Image.Exif()
    notes[0x010E] = "where the photograph was taken"
    data = saved(drawn(), "JPEG", exif=notes) + b"what follows the picture"
    (page,) = read(pages, data, "x.jpg")
    assert page.media_type == "image/jpeg"
    assert b"photograph" not in page.data
    assert b"follows" not in page.data
    assert shown(page).tobytes() == Image.open(io.BytesIO(data)).convert("RGB").tobytes()


def test_a_photograph_stands_upright(pages: PageWorker) -> None:
    lying = Image.Exif()
    lying[0x0112] = 6
    (page,) = read(pages, saved(drawn(160, 120), "JPEG", exif=lying), "x.jpg")
    assert (page.width, page.height) == (120, 160)


def test_binding_embeds_every_picture_as_it_is(pages: PageWorker) -> None:
    kinds = ["a.jpg", "g.jpg", "a.png", "i.png", "f.tif"]
    found = [read(pages, data, name)[0] for name, data in sound_files() if name in kinds]
    book = pages.bind([bound(page) for page in found])
    for page in found:
        if page.media_type == "image/jpeg":
            assert page.data in book
    again = read(pages, book, "book.pdf")
    assert [page.pixels for page in again] == [page.pixels for page in found]
    assert [page.data for page in again] == [page.data for page in found]
    assert pages.bind([bound(page) for page in again]) == book


def test_what_is_bound_shows_the_pages_in_their_size(pages: PageWorker) -> None:
    (page,) = read(pages, saved(drawn(400, 300), "PNG", dpi=(100, 100)), "x.png")
    document = pdfium.PdfDocument(pages.bind([bound(page), bound(page)]))
    assert len(document) == 2
    assert document[0].get_size() == pytest.approx((288, 216), abs=0.01)
    document.close()


def test_turning_four_times_comes_back(pages: PageWorker) -> None:
    (page,) = read(pages, saved(drawn(), "PNG"), "x.png")
    once = pages.edited(page.data, [PageEdit(1)], page.dpi)
    assert (once.width, once.height) == (page.height, page.width)
    around = pages.edited(page.data, [PageEdit(1)] * 4, page.dpi)
    assert around.pixels == page.pixels


def test_turning_is_clockwise(pages: PageWorker) -> None:
    picture = Image.new("RGB", (40, 20), "white")
    picture.putpixel((0, 0), (0, 0, 0))
    (page,) = read(pages, saved(picture, "PNG"), "x.png")
    turned = shown(pages.edited(page.data, [PageEdit(1)], page.dpi))
    assert turned.getpixel((19, 0)) == (0, 0, 0)


def test_cropping_keeps_the_framed_part(pages: PageWorker) -> None:
    (page,) = read(pages, saved(drawn(200, 100), "PNG"), "x.png")
    part = pages.edited(page.data, [PageEdit(crop=CropBox(2_500, 0, 7_500, 5_000))], page.dpi)
    assert (part.width, part.height) == (100, 50)
    assert shown(part).tobytes() == shown(page).crop((50, 0, 150, 50)).tobytes()


def text_page(fonts: Path) -> Image.Image:
    face = ImageFont.truetype(str(next(fonts.rglob("*.[ot]tf"))), 26)
    page = Image.new("L", (1_240, 1_754), 255)
    pen = ImageDraw.Draw(page)
    for line in range(36):
        words = "The quick brown fox 0123456789 jumps over the lazy dog" if line % 5 != 4 else ""
        pen.text((110, 110 + line * 42), words[: 54 - line % 3 * 9], fill=0, font=face)
    return page


@pytest.mark.parametrize("lean", [-7.3, -2.0, -0.6, 0.0, 0.9, 3.1, 8.4])
def test_a_leaning_page_is_measured_within_a_third_of_a_degree(checkout: Path, lean: float) -> None:
    page = text_page(checkout / "resources" / "fonts")
    leaning = page.rotate(-lean, Image.Resampling.BICUBIC, fillcolor=255)
    assert skew_of(leaning) == pytest.approx(lean, abs=0.3)


def test_setting_straight_takes_the_lean_away(pages: PageWorker, checkout: Path) -> None:
    page = text_page(checkout / "resources" / "fonts").rotate(-4.2, Image.Resampling.BICUBIC, fillcolor=255)
    (leaning,) = read(pages, saved(page, "PNG"), "x.png")
    level = pages.edited(leaning.data, [PageEdit(deskew=True)], leaning.dpi)
    assert abs(skew_of(shown(level))) <= 0.3
    assert (level.width, level.height) == (leaning.width, leaning.height)


def test_a_picture_for_the_viewer_fits(pages: PageWorker) -> None:
    (page,) = read(pages, saved(drawn(1_000, 600), "PNG"), "x.png")
    small = Image.open(io.BytesIO(pages.picture(page.data, 300)))
    assert (small.format, max(small.size)) == ("JPEG", 300)


def test_codes_are_read_with_their_place(pages: PageWorker) -> None:
    import segno
    from PIL import ImageOps

    target = io.BytesIO()
    segno.make("https://example.invalid/zscx?zsbh=S000037012023401").save(target, kind="png", scale=6)
    code = Image.open(target).convert("L")
    page = Image.new("L", (900, 600), 255)
    page.paste(ImageOps.expand(code, 10, 255), (500, 200))
    (found,) = pages.codes(saved(page, "PNG"))
    assert (found.kind, found.text) == ("qr_code", "https://example.invalid/zscx?zsbh=S000037012023401")
    assert Image.open(io.BytesIO(found.picture)).size[0] > 50


def test_what_a_scanner_gives_becomes_a_page(pages: PageWorker) -> None:
    grey = pages.raw(RawPicture(b"P5\n# SANE data follows\n4 3\n255\n" + bytes(range(12)), 150))
    assert (grey.width, grey.height, grey.dpi, grey.media_type) == (4, 3, 150, "image/jpeg")
    ink = pages.raw(RawPicture(b"P4\n8 2\n\xf0\x0f", 300))
    assert ink.media_type == "image/png"


def test_a_drawn_page_is_drawn(pages: PageWorker) -> None:
    (page,) = read(pages, page_pdf(), "x.pdf")
    assert page.dpi == 200
    assert shown(page).getpixel((page.width // 3, page.height // 2)) == (0, 0, 255)


def test_taking_stops_when_it_is_cancelled(pages: PageWorker) -> None:
    (page,) = read(pages, sound_files()[0][1], "a.jpg")
    book = pages.bind([bound(page)] * 20)
    found: list[ReadPage] = []
    pages.read(book, "x.pdf", found.append, lambda: len(found) >= 3)
    assert len(found) == 3
    assert len(read(pages, book, "x.pdf")) == 20


def test_a_name_that_lies_is_refused(pages: PageWorker) -> None:
    with pytest.raises(Problems) as refused:
        pages.read(saved(drawn(), "PNG"), "x.pdf", lambda _page: None, lambda: False)
    (problem,) = refused.value.problems
    assert (problem.code, problem.params["named"], problem.params["found"]) == (
        "evidence.not_what_it_says",
        "application/pdf",
        "image/png",
    )
