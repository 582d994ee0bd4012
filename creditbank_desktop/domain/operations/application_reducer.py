"""How each act changes an application."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from creditbank_desktop.domain.applications import Application, Deed, OutcomeLine, check_four_eyes
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import OperationId
from creditbank_desktop.domain.ledger import EntryKind, LedgerEntry
from creditbank_desktop.domain.operations import application_bodies as bodies
from creditbank_desktop.domain.operations.application_acts import Change, Changing, act_of
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.intake_acts import INTAKE_CHANGES
from creditbank_desktop.domain.operations.judging_acts import JUDGING_CHANGES
from creditbank_desktop.domain.operations.result_acts import RESULT_CHANGES
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.states import ACT_RULES, UNDOABLE, Act, State, check_move, check_roles


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
    return _with_deed(application, operation, Act.RECEIVE, Change(application, State.RECEIVED), State.DRAFT)


def change_application(
    application: Application, operation: Operation, body: bodies.ApplicationBody, roles: Iterable[Role]
) -> Application:
    """Return the application after the act; raise `Refused` for a wrong state, a missing role or a breach of
    four eyes.
    """
    act = act_of(body)
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
    return _with_deed(application, operation, Act.POST, Change(application, State.POSTED), before)


def _with_deed(
    application: Application, operation: Operation, act: Act, change: Change, before: State
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


def _undo(application: Application, operation: Operation) -> Change:
    body = cast(bodies.ActUndone, operation.body)
    last = _own_last(application, operation, body.undone)
    if last.act is Act.WITHDRAW_LINE:
        # Which outcome it was stands in no deed: `LineRestored` names it.
        raise Refused("undo.not_last", operation=body.undone)
    restored = _restored(_without(application, last), last)
    return Change(restored, last.before, note=last.act.value)


def _restore_line(application: Application, operation: Operation) -> Change:
    body = cast(bodies.LineRestored, operation.body)
    last = _own_last(application, operation, body.undone)
    line = application.line(body.line)
    if last.act is not Act.WITHDRAW_LINE or not line.withdrawn:
        raise Refused("undo.not_last", operation=body.undone)
    restored = _without(application, last).with_line(replace(line, withdrawn=False))
    return Change(restored, last.before, note=last.act.value)


def _own_last(application: Application, operation: Operation, undone: OperationId) -> Deed:
    """Return the deed that ``undone`` is, if it is the last one that its author may take back."""
    last = application.last_undoable()
    if last is None or last.operation != undone or last.act not in UNDOABLE:
        raise Refused("undo.not_last", operation=undone)
    if last.person != operation.header.person:
        raise Refused("undo.other_person", operation=undone)
    return last


def _without(application: Application, last: Deed) -> Application:
    deeds = tuple(
        replace(deed, undone=True) if deed.operation == last.operation else deed for deed in application.deeds
    )
    return replace(application, deeds=deeds)


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


_CHANGES: Mapping[type, Changing] = MappingProxyType(
    {
        **INTAKE_CHANGES,
        **JUDGING_CHANGES,
        **RESULT_CHANGES,
        bodies.ActUndone: _undo,
        bodies.LineRestored: _restore_line,
    }
)
