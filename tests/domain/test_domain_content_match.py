"""The content match of two courses: bounds, monotony, order, thresholds."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.content_match import (
    Coverage,
    MatchBand,
    MatchThresholds,
    TopicMatch,
    band_of,
    check_topics,
    match_percent,
)
from creditbank_desktop.domain.failures import Problems


@st.composite
def mappings(draw: st.DrawFn) -> list[TopicMatch]:
    topics = []
    for place in range(draw(st.integers(1, 12))):
        hundredths = draw(st.integers(2, 20_000))
        coverage = draw(st.sampled_from(Coverage))
        part = draw(st.integers(1, hundredths - 1)) if coverage is Coverage.PARTLY else 0
        hours = Decimal(hundredths) / 100
        topics.append(TopicMatch(f"topic {place}", hours, coverage, Decimal(part) / 100))
    return topics


@given(mappings())
def test_percentage_is_the_exact_quotient_rounded_down(topics: list[TopicMatch]) -> None:
    counted = sum(Fraction(topic.counted_hours) for topic in topics)
    exact = 100 * counted / sum(Fraction(topic.topic_hours) for topic in topics)
    percent = Fraction(match_percent(topics))
    assert 0 <= percent <= 100
    assert percent <= exact < percent + Fraction(1, 100)


@given(mappings(), st.data())
def test_order_of_topics_does_not_matter(topics: list[TopicMatch], data: st.DataObject) -> None:
    assert match_percent(data.draw(st.permutations(topics))) == match_percent(topics)


@given(mappings(), st.data())
def test_covering_more_never_lowers_the_percentage(topics: list[TopicMatch], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(topics) - 1))
    more = list(topics)
    more[place] = replace(more[place], coverage=Coverage.COVERED, covered_hours=Decimal(0))
    less = list(topics)
    less[place] = replace(less[place], coverage=Coverage.NOT_COVERED, covered_hours=Decimal(0))
    assert match_percent(less) <= match_percent(topics) <= match_percent(more)


@given(mappings())
def test_all_covered_is_a_hundred_and_none_is_zero(topics: list[TopicMatch]) -> None:
    for coverage, percent in ((Coverage.COVERED, 100), (Coverage.NOT_COVERED, 0)):
        same = [replace(topic, coverage=coverage, covered_hours=Decimal(0)) for topic in topics]
        assert match_percent(same) == percent


@pytest.mark.parametrize(
    ("percent", "band"),
    [
        ("80", MatchBand.FULL),
        ("79.99", MatchBand.SECOND_OPINION),
        ("70", MatchBand.SECOND_OPINION),
        ("69.99", MatchBand.TOO_LITTLE),
    ],
)
def test_thresholds_belong_to_the_better_band(percent: str, band: MatchBand) -> None:
    assert band_of(Decimal(percent)) is band


def test_a_rule_set_may_bring_other_thresholds() -> None:
    strict = MatchThresholds(Decimal(90), Decimal(85))
    assert band_of(Decimal(84), strict) is MatchBand.TOO_LITTLE


def test_just_below_eighty_is_not_rounded_up() -> None:
    topics = [
        TopicMatch("limits", Decimal("79999.99"), Coverage.COVERED),
        TopicMatch("series", Decimal("20000.01"), Coverage.NOT_COVERED),
    ]
    assert match_percent(topics) == Decimal("79.99")


def test_all_problems_of_a_mapping_are_told_at_once() -> None:
    topics = [
        TopicMatch("", Decimal(4), Coverage.COVERED),
        TopicMatch("limits", Decimal("NaN"), Coverage.COVERED),
        TopicMatch("limits", Decimal(4), Coverage.PARTLY, Decimal(4)),
        TopicMatch("series", Decimal(4), Coverage.COVERED, Decimal(1)),
    ]
    with pytest.raises(Problems) as stopped:
        check_topics(topics)
    assert [(problem.code, problem.field) for problem in stopped.value.problems] == [
        ("content_match.topic_missing", "topics.0.topic"),
        ("content_match.hours", "topics.1.topic_hours"),
        ("content_match.topic_twice", "topics.2.topic"),
        ("content_match.covered_hours", "topics.2.covered_hours"),
        ("content_match.covered_hours", "topics.3.covered_hours"),
    ]


def test_a_mapping_without_topics_is_refused() -> None:
    with pytest.raises(Problems):
        match_percent([])
