"""Asks the rules: which version is in force, and what an outcome is worth by it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditbank_desktop.domain.applications import RuleSetReference
from creditbank_desktop.domain.decisions import FREE_CREDITS, RuleReference, Target
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType
from creditbank_desktop.domain.programmes import CourseSubject, Programme
from creditbank_desktop.rules.context import Context, IndexedRules, index_rules, recognised_before
from creditbank_desktop.rules.engine import suggest_all
from creditbank_desktop.rules.explanation import Condition, NearMiss, Suggestion, SuggestionKind
from creditbank_desktop.rules.rule_set import Rule, RuleSet, RuleSetVersion
from creditbank_desktop.services.outcome_questions import asked_fields
from creditbank_desktop.services.views_applications import (
    ConditionView,
    NearMissView,
    StepView,
    SuggestionView,
)
from creditbank_desktop.services.views_intake import MaterialSpec


@dataclass(frozen=True, slots=True)
class PriorCredit:
    """Credits that the learner already has, or is about to have, from one outcome by one rule."""

    rule: str
    outcome: Outcome
    credits: Decimal
    target: Target = FREE_CREDITS


@dataclass(frozen=True, slots=True)
class Question:
    """One outcome line put to the rules.

    ``on`` is the day that ages count to, ``materials`` the keys of what was handed in for the line.
    """

    line: LineId
    outcome: Outcome
    requested: Target = FREE_CREDITS
    materials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Around all lines of a file: the programme, the day, the version, what was recognised before."""

    programme: Programme | None
    on: date
    rule_set: RuleSetReference
    is_veteran: bool = False
    prior: tuple[PriorCredit, ...] = ()


class Recognition:
    """Answers from the rule sets that the composition root has read; holds nothing else."""

    def __init__(self, rule_sets: Sequence[RuleSet]) -> None:
        """Answer from ``rule_sets``; of those with a version in force the first counts."""
        self._sets = tuple(rule_sets)
        self._indexed: dict[tuple[str, int], IndexedRules] = {}

    def in_force(self, on: date) -> RuleSetReference:
        """Return the version in force on a day; raises `Refused` ("rules.none_in_force", on)."""
        for rule_set in self._sets:
            version = rule_set.in_force(on)
            if version is not None:
                return RuleSetReference(version.family, version.number, version.content_hash)
        raise Refused("rules.none_in_force", on=on.isoformat())

    def titles(self, rule_set: RuleSetReference) -> tuple[str, str]:
        """Return the title of a version in Chinese and English, with its number."""
        for known in self._sets:
            if known.family == rule_set.family:
                number = rule_set.version
                return f"《{known.title_zh}》第 {number} 版", f"{known.title_en}, version {number}"
        return f"{rule_set.family} {rule_set.version}", f"{rule_set.family} {rule_set.version}"

    def suggest_all(
        self, questions: Iterable[Question], around: Circumstances
    ) -> dict[LineId, SuggestionView]:
        """Return what the rules say about each line; lines of one file weigh on each other's caps in order.

        Raises `Refused` ("rules.unknown_version") for a version that is not here.
        """
        asked = list(questions)
        if around.programme is None:
            return {item.line: SuggestionView(item.line, findings=("programme_unknown",)) for item in asked}
        rules = self._rules(around.rule_set)
        context = Context(
            programme=around.programme,
            accepted_on=around.on,
            recognised=tuple(
                recognised_before(rules, item.rule, item.outcome, item.credits, item.target)
                for item in around.prior
            ),
            is_veteran=around.is_veteran,
        )
        said = suggest_all(rules, [(item.outcome, item.requested) for item in asked], context)
        return {item.line: _view(item, answer) for item, answer in zip(asked, said, strict=True)}

    def materials(self, outcome_type: OutcomeType, rule_set: RuleSetReference) -> tuple[MaterialSpec, ...]:
        """Return the materials that a version asks for with a type; required where every rule asks."""
        rules = self._rules(rule_set)
        rows = rules.by_type.get(outcome_type, ())
        kinds = {kind.key: kind for kind in rules.version.content.materials}
        return tuple(
            MaterialSpec(
                key,
                required=all(key in row.materials for row in rows if row.materials),
                compare=key in kinds and kinds[key].compare,
            )
            for key in rules.materials_for(outcome_type)
        )

    def asked_fields(self, outcome_type: OutcomeType, rule_set: RuleSetReference) -> frozenset[str]:
        """Return the fields of a type that a version, or the search for duplicates, reads."""
        rules = self._rules(rule_set)
        return asked_fields(outcome_type, rules.by_type.get(outcome_type, ()), rules.version.content)

    def material_names(self, rule_set: RuleSetReference) -> dict[str, tuple[str, str]]:
        """Return the names of materials in Chinese and English, by key."""
        content = self._rules(rule_set).version.content
        return {kind.key: (kind.name_zh, kind.name_en) for kind in content.materials}

    def second_opinion_above(self, rule_set: RuleSetReference) -> Decimal:
        """Return the credits above which a second opinion is needed."""
        return self._rules(rule_set).version.content.second_opinion_above

    def excluded_subjects(self, rule_set: RuleSetReference, is_veteran: bool) -> frozenset[CourseSubject]:
        """Return the subjects for which nothing may be recognised."""
        content = self._rules(rule_set).version.content
        return frozenset(
            row.subject for row in content.excluded if not (is_veteran and row.veterans_excepted)
        )

    def step(self, rule_set: RuleSetReference) -> Decimal:
        """Return the finest step of a credit value."""
        return self._rules(rule_set).version.content.step

    def clause(self, reference: RuleReference) -> tuple[str, str]:
        """Return a rule's clause in Chinese and English; what the decision kept if the rule is not here."""
        rule = self._rule(reference)
        return (reference.clause, reference.clause) if rule is None else (rule.clause_zh, rule.clause_en)

    def _rule(self, reference: RuleReference) -> Rule | None:
        version = self._version(reference.family, reference.version)
        return None if version is None else self._index(version).by_id.get(reference.rule)

    def _rules(self, reference: RuleSetReference) -> IndexedRules:
        version = self._version(reference.family, reference.version)
        if version is None or version.content_hash != reference.content_hash:
            raise Refused("rules.unknown_version", family=reference.family, version=reference.version)
        return self._index(version)

    def _version(self, family: str, number: int) -> RuleSetVersion | None:
        for known in self._sets:
            if known.family == family:
                return known.version(number)
        return None

    def _index(self, version: RuleSetVersion) -> IndexedRules:
        # Two threads may both index a version; the results are equal, so the last one may stay.
        key = (version.family, version.number)
        found = self._indexed.get(key)
        if found is None:
            found = self._indexed[key] = index_rules(version)
        return found


def _view(question: Question, said: Suggestion) -> SuggestionView:
    why = said.explanation
    gives = said.kind in (SuggestionKind.CREDITS, SuggestionKind.JUDGEMENT)
    return SuggestionView(
        line=question.line,
        credits=said.credits,
        uncut_credits=why.computed_credits,
        rule=said.rule,
        rule_label=why.rule,
        clause_en=why.clause_en,
        target=said.target if gives else question.requested,
        grade_text=why.grade_text,
        counts_for_gpa=why.counts_for_gpa,
        needs_second_opinion=why.needs_second_opinion,
        needs_judgement=said.kind is SuggestionKind.JUDGEMENT,
        least_credits=why.least_credits,
        most_credits=why.most_credits,
        cut_by=why.cut_by,
        missing_materials=tuple(key for key in why.materials if key not in question.materials),
        materials=why.materials,
        inputs=tuple(_condition(item) for item in why.conditions),
        near_misses=tuple(_near_miss(item) for item in why.near_misses),
        findings=tuple(finding.code for finding in why.findings),
        steps=tuple(StepView(step.code, step.before, step.after, step.params) for step in why.steps),
        explanation=said.record,
    )


def _condition(condition: Condition) -> ConditionView:
    return ConditionView(condition.key, condition.wanted, condition.actual, condition.holds)


def _near_miss(miss: NearMiss) -> NearMissView:
    failed = tuple(_condition(condition) for condition in miss.failed)
    return NearMissView(miss.rule, miss.clause_zh, failed, miss.clause_en)
