"""How long deposited credits are valid, as the rule set in force says."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from creditbank_desktop.domain.decisions import FREE_CREDITS, RuleReference, Target, TargetKind
from creditbank_desktop.domain.ids import EntryId, LearnerId, PersonId
from creditbank_desktop.domain.ledger import EntryKind, LedgerEntry
from creditbank_server.reference import ReferenceData, shipped_reference_data


@pytest.fixture(scope="module")
def reference() -> ReferenceData:
    return shipped_reference_data()


def deposit(
    reference: ReferenceData, on: date, target: Target = FREE_CREDITS, known: bool = True
) -> LedgerEntry:
    version = reference.rule_set.versions[-1]
    content_hash = version.content_hash if known else "0" * 64
    return LedgerEntry(
        entry=EntryId("e"),
        account=LearnerId("learner"),
        number=0,
        kind=EntryKind.DEPOSIT,
        credits=Decimal(3),
        effective_on=on,
        posted_by=PersonId("server"),
        posted_at=datetime(2026, 1, 1, tzinfo=UTC),
        previous="",
        target=target,
        rule=RuleReference("R", version.number, "1", "", content_hash),
    )


@pytest.mark.parametrize(
    ("on", "month_and_day"),
    [(date(2026, 3, 1), (3, 1)), (date(2028, 2, 29), (2, 28)), (date(2025, 12, 31), (12, 31))],
)
def test_free_credits_expire_after_the_years_of_the_rule_set(
    reference: ReferenceData, on: date, month_and_day: tuple[int, int]
) -> None:
    years = reference.rule_set.versions[-1].content.deposit_valid_years
    until = reference.valid_until(deposit(reference, on))
    assert until == date(on.year + years, *month_and_day)
    assert until >= on


def test_credits_that_count_for_a_course_do_not_expire(reference: ReferenceData) -> None:
    course = Target(TargetKind.COURSE, "530701001")
    assert reference.valid_until(deposit(reference, date(2026, 3, 1), course)) is None


def test_by_rules_that_are_not_known_here_nothing_is_said(reference: ReferenceData) -> None:
    assert reference.valid_until(deposit(reference, date(2026, 3, 1), known=False)) is None
