"""The row of outcomes stays readable however many there are."""

from __future__ import annotations

import pytest

from creditbank_desktop.ui.counter.outcome_tabs import MOST_OUTCOMES, OutcomeTabs, shortened
from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.kit.layout_check import clipped_words, overlapping_parts
from creditbank_desktop.ui.kit.screenshots import lay_out
from creditbank_desktop.ui.theme.colours import Look

TITLES = ("社区志愿服务", "大学英语（四）", "管理学原理", "Introduction to statistics", "", "电工")
PANE_PX = 530


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("count", range(1, MOST_OUTCOMES + 1))
def test_no_title_is_cut_or_covered(dress, keep, count: int, language: Language) -> None:
    dress(Look.LIGHT, language)
    tabs = OutcomeTabs()
    keep(tabs)
    tabs.show_outcomes([(TITLES[n % len(TITLES)], n == 1) for n in range(count)], 0)
    tabs.show()
    lay_out(tabs, PANE_PX, 120)
    assert clipped_words(tabs) == []
    assert overlapping_parts(tabs) == []


@pytest.mark.parametrize(
    ("title", "room", "short"),
    [
        ("管理学原理", 16, "管理学原理"),
        ("管理学原理", 8, "管理学…"),
        ("Statistics", 8, "Statist…"),
        ("电工", 4, "电工"),
        ("电工", 0, ""),
    ],
)
def test_titles_are_shortened_by_their_width(title: str, room: int, short: str) -> None:
    assert shortened(title, room) == short
