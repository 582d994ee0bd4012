"""What operations about reference data change; four eyes on what decides something stand here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol, cast

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import ProposalId, ReferenceId
from creditbank_desktop.domain.operations import reference_bodies as bodies
from creditbank_desktop.domain.operations.envelope import Header, Operation
from creditbank_desktop.domain.people import Person
from creditbank_desktop.domain.reference import (
    REFERENCE_EDITORS,
    REFERENCE_SETTLERS,
    ProposalState,
    ReferenceChange,
    ReferenceItem,
    ReferenceProposal,
    ReferenceVersion,
    needs_second_person,
    reference_id,
)
from creditbank_desktop.domain.reference_fields import check_fields
from creditbank_desktop.domain.reference_kinds import KindSpec, spec_of

ReferenceRecord = ReferenceItem | ReferenceProposal

MOST_CHANGES = 2_000


class ReferenceShelf(Protocol):
    """What of the reference data stands before an operation."""

    def reference_item(self, item: ReferenceId) -> ReferenceItem | None:
        """Return an entry that was ever changed."""

    def reference_proposal(self, proposal: ProposalId) -> ReferenceProposal | None:
        """Return a proposal."""


def reduce_reference(
    operation: Operation, body: bodies.ReferenceBody, person: Person, shelf: ReferenceShelf
) -> tuple[ReferenceRecord, ...]:
    """Return the entries and proposals that ``operation`` of ``person`` makes or replaces.

    Raises `Refused`: "actor.role_missing", "reference_kind.unknown", "reference_field.unknown" (written by a
    newer program), "reference.bad_value", "reference.needs_second_person", "reference.own_proposal",
    "reference.settled_before", "reference.too_many", "reference_proposal.unknown" and
    "reference_proposal.exists", "undo.nothing", "undo.not_last", "undo.other_person".
    """
    return _HANDLERS[type(body)](operation, person, shelf)


def _change(operation: Operation, person: Person, shelf: ReferenceShelf) -> tuple[ReferenceRecord, ...]:
    body = cast(bodies.ReferenceChanged, operation.body)
    _require(person, REFERENCE_EDITORS, body.op_type)
    _check_changes(body.changes)
    for change in body.changes:
        if needs_second_person(_spec(change), change.fields, creates=change.creates):
            raise Refused("reference.needs_second_person", kind=change.kind, key=change.key)
    header = operation.header
    return _with_versions(
        shelf,
        header,
        (
            (change, _version(header, change, change.base_revision + 1, body.reason))
            for change in body.changes
        ),
    )


def _propose(operation: Operation, person: Person, shelf: ReferenceShelf) -> tuple[ReferenceRecord, ...]:
    body = cast(bodies.ReferenceProposed, operation.body)
    _require(person, REFERENCE_EDITORS, body.op_type)
    if shelf.reference_proposal(body.proposal) is not None:
        raise Refused("reference_proposal.exists", proposal=body.proposal)
    _check_changes(body.changes)
    header = operation.header
    return (
        ReferenceProposal(
            proposal=body.proposal,
            office=header.office,
            changes=body.changes,
            title=body.title,
            reason=body.reason,
            proposed_by=header.person,
            proposed_on=header.on,
            proposed_at=header.at,
        ),
    )


def _settle(operation: Operation, person: Person, shelf: ReferenceShelf) -> tuple[ReferenceRecord, ...]:
    body = cast(bodies.ReferenceSettled, operation.body)
    _require(person, REFERENCE_SETTLERS, body.op_type)
    proposal = _open_proposal(shelf, body.proposal)
    header = operation.header
    if header.person == proposal.proposed_by:
        raise Refused("reference.own_proposal", proposal=proposal.proposal)
    settled = replace(
        proposal,
        state=ProposalState.APPROVED if body.approved else ProposalState.REJECTED,
        settled_by=header.person,
        settled_on=header.on,
        settle_reason=body.reason,
        settle_operation=header.operation,
    )
    if not body.approved:
        return (settled,)
    if len(body.revisions) != len(proposal.changes) or any(number < 0 for number in body.revisions):
        raise Refused("reference.bad_value", field="revisions")
    _check_changes(proposal.changes)
    versions = (
        (
            change,
            replace(
                _version(header, change, revision + 1, proposal.reason),
                person=proposal.proposed_by,
                proposal=proposal.proposal,
                settled_by=header.person,
            ),
        )
        for change, revision in zip(proposal.changes, body.revisions, strict=True)
    )
    return (settled, *_with_versions(shelf, header, versions))


def _withdraw(operation: Operation, person: Person, shelf: ReferenceShelf) -> tuple[ReferenceRecord, ...]:
    body = cast(bodies.ReferenceWithdrawn, operation.body)
    proposal = _open_proposal(shelf, body.proposal)
    header = operation.header
    if header.person != proposal.proposed_by:
        raise Refused("undo.other_person", operation=proposal.proposal)
    return (
        replace(
            proposal,
            state=ProposalState.WITHDRAWN,
            settled_by=header.person,
            settled_on=header.on,
            settle_reason=body.reason,
            settle_operation=header.operation,
        ),
    )


def _undo(operation: Operation, person: Person, shelf: ReferenceShelf) -> tuple[ReferenceRecord, ...]:
    body = cast(bodies.ReferenceUndone, operation.body)
    if body.proposal is not None:
        return _undo_settlement(operation, body, body.proposal, shelf)
    office = operation.header.office
    items = [
        _undone(operation, body, shelf.reference_item(reference_id(office, entry.kind, entry.key)))
        for entry in dict.fromkeys(body.entries)
    ]
    if not items:
        raise Refused("undo.nothing")
    return tuple(items)


def _undo_settlement(
    operation: Operation, body: bodies.ReferenceUndone, key: ProposalId, shelf: ReferenceShelf
) -> tuple[ReferenceRecord, ...]:
    proposal = shelf.reference_proposal(key)
    if proposal is None:
        raise Refused("reference_proposal.unknown", proposal=key)
    if proposal.settle_operation != body.operation or proposal.state is ProposalState.PENDING:
        raise Refused("undo.nothing")
    if proposal.settled_by != operation.header.person:
        raise Refused("undo.other_person", operation=body.operation)
    opened = replace(
        proposal,
        state=ProposalState.PENDING,
        settled_by=None,
        settled_on=None,
        settle_reason="",
        settle_operation=None,
    )
    if proposal.state is not ProposalState.APPROVED:
        return (opened,)
    ids = dict.fromkeys(reference_id(proposal.office, change.kind, change.key) for change in proposal.changes)
    return (opened, *(_undone(operation, body, shelf.reference_item(item)) for item in ids))


def _undone(operation: Operation, body: bodies.ReferenceUndone, item: ReferenceItem | None) -> ReferenceItem:
    made = [] if item is None else [one for one in item.standing if one.operation == body.operation]
    if item is None or not made:
        raise Refused("undo.nothing")
    author = made[0].settled_by or made[0].person
    if author != operation.header.person:
        raise Refused("undo.other_person", operation=body.operation)
    last = max(version.number for version in made)
    if any(version.number > last for version in item.standing):
        raise Refused("undo.not_last", operation=body.operation)
    return item.without_operation(body.operation)


def _open_proposal(shelf: ReferenceShelf, key: ProposalId) -> ReferenceProposal:
    proposal = shelf.reference_proposal(key)
    if proposal is None:
        raise Refused("reference_proposal.unknown", proposal=key)
    if proposal.state is not ProposalState.PENDING:
        raise Refused("reference.settled_before", state=proposal.state.value)
    return proposal


def _require(person: Person, roles: Iterable[object], act: str) -> None:
    if not set(roles) & set(person.roles):
        raise Refused("actor.role_missing", act=act)


def _spec(change: ReferenceChange) -> KindSpec:
    spec = spec_of(change.kind)
    if spec is None:
        raise Refused("reference_kind.unknown", kind=change.kind)
    return spec


def _check_changes(changes: tuple[ReferenceChange, ...]) -> None:
    if not 1 <= len(changes) <= MOST_CHANGES:
        raise Refused("reference.too_many", most=MOST_CHANGES)
    if len({(change.kind, change.key) for change in changes}) != len(changes):
        raise Refused("reference.bad_value", field="key")
    for change in changes:
        spec = _spec(change)
        unknown = [name for name in change.fields if spec.field(name) is None]
        if unknown:
            raise Refused("reference_field.unknown", kind=change.kind, field=unknown[0])
        if change.base_revision < 0 or not change.key or not change.fields:
            raise Refused("reference.bad_value", field="key")
        found = check_fields(spec, change.key, change.fields, complete=change.creates)
        if found:
            raise Refused("reference.bad_value", field=found[0].field or "key")


def _version(header: Header, change: ReferenceChange, number: int, reason: str) -> ReferenceVersion:
    return ReferenceVersion(
        number=number,
        operation=header.operation,
        fields=change.fields,
        before=change.before,
        person=header.person,
        on=header.on,
        at=header.at,
        reason=reason,
        creates=change.creates,
    )


def _with_versions(
    shelf: ReferenceShelf,
    header: Header,
    versions: Iterable[tuple[ReferenceChange, ReferenceVersion]],
) -> tuple[ReferenceItem, ...]:
    found = []
    for change, version in versions:
        key = reference_id(header.office, change.kind, change.key)
        item = shelf.reference_item(key) or ReferenceItem(key, header.office, change.kind, change.key)
        found.append(item.with_version(version))
    return tuple(found)


Handler = Callable[[Operation, Person, ReferenceShelf], tuple[ReferenceRecord, ...]]

_HANDLERS: Mapping[type, Handler] = MappingProxyType(
    {
        bodies.ReferenceChanged: _change,
        bodies.ReferenceProposed: _propose,
        bodies.ReferenceSettled: _settle,
        bodies.ReferenceWithdrawn: _withdraw,
        bodies.ReferenceUndone: _undo,
    }
)
