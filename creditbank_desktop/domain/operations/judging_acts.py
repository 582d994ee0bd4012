"""How the acts of evaluators, panel and signatories change an application."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from creditbank_desktop.domain.applications import Application, overall_result
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import LineDecision, LineResult
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.operations import application_bodies as bodies
from creditbank_desktop.domain.operations.application_acts import Change, Changing, act_of, note_of
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.states import JUDGING, Act, State

PANEL_SIZE = 3


def decisions_of(operation: Operation, lines: Iterable[bodies.DecidedLine]) -> dict[LineId, LineDecision]:
    """Return the decisions of an operation by line, with their sealed texts and the day."""
    texts = cast("bodies.DecisionTexts | None", operation.personal) or bodies.DecisionTexts()
    return {
        line.line: replace(
            line.decision,
            reason_text=texts.reason_texts.get(line.line, ""),
            explanation=texts.explanations.get(line.line, ""),
            decided_on=operation.header.on,
        )
        for line in lines
    }


def with_decisions(application: Application, decisions: Mapping[LineId, LineDecision]) -> Application:
    """Return the application with these decisions on its lines.

    Raises `Refused` for a withdrawn line, credits on a refusal or a recognition without credits.
    """
    for line, decision in decisions.items():
        found = application.line(line)
        if found.withdrawn:
            raise Refused("application.line_withdrawn", line=line)
        if decision.result is LineResult.NOT_RECOGNISED and decision.credits != ZERO:
            raise Refused("decision.refused_with_credits", line=line)
        if decision.result.gives_credit and decision.credits <= ZERO:
            # The ledger has no movement of nothing: such a line could never be posted.
            raise Refused("decision.no_credits", line=line)
        application = application.with_line(replace(found, decision=decision))
    return application


def _evaluate(application: Application, operation: Operation) -> Change:
    body = cast(bodies.LinesEvaluated, operation.body)
    if application.state is State.RETURNED and application.resume_to is not State.EVALUATION:
        raise Refused("application.wrong_state", act=Act.EVALUATE.value, state=application.state.value)
    decided = with_decisions(application, decisions_of(operation, body.lines))
    decided = replace(
        decided, resume_to=None, lines=tuple(replace(line, second=None) for line in decided.lines)
    )
    overall_result(decided)
    needs_second = any(line.decision and line.decision.needs_second_opinion for line in decided.live_lines)
    return Change(decided, State.PANEL if needs_second else State.SIGN_OFF)


def _evaluate_second(application: Application, operation: Operation) -> Change:
    body = cast(bodies.LinesEvaluatedAgain, operation.body)
    agreed = True
    for line, second in decisions_of(operation, body.lines).items():
        found = application.line(line)
        first = found.decision
        agreed = agreed and first is not None and _agree(first, second)
        application = application.with_line(replace(found, second=second))
    for found in application.live_lines:
        if found.decision and found.decision.needs_second_opinion and found.second is None:
            raise Refused("decision.second_missing", line=found.line)
    return Change(application, State.SIGN_OFF if agreed else State.PANEL)


def _agree(first: LineDecision, second: LineDecision) -> bool:
    return (first.result, first.credits, first.target) == (second.result, second.credits, second.target)


def _decide_panel(application: Application, operation: Operation) -> Change:
    body = cast(bodies.PanelDecided, operation.body)
    if len(set(body.members)) < PANEL_SIZE:
        raise Refused("panel.too_small", needed=PANEL_SIZE)
    decided = with_decisions(application, decisions_of(operation, body.lines))
    overall_result(decided)
    return Change(decided, State.SIGN_OFF, note=body.minutes_number)


def _sign(application: Application, operation: Operation) -> Change:
    act = act_of(cast(bodies.ApplicationBody, operation.body))
    signed = _signatures_since_decision(application)
    if act in signed:
        raise Refused("application.signed_before", act=act.value)
    complete = signed | {act} == {Act.SIGN_HEAD, Act.SIGN_DEAN}
    return Change(application, State.ACADEMIC_OFFICE if complete else State.SIGN_OFF)


def _signatures_since_decision(application: Application) -> set[Act]:
    signed: set[Act] = set()
    for deed in application.standing_deeds:
        if deed.act in (Act.SIGN_HEAD, Act.SIGN_DEAN):
            signed.add(deed.act)
        elif deed.act in JUDGING or deed.act is Act.RETURN:
            signed.clear()
    return signed


def _approve(application: Application, operation: Operation) -> Change:
    refused = overall_result(application) is State.NOT_RECOGNISED
    return Change(application, State.NOT_RECOGNISED if refused else State.PROPOSED)


def _return(application: Application, operation: Operation) -> Change:
    body = cast(bodies.ApplicationReturned, operation.body)
    if body.to not in (State.MATERIAL_REVIEW, State.EVALUATION):
        raise Refused("application.wrong_state", act=Act.RETURN.value, state=body.to.value)
    if not body.reason:
        raise Refused("reason.missing", act=Act.RETURN.value)
    return Change(replace(application, resume_to=body.to), State.RETURNED, body.reason, note_of(operation))


JUDGING_CHANGES: Mapping[type, Changing] = MappingProxyType(
    {
        bodies.LinesEvaluated: _evaluate,
        bodies.LinesEvaluatedAgain: _evaluate_second,
        bodies.PanelDecided: _decide_panel,
        bodies.ApplicationSigned: _sign,
        bodies.ApplicationApproved: _approve,
        bodies.ApplicationReturned: _return,
    }
)
