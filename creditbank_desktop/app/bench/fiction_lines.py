"""What fictional applications present, with what the rules in force say to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from creditbank_desktop.app.bench.standing import AS_OF
from creditbank_desktop.app.sample.lines import LineOrder, plan_line
from creditbank_desktop.app.sample.sources import CatalogueEntry
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import LineDecision, LineResult, Target
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.outcomes import Outcome
from creditbank_desktop.domain.programmes import Programme
from creditbank_desktop.services.outcome_parsing import parse_outcome
from creditbank_desktop.services.ports import GlyphCheck
from creditbank_desktop.services.recognition import Circumstances, Question, Recognition
from creditbank_desktop.services.verdicts import as_suggested
from creditbank_desktop.services.views_intake import OutcomeForm

_LINE = LineId("line")
_SERIAL = re.compile(r"\d{1,9}$")


@dataclass(frozen=True, slots=True)
class LinePattern:
    """One thing that learners of a programme present, and the decision that follows the rules."""

    outcome: Outcome
    requested: Target
    decision: LineDecision
    made_before: dict[tuple[date, LineResult], LineDecision] = field(default_factory=dict, compare=False)

    def made(self, serial: int, received_on: date, chance: Random) -> Outcome:
        """Return the outcome with a number and a day of its own; ``serial`` is no other line's."""
        number = _SERIAL.sub("", self.outcome.evidence_number) + f"{serial:09d}"
        issued = received_on - timedelta(days=chance.randrange(30, 700))
        return replace(self.outcome, evidence_number=number, issued_on=issued)

    def decided(self, on: date, result: LineResult) -> LineDecision:
        """Return the decision of a day; a refusal gives nothing, whatever the rules say."""
        found = self.made_before.get((on, result))
        if found is None:
            found = self.made_before[on, result] = self._decided(on, result)
        return found

    def _decided(self, on: date, result: LineResult) -> LineDecision:
        if result is not LineResult.NOT_RECOGNISED and self.decision.credits > ZERO:
            return replace(self.decision, result=result, decided_on=on)
        refused = LineResult.NOT_RECOGNISED
        return replace(self.decision, result=refused, credits=ZERO, reason_codes=("no_rule",), decided_on=on)


def line_patterns(
    entries: tuple[CatalogueEntry, ...], programme: Programme, recognition: Recognition, glyphs: GlyphCheck
) -> tuple[LinePattern, ...]:
    """Return a pattern for each catalogue entry that makes sense in ``programme``."""
    chance = Random(0)
    found = []
    for entry in entries:
        if entry.programmes and programme.code not in entry.programmes:
            continue
        plan = plan_line(entry, LineOrder(programme.code, AS_OF, 1), chance)
        outcome = parse_outcome(OutcomeForm(_LINE, plan.type, plan.fields), AS_OF, glyphs).outcome
        if outcome is not None:
            decision = _decision(outcome, plan.requested, programme, recognition)
            found.append(LinePattern(outcome, plan.requested, decision))
    return tuple(found)


def _decision(
    outcome: Outcome, requested: Target, programme: Programme, recognition: Recognition
) -> LineDecision:
    around = Circumstances(programme, AS_OF, recognition.in_force(AS_OF))
    said = recognition.suggest_all([Question(_LINE, outcome, requested)], around)[_LINE]
    verdict = as_suggested(said)
    return LineDecision(
        result=verdict.result,
        credits=said.credits if verdict.result.gives_credit else ZERO,
        computed_credits=said.credits,
        target=verdict.target,
        grade_text=verdict.grade_text,
        counts_for_gpa=verdict.counts_for_gpa,
        rule=said.rule,
        reason_codes=verdict.reason_codes,
        explanation=said.explanation,
    )
