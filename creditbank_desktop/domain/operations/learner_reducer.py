"""What operations change in learners and their accounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.credits import ZERO
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import (
    ApplicationId,
)
from creditbank_desktop.domain.learners import AccountState, Learner, LearnerProfile
from creditbank_desktop.domain.ledger import AccountHead, EntryKind, LedgerEntry, append
from creditbank_desktop.domain.operations import account_acts
from creditbank_desktop.domain.operations import registry_bodies as bodies
from creditbank_desktop.domain.operations.application_reducer import (
    post_lines,
)
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.profile_changes import changed_profile
from creditbank_desktop.domain.operations.shelf import Handler, Record, Shelf, known_learner, require
from creditbank_desktop.domain.people import Role


def _register_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerRegistered, operation.body)
    require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    if shelf.learner(body.learner) is not None:
        raise Refused("learner.exists", learner=body.learner)
    learner = Learner(
        learner=body.learner,
        office=operation.header.office,
        programme=body.programme,
        intake_year=body.intake_year,
        class_name=body.class_name,
        account_number=body.account_number,
        account_state=AccountState.OPEN,
        opened_on=operation.header.on,
        profile=cast("LearnerProfile | None", operation.personal),
    )
    return (learner, AccountHead(body.learner))


def _unregister_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerUnregistered, operation.body)
    require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    learner = known_learner(shelf, body.learner)
    head = shelf.account(body.learner)
    if learner.account_state is not AccountState.OPEN:
        raise Refused("account.ended", state=learner.account_state.value)
    if learner.alias_of is not None or (head is not None and head.entries):
        raise Refused("learner.in_use", learner=body.learner)
    state = AccountState.TAKEN_BACK
    return (replace(learner, account_state=state, profile=None, revision=learner.revision + 1),)


def _correct_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerCorrected, operation.body)
    require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    learner = known_learner(shelf, body.learner)
    changes = cast("bodies.ProfileChange | None", operation.personal)
    profile = learner.profile
    if changes is not None and profile is not None:
        profile = changed_profile(profile, changes.fields)
    corrected = replace(
        learner,
        programme=learner.programme if body.programme is None else body.programme,
        intake_year=learner.intake_year if body.intake_year is None else body.intake_year,
        class_name=learner.class_name if body.class_name is None else body.class_name,
        profile=profile,
        revision=learner.revision + 1,
    )
    return (corrected,)


def _alias_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerAliased, operation.body)
    require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    learner = known_learner(shelf, body.learner)
    canonical = known_learner(shelf, body.canonical)
    if learner.learner == canonical.learner or canonical.alias_of is not None or learner.alias_of is not None:
        raise Refused("learner.alias_chain", learner=body.learner)
    return (replace(learner, alias_of=canonical.learner, revision=learner.revision + 1),)


def _unalias_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerUnaliased, operation.body)
    require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    learner = known_learner(shelf, body.learner)
    if learner.alias_of is None:
        raise Refused("learner.not_aliased", learner=body.learner)
    return (replace(learner, alias_of=None, revision=learner.revision + 1),)


def _change_account(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.AccountStateChanged, operation.body)
    require(operation, shelf, Role.CLERK, Role.REGISTRY_OFFICER)
    return (account_acts.changed(known_learner(shelf, body.learner), body.state),)


def _bring_learner(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LearnerBrought, operation.body)
    require(operation, shelf, Role.CENTRAL_SERVER)
    profile = cast("LearnerProfile | None", operation.personal)
    brought = account_acts.brought(body, profile, shelf.learner(body.learner))
    return (brought,) if shelf.account(body.learner) else (brought, AccountHead(body.learner))


def _bring_ledger(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LedgerBrought, operation.body)
    require(operation, shelf, Role.CENTRAL_SERVER)
    return account_acts.brought_entries(shelf.account(body.account) or AccountHead(body.account), body)


def _post(operation: Operation, shelf: Shelf) -> tuple[Record, ...]:
    body = cast(bodies.LedgerPosted, operation.body)
    require(operation, shelf, Role.CENTRAL_SERVER)
    head = shelf.account(body.account) or AccountHead(body.account)
    for entry in body.entries:
        if entry.kind is EntryKind.REVERSE:
            _check_reversal(entry, shelf)
        placed, head = append(head, entry)
        if placed != entry:
            raise Refused("ledger.broken_chain", account=body.account, number=entry.number)
    records: list[Record] = [*body.entries, head]
    if body.application is not None:
        records.append(_mark_posted(operation, body, shelf))
    return tuple(records)


def _check_reversal(entry: LedgerEntry, shelf: Shelf) -> None:
    reversed_entry = None if entry.reverses is None else shelf.entry(entry.reverses)
    if reversed_entry is None or reversed_entry.credits + entry.credits != ZERO:
        raise Refused("ledger.reversal_mismatch", entry=entry.entry)


def _mark_posted(operation: Operation, body: bodies.LedgerPosted, shelf: Shelf) -> Application:
    application = shelf.application(cast(ApplicationId, body.application))
    if application is None:
        raise Refused("application.unknown", application=str(body.application))
    return post_lines(application, operation, body.entries)


HANDLERS: Mapping[type, Handler] = MappingProxyType(
    {
        bodies.LearnerRegistered: _register_learner,
        bodies.LearnerUnregistered: _unregister_learner,
        bodies.LearnerCorrected: _correct_learner,
        bodies.LearnerAliased: _alias_learner,
        bodies.LearnerUnaliased: _unalias_learner,
        bodies.AccountStateChanged: _change_account,
        bodies.LearnerBrought: _bring_learner,
        bodies.LedgerBrought: _bring_ledger,
        bodies.LedgerPosted: _post,
    }
)
