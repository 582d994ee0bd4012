"""Working days on the shipped holiday table and on made-up ones."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.calendar import DueDate, WorkingCalendar, parse_calendar
from creditbank_desktop.domain.failures import Problems

TABLE = Path(__file__).parents[2] / "resources" / "calendar" / "cn-2025-2027.csv"


def shipped():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return parse_calendar(csv.DictReader(file))


def day(text):
    return date.fromisoformat(text)


@st.composite
def calendars(draw):
    days = st.integers(0, 400).map(lambda passed: date(2026, 1, 1) + timedelta(days=passed))
    holidays = draw(st.frozensets(days, max_size=40))
    weekend = draw(st.frozensets(days, max_size=20).map(lambda found: {d for d in found if d.weekday() > 4}))
    return WorkingCalendar(holidays, frozenset(weekend) - holidays, date(2026, 12, 31))


starts = st.integers(0, 330).map(lambda passed: date(2026, 1, 1) + timedelta(days=passed))


def test_the_shipped_table_has_the_published_make_up_days():
    calendar = shipped()
    assert calendar.covered_through == date(2026, 12, 31)
    worked = {d.isoformat()[5:] for d in calendar.makeup_days if d.year == 2026}
    assert worked == {"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"}


@pytest.mark.parametrize(("year", "working_days"), [(2025, 248), (2026, 248)])
def test_published_years_have_their_number_of_working_days(year, working_days):
    assert shipped().working_days_between(date(year - 1, 12, 31), date(year, 12, 31)) == working_days


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("2026-02-13", True),
        ("2026-02-14", True),
        ("2026-02-16", False),
        ("2026-02-23", False),
        ("2026-02-28", True),
        ("2026-03-01", False),
        ("2025-10-08", False),
        ("2025-10-11", True),
        ("2027-02-08", False),
        ("2027-02-09", True),
    ],
)
def test_working_days_of_the_shipped_table(text, works):
    assert shipped().is_working_day(day(text)) is works


def test_terms_skip_the_spring_festival():
    # Nine days off and a Saturday worked before them and one after.
    assert shipped().add_working_days(day("2026-02-13"), 5) == DueDate(day("2026-02-27"), False)
    assert shipped().add_working_days(day("2026-02-13"), 6) == DueDate(day("2026-02-28"), False)


def test_past_the_published_end_a_due_date_is_provisional():
    calendar = shipped()
    assert calendar.add_working_days(day("2026-12-30"), 1) == DueDate(day("2026-12-31"), False)
    assert calendar.add_working_days(day("2026-12-30"), 2) == DueDate(day("2027-01-04"), True)


def test_calendar_terms_do_not_end_on_a_day_off():
    calendar = shipped()
    assert calendar.add_calendar_days(day("2026-09-24"), 10).on == day("2026-10-08")
    assert calendar.add_calendar_days(day("2026-11-02"), 10).on == day("2026-11-12")


@given(calendars(), starts, st.integers(0, 60))
def test_counting_inverts_adding(calendar, start, days):
    due = calendar.add_working_days(start, days)
    assert calendar.working_days_between(start, due.on) == days
    assert calendar.working_days_between(due.on, start) == -days
    assert days == 0 or calendar.is_working_day(due.on)
    assert due.provisional == (due.on > calendar.covered_through)


@given(calendars(), starts, st.integers(0, 30), st.integers(0, 30))
def test_two_terms_make_one(calendar, start, first, second):
    middle = calendar.add_working_days(start, first).on
    assert calendar.add_working_days(middle, second) == calendar.add_working_days(start, first + second)


def test_terms_are_not_counted_backwards():
    with pytest.raises(ValueError, match="forward"):
        shipped().add_working_days(day("2026-01-05"), -1)


def test_bad_rows_are_found_all_at_once():
    rows = [
        {"date": "2027-01-01", "kind": "holiday", "source": "published"},
        {"date": "2027-13-01", "kind": "feast", "source": "rumour"},
        {"date": "2027-01-01", "kind": "holiday", "source": "published"},
        {"date": "2027-01-04", "kind": "makeup", "source": "published"},
        {},
    ]
    with pytest.raises(Problems) as caught:
        parse_calendar(rows)
    assert [(problem.code, problem.field) for problem in caught.value.problems] == [
        ("calendar.date", "rows.2.date"),
        ("calendar.kind", "rows.2.kind"),
        ("calendar.source", "rows.2.source"),
        ("calendar.double", "rows.3.date"),
        ("calendar.makeup_on_weekday", "rows.4.date"),
        ("calendar.date", "rows.5.date"),
        ("calendar.kind", "rows.5.kind"),
        ("calendar.source", "rows.5.source"),
    ]


@pytest.mark.parametrize("rows", [[], [{"date": "2027-01-01", "kind": "holiday", "source": "statutory"}]])
def test_a_table_without_published_rows_covers_nothing(rows):
    with pytest.raises(Problems) as caught:
        parse_calendar(rows)
    assert [problem.code for problem in caught.value.problems] == ["calendar.empty"]
