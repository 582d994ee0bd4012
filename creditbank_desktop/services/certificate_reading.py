"""Finds the fields of a form in the text of a certificate, by the labels that stand before them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from types import MappingProxyType

from creditbank_desktop.domain.folding import fold_width, without_spaces
from creditbank_desktop.domain.names import normalise_name
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.page_text import TextLine, TextPage, rows_of

LEAST_CONFIDENCE = 0.6
"""Below it a line is rather a stain or a stamp than text."""

HOLDER_NAME, HOLDER_DOCUMENT = "holder.name", "holder.document_number"


@dataclass(frozen=True, slots=True)
class FieldReading:
    """What a page says about one field, with the line that it was read from."""

    field: str
    text: str
    line: TextLine


_LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        HOLDER_NAME: ("姓名", "学员姓名", "考生姓名", "持证人", "name"),
        HOLDER_DOCUMENT: ("证件号码", "身份证号码", "身份证号", "身份证件号码", "id no", "id number"),
        "evidence_number": (
            "证书编号", "证书号码", "证书号", "登记号", "登记证书号", "专利号", "准考证号", "certificate no",
            "certificate number", "编号",
        ),
        "issuer": (
            "评价机构", "发证机构", "颁证机构", "颁发机构", "发证单位", "颁发单位", "发证机关", "主办单位",
            "培训评价组织", "issued by",
        ),
        "issued_on": (
            "发证日期", "颁发日期", "颁证日期", "签发日期", "授权公告日", "批准日期", "date of issue",
            "issue date",
        ),
        "valid_until": ("有效期至", "有效期限至", "有效期截止", "valid until"),
        "occupation": ("职业名称", "职业(工种)", "职业工种", "职业"),
        "level": ("职业技能等级", "技能等级", "证书等级", "等级", "级别", "level"),
        "hours": ("学时", "总学时", "课时", "培训学时"),
        "course": ("课程名称", "课程"),
        "certificate": (
            "证书名称", "项目名称", "培训项目", "竞赛名称", "赛项名称", "赛项", "发明名称",
            "作品名称",
        ),
        "platform": ("平台名称", "学习平台", "开课平台"),
        "raw_score": ("总成绩", "综合成绩", "最终成绩", "总分", "成绩", "score"),
        "other": (
            "性别", "出生日期", "国籍", "民族", "工种/职业方向", "理论知识考试成绩", "技能考核成绩",
            "查询网址", "查询网站", "文化程度", "照片", "sex", "date of birth",
        ),
    }
)  # fmt: skip
"""By what is wanted: the labels it has on paper, folded; "other" only ends what stands before it."""

_TITLES: Mapping[OutcomeType, tuple[str, ...]] = MappingProxyType(
    {
        OutcomeType.SKILL_CERTIFICATE: ("occupation",),
        OutcomeType.PROFESSIONAL_QUALIFICATION: ("occupation", "certificate"),
        OutcomeType.MOOC: ("course",),
        OutcomeType.FORMAL_COURSE: ("course",),
        OutcomeType.SELF_STUDY_EXAM: ("course",),
    }
)
_LEVELS = MappingProxyType({"一": "1", "二": "2", "三": "3", "四": "4", "五": "5"})
_GRADES = MappingProxyType({"初级": "junior", "中级": "intermediate", "高级": "senior"})
_SKILLED = frozenset({OutcomeType.SKILL_CERTIFICATE, OutcomeType.PROFESSIONAL_QUALIFICATION})
_BY_LABEL = MappingProxyType({label: wanted for wanted, labels in _LABELS.items() for label in labels})
# The longest label first, so that 证书编号 is never taken for 编号; the mark behind it may be missing.
_ANY_LABEL = re.compile("|".join(re.escape(label) for label in sorted(_BY_LABEL, key=len, reverse=True)))
_LOOSE_SPACE = re.compile(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])|[\u200b-\u200d\u2060\ufeff\u00ad]")
_DATE = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def read_certificate(page: TextPage, kind: OutcomeType, fields: frozenset[str]) -> tuple[FieldReading, ...]:
    """Return what the page says about ``fields`` of an outcome type and about its holder.

    A field that the page names twice with different values is left out: which one is meant is for a person
    to say. The holder comes as `HOLDER_NAME` and `HOLDER_DOCUMENT`.
    """
    found: dict[str, FieldReading] = {}
    doubtful: set[str] = set()
    for wanted, text, line in _labelled(page):
        for field in _fields_for(wanted, kind):
            value = _value(field, text, kind)
            if not value or (field not in fields and not field.startswith("holder.")):
                continue
            if field in found and found[field].text != value:
                doubtful.add(field)
            found.setdefault(field, FieldReading(field, value, line))
    return tuple(reading for field, reading in found.items() if field not in doubtful)


def _labelled(page: TextPage) -> list[tuple[str, str, TextLine]]:
    """Return (what is wanted, text behind its label, line that holds the text)."""
    found = []
    for row in rows_of([line for line in page.lines if line.confidence >= LEAST_CONFIDENCE]):
        text = "".join(_compact(line.text) for line in row)
        folded = fold_width(text).lower()
        labels = [label for label in _ANY_LABEL.finditer(folded) if _is_label(folded, label)]
        for label, following in zip_longest(labels, labels[1:]):
            end = len(text) if following is None else following.start()
            value = text[label.end() : end].strip(" :：;；,，.。·-")
            if value:
                found.append((_BY_LABEL[label.group()], value, _line_at(row, text, label.end(), value)))
    return found


def _is_label(folded: str, label: re.Match[str]) -> bool:
    """Return whether a label is meant: it begins the row, or a colon follows."""
    return label.start() == 0 or folded[label.end() : label.end() + 1] == ":"


def _line_at(row: Sequence[TextLine], text: str, behind: int, value: str) -> TextLine:
    wanted = text.index(value, behind)
    begun = 0
    for line in row:
        begun += len(_compact(line.text))
        if wanted < begun:
            return line
    return row[-1]


def _compact(text: str) -> str:
    """Return the text without the spaces that stand beside a Chinese character."""
    return _LOOSE_SPACE.sub("", text)


def _fields_for(wanted: str, kind: OutcomeType) -> tuple[str, ...]:
    if wanted == "other":
        return ()
    titles = _TITLES.get(kind, ("certificate",))
    own = () if wanted in ("course", "certificate") else (wanted,)
    return ("title", *own) if wanted in titles else own


def _value(field: str, text: str, kind: OutcomeType) -> str:
    """Return the text as the form wants it, "" if it cannot be that."""
    match field:
        case "issued_on" | "valid_until":
            date = _DATE.search(fold_width(text))
            return "" if date is None else "{}-{:0>2}-{:0>2}".format(*date.groups())
        case "level":
            return _level(text, kind)
        case "hours":
            number = _NUMBER.search(fold_width(text))
            return "" if number is None else number.group()
        case "raw_score":
            number = _NUMBER.match(fold_width(text))
            return "" if number is None else number.group()
        case "evidence_number" | "holder.document_number":
            return without_spaces(text).upper()
        case "holder.name":
            return normalise_name(text)
    return text


def _level(text: str, kind: OutcomeType) -> str:
    if kind is OutcomeType.ONE_PLUS_X:
        return next((code for word, code in _GRADES.items() if word in text), "")
    if kind in _SKILLED:
        return next((code for word, code in _LEVELS.items() if text.startswith(f"{word}级")), "")
    return ""
