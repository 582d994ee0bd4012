"""Outcome lines as rows and back."""

from __future__ import annotations

from typing import Any

from creditbank_desktop.domain.applications import OutcomeLine
from creditbank_desktop.domain.codec import decode, encode
from creditbank_desktop.domain.decisions import LineDecision, LineResult, RuleReference, Target, TargetKind
from creditbank_desktop.domain.outcomes import (
    DETAILS_OF,
    Outcome,
    OutcomeType,
    VerificationMethod,
    VerificationState,
    fold,
)

_OUTCOME_COLUMNS = (
    "title",
    "title_folded",
    "issuer",
    "issued_on",
    "valid_until",
    "evidence_number",
    "level",
    "hours",
    "raw_score",
    "score_scale",
    "language",
    "aliases",
    "verified_by",
    "verification_state",
    "details",
)
_DECISION_COLUMNS = (
    "result",
    "credits",
    "computed_credits",
    "target_kind",
    "target_code",
    "grade_text",
    "counts_for_gpa",
    "rule",
    "rule_version",
    "rule_clause",
    "rule_family",
    "rule_set_hash",
    "needs_second_opinion",
    "reason_codes",
    "reason_text",
    "explanation",
    "decided_on",
)


def line_values(application: str, position: int, line: OutcomeLine) -> dict[str, Any]:
    """Return the columns of an `OutcomeLineRow`."""
    values: dict[str, Any] = {
        "application": application,
        "line": line.line,
        "position": position,
        "type": line.type.value,
        "withdrawn": line.withdrawn,
        "entry": line.entry,
        "requested_kind": line.requested.kind.value,
        "requested_code": line.requested.code,
        "has_outcome": line.outcome is not None,
        "decided": line.decision is not None,
        "second": None if line.second is None else encode(line.second).decode(),
    }
    outcome = dict.fromkeys(_OUTCOME_COLUMNS) if line.outcome is None else _outcome_values(line.outcome)
    decision = dict.fromkeys(_DECISION_COLUMNS) if line.decision is None else _decision_values(line.decision)
    return values | outcome | decision


def line_of(row: Any) -> OutcomeLine:
    """Return the line that an `OutcomeLineRow` holds."""
    return OutcomeLine(
        line=row.line,
        type=OutcomeType(row.type),
        outcome=outcome_of(row) if row.has_outcome else None,
        requested=Target(TargetKind(row.requested_kind), row.requested_code),
        decision=decision_of(row) if row.decided else None,
        second=None if row.second is None else decode(LineDecision, row.second.encode()),
        withdrawn=row.withdrawn,
        entry=row.entry,
    )


def outcome_of(row: Any) -> Outcome:
    """Return the outcome in an `OutcomeLineRow` that has one."""
    outcome_type = OutcomeType(row.type)
    return Outcome(
        type=outcome_type,
        title=row.title,
        details=decode(DETAILS_OF[outcome_type], row.details.encode()),
        issuer=row.issuer,
        issued_on=row.issued_on,
        valid_until=row.valid_until,
        evidence_number=row.evidence_number,
        level=row.level,
        hours=row.hours,
        raw_score=row.raw_score,
        score_scale=row.score_scale,
        language=row.language,
        aliases=decode(tuple[str, ...], row.aliases.encode()),
        verified_by=VerificationMethod(row.verified_by),
        verification_state=VerificationState(row.verification_state),
    )


def decision_of(row: Any) -> LineDecision:
    """Return the decision in an `OutcomeLineRow` that has one."""
    rule = None
    if row.rule is not None:
        rule = RuleReference(row.rule, row.rule_version, row.rule_clause, row.rule_family, row.rule_set_hash)
    return LineDecision(
        result=LineResult(row.result),
        credits=row.credits,
        computed_credits=row.computed_credits,
        target=Target(TargetKind(row.target_kind), row.target_code),
        grade_text=row.grade_text,
        counts_for_gpa=row.counts_for_gpa,
        rule=rule,
        needs_second_opinion=row.needs_second_opinion,
        reason_codes=decode(tuple[str, ...], row.reason_codes.encode()),
        reason_text=row.reason_text,
        explanation=row.explanation,
        decided_on=row.decided_on,
    )


def _outcome_values(outcome: Outcome) -> dict[str, Any]:
    return {
        "title": outcome.title,
        "title_folded": fold(outcome.title),
        "issuer": outcome.issuer,
        "issued_on": outcome.issued_on,
        "valid_until": outcome.valid_until,
        "evidence_number": outcome.evidence_number,
        "level": outcome.level,
        "hours": outcome.hours,
        "raw_score": outcome.raw_score,
        "score_scale": outcome.score_scale,
        "language": outcome.language,
        "aliases": encode(outcome.aliases).decode(),
        "verified_by": outcome.verified_by.value,
        "verification_state": outcome.verification_state.value,
        "details": encode(outcome.details).decode(),
    }


def _decision_values(decision: LineDecision) -> dict[str, Any]:
    rule = decision.rule
    return {
        "result": decision.result.value,
        "credits": decision.credits,
        "computed_credits": decision.computed_credits,
        "target_kind": decision.target.kind.value,
        "target_code": decision.target.code,
        "grade_text": decision.grade_text,
        "counts_for_gpa": decision.counts_for_gpa,
        "rule": None if rule is None else rule.rule,
        "rule_version": None if rule is None else rule.version,
        "rule_clause": None if rule is None else rule.clause,
        "rule_family": None if rule is None else rule.family,
        "rule_set_hash": None if rule is None else rule.rule_set_hash,
        "needs_second_opinion": decision.needs_second_opinion,
        "reason_codes": encode(decision.reason_codes).decode(),
        "reason_text": decision.reason_text,
        "explanation": decision.explanation,
        "decided_on": decision.decided_on,
    }
