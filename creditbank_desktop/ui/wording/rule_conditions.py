"""Words for the conditions, caps and findings with which rules explain themselves."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.services.views_applications import ConditionView, StepView
from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.wording.names import word_outcome_type
from creditbank_desktop.ui.wording.outcome_fields import FIELDS, word_outcome_choice
from creditbank_desktop.ui.wording.phrases import REASONS

CONDITIONS: Mapping[str, str] = {
    "code": mark("Kind"),
    "issuer": mark("Issuer"),
    "programme": mark("Programme"),
    "score": mark("Score"),
    "tasks": mark("Tasks done"),
    "match": mark("Content match"),
    "age_max_months": mark("Age in months"),
    "target": mark("Target"),
}

REQUIREMENTS: Mapping[str, str] = {
    "core_of_major": mark("It is a core skill of the major"),
    "ratified_credits": mark("National credits are ratified"),
    "relevant": mark("The outcome is relevant to the programme"),
    "full_time": mark("The work was full time"),
    "match_unstated": mark("No content match is stated"),
    "individual": mark("It was won alone"),
    "team": mark("It was won in a team"),
}

SUBJECTS: Mapping[str, str] = {
    "general": mark("General subjects"),
    "ideological_political": mark("Ideological and political courses"),
    "physical_education": mark("Physical education"),
    "military_theory": mark("Military theory"),
    "military_skills": mark("Military skills"),
    "graduation_project": mark("Graduation project"),
}

_AT_LEAST = mark("{name}: at least {wanted} is asked for, it is {actual}")
_AT_MOST = mark("{name}: at most {wanted} is allowed, it is {actual}")
_ASKED = mark("{name}: {wanted} is asked for, it is {actual}")
_NOT_STATED = mark("{name}: {wanted} is asked for, nothing is stated")
_FOUND = mark("{name}: {actual}")
_HOLDS = mark("{name}: yes")
_HOLDS_NOT = mark("{name}: no")

CAPS: Mapping[str, str] = {
    "recognised": mark("most of the programme's credits that can be recognised"),
    "online": mark("most for online courses"),
    "mooc": mark("most for online courses"),
    "extracurricular": mark("most for extracurricular outcomes"),
    "work": mark("most for work experience"),
    "training": mark("most for training"),
    "target": mark("credits of the target course"),
}

STEPS: Mapping[str, str] = {
    "value": mark("{before} → {after}: value of the rule"),
    "rank": mark("{before} → {after}: place among several"),
    "most": mark("{before} → {after}: most that the rule gives"),
    "rounding": mark("{before} → {after}: rounded down"),
    "family": mark("{before} → {after}: another of the same family was counted"),
    "split": mark("{before} → {after}: a part of the outcome was used before"),
    "target": mark("{before} → {after}: credits of the target course"),
    "cap": mark("{before} → {after}: {cap}"),
}

FINDINGS: Mapping[str, str] = {
    "direction_forbidden": mark("An elective cannot stand for a required course"),
    "target_needed": mark("A course has to be chosen"),
    "target_unknown": mark("The programme has no such course"),
    "target_full": mark("The course is filled already"),
    "higher_level_counted": mark("A higher level of the same family was recognised"),
    "cut_by_cap": mark("Cut by a cap"),
    "refused_by_rule": mark("A rule refuses such outcomes"),
    "verification_pending": mark("The official look-up is still open"),
    "programme_unknown": mark("The programme is not on this computer"),
}


def word_condition_name(key: str) -> Words | str:
    """Name of what a condition looks at."""
    stem = key.removesuffix("_min").removesuffix("_max")
    for table in (CONDITIONS, REQUIREMENTS, FIELDS):
        for name in (key, stem):
            if name in table:
                return tr(table[name])
    return key


def word_condition(condition: ConditionView) -> Words:
    """What a condition asks for and what the outcome says."""
    name = word_condition_name(condition.key)
    if condition.wanted == "true":
        return tr(_HOLDS if condition.actual == "true" else _HOLDS_NOT).format(name=name)
    gaps = {
        "name": name,
        "wanted": _values(condition.key, condition.wanted),
        "actual": _values(condition.key, condition.actual),
    }
    if condition.holds:
        return tr(_FOUND).format(**gaps)
    if not condition.actual:
        return tr(_NOT_STATED).format(**gaps)
    if condition.key.endswith("_min"):
        return tr(_AT_LEAST).format(**gaps)
    if "_max" in condition.key:
        return tr(_AT_MOST).format(**gaps)
    return tr(_ASKED).format(**gaps)


def word_cap(key: str) -> Words | str:
    """Name of a cap that lowered the credits."""
    stem = key.rsplit(".", maxsplit=1)[-1].removesuffix("_percent").removesuffix("_credits")
    return tr(CAPS[stem]) if stem in CAPS else key


def word_step_of_rule(step: StepView) -> Words | str:
    """One step from a rule's value to the credits suggested."""
    if step.code not in STEPS:
        return step.code
    return tr(STEPS[step.code]).format(
        before=format_credits(round(step.before, 2)),
        after=format_credits(round(step.after, 2)),
        cap=word_cap(step.params.get("key", "")),
    )


def word_finding(code: str) -> Words | str:
    """Something that the rules noticed; refusals are worded as in the phrase book."""
    for table in (FINDINGS, REASONS):
        if code in table:
            return tr(table[code])
    return code


def _values(key: str, codes: str) -> str:
    return " / ".join(str(_value(key, code)) for code in codes.split("/"))


def _value(key: str, code: str) -> Words | str:
    if key == "type":
        return word_outcome_type(code)
    if key == "target" and code in SUBJECTS:
        return tr(SUBJECTS[code])
    for name in (key, "test", "award", "patent_kind") if key == "code" else (key,):
        worded = word_outcome_choice(name, code)
        if worded != code:
            return worded
    return code
