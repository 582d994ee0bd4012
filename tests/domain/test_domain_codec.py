"""Canonical bytes: one spelling, exact round trips, nothing accepted that was not written."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.codec import (
    Malformed,
    canonical_bytes,
    decode,
    encode,
    format_instant,
    from_plain,
    parse_instant,
    plain_of,
    to_plain,
)
from creditbank_desktop.domain.decisions import LineDecision, LineResult
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType, SkillCertificate
from tests.domain.domain_worlds import example_outcome

texts = st.text(max_size=20)
decisions = st.builds(
    LineDecision,
    result=st.sampled_from(LineResult),
    credits=st.decimals(min_value=0, max_value=60, places=1),
    computed_credits=st.decimals(min_value=0, max_value=60, places=2),
    grade_text=texts,
    counts_for_gpa=st.booleans(),
    reason_codes=st.lists(texts, max_size=3).map(tuple),
    decided_on=st.none() | st.dates(),
)


@given(decisions)
def test_what_is_written_is_read_back(decision: LineDecision) -> None:
    assert decode(LineDecision, encode(decision)) == decision


@given(decisions)
def test_bytes_have_one_spelling(decision: LineDecision) -> None:
    data = encode(decision)
    assert canonical_bytes(plain_of(data)) == data


@pytest.mark.parametrize("outcome_type", list(OutcomeType))
def test_an_outcome_of_every_type_survives(outcome_type: OutcomeType) -> None:
    outcome = example_outcome(outcome_type)
    assert decode(Outcome, encode(outcome)) == outcome


def test_details_of_another_type_are_refused() -> None:
    with pytest.raises(ValueError, match="details"):
        Outcome(type=OutcomeType.MOOC, title="t", details=SkillCertificate())
    plain = to_plain(example_outcome(OutcomeType.MOOC))
    assert isinstance(plain, dict)
    plain["type"] = "patent"
    with pytest.raises(Malformed, match="details"):
        from_plain(Outcome, plain)


@pytest.mark.parametrize(
    "data",
    [
        b'{"result":"recognised","credits":1.5}',
        b'{"result":"recognised","credits":"NaN"}',
        b'{"result":"splendid"}',
        b'{"result":"recognised","unheard_of":1}',
        b"{}",
        b'{"result":"recognised","result":"recognised"}',
        b"[" * 100_000,
        b"\xff",
        b'{"result":"recognised","counts_for_gpa":1}',
        b'{"result":"recognised","decided_on":"2026-02-31"}',
    ],
)
def test_what_was_not_written_is_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        decode(LineDecision, data)


def test_absent_fields_take_their_defaults() -> None:
    assert decode(LineDecision, b'{"result":"recognised"}') == LineDecision(LineResult.RECOGNISED)


@pytest.mark.parametrize("value", [1.5, datetime(2026, 1, 1), 2**60, object()])  # noqa: DTZ001
def test_what_has_no_exact_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        to_plain(value)


def test_moments_are_utc_with_milliseconds() -> None:
    assert format_instant(datetime(2026, 3, 2, 8, 30, tzinfo=UTC)) == "2026-03-02T08:30:00.000Z"
    with pytest.raises(ValueError, match="UTC"):
        parse_instant("2026-03-02T08:30:00+08:00")
    assert to_plain((Decimal("3.00"), date(2026, 3, 2), b"\x00")) == ["3.00", "2026-03-02", "AA=="]
