"""A field that is folded away never decides: the rules say the same whatever stands in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from creditbank_desktop.domain.outcomes import OutcomeType
from creditbank_desktop.services.views_intake import ApplicationForm, FieldKind, FieldSpec, OutcomeForm
from tests.services.services_world import World

STANDS_IN = {
    (OutcomeType.FORMAL_COURSE, "raw_score"),
    (OutcomeType.FORMAL_COURSE, "score_scale"),
    (OutcomeType.SELF_STUDY_EXAM, "subject"),
}
"""Read only where the field that is asked for says nothing, and unfolded then."""


def other_values(spec: FieldSpec) -> tuple[str, ...]:
    values = {
        FieldKind.DATE: ("2026-02-27",),
        FieldKind.INTEGER: ("1", "99"),
        FieldKind.DECIMAL: ("1", "99"),
        FieldKind.CREDITS: ("0.5", "9"),
        FieldKind.FLAG: ("true", ""),
        FieldKind.CHOICE: spec.choices,
    }
    return values.get(spec.kind, ("别的内容",))


@pytest.mark.parametrize("kind", list(OutcomeType))
def test_no_rule_reads_a_folded_field(world: World, kind: OutcomeType) -> None:
    clerk, intake = world.actors["clerk"], world.services.intake
    form = world.form(world.register(), kind)

    def said(changed: ApplicationForm) -> object:
        (view,) = intake.check(clerk, changed).assessments
        return (view.credits, view.rule, view.near_misses, view.needs_judgement, view.cut_by)

    expected = said(form)
    for spec in intake.fields(clerk, kind):
        if spec.asked or (kind, spec.name) in STANDS_IN:
            continue
        for value in other_values(spec):
            outcome: OutcomeForm = form.outcomes[0]
            changed = replace(outcome, fields={**outcome.fields, spec.name: value})
            assert said(replace(form, outcomes=(changed,))) == expected, (spec.name, value)


def test_what_earlier_outcomes_shared_is_offered(world: World) -> None:
    clerk = world.actors["clerk"]
    for number in ("S000144010001253000018", "S000144010001253000019"):
        world.submit(world.form(world.register(), evidence_number=number))
    offers = world.services.known.of_title(clerk, OutcomeType.SKILL_CERTIFICATE, "电 工")
    assert {(offer.field, offer.text, offer.confidence) for offer in offers} >= {
        ("issuer", "示范技能评价中心", 1.0)
    }
    assert not {offer.field for offer in offers} & {"evidence_number", "issued_on", "raw_score", "level"}


def test_an_earlier_outcome_and_proxy_are_known_again(world: World) -> None:
    clerk, learner = world.actors["clerk"], world.register()
    world.submit(world.form(learner))
    (earlier,) = world.services.known.outcomes_of(clerk, learner)
    assert (earlier.title, earlier.credits) == ("电工", None)
    assert world.services.known.proxies(clerk, learner) == ()
