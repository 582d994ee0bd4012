"""Which fields each of the fourteen outcome types has, in the order of the form, and which must be filled."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from creditbank_desktop.domain.outcomes import OutcomeType, VerificationMethod
from creditbank_desktop.services.views_intake import FieldKind, FieldSpec

_K = FieldKind


def _text(name: str, required: bool = False) -> FieldSpec:
    return FieldSpec(name, required=required)


def _date(name: str, required: bool = False) -> FieldSpec:
    return FieldSpec(name, _K.DATE, required)


def _whole(name: str, required: bool = False, unit: str = "", default: str = "") -> FieldSpec:
    return FieldSpec(name, _K.INTEGER, required, unit=unit, default=default)


def _choice(name: str, *choices: str, required: bool = True, default: str = "") -> FieldSpec:
    return FieldSpec(name, _K.CHOICE, required, choices, default=default)


def _flag(name: str, default: str = "") -> FieldSpec:
    return FieldSpec(name, _K.FLAG, default=default)


_TITLE = _text("title", required=True)
_NUMBER = _text("evidence_number", required=True)
_NUMBER_IF_ANY = _text("evidence_number")
_ISSUER = _text("issuer", required=True)
_ISSUED = _date("issued_on", required=True)
_VALID = _date("valid_until")
_HOURS = _whole("hours", required=True, unit="hours")
_SCORE = FieldSpec("raw_score", _K.DECIMAL)
_SCORE_NEEDED = FieldSpec("raw_score", _K.DECIMAL, required=True)
_SCALE = _choice(
    "score_scale", "percent", "five_level", "pass_fail", "points", required=False, default="percent"
)
_MATCH = _whole("content_match_percent", unit="percent")
_SKILL_LEVELS = ("5", "4", "3", "2", "1")
_CONTEST_LEVELS = ("national", "provincial", "city", "school")
_TESTS = (
    "cet4",
    "cet6",
    "english_b",
    "english_provincial_3",
    "computer_1",
    "computer_2",
    "other",
)
_LAST = (
    _choice("language", "zh", "en", "other", required=False, default="zh"),
    FieldSpec("aliases"),
    _choice("verified_by", *VerificationMethod, required=False, default=VerificationMethod.NONE.value),
)

_T = OutcomeType
_FIELDS: Mapping[OutcomeType, tuple[FieldSpec, ...]] = {
    _T.FORMAL_COURSE: (
        _TITLE,
        _text("school", required=True),
        _text("programme"),
        _text("course_code"),
        FieldSpec("credits", _K.CREDITS, required=True, unit="credits"),
        _whole("hours", unit="hours"),
        _text("grade", required=True),
        _SCORE,
        _SCALE,
        _text("term"),
        _ISSUED,
        _NUMBER_IF_ANY,
        _MATCH,
        FieldSpec("syllabus", _K.LONG_TEXT),
    ),
    _T.SKILL_CERTIFICATE: (
        _TITLE,
        _NUMBER,
        _choice("level", *_SKILL_LEVELS),
        _ISSUER,
        _ISSUED,
        _VALID,
        _text("occupation"),
        _SCORE,
        _flag("is_core_of_major"),
    ),
    _T.ONE_PLUS_X: (
        _TITLE,
        _choice("level", "junior", "intermediate", "senior"),
        _NUMBER,
        _ISSUER,
        _ISSUED,
        _VALID,
        _text("code"),
        FieldSpec("ratified_credits", _K.CREDITS, unit="credits"),
    ),
    _T.MOOC: (
        _TITLE,
        _text("platform", required=True),
        _ISSUER,
        _HOURS,
        _SCORE_NEEDED,
        _SCALE,
        _whole("tasks_percent", required=True, unit="percent"),
        _ISSUED,
        _NUMBER,
    ),
    _T.CONTEST: (
        _TITLE,
        _choice("level", *_CONTEST_LEVELS),
        _choice("award", "first", "second", "third", "excellent", required=False),
        _whole("rank"),
        _whole("team_size", default="1"),
        _whole("member_rank", default="1"),
        _ISSUER,
        _choice("organiser_kind", "government", "association", "school", "enterprise", required=True),
        _ISSUED,
        _NUMBER_IF_ANY,
    ),
    _T.WORK: (
        _TITLE,
        _text("employer", required=True),
        _text("unified_social_credit_code"),
        _text("post", required=True),
        _date("from_on", required=True),
        _date("to_on"),
        _flag("social_security_record"),
        _flag("is_relevant", default="true"),
        _flag("full_time", default="true"),
        _date("issued_on"),
        _NUMBER_IF_ANY,
    ),
    _T.TRAINING: (_TITLE, _text("provider", required=True), _HOURS, _ISSUED, _NUMBER_IF_ANY, _VALID, _SCORE),
    _T.SELF_STUDY_EXAM: (
        _TITLE,
        _text("subject", required=True),
        _text("examining_board", required=True),
        _SCORE_NEEDED,
        _ISSUED,
        _NUMBER,
        _MATCH,
    ),
    _T.MILITARY: (
        _TITLE,
        _text("unit", required=True),
        _date("from_on", required=True),
        _date("to_on", required=True),
        _text("discharge_number", required=True),
        _date("issued_on"),
    ),
    _T.PATENT: (
        _TITLE,
        _choice("patent_kind", "invention", "utility", "design", "software"),
        _NUMBER,
        _ISSUED,
        _whole("inventor_rank", required=True, default="1"),
        _text("issuer"),
    ),
    _T.PUBLICATION: (
        _TITLE,
        _text("journal", required=True),
        _text("journal_number"),
        _ISSUED,
        _whole("author_rank", required=True, default="1"),
        _choice("level", "core", "general", required=False),
        _NUMBER_IF_ANY,
    ),
    _T.PROFESSIONAL_QUALIFICATION: (
        _TITLE,
        _text("occupation", required=True),
        _choice("level", *_SKILL_LEVELS, required=False),
        _NUMBER,
        _ISSUER,
        _ISSUED,
        _VALID,
    ),
    _T.LANGUAGE_COMPUTER: (
        _TITLE,
        _choice("test", *_TESTS),
        _choice("level", "1", "2", "3", "4", "6", "b", required=False),
        _SCORE,
        _choice(
            "score_scale", "points", "percent", "five_level", "pass_fail", required=False, default="points"
        ),
        _ISSUER,
        _ISSUED,
        _NUMBER,
    ),
    _T.OTHER: (
        _TITLE,
        FieldSpec("description", _K.LONG_TEXT, required=True),
        _text("organiser", required=True),
        _HOURS,
        _ISSUED,
        _NUMBER_IF_ANY,
    ),
}

FIELDS_OF: Mapping[OutcomeType, tuple[FieldSpec, ...]] = MappingProxyType(
    {kind: (*fields, *_LAST) for kind, fields in _FIELDS.items()}
)
"""By outcome type: its own fields, then language, other titles and how it was verified."""

LIMITS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "hours": (1, 5000),
        "raw_score": (0, 1000),
        "tasks_percent": (0, 100),
        "content_match_percent": (0, 100),
        "rank": (1, 9999),
        "team_size": (1, 100),
        "member_rank": (1, 100),
        "inventor_rank": (1, 50),
        "author_rank": (1, 50),
    }
)
"""Least and most of every number field."""

FIVE_LEVELS: Mapping[str, int] = MappingProxyType(
    {"优": 95, "优秀": 95, "良": 85, "良好": 85, "中": 75, "中等": 75, "及格": 65, "不及格": 0}
)
"""What the words of the five-level scale count for (default rule set, grade text)."""
