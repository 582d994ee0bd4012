"""The fields of a form are found in a certificate's text by the labels before them."""

from __future__ import annotations

import pytest

from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.page_text import TextLine, TextPage
from creditbank_desktop.services.certificate_reading import read_certificate
from creditbank_desktop.services.outcome_fields import FIELDS_OF

ROW = 60.0


def page(*rows: str | tuple[str, ...], confidence: float = 0.98) -> TextPage:
    lines = []
    for place, row in enumerate(rows):
        for column, text in enumerate((row,) if isinstance(row, str) else row):
            left, top = 100.0 + 400 * column, ROW * place
            corners = ((left, top), (left + 380, top), (left + 380, top + 40), (left, top + 40))
            lines.append(TextLine(text, confidence, corners))
    return TextPage(tuple(lines))


def read(found: TextPage, kind: OutcomeType) -> dict[str, str]:
    fields = frozenset(spec.name for spec in FIELDS_OF[kind])
    return {one.field: one.text for one in read_certificate(found, kind, fields)}


def test_a_skill_certificate_gives_its_fields_and_its_holder() -> None:
    found = page(
        "职业技能等级证书",
        ("姓名：张雨桐", "性别：女出生日期：2003年08月17日"),
        "证件号码：37010220030817152x",
        "职业名称：电子商务师",
        "职业技能等级：三级/高级工",
        "证书编号：Y0000 3701 2023 400187654",
        "理论知识考试成绩：86.5分技能考核成绩：91分",
        ("评价机构：", "德州星海职业技能评价中心（虚构）"),
        ("发证日期：", "2023年11月06日"),
    )
    assert read(found, OutcomeType.SKILL_CERTIFICATE) == {
        "holder.name": "张雨桐",
        "holder.document_number": "37010220030817152X",
        "title": "电子商务师",
        "occupation": "电子商务师",
        "level": "3",
        "evidence_number": "Y000037012023400187654",
        "issuer": "德州星海职业技能评价中心（虚构）",
        "issued_on": "2023-11-06",
    }


@pytest.mark.parametrize(
    ("kind", "rows", "wanted"),
    [
        (
            OutcomeType.MOOC,
            ("课程名称：大学英语（四）", "学习平台：云课堂（虚构）", "学时：32学时", "成绩：86.5"),
            {"title": "大学英语（四）", "platform": "云课堂（虚构）", "hours": "32", "raw_score": "86.5"},
        ),
        (
            OutcomeType.ONE_PLUS_X,
            ("证书名称：网店运营推广", "等级：中级"),
            {"title": "网店运营推广", "level": "intermediate"},
        ),
        (
            OutcomeType.TRAINING,
            ("Certificate No: TR-0001", "Date of issue: 2026-1-5", "项目名称：消防培训"),
            {"evidence_number": "TR-0001", "issued_on": "2026-01-05", "title": "消防培训"},
        ),
    ],
)
def test_other_papers_give_what_their_form_asks(
    kind: OutcomeType, rows: tuple[str, ...], wanted: dict[str, str]
) -> None:
    assert read(page(*rows), kind) == wanted


def test_a_field_that_is_named_twice_with_different_values_is_left_to_a_person() -> None:
    found = page("证书编号：A1", "证书编号：A2", "发证日期：2026年1月5日")
    assert read(found, OutcomeType.TRAINING) == {"issued_on": "2026-01-05"}


def test_a_label_inside_a_sentence_is_no_label() -> None:
    found = page("根据国家职业标准经考核成绩合格准予颁发本证书")
    assert read(found, OutcomeType.MOOC) == {}


def test_what_can_hardly_be_read_is_not_offered() -> None:
    assert read(page("证书编号：A1", confidence=0.4), OutcomeType.TRAINING) == {}


def test_a_level_that_the_type_does_not_know_is_not_offered() -> None:
    assert read(page("等级：特级"), OutcomeType.SKILL_CERTIFICATE) == {}
