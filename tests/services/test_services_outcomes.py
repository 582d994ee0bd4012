"""Outcomes as typed: every type can be filled in, and everything wrong is said at once."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest

from creditbank_desktop.domain.failures import Severity
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.outcomes import (
    DETAILS_OF,
    Contest,
    LanguageComputer,
    MilitaryService,
    Outcome,
    OutcomeType,
    VerificationMethod,
    VerificationState,
    WorkExperience,
)
from creditbank_desktop.services.outcome_fields import FIELDS_OF, LIMITS
from creditbank_desktop.services.outcome_parsing import ParsedOutcome, parse_outcome
from creditbank_desktop.services.views_intake import FieldKind, OutcomeForm
from tests.services.services_samples import GLYPHS, GOOD_FIELDS, good_outcome

TODAY = date(2026, 11, 23)


def parse(kind: OutcomeType, **changed: str) -> ParsedOutcome:
    return parse_outcome(good_outcome(kind, **changed), TODAY, GLYPHS)


def codes(parsed: ParsedOutcome) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in parsed.problems}


@pytest.mark.parametrize("kind", OutcomeType)
def test_a_filled_form_of_every_type_is_read(kind: OutcomeType) -> None:
    parsed = parse(kind)
    assert parsed.problems == ()
    assert isinstance(parsed.outcome, Outcome)
    assert isinstance(parsed.outcome.details, DETAILS_OF[kind])
    assert parsed.outcome.issuer


@pytest.mark.parametrize("kind", OutcomeType)
def test_an_empty_form_names_every_required_field_at_once(kind: OutcomeType) -> None:
    parsed = parse_outcome(OutcomeForm(LineId("x"), kind), TODAY, GLYPHS)
    wanted = {spec.name for spec in FIELDS_OF[kind] if spec.required and not spec.default}
    assert {field for field, code in codes(parsed) if code == "field.required"} == wanted
    assert parsed.outcome is None


@pytest.mark.parametrize("kind", OutcomeType)
def test_every_field_of_a_form_belongs_to_the_outcome(kind: OutcomeType) -> None:
    known = {field.name for field in fields(Outcome)} | {field.name for field in fields(DETAILS_OF[kind])}
    names = [spec.name for spec in FIELDS_OF[kind]]
    assert set(names) <= known
    assert len(names) == len(set(names))
    assert {field.name for field in fields(DETAILS_OF[kind])} <= set(names), "a detail cannot be entered"


def test_every_number_field_has_limits() -> None:
    numbers = {
        spec.name
        for specs in FIELDS_OF.values()
        for spec in specs
        if spec.kind in (FieldKind.INTEGER, FieldKind.DECIMAL)
    }
    assert numbers == set(LIMITS)


def test_all_problems_come_together() -> None:
    parsed = parse(
        OutcomeType.MOOC, title="", hours="-4", raw_score="130", tasks_percent="x", issued_on="2026-02-30"
    )
    assert codes(parsed) == {
        ("title", "field.required"),
        ("hours", "number.range"),
        ("raw_score", "number.range"),
        ("tasks_percent", "number.invalid"),
        ("issued_on", "date.impossible"),
    }


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("-1", "credits.negative"),
        ("999", "credits.absurd"),
        ("three", "credits.invalid"),
        ("2,5", "credits.invalid"),
    ],
)
def test_credits_that_cannot_be_are_refused(typed: str, code: str) -> None:
    assert ("credits", code) in codes(parse(OutcomeType.FORMAL_COURSE, credits=typed))


@pytest.mark.parametrize(
    "typed", ["2024-05-06", "2024/5/6", "2024.5.6", "20240506", "2024年5月6日", "２０２４-05-06"]
)
def test_dates_are_read_as_people_write_them(typed: str) -> None:
    parsed = parse(OutcomeType.PATENT, issued_on=typed)
    assert parsed.outcome is not None
    assert parsed.outcome.issued_on == date(2024, 5, 6)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("2027-01-01", "date.future"), ("1850-01-01", "date.too_early"), ("soon", "date.shape")],
)
def test_dates_that_cannot_be_are_refused(typed: str, code: str) -> None:
    assert ("issued_on", code) in codes(parse(OutcomeType.PATENT, issued_on=typed))


def test_a_certificate_number_of_another_shape_only_warns() -> None:
    parsed = parse(OutcomeType.SKILL_CERTIFICATE, evidence_number="GD-2024-0001")
    assert [problem.severity for problem in parsed.problems] == [Severity.WARNING]
    assert parsed.problems[0].code == "certificate_number.shape"
    assert parsed.outcome is not None


def test_a_level_other_than_the_number_says_warns() -> None:
    parsed = parse(OutcomeType.SKILL_CERTIFICATE, level="2")
    assert ("level", "certificate_number.level_differs") in codes(parsed)


def test_dates_have_to_follow_each_other() -> None:
    assert ("valid_until", "outcome.valid_before_issued") in codes(
        parse(OutcomeType.SKILL_CERTIFICATE, valid_until="2001-01-01")
    )
    assert ("to_on", "outcome.ends_before_start") in codes(parse(OutcomeType.WORK, to_on="2001-01-01"))


def test_a_contest_needs_an_award_or_a_rank_within_the_team() -> None:
    assert ("award", "outcome.award_or_rank") in codes(parse(OutcomeType.CONTEST, award="", rank=""))
    assert ("member_rank", "outcome.rank_beyond_team") in codes(
        parse(OutcomeType.CONTEST, team_size="3", member_rank="4")
    )
    by_rank = parse(OutcomeType.CONTEST, award="", rank="2").outcome
    assert by_rank is not None
    assert isinstance(by_rank.details, Contest)
    assert by_rank.details.rank == 2


def test_a_character_that_no_font_has_is_named() -> None:
    parsed = parse(OutcomeType.PATENT, title="装置\ue123")
    assert ("title", "glyphs.missing") in codes(parsed)
    assert parsed.problems[0].params == {"characters": "\ue123"}


def test_an_employers_code_is_checked() -> None:
    fields_, codes_ = zip(*codes(parse(OutcomeType.WORK, unified_social_credit_code="91440")), strict=True)
    assert fields_ == ("unified_social_credit_code",)
    assert codes_ == ("social_credit_code.length",)


def test_scores_follow_their_scale() -> None:
    words = parse(OutcomeType.FORMAL_COURSE, raw_score="良", score_scale="five_level").outcome
    points = parse(OutcomeType.LANGUAGE_COMPUTER, raw_score="512").outcome
    assert words is not None
    assert words.raw_score == Decimal(85)
    assert points is not None
    assert points.raw_score == Decimal(512)
    assert points.score_scale == "points"
    assert isinstance(points.details, LanguageComputer)


def test_how_it_was_verified_decides_whether_the_look_up_is_open() -> None:
    online = parse(OutcomeType.PATENT, verified_by="online").outcome
    seen = parse(OutcomeType.PATENT, verified_by="original_seen").outcome
    assert online is not None
    assert seen is not None
    assert online.verification_state is VerificationState.CONFIRMED
    assert seen.verified_by is VerificationMethod.ORIGINAL_SEEN
    assert seen.verification_state is VerificationState.PENDING


def test_flags_have_defaults_and_can_be_cleared() -> None:
    kept = parse(OutcomeType.WORK).outcome
    cleared = parse(OutcomeType.WORK, full_time="").outcome
    assert kept is not None
    assert cleared is not None
    assert isinstance(kept.details, WorkExperience)
    assert isinstance(cleared.details, WorkExperience)
    assert kept.details.full_time
    assert not cleared.details.full_time


def test_other_titles_are_split() -> None:
    outcome = parse(OutcomeType.PATENT, aliases="甲；乙、 丙").outcome
    assert outcome is not None
    assert outcome.aliases == ("甲", "乙", "丙")


def test_military_service_goes_by_its_discharge_number() -> None:
    outcome = parse(OutcomeType.MILITARY).outcome
    assert outcome is not None
    assert isinstance(outcome.details, MilitaryService)
    assert outcome.evidence_number == GOOD_FIELDS[OutcomeType.MILITARY]["discharge_number"]
