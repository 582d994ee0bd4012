"""The default rules, case by case: what each of the fourteen types gives, at and beside every boundary."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from creditbank_desktop.domain.outcomes import OutcomeType, VerificationState
from creditbank_desktop.rules.engine import suggest
from tests.rules.rules_worlds import ACCEPTED, context, course, default_rules, outcome

T = OutcomeType
RULES = default_rules()
D = Decimal


def case(kind: OutcomeType, rule: str, said: str, worth: str = "0", /, to: str = "", **fields: Any) -> Any:
    return pytest.param(kind, fields, to, (rule, said, D(worth)), id=f"{kind}-{rule}-{said}-{worth}")


FORMAL: dict[str, Any] = {
    "credits": D("3.0"),
    "grade": "86",
    "content_match_percent": 90,
    "school": "演示学院",
}
MOOC: dict[str, Any] = {"hours": 32, "raw_score": 80, "tasks_percent": 100}
WORK: dict[str, Any] = {"from_on": date(2023, 1, 1), "to_on": date(2024, 12, 31)}
CONTEST: dict[str, Any] = {"organiser_kind": "government"}
TEAM: dict[str, Any] = {**CONTEST, "team_size": 5}

CASES = [
    # formal courses: 80 % full, 70–79 % panel, below refused; eight years; passed
    case(T.FORMAL_COURSE, "R-COURSE-FULL", "credits", "3.0", **FORMAL),
    case(T.FORMAL_COURSE, "R-COURSE-FULL", "credits", "3.0", **{**FORMAL, "content_match_percent": 80}),
    case(T.FORMAL_COURSE, "R-COURSE-PANEL", "judgement", "3.0", **{**FORMAL, "content_match_percent": 79}),
    case(T.FORMAL_COURSE, "R-COURSE-PANEL", "judgement", "3.0", **{**FORMAL, "content_match_percent": 70}),
    case(T.FORMAL_COURSE, "R-COURSE-LOW", "refused", **{**FORMAL, "content_match_percent": 69}),
    case(T.FORMAL_COURSE, "R-COURSE-OPEN", "judgement", "3.0", **{**FORMAL, "content_match_percent": None}),
    case(T.FORMAL_COURSE, "R-COURSE-FULL", "credits", "2.0", to="EC02", **FORMAL),
    case(T.FORMAL_COURSE, "R-COURSE-FULL", "credits", "2.5", **{**FORMAL, "credits": D("2.75")}),
    case(T.FORMAL_COURSE, "R-COURSE-FULL", "credits", "3.0", **{**FORMAL, "grade": "及格"}),
    case(T.FORMAL_COURSE, "", "zero", **{**FORMAL, "grade": "不及格"}),
    case(T.FORMAL_COURSE, "", "zero", **{**FORMAL, "grade": "59"}),
    case(T.FORMAL_COURSE, "R-COURSE-FULL", "credits", "3.0", **{**FORMAL, "grade": "60"}),
    case(T.FORMAL_COURSE, "R-COURSE-FULL", "credits", "3.0", issued_on=date(2018, 5, 6), **FORMAL),
    case(T.FORMAL_COURSE, "", "zero", issued_on=date(2018, 5, 5), **FORMAL),
    # vocational skill certificates: 1 / 1.5 / 3 / 4 / 5, core skill 5
    case(T.SKILL_CERTIFICATE, "R-SKILL-5", "credits", "1.0", level="5"),
    case(T.SKILL_CERTIFICATE, "R-SKILL-4", "credits", "1.5", level="4"),
    case(T.SKILL_CERTIFICATE, "R-SKILL-3", "credits", "3.0", level="3"),
    case(T.SKILL_CERTIFICATE, "R-SKILL-3", "credits", "3.0", to="EC05", level="3"),
    case(T.SKILL_CERTIFICATE, "R-SKILL-2", "credits", "4.0", level="2"),
    case(T.SKILL_CERTIFICATE, "R-SKILL-1", "credits", "5.0", level="1"),
    case(T.SKILL_CERTIFICATE, "R-SKILL-CORE", "credits", "5.0", level="3", is_core_of_major=True),
    case(T.SKILL_CERTIFICATE, "R-SKILL-4", "credits", "1.5", level="4", is_core_of_major=True),
    case(T.SKILL_CERTIFICATE, "", "zero", level="6"),
    case(T.SKILL_CERTIFICATE, "R-SKILL-3", "credits", "3.0", level="3", valid_until=ACCEPTED),
    case(T.SKILL_CERTIFICATE, "R-SKILL-3", "refused", level="3", valid_until=date(2026, 5, 5)),
    # 1+X: ratified value, else 2 / 3 / 4
    case(T.ONE_PLUS_X, "R-1X-RATIFIED", "credits", "3.5", level="junior", ratified_credits=D("3.5")),
    case(T.ONE_PLUS_X, "R-1X-JUNIOR", "credits", "2.0", level="junior"),
    case(T.ONE_PLUS_X, "R-1X-INTERMEDIATE", "credits", "3.0", level="intermediate"),
    case(T.ONE_PLUS_X, "R-1X-SENIOR", "credits", "4.0", level="senior"),
    # online courses: hours/16, at most 2; 60 points and every task
    case(T.MOOC, "R-MOOC", "credits", "2.0", **MOOC),
    case(T.MOOC, "R-MOOC", "credits", "1.5", **{**MOOC, "hours": 31}),
    case(T.MOOC, "R-MOOC", "credits", "2.0", **{**MOOC, "hours": 64}),
    case(T.MOOC, "R-MOOC", "credits", "0.5", **{**MOOC, "hours": 8}),
    case(T.MOOC, "", "zero", **{**MOOC, "hours": 7}),
    case(T.MOOC, "R-MOOC", "credits", "2.0", **{**MOOC, "raw_score": 60}),
    case(T.MOOC, "", "zero", **{**MOOC, "raw_score": 59}),
    case(T.MOOC, "", "zero", **{**MOOC, "tasks_percent": 99}),
    # contests: individual, team, association one level down, rank instead of award, five years
    case(T.CONTEST, "R-CONTEST-NAT-1", "credits", "4.0", level="national", award="first", **CONTEST),
    case(T.CONTEST, "R-CONTEST-NAT-2", "credits", "3.0", level="national", award="second", **CONTEST),
    case(T.CONTEST, "R-CONTEST-NAT-3", "credits", "2.0", level="national", award="third", **CONTEST),
    case(T.CONTEST, "R-CONTEST-PROV-1", "credits", "3.0", level="provincial", award="first", **CONTEST),
    case(T.CONTEST, "R-CONTEST-CITY-2", "credits", "1.5", level="city", award="second", **CONTEST),
    case(T.CONTEST, "R-CONTEST-SCHOOL", "credits", "0.5", level="school", award="first", **CONTEST),
    case(T.CONTEST, "R-CONTEST-NAT-T1", "credits", "3.0", level="national", award="first", **TEAM),
    case(T.CONTEST, "R-CONTEST-PROV-T2", "credits", "1.5", level="provincial", award="second", **TEAM),
    case(
        T.CONTEST,
        "R-CONTEST-PROV-T3",
        "credits",
        "1.0",
        level="provincial",
        award="third",
        member_rank=3,
        **TEAM,
    ),
    case(T.CONTEST, "", "zero", level="national", award="first", member_rank=4, **TEAM),
    case(T.CONTEST, "R-CONTEST-CITY-T", "judgement", "0.5", level="city", award="first", **TEAM),
    case(
        T.CONTEST,
        "R-CONTEST-PROV-1",
        "credits",
        "3.0",
        level="national",
        award="first",
        organiser_kind="association",
    ),
    case(T.CONTEST, "", "zero", level="school", award="first", organiser_kind="association"),
    case(T.CONTEST, "R-CONTEST-NAT-1", "credits", "4.0", level="national", rank=1, **CONTEST),
    case(T.CONTEST, "R-CONTEST-NAT-2", "credits", "3.0", level="national", rank=3, **CONTEST),
    case(T.CONTEST, "R-CONTEST-NAT-3", "credits", "2.0", level="national", rank=6, **CONTEST),
    case(T.CONTEST, "", "zero", level="national", rank=7, **CONTEST),
    case(T.CONTEST, "", "zero", level="national", award="excellent", **CONTEST),
    case(
        T.CONTEST,
        "R-CONTEST-CITY-1",
        "credits",
        "2.0",
        level="city",
        award="first",
        issued_on=date(2021, 5, 6),
        **CONTEST,
    ),
    case(T.CONTEST, "", "zero", level="city", award="first", issued_on=date(2021, 5, 5), **CONTEST),
    # work: two a year by complete months, at most six
    case(T.WORK, "R-WORK", "credits", "4.0", **WORK),
    case(T.WORK, "R-WORK", "credits", "3.5", from_on=date(2023, 1, 1), to_on=date(2024, 11, 30)),
    case(T.WORK, "R-WORK", "credits", "0.5", from_on=date(2023, 1, 1), to_on=date(2023, 3, 31)),
    case(T.WORK, "R-WORK", "zero", from_on=date(2023, 1, 1), to_on=date(2023, 3, 30)),
    case(T.WORK, "R-WORK", "credits", "6.0", from_on=date(2018, 1, 1)),
    case(T.WORK, "", "zero", is_relevant=False, **WORK),
    case(T.WORK, "", "zero", full_time=False, **WORK),
    # training
    case(T.TRAINING, "R-TRAINING", "credits", "2.0", hours=40),
    case(T.TRAINING, "R-TRAINING", "credits", "1.0", hours=16),
    case(T.TRAINING, "", "zero", hours=16, issued_on=date(2021, 5, 5)),
    # self-study examination: course for course
    case(
        T.SELF_STUDY_EXAM, "R-SELF-FULL", "credits", "3.0", to="EC04", raw_score=71, content_match_percent=80
    ),
    case(T.SELF_STUDY_EXAM, "R-SELF-LOW", "refused", to="EC04", raw_score=71, content_match_percent=79),
    case(T.SELF_STUDY_EXAM, "R-SELF-OPEN", "judgement", "3.0", to="EC04", raw_score=71),
    case(T.SELF_STUDY_EXAM, "R-SELF-FULL", "zero", raw_score=71, content_match_percent=95),
    case(T.SELF_STUDY_EXAM, "", "zero", to="EC04", raw_score=59, content_match_percent=95),
    # military service: the whole module, or one of its courses
    case(T.MILITARY, "R-MILITARY", "credits", "8.0"),
    case(T.MILITARY, "R-MILITARY", "credits", "4.0", to="G005"),
    case(T.MILITARY, "R-MILITARY", "credits", "2.0", to="G006"),
    case(T.MILITARY, "", "zero", to="EC01"),
    # patents
    case(T.PATENT, "R-PATENT-INVENTION", "credits", "4.0", patent_kind="invention"),
    case(T.PATENT, "R-PATENT-INVENTION", "credits", "3.0", patent_kind="invention", inventor_rank=3),
    case(T.PATENT, "R-PATENT-UTILITY", "credits", "2.0", patent_kind="utility"),
    case(T.PATENT, "R-PATENT-DESIGN", "credits", "1.5", patent_kind="design", inventor_rank=2),
    case(T.PATENT, "R-PATENT-SOFTWARE", "credits", "0.5", patent_kind="software", inventor_rank=9),
    # publications
    case(T.PUBLICATION, "R-PUB-CORE", "credits", "2.0", level="core"),
    case(T.PUBLICATION, "R-PUB-CORE", "credits", "1.5", level="core", author_rank=2),
    case(T.PUBLICATION, "R-PUB-GENERAL", "credits", "0.5", level="general", author_rank=4),
    case(T.PUBLICATION, "R-PUB-OPEN", "judgement", "1.0"),
    # professional qualifications
    case(T.PROFESSIONAL_QUALIFICATION, "R-QUAL-3", "credits", "3.0", level="3"),
    case(T.PROFESSIONAL_QUALIFICATION, "R-QUAL-OTHER", "credits", "2.0"),
    # language and computer
    case(T.LANGUAGE_COMPUTER, "R-LANG-EN-B", "credits", "1.0", test="english_b", score_scale="points"),
    case(T.LANGUAGE_COMPUTER, "R-LANG-EN-P3", "credits", "2.0", test="english_provincial_3"),
    case(
        T.LANGUAGE_COMPUTER, "R-LANG-CET4", "credits", "4.0", test="cet4", raw_score=425, score_scale="points"
    ),
    case(T.LANGUAGE_COMPUTER, "", "zero", test="cet4", raw_score=424, score_scale="points"),
    case(T.LANGUAGE_COMPUTER, "R-LANG-CET4", "credits", "4.0", test="cet4"),
    case(T.LANGUAGE_COMPUTER, "R-COMP-1", "credits", "1.0", test="computer_1"),
    case(T.LANGUAGE_COMPUTER, "R-COMP-2", "credits", "2.0", test="computer_2"),
    case(T.LANGUAGE_COMPUTER, "", "zero", test="other"),
    # everything else is judged
    case(T.OTHER, "R-OTHER", "judgement", "2.0", hours=64),
    case(T.OTHER, "R-OTHER", "judgement", "2.0", hours=640),
    case(T.OTHER, "R-OTHER", "judgement", "0.5", hours=16),
    case(T.OTHER, "", "zero", hours=15),
]


@pytest.mark.parametrize(("kind", "fields", "to", "expected"), CASES)
def test_the_defaults_say(
    kind: OutcomeType, fields: dict[str, Any], to: str, expected: tuple[str, str, Decimal]
) -> None:
    around = context(requested=course(to)) if to else context()
    suggestion = suggest(RULES, outcome(kind, **fields), around)
    found = suggestion.explanation
    assert (found.rule, found.kind.value, found.credits) == expected, found


def test_every_type_has_cases_and_rules() -> None:
    assert {param.values[0] for param in CASES} == set(OutcomeType)
    assert all(RULES.by_type[kind] for kind in OutcomeType)


@pytest.mark.parametrize(
    ("kind", "fields", "asked"),
    [
        (T.WORK, WORK, {"rule_asks"}),
        (T.PATENT, {"patent_kind": "software"}, {"rule_asks"}),
        (T.SKILL_CERTIFICATE, {"level": "2"}, set()),
        (T.SKILL_CERTIFICATE, {"level": "1"}, {"above_credits"}),
        (T.OTHER, {"hours": 64}, {"rule_asks"}),
        (
            T.FORMAL_COURSE,
            {**FORMAL, "content_match_percent": 75, "credits": D("5")},
            {"rule_asks", "above_credits"},
        ),
        (T.MOOC, MOOC, set()),
    ],
)
def test_a_second_opinion_is_asked(kind: OutcomeType, fields: dict[str, Any], asked: set[str]) -> None:
    found = suggest(RULES, outcome(kind, **fields), context()).explanation
    assert {reason.value for reason in found.second_opinion} == asked


@pytest.mark.parametrize(
    ("to", "veteran", "stops"),
    [
        ("G001", False, "target_excluded"),
        ("G001", True, "target_excluded"),
        ("G005", False, "target_excluded"),
        ("G005", True, ""),
        ("EC25", False, "target_excluded"),
        ("EC99", False, "target_unknown"),
        ("EC04", False, ""),
    ],
)
def test_some_targets_are_excluded(to: str, veteran: bool, stops: str) -> None:
    around = context(requested=course(to), is_veteran=veteran)
    suggestion = suggest(RULES, outcome(T.SKILL_CERTIFICATE, level="3"), around)
    assert [finding.code for finding in suggestion.explanation.findings if finding.stops] == [stops] * bool(
        stops
    )
    assert (suggestion.credits > 0) is not bool(stops)


def test_grades_say_exemption_or_keep_the_original() -> None:
    certificate = suggest(RULES, outcome(T.SKILL_CERTIFICATE, level="3"), context()).explanation
    assert (certificate.grade_text, certificate.counts_for_gpa) == ("免修 85", False)
    passed = suggest(RULES, outcome(T.FORMAL_COURSE, **{**FORMAL, "grade": "良"}), context()).explanation
    assert (passed.grade_text, passed.counts_for_gpa) == ("良", True)


def test_what_proved_false_is_refused_and_what_is_pending_is_said() -> None:
    false = outcome(T.SKILL_CERTIFICATE, level="3", verification_state=VerificationState.FAILED)
    found = suggest(RULES, false, context()).explanation
    assert (found.kind.value, found.credits, found.findings[0].code) == ("refused", D(0), "not_genuine")
    pending = outcome(T.SKILL_CERTIFICATE, level="3", verification_state=VerificationState.PENDING)
    found = suggest(RULES, pending, context()).explanation
    assert found.credits == 3
    assert [finding.code for finding in found.findings] == ["verification_pending"]
