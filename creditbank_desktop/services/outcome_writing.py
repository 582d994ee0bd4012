"""Writes an outcome back as it would be typed into its form, the counterpart of `parse_outcome`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from creditbank_desktop.domain.outcomes import Outcome
from creditbank_desktop.services.outcome_fields import FIELDS_OF

ALIAS_SEPARATOR = "；"


def typed_fields(outcome: Outcome) -> Mapping[str, str]:
    """Return the text of every field that the outcome states, by `FieldSpec.name`; days are ISO."""
    texts: dict[str, str] = {}
    for spec in FIELDS_OF[outcome.type]:
        holder = outcome.details if hasattr(outcome.details, spec.name) else outcome
        text = _text(getattr(holder, spec.name))
        if text:
            texts[spec.name] = text
    return texts


def _text(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return ALIAS_SEPARATOR.join(value)
    return str(value)
