"""Short ways to write outcomes, contexts and what the default rules say about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from creditbank_desktop.domain.decisions import Target, TargetKind
from creditbank_desktop.domain.outcomes import (
    DETAILS_OF,
    Outcome,
    OutcomeType,
    VerificationMethod,
    VerificationState,
)
from creditbank_desktop.domain.programmes import Programme, parse_programme
from creditbank_desktop.rules.context import Context, IndexedRules, index_rules
from creditbank_desktop.rules.loading import parse_rule_set
from creditbank_desktop.rules.rule_set import RuleContent

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ACCEPTED = date(2026, 5, 6)
_COMMON = {
    "title",
    "issuer",
    "issued_on",
    "valid_until",
    "evidence_number",
    "level",
    "hours",
    "raw_score",
    "score_scale",
    "verification_state",
    "aliases",
}


def default_rules() -> IndexedRules:
    rule_set = parse_rule_set((RESOURCES / "rules" / "default.json").read_bytes())
    version = rule_set.in_force(ACCEPTED)
    assert version is not None
    return index_rules(version)


def programme(code: str = "530701") -> Programme:
    return parse_programme((RESOURCES / "programmes" / f"{code}.json").read_bytes())


def outcome(kind: OutcomeType, **fields: Any) -> Outcome:
    common = {key: value for key, value in fields.items() if key in _COMMON}
    details = {key: value for key, value in fields.items() if key not in _COMMON}
    common.setdefault("title", f"sample {kind.value}")
    common.setdefault("issued_on", date(2025, 3, 1))
    common.setdefault("verification_state", VerificationState.CONFIRMED)
    common.setdefault("issuer", "演示机构")
    if isinstance(common.get("raw_score"), int):
        common["raw_score"] = Decimal(common["raw_score"])
    return Outcome(
        type=kind, details=DETAILS_OF[kind](**details), verified_by=VerificationMethod.ONLINE, **common
    )


def course(code: str) -> Target:
    return Target(TargetKind.COURSE, code)


def context(**changes: Any) -> Context:
    return replace(Context(programme(), ACCEPTED), **changes)


def changed(rules: IndexedRules, change: Callable[[RuleContent], RuleContent]) -> IndexedRules:
    return index_rules(replace(rules.version, content=change(rules.version.content)))
