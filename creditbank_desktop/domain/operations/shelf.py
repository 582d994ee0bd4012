"""What a reducer works on: the records of a shelf, and the guards that hold for every operation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.disposals import (
    Disposal,
)
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import (
    ApplicationId,
    DeviceId,
    DisposalId,
    EntryId,
    LearnerId,
    PaperId,
    PersonId,
)
from creditbank_desktop.domain.learners import Learner, NumberBlock
from creditbank_desktop.domain.ledger import AccountHead, LedgerEntry
from creditbank_desktop.domain.operations import registry_bodies as bodies
from creditbank_desktop.domain.operations.envelope import Operation
from creditbank_desktop.domain.operations.reference_reducer import (
    ReferenceRecord,
    ReferenceShelf,
)
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Device, Office, Person, Role, signs_recoveries

Record = (
    Office
    | Person
    | Device
    | NumberBlock
    | Learner
    | Application
    | LedgerEntry
    | AccountHead
    | Paper
    | Disposal
    | ReferenceRecord
)


class Shelf(ReferenceShelf, Protocol):
    """The records as they stand before an operation; None where there is none."""

    def office(self) -> Office | None:
        """Return the office whose shelf it is."""

    def person(self, person: PersonId) -> Person | None:
        """Return a member of staff."""

    def device(self, device: DeviceId) -> Device | None:
        """Return an enrolled device."""

    def learner(self, learner: LearnerId) -> Learner | None:
        """Return a learner."""

    def application(self, application: ApplicationId) -> Application | None:
        """Return an application."""

    def account(self, account: LearnerId) -> AccountHead | None:
        """Return where an account's ledger ends."""

    def entry(self, entry: EntryId) -> LedgerEntry | None:
        """Return a ledger entry."""

    def paper(self, paper: PaperId) -> Paper | None:
        """Return an issued paper."""

    def disposal(self, disposal: DisposalId) -> Disposal | None:
        """Return an entry of the register of disposals."""


def acting(operation: Operation, shelf: Shelf) -> Person:
    """Return whoever signed; raises `Refused` unless they work here and may do this kind of thing."""
    person = shelf.person(operation.header.person)
    if person is None:
        raise Refused("person.unknown", person=operation.header.person)
    if not person.active:
        raise Refused("person.inactive", person=person.person)
    if signs_recoveries(person) and not isinstance(operation.body, bodies.PersonChanged):
        raise Refused("actor.recovery_only", act=operation.body.op_type)
    return person


def require(operation: Operation, shelf: Shelf, *roles: Role) -> Person:
    """Return whoever signed; raises `Refused` "actor.role_missing" unless they have one of ``roles``."""
    person = acting(operation, shelf)
    if not set(roles) & set(person.roles):
        raise Refused("actor.role_missing", act=operation.body.op_type)
    return person


def known_learner(shelf: Shelf, learner: LearnerId) -> Learner:
    """Return the learner; raises `Refused` "learner.unknown"."""
    found = shelf.learner(learner)
    if found is None:
        raise Refused("learner.unknown", learner=learner)
    return found


Handler = Callable[[Operation, Shelf], tuple[Record, ...]]
