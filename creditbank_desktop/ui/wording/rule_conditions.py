"""Words for the conditions, caps and findings with which rules explain themselves."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.services.views_applications import ConditionView
from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.wording.names import word_outcome_type
from creditbank_desktop.ui.wording.outcome_fields import FIELDS, word_outcome_choice

CONDITIONS: Mapping[str, str] = {
    "type": mark("Type"),
    "outcome_type": mark("Type"),
    "title": mark("Title"),
    "issuer": mark("Issuer"),
    "issuers": mark("Issuer"),
    "score": mark("Score"),
    "tasks": mark("Tasks done"),
    "age_months": mark("Age in months"),
    "age": mark("Age in months"),
    "valid": mark("Validity"),
    "programmes": mark("Programme"),
    "content_match": mark("Content match"),
    "target": mark("Target"),
    "veteran": mark("Veteran"),
    "years": mark("Years"),
    "months": mark("Months"),
    "verification": mark("Verification"),
    "original_credits": mark("Original credits"),
    "target_credits": mark("Credits of the course"),
    "code": mark("Certificate code"),
    "credits_per_hour": mark("Credits per hour"),
}

_AT_LEAST = mark("{name}: at least {wanted} is asked for, it is {actual}")
_AT_MOST = mark("{name}: at most {wanted} is allowed, it is {actual}")
_ASKED = mark("{name}: {wanted} is asked for, it is {actual}")
_NOT_STATED = mark("{name}: {wanted} is asked for, nothing is stated")

CAPS: Mapping[str, str] = {
    "recognised": mark("most of the programme's credits that can be recognised"),
    "online": mark("most for online courses"),
    "mooc": mark("most for online courses"),
    "extracurricular": mark("most for extracurricular outcomes"),
    "work": mark("most for work experience"),
    "training": mark("most for training"),
    "target": mark("credits of the target course"),
}


def word_condition_name(key: str) -> Words | str:
    """Name of what a condition looks at."""
    stem = key.removesuffix("_min").removesuffix("_max")
    for table in (CONDITIONS, FIELDS):
        for name in (key, stem):
            if name in table:
                return tr(table[name])
    return key


def word_condition(condition: ConditionView) -> Words:
    """What a condition asks for and what the outcome says."""
    gaps = {
        "name": word_condition_name(condition.key),
        "wanted": _value(condition.key, condition.wanted),
        "actual": _value(condition.key, condition.actual),
    }
    if not condition.actual:
        return tr(_NOT_STATED).format(**gaps)
    if condition.key.endswith("_min"):
        return tr(_AT_LEAST).format(**gaps)
    if "_max" in condition.key:
        return tr(_AT_MOST).format(**gaps)
    return tr(_ASKED).format(**gaps)


def word_cap(key: str) -> Words | str:
    """Name of a cap that lowered the credits."""
    stem = key.rsplit(".", 1)[-1].removesuffix("_percent").removesuffix("_credits")
    return tr(CAPS[stem]) if stem in CAPS else key


def _value(key: str, code: str) -> Words | str:
    if key in ("type", "outcome_type"):
        return word_outcome_type(code)
    return word_outcome_choice(key, code)
