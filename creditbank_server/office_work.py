"""One transaction on one office: its row is locked, so that feed numbers and chains grow without a gap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from creditbank_desktop.domain.applications import Application
from creditbank_desktop.domain.deadlines import Step
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.domain.ids import LearnerId, OfficeId, OperationId
from creditbank_desktop.domain.operations.catalogue import Body, Personal
from creditbank_desktop.domain.operations.envelope import (
    Header,
    Operation,
    open_envelope,
    operation_hash,
    read_envelope,
    write_operation,
)
from creditbank_desktop.domain.operations.reducer import reduce
from creditbank_desktop.domain.operations.stream import StreamHead
from creditbank_desktop.domain.states import State
from creditbank_desktop.vault.sealing import LearnerSealer
from creditbank_server.database import Connection
from creditbank_server.learner_keys import LearnerKeyShelf
from creditbank_server.office_times import OfficeTimes
from creditbank_server.server_ports import ServerPorts
from creditbank_server.shelf import OfficeShelf


class OfficeWork:
    """Applies and writes operations of one office; nothing is on disk before `flush` and the commit.

    ``moment`` and ``today`` are the server's clock at the beginning; ``arrived`` collects the ids of
    everything that the work brought in, for what waits for it.
    """

    def __init__(self, connection: Connection, office: OfficeId, ports: ServerPorts) -> None:
        """Work on ``office`` inside the transaction that ``connection`` is in."""
        self.connection = connection
        self.office = office
        self.ports = ports
        self.moment = ports.clock.now()
        self.today = ports.clock.today()
        self.keys = LearnerKeyShelf(connection, ports.keys.storage_key)
        self.sealer = LearnerSealer(self.keys)
        self.shelf = OfficeShelf(connection, office, self.keys)
        self._times = OfficeTimes(office, self.shelf, ports.reference)
        self.feed_number = 0
        self.durable_through = 0
        self.arrived: set[str] = set()
        self._stream = StreamHead(ports.identity.device, "")
        self._operations: list[tuple[object, ...]] = []
        self._feed: list[tuple[object, ...]] = []
        self._positions: list[tuple[object, ...]] = []

    def lock(self, *, wait: bool = True) -> bool:
        """Lock the office's row; return False if another transaction holds it and ``wait`` is False.

        Raises `Refused` ``office.unknown`` if there is no such office.
        """
        row = self._locked_row("" if wait else " SKIP LOCKED")
        if row is None:
            if not wait:
                return False
            raise Refused("office.unknown", office=self.office)
        self.feed_number, self.durable_through, incarnation, sequence, chain = row
        self._stream = StreamHead(self.ports.identity.device, incarnation, sequence, chain)
        return True

    def apply(self, data: bytes, operation: Operation) -> int:
        """Reduce an operation that was checked, store it and return its feed number.

        Raises `Refused` if it is not allowed now and `Malformed` for ids that are none; then nothing changed.
        """
        ids = self.shelf.put(reduce(operation, self.shelf))
        self.feed_number += 1
        header = operation.header
        body = operation.body
        learner = header.learner
        self._operations.append(
            (
                self.office,
                header.operation,
                operation_hash(data),
                body.op_type,
                header.device,
                header.person,
                learner,
                data,
                self.moment,
            )
        )
        self._feed.append((self.office, self.feed_number, header.operation))
        self.arrived.update(ids)
        self.arrived.add(header.operation)
        return self.feed_number

    def adopt(self, data: bytes) -> int:
        """Take over an operation of the server's own that another office holds already."""
        return self.apply(data, open_envelope(read_envelope(data), self.sealer))

    def author(
        self, body: Body, learner: LearnerId | None = None, personal: Personal | None = None
    ) -> OperationId:
        """Write an operation as the server, into its own stream and the office's feed; return its id.

        ``personal`` is sealed under the key of ``learner``.
        Raises `Refused` if it is not allowed now; then nothing changed.
        """
        identity = self.ports.identity
        header = Header(
            operation=OperationId(self.ports.ids.new_id()),
            office=self.office,
            device=identity.device,
            person=identity.person,
            at=self.moment,
            on=self.today,
            learner=learner,
        )
        operation = Operation(header, body, personal)
        data = write_operation(operation, self.ports.keys.person, self.sealer)
        self.apply(data, operation)
        self._stream = self._stream.followed_by(data)
        self.position(self._stream, header.operation)
        return header.operation

    def position(self, head: StreamHead, operation: str) -> None:
        """Remember that ``operation`` stands at ``head`` of a stream."""
        self._positions.append(
            (self.office, head.device, head.incarnation, head.sequence, operation, head.hash)
        )

    def flush(self) -> None:
        """Write everything that the work brought."""
        self.shelf.flush(self._due_on)
        self._copy(
            "operations (office, operation, sha256, type, device, person, learner, data, stored_at)",
            self._operations,
        )
        self._copy("feed (office, number, operation)", self._feed)
        self._copy(
            "stream_positions (office, device, incarnation, sequence, operation, hash)", self._positions
        )
        self.connection.execute(
            "UPDATE offices SET feed_number = %s, stream_sequence = %s, stream_hash = %s WHERE office = %s",
            (self.feed_number, self._stream.sequence, self._stream.hash, self.office),
        )

    def _locked_row(self, skip: str) -> tuple[Any, ...] | None:
        # SKIP LOCKED is one of two fixed words, never input.
        return self.connection.execute(
            "SELECT feed_number, durable_through, incarnation, stream_sequence, stream_hash FROM offices"
            f" WHERE office = %s FOR UPDATE{skip}",
            (self.office,),
        ).fetchone()

    def _copy(self, target: str, rows: Iterable[tuple[object, ...]]) -> None:
        rows = tuple(rows)
        if not rows:
            return
        with self.connection.cursor() as cursor, cursor.copy(f"COPY {target} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def _due_on(self, application: Application) -> date | None:
        match application.state:
            case State.PUBLICITY:
                return application.publicity_to
            case State.SUPPLEMENT:
                return application.supplement_due_on
            case State.RECEIVED:
                return self._times.last_day(Step.INTAKE, application.entered_on)
            case _:
                return None
