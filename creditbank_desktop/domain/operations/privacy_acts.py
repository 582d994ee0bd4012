"""How the register of disposals and the files in it change by an operation."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from creditbank_desktop.domain.applications import Application, Deed
from creditbank_desktop.domain.disposals import MOST_ITEMS, Disposal, DisposalItem, DisposalKind
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.operations import privacy_bodies as bodies
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.states import Act, check_move


def propose(operation: Operation, known: Disposal | None) -> Disposal:
    """Return the new entry; raise `Refused`: "disposal.exists", "disposal.no_items", "disposal.too_many"."""
    body = cast(bodies.DisposalProposed, operation.body)
    header = operation.header
    if known is not None:
        raise Refused("disposal.exists", disposal=body.disposal)
    if not body.items or len(set(body.items)) != len(body.items):
        raise Refused("disposal.no_items", disposal=body.disposal)
    if len(body.items) > MOST_ITEMS:
        raise Refused("disposal.too_many", most=MOST_ITEMS)
    return Disposal(
        body.disposal,
        header.office,
        body.rule,
        body.clause,
        body.due_by,
        body.items,
        header.person,
        header.at,
    )


def decide(operation: Operation, disposal: Disposal) -> Disposal:
    """Return the entry after the second person's word; raises as `Disposal.decided`."""
    body = cast(bodies.DisposalDecided, operation.body)
    header = operation.header
    return disposal.decided(header.person, header.at, approved=body.approved, reason=body.reason)


def carry_out(operation: Operation, disposal: Disposal) -> Disposal:
    """Return the entry once it is done; raises as `Disposal.done`."""
    body = cast(bodies.DisposalCarriedOut, operation.body)
    header = operation.header
    return disposal.done(header.person, header.at, (body.learners, body.files, body.pieces))


def dispose_scans(operation: Operation, disposal: Disposal, application: Application) -> Application:
    """Return the file without its scans: their list stays, so that the seal can still be checked.

    Raises `Refused`: "application.wrong_state" for a file that has not ended, "application.scans_gone",
    and as `Disposal.check_covers`.
    """
    disposal.check_covers(DisposalItem(DisposalKind.SCANS, application.application))
    check_move(Act.DISPOSE_SCANS, application.state)
    if application.scans_disposed_on is not None:
        raise Refused("application.scans_gone", application=application.application)
    header = operation.header
    deed = Deed(
        header.operation,
        Act.DISPOSE_SCANS,
        header.person,
        header.device,
        header.at,
        application.state,
        application.state,
    )
    return replace(
        application,
        scans_disposed_on=header.on,
        deeds=(*application.deeds, deed),
        revision=application.revision + 1,
    )
