"""Lines break by the Chinese rules, words and numbers stay whole, nothing is lost."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.documents.breaker import NEVER_FIRST, NEVER_LAST, break_lines

CLOSERS, OPENERS = sorted(NEVER_FIRST), sorted(NEVER_LAST)
PIECES = st.one_of(
    st.text(alphabet="学分银行认定𬭎䶮", min_size=1, max_size=6),
    st.text(alphabet="abcXYZ019", min_size=1, max_size=9),
    st.sampled_from(CLOSERS),
    st.sampled_from(OPENERS),
    st.just(" "),
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def width(text: str) -> float:
    return sum(2.0 if unicodedata.east_asian_width(char) in "WF" else 1.0 for char in text)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(TEXTS, st.integers(4, 40), st.integers(0, 4))
def test_no_line_begins_or_ends_with_a_forbidden_mark(text: str, room: int, indent: int) -> None:
    lines = break_lines(text, room, width, indent)
    for before, after in pairwise(lines):
        assert before[-1] not in NEVER_LAST
        assert after[0] not in NEVER_FIRST


@given(TEXTS, st.integers(4, 40), st.integers(0, 4))
def test_nothing_is_lost_or_added(text: str, room: int, indent: int) -> None:
    lines = break_lines(text, room, width, indent)
    assert squeezed("".join(lines)) == squeezed(text)
    assert all(line == line.strip() and line for line in lines)


@given(TEXTS, st.integers(4, 40))
def test_a_line_stands_out_only_where_no_break_is_allowed(text: str, room: int) -> None:
    for line in break_lines(text, room, width):
        if width(line) <= room:
            continue
        cuts = [
            at
            for at in range(1, len(line))
            if line[at - 1] not in NEVER_LAST
            and line[at] not in NEVER_FIRST
            and " " not in line[at - 1 : at + 1]
        ]
        assert not any(width(line[:at]) <= room for at in cuts)


@given(st.lists(st.text(alphabet="学分abc09", min_size=1, max_size=8), max_size=20), st.integers(10, 30))
def test_words_and_numbers_that_fit_stay_whole(pieces: list[str], room: int) -> None:
    text = " ".join(pieces)
    whole = re.findall("[abc09]+", text)
    found = [word for line in break_lines(text, room, width) for word in re.findall("[abc09]+", line)]
    assert found == whole


@given(st.text(alphabet="abc019", min_size=30, max_size=60))
def test_a_word_wider_than_the_line_is_cut_to_fit(word: str) -> None:
    lines = break_lines(word, 12, width)
    assert "".join(lines) == word
    assert all(width(line) <= 12 for line in lines)


def test_the_first_line_has_its_indent() -> None:
    assert break_lines("学分银行认定学分", 8, width, 4) == ("学分", "银行认定", "学分")


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("满分为100，及格", 9, ("满分为", "100，及格")),
        ("依据《PLC 编程》认定", 8, ("依据", "《PLC 编", "程》认定")),
        ("3.0 credits", 7, ("3.0", "credits")),
        ("", 10, ()),
        ("   ", 10, ()),
    ],
)
def test_examples(text: str, room: int, lines: tuple[str, ...]) -> None:
    assert break_lines(text, room, width) == lines
