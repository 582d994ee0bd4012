"""Credit values: reading, rounding down, writing and storing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.credits import (
    HALF,
    ZERO,
    format_credits,
    from_hundredths,
    parse_credits,
    round_down,
    to_hundredths,
)
from creditbank_desktop.domain.failures import Problems

values = st.integers(-6_000, 6_000).map(lambda hundredths: Decimal(hundredths) / 100)
steps = st.sampled_from([Decimal("0.5"), Decimal("0.25"), Decimal("0.1"), Decimal("1"), Decimal("0.01")])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"),
        ("3.0", "3.0"),
        (" 2.5 ", "2.5"),
        ("３．５", "3.5"),
        ("0", "0"),
        ("60", "60"),
        ("+1.50", "1.5"),
        ("-0", "0"),
    ],
)
def test_credits_are_read(text, value):
    assert parse_credits(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["credits.invalid"]),
        ("three", ["credits.invalid"]),
        ("2,5", ["credits.invalid"]),
        ("2，5", ["credits.invalid"]),
        ("1e3", ["credits.invalid"]),
        ("NaN", ["credits.invalid"]),
        ("Infinity", ["credits.invalid"]),
        ("٣", ["credits.invalid"]),
        ("-1", ["credits.negative"]),
        ("－1", ["credits.negative"]),
        ("60.5", ["credits.absurd"]),
        ("0.3", ["credits.step"]),
        ("-0.3", ["credits.negative", "credits.step"]),
        ("99.9", ["credits.absurd", "credits.step"]),
    ],
)
def test_bad_credits_are_found_all_at_once(text, codes):
    with pytest.raises(Problems) as caught:
        parse_credits(text, "lines.2.credits")
    assert [problem.code for problem in caught.value.problems] == codes
    assert {problem.field for problem in caught.value.problems} == {"lines.2.credits"}


def test_a_rule_may_allow_a_finer_step():
    assert parse_credits("2.25", step=Decimal("0.25")) == Decimal("2.25")


@pytest.mark.parametrize(
    ("value", "rounded"), [("2.99", "2.5"), ("3", "3"), ("0.49", "0"), ("-0.3", "-0.5"), ("-1", "-1")]
)
def test_rounding_goes_down(value, rounded):
    assert round_down(Decimal(value)) == Decimal(rounded)


def test_a_third_of_a_course_is_rounded_down_too():
    assert round_down(Decimal(2) / Decimal(3)) == HALF


@given(values, steps)
def test_rounding_never_goes_up_and_stays_within_a_step(value, step):
    rounded = round_down(value, step)
    assert rounded <= value < rounded + step
    assert rounded % step == ZERO


@pytest.mark.parametrize("step", ["0", "-0.5"])
def test_a_step_is_above_zero(step):
    with pytest.raises(ValueError, match="above zero"):
        round_down(Decimal(1), Decimal(step))


@pytest.mark.parametrize(
    ("value", "text"),
    [("3", "3.0"), ("3.00", "3.0"), ("2.25", "2.25"), ("-1.5", "-1.5"), ("1E+1", "10.0"), ("0", "0.0")],
)
def test_credits_show_one_decimal_at_least(value, text):
    assert format_credits(Decimal(value)) == text


@given(values)
def test_hundredths_and_text_keep_the_value(value):
    assert from_hundredths(to_hundredths(value)) == value
    assert Decimal(format_credits(value)) == value


def test_nothing_finer_than_a_hundredth_is_stored():
    with pytest.raises(ValueError, match="finer"):
        to_hundredths(Decimal("0.005"))
