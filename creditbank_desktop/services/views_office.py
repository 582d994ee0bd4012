"""What screens of administration see of devices, number blocks and of who changed a record last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from creditbank_desktop.domain.ids import DeviceId, PersonId
from creditbank_desktop.domain.learners import NumberBlock

LOW_NUMBERS = 50
"""So few free account numbers of this year ask for the next block."""


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """Who changed a record, by which operation and when; ``person_name`` is "" for the central server."""

    action: str
    person: PersonId
    person_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NameChange:
    """A member of staff was called ``before`` until ``at``; ``by`` changed it, for a reason."""

    before: str
    name: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class StaffStanding:
    """What the records of this device say of its people: the last change and the last sign-in of each.

    ``names`` are the changes of names, the newest first.
    """

    changes: Mapping[PersonId, ChangeNote]
    signed_in_at: Mapping[PersonId, datetime]
    names: Mapping[PersonId, tuple[NameChange, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StaffSheetWords:
    """How the sheet of people is worded: title, the labels of its five columns, roles, and the two standings.

    The columns are name, sign-in name, roles, standing, last sign-in on this device.
    """

    title: str
    labels: tuple[str, str, str, str, str]
    roles: Mapping[str, str]
    active: str
    inactive: str


@dataclass(frozen=True, slots=True)
class DeviceCard:
    """One device of the office; ``code`` enters the numbers of its papers and is known of this device only.
    ``blocks`` are its account numbers; a device that is not ``is_known`` was never enrolled at a server.

    ``since`` is when it joined, ``last_act_at`` when the last act done on it was made, as far as it is known
    here.
    """

    device: DeviceId
    name: str
    code: str
    is_this: bool
    active: bool
    since: datetime | None
    last_act_at: datetime | None
    blocks: tuple[NumberBlock, ...] = ()
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class BlockCard:
    """A block of account numbers of this device; ``left`` of them are free."""

    year: int
    first: int
    last: int
    left: int


@dataclass(frozen=True, slots=True)
class DevicesView:
    """The devices of the office, this one first, and its number blocks, the newest first."""

    devices: tuple[DeviceCard, ...]
    blocks: tuple[BlockCard, ...]
    year: int

    @property
    def left(self) -> int:
        """Return how many account numbers of this year this device may still give out."""
        return sum(block.left for block in self.blocks if block.year == self.year)

    @property
    def is_low(self) -> bool:
        """Return whether the next block should be asked for."""
        return self.left < LOW_NUMBERS
