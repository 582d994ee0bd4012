"""Checks verdicts against what the rules suggest and makes decisions of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from creditbank_desktop.domain.applications import OutcomeLine
from creditbank_desktop.domain.credits import HALF, ZERO, format_credits, parse_credits
from creditbank_desktop.domain.decisions import LineDecision, LineResult, TargetKind
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.operations.application_bodies import DecidedLine, DecisionTexts
from creditbank_desktop.services.phrase_book import REFUSAL_REASONS, REVIEW_REASONS
from creditbank_desktop.services.reading import LONGEST_LONG_TEXT, read_text
from creditbank_desktop.services.views_applications import SuggestionView
from creditbank_desktop.services.views_evaluation import LineVerdict
from creditbank_desktop.services.views_learners import ProgrammeView

_FINEST = Decimal("0.01")
_REASON_OF_FINDING = {
    "higher_level_counted": "already_used",
    "target_full": "cap_reached",
    "direction_forbidden": "target_excluded",
    "target_unknown": "target_excluded",
}


@dataclass(frozen=True, slots=True)
class Bench:
    """What verdicts are checked against: the lines to decide, what the rules suggest, the programme.

    ``second_opinion_above`` is the value (credits) above which the rules ask for a second opinion, ``step``
    the finest step of a value. ``refusals`` are the codes of reasons not to recognise, ``reasons`` all codes.
    """

    lines: Sequence[OutcomeLine]
    suggestions: Mapping[LineId, SuggestionView]
    programme: ProgrammeView | None
    second_opinion_above: Decimal | None = None
    step: Decimal = HALF
    refusals: frozenset[str] = frozenset(REFUSAL_REASONS)
    reasons: frozenset[str] = frozenset(REVIEW_REASONS)


@dataclass(frozen=True, slots=True)
class Judged:
    """Decisions ready to be recorded: the lines, and their texts for the personal part."""

    lines: tuple[DecidedLine, ...]
    texts: DecisionTexts


def judge(verdicts: Sequence[LineVerdict], bench: Bench) -> Judged:
    """Return the decisions that the verdicts make.

    Raises `Problems` with everything at once; fields ``verdicts.N.name`` (N from 0): ``credits.*``,
    ``decision.line_missing``, ``decision.line_unknown``, ``decision.line_twice``, ``decision.result``,
    ``decision.no_credits``, ``decision.refused_with_credits``, ``decision.reason_needed``,
    ``decision.reason_unknown``, ``decision.target_unknown``, ``decision.target_excluded``,
    ``decision.above_target`` (most).
    """
    found = _check_cover(verdicts, bench)
    decided: list[DecidedLine] = []
    for place, verdict in enumerate(verdicts):
        if verdict.line not in bench.suggestions:
            continue
        try:
            decided.append(DecidedLine(verdict.line, _decision(verdict, bench)))
        except Problems as stopped:
            found.extend(problem.within(f"verdicts.{place}") for problem in stopped.problems)
    if found:
        raise Problems(found)
    reasons: dict[str, str] = {
        verdict.line: verdict.reason_text.strip() for verdict in verdicts if verdict.reason_text
    }
    explanations: dict[str, str] = {
        line: view.explanation for line, view in bench.suggestions.items() if view.explanation
    }
    return Judged(tuple(decided), DecisionTexts(reasons, explanations))


def departs(verdict: LineVerdict, suggestion: SuggestionView, credit_value: Decimal) -> bool:
    """Return whether a verdict is another than the rules suggest."""
    if not suggestion.fits:
        return verdict.result.gives_credit
    least, most = suggestion.least_credits, suggestion.most_credits
    if suggestion.needs_judgement and least is not None and most is not None:
        return not verdict.result.gives_credit or not least <= credit_value <= most
    return (
        verdict.result is not LineResult.RECOGNISED
        or credit_value != suggestion.credits
        or verdict.target != suggestion.target
    )


def as_suggested(suggestion: SuggestionView) -> LineVerdict:
    """Return the verdict that follows the rules: their value, or a refusal where none fits."""
    if not suggestion.fits:
        return LineVerdict(
            suggestion.line, LineResult.NOT_RECOGNISED, reason_codes=refusal_reasons(suggestion)
        )
    return LineVerdict(
        line=suggestion.line,
        result=LineResult.RECOGNISED,
        credits=format_credits(suggestion.credits),
        target=suggestion.target,
        grade_text=suggestion.grade_text,
        counts_for_gpa=suggestion.counts_for_gpa,
    )


def refusal_reasons(suggestion: SuggestionView) -> tuple[str, ...]:
    """Return the reasons of the phrase book for what the rules noticed, "no_rule" if they say nothing."""
    codes = (_REASON_OF_FINDING.get(code, code) for code in suggestion.findings)
    found = tuple(dict.fromkeys(code for code in codes if code in REFUSAL_REASONS))
    more = tuple(code for code in found if code != "no_rule")
    return more or ("no_rule",)


def _check_cover(verdicts: Sequence[LineVerdict], bench: Bench) -> list[Problem]:
    lines = [verdict.line for verdict in verdicts]
    wanted = [line.line for line in bench.lines]
    found = [
        Problem("decision.line_missing", "verdicts", {"line": line}) for line in wanted if line not in lines
    ]
    for place, line in enumerate(lines):
        if line not in wanted:
            found.append(Problem("decision.line_unknown", f"verdicts.{place}.line"))
        elif line in lines[:place]:
            found.append(Problem("decision.line_twice", f"verdicts.{place}.line"))
    return found


def _decision(verdict: LineVerdict, bench: Bench) -> LineDecision:
    suggestion = bench.suggestions[verdict.line]
    value, found = _credits(verdict, suggestion, bench.step)
    found.extend(_check_result(verdict, value))
    found.extend(_check_target(verdict, suggestion, value, bench.programme))
    if value is not None:
        found.extend(_check_reasons(verdict, suggestion, value, bench))
    for field, text in (("reason_text", verdict.reason_text), ("grade_text", verdict.grade_text)):
        try:
            read_text(text, field, LONGEST_LONG_TEXT)
        except Problems as stopped:
            found.extend(stopped.problems)
    if found or value is None:
        raise Problems(found)
    limit = bench.second_opinion_above
    return LineDecision(
        result=verdict.result,
        credits=value,
        computed_credits=suggestion.credits,
        target=verdict.target,
        grade_text=verdict.grade_text.strip(),
        counts_for_gpa=verdict.counts_for_gpa,
        rule=suggestion.rule,
        needs_second_opinion=verdict.result.gives_credit
        and (suggestion.needs_second_opinion or (limit is not None and value > limit)),
        reason_codes=verdict.reason_codes,
    )


def _credits(
    verdict: LineVerdict, suggestion: SuggestionView, step: Decimal
) -> tuple[Decimal | None, list[Problem]]:
    if suggestion.credits % step != ZERO:
        step = _FINEST  # what the rules themselves suggest can always be accepted
    try:
        return parse_credits(verdict.credits.strip() or "0", "credits", step), []
    except Problems as stopped:
        return None, list(stopped.problems)


def _check_result(verdict: LineVerdict, value: Decimal | None) -> list[Problem]:
    if verdict.result is LineResult.WITHDRAWN:
        return [Problem("decision.result", "result")]
    if value is None:
        return []
    if verdict.result.gives_credit and value == ZERO:
        return [Problem("decision.no_credits", "credits")]
    if not verdict.result.gives_credit and value != ZERO:
        return [Problem("decision.refused_with_credits", "credits")]
    return []


def _check_target(
    verdict: LineVerdict, suggestion: SuggestionView, value: Decimal | None, programme: ProgrammeView | None
) -> list[Problem]:
    if not verdict.result.gives_credit or verdict.target.kind is TargetKind.FREE or programme is None:
        return []
    course = programme.course(verdict.target.code)
    if course is None:
        return [Problem("decision.target_unknown", "target", {"target": verdict.target.code})]
    found = []
    if course.excluded and verdict.target != suggestion.target:
        found.append(Problem("decision.target_excluded", "target", {"target": verdict.target.code}))
    if value is not None and course.kind is TargetKind.COURSE and value > course.credits:
        params = {"most": format_credits(course.credits), "target": verdict.target.code}
        found.append(Problem("decision.above_target", "credits", params))
    return found


def _check_reasons(
    verdict: LineVerdict, suggestion: SuggestionView, value: Decimal, bench: Bench
) -> list[Problem]:
    unknown = [code for code in verdict.reason_codes if code not in bench.reasons]
    if unknown:
        return [Problem("decision.reason_unknown", "reason_codes", {"reason": unknown[0]})]
    if verdict.result is LineResult.NOT_RECOGNISED:
        if not bench.refusals & set(verdict.reason_codes):
            return [Problem("decision.reason_needed", "reason_codes")]
        return []
    if departs(verdict, suggestion, value) and not verdict.reason_codes:
        return [Problem("decision.reason_needed", "reason_codes")]
    return []
