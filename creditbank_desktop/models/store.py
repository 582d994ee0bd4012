"""The store: the encrypted database, its writer thread and its two readers.

Public: `Store.create`, `Store.open`, `write`, `read`, `back_up`, `close`, `findings`, `device`, `identity`.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import DBAPIError

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import DeviceId
from creditbank_desktop.domain.operations.stream import GENESIS, StreamHead
from creditbank_desktop.domain.reference import ReferenceItem
from creditbank_desktop.domain.trail_heads import ChainHead
from creditbank_desktop.models.anchor import ANCHOR_NAME, Anchor, anchor_for, read_anchor, write_anchor
from creditbank_desktop.models.changes import Written
from creditbank_desktop.models.database import READERS, reader_engine, writer_engine
from creditbank_desktop.models.faults import environment_faults, fault_of
from creditbank_desktop.models.identity import DeviceIdentity, Finding, StorePorts
from creditbank_desktop.models.opening import DATABASE_NAME, check_and_migrate, salt_of, sight_of
from creditbank_desktop.models.operation_rows import DeviceIdentityRow, SyncStateRow
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.reading_notes import ReadingNotes
from creditbank_desktop.models.schema import create_tables
from creditbank_desktop.models.soundness import Soundness, examine_database
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.models.writer import WriterThread

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
_LOSES_CONNECTIONS = ("store.io", "store.cannot_open", "store.damaged")


class Store:
    """One open store; made by `create` or `open`, ended by `close`. Callable from any thread."""

    def __init__(self, folder: Path, data_key: bytes, ports: StorePorts) -> None:
        """Open the connections to a database that is known to be whole; use `create` or `open` instead."""
        self._folder = folder
        self._path = folder / DATABASE_NAME
        self._data_key = data_key
        self._ports = ports
        self._findings: list[Finding] = []
        self._writing: Engine = writer_engine(self._path, data_key, ports.busy_timeout_ms)
        self._reading: Engine = reader_engine(self._path, data_key, ports.busy_timeout_ms)
        self._turns = threading.BoundedSemaphore(READERS)
        self._mine = threading.local()
        self._closed = False
        self._told_of_reference: list[Callable[[tuple[ReferenceItem, ...]], None]] = []
        self.anchor: Anchor | None = None
        self._anchored: StreamHead | None = None
        self._writer = WriterThread("store-writer")
        self.readings = ReadingNotes(ports.clock, self.write_later)
        try:
            self.identity: DeviceIdentity = self._writer.run(self._read_identity)
            self._salt = salt_of(self._path)
            self._sight = sight_of(self._path)
        except BaseException:  # nobody could end the writer thread; it is raised again
            self._abandon()
            raise

    @classmethod
    def create(cls, folder: Path, data_key: bytes, identity: DeviceIdentity, ports: StorePorts) -> Store:
        """Make a new encrypted database in ``folder`` and open it.

        ``data_key`` is the 32-byte raw key. The device's first stream begins. Raises `EnvironmentFault`
        "store.exists" if there is one, and as `open` does for the disk.
        """
        path = folder / DATABASE_NAME
        if path.exists():
            raise EnvironmentFault("store.exists", path=str(path))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EnvironmentFault("store.cannot_open", path=str(folder)) from error
        try:
            with environment_faults(folder):
                _make(path, data_key, identity, ports)
        except BaseException:  # no half-made store may stay, also on Ctrl+C
            for left in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
                with suppress(OSError):
                    left.unlink(missing_ok=True)
            raise
        return cls._opened(folder, data_key, ports)

    @classmethod
    def open(cls, folder: Path, data_key: bytes, ports: StorePorts) -> Store:
        """Open the database in ``folder``; one of an older revision is backed up and migrated.

        Raises `EnvironmentFault` "store.missing", "store.foreign", "store.wrong_key", "store.damaged",
        "store.newer", "store.read_only", "store.locked", "store.disk_full", "store.io". What was noticed
        without stopping is in `findings`.
        """
        check_and_migrate(folder, data_key, ports.clock.now(), ports.busy_timeout_ms)
        return cls._opened(folder, data_key, ports)

    @classmethod
    def _opened(cls, folder: Path, data_key: bytes, ports: StorePorts) -> Store:
        with environment_faults(folder):
            store = cls(folder, data_key, ports)
        try:
            store._compare_with_anchor()
        except BaseException:  # nobody else could close it; it is raised again
            store.close()
            raise
        return store

    @property
    def device(self) -> DeviceId:
        """Return the id of this device."""
        return self.identity.device

    @property
    def folder(self) -> Path:
        """Return the folder that the database lies in."""
        return self._folder

    @property
    def ports(self) -> StorePorts:
        """Return what the store was given from outside."""
        return self._ports

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what was noticed: "store.rolled_back", "store.anchor_missing" (both began a new stream),
        "store.audit_cut" (the audit trail ends before a place that it had come past) and
        "store.anchor_unwritten".
        """
        return tuple(self._findings)

    def write(self, work: Callable[[UnitOfWork], T]) -> Written[T]:
        """Run ``work`` on the writer thread in one transaction and wait for it.

        Returns its value and the changes once they are committed. Any exception undoes everything and
        reaches the caller; database errors that are the environment's come as `EnvironmentFault`.
        """
        return self._writer.run(lambda: self._transaction(work))

    def read(self, work: Callable[[Reader], T]) -> T:
        """Run ``work`` on the caller's thread in one of two read-only transactions and return its value.

        Waits while both are busy; a read inside a read shares the outer one's transaction. Raises
        `EnvironmentFault` ("store.closed", or as `open`).
        """
        outer: Reader | None = getattr(self._mine, "reader", None)
        if outer is not None:
            return work(outer)  # waiting for a second turn while holding one could wait for ever
        with self._turns:
            try:
                with environment_faults(self._folder):
                    return self._read(work)
            except EnvironmentFault as fault:
                if fault.code in _LOSES_CONNECTIONS:
                    self._reading.dispose()  # a connection that met a failing disk may be lost
                raise

    def when_reference_changes(self, tell: Callable[[tuple[ReferenceItem, ...]], None]) -> None:
        """Call ``tell`` with the changed entries of the reference data behind every commit that changed some.

        It runs on the writer thread and must not ask this store for anything.
        """
        self._told_of_reference.append(tell)

    def back_up(self, target: Path) -> None:
        """Copy the whole database, as it is now, to ``target`` under the same key, and open it to make sure.

        Raises `EnvironmentFault` ("backup.damaged") when the copy does not hold.
        """
        from creditbank_desktop.models.backup import back_up

        with environment_faults(target.parent):
            back_up(self._path, target, self._data_key)

    def write_later(self, work: Callable[[UnitOfWork], object]) -> None:
        """Let `write` happen when the writer thread comes to it, without waiting; faults are only logged."""
        self._writer.queue(lambda: self._written_later(work))

    def _read(self, work: Callable[[Reader], T]) -> T:
        if self._closed:
            raise EnvironmentFault("store.closed")
        with self._reading.connect() as connection, connection.begin():
            self._mine.reader = Reader(connection, self.identity)
            try:
                return work(self._mine.reader)
            finally:
                del self._mine.reader

    def inspect(self, work: Callable[[Reader], T]) -> T:
        """Run ``work`` as `read` does, on a connection of its own: for what takes long and must not hold up
        lists and searches.
        """
        with environment_faults(self._folder):
            if self._closed:
                raise EnvironmentFault("store.closed")
            engine = reader_engine(self._path, self._data_key, self._ports.busy_timeout_ms)
            try:
                with engine.connect() as connection, connection.begin():
                    return work(Reader(connection, self.identity))
            finally:
                engine.dispose()

    def examine(self) -> Soundness:
        """Read every page of the database and return what is not as it was written; takes its time.

        Raises `EnvironmentFault` as `open` does for the disk.
        """
        return examine_database(self._path, self._data_key)

    def close(self) -> None:
        """Finish what is queued, sign where the trail ends, and close the file.

        Calling it again is harmless.
        """
        with suppress(EnvironmentFault):
            self._writer.run(self._seal_trail)
        self._writer.close()
        taken = [self._turns.acquire() for _ in range(READERS)]
        self._closed = True
        # The last connection to go empties the write-ahead log into the file, which a reader could not do.
        self._reading.dispose()
        self._writing.dispose()
        for _ in taken:
            self._turns.release()

    def _abandon(self) -> None:
        self._writer.close()
        self._reading.dispose()
        self._writing.dispose()

    def _seal_trail(self) -> None:
        """Sign where the chains end, and note it beside the database: the last thing before closing."""
        ends = self._transaction(_sign_off).value
        if ends is not None:
            self._drop_anchor(*ends, always=True)

    def _written_later(self, work: Callable[[UnitOfWork], object]) -> None:
        try:
            self._transaction(work)
        except EnvironmentFault as fault:
            _LOG.info("a queued write failed: %s", fault.code)

    def _transaction(self, work: Callable[[UnitOfWork], T]) -> Written[T]:
        self._look_for_file()
        try:
            with self._writing.connect() as connection:
                with connection.begin():
                    unit = UnitOfWork(connection, self.identity, self._ports)
                    value = work(unit)
                    if sight_of(self._path) != self._sight:
                        raise EnvironmentFault("store.gone", path=str(self._folder))
                    head, trail = unit.stream_head(), unit.audit_head()
                    reference = unit.changed_reference_items(unit.changes)
                self._drop_anchor(head, trail)
        except DBAPIError as error:
            fault = fault_of(error, self._folder)
            if fault is None:
                raise
            # The connection stays: it knows that this commit failed and writes over what the log has of it.
            # Opening the file anew would find a whole commit there and take it for one that succeeded.
            raise fault from error
        for tell in self._told_of_reference if reference else ():
            tell(reference)
        return Written(value, unit.changes)

    def _look_for_file(self) -> None:
        """Make sure that the file is still where it was: the system lets us write to one that is gone.

        A disk that was away and came back shows it as another file; it is taken up again if it is the store
        as the anchor knows it.
        """
        sight = sight_of(self._path)
        if sight == self._sight:
            return
        if sight is not None and salt_of(self._path) == self._salt:
            self._writing.dispose()
            self._reading.dispose()
            anchor = read_anchor(self._folder)
            if not self.read(lambda reader: _judge(reader, anchor)):
                self._sight = sight
                return
        raise EnvironmentFault("store.gone", path=str(self._folder))

    def _drop_anchor(self, head: StreamHead, trail: ChainHead, *, always: bool = False) -> None:
        """Write the anchor behind the commit; the commit stands even if that fails.

        A line of the audit trail alone is not worth a flush: it is anchored with the next operation.
        """
        if head == self._anchored and not always:
            return
        try:
            write_anchor(self._folder, anchor_for(head, self._salt, self._data_key, trail))
            self._anchored = head
        except OSError as error:
            _LOG.info("the anchor could not be written: %s", error)
            finding = Finding("store.anchor_unwritten")
            if finding not in self._findings:
                self._findings.append(finding)

    def _compare_with_anchor(self) -> None:
        """Begin a new stream if the database is older than what was seen of it, or has lost its anchor."""
        self.anchor = anchor = read_anchor(self._folder)
        code = self.read(lambda reader: _judge(reader, anchor))
        if code:
            detail = "" if anchor is None else f"{anchor.incarnation}/{anchor.sequence}"
            self._findings.append(Finding(code, detail))
            self.write(lambda unit: unit.continue_copy())
            self.identity = self._writer.run(self._read_identity)
            return
        if anchor is not None and not self.read(lambda reader: _holds_trail(reader, anchor)):
            self._findings.append(Finding("store.audit_cut", str(anchor.audit_number)))
        self.write(lambda unit: None)

    def _read_identity(self) -> DeviceIdentity:
        with self._writing.connect() as connection, connection.begin():
            row = connection.execute(select(DeviceIdentityRow)).one()
            return DeviceIdentity(row.device, row.office, row.name, row.code, row.signing_seed, row.box_key)


def _judge(reader: Reader, anchor: Anchor | None) -> str:
    head = reader.stream_head()
    if anchor is None:
        return "store.anchor_missing" if head.sequence > 0 else ""
    if anchor.incarnation != head.incarnation or anchor.device != head.device:
        return "store.rolled_back"
    seen = GENESIS if anchor.sequence == 0 else reader.stream_hash(anchor.sequence)
    return "" if seen == anchor.hash else "store.rolled_back"


def _holds_trail(reader: Reader, anchor: Anchor) -> bool:
    """Return whether the audit trail still passes the place that the anchor names."""
    number = anchor.audit_number
    return number == 0 or reader.chains_at((number, 0, 0))[0].hash == anchor.audit_hash


def _sign_off(unit: UnitOfWork) -> tuple[StreamHead, ChainHead] | None:
    """Make a checkpoint; return the ends of stream and trail if it is a new one."""
    last = unit.last_checkpoint()
    if unit.make_checkpoint() == last:
        return None
    return unit.stream_head(), unit.audit_head()


def _make(path: Path, data_key: bytes, identity: DeviceIdentity, ports: StorePorts) -> None:
    # An anchor that an earlier database left behind says nothing about this one.
    (path.parent / ANCHOR_NAME).unlink(missing_ok=True)
    engine = writer_engine(path, data_key, ports.busy_timeout_ms)
    try:
        with engine.begin() as connection:
            create_tables(connection)
            _introduce(connection, identity, ports)
    finally:
        engine.dispose()


def _introduce(connection: Connection, identity: DeviceIdentity, ports: StorePorts) -> None:
    own = {
        "device": identity.device,
        "office": identity.office,
        "name": identity.name,
        "code": identity.code,
        "signing_seed": identity.signing_seed,
        "box_key": identity.box_key,
        "incarnation": ports.new_key()[:16].hex(),
        "began_at": ports.clock.now(),
        "version": 1,
    }
    connection.execute(insert(DeviceIdentityRow), own)
    state = {
        "single": 1,
        "epoch": "",
        "feed_number": 0,
        "sent_sequence": 0,
        "acknowledged_sequence": 0,
        "acknowledged_hash": GENESIS,
        "last_contact_at": None,
        "version": 1,
    }
    connection.execute(insert(SyncStateRow), state)
