"""Which column of a sheet of learners holds what: guessed from headings in Chinese and English."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from creditbank_desktop.devices.sheet_stream import SheetRow
from creditbank_desktop.domain.folding import fold_width
from creditbank_desktop.services.views_import import ColumnLook, ImportWords

FIELDS = (
    "name",
    "document_kind",
    "document_number",
    "student_number",
    "programme",
    "intake_year",
    "class_name",
    "latin_name",
    "former_name",
    "sex",
    "birth_date",
    "ethnic_group",
    "phone",
    "email",
    "address",
    "is_veteran",
)
"""The fields of a learner in the order of the template."""

REQUIRED = ("name", "document_number", "programme", "intake_year")

_HEADING_ROWS = 10
_SAMPLES = 3

_SYNONYMS = {
    "name": "姓名 学生姓名 学员姓名 名字 中文姓名 学习者姓名 name fullname studentname learnername",
    "document_kind": "证件类型 证件种类 证件类别 身份证件类型 "
    "documenttype documentkind idtype kindofdocument",
    "document_number": "证件号码 证件号 身份证号 身份证号码 身份证 身份证件号 公民身份号码 居民身份证号 "
    "documentnumber idnumber idno id residentid passportnumber passportno",
    "student_number": "学号 学籍号 学生号 学员号 学生编号 studentnumber studentno studentid",
    "programme": "专业 专业代码 专业编号 专业名称 培养专业 就读专业 "
    "programme program major programmecode majorcode",
    "intake_year": "年级 入学年份 入学年 入学年度 入学时间 入学日期 届 "
    "intakeyear intake yearofentry grade entryyear",
    "class_name": "班级 班级名称 行政班 行政班级 所在班级 class classname",
    "latin_name": "英文姓名 英文名 拼音姓名 姓名拼音 拼音 外文姓名 latinname englishname pinyin",
    "former_name": "曾用名 曾用姓名 formername",
    "sex": "性别 sex gender",
    "birth_date": "出生日期 出生年月 出生年月日 生日 birthdate dateofbirth birthday dob",
    "ethnic_group": "民族 民族代码 ethnicgroup ethnicity nationality",
    "phone": "手机 手机号 手机号码 电话 联系电话 联系方式 移动电话 phone mobile telephone tel phonenumber",
    "email": "邮箱 电子邮箱 电子邮件 邮件地址 email mail emailaddress",
    "address": "地址 家庭住址 家庭地址 通讯地址 通信地址 联系地址 住址 address postaladdress",
    "is_veteran": "退役军人 是否退役 是否退役军人 退伍军人 退役士兵 veteran isveteran",
}


def _table() -> Mapping[str, str]:
    known = {heading: name for name, headings in _SYNONYMS.items() for heading in headings.split()}
    return MappingProxyType(known | {name: name for name in FIELDS} | {_plain(name): name for name in FIELDS})


def _plain(heading: str) -> str:
    """Return a heading as it is looked up: letters and digits only, what stands in brackets left out."""
    folded = fold_width(heading).casefold()
    for opening in "([【（":
        folded = folded.split(opening, 1)[0] or folded
    return "".join(character for character in folded if character.isalnum())


def letter_of(place: int) -> str:
    """Return what a spreadsheet calls the column at ``place``, counted from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def key_of(headings: Iterable[str]) -> str:
    """Return the setting under which the columns of these headings are remembered."""
    joined = "\n".join(_plain(heading) for heading in headings)
    return "learner_import.columns." + hashlib.sha256(joined.encode()).hexdigest()[:32]


def heading_row(rows: Sequence[SheetRow], words: Sequence[ImportWords]) -> int:
    """Return the place among ``rows`` that looks most like headings: the first of the best."""
    known = _known(words)
    scores = [sum(_plain(cell) in known for cell in row.cells) for row in rows[:_HEADING_ROWS]]
    return scores.index(max(scores)) if scores and max(scores) >= 2 else 0


def columns_of(
    rows: Sequence[SheetRow], place: int, words: Sequence[ImportWords], remembered: Sequence[str] | None
) -> tuple[ColumnLook, ...]:
    """Return every column with its samples and the field that was remembered or is guessed; each once."""
    known = _known(words)
    below = [row for row in rows[place + 1 :] if not is_names_row(row.cells)]
    width = max((len(row.cells) for row in rows[place:]), default=0)
    headings = rows[place].cells
    taken: set[str] = set()
    columns = []
    for number in range(width):
        heading = headings[number] if number < len(headings) else ""
        samples = [row.cells[number] for row in below if number < len(row.cells) and row.cells[number]]
        name = known.get(_plain(heading), "")
        if remembered is not None and number < len(remembered):
            name = remembered[number] if remembered[number] in FIELDS else ""
        if name in taken:
            name = ""
        taken.add(name)
        columns.append(ColumnLook(letter_of(number), heading, tuple(samples[:_SAMPLES]), name))
    return tuple(columns)


def is_names_row(cells: Sequence[str]) -> bool:
    """Return whether a row is the hidden one of the template, which holds the fields' names."""
    said = [cell for cell in cells if cell]
    return len(said) > 1 and all(cell in FIELDS or cell == "problems" for cell in said)


def missing(fields: Iterable[str]) -> tuple[str, ...]:
    """Return the required fields that no column holds."""
    there = set(fields)
    return tuple(name for name in REQUIRED if name not in there)


def _known(words: Sequence[ImportWords]) -> dict[str, str]:
    labels = {_plain(label): name for one in words for name, label in one.labels.items()}
    return {**labels, **_table()}
