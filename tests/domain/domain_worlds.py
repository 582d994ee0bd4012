"""Small deterministic stand-ins for the ports, a shelf in memory, and an example of every value."""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
import types
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.disposals import Disposal
from creditbank_desktop.domain.ids import (
    ApplicationId,
    DeviceId,
    DisposalId,
    EntryId,
    LearnerId,
    OfficeId,
    OperationId,
    PaperId,
    PersonId,
    ProposalId,
    ReferenceId,
)
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.ledger import AccountHead, LedgerEntry
from creditbank_desktop.domain.operations.catalogue import Body, Personal
from creditbank_desktop.domain.operations.envelope import Header, Operation
from creditbank_desktop.domain.operations.reducer import Record, reduce
from creditbank_desktop.domain.outcomes import DETAILS_OF, Outcome
from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.domain.people import Device, Office, Person, Role
from creditbank_desktop.domain.reference import ReferenceItem, ReferenceProposal

MOMENT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
DAY = date(2026, 3, 2)


class KeyedSigner:
    """Signs with a keyed hash, so that golden bytes need no key of a real person."""

    def __init__(self, name: str) -> None:
        self._name = name.encode()

    @property
    def public_key(self) -> bytes:
        return hashlib.sha256(self._name).digest()

    def sign(self, message: bytes) -> bytes:
        return hmac.new(self.public_key, message, hashlib.sha512).digest()

    def verify(self, public_key: bytes, message: bytes, signature: bytes) -> bool:
        return hmac.compare_digest(hmac.new(public_key, message, hashlib.sha512).digest(), signature)


class OpenSealer:
    """Seals by a keyed mask without randomness; a learner whose key was destroyed cannot be read."""

    def __init__(self) -> None:
        self.destroyed: set[str] = set()

    def seal(self, learner: str, plaintext: bytes, context: bytes) -> bytes:
        mask = self._mask(learner, context, len(plaintext))
        return bytes(a ^ b for a, b in zip(plaintext, mask, strict=True))

    def unseal(self, learner: str, sealed: bytes, context: bytes) -> bytes | None:
        return None if learner in self.destroyed else self.seal(learner, sealed, context)

    @staticmethod
    def _mask(learner: str, context: bytes, size: int) -> bytes:
        return hashlib.shake_256(learner.encode() + context).digest(size)


class MemoryShelf:
    """The records of all operations so far, by kind and id."""

    def __init__(self) -> None:
        self.records: dict[tuple[str, str], Record] = {}
        self._counter = 0

    def office(self) -> Office | None:
        return next((r for r in self.records.values() if isinstance(r, Office)), None)

    def _get(self, kind: str, key: str) -> Any:
        return self.records.get((kind, key))

    def person(self, person: PersonId) -> Person | None:
        return self._get("Person", person)  # type: ignore[no-any-return]

    def device(self, device: DeviceId) -> Device | None:
        return self._get("Device", device)  # type: ignore[no-any-return]

    def learner(self, learner: LearnerId) -> Learner | None:
        return self._get("Learner", learner)  # type: ignore[no-any-return]

    def application(self, application: ApplicationId) -> Application | None:
        return self._get("Application", application)  # type: ignore[no-any-return]

    def account(self, account: LearnerId) -> AccountHead | None:
        return self._get("AccountHead", account)  # type: ignore[no-any-return]

    def entry(self, entry: EntryId) -> LedgerEntry | None:
        return self._get("LedgerEntry", entry)  # type: ignore[no-any-return]

    def paper(self, paper: PaperId) -> Paper | None:
        return self._get("Paper", paper)  # type: ignore[no-any-return]

    def disposal(self, disposal: DisposalId) -> Disposal | None:
        return self._get("Disposal", disposal)  # type: ignore[no-any-return]

    def reference_item(self, item: ReferenceId) -> ReferenceItem | None:
        return self._get("ReferenceItem", item)  # type: ignore[no-any-return]

    def reference_proposal(self, proposal: ProposalId) -> ReferenceProposal | None:
        return self._get("ReferenceProposal", proposal)  # type: ignore[no-any-return]

    def apply(self, operation: Operation) -> tuple[Record, ...]:
        """Reduce the operation and keep what it made."""
        changed = reduce(operation, self)
        for record in changed:
            key = getattr(record, dataclasses.fields(record)[0].name)
            self.records[type(record).__name__, key] = record
        return changed

    def do(
        self,
        person: str,
        body: Body,
        personal: Personal | None = None,
        on: date = DAY,
        learner: str | None = None,
    ) -> OperationId:
        """Apply an operation of that person and return its id."""
        self._counter += 1
        operation = OperationId(f"op-{self._counter}")
        header = Header(
            operation,
            OfficeId("office"),
            DeviceId("device"),
            PersonId(person),
            MOMENT,
            on,
            None if learner is None else LearnerId(learner),
        )
        self.apply(Operation(header, body, personal))
        return operation

    def hire(self, name: str, *roles: Role) -> PersonId:
        """Put a member of staff on the shelf."""
        person = PersonId(name)
        self.records["Person", name] = Person(
            person, OfficeId("office"), name, name, roles, KeyedSigner(name).public_key
        )
        return person


def example_of(kind: Any, name: str = "") -> Any:
    """Return a deterministic example of a type, every field filled."""
    while hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return example_of(next(option for option in get_args(kind) if option is not type(None)), name)
    if origin is tuple:
        return (example_of(get_args(kind)[0], name),)
    if origin is not None and issubclass(origin, Mapping):
        return {f"{name}-key": example_of(get_args(kind)[1], name)}
    if kind is Outcome:
        return example_outcome(next(iter(DETAILS_OF)))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        names = {f.name for f in dataclasses.fields(kind)}
        hints = get_type_hints(kind)
        return kind(**{field: example_of(hints[field], field) for field in hints if field in names})
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    scalars: dict[type, object] = {
        str: name,
        int: 3,
        bool: True,
        Decimal: Decimal("3.0"),
        date: DAY,
        datetime: MOMENT,
        bytes: bytes(range(32)),
    }
    return scalars[kind]


def example_outcome(outcome_type: Any) -> Outcome:
    """Return an outcome of that type with every field filled."""
    hints = get_type_hints(Outcome)
    values = {
        f.name: example_of(hints[f.name], f.name)
        for f in dataclasses.fields(Outcome)
        if f.name not in ("type", "details")
    }
    return Outcome(type=outcome_type, details=example_of(DETAILS_OF[outcome_type]), **values)
