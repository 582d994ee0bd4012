"""How the acts of counter and material review change an application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.evidence import OriginalComparison
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import EvidenceId
from creditbank_desktop.domain.operations import application_bodies as bodies
from creditbank_desktop.domain.operations.application_acts import Change, Changing, note_of
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.states import Act, State


def _add_evidence(application: Application, operation: Operation) -> Change:
    added = cast("bodies.EvidenceList | None", operation.personal)
    if added is None:
        return Change(application)
    return Change(replace(application, evidence=(*application.evidence, *added.evidence)), note=added.note)


def _accept(application: Application, operation: Operation) -> Change:
    body = cast(bodies.ApplicationAccepted, operation.body)
    if application.accepted_on is not None:
        # Asked for a supplement before acceptance was recorded twice: the first rule set stays frozen.
        return Change(application, State.ACCEPTED)
    accepted = replace(application, accepted_on=operation.header.on, rule_set=body.rule_set)
    return Change(accepted, State.ACCEPTED, "silent" if body.silent else "")


def _not_accept(application: Application, operation: Operation) -> Change:
    body = cast(bodies.ApplicationNotAccepted, operation.body)
    return Change(application, State.NOT_ACCEPTED, body.reason, note_of(operation))


def _request_supplement(application: Application, operation: Operation) -> Change:
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
    return Change(waiting, State.SUPPLEMENT, note=note_of(operation))


def _extend_supplement(application: Application, operation: Operation) -> Change:
    body = cast(bodies.SupplementExtended, operation.body)
    if application.supplement_extended:
        raise Refused("supplement.extended_before")
    if application.supplement_due_on is not None and body.due_on <= application.supplement_due_on:
        raise Refused("supplement.not_later")
    extended = replace(application, supplement_due_on=body.due_on, supplement_extended=True)
    return Change(extended, reason=body.reason)


def _supplement(application: Application, operation: Operation) -> Change:
    change = _add_evidence(application, operation)
    resumed = replace(change.application, missing=(), supplement_due_on=None, resume_to=None)
    return Change(resumed, application.resume_to or State.RECEIVED, note=change.note)


def _supplement_partly(application: Application, operation: Operation) -> Change:
    body = cast(bodies.ApplicationPartlySupplemented, operation.body)
    if not body.still_missing:
        raise Refused("supplement.nothing_missing")
    if any(item not in application.missing for item in body.still_missing):
        raise Refused("supplement.not_asked")
    change = _add_evidence(application, operation)
    return Change(replace(change.application, missing=body.still_missing), note=change.note)


def _lapse(application: Application, operation: Operation) -> Change:
    if application.supplement_due_on is not None and operation.header.on <= application.supplement_due_on:
        raise Refused("supplement.not_due", due_on=application.supplement_due_on.isoformat())
    return Change(application, State.LAPSED)


def _start_review(application: Application, operation: Operation) -> Change:
    return Change(application, State.MATERIAL_REVIEW)


def _review_materials(application: Application, operation: Operation) -> Change:
    body = cast(bodies.MaterialsReviewed, operation.body)
    if application.state is State.RETURNED and application.resume_to is not State.MATERIAL_REVIEW:
        raise Refused(
            "application.wrong_state", act=Act.REVIEW_MATERIALS.value, state=application.state.value
        )
    compared = _comparisons(application, operation, body.compared)
    reviewed = replace(application, compared=(*application.compared, *compared), resume_to=None)
    return Change(reviewed, State.EVALUATION, note=note_of(operation))


def _compare_originals(application: Application, operation: Operation) -> Change:
    body = cast(bodies.OriginalsCompared, operation.body)
    before = {noted.evidence for noted in application.compared}
    fresh = tuple(item for item in body.compared if item not in before)
    compared = _comparisons(application, operation, fresh)
    return Change(replace(application, compared=(*application.compared, *compared)))


def _comparisons(
    application: Application, operation: Operation, items: tuple[EvidenceId, ...]
) -> tuple[OriginalComparison, ...]:
    """Return who compared what and when; raises `Refused` ("evidence.unknown")."""
    unknown = set(items) - {evidence.evidence for evidence in application.evidence}
    if unknown and application.evidence:
        raise Refused("evidence.unknown", evidence=min(unknown))
    header = operation.header
    return tuple(OriginalComparison(item, header.person, header.at) for item in items)


def _withdraw(application: Application, operation: Operation) -> Change:
    return Change(application, State.WITHDRAWN, note=note_of(operation))


def _withdraw_line(application: Application, operation: Operation) -> Change:
    body = cast(bodies.LineWithdrawn, operation.body)
    line = application.line(body.line)
    if line.withdrawn or len(application.live_lines) == 1:
        raise Refused("application.last_line", line=body.line)
    return Change(application.with_line(replace(line, withdrawn=True)), note=note_of(operation))


def _move_promise(application: Application, operation: Operation) -> Change:
    body = cast(bodies.PromiseMoved, operation.body)
    moved = replace(application, promised_on=body.promised_on)
    return Change(moved, reason=body.reason, note=note_of(operation))


INTAKE_CHANGES: Mapping[type, Changing] = MappingProxyType(
    {
        bodies.EvidenceAdded: _add_evidence,
        bodies.OriginalsCompared: _compare_originals,
        bodies.ApplicationAccepted: _accept,
        bodies.ApplicationNotAccepted: _not_accept,
        bodies.SupplementRequested: _request_supplement,
        bodies.SupplementExtended: _extend_supplement,
        bodies.ApplicationSupplemented: _supplement,
        bodies.ApplicationPartlySupplemented: _supplement_partly,
        bodies.ApplicationLapsed: _lapse,
        bodies.ReviewStarted: _start_review,
        bodies.MaterialsReviewed: _review_materials,
        bodies.ApplicationWithdrawn: _withdraw,
        bodies.LineWithdrawn: _withdraw_line,
        bodies.PromiseMoved: _move_promise,
    }
)
