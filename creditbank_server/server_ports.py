"""What every part of the server needs from outside, handed to it by the composition."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.domain.ports import Clock, IdSource, Verifier
from creditbank_desktop.sync.protocol.messages import ServerIdentity
from creditbank_server.keys import ServerKeys
from creditbank_server.reference import ReferenceData


@dataclass(frozen=True, slots=True)
class ServerPorts:
    """Time, ids, keys and reference data of one server.

    ``system_office`` is the office that the server itself belongs to.
    """

    clock: Clock
    ids: IdSource
    verifier: Verifier
    keys: ServerKeys
    identity: ServerIdentity
    system_office: OfficeId
    epoch: str
    reference: ReferenceData
    number_block_size: int
