"""Earlier decisions: what counts, how they are distributed, and when a new one departs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from creditbank_desktop.domain.decisions import FREE_CREDITS, LineDecision, LineResult, RuleReference
from creditbank_desktop.domain.ids import ApplicationId, LineId, ProgrammeCode
from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.domain.states import State
from creditbank_desktop.models.views import Precedent
from creditbank_desktop.services.precedent_weighing import Ruling, departure, weigh

RULE = RuleReference("skill-3", 1, "clause 4", "central", "aa")
NEWER = RuleReference("skill-3", 2, "clause 4", "central", "bb")


def earlier(
    day: int, credits: str, state: State = State.POSTED, rule: RuleReference | None = RULE
) -> Precedent:
    decision = LineDecision(
        LineResult.RECOGNISED,
        Decimal(credits),
        rule=rule,
        decided_on=date(2026, 3, day),
        reason_text="private",
    )
    return Precedent(
        ApplicationId(f"file {day}"),
        LineId("line"),
        f"R{day}",
        state,
        ProgrammeCode("560213"),
        OutcomeType.SKILL_CERTIFICATE,
        "title",
        "3",
        "issuer",
        decision,
    )


def ruling(credits: str) -> Ruling:
    return Ruling(LineResult.RECOGNISED, Decimal(credits), FREE_CREDITS)


def test_distribution_counts_each_standing_decision_once_and_the_latest_stands_first() -> None:
    found = [earlier(day, "3.0") for day in range(1, 8)] + [earlier(8, "2"), earlier(9, "2.5")]
    summary = weigh([*found, found[0]])
    assert [one.receipt_number for one in summary.precedents][:2] == ["R9", "R8"]
    assert summary.majority is not None
    assert (summary.majority.ruling, summary.majority.times, summary.majority.of) == (ruling("3"), 7, 9)


def test_revoked_open_and_appealed_decisions_are_shown_but_not_counted() -> None:
    states = (State.REVOKED, State.EVALUATION, State.APPEAL, State.WITHDRAWN)
    summary = weigh([earlier(day, "4", state) for day, state in enumerate(states, 1)])
    assert len(summary.precedents) == 4
    assert summary.shares == ()
    assert departure(ruling("1"), RULE, summary) is None


def test_a_departure_says_from_what_and_how_far() -> None:
    summary = weigh([earlier(1, "3"), earlier(2, "3"), earlier(3, "2")])
    found = departure(ruling("2"), RULE, summary)
    assert found is not None
    assert found.majority is not None
    assert found.last is None
    assert found.credits_apart == Decimal(-1)


def test_the_last_decision_binds_only_under_the_same_rule_version() -> None:
    summary = weigh([earlier(1, "3"), earlier(2, "2")])
    assert summary.majority is None
    assert departure(ruling("3"), NEWER, summary) is None
    found = departure(ruling("3"), RULE, summary)
    assert found is not None
    assert found.last is not None
    assert found.last.receipt_number == "R2"
    assert found.credits_apart == Decimal(1)


def test_no_reason_text_of_another_learner_is_shown() -> None:
    assert "private" not in repr(weigh([earlier(1, "3")]))
