"""What people see of keys: their own, those that wait, and what opens the store without a passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.people import Role


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """How the actor signs in on this device.

    ``asks_key_store`` says that the system's key store is needed beside the passphrase, ``key_store`` whether
    there is one that could be.
    """

    login: str
    name: str
    asks_key_store: bool
    key_store: bool


@dataclass(frozen=True, slots=True)
class WaitingKey:
    """Somebody with a new signature that does not count before an administrator confirms it."""

    person: PersonId
    login: str
    name: str


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """What opens this store when every passphrase is lost.

    ``code_signs`` says that a recovery by code counts everywhere without anybody's help; ``escrow_key`` is
    the short name of the organisation's key that an escrow copy is there for, "" for none.
    """

    code_signs: bool
    escrow_key: str


@dataclass(frozen=True, slots=True)
class RenewalDue:
    """The recovery code was used; ``may_wait``: the new one was not put off yet."""

    may_wait: bool


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """Somebody on the server's signed list; ``person`` is filled once enrolled here or elsewhere."""

    login: str
    name: str
    roles: tuple[Role, ...]
    person: PersonId | None
    can_enrol: bool


@dataclass(frozen=True, slots=True)
class StaffListView:
    """The list as this device has it; ``refused`` is the code of a later one that was turned away."""

    version: int
    issued_at: datetime | None
    people: tuple[ListedPerson, ...]
    refused: str = ""
    refused_at: datetime | None = None
