"""Gives a person a key and makes it count, or takes the key away again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.models.changes import Written
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.workroom import Workroom

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who gets a key on this device, and the passphrase that they chose."""

    person: PersonId
    login: str
    name: str
    passphrase: str = field(repr=False)


def give_key(room: Workroom, newcomer: Newcomer, write: Callable[[UnitOfWork, bytes], T]) -> Written[T]:
    """Make a signing key (its public half, 32 bytes, goes to ``write``) and let the record of it be written.

    When that fails, whatever the reason, the key goes again: without a person it could still open the store.
    Raises `Problems` and `Refused` as `Enrolment.enrol`, and what the writing raises.
    """
    key = room.enrolment.enrol(newcomer.person, newcomer.login, newcomer.name, newcomer.passphrase)
    try:
        return room.store.write(lambda unit: write(unit, key))
    except BaseException:  # also when the program is being stopped; it is raised again
        room.enrolment.withdraw(newcomer.person)
        raise
