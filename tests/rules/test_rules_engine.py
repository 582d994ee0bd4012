"""The engine's properties: one explanation each, row order makes no difference, nothing exceeds a cap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.codec import decode, to_plain
from creditbank_desktop.domain.decisions import FREE_CREDITS, Target, TargetKind
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType
from creditbank_desktop.domain.programmes import CourseCategory
from creditbank_desktop.rules.context import Context, Recognised, recognised_before
from creditbank_desktop.rules.engine import suggest, suggest_all
from creditbank_desktop.rules.explanation import Explanation, SuggestionKind
from creditbank_desktop.rules.targets import candidates
from creditbank_desktop.rules.valuing import cap_amount
from tests.rules.rules_worlds import ACCEPTED, changed, context, course, default_rules, outcome, programme

T = OutcomeType
RULES = default_rules()
PROGRAMME = programme()
HALF = Decimal("0.5")

percents = st.none() | st.integers(0, 100)
levels = st.sampled_from(
    ["", "5", "4", "3", "2", "1", "national", "provincial", "city", "school", "junior", "senior", "core", "x"]
)
days = st.dates(date(2015, 1, 1), ACCEPTED)
ranks = st.integers(1, 9)
EXTRA: dict[OutcomeType, dict[str, Any]] = {
    T.FORMAL_COURSE: {
        "content_match_percent": percents,
        "credits": st.decimals(0, 12, places=2),
        "grade": st.sampled_from(["", "优", "及格", "不及格", "58", "99.5", "甲"]),
    },
    T.SKILL_CERTIFICATE: {
        "is_core_of_major": st.booleans(),
        "occupation": st.sampled_from(["", "电工", "网商"]),
    },
    T.ONE_PLUS_X: {"ratified_credits": st.none() | st.decimals(0, 6, places=1)},
    T.MOOC: {"tasks_percent": percents},
    T.CONTEST: {
        "award": st.sampled_from(["", "first", "second", "third", "excellent"]),
        "rank": st.none() | ranks,
        "team_size": ranks,
        "member_rank": ranks,
        "organiser_kind": st.sampled_from(["", "government", "association"]),
    },
    T.WORK: {"from_on": st.none() | days, "to_on": st.none() | days, "is_relevant": st.booleans()},
    T.SELF_STUDY_EXAM: {"content_match_percent": percents, "subject": st.sampled_from(["", "市场营销"])},
    T.PATENT: {"patent_kind": st.sampled_from(["", "invention", "software"]), "inventor_rank": ranks},
    T.PUBLICATION: {"author_rank": ranks},
    T.LANGUAGE_COMPUTER: {"test": st.sampled_from(["", "cet4", "computer_1", "computer_2", "english_b"])},
}
targets = st.sampled_from(
    [
        FREE_CREDITS,
        *(Target(TargetKind.COURSE, found.code) for found in PROGRAMME.courses),
        *(Target(TargetKind.MODULE, found.code) for found in PROGRAMME.modules),
        course("nowhere"),
    ]
)


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    kind = draw(st.sampled_from(OutcomeType))
    fields = {name: draw(strategy) for name, strategy in EXTRA.get(kind, {}).items()}
    return outcome(
        kind,
        title=draw(st.sampled_from(["甲", "乙", "直播电商", "Marketing"])),
        issued_on=draw(st.none() | days),
        level=draw(levels),
        hours=draw(st.none() | st.integers(1, 400)),
        raw_score=draw(st.none() | st.integers(0, 710)),
        score_scale=draw(st.sampled_from(["percent", "points", "pass_fail", "five_level"])),
        evidence_number=draw(st.sampled_from(["", "1", "2", "3", "4", "5", "6"])),
        **fields,
    )


@given(st.lists(st.tuples(outcomes(), targets), min_size=1, max_size=12), st.booleans())
def test_no_order_of_applications_exceeds_a_cap(lines: list[tuple[Outcome, Target]], veteran: bool) -> None:
    around = context(is_veteran=veteran)
    suggestions = suggest_all(RULES, lines, around)
    assert len(suggestions) == len(lines)
    totals: dict[str, Decimal] = {}
    in_course: dict[str, Decimal] = {}
    for suggestion in suggestions:
        assert suggestion.credits >= 0
        assert suggestion.credits % HALF == 0
        if suggestion.rule is None:
            assert suggestion.credits == 0
            continue
        for key in RULES.by_id[suggestion.rule.rule].cap_keys:
            totals[key] = totals.get(key, Decimal(0)) + suggestion.credits
        if suggestion.target.kind is TargetKind.COURSE:
            code = suggestion.target.code
            in_course[code] = in_course.get(code, Decimal(0)) + suggestion.credits
    for key, used in totals.items():
        assert used <= cap_amount(RULES.caps[key], around)
    for code, used in in_course.items():
        found = PROGRAMME.course(code)
        assert used == 0 or (found is not None and used <= found.credits)


@given(outcomes(), targets, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_makes_no_difference(asked: Outcome, target: Target, random: Any) -> None:
    rows = list(RULES.version.content.rules)
    random.shuffle(rows)
    shuffled = changed(RULES, lambda content: replace(content, rules=tuple(rows)))
    around = context(requested=target)
    assert suggest(shuffled, asked, around) == suggest(RULES, asked, around)


@given(outcomes(), targets)
def test_each_outcome_has_one_explanation_that_survives_the_wire(asked: Outcome, target: Target) -> None:
    suggestion = suggest(RULES, asked, context(requested=target))
    found = suggestion.explanation
    assert decode(Explanation, suggestion.record.encode()) == found
    assert (found.rule == "") == (suggestion.rule is None)
    assert found.rule == "" or all(condition.holds for condition in found.conditions)
    assert all(miss.failed and not any(test.holds for test in miss.failed) for miss in found.near_misses)
    if found.kind is SuggestionKind.CREDITS:
        assert found.credits > 0
    if found.kind in (SuggestionKind.ZERO, SuggestionKind.REFUSED):
        assert found.credits == 0
        assert found.findings or found.computed_credits == 0
    if found.kind is SuggestionKind.JUDGEMENT:
        assert found.least_credits is not None
        assert found.most_credits is not None
        assert found.least_credits <= found.credits <= found.most_credits


@given(outcomes(), targets)
def test_steps_lead_without_a_gap_to_the_credits(asked: Outcome, target: Target) -> None:
    found = suggest(RULES, asked, context(requested=target)).explanation
    for one, other in zip(found.steps, found.steps[1:], strict=False):
        assert one.after == other.before
        assert other.after <= other.before
    if found.steps and found.kind is SuggestionKind.CREDITS:
        assert found.steps[-1].after == found.credits


def test_a_near_miss_says_what_was_asked_and_what_was_there() -> None:
    asked = outcome(T.MOOC, hours=32, raw_score=65, tasks_percent=100)
    strict = changed(
        RULES,
        lambda content: replace(
            content,
            rules=tuple(
                replace(rule, score_min=Decimal(70)) if rule.rule == "R-MOOC" else rule
                for rule in content.rules
            ),
        ),
    )
    found = suggest(strict, asked, context()).explanation
    assert [(miss.rule, [to_plain(test) for test in miss.failed]) for miss in found.near_misses] == [
        ("R-MOOC", [{"key": "score_min", "wanted": "70", "actual": "65", "holds": False}])
    ]
    assert [finding.code for finding in found.findings] == ["no_rule", "below_score"]


def test_the_explanation_names_version_clause_and_inputs() -> None:
    asked = outcome(T.SKILL_CERTIFICATE, title="电子商务师", level="3", occupation="电子商务师")
    suggestion = suggest(RULES, asked, context())
    found = suggestion.explanation
    assert (found.family, found.version, found.rule) == ("default", 1, "R-SKILL-3")
    assert found.rule_set_hash == RULES.version.content_hash
    assert "三级" in found.clause_zh
    assert "3.0 credits" in found.clause_en
    assert ("level", "3") in found.inputs
    assert found.materials == ("form", "identity_document", "certificate")
    assert suggestion.rule is not None
    assert (suggestion.rule.rule, suggestion.rule.version, suggestion.rule.family) == (
        "R-SKILL-3",
        1,
        "default",
    )


def test_of_one_occupation_only_the_highest_level_counts() -> None:
    low = outcome(T.SKILL_CERTIFICATE, level="4", occupation="电工", evidence_number="a")
    high = outcome(T.SKILL_CERTIFICATE, level="3", occupation="电 工", evidence_number="b", title="电工证")
    other = outcome(T.SKILL_CERTIFICATE, level="4", occupation="钳工", evidence_number="c", title="钳工证")
    upward = suggest_all(RULES, [(low, FREE_CREDITS), (high, FREE_CREDITS), (other, FREE_CREDITS)], context())
    assert [found.credits for found in upward] == [Decimal("1.5")] * 3
    downward = suggest_all(RULES, [(high, FREE_CREDITS), (low, FREE_CREDITS)], context())
    assert [found.credits for found in downward] == [3, 0]
    assert downward[1].explanation.findings[-1].code == "higher_level_counted"


def test_an_outcome_is_used_once() -> None:
    asked = outcome(T.TRAINING, hours=32, evidence_number="T-1")
    first, second = suggest_all(RULES, [(asked, FREE_CREDITS), (asked, FREE_CREDITS)], context())
    assert first.credits == 2
    assert (second.kind, second.explanation.findings[0].code) == (SuggestionKind.REFUSED, "already_used")


def test_a_splittable_outcome_can_be_used_up_in_parts() -> None:
    divided = changed(
        RULES,
        lambda content: replace(
            content, rules=tuple(replace(rule, splittable=True) for rule in content.rules)
        ),
    )
    asked = outcome(T.PATENT, patent_kind="invention", evidence_number="P-1")
    two, more, none = suggest_all(
        divided, [(asked, course("X001")), (asked, course("X002")), (asked, FREE_CREDITS)], context()
    )
    assert [each.credits for each in (two, more, none)] == [2, 2, 0]
    assert none.explanation.findings[-1].code == "already_used"


@pytest.mark.parametrize(
    ("used", "left", "cut_by"), [("4.0", "2.0", ""), ("5.0", "1.0", "mooc"), ("5.7", "0", "mooc")]
)
def test_a_cap_cuts_what_is_left_and_rounds_down(used: str, left: str, cut_by: str) -> None:
    before = Recognised(Decimal(used), ("recognised", "online", "mooc"))
    asked = outcome(T.MOOC, hours=40, raw_score=80, tasks_percent=100)
    found = suggest(RULES, asked, context(recognised=(before,))).explanation
    assert (found.credits, found.cut_by, found.computed_credits) == (Decimal(left), cut_by, Decimal("2.0"))


def test_the_programme_bounds_what_is_recognised_in_all() -> None:
    before = Recognised(PROGRAMME.total_credits / 2 - 1, ("recognised",))
    found = suggest(RULES, outcome(T.SKILL_CERTIFICATE, level="3"), context(recognised=(before,))).explanation
    assert (found.credits, found.cut_by) == (Decimal("1.0"), "recognised")
    assert found.findings[0].code == "cut_by_cap"


def test_a_course_already_filled_has_no_room() -> None:
    before = Recognised(Decimal("2.0"), ("recognised",), target=course("EC04"))
    asked = outcome(T.SKILL_CERTIFICATE, level="3")
    found = suggest(RULES, asked, context(requested=course("EC04"), recognised=(before,))).explanation
    assert found.credits == 1
    filled = Recognised(Decimal("8.0"), ("recognised",), target=Target(TargetKind.MODULE, "M-PEM"))
    service = outcome(T.MILITARY)
    found = suggest(RULES, service, context(requested=course("G006"), recognised=(filled,))).explanation
    assert (found.kind, found.findings[0].code) == (SuggestionKind.ZERO, "target_full")


@pytest.mark.parametrize(
    ("source", "to", "refused"),
    [
        (CourseCategory.ELECTIVE, "EC04", True),
        (CourseCategory.ELECTIVE, "X001", False),
        (CourseCategory.REQUIRED, "X001", False),
        (None, "EC04", False),
    ],
)
def test_an_elective_does_not_become_a_required_course(
    source: CourseCategory | None, to: str, refused: bool
) -> None:
    asked = outcome(T.FORMAL_COURSE, credits=Decimal(2), grade="80", content_match_percent=90)
    found = suggest(RULES, asked, context(requested=course(to), source_category=source)).explanation
    assert (found.kind is SuggestionKind.REFUSED) is refused
    assert any(finding.code == "direction_forbidden" for finding in found.findings) is refused


def test_candidates_are_alike_open_and_allowed() -> None:
    asked = outcome(T.SKILL_CERTIFICATE, title="电子商务师", level="3", occupation="网店运营推广")
    found = candidates(RULES, asked, context())
    assert len(found) == 5
    assert found[0].target == course("EC06")
    assert [each.likeness for each in found] == sorted((each.likeness for each in found), reverse=True)
    full = Recognised(Decimal("4.0"), ("recognised",), target=course("EC06"))
    assert course("EC06") not in [
        each.target for each in candidates(RULES, asked, context(recognised=(full,)))
    ]


def test_an_unknown_old_rule_still_weighs_on_the_totals() -> None:
    asked = outcome(T.MOOC, hours=32)
    weight = recognised_before(RULES, "R-GONE", asked, Decimal(2), FREE_CREDITS)
    assert weight.cap_keys == ("recognised", "online", "mooc")


def test_the_age_counts_to_the_day_of_acceptance() -> None:
    issued = date(2021, 5, 6)
    asked = outcome(T.TRAINING, hours=32, issued_on=issued)
    kinds = [
        suggest(RULES, asked, Context(PROGRAMME, ACCEPTED + timedelta(days=later))).kind for later in (0, 1)
    ]
    assert kinds == [SuggestionKind.CREDITS, SuggestionKind.ZERO]
