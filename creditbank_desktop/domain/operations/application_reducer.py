"""How each act changes an application."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import cast

from creditbank_desktop.domain.applications import (
    Application,
    Deed,
    OutcomeLine,
    check_four_eyes,
    overall_result,
)
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.decisions import LineDecision, LineResult
from creditbank_desktop.domain.evidence import OriginalComparison
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.ledger import EntryKind, LedgerEntry
from creditbank_desktop.domain.operations import application_bodies as bodies
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import ACT_RULES, JUDGING, UNDOABLE, Act, State, check_move, check_roles

PANEL_SIZE = 3


@dataclass(frozen=True, slots=True)
class _Change:
    """The fields that an act changes and the state it leads to (None: it stays)."""

    application: Application
    state: State | None = None
    reason: str = ""
    note: str = ""


def open_application(
    operation: Operation, body: bodies.ApplicationReceived, roles: Iterable[Role]
) -> Application:
    """Return the application that was taken in; raise `Refused` if it has no line or the person may not
    receive.
    """
    check_roles(Act.RECEIVE, frozenset(roles))
    if not body.lines or len({line.line for line in body.lines}) != len(body.lines):
        raise Refused("application.no_lines")
    personal = cast("bodies.ReceivedPersonal | None", operation.personal)
    outcomes = {} if personal is None else personal.outcomes
    lines = tuple(
        OutcomeLine(line.line, line.type, outcomes.get(line.line), line.requested) for line in body.lines
    )
    header = operation.header
    application = Application(
        application=body.application,
        learner=body.learner,
        office=header.office,
        programme=body.programme,
        receipt_number=body.receipt_number,
        state=State.RECEIVED,
        received_on=header.on,
        entered_on=header.on,
        promised_on=body.promised_on,
        lines=lines,
        evidence=() if personal is None else personal.evidence,
        proxy=None if personal is None else personal.proxy,
        note="" if personal is None else personal.note,
        revision=0,
    )
    return _with_deed(application, operation, Act.RECEIVE, _Change(application, State.RECEIVED), State.DRAFT)


def change_application(
    application: Application, operation: Operation, body: bodies.ApplicationBody, roles: Iterable[Role]
) -> Application:
    """Return the application after the act; raise `Refused` for a wrong state, a missing role or a breach of
    four eyes.
    """
    act = _act_of(body)
    check_roles(act, frozenset(roles))
    check_move(act, application.state)
    check_four_eyes(application, act, operation.header.person)
    change = _CHANGES[type(body)](application, operation)
    if change.state is not None and change.state not in ACT_RULES[act].to:
        raise Refused("application.wrong_state", act=act.value, state=change.state.value)
    return _with_deed(change.application, operation, act, change, application.state)


def post_lines(application: Application, operation: Operation, entries: Iterable[LedgerEntry]) -> Application:
    """Return the application after the server posted or reversed entries of its lines.

    The file is posted when every line that gives credit has its entry; during an appeal it stays there and
    goes on to posted.
    """
    reversing = False
    for entry in entries:
        if entry.line is not None and entry.kind is EntryKind.DEPOSIT:
            application = application.with_line(replace(application.line(entry.line), entry=entry.entry))
        reversing = reversing or entry.kind is EntryKind.REVERSE
    open_lines = [
        line
        for line in application.live_lines
        if line.result and line.result.gives_credit and line.entry is None
    ]
    if reversing or open_lines:
        return replace(application, revision=application.revision + 1)
    check_move(Act.POST, application.state)
    before = application.state
    if before is State.APPEAL:
        return replace(application, resume_to=State.POSTED, revision=application.revision + 1)
    return _with_deed(application, operation, Act.POST, _Change(application, State.POSTED), before)


def _with_deed(
    application: Application, operation: Operation, act: Act, change: _Change, before: State
) -> Application:
    header = operation.header
    after = change.state or application.state
    deed = Deed(
        header.operation,
        act,
        header.person,
        header.device,
        header.at,
        before,
        after,
        change.reason,
        change.note,
    )
    return replace(
        application,
        state=after,
        entered_on=application.entered_on if after is before else header.on,
        deeds=(*application.deeds, deed),
        revision=application.revision + 1,
    )


def _act_of(body: bodies.ApplicationBody) -> Act:
    if isinstance(body, bodies.ApplicationSigned):
        return Act.SIGN_HEAD if body.stage is bodies.SignStage.HEAD else Act.SIGN_DEAN
    return _ACTS[type(body)]


def _note(operation: Operation) -> str:
    return operation.personal.text if isinstance(operation.personal, bodies.Note) else ""


def _add_evidence(application: Application, operation: Operation) -> _Change:
    added = cast("bodies.EvidenceList | None", operation.personal)
    if added is None:
        return _Change(application)
    return _Change(replace(application, evidence=(*application.evidence, *added.evidence)), note=added.note)


def _accept(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.ApplicationAccepted, operation.body)
    if application.accepted_on is not None:
        # Asked for a supplement before acceptance was recorded twice: the first rule set stays frozen.
        return _Change(application, State.ACCEPTED)
    accepted = replace(application, accepted_on=operation.header.on, rule_set=body.rule_set)
    return _Change(accepted, State.ACCEPTED, "silent" if body.silent else "")


def _not_accept(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.ApplicationNotAccepted, operation.body)
    return _Change(application, State.NOT_ACCEPTED, body.reason, _note(operation))


def _request_supplement(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.SupplementRequested, operation.body)
    if not body.missing:
        raise Refused("supplement.nothing_missing")
    waiting = replace(
        application,
        missing=body.missing,
        supplement_due_on=body.due_on,
        supplement_extended=False,
        resume_to=application.state,
    )
    return _Change(waiting, State.SUPPLEMENT, note=_note(operation))


def _extend_supplement(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.SupplementExtended, operation.body)
    if application.supplement_extended:
        raise Refused("supplement.extended_before")
    if application.supplement_due_on is not None and body.due_on <= application.supplement_due_on:
        raise Refused("supplement.not_later")
    extended = replace(application, supplement_due_on=body.due_on, supplement_extended=True)
    return _Change(extended, reason=body.reason)


def _supplement(application: Application, operation: Operation) -> _Change:
    change = _add_evidence(application, operation)
    resumed = replace(change.application, missing=(), supplement_due_on=None, resume_to=None)
    return _Change(resumed, application.resume_to or State.RECEIVED, note=change.note)


def _lapse(application: Application, operation: Operation) -> _Change:
    if application.supplement_due_on is not None and operation.header.on <= application.supplement_due_on:
        raise Refused("supplement.not_due", due_on=application.supplement_due_on.isoformat())
    return _Change(application, State.LAPSED)


def _start_review(application: Application, operation: Operation) -> _Change:
    return _Change(application, State.MATERIAL_REVIEW)


def _review_materials(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.MaterialsReviewed, operation.body)
    if application.state is State.RETURNED and application.resume_to is not State.MATERIAL_REVIEW:
        raise Refused(
            "application.wrong_state", act=Act.REVIEW_MATERIALS.value, state=application.state.value
        )
    known = {evidence.evidence for evidence in application.evidence}
    unknown = set(body.compared) - known
    if unknown and application.evidence:
        raise Refused("evidence.unknown", evidence=min(unknown))
    header = operation.header
    compared = tuple(OriginalComparison(item, header.person, header.at) for item in body.compared)
    reviewed = replace(application, compared=(*application.compared, *compared), resume_to=None)
    return _Change(reviewed, State.EVALUATION, note=_note(operation))


def _decided(operation: Operation, lines: Iterable[bodies.DecidedLine]) -> dict[LineId, LineDecision]:
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


def _with_decisions(application: Application, decisions: Mapping[LineId, LineDecision]) -> Application:
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


def _evaluate(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.LinesEvaluated, operation.body)
    if application.state is State.RETURNED and application.resume_to is not State.EVALUATION:
        raise Refused("application.wrong_state", act=Act.EVALUATE.value, state=application.state.value)
    decided = _with_decisions(application, _decided(operation, body.lines))
    decided = replace(
        decided, resume_to=None, lines=tuple(replace(line, second=None) for line in decided.lines)
    )
    overall_result(decided)
    needs_second = any(line.decision and line.decision.needs_second_opinion for line in decided.live_lines)
    return _Change(decided, State.PANEL if needs_second else State.SIGN_OFF)


def _evaluate_second(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.LinesEvaluatedAgain, operation.body)
    agreed = True
    for line, second in _decided(operation, body.lines).items():
        found = application.line(line)
        first = found.decision
        agreed = agreed and first is not None and _agree(first, second)
        application = application.with_line(replace(found, second=second))
    for found in application.live_lines:
        if found.decision and found.decision.needs_second_opinion and found.second is None:
            raise Refused("decision.second_missing", line=found.line)
    return _Change(application, State.SIGN_OFF if agreed else State.PANEL)


def _agree(first: LineDecision, second: LineDecision) -> bool:
    return (first.result, first.credits, first.target) == (second.result, second.credits, second.target)


def _decide_panel(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.PanelDecided, operation.body)
    if len(set(body.members)) < PANEL_SIZE:
        raise Refused("panel.too_small", needed=PANEL_SIZE)
    decided = _with_decisions(application, _decided(operation, body.lines))
    overall_result(decided)
    return _Change(decided, State.SIGN_OFF, note=body.minutes_number)


def _sign(application: Application, operation: Operation) -> _Change:
    act = _act_of(cast(bodies.ApplicationBody, operation.body))
    signed = _signatures_since_decision(application)
    if act in signed:
        raise Refused("application.signed_before", act=act.value)
    complete = signed | {act} == {Act.SIGN_HEAD, Act.SIGN_DEAN}
    return _Change(application, State.ACADEMIC_OFFICE if complete else State.SIGN_OFF)


def _signatures_since_decision(application: Application) -> set[Act]:
    signed: set[Act] = set()
    for deed in application.standing_deeds:
        if deed.act in (Act.SIGN_HEAD, Act.SIGN_DEAN):
            signed.add(deed.act)
        elif deed.act in JUDGING or deed.act is Act.RETURN:
            signed.clear()
    return signed


def _approve(application: Application, operation: Operation) -> _Change:
    refused = overall_result(application) is State.NOT_RECOGNISED
    return _Change(application, State.NOT_RECOGNISED if refused else State.PROPOSED)


def _return(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.ApplicationReturned, operation.body)
    if body.to not in (State.MATERIAL_REVIEW, State.EVALUATION):
        raise Refused("application.wrong_state", act=Act.RETURN.value, state=body.to.value)
    if not body.reason:
        raise Refused("reason.missing", act=Act.RETURN.value)
    return _Change(replace(application, resume_to=body.to), State.RETURNED, body.reason, _note(operation))


def _publish(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.PublicityOpened, operation.body)
    if body.to_on < body.from_on:
        raise Refused("publicity.ends_before_start")
    shown = replace(application, publicity_from=body.from_on, publicity_to=body.to_on)
    return _Change(shown, State.PUBLICITY)


def _file_objection(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.ObjectionFiled, operation.body)
    return _Change(application, State.OBJECTION, body.reason, _note(operation))


def _settle_objection(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.ObjectionSettled, operation.body)
    if body.upheld:
        return _Change(
            replace(application, resume_to=State.EVALUATION), State.RETURNED, "objection", _note(operation)
        )
    return _Change(application, State.PUBLICITY, note=_note(operation))


def _end_publicity(application: Application, operation: Operation) -> _Change:
    if application.publicity_to is not None and operation.header.on <= application.publicity_to:
        raise Refused("publicity.not_over", to_on=application.publicity_to.isoformat())
    return _Change(application, overall_result(application))


def _notify(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.ResultDelivered, operation.body)
    delivered = replace(application, delivered_on=body.delivered_on, delivered_how=body.how)
    return _Change(delivered, State.NOTIFIED)


def _file_appeal(application: Application, operation: Operation) -> _Change:
    return _Change(replace(application, resume_to=application.state), State.APPEAL, note=_note(operation))


def _decide_appeal(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.AppealDecided, operation.body)
    back = application.resume_to or State.NOTIFIED
    if body.outcome is bodies.AppealOutcome.SENT_BACK:
        return _Change(replace(application, resume_to=State.EVALUATION), State.RETURNED, body.outcome.value)
    if body.outcome is bodies.AppealOutcome.VARIED:
        application = _with_decisions(application, _decided(operation, body.lines))
        overall_result(application)
    return _Change(replace(application, resume_to=None), back, body.outcome.value)


def _archive(application: Application, operation: Operation) -> _Change:
    gives_credit = any(line.result and line.result.gives_credit for line in application.live_lines)
    if application.state is State.NOTIFIED and gives_credit:
        raise Refused("application.not_posted", application=application.application)
    return _Change(application, State.ARCHIVED)


def _withdraw(application: Application, operation: Operation) -> _Change:
    return _Change(application, State.WITHDRAWN, note=_note(operation))


def _withdraw_line(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.LineWithdrawn, operation.body)
    line = application.line(body.line)
    if line.withdrawn or len(application.live_lines) == 1:
        raise Refused("application.last_line", line=body.line)
    return _Change(application.with_line(replace(line, withdrawn=True)))


def _revoke(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.ApplicationRevoked, operation.body)
    if not body.reason:
        raise Refused("reason.missing", act=Act.REVOKE.value)
    return _Change(application, State.REVOKED, body.reason, _note(operation))


def _undo(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.ActUndone, operation.body)
    last = application.last_undoable()
    if last is None or last.operation != body.undone or last.act not in UNDOABLE:
        raise Refused("undo.not_last", operation=body.undone)
    if last.person != operation.header.person:
        raise Refused("undo.other_person", operation=body.undone)
    deeds = tuple(
        replace(deed, undone=True) if deed.operation == last.operation else deed for deed in application.deeds
    )
    restored = _restored(replace(application, deeds=deeds), last)
    return _Change(restored, last.before, note=last.act.value)


def _restored(application: Application, last: Deed) -> Application:
    """Return the application without what the undone act had set; a returned file waits where it was sent."""
    returned = last.before is State.RETURNED
    match last.act:
        case Act.ACCEPT:
            return replace(application, accepted_on=None, rule_set=None)
        case Act.REQUEST_SUPPLEMENT:
            return replace(application, missing=(), supplement_due_on=None, resume_to=None)
        case Act.REVIEW_MATERIALS:
            by_last = (last.at, last.person)
            kept = tuple(item for item in application.compared if (item.at, item.person) != by_last)
            resume_to = State.MATERIAL_REVIEW if returned else None
            return replace(application, compared=kept, resume_to=resume_to)
        case Act.EVALUATE:
            lines = tuple(replace(line, decision=None, second=None) for line in application.lines)
            return replace(application, lines=lines, resume_to=State.EVALUATION if returned else None)
        case Act.EVALUATE_SECOND:
            return replace(application, lines=tuple(replace(line, second=None) for line in application.lines))
        case _:
            return application


def _move_promise(application: Application, operation: Operation) -> _Change:
    body = cast(bodies.PromiseMoved, operation.body)
    moved = replace(application, promised_on=body.promised_on)
    return _Change(moved, reason=body.reason, note=_note(operation))


_ACTS: Mapping[type, Act] = MappingProxyType(
    {
        bodies.EvidenceAdded: Act.ADD_EVIDENCE,
        bodies.ApplicationAccepted: Act.ACCEPT,
        bodies.ApplicationNotAccepted: Act.NOT_ACCEPT,
        bodies.SupplementRequested: Act.REQUEST_SUPPLEMENT,
        bodies.SupplementExtended: Act.EXTEND_SUPPLEMENT,
        bodies.ApplicationSupplemented: Act.SUPPLEMENT,
        bodies.ApplicationLapsed: Act.LAPSE,
        bodies.ReviewStarted: Act.START_REVIEW,
        bodies.MaterialsReviewed: Act.REVIEW_MATERIALS,
        bodies.LinesEvaluated: Act.EVALUATE,
        bodies.LinesEvaluatedAgain: Act.EVALUATE_SECOND,
        bodies.PanelDecided: Act.DECIDE_PANEL,
        bodies.ApplicationApproved: Act.APPROVE,
        bodies.ApplicationReturned: Act.RETURN,
        bodies.PublicityOpened: Act.PUBLISH,
        bodies.ObjectionFiled: Act.FILE_OBJECTION,
        bodies.ObjectionSettled: Act.SETTLE_OBJECTION,
        bodies.PublicityEnded: Act.END_PUBLICITY,
        bodies.ResultDelivered: Act.NOTIFY,
        bodies.AppealFiled: Act.FILE_APPEAL,
        bodies.AppealDecided: Act.DECIDE_APPEAL,
        bodies.ApplicationArchived: Act.ARCHIVE,
        bodies.ApplicationWithdrawn: Act.WITHDRAW,
        bodies.LineWithdrawn: Act.WITHDRAW_LINE,
        bodies.ApplicationRevoked: Act.REVOKE,
        bodies.ActUndone: Act.UNDO,
        bodies.PromiseMoved: Act.MOVE_PROMISE,
    }
)

_CHANGES: Mapping[type, Callable[[Application, Operation], _Change]] = MappingProxyType(
    {
        bodies.EvidenceAdded: _add_evidence,
        bodies.ApplicationAccepted: _accept,
        bodies.ApplicationNotAccepted: _not_accept,
        bodies.SupplementRequested: _request_supplement,
        bodies.SupplementExtended: _extend_supplement,
        bodies.ApplicationSupplemented: _supplement,
        bodies.ApplicationLapsed: _lapse,
        bodies.ReviewStarted: _start_review,
        bodies.MaterialsReviewed: _review_materials,
        bodies.LinesEvaluated: _evaluate,
        bodies.LinesEvaluatedAgain: _evaluate_second,
        bodies.PanelDecided: _decide_panel,
        bodies.ApplicationSigned: _sign,
        bodies.ApplicationApproved: _approve,
        bodies.ApplicationReturned: _return,
        bodies.PublicityOpened: _publish,
        bodies.ObjectionFiled: _file_objection,
        bodies.ObjectionSettled: _settle_objection,
        bodies.PublicityEnded: _end_publicity,
        bodies.ResultDelivered: _notify,
        bodies.AppealFiled: _file_appeal,
        bodies.AppealDecided: _decide_appeal,
        bodies.ApplicationArchived: _archive,
        bodies.ApplicationWithdrawn: _withdraw,
        bodies.LineWithdrawn: _withdraw_line,
        bodies.ApplicationRevoked: _revoke,
        bodies.ActUndone: _undo,
        bodies.PromiseMoved: _move_promise,
    }
)
