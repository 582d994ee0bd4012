"""The organisation's recovery key: what devices are told of it, and opening an office's escrow copy once."""

from __future__ import annotations

import secrets
from dataclasses import replace

from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import OfficeId, PersonId
from creditbank_desktop.domain.operations.registry_bodies import PersonChanged, PersonEnrolled
from creditbank_desktop.domain.people import RECOVERY_LOGIN, Person, Role, signs_recoveries
from creditbank_desktop.vault.escrow import (
    RecoveryFile,
    Unlocking,
    key_id_of,
    new_recovery_key,
    open_escrow,
    write_unlock_file,
)
from creditbank_desktop.vault.keys import SigningKey
from creditbank_desktop.vault.passphrases import Cost
from creditbank_server.database import Pool
from creditbank_server.documents import check_id
from creditbank_server.office_work import OfficeWork
from creditbank_server.server_ports import ServerPorts

ESCROW_NAME = "托管恢复 · Escrow recovery"
_ESCROW_LOGIN = "#escrow-"


class RecoveryDesk:
    """Keeps the public half; the private half never comes near the database."""

    def __init__(self, pool: Pool, ports: ServerPorts) -> None:
        """Take connections from ``pool``."""
        self._pool = pool
        self._ports = ports

    def make_key(self, passphrase: str, cost: Cost | None = None) -> tuple[str, bytes]:
        """Make a new recovery key; return its short name and the file with its private half.

        Devices seal to the new key from their next sync on; the old file still opens what was sealed to it.
        Raises `Problems` for a weak passphrase.
        """
        public, file = new_recovery_key(passphrase, cost)
        with self._pool.connection() as connection:
            connection.execute(
                "INSERT INTO recovery_keys (key_id, public_key, made_at) VALUES (%s, %s, %s)",
                (key_id_of(public), public, self._ports.clock.now()),
            )
        return key_id_of(public), file

    def public_key(self) -> bytes:
        """Return the public half of the latest key, b"" before the first."""
        with self._pool.connection() as connection:
            row = connection.execute(
                "SELECT public_key FROM recovery_keys ORDER BY made_at DESC, key_id LIMIT 1"
            ).fetchone()
        return b"" if row is None else bytes(row[0])

    def open_copy(self, private_key: bytes, file: RecoveryFile) -> tuple[bytes, str]:
        """Open an escrow copy; return the unlock file for the desk and the code that opens that.

        The unlock file brings a signature that the server lets count for one recovery: it can give one person
        of the office a new key, and ends itself. Signatures of unlock files before it end now. Raises
        `Refused` (``escrow.none``, ``escrow.other_key``, ``office.unknown``) and `EnvironmentFault`
        ``vault.box_unreadable``.
        """
        data_key = open_escrow(private_key, file)
        assert file.escrow is not None
        office = OfficeId(check_id(file.escrow.office))
        signer = SigningKey.new()
        with self._pool.connection() as connection:
            work = OfficeWork(connection, office, self._ports)
            work.lock()
            self._end_earlier(work)
            person = Person(
                PersonId(self._ports.ids.new_id()),
                office,
                f"{_ESCROW_LOGIN}{secrets.token_hex(4)}",
                ESCROW_NAME,
                (Role.ADMINISTRATOR,),
                signer.public_key,
            )
            operation = work.author(PersonEnrolled(person))
            work.flush()
            row = connection.execute(
                "SELECT data FROM operations WHERE office = %s AND operation = %s", (office, operation)
            ).fetchone()
            if row is None:
                raise Refused("office.unknown", office=office)
        unlocking = Unlocking(
            file.store, file.escrow.escrow, person.person, data_key, signer.seed, (bytes(row[0]),)
        )
        return write_unlock_file(unlocking)

    def _end_earlier(self, work: OfficeWork) -> None:
        for one in work.shelf.people():
            if signs_recoveries(one) and one.login != RECOVERY_LOGIN and one.active:
                ended = replace(one, active=False)
                work.author(
                    PersonChanged(ended.person, ended.name, ended.roles, ended.public_key, ended.active)
                )
