"""Lines of a page come in rows, also of a page that lies askew."""

from __future__ import annotations

import math

import pytest

from creditbank_desktop.domain.page_text import Point, TextLine, rows_of

TILTS = (0.0, 4.0, -4.0, 9.0)


def line(text: str, left: float, top: float, width: float = 300, tilt: float = 0.0) -> TextLine:
    angle = math.radians(tilt)

    def placed(x: float, y: float) -> Point:
        return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)

    right, bottom = left + width, top + 40
    return TextLine(
        text, 0.99, (placed(left, top), placed(right, top), placed(right, bottom), placed(left, bottom))
    )


@pytest.mark.parametrize("tilt", TILTS)
def test_lines_of_one_height_are_one_row_however_the_page_lies(tilt: float) -> None:
    page = [
        line("2023年11月06日", 700, 100, tilt=tilt),
        line("发证日期：", 100, 102, tilt=tilt),
        line("证书编号：Y0000", 100, 180, tilt=tilt),
        line("职业技能等级证书", 300, 20, tilt=tilt),
    ]
    said = [[one.text for one in row] for row in rows_of(page)]
    assert said == [["职业技能等级证书"], ["发证日期：", "2023年11月06日"], ["证书编号：Y0000"]]


def test_a_page_without_text_has_no_rows() -> None:
    assert rows_of(()) == ()
