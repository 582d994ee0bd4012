"""The server put together: database, keys, desks and the calendar's jobs, without any network."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass

import psycopg
from psycopg_pool import PoolTimeout

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.sync.protocol.limits import PROTOCOL
from creditbank_desktop.sync.protocol.messages import Health
from creditbank_desktop.sync.protocol.signing import seal_message
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_desktop.version import VERSION
from creditbank_server.blob_uses import ORPHAN_SECONDS, fill_uses, sweep_files
from creditbank_server.blobs import BlobDesk
from creditbank_server.calendar_jobs import CalendarJobs
from creditbank_server.clocks import SystemClock
from creditbank_server.database import Pool, epoch_of, migrate, open_pool
from creditbank_server.embedded_postgres import EmbeddedPostgres
from creditbank_server.enrolment import EnrolmentDesk
from creditbank_server.keys import KEY_FILE, create_keys, load_keys
from creditbank_server.look_ups import LookUpDesk
from creditbank_server.mark_filling import fill_marks
from creditbank_server.notices import NoticeDesk
from creditbank_server.pulling import PullDesk
from creditbank_server.pushing import PushDesk
from creditbank_server.recovery import RecoveryDesk
from creditbank_server.reference import shipped_reference_data
from creditbank_server.server_ports import ServerPorts
from creditbank_server.set_up import check_keys, make_identity, read_identity, write_first_operations
from creditbank_server.settings import Settings
from creditbank_server.staff import StaffDesk
from creditbank_server.trails import TrailDesk

EVIDENCE_FOLDER = "evidence"
_MOST_NONCE = 100
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desks:
    """Everything that answers requests."""

    enrolment: EnrolmentDesk
    pushes: PushDesk
    pulls: PullDesk
    blobs: BlobDesk
    trails: TrailDesk
    staff: StaffDesk
    recovery: RecoveryDesk
    notices: NoticeDesk
    look_ups: LookUpDesk


class CentralServer:
    """One server process; `close` ends its threads and, where it started one, its PostgreSQL."""

    def __init__(self, settings: Settings, clock: Clock | None = None, *, owns_database: bool = True) -> None:
        """Take note of the settings; nothing happens before `open`.

        ``owns_database`` False leaves an embedded database running at `close` that ran before: a command
        beside a server that goes on serving.
        """
        self.settings = settings
        self._owns_database = owns_database
        self._clock = clock or SystemClock(settings.time_zone)
        self._postgres: EmbeddedPostgres | None = None
        self._pool: Pool | None = None
        self._ticking: threading.Thread | None = None
        self._closing = threading.Event()
        self._sweep_at = 0.0
        self._ports: ServerPorts | None = None
        self._desks: Desks | None = None
        self._jobs: CalendarJobs | None = None

    def open(self) -> None:
        """Start the database where it is embedded, bring it up to date and make what a first start needs.

        Raises `EnvironmentFault`: ``postgres.*``, ``database.*``, ``server.keys_*``.
        """
        try:
            self._open()
        except BaseException:  # the database would go on; it is raised again
            self.close()
            raise

    def close(self) -> None:
        """End everything that `open` and `start_jobs` began; no harm when called twice."""
        self._closing.set()
        if self._ticking is not None:
            self._ticking.join()
            self._ticking = None
        if self._pool is not None:
            self._pool.close()
            self._pool = None
        if self._postgres is not None:
            self._postgres.stop(found_running=self._owns_database)

    def remove_database(self) -> None:
        """Delete the files of the embedded database after `close`."""
        if self._postgres is not None:
            self._postgres.remove()

    def start_jobs(self) -> None:
        """Do what the calendar has made due, now and again and again until `close`."""
        self._ticking = threading.Thread(target=self._tick, name="creditbank-calendar", daemon=True)
        self._ticking.start()

    @property
    def ports(self) -> ServerPorts:
        """Return time, keys and identity of the opened server."""
        assert self._ports is not None, "not open"
        return self._ports

    @property
    def desks(self) -> Desks:
        """Return what answers requests."""
        assert self._desks is not None, "not open"
        return self._desks

    @property
    def jobs(self) -> CalendarJobs:
        """Return what happens by the calendar."""
        assert self._jobs is not None, "not open"
        return self._jobs

    @property
    def pool(self) -> Pool:
        """Return the connections to the database."""
        assert self._pool is not None, "not open"
        return self._pool

    def health(self, nonce: str) -> bytes:
        """Return the signed answer to ``nonce``; raise `EnvironmentFault` ``database.away``, `Malformed`."""
        if len(nonce) > _MOST_NONCE or not nonce.isalnum():
            raise Malformed("nonce")
        with self.pool.connection() as connection:
            connection.execute("SELECT 1")
        ports = self.ports
        health = Health(nonce, VERSION, PROTOCOL, ports.epoch, ports.clock.now(), ports.identity.signing_key)
        return seal_message(health, ports.keys.device)

    def _open(self) -> None:
        settings = self.settings
        settings.data_folder.mkdir(parents=True, exist_ok=True)
        address = settings.database
        if address is None:
            self._postgres = EmbeddedPostgres(settings.data_folder, durable=settings.durable)
            address = self._postgres.start()
        migrate(address)
        self._pool = open_pool(address, settings.connections)
        self._ports = self._identify(self._pool)
        fill_uses(self._pool, self._ports)
        fill_marks(self._pool, self._ports)
        self._jobs = CalendarJobs(self._pool, self._ports)
        staff, recovery = StaffDesk(self._pool, self._ports), RecoveryDesk(self._pool, self._ports)
        self._desks = Desks(
            EnrolmentDesk(self._pool, self._ports, settings),
            PushDesk(self._pool, self._ports),
            PullDesk(self._pool, self._ports, self._jobs.settle),
            BlobDesk(self._pool, self._ports, settings.data_folder / EVIDENCE_FOLDER),
            TrailDesk(self._pool, self._ports),
            staff,
            recovery,
            NoticeDesk(self._pool, self._ports, staff, recovery),
            LookUpDesk(self._pool, self._ports),
        )

    def _identify(self, pool: Pool) -> ServerPorts:
        """Return the server's ports, with an identity made at the first start of all."""
        settings = self.settings
        ids = Uuid7Source()
        with pool.connection() as connection:
            connection.execute("SELECT pg_advisory_xact_lock(hashtext('creditbank set-up'))")
            known = read_identity(connection)
            if known is None and not (settings.data_folder / KEY_FILE).exists():
                create_keys(settings.data_folder)
            keys = load_keys(settings.data_folder)
            if known is None:
                make_identity(connection, keys, ids, self._clock)
            found = read_identity(connection)
            assert found is not None
            identity, office, named = found
            check_keys(identity, keys)
            ports = ServerPorts(
                clock=self._clock,
                ids=ids,
                verifier=Ed25519Verifier(),
                keys=keys,
                identity=identity,
                system_office=office,
                epoch=epoch_of(connection, named),
                reference=shipped_reference_data(),
                number_block_size=settings.number_block_size,
            )
            if known is None:
                write_first_operations(connection, ports)
        return ports

    def _sweep(self) -> None:
        """Delete the files that were disposed of, once an hour."""
        if time.monotonic() >= self._sweep_at:
            sweep_files(self.pool, self.settings.data_folder / EVIDENCE_FOLDER)
            self._sweep_at = time.monotonic() + ORPHAN_SECONDS

    def _tick(self) -> None:
        while True:
            try:
                self.jobs.run()
                self._sweep()
            except (EnvironmentFault, psycopg.OperationalError, PoolTimeout) as error:
                _log.warning("calendar jobs put off", extra={"error": type(error).__name__})
            if self._closing.wait(self.settings.tick_seconds):
                return
