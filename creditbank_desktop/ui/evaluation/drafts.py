"""What an evaluator has typed about one outcome, how it departs from the rules, and the verdict it makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from creditbank_desktop.domain.credits import ZERO, format_credits, parse_credits
from creditbank_desktop.domain.decisions import FREE_CREDITS, LineDecision, LineResult, Target
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.services import verdicts
from creditbank_desktop.services.phrase_book import REFUSAL_REASONS
from creditbank_desktop.services.views_applications import SuggestionView
from creditbank_desktop.services.views_evaluation import CaseLine, LineVerdict, PrecedentView

PRECEDENTS_THAT_BIND = 3
SHARE_THAT_BINDS = Decimal("0.8")


class Verdict(StrEnum):
    """The four things that can become of a line; a supplement concerns the whole file."""

    RECOGNISE = "recognise"
    PARTLY = "partly"
    SUPPLEMENT = "supplement"
    REFUSE = "refuse"


RESULT_OF = {
    Verdict.RECOGNISE: LineResult.RECOGNISED,
    Verdict.PARTLY: LineResult.PARTLY_RECOGNISED,
    Verdict.REFUSE: LineResult.NOT_RECOGNISED,
}
VERDICT_OF = {result: verdict for verdict, result in RESULT_OF.items()}


@dataclass(frozen=True, slots=True)
class VerdictDraft:
    """The typed state of one line; ``is_done`` once the evaluator has confirmed it."""

    line: LineId
    verdict: Verdict | None = None
    credits: str = ""
    target: Target = FREE_CREDITS
    grade_text: str = ""
    counts_for_gpa: bool = False
    reasons: tuple[str, ...] = ()
    reason_text: str = ""
    is_done: bool = False

    @property
    def amount(self) -> Decimal | None:
        """Return the credits that the text says, None when it says none."""
        if self.verdict is Verdict.REFUSE:
            return ZERO
        try:
            return parse_credits(self.credits) if self.credits.strip() else None
        except Problems:
            return None

    def as_verdict(self) -> LineVerdict:
        """Return what goes to the service; raises KeyError while no result is chosen."""
        assert self.verdict is not None
        refused = self.verdict is Verdict.REFUSE
        return LineVerdict(
            line=self.line,
            result=RESULT_OF[self.verdict],
            credits="0" if refused else self.credits,
            target=FREE_CREDITS if refused else self.target,
            grade_text="" if refused else self.grade_text,
            counts_for_gpa=self.counts_for_gpa and not refused,
            reason_codes=self.reasons,
            reason_text=self.reason_text.strip(),
        )


def suggested_draft(line: CaseLine) -> VerdictDraft:
    """Return the draft that accepts what the rules suggest.

    A value that people have to judge, and a refusal, are never chosen beforehand.
    """
    suggestion = line.suggestion
    chosen = Verdict.RECOGNISE if suggestion.fits and not suggestion.needs_judgement else None
    return VerdictDraft(
        line=line.line.line,
        verdict=chosen,
        credits=format_credits(suggestion.credits) if suggestion.fits else "",
        target=suggestion.target,
        grade_text=suggestion.grade_text,
        counts_for_gpa=suggestion.counts_for_gpa,
    )


def blind_draft(line: CaseLine) -> VerdictDraft:
    """Return an empty draft: a second opinion begins with nothing chosen."""
    return VerdictDraft(line=line.line.line, target=line.suggestion.target)


def decided_draft(line: LineId, decision: LineDecision) -> VerdictDraft:
    """Return the draft that says what was decided, for a panel to start from."""
    return VerdictDraft(
        line=line,
        verdict=VERDICT_OF.get(decision.result),
        credits=format_credits(decision.credits),
        target=decision.target,
        grade_text=decision.grade_text,
        counts_for_gpa=decision.counts_for_gpa,
        reasons=decision.reason_codes,
        reason_text=decision.reason_text,
    )


def departs(draft: VerdictDraft, suggestion: SuggestionView) -> bool:
    """Return whether result, credits or target differ from what the rules suggest."""
    amount = draft.amount
    if draft.verdict in (None, Verdict.SUPPLEMENT) or amount is None:
        return False
    return verdicts.departs(draft.as_verdict(), suggestion, amount)


def lacks_reason(
    draft: VerdictDraft, suggestion: SuggestionView, refusals: Iterable[str] = REFUSAL_REASONS
) -> bool:
    """Return whether a reason of the phrase book is still missing behind the draft.

    ``refusals`` are the office's reasons to refuse; those that the rules find count without being among them.
    """
    if draft.verdict is Verdict.REFUSE:
        return not set(draft.reasons) & {*REFUSAL_REASONS, *refusals}
    return departs(draft, suggestion) and not draft.reasons


@dataclass(frozen=True, slots=True)
class Habit:
    """How like outcomes were mostly decided: ``times`` of ``of``."""

    result: LineResult
    credits: Decimal
    times: int
    of: int


def habits(precedents: tuple[PrecedentView, ...]) -> tuple[Habit, ...]:
    """Return how often like outcomes were decided how, the most frequent first."""
    counted: dict[tuple[LineResult, Decimal], int] = {}
    for precedent in precedents:
        key = (precedent.result, precedent.credits)
        counted[key] = counted.get(key, 0) + 1
    ordered = sorted(counted.items(), key=lambda item: -item[1])
    return tuple(Habit(result, amount, times, len(precedents)) for (result, amount), times in ordered)


def broken_habit(draft: VerdictDraft, precedents: tuple[PrecedentView, ...]) -> Habit | None:
    """Return the settled habit that the draft departs from, None where there is none."""
    if draft.verdict in (None, Verdict.SUPPLEMENT) or len(precedents) < PRECEDENTS_THAT_BIND:
        return None
    usual = habits(precedents)[0]
    if Decimal(usual.times) / usual.of < SHARE_THAT_BINDS:
        return None
    assert draft.verdict is not None
    same = RESULT_OF[draft.verdict] is usual.result and draft.amount == usual.credits
    return None if same else usual


def draft_problems(
    draft: VerdictDraft, suggestion: SuggestionView, refusals: Iterable[str] = REFUSAL_REASONS
) -> tuple[Problem, ...]:
    """Return what stands in the way of sending the draft, by the names of the form's fields."""
    if draft.verdict is None:
        return (Problem("decision.verdict_missing", "verdict"),)
    if draft.verdict is Verdict.SUPPLEMENT:
        return ()
    found: list[Problem] = []
    if draft.verdict is not Verdict.REFUSE:
        try:
            if not draft.credits.strip() or parse_credits(draft.credits) == ZERO:
                found.append(Problem("decision.no_credits", "credits"))
        except Problems as wrong:
            found.extend(wrong.problems)
    if lacks_reason(draft, suggestion, refusals):
        found.append(Problem("decision.reason_needed", "reason_codes"))
    return tuple(found)
