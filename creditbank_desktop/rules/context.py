"""What the engine has to know beside the outcome: the programme, the day, and what was recognised before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from creditbank_desktop.domain.applications import RuleSetReference
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import FREE_CREDITS, Target
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType, duplicate_keys
from creditbank_desktop.domain.programmes import CourseCategory, Programme
from creditbank_desktop.rules.families import family_of
from creditbank_desktop.rules.rule_set import Cap, ExclusiveGroup, Rule, RuleSetVersion


@dataclass(frozen=True, slots=True)
class Recognised:
    """Credits that the learner already has from one outcome, and the totals they weigh on."""

    credits: Decimal
    cap_keys: tuple[str, ...] = ()
    family: str = ""
    duplicate_keys: tuple[str, ...] = ()
    target: Target = FREE_CREDITS


@dataclass(frozen=True, slots=True)
class Context:
    """Around one outcome: ``accepted_on`` is the day whose rule version holds and that ages count to.

    ``requested`` is the target that the applicant asked for; ``source_category`` how a course stood in the
    programme it was passed in, None when unknown.
    """

    programme: Programme
    accepted_on: date
    requested: Target = FREE_CREDITS
    recognised: tuple[Recognised, ...] = ()
    is_veteran: bool = False
    source_category: CourseCategory | None = None

    def with_recognised(self, more: Recognised) -> Context:
        """Return the context after ``more`` was recognised too."""
        return replace(self, recognised=(*self.recognised, more))


@dataclass(frozen=True, slots=True)
class IndexedRules:
    """A version with its rows found by outcome type, those of highest priority first, then by id."""

    version: RuleSetVersion
    by_type: Mapping[OutcomeType, tuple[Rule, ...]]
    by_id: Mapping[str, Rule]
    caps: Mapping[str, Cap]
    groups: Mapping[str, ExclusiveGroup] = field(default_factory=dict)

    @property
    def reference(self) -> RuleSetReference:
        """Return what an application keeps of the version."""
        return RuleSetReference(self.version.family, self.version.number, self.version.content_hash)

    def materials_for(self, kind: OutcomeType) -> tuple[str, ...]:
        """Return every material that rules for ``kind`` ask for, in the version's order."""
        asked = {key for rule in self.by_type.get(kind, ()) for key in rule.materials}
        return tuple(material.key for material in self.version.content.materials if material.key in asked)


def index_rules(version: RuleSetVersion) -> IndexedRules:
    """Return ``version`` ready for `suggest`; the order of its rows makes no difference."""
    content = version.content
    ordered = sorted(content.rules, key=lambda rule: (-rule.priority, rule.rule))
    by_type = {kind: tuple(rule for rule in ordered if rule.outcome_type is kind) for kind in OutcomeType}
    return IndexedRules(
        version=version,
        by_type=by_type,
        by_id={rule.rule: rule for rule in ordered},
        caps={cap.key: cap for cap in content.caps},
        groups={group.key: group for group in content.groups},
    )


def recognised_before(
    rules: IndexedRules, rule_id: str, outcome: Outcome, credits: Decimal, target: Target
) -> Recognised:
    """Return how an earlier decision weighs on later ones.

    ``rules`` is the version that decided or the one in force; a rule id that it lacks counts as the type's
    first rule, so that credits are never outside every total.
    """
    rule = rules.by_id.get(rule_id)
    if rule is None:
        rule = next(iter(rules.by_type.get(outcome.type, ())), None)
    if rule is None:
        return Recognised(credits, duplicate_keys=duplicate_keys(outcome), target=target)
    return Recognised(
        credits, rule.cap_keys, family_of(rule, outcome, rules.groups), duplicate_keys(outcome), target
    )


def total(recognised: Iterable[Recognised], cap_key: str) -> Decimal:
    """Return the credits among ``recognised`` that weigh on the cap."""
    return sum((item.credits for item in recognised if cap_key in item.cap_keys), ZERO)
