"""Which fields of an outcome the rules in force and the search for duplicates read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.rules.rule_set import Requirement, Rule, RuleContent, ValueKind
from creditbank_desktop.services.views_intake import FieldSpec

_T = OutcomeType
_CODE: Mapping[OutcomeType, tuple[str, ...]] = {
    _T.CONTEST: ("award", "rank"),
    _T.PATENT: ("patent_kind",),
    _T.LANGUAGE_COMPUTER: ("test",),
    _T.ONE_PLUS_X: ("code",),
    _T.FORMAL_COURSE: ("course_code",),
}
_RANK: Mapping[OutcomeType, tuple[str, ...]] = {
    _T.CONTEST: ("member_rank",),
    _T.PATENT: ("inventor_rank",),
    _T.PUBLICATION: ("author_rank",),
}
_STATED: Mapping[OutcomeType, tuple[str, ...]] = {
    _T.FORMAL_COURSE: ("credits",),
    _T.ONE_PLUS_X: ("ratified_credits",),
}
# A passed course states its result as a grade; the rules read a mark only where there is none.
_SCORE: Mapping[OutcomeType, tuple[str, ...]] = {_T.FORMAL_COURSE: ("grade",)}
_REQUIRED: Mapping[Requirement, str] = {
    Requirement.CORE_OF_MAJOR: "is_core_of_major",
    Requirement.RATIFIED_CREDITS: "ratified_credits",
    Requirement.RELEVANT: "is_relevant",
    Requirement.FULL_TIME: "full_time",
    Requirement.MATCH_UNSTATED: "content_match_percent",
    Requirement.INDIVIDUAL: "team_size",
    Requirement.TEAM: "team_size",
}
_CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "hours_min": ("hours",),
    "tasks_min": ("tasks_percent",),
    "match_min": ("content_match_percent",),
    "match_max": ("content_match_percent",),
    "age_max_months": ("issued_on",),
}
DUPLICATE_FIELDS = frozenset({"title", "issuer", "evidence_number", "issued_on"})
"""What `duplicate_keys` is made of."""
EXPIRY_FIELDS = frozenset({"valid_until"})
"""What the engine reads of every outcome: nothing is given for one that has expired."""
ALWAYS_FOLDED = frozenset({"language", "aliases", "verified_by"})


def fields_of_condition(outcome_type: OutcomeType, key: str) -> tuple[str, ...]:
    """Return the fields of a form that a condition of the rules (`Condition.key`) is tested on."""
    match key:
        case "code":
            return _CODE.get(outcome_type, ())
        case "rank_max":
            return _RANK.get(outcome_type, ())
        case "score_min":
            return _SCORE.get(outcome_type, ("raw_score",))
        case "score_scale" | "level" | "issuer":
            return (key,)
    if key in list(Requirement):
        return (_REQUIRED[Requirement(key)],)
    return _CONDITIONS.get(key, ())


def asked_fields(outcome_type: OutcomeType, rules: Iterable[Rule], content: RuleContent) -> frozenset[str]:
    """Return the names of the fields that ``rules`` of a type, or the search for duplicates, read."""
    names = set(DUPLICATE_FIELDS | EXPIRY_FIELDS)
    for rule in rules:
        for key in _keys_of(rule):
            names.update(fields_of_condition(outcome_type, key))
        names.update(_read_for_value(outcome_type, rule))
    if outcome_type is OutcomeType.CONTEST and content.level_shifts and "level" in names:
        names.add("organiser_kind")
    if "raw_score" in names:
        names.add("score_scale")
    return frozenset(names)


def with_asked(specs: Iterable[FieldSpec], asked: frozenset[str]) -> tuple[FieldSpec, ...]:
    """Return ``specs`` marked: those required or in ``asked`` are asked, the rest may be folded."""
    return tuple(
        replace(spec, asked=(spec.required or spec.name in asked) and spec.name not in ALWAYS_FOLDED)
        for spec in specs
    )


def _keys_of(rule: Rule) -> Iterator[str]:
    tested: tuple[tuple[str, object], ...] = (
        ("code", rule.codes),
        ("level", rule.levels),
        ("issuer", rule.issuers),
        ("score_min", rule.score_min),
        ("hours_min", rule.hours_min),
        ("tasks_min", rule.tasks_min),
        ("match_min", rule.match_min),
        ("match_max", rule.match_max),
        ("age_max_months", rule.age_max_months),
        ("rank_max", rule.rank_max),
        ("rank_max", rule.less_per_rank),
    )
    yield from (key for key, wanted in tested if wanted not in (None, ()))
    yield from (required.value for required in rule.requires)


def _read_for_value(outcome_type: OutcomeType, rule: Rule) -> tuple[str, ...]:
    match rule.value:
        case ValueKind.PER_HOURS:
            return ("hours",)
        case ValueKind.PER_YEAR:
            return ("from_on", "to_on")
        case ValueKind.STATED:
            return _STATED.get(outcome_type, ())
        case _:
            return ()


CARRIED_BY_TITLE: Mapping[OutcomeType, tuple[str, ...]] = MappingProxyType(
    {
        _T.FORMAL_COURSE: ("school", "programme", "course_code", "credits", "hours"),
        _T.SKILL_CERTIFICATE: ("issuer", "occupation", "is_core_of_major"),
        _T.ONE_PLUS_X: ("issuer", "code"),
        _T.MOOC: ("platform", "issuer", "hours"),
        _T.CONTEST: ("level", "organiser_kind", "issuer"),
        _T.WORK: ("employer", "unified_social_credit_code"),
        _T.TRAINING: ("provider", "hours"),
        _T.SELF_STUDY_EXAM: ("subject", "examining_board"),
        _T.PUBLICATION: ("journal", "journal_number", "level"),
        _T.PROFESSIONAL_QUALIFICATION: ("occupation", "issuer"),
        _T.LANGUAGE_COMPUTER: ("test", "level", "issuer"),
        _T.OTHER: ("organiser",),
    }
)
"""What two outcomes of one title usually share; what belongs to a person (numbers, days, marks) never is."""
