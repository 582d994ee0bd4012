"""Writes fictional sheets of learners in which every fiftieth row is wrong in one of the usual ways."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from random import Random

import xlsxwriter

from creditbank_desktop.app.bench.fiction_learners import LearnerWorld, fictional_learners
from creditbank_desktop.app.bench.standing import SeededIds
from creditbank_desktop.domain.learners import Learner

HEADINGS = (
    "姓名",
    "证件类型",
    "证件号码",
    "学号",
    "专业代码",
    "年级",
    "班级",
    "英文姓名",
    "性别",
    "出生日期",
    "民族",
    "手机号码",
    "电子邮箱",
    "地址",
)
BAD_EVERY = 50
_SEXES = {"1": "男", "2": "女"}


def sheet_rows(world: LearnerWorld, count: int, seed: int) -> Iterator[tuple[str, ...]]:
    """Yield the cells of ``count`` rows; 2 % of them cannot be used, each fifth way in turn."""
    ids, chance = SeededIds(seed), Random(seed)
    first: tuple[str, ...] = ()
    people = _distinct(fictional_learners(world, count + count // BAD_EVERY + 10, ids, chance))
    for number, learner in enumerate(islice(people, count), start=1):
        cells = _cells(learner)
        first = first or cells
        yield _spoilt(cells, first, number // BAD_EVERY) if number % BAD_EVERY == 0 else cells


def _distinct(people: Iterable[Learner]) -> Iterator[Learner]:
    """Yield the learners whose document numbers chance has not drawn before."""
    drawn: set[str] = set()
    for learner in people:
        assert learner.profile is not None
        number = learner.profile.document_number
        if number not in drawn:
            drawn.add(number)
            yield learner


def write_sheet(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    """Write an xlsx or csv file, after the name, row by row."""
    if path.suffix == ".csv":
        with path.open("w", encoding="gb18030", newline="") as file:
            csv.writer(file).writerows([HEADINGS, *rows])
        return
    book = xlsxwriter.Workbook(str(path), {"constant_memory": False})
    page = book.add_worksheet()
    page.write_row(0, 0, HEADINGS)
    for number, cells in enumerate(rows, start=1):
        for place, cell in enumerate(cells):
            page.write_string(number, place, cell)
    book.close()


def _cells(learner: Learner) -> tuple[str, ...]:
    profile = learner.profile
    assert profile is not None
    return (
        profile.name,
        "居民身份证",
        profile.document_number,
        profile.student_number,
        learner.programme,
        f"{learner.intake_year}级",
        learner.class_name,
        profile.latin_name,
        _SEXES.get(profile.sex.value, ""),
        "" if profile.birth_date is None else profile.birth_date.strftime("%Y/%m/%d"),
        profile.ethnic_group,
        profile.phone,
        profile.email,
        profile.address,
    )


def _spoilt(cells: tuple[str, ...], first: tuple[str, ...], turn: int) -> tuple[str, ...]:
    """Return a row with the next of five mistakes: rounded number, wrong check, no such programme, somebody
    twice, no name.
    """
    spoilt = list(cells)
    match turn % 5:
        case 0:
            spoilt[2] = f"{int(spoilt[2][:17]) * 10:.5E}"
        case 1:
            spoilt[2] = spoilt[2][:17] + ("1" if spoilt[2][17] != "1" else "2")
        case 2:
            spoilt[4] = "999999"
        case 3:
            spoilt[2] = first[2]
        case _:
            spoilt[0] = ""
    return tuple(spoilt)
