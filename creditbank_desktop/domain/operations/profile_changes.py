"""Corrections of a learner's profile, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from creditbank_desktop.domain.codec import Malformed, Plain, from_plain, to_plain
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.learners import LearnerProfile


def profile_difference(before: LearnerProfile, after: LearnerProfile) -> dict[str, str]:
    """Return the fields in which ``after`` differs, by name, in plain text form ("" for none, "true"/"false"
    for claims).
    """
    old, new = _texts(before), _texts(after)
    return {name: text for name, text in new.items() if text != old[name]}


def changed_profile(profile: LearnerProfile, changes: Mapping[str, str]) -> LearnerProfile:
    """Return ``profile`` with the changed fields; raise `Refused` ("learner.bad_change") if a field or text
    is none of a profile's.
    """
    plain = cast("dict[str, Plain]", to_plain(profile))
    for name, text in changes.items():
        if name not in plain:
            raise Refused("learner.bad_change", field=name)
        plain[name] = _typed(name, text)
    try:
        return from_plain(LearnerProfile, plain)
    except Malformed as error:
        raise Refused("learner.bad_change", field=str(error)) from error


def _texts(profile: LearnerProfile) -> dict[str, str]:
    plain = cast("dict[str, Plain]", to_plain(profile))
    return {name: _text(value) for name, value in plain.items()}


def _text(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _typed(name: str, text: str) -> Plain:
    if name == "is_veteran":
        return text == "true"
    if name == "birth_date":
        return text or None
    return text
