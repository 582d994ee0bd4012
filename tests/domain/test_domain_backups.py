"""When a backup is due, and which are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.backups import Keeping, Work, is_due, superfluous

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
LONG = timedelta(hours=1)


def test_nothing_is_due_where_everything_is_saved() -> None:
    assert not is_due(Work(False, False, NOW - timedelta(days=40), LONG), NOW)


def test_work_of_the_day_before_is_saved_at_once() -> None:
    assert is_due(Work(True, True, NOW - timedelta(hours=1)), NOW)
    assert is_due(Work(True, False, None), NOW)


def test_todays_work_waits_until_nobody_works() -> None:
    last = NOW - timedelta(hours=20)
    assert not is_due(Work(True, False, last, timedelta(minutes=5)), NOW)
    assert is_due(Work(True, False, last, LONG), NOW)
    assert not is_due(Work(True, False, NOW - timedelta(minutes=30), LONG), NOW)


def test_a_clock_that_was_set_back_puts_nothing_off() -> None:
    assert is_due(Work(True, False, NOW + timedelta(days=300), LONG), NOW)


@given(
    st.lists(st.integers(0, 800), min_size=1, max_size=60),
    st.builds(Keeping, st.integers(1, 9), st.integers(1, 6), st.integers(1, 14)),
)
def test_the_newest_stays_and_so_does_one_of_every_period(hours: list[int], keeping: Keeping) -> None:
    made = [NOW - timedelta(hours=hour * 7) for hour in hours]
    going = superfluous(made, keeping)
    kept = set(made) - going
    assert max(made) in kept
    days = sorted({at.date() for at in made}, reverse=True)[: keeping.days]
    assert {at.date() for at in kept} >= set(days)
    assert len(kept) <= keeping.days + keeping.weeks + keeping.months
    assert superfluous(sorted(kept), keeping) == frozenset()
