"""Deadlines of the steps and of the whole file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.calendar import DueDate, WorkingCalendar
from creditbank_desktop.domain.deadlines import (
    DayUnit,
    Deadline,
    Deadlines,
    Step,
    check_deadlines,
    default_deadlines,
    due_on,
    hard_stop,
)

PLAIN = WorkingCalendar(frozenset(), frozenset(), date(2026, 12, 31))
MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("step", "due"),
    [
        (Step.INTAKE, "2026-03-09"),
        (Step.SUPPLEMENT, "2026-03-16"),
        (Step.MATERIAL_REVIEW, "2026-03-16"),
        (Step.EVALUATION, "2026-03-16"),
        (Step.PANEL, "2026-03-16"),
        (Step.SIGN_OFF, "2026-03-09"),
        (Step.ACADEMIC_OFFICE, "2026-03-09"),
        (Step.PUBLICITY, "2026-03-09"),
        (Step.OBJECTION, "2026-03-09"),
        (Step.DELIVERY, "2026-03-05"),
        (Step.APPEAL_FILING, "2026-03-12"),
        (Step.APPEAL_ANSWER, "2026-03-17"),
        (Step.ARCHIVE, "2026-04-01"),
        (Step.WHOLE_FILE, "2026-05-25"),
    ],
)
def test_default_deadlines(step, due):
    assert due_on(step, MONDAY, PLAIN, default_deadlines()) == DueDate(date.fromisoformat(due), False)


def test_extensions_are_added_when_granted():
    table = default_deadlines()
    assert due_on(Step.SUPPLEMENT, MONDAY, PLAIN, table, extended=True).on == date(2026, 3, 23)
    assert due_on(Step.APPEAL_ANSWER, MONDAY, PLAIN, table, extended=True).on == date(2026, 4, 1)


def test_the_whole_file_stops_after_four_months_at_most():
    table = default_deadlines().replacing(Deadline(Step.WHOLE_FILE, 120))
    assert due_on(Step.WHOLE_FILE, MONDAY, PLAIN, table).on == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("start", "stop"),
    [("2026-03-02", "2026-07-02"), ("2026-10-31", "2027-02-28"), ("2027-12-31", "2028-04-30")],
)
def test_the_hard_stop_counts_whole_months(start, stop):
    assert hard_stop(date.fromisoformat(start), default_deadlines()) == date.fromisoformat(stop)


@given(st.integers(0, 330), st.sampled_from(list(Step)))
def test_every_step_ends_after_it_begins_and_never_past_the_hard_stop(passed, step):
    start = date(2026, 1, 1) + timedelta(days=passed)
    table = default_deadlines()
    due = due_on(step, start, PLAIN, table)
    assert start < due.on <= hard_stop(start, table)


def test_settings_replace_one_step_and_leave_the_default_alone():
    table = default_deadlines()
    changed = table.replacing(Deadline(Step.PUBLICITY, 7))
    assert changed.of(Step.PUBLICITY).days == 7
    assert table.of(Step.PUBLICITY).days == 5
    assert len(changed.entries) == len(table.entries)
    assert check_deadlines(changed) == ()


def test_a_bad_table_is_named_all_at_once():
    entries = [entry for entry in default_deadlines().entries if entry.step is not Step.ARCHIVE]
    table = Deadlines((*entries, Deadline(Step.INTAKE, 5))).replacing(Deadline(Step.PUBLICITY, 9))
    table = table.replacing(Deadline(Step.DELIVERY, 0, DayUnit.WORKING, -1))
    assert {(problem.code, problem.field) for problem in check_deadlines(table)} == {
        ("deadlines.missing", "archive"),
        ("deadlines.double", "intake"),
        ("deadlines.publicity", "publicity"),
        ("deadlines.days", "delivery"),
        ("deadlines.extension", "delivery"),
    }
    with pytest.raises(KeyError):
        table.of(Step.ARCHIVE)
