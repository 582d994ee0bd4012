"""The counter's papers say what they were given, fit their pages, and their codes can be scanned."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest
import zxingcpp

from creditbank_desktop.documents.fonts import Fonts, normalise
from creditbank_desktop.documents.layout import DisplayList
from creditbank_desktop.documents.papers import LAYOUTS, render_paper
from creditbank_desktop.documents.papers_data import PrintMarks
from creditbank_desktop.documents.ticket import OWN_CODE_PREFIX
from tests.documents import sample_counter_papers as samples
from tests.documents import test_documents_papers as checks
from tests.documents.conftest import PageTexts
from tests.documents.sample_papers import EN, ZH

MARKS = PrintMarks()


def usual(fonts: Fonts) -> dict[str, DisplayList]:
    return {name: LAYOUTS[type(data)](data, fonts, MARKS) for name, data in samples.counter_papers().items()}


def long(fonts: Fonts) -> dict[str, DisplayList]:
    papers = samples.long_papers(checks.LONG_NAME, "Abdurahman " * 6)
    return {name: LAYOUTS[type(data)](data, fonts, MARKS) for name, data in papers.items()}


@pytest.mark.parametrize("data", [usual, long])
def test_nothing_leaves_the_frame_and_no_line_meets_another(fonts: Fonts, data: object) -> None:
    checks.test_nothing_leaves_the_frame_or_runs_into_the_footer(fonts, data)
    checks.test_lines_of_text_do_not_collide(fonts, data)


def test_every_paper_is_the_same_file_each_time(fonts: Fonts) -> None:
    assert samples.render_counter_papers(fonts) == samples.render_counter_papers(fonts)


def test_every_sample_name_stands_on_every_paper(
    fonts: Fonts, sample_names: list[tuple[str, str]], page_texts: PageTexts
) -> None:
    for name, latin in islice(sample_names, 0, None, 4):
        for paper, data in samples.counter_papers(name, latin).items():
            text = checks.solid("".join(page_texts(render_paper(data, fonts))))
            assert checks.solid(normalise(name)) in text, (name, paper)


def test_the_code_is_scanned_from_paper(fonts: Fonts) -> None:
    picture = checks.picture_of(render_paper(samples.receipt(), fonts))
    found = {code.text for code in zxingcpp.read_barcodes(picture)}
    assert f"{OWN_CODE_PREFIX}26A3000018K" in found


def test_a_receipt_without_a_code_stays_as_it_was(fonts: Fonts, page_texts: PageTexts) -> None:
    old = replace(samples.receipt(), ticket="")
    text = checks.solid("".join(page_texts(render_paper(old, fonts))))
    assert "排队号" in text
    assert "进度查询码" not in text


def test_a_supplement_notice_names_everything_and_the_rest_later(fonts: Fonts, page_texts: PageTexts) -> None:
    first = checks.solid("".join(page_texts(render_paper(samples.supplement(), fonts))))
    for words in ("学习成果认定申请表", "居民身份证", "未签名、未注明日期", "2026年12月4日", "延期一次"):
        assert words in first
    rest = checks.solid("".join(page_texts(render_paper(samples.supplement_rest(), fonts))))
    assert "已收到的补正材料" in rest
    assert "不再延期" in rest
    assert "可在截止日前申请延期一次" not in rest


def test_a_notice_of_non_acceptance_gives_clause_and_reason(fonts: Fonts, page_texts: PageTexts) -> None:
    text = checks.solid("".join(page_texts(render_paper(samples.not_accepted(), fonts))))
    for words in ("受理条件", "只能申请认定一次", "[duplicate]", "SL-2026-01-A3-000011-4", "请查询原申请"):
        assert words in text


def test_a_pre_assessment_binds_nobody_on_every_page(fonts: Fonts, page_texts: PageTexts) -> None:
    pages = page_texts(render_paper(samples.pre_assessment(count=30), fonts))
    assert len(pages) > 1
    assert "不具约束力" in checks.solid(pages[0])
    for page in pages:
        assert "ESTIMATE" in page
    english = " ".join("".join(page_texts(render_paper(samples.pre_assessment(language=EN), fonts))).split())
    for words in ("binds nobody", "No rule gives credit", "Still needed: Application form", "≈ 7.0"):
        assert words in english


def test_a_withdrawal_says_what_goes_on(fonts: Fonts, page_texts: PageTexts) -> None:
    whole = checks.solid("".join(page_texts(render_paper(samples.withdrawal(language=ZH), fonts))))
    assert "不再办理该申请" in whole
    assert "继续办理" not in whole
    part = checks.solid("".join(page_texts(render_paper(samples.withdrawal(left=2), fonts))))
    assert "继续办理的学习成果" in part


def test_forty_materials_break_between_rows_with_the_head_again(fonts: Fonts, page_texts: PageTexts) -> None:
    pages = page_texts(render_paper(samples.supplement(count=40), fonts))
    assert len(pages) > 1
    for page in pages[:-1]:
        assert "补正要求" in page
    everything = "".join(pages)
    for number in (1, 20, 40):
        assert str(number) in everything
