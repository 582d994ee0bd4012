"""Registrations made ready outside the writing transaction: signed, sealed, reduced and turned into rows.

What needs no lock is done before it is taken, so that the one writer is held up for the inserts alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

from creditbank_desktop.domain.codec import format_instant, parse_instant
from creditbank_desktop.domain.ids import LearnerId, OperationId
from creditbank_desktop.domain.learners import Learner, LearnerProfile
from creditbank_desktop.domain.ledger import AccountHead
from creditbank_desktop.domain.operations.envelope import Header, Operation, write_operation
from creditbank_desktop.domain.operations.reducer import Shelf, reduce
from creditbank_desktop.domain.operations.registry_bodies import LearnerRegistered
from creditbank_desktop.domain.people import Actor, Person
from creditbank_desktop.domain.ports import Clock, IdSource
from creditbank_desktop.models.ledger_rows import AccountHeadRow
from creditbank_desktop.models.operation_rows import LearnerKeyRow
from creditbank_desktop.models.projector import projection_of, table_of
from creditbank_desktop.models.registry_rows import LearnerRow, SearchKeyRow
from creditbank_desktop.models.table_writer import TableWriter, main_values
from creditbank_desktop.vault.sealing import LearnerSealer, new_learner_key

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Registration:
    """Somebody to be registered; ``sheet_row`` is where the sheet of an import has them."""

    sheet_row: int
    body: LearnerRegistered
    profile: LearnerProfile


@dataclass(frozen=True, slots=True)
class ReadyRegistration:
    """A registration as it will be stored, with the rows that it makes."""

    sheet_row: int
    operation: Operation
    data: bytes
    learner: Learner
    key_row: Row
    learner_row: Row
    head_row: Row
    search_rows: tuple[Row, ...]


class RegistrationMaker:
    """Makes registrations ready; one for a run, on one thread."""

    def __init__(self, actor: Actor, person: Person, clock: Clock, ids: IdSource) -> None:
        """Sign as ``actor``, whose record is ``person``."""
        self._actor = actor
        self._shelf = cast(Shelf, _Newcomers(person))
        self._clock = clock
        self._ids = ids
        self._keys, self._learners = TableWriter(table_of(LearnerKeyRow)), TableWriter(table_of(LearnerRow))
        self._heads, self._search = TableWriter(table_of(AccountHeadRow)), TableWriter(table_of(SearchKeyRow))

    def make(self, registrations: Iterable[Registration]) -> tuple[ReadyRegistration, ...]:
        """Return them ready; raises `Refused` as `reduce` does for a person who may not register."""
        # As it will be read back: stored moments have milliseconds.
        now, today = parse_instant(format_instant(self._clock.now())), self._clock.today()
        actor, made = self._actor, []
        for one in registrations:
            header = Header(
                OperationId(self._ids.new_id()),
                actor.office,
                actor.device,
                actor.person,
                now,
                today,
                one.body.learner,
            )
            made.append(self._ready(one.sheet_row, Operation(header, one.body, one.profile)))
        return tuple(made)

    def _ready(self, sheet_row: int, operation: Operation) -> ReadyRegistration:
        learner_id = cast(LearnerId, operation.header.learner)
        key = _OneKey(new_learner_key())
        data = write_operation(operation, self._actor.signer, LearnerSealer(key))
        learner, head = reduce(operation, self._shelf)
        assert isinstance(learner, Learner)
        assert isinstance(head, AccountHead)
        projection = projection_of(learner)
        return ReadyRegistration(
            sheet_row,
            operation,
            data,
            learner,
            self._keys.row({"learner": learner_id, "secret": key.secret, "destroyed_at": None}),
            self._learners.row(main_values(projection)),
            self._heads.row(main_values(projection_of(head))),
            tuple(self._search.row(values) for values in projection.children[SearchKeyRow]),
        )


def insert_statements() -> dict[str, str]:
    """Return the statements that the rows of a `ReadyRegistration` belong to, by its field."""
    return {
        "key_row": TableWriter(table_of(LearnerKeyRow)).statement,
        "learner_row": TableWriter(table_of(LearnerRow)).statement,
        "head_row": TableWriter(table_of(AccountHeadRow)).statement,
        "search_rows": TableWriter(table_of(SearchKeyRow)).statement,
    }


class _OneKey:
    """A learner's new key; fills `creditbank_desktop.vault.sealing.LearnerKeys`."""

    def __init__(self, secret: bytes) -> None:
        self.secret = secret

    def get(self, learner: str) -> bytes | None:
        return self.secret

    def create(self, learner: str) -> bytes:
        raise AssertionError(learner)


class _Newcomers:
    """The shelf that a registration is reduced on: who acts is known, the learner is not.

    That this is still so is looked at again in the transaction that writes.
    """

    def __init__(self, person: Person) -> None:
        self._person = person

    def person(self, person: str) -> Person | None:
        return self._person if person == self._person.person else None

    def learner(self, learner: str) -> Learner | None:
        return None


def with_number(registration: Registration, account_number: str) -> Registration:
    """Return the registration with its account number."""
    return replace(registration, body=replace(registration.body, account_number=account_number))
