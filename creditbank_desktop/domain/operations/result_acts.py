"""How publicity, delivery, appeal and what follows them change an application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from creditbank_desktop.domain.applications import Application, overall_result
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.operations import application_bodies as bodies
from creditbank_desktop.domain.operations.application_acts import Change, Changing, note_of
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.judging_acts import decisions_of, with_decisions
from creditbank_desktop.domain.states import Act, State


def _publish(application: Application, operation: Operation) -> Change:
    body = cast(bodies.PublicityOpened, operation.body)
    if body.to_on < body.from_on:
        raise Refused("publicity.ends_before_start")
    shown = replace(application, publicity_from=body.from_on, publicity_to=body.to_on)
    return Change(shown, State.PUBLICITY)


def _file_objection(application: Application, operation: Operation) -> Change:
    body = cast(bodies.ObjectionFiled, operation.body)
    return Change(application, State.OBJECTION, body.reason, note_of(operation))


def _settle_objection(application: Application, operation: Operation) -> Change:
    body = cast(bodies.ObjectionSettled, operation.body)
    if body.upheld:
        return Change(
            replace(application, resume_to=State.EVALUATION), State.RETURNED, "objection", note_of(operation)
        )
    return Change(application, State.PUBLICITY, note=note_of(operation))


def _end_publicity(application: Application, operation: Operation) -> Change:
    if application.publicity_to is not None and operation.header.on <= application.publicity_to:
        raise Refused("publicity.not_over", to_on=application.publicity_to.isoformat())
    return Change(application, overall_result(application))


def _notify(application: Application, operation: Operation) -> Change:
    body = cast(bodies.ResultDelivered, operation.body)
    delivered = replace(application, delivered_on=body.delivered_on, delivered_how=body.how)
    return Change(delivered, State.NOTIFIED)


def _file_appeal(application: Application, operation: Operation) -> Change:
    return Change(replace(application, resume_to=application.state), State.APPEAL, note=note_of(operation))


def _decide_appeal(application: Application, operation: Operation) -> Change:
    body = cast(bodies.AppealDecided, operation.body)
    back = application.resume_to or State.NOTIFIED
    if body.outcome is bodies.AppealOutcome.SENT_BACK:
        return Change(replace(application, resume_to=State.EVALUATION), State.RETURNED, body.outcome.value)
    if body.outcome is bodies.AppealOutcome.VARIED:
        application = with_decisions(application, decisions_of(operation, body.lines))
        overall_result(application)
    return Change(replace(application, resume_to=None), back, body.outcome.value)


def _archive(application: Application, operation: Operation) -> Change:
    gives_credit = any(line.result and line.result.gives_credit for line in application.live_lines)
    if application.state is State.NOTIFIED and gives_credit:
        raise Refused("application.not_posted", application=application.application)
    return Change(application, State.ARCHIVED)


def _revoke(application: Application, operation: Operation) -> Change:
    body = cast(bodies.ApplicationRevoked, operation.body)
    if not body.reason:
        raise Refused("reason.missing", act=Act.REVOKE.value)
    return Change(application, State.REVOKED, body.reason, note_of(operation))


RESULT_CHANGES: Mapping[type, Changing] = MappingProxyType(
    {
        bodies.PublicityOpened: _publish,
        bodies.ObjectionFiled: _file_objection,
        bodies.ObjectionSettled: _settle_objection,
        bodies.PublicityEnded: _end_publicity,
        bodies.ResultDelivered: _notify,
        bodies.AppealFiled: _file_appeal,
        bodies.AppealDecided: _decide_appeal,
        bodies.ApplicationArchived: _archive,
        bodies.ApplicationRevoked: _revoke,
    }
)
