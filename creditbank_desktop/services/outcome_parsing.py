"""Turns an outcome as typed into a typed outcome, with every problem at once."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from creditbank_desktop.domain.credits import parse_credits
from creditbank_desktop.domain.failures import Problem, Problems, Severity
from creditbank_desktop.domain.numbers import (
    certificate_level,
    certificate_number_warnings,
    check_unified_social_credit_code,
    normalise_unified_social_credit_code,
)
from creditbank_desktop.domain.outcomes import (
    DETAILS_OF,
    Outcome,
    OutcomeType,
    VerificationMethod,
    VerificationState,
)
from creditbank_desktop.services.outcome_fields import FIELDS_OF, FIVE_LEVELS, LIMITS
from creditbank_desktop.services.ports import GlyphCheck
from creditbank_desktop.services.reading import (
    LONGEST_LONG_TEXT,
    LONGEST_TEXT,
    read_date,
    read_decimal,
    read_integer,
    read_text,
)
from creditbank_desktop.services.views_intake import FieldKind, FieldSpec, OutcomeForm

_FINEST_CREDITS = Decimal("0.25")
_MOST_PERCENT = 100
_NEVER_IN_FUTURE = ("issued_on", "from_on", "to_on")


@dataclass(frozen=True, slots=True)
class ParsedOutcome:
    """The outcome, None while an error stands, and all problems, warnings included.

    ``so_far`` holds what could be read all the same, for an estimate while somebody types.
    """

    outcome: Outcome | None
    problems: tuple[Problem, ...]
    so_far: Outcome


def parse_outcome(form: OutcomeForm, today: date, glyphs: GlyphCheck) -> ParsedOutcome:
    """Return the typed outcome of a form and everything that is wrong with it.

    Codes: ``field.required``, ``choice.unknown``, ``glyphs.missing`` (characters), those of `reading` and of
    the domain's checks, ``date.future``, ``outcome.valid_before_issued``, ``outcome.ends_before_start``,
    ``outcome.award_or_rank``, ``outcome.rank_beyond_team``; warnings ``certificate_number.*``.
    """
    values: dict[str, Any] = {}
    found: list[Problem] = []
    for spec in FIELDS_OF[form.type]:
        try:
            value = _read(spec, form, today, glyphs)
        except Problems as stopped:
            found.extend(stopped.problems)
            continue
        if value is not None:
            values[spec.name] = value
    found.extend(_check_together(form.type, values, today))
    so_far = _build(form.type, {"title": "", **values})
    is_wrong = any(problem.severity is Severity.ERROR for problem in found)
    return ParsedOutcome(None if is_wrong else so_far, tuple(found), so_far)


def _read(spec: FieldSpec, form: OutcomeForm, today: date, glyphs: GlyphCheck) -> object:
    text = form.fields.get(spec.name, "").strip() or spec.default
    if spec.kind is FieldKind.FLAG:
        return form.fields.get(spec.name, spec.default) == "true"
    if not text:
        if spec.required:
            raise Problems([Problem("field.required", spec.name)])
        return None
    match spec.kind:
        case FieldKind.DATE:
            return read_date(text, spec.name, today)
        case FieldKind.INTEGER:
            return read_integer(text, spec.name, *LIMITS[spec.name])
        case FieldKind.DECIMAL:
            return _read_score(text, spec.name, _scale_of(form))
        case FieldKind.CREDITS:
            return parse_credits(text, spec.name, _FINEST_CREDITS)
        case FieldKind.CHOICE:
            if text not in spec.choices:
                raise Problems([Problem("choice.unknown", spec.name, {"text": text})])
            return text
    return _read_printed(spec, text, glyphs)


def _scale_of(form: OutcomeForm) -> str:
    default = next((spec.default for spec in FIELDS_OF[form.type] if spec.name == "score_scale"), "percent")
    return form.fields.get("score_scale", "") or default


def _read_score(text: str, field: str, scale: str) -> Decimal:
    if text in FIVE_LEVELS:
        return Decimal(FIVE_LEVELS[text])
    least, most = LIMITS[field]
    if scale in ("percent", "five_level"):
        most = _MOST_PERCENT
    return read_decimal(text, field, least, most)


def _read_printed(spec: FieldSpec, text: str, glyphs: GlyphCheck) -> str:
    longest = LONGEST_LONG_TEXT if spec.kind is FieldKind.LONG_TEXT else LONGEST_TEXT
    value = read_text(text, spec.name, longest)
    missing = "".join(glyphs.missing_characters(value))
    if missing:
        raise Problems([Problem("glyphs.missing", spec.name, {"characters": missing})])
    if spec.name == "unified_social_credit_code":
        wrong = check_unified_social_credit_code(value, spec.name)
        if wrong:
            raise Problems(wrong)
        return normalise_unified_social_credit_code(value)
    return value


def _check_together(kind: OutcomeType, values: dict[str, Any], today: date) -> list[Problem]:
    found = [
        Problem("date.future", name)
        for name in _NEVER_IN_FUTURE
        if isinstance(values.get(name), date) and values[name] > today
    ]
    if _is_before(values, "valid_until", "issued_on"):
        found.append(Problem("outcome.valid_before_issued", "valid_until"))
    if _is_before(values, "to_on", "from_on"):
        found.append(Problem("outcome.ends_before_start", "to_on"))
    if kind is OutcomeType.CONTEST:
        found.extend(_check_contest(values))
    if kind is OutcomeType.SKILL_CERTIFICATE and "evidence_number" in values:
        found.extend(_check_certificate(values))
    return found


def _is_before(values: dict[str, Any], name: str, other: str) -> bool:
    return name in values and other in values and values[name] < values[other]


def _check_contest(values: dict[str, Any]) -> list[Problem]:
    found = []
    if "award" not in values and "rank" not in values:
        found.append(Problem("outcome.award_or_rank", "award"))
    if values.get("member_rank", 1) > values.get("team_size", 1):
        found.append(Problem("outcome.rank_beyond_team", "member_rank"))
    return found


def _check_certificate(values: dict[str, Any]) -> list[Problem]:
    number = values["evidence_number"]
    found = list(certificate_number_warnings(number))
    level = certificate_level(number)
    if level is not None and "level" in values and str(level) != values["level"]:
        params = {"number_level": level, "level": values["level"]}
        found.append(Problem("certificate_number.level_differs", "level", params, Severity.WARNING))
    return found


def _build(kind: OutcomeType, values: dict[str, Any]) -> Outcome:
    details_type = DETAILS_OF[kind]
    names = {field.name for field in dataclasses.fields(details_type)}
    details = details_type(**{name: value for name, value in values.items() if name in names})
    common = {name: value for name, value in values.items() if name not in names}
    aliases = common.pop("aliases", "")
    common["aliases"] = tuple(part for part in (piece.strip() for piece in _split(aliases)) if part)
    method = VerificationMethod(common.pop("verified_by", VerificationMethod.NONE))
    looked_up = method in (VerificationMethod.ONLINE, VerificationMethod.LETTER)
    common["verified_by"] = method
    common["verification_state"] = VerificationState.CONFIRMED if looked_up else VerificationState.PENDING
    common.setdefault("issuer", _issuer_of(values))
    if kind is OutcomeType.MILITARY:
        common.setdefault("evidence_number", values.get("discharge_number", ""))
    return Outcome(type=kind, details=details, **common)


def _split(text: str) -> list[str]:
    return text.replace("；", ";").replace("、", ";").split(";")


def _issuer_of(values: dict[str, Any]) -> str:
    """Return who stands behind an outcome whose form has no field for the issuer."""
    names = ("school", "employer", "provider", "examining_board", "unit", "organiser", "journal")
    return next((str(values[name]) for name in names if values.get(name)), "")
