"""Families of outcomes that count once: one occupation at several levels, one award under several titles."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.domain.outcomes import (
    Outcome,
    ProfessionalQualification,
    SelfStudyExam,
    SkillCertificate,
    fold,
)
from creditbank_desktop.rules.rule_set import ExclusiveGroup, FamilyBy, Rule


def family_of(rule: Rule, outcome: Outcome, groups: Mapping[str, ExclusiveGroup]) -> str:
    """Return the key that outcomes of one family share, or "" when the rule knows none."""
    group = groups.get(rule.exclusive_key)
    if group is None:
        return ""
    match group.by:
        case FamilyBy.GROUP:
            return group.key
        case FamilyBy.OCCUPATION:
            return f"{group.key}|{fold(occupation_of(outcome) or outcome.title)}"
        case FamilyBy.TITLE:
            return f"{group.key}|{fold(outcome.title)}"


def occupation_of(outcome: Outcome) -> str:
    """Return the occupation or subject that an outcome names, or ""."""
    match outcome.details:
        case SkillCertificate(occupation=occupation) | ProfessionalQualification(occupation=occupation):
            return occupation
        case SelfStudyExam(subject=subject):
            return subject
        case _:
            return ""
