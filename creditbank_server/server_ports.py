"""What every part of the server needs from outside, handed to it by the composition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from creditbank_desktop.domain.applications import RuleSetReference
from creditbank_desktop.domain.calendar import WorkingCalendar
from creditbank_desktop.domain.deadlines import Deadlines
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.domain.ports import Clock, IdSource, Verifier
from creditbank_desktop.sync.protocol.messages import ServerIdentity
from creditbank_server.keys import ServerKeys

RuleSetInForce = Callable[[date], RuleSetReference | None]


@dataclass(frozen=True, slots=True)
class ServerPorts:
    """Time, ids, keys and reference data of one server.

    ``system_office`` is the office that the server itself belongs to; ``rule_set_in_force`` tells which rule
    set version a silent acceptance freezes (None: none is known, so the case waits).
    """

    clock: Clock
    ids: IdSource
    verifier: Verifier
    keys: ServerKeys
    identity: ServerIdentity
    system_office: OfficeId
    epoch: str
    calendar: WorkingCalendar
    deadlines: Deadlines
    rule_set_in_force: RuleSetInForce
