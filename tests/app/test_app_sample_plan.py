"""The plan of the sample store: deterministic, typed without a problem, and worth what it promises."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from creditbank_desktop.app.reference import ReferenceData, read_reference_data
from creditbank_desktop.app.sample.learners import LearnerOrder
from creditbank_desktop.app.sample.people import read_sample_office, read_sample_people
from creditbank_desktop.app.sample.plan import ApplicationPlan, PlanOrder, SamplePlan, make_plan
from creditbank_desktop.app.sample.sources import Worth, read_sample_sources
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.domain.failures import Severity
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.outcomes import Outcome, OutcomeType
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import State
from creditbank_desktop.rules.context import Context, index_rules, recognised_before
from creditbank_desktop.rules.engine import suggest
from creditbank_desktop.rules.explanation import SuggestionKind
from creditbank_desktop.services.learner_forms import FormCheck, read_learner_form
from creditbank_desktop.services.outcome_parsing import parse_outcome
from creditbank_desktop.services.views_intake import OutcomeForm

TODAY = date(2026, 11, 23)


class EveryCharacter:
    def missing_characters(self, text: str) -> tuple[str, ...]:
        return ()


@pytest.fixture(scope="module")
def reference(resources: Path) -> ReferenceData:
    return read_reference_data(resources)


def planned(resources: Path, reference: ReferenceData, seed: int = 2026) -> SamplePlan:
    fonts = Fonts(resources / "fonts")
    try:
        learners = LearnerOrder(200, TODAY, lambda name: not fonts.missing_characters(name))
        sources = read_sample_sources(resources / "sample")
        return make_plan(sources, reference.programmes.programmes(), PlanOrder(learners, seed=seed))
    finally:
        fonts.close()


@pytest.fixture(scope="module")
def plan(resources: Path, reference: ReferenceData) -> SamplePlan:
    return planned(resources, reference)


def outcomes(application: ApplicationPlan) -> list[Outcome]:
    found = []
    for line in application.lines:
        form = OutcomeForm(LineId("l"), line.type, line.fields, line.requested)
        parsed = parse_outcome(form, application.received_on, EveryCharacter())
        assert parsed.problems == (), line
        assert parsed.outcome is not None
        found.append(parsed.outcome)
    return found


def test_the_same_seed_gives_the_same_plan(
    resources: Path, reference: ReferenceData, plan: SamplePlan
) -> None:
    assert planned(resources, reference) == plan
    assert planned(resources, reference, seed=7) != plan


def test_two_hundred_learners_four_hundred_applications_everything_occurs(plan: SamplePlan) -> None:
    assert (len(plan.learners), len(plan.applications)) == (200, 400)
    assert {application.target_state for application in plan.applications} == set(State)
    assert all(application.lines for application in plan.applications)
    assert {line.type for application in plan.applications for line in application.lines} == set(OutcomeType)
    posted = {
        line.type
        for application in plan.applications
        if application.target_state is State.POSTED
        for line in application.lines
    }
    assert len(posted) >= 12


def test_learners_are_distinct_and_typed_without_an_error(plan: SamplePlan, reference: ReferenceData) -> None:
    for name in ("name", "document_number", "student_number"):
        counted = Counter(getattr(learner.form, name) for learner in plan.learners)
        assert max(counted.values()) == 1, name
    assert {"欧阳䶮", "买买提·吐尔逊", "Ṣalāḥ Ğül"} <= {learner.form.name for learner in plan.learners}
    check = FormCheck(TODAY, EveryCharacter(), reference.programmes)
    for learner in plan.learners:
        found = read_learner_form(learner.form, check)
        assert [problem for problem in found.problems if problem.severity is Severity.ERROR] == []


def test_what_the_plan_promises_the_default_rules_keep(plan: SamplePlan, reference: ReferenceData) -> None:
    version = reference.rule_sets[0].in_force(TODAY)
    assert version is not None
    rules = index_rules(version)
    contexts: dict[int, Context] = {}
    for application in plan.applications:
        form = plan.learners[application.learner].form
        programme = reference.programmes.programme(form.programme)
        assert programme is not None
        context = contexts.get(application.learner) or Context(programme, TODAY, is_veteran=form.is_veteran)
        context = replace(context, accepted_on=application.received_on)
        for line, outcome in zip(application.lines, outcomes(application), strict=True):
            said = suggest(rules, outcome, replace(context, requested=line.requested))
            where = (line.entry, application.target_state, said.explanation)
            if line.worth is Worth.NONE:
                assert said.credits == 0, where
            elif line.worth is Worth.JUDGED:
                assert said.kind is SuggestionKind.JUDGEMENT, where
                assert line.verdict is not None
                assert said.explanation.least_credits is not None
                assert said.explanation.most_credits is not None
                value = Decimal(line.verdict.credits)
                assert said.explanation.least_credits <= value <= said.explanation.most_credits, where
            else:
                assert (said.kind, line.verdict) == (SuggestionKind.CREDITS, None), where
            if said.credits > 0 and said.rule is not None:
                used = recognised_before(rules, said.rule.rule, outcome, said.credits, said.target)
                context = context.with_recognised(used)
        contexts[application.learner] = context


def test_files_of_the_panel_need_a_second_opinion(plan: SamplePlan, reference: ReferenceData) -> None:
    version = reference.rule_sets[0].in_force(TODAY)
    assert version is not None
    rules = index_rules(version)
    for application in plan.applications:
        if application.target_state is not State.PANEL:
            continue
        programme = reference.programmes.programme(plan.learners[application.learner].form.programme)
        assert programme is not None
        asked = [
            suggest(rules, outcome, Context(programme, application.received_on, line.requested))
            for line, outcome in zip(application.lines, outcomes(application), strict=True)
        ]
        assert any(said.explanation.needs_second_opinion for said in asked), application


def test_the_sample_staff_fill_every_role(resources: Path) -> None:
    people = read_sample_people(resources / "sample")
    held = {role for person in people for role in person.roles}
    assert held == set(Role) - {Role.CENTRAL_SERVER}
    assert len({person.login for person in people}) == len(people) == 14
    office = read_sample_office(resources / "sample")
    assert office.is_sample
    assert "示例" in office.school_name_zh
