"""Makes a server what it is: its tables, its keys, its identity and the first operations of its own."""

from __future__ import annotations

from typing import Any

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import DeviceId, OfficeId, PersonId
from creditbank_desktop.domain.operations.registry_bodies import DeviceEnrolled, PersonEnrolled
from creditbank_desktop.domain.people import Person, Role
from creditbank_desktop.domain.ports import Clock, IdSource
from creditbank_desktop.sync.protocol.messages import ServerIdentity
from creditbank_server.database import Connection
from creditbank_server.enrolment import open_office
from creditbank_server.keys import ServerKeys
from creditbank_server.office_work import OfficeWork
from creditbank_server.server_ports import ServerPorts

NAME = "Central server"


def read_identity(connection: Connection) -> tuple[ServerIdentity, OfficeId, str] | None:
    """Return who the server is, its own office and the epoch's UUID; None before the set-up."""
    row = connection.execute(
        "SELECT device, person, office, epoch, signing_key, person_key, box_key FROM server_identity"
    ).fetchone()
    return None if row is None else _identity(row)


def make_identity(connection: Connection, keys: ServerKeys, ids: IdSource, clock: Clock) -> None:
    """Give the server its ids; done once for a database."""
    connection.execute(
        "INSERT INTO server_identity"
        " (single, device, person, office, epoch, signing_key, person_key, box_key, made_at)"
        " VALUES (1, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            *(ids.new_id() for _ in range(4)),
            keys.device.public_key,
            keys.person.public_key,
            keys.box_public_key,
            clock.now(),
        ),
    )


def write_first_operations(connection: Connection, ports: ServerPorts) -> None:
    """Enrol the server's person and device; every office's feed begins with these operations."""
    identity = ports.identity
    open_office(connection, ports, ports.system_office)
    work = OfficeWork(connection, ports.system_office, ports)
    work.lock()
    person = Person(
        identity.person,
        ports.system_office,
        "central-server",
        NAME,
        (Role.CENTRAL_SERVER,),
        identity.person_key,
    )
    work.author(PersonEnrolled(person))
    work.author(
        DeviceEnrolled(identity.device, ports.system_office, NAME, identity.signing_key, identity.box_key)
    )
    work.flush()


def check_keys(identity: ServerIdentity, keys: ServerKeys) -> None:
    """Raise `EnvironmentFault` ``server.keys_differ`` unless the key file is the one of this database."""
    kept = (keys.device.public_key, keys.person.public_key, keys.box_public_key)
    if kept != (identity.signing_key, identity.person_key, identity.box_key):
        raise EnvironmentFault("server.keys_differ")


def _identity(row: tuple[Any, ...]) -> tuple[ServerIdentity, OfficeId, str]:
    device, person, office, epoch, signing_key, person_key, box_key = row
    identity = ServerIdentity(
        DeviceId(device), PersonId(person), bytes(signing_key), bytes(person_key), bytes(box_key)
    )
    return identity, OfficeId(office), epoch
