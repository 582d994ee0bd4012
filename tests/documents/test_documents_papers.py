"""The papers say what they were given, the same bytes each time, and nothing falls out of the frame."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image as Picture
from PIL import ImageChops, ImageFont, ImageStat

from creditbank_desktop.documents import papers
from creditbank_desktop.documents.canvas import render
from creditbank_desktop.documents.fonts import Face, Fonts, normalise
from creditbank_desktop.documents.layout import DisplayList, Group, Page, Role, Style, Text
from creditbank_desktop.documents.notice import lay_out_notice
from creditbank_desktop.documents.papers_data import Bilingual, PrintMarks, StatementData
from creditbank_desktop.documents.receipt import lay_out_receipt
from creditbank_desktop.documents.refusal import lay_out_refusal
from creditbank_desktop.documents.statement import lay_out_statement
from creditbank_desktop.documents.wording import written_credits
from creditbank_desktop.domain.failures import Refused
from tests.documents import sample_papers as samples
from tests.documents.conftest import PageTexts

NO_MARKS = PrintMarks()
LONG_NAME = "阿卜杜热合曼·" * 9 + "麦麦提"


def solid(text: str) -> str:
    """Return text without white space: extraction may put it where fonts change."""
    return "".join(text.split())


def picture_of(file: bytes, page: int = 0, scale: float = 3.0) -> Picture.Image:
    document = pypdfium2.PdfDocument(file)
    sheet = document[page]
    picture: Picture.Image = sheet.render(scale=scale).to_pil().copy()
    sheet.close()
    document.close()
    return picture


def test_every_sample_name_is_extracted_from_every_paper(
    fonts: Fonts, sample_names: list[tuple[str, str]], page_texts: PageTexts
) -> None:
    for name, latin in sample_names:
        for paper, file in samples.render_all(fonts, name, latin).items():
            text = solid("".join(page_texts(file)))
            assert solid(normalise(name)) in text, (name, paper)
            assert solid(normalise(latin)) in text, (latin, paper)


def test_a_name_without_a_font_is_refused_with_its_characters(fonts: Fonts) -> None:
    with pytest.raises(Refused) as refusal:
        papers.render_statement(samples.statement("王\U00030000"), fonts)
    assert refusal.value.params == {"characters": "\U00030000"}


def test_no_character_of_a_name_is_drawn_as_a_box(
    fonts: Fonts, sample_names: list[tuple[str, str]], resources: Path
) -> None:
    """Compare what a PDF reader draws with the character and with .notdef of the same font."""
    size = 96
    chars = sorted(
        {char for pair in sample_names for name in pair for char in normalise(name) if char.strip(" ·・•")}
    )
    for start in range(0, len(chars), 8):
        row = chars[start : start + 8]
        style = Style(Face.SERIF, size, (0.0, 0.0, 0.0))
        items = tuple(Text(20 + 140 * place, 120, char, style) for place, char in enumerate(row))
        file = render(DisplayList((Page(1200, 160, items),), "t", "t", "zh-CN"), fonts)
        drawn = picture_of(file, scale=1.0).convert("L")
        for place, char in enumerate(row):
            (run,) = fonts.runs(char, Face.SERIF)
            font = ImageFont.truetype(resources / "fonts" / f"{run.typeface}.ttf", size)
            seen = inked(
                ImageChops.invert(drawn.crop((20 + 140 * place - 10, 0, 20 + 140 * place + 125, 160)))
            )
            assert difference(seen, inked_text(font, char)) < difference(
                seen, inked_text(font, "\U0010fffd")
            ), char


def inked_text(font: ImageFont.FreeTypeFont, char: str) -> Picture.Image:
    mask = font.getmask(char, mode="L")
    return inked(Picture.frombytes("L", mask.size, bytes(mask)))


def inked(picture: Picture.Image) -> Picture.Image:
    box = picture.getbbox()
    assert box is not None, "nothing was drawn"
    return picture.crop(box).resize((48, 48))


def difference(one: Picture.Image, other: Picture.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


def test_the_same_data_gives_the_same_bytes(all_papers: dict[str, bytes], resources: Path) -> None:
    again = samples.render_all(Fonts(resources / "fonts"))
    assert {name: sha(file) for name, file in again.items()} == {
        name: sha(f) for name, f in all_papers.items()
    }


def test_another_process_gives_the_same_bytes(
    all_papers: dict[str, bytes], resources: Path, checkout: Path
) -> None:
    program = (
        "import hashlib, pathlib, sys\n"
        "from creditbank_desktop.documents.fonts import Fonts\n"
        "from tests.documents.sample_papers import render_all\n"
        "for file in render_all(Fonts(pathlib.Path(sys.argv[1]))).values():\n"
        "    print(hashlib.sha256(file).hexdigest())\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(resources / "fonts")],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        cwd=checkout,
        env=os.environ | {"PYTHONHASHSEED": "77"},
    )
    assert run.stdout.split() == [sha(file) for file in all_papers.values()]


def sha(file: bytes) -> str:
    return hashlib.sha256(file).hexdigest()


def test_only_embedded_fonts_are_named(all_papers: dict[str, bytes]) -> None:
    for file in all_papers.values():
        assert b"Helvetica" not in file
        descriptors, programs = file.count(b"/Type /FontDescriptor"), file.count(b"/FontFile2")
        assert descriptors == programs > 0
        assert file.count(b"/Subtype /Type0") == descriptors


def test_the_qr_code_says_the_number(all_papers: dict[str, bytes], fonts: Fonts) -> None:
    for file in all_papers.values():
        codes = {code.text for code in zxingcpp.read_barcodes(picture_of(file))}
        assert len(codes) == 1
        assert re.fullmatch(r"[A-Z]{2}-2026-01-000018", codes.pop())
    data = samples.statement()
    long = "HTTPS://EXAMPLE.EDU.CN/V#" + "7K3M9QPT" * 37
    head = dataclasses.replace(data.head, qr_content=long)
    file = papers.render_statement(dataclasses.replace(data, head=head), fonts)
    assert [code.text for code in zxingcpp.read_barcodes(picture_of(file))] == [long]


def test_sixty_rows_run_over_numbered_pages(fonts: Fonts, page_texts: PageTexts) -> None:
    data = samples.statement(posted=60, pending=3)
    pages = page_texts(papers.render_statement(data, fonts))
    count = len(pages)
    assert count > 1
    for number, text in enumerate(pages, start=1):
        assert solid(f"第 {number} 页 / 共 {count} 页") in solid(text)
        assert f"Page {number} of {count}" in text
        assert "欧阳䶮" in text
        assert data.head.number in text
    found = re.findall(r"^(\d+)\b.*", "\n".join(pages), re.MULTILINE)
    assert {str(number) for number in range(1, 61)} <= set(found)


def test_pending_credits_are_never_mistaken_for_posted_ones(fonts: Fonts, page_texts: PageTexts) -> None:
    data = samples.statement(posted=9, pending=2)
    text = solid("".join(page_texts(papers.render_statement(data, fonts))))
    posted, pending = text.split("待入账学分", 1)
    assert data.posted_total == sum(row.credits for row in data.posted)
    assert str(data.posted_total) in posted
    assert "◇" not in posted
    assert pending.count("◇") >= 2
    for row in data.pending:
        assert f"({written_credits(row.credits)})" in pending
    none = solid("".join(page_texts(papers.render_statement(samples.statement(posted=3, pending=0), fonts))))
    assert "尚未生效，不计入合计" not in none


def test_a_statement_without_credits_says_so(fonts: Fonts, page_texts: PageTexts) -> None:
    text = "".join(page_texts(papers.render_statement(samples.statement(posted=0, pending=0), fonts)))
    assert "账户中尚无已入账学分" in text
    assert "0.0" in text


def test_a_reversing_entry_keeps_its_sign(fonts: Fonts, page_texts: PageTexts) -> None:
    data = samples.statement(posted=2, pending=0)
    reverse = dataclasses.replace(data.posted[1], credits=Decimal("-1.5"))
    changed = dataclasses.replace(data, posted=(*data.posted, reverse))
    assert changed.posted_total == Decimal("1.0")
    assert "−1.5" in "".join(page_texts(papers.render_statement(changed, fonts)))


def test_notices_say_what_was_decided_and_until_when(fonts: Fonts, page_texts: PageTexts) -> None:
    chinese = solid("".join(page_texts(papers.render_notice(samples.notice(), fonts))))
    for words in (
        "予以认定",
        "部分认定",
        "不予认定",
        "第12条第3款",
        "4.5学分",
        "2026-11-30",
        "样章SAMPLE",
        "上限6学分",
    ):
        assert words in chinese
    refused = solid("".join(page_texts(papers.render_refusal(samples.refusal(), fonts))))
    for words in ("吻合度为64%", "第8条第2款", "R-204", "补修", "2026-11-30", "先修内容"):
        assert words in refused
    english = " ".join(
        "".join(page_texts(papers.render_refusal(samples.refusal(language=samples.EN), fonts))).split()
    )
    for words in ("Facts found", "Insufficient match of content [R-204]", "no later than 30 November 2026"):
        assert words in english


def test_a_receipt_lists_materials_promise_and_queue(fonts: Fonts, page_texts: PageTexts) -> None:
    data = samples.receipt()
    text = solid("".join(page_texts(papers.render_receipt(data, fonts))))
    for words in ("核对无误，已退还", "2027年2月9日", "B017", "前面还有4件", "000-12345678", "存根"):
        assert words in text
    provisional = dataclasses.replace(data, promise_is_provisional=True, files_ahead=0)
    text = solid("".join(page_texts(papers.render_receipt(provisional, fonts))))
    assert "暂定" in text
    assert "前面没有待办件" in text


def test_marks_are_printed_over(fonts: Fonts, page_texts: PageTexts) -> None:
    data = samples.statement(posted=40)
    draft = page_texts(papers.render_statement(data, fonts, PrintMarks(draft=True)))
    assert all("DRAFT" in text for text in draft)
    copy = page_texts(papers.render_statement(data, fonts, PrintMarks(copy=True, copy_number=3)))
    assert all("COPY 3" in text for text in copy)
    plain = page_texts(papers.render_statement(data, fonts))
    assert not any("COPY" in text or "DRAFT" in text for text in plain)


def crowded(fonts: Fonts) -> dict[str, DisplayList]:
    """Return papers with far more text than usual."""
    name, latin = LONG_NAME, "Abdurahman " * 9
    notice = samples.notice(name, latin)
    talk = Bilingual(
        "经核对，所提交的材料不足以证明学习过程。" * 60, "The evidence does not show how it was learnt. " * 60
    )
    line = dataclasses.replace(
        notice.lines[0], title=Bilingual("极长的学习成果名称" * 9), reason=talk, grade_text="优秀（良好）"
    )
    refusal = samples.refusal(name, latin)
    refused = dataclasses.replace(refusal.refused[0], facts=talk, what_would_help=(talk, talk))
    receipt = samples.receipt(name, latin)
    materials = tuple(dataclasses.replace(receipt.materials[1], remark="备注很长" * 8) for _ in range(40))
    statement = samples.statement(name, latin, 30, 12)
    rows = tuple(
        dataclasses.replace(row, title=Bilingual("很长的课程名称" * 8, "A very long title of a course " * 6))
        for row in statement.posted
    )
    return {
        "notice": lay_out_notice(dataclasses.replace(notice, lines=(line,) * 14), fonts, NO_MARKS),
        "refusal": lay_out_refusal(dataclasses.replace(refusal, refused=(refused,) * 3), fonts, NO_MARKS),
        "receipt": lay_out_receipt(dataclasses.replace(receipt, materials=materials), fonts, NO_MARKS),
        "statement": lay_out_statement(dataclasses.replace(statement, posted=rows), fonts, NO_MARKS),
    }


def usual(fonts: Fonts) -> dict[str, DisplayList]:
    return {
        "notice": lay_out_notice(samples.notice(language=samples.EN), fonts, NO_MARKS),
        "refusal": lay_out_refusal(samples.refusal(), fonts, NO_MARKS),
        "receipt": lay_out_receipt(samples.receipt(language=samples.EN), fonts, NO_MARKS),
        "statement": lay_out_statement(samples.statement(), fonts, NO_MARKS),
    }


@pytest.mark.parametrize("data", [usual, crowded])
def test_nothing_leaves_the_frame_or_runs_into_the_footer(fonts: Fonts, data: object) -> None:
    assert callable(data)
    for paper, drawing in data(fonts).items():
        for number, page in enumerate(drawing.pages, start=1):
            for item in page.items:
                if isinstance(item, Group) or not isinstance(item, Text) or item.role is Role.ARTEFACT:
                    continue
                style = item.style
                right = item.x_pt + fonts.width_pt(item.text, style.face, style.size_pt, style.spacing_pt)
                assert item.x_pt >= 48.9, (paper, number, item)
                assert right <= page.width_pt - 48.0, (paper, number, item)
                assert item.y_pt <= page.height_pt - 24, (paper, number, item)


@pytest.mark.parametrize("data", [usual, crowded])
def test_lines_of_text_do_not_collide(fonts: Fonts, data: object) -> None:
    """No two pieces of text of a page overlap, but for the date under the seal's own group."""
    assert callable(data)
    for paper, drawing in data(fonts).items():
        for page in drawing.pages:
            boxes = []
            for item in page.items:
                if not isinstance(item, Text) or item.role is Role.ARTEFACT:
                    continue
                style = item.style
                width = fonts.width_pt(item.text, style.face, style.size_pt, style.spacing_pt)
                height = style.size_pt * 0.7
                boxes.append((item.x_pt, item.y_pt - height, item.x_pt + width, item.y_pt, item.text))
            boxes.sort(key=lambda box: box[1])
            for place, one in enumerate(boxes):
                for other in boxes[place + 1 :]:
                    if other[1] >= one[3]:
                        break
                    apart = other[0] >= one[2] - 0.3 or one[0] >= other[2] - 0.3
                    assert apart, (paper, one, other)


def test_a_school_may_bring_its_own_emblem(fonts: Fonts) -> None:
    emblem = io.BytesIO()
    Picture.new("RGB", (40, 40), (200, 30, 30)).save(emblem, "PNG")
    data: StatementData = samples.statement()
    office = dataclasses.replace(samples.OFFICE, crest_png=emblem.getvalue(), is_sample=False)
    head = dataclasses.replace(data.head, office=office)
    file = papers.render_statement(dataclasses.replace(data, head=head), fonts)
    red, green, _blue = picture_of(file, scale=1.0).convert("RGB").getpixel((74, 83))  # type: ignore[misc]
    assert red > 150 > green
