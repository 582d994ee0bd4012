"""What operations change in the register of disposals, and what is disposed of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from creditbank_desktop.domain.disposals import (
    APPROVERS,
    DISPOSERS,
    PROPOSERS,
    Disposal,
    DisposalItem,
    DisposalKind,
)
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import (
    DisposalId,
)
from creditbank_desktop.domain.operations import privacy_acts
from creditbank_desktop.domain.operations import privacy_bodies as privacy
from creditbank_desktop.domain.operations import registry_bodies as bodies
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.shelf import Handler, Record, Shelf, known_learner, require
from creditbank_desktop.domain.people import Role


def _dispose_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerDisposed, operation.body)
    require(operation, shelf, *DISPOSERS)
    learner = known_learner(shelf, body.learner)
    if body.disposal is None:
        raise Refused("disposal.not_approved", learner=body.learner)
    _disposal(shelf, body.disposal).check_covers(DisposalItem(DisposalKind.LEARNER, body.learner))
    return (replace(learner, profile=None, revision=learner.revision + 1),)


def _disposal(shelf: Shelf, disposal: DisposalId) -> Disposal:
    found = shelf.disposal(disposal)
    if found is None:
        raise Refused("disposal.unknown", disposal=disposal)
    return found


def _propose_disposal(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(privacy.DisposalProposed, operation.body)
    require(operation, shelf, *PROPOSERS)
    return (privacy_acts.propose(operation, shelf.disposal(body.disposal)),)


def _decide_disposal(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(privacy.DisposalDecided, operation.body)
    require(operation, shelf, *APPROVERS)
    return (privacy_acts.decide(operation, _disposal(shelf, body.disposal)),)


def _carry_out_disposal(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(privacy.DisposalCarriedOut, operation.body)
    require(operation, shelf, *DISPOSERS)
    return (privacy_acts.carry_out(operation, _disposal(shelf, body.disposal)),)


def _dispose_scans(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(privacy.ScansDisposed, operation.body)
    require(operation, shelf, *DISPOSERS)
    application = shelf.application(body.application)
    if application is None:
        raise Refused("application.unknown", application=body.application)
    return (privacy_acts.dispose_scans(operation, _disposal(shelf, body.disposal), application),)


def _note_correction(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    """A request changes nothing by itself; the learner is named as touched, so that screens read again."""
    body = cast("privacy.CorrectionRequested | privacy.CorrectionDeclined", operation.body)
    require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    return (known_learner(shelf, body.learner),)


HANDLERS: Mapping[type, Handler] = MappingProxyType(
    {
        bodies.LearnerDisposed: _dispose_learner,
        privacy.CorrectionRequested: _note_correction,
        privacy.CorrectionDeclined: _note_correction,
        privacy.DisposalProposed: _propose_disposal,
        privacy.DisposalDecided: _decide_disposal,
        privacy.DisposalCarriedOut: _carry_out_disposal,
        privacy.ScansDisposed: _dispose_scans,
    }
)
