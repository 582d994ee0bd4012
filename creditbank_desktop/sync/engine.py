"""The engine of synchronisation: enrols this device, pushes, pulls, moves files, and says how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.operations.envelope import read_envelope
from creditbank_desktop.domain.people import Actor, Role
from creditbank_desktop.domain.ports import Clock, Verifier
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.restored_writer import RECONCILE
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.sync_records import ReceiptResult, Standing
from creditbank_desktop.sync.evidence import EvidenceExchange, Moved
from creditbank_desktop.sync.face import (
    CentralFinding,
    CentralQuestion,
    ItemStanding,
    Stage,
    SyncItem,
    SyncProgress,
    SyncReport,
    SyncStatus,
)
from creditbank_desktop.sync.incoming import Incoming
from creditbank_desktop.sync.link import ServerLink, find_link, keep_link, link_of
from creditbank_desktop.sync.look_ups import ask_about_unchecked, ask_centre
from creditbank_desktop.sync.notices import take_notices
from creditbank_desktop.sync.outgoing import Outgoing, Pushed
from creditbank_desktop.sync.protocol.enrolment_codes import parse_enrolment_code
from creditbank_desktop.sync.protocol.messages import EnrolmentAnswer, EnrolmentRequest, Versions
from creditbank_desktop.sync.protocol.signing import open_message, seal_message
from creditbank_desktop.sync.session import Session
from creditbank_desktop.sync.trail import secure_trail
from creditbank_desktop.sync.transport import PATIENCE, Patience, Transport, opened
from creditbank_desktop.vault.keys import SigningKey
from creditbank_desktop.vault.sealing import box_public_key
from creditbank_desktop.version import VERSION

MOST_ITEMS = 500
LOOK_UP_WAIT_S = 20
"""How long a look-up waits for a run that is under way: somebody stands at the counter."""
_STANDING_OF = {
    ReceiptResult.HELD: ItemStanding.HELD,
    ReceiptResult.CONFLICT: ItemStanding.CONFLICT,
    ReceiptResult.REJECTED: ItemStanding.REJECTED,
}


class SyncEngine:
    """Synchronises one store with its server; one run at a time, callable from any thread.

    No call loses anything: what was not acknowledged is sent again by the next run, what was not applied is
    pulled again.
    """

    def __init__(
        self,
        store: Store,
        files: EvidenceFiles,
        clock: Clock,
        verifier: Verifier,
        patience: Patience = PATIENCE,
    ) -> None:
        """Work on ``store`` and its evidence ``files``; ``patience`` is how long a server is waited for."""
        self._store = store
        self._files = files
        self._clock = clock
        self._verifier = verifier
        self._patience = patience
        self._turn = threading.Lock()
        self._hold: Callable[[], int] = _no_hold
        self._last_fault = ""
        self._progress = SyncProgress()

    def hold_back(self, seconds: Callable[[], int]) -> None:
        """Send no operation before it is that old, so that it can be undone without anybody knowing.

        Asked anew in every run; callable from any thread.
        """
        self._hold = seconds

    def enrol(self, actor: Actor, address: str, code: str) -> frozenset[tuple[str, str]]:
        """Enrol this device with the server at ``address`` by a one-time code; return what changed.

        Done again with the same code it gets the same answer, so a lost answer does no harm. Raises
        `Problems` (``enrolment_code.shape``, ``server_address.shape``), `Refused` (``actor.role_missing``,
        ``sync.enrolled_elsewhere``) and `EnvironmentFault` as `sync_now` does; ``sync.not_our_server`` when
        the server there is not the one that issued the code.
        """
        if not actor.holds(Role.ADMINISTRATOR):
            raise Refused("actor.role_missing", act="sync.enrol")
        parsed = parse_enrolment_code(code)
        known = self._store.read(find_link)
        if known is not None and not parsed.is_of(known.server.signing_key):
            raise Refused("sync.enrolled_elsewhere", address=known.address)
        transport = Transport(address, self._patience)
        try:
            answer = transport.send(
                "/v1/enrolments", self._store.read(lambda r: self._request(r, str(parsed)))
            )
        finally:
            transport.close()
        said = _read_enrolment(answer)
        if not parsed.is_of(said.server.signing_key):
            raise EnvironmentFault("sync.not_our_server")
        opened(EnrolmentAnswer, answer, said.server.signing_key, self._verifier)
        if (said.device, said.office) != (self._store.device, self._store.identity.office):
            raise EnvironmentFault("sync.nonsense")
        link = ServerLink(transport.address, said.office, said.server, said.epoch, self._clock.now())
        return self._store.write(lambda unit: keep_link(unit, link)).changes | {("sync", "")}

    def sync_now(self, progress: SyncProgress | None = None) -> SyncReport:
        """Push, pull and move files; return what was done, also when ``progress`` was cancelled.

        Raises `Refused` (``sync.not_enrolled``, ``sync.running``) and `EnvironmentFault`: ``sync.away``,
        ``sync.server_error``, ``sync.nonsense``, ``sync.not_our_server``, ``sync.refused``, or as `Store`.
        What a failed run did until then stays done, and `status` tells the code.
        """
        progress = progress or SyncProgress()
        if not self._turn.acquire(blocking=False):
            raise Refused("sync.running")
        self._progress = progress
        session = Session(self._store, self._files, self._clock, self._verifier, self._patience)
        try:
            session.hold = timedelta(seconds=self._hold())
            session.connect(self._store.read(link_of))
            progress.when_cancelled(session.hang_up)
            report = _run(session, progress)
            self._last_fault = ""
            return report
        except EnvironmentFault as fault:
            if progress.cancelled and fault.code == "sync.away":
                # Nobody was away: the line was cut because the run was to stop.
                return SyncReport(cancelled=True, changes=session.changes)
            self._last_fault = fault.code
            raise
        finally:
            progress.stage = Stage.DONE
            session.close()
            self._turn.release()

    def look_up(self, actor: Actor, question: CentralQuestion) -> CentralFinding:
        """Ask the server about a person and fetch the record if it knows one.

        Waits for a run that is under way. Raises `Refused` ("actor.role_missing", "sync.not_enrolled",
        "sync.running", "look_up.too_many") and `EnvironmentFault` as `sync_now` does.
        """
        if not (actor.holds(Role.CLERK) or actor.holds(Role.REGISTRY_OFFICER)):
            raise Refused("actor.role_missing", act="sync.look_up")
        link = self._store.read(link_of)
        if not self._turn.acquire(timeout=LOOK_UP_WAIT_S):
            raise Refused("sync.running")
        session = Session(self._store, self._files, self._clock, self._verifier, self._patience)
        try:
            session.connect(link)
            found = ask_centre(session, actor, question)
            if found.learner:
                Incoming(session).pull_all(SyncProgress())
            return replace(found, changes=session.changes)
        finally:
            session.close()
            self._turn.release()

    def stop(self) -> None:
        """Cancel the run that is under way, if there is one."""
        self._progress.cancel()

    def status(self) -> SyncStatus:
        """Return how far everything is."""

        def work(reader: Reader) -> SyncStatus:
            link = find_link(reader)
            outbox = reader.outbox_status()
            return SyncStatus(
                enrolled=link is not None,
                address="" if link is None else link.address,
                saved=outbox.saved,
                sent=outbox.sent,
                in_doubt=outbox.in_doubt,
                held_here=outbox.held_here,
                files=outbox.files,
                file_bytes=outbox.file_bytes,
                oldest_at=outbox.oldest_at,
                last_contact_at=outbox.last_contact_at,
                last_fault=self._last_fault,
                running=self._turn.locked(),
                trail_warnings=len(reader.open_trail_warnings()),
            )

        return self._store.read(work)

    def items(self, limit: int = MOST_ITEMS) -> tuple[SyncItem, ...]:
        """Return what is not settled: first what needs a person, then what only waits for its turn."""
        return self._store.read(lambda reader: (*_doubtful(reader), *_held(reader), *_unsent(reader, limit)))[
            :limit
        ]

    def _request(self, reader: Reader, code: str) -> bytes:
        identity = reader.identity
        signer = SigningKey(identity.signing_seed)
        used: dict[str, int] = {}
        for state in reader.number_blocks():
            year = str(state.block.year)
            used[year] = max(used.get(year, 0), state.block.last)
        request = EnrolmentRequest(
            code=code,
            device=identity.device,
            name=identity.name,
            signing_key=signer.public_key,
            box_key=box_public_key(identity.box_key),
            office=identity.office,
            numbers_used=used,
            versions=Versions(program=VERSION),
        )
        return seal_message(request, signer)


def _run(session: Session, progress: SyncProgress) -> SyncReport:
    """Push, pull, move files; what the server did in answer to the push comes with the pull.

    A store that continues a copy fetches first: what this device had sent before stands there.
    """
    restored = session.store.read(lambda reader: reader.setting(RECONCILE))
    fetched = Incoming(session).pull_all(progress) if restored else 0
    if restored and not progress.cancelled:
        session.write(lambda unit: unit.set_setting(RECONCILE, ""))
    pushed = Outgoing(session).push_all(progress)
    pulled = 0 if progress.cancelled else Incoming(session).pull_all(progress)
    if not progress.cancelled and ask_about_unchecked(session):
        pulled += Incoming(session).pull_all(progress)
    if not progress.cancelled:
        take_notices(session)
    moved = Moved() if progress.cancelled else EvidenceExchange(session).exchange(progress)
    if not progress.cancelled:
        counts = {"pushed": pushed.answered, "pulled": fetched + pulled}
        secure_trail(session, {**counts, "files": moved.sent + moved.fetched})
    return _report(session, progress, pushed, fetched + pulled, moved)


def _report(
    session: Session, progress: SyncProgress, pushed: Pushed, pulled: int, moved: Moved
) -> SyncReport:
    return SyncReport(
        pushed=pushed.answered,
        accepted=pushed.accepted,
        in_doubt=pushed.in_doubt,
        held_back=pushed.held_back,
        pulled=pulled,
        files_sent=moved.sent,
        files_fetched=moved.fetched,
        cancelled=progress.cancelled,
        changes=session.changes,
    )


def _no_hold() -> int:
    return 0


def _read_enrolment(answer: bytes) -> EnrolmentAnswer:
    try:
        return open_message(EnrolmentAnswer, answer).message
    except Malformed as error:
        raise EnvironmentFault("sync.nonsense") from error


def _doubtful(reader: Reader) -> list[SyncItem]:
    found = []
    for receipt in reader.receipts_in_doubt():
        data = reader.operation_data(receipt.operation)
        if data is not None:
            found.append(_item(data, _STANDING_OF[receipt.result], receipt.code))
    return found


def _held(reader: Reader) -> list[SyncItem]:
    found = []
    for held in reader.held_operations():
        waits = held.standing is Standing.WAITING
        standing = ItemStanding.WAITING_HERE if waits else ItemStanding.SET_ASIDE
        try:
            found.append(_item(held.data, standing, held.code))
        except Malformed:
            unreadable = SyncItem(held.operation, "", ("", ""), standing, held.code, held.received_at)
            found.append(unreadable)
    return found


def _unsent(reader: Reader, limit: int) -> list[SyncItem]:
    sent = reader.sent_sequence()
    return [
        _item(stored.data, ItemStanding.SENT if stored.sequence <= sent else ItemStanding.SAVED, "")
        for stored in reader.own_operations(reader.acknowledged().sequence, limit)
    ]


def _item(data: bytes, standing: ItemStanding, code: str) -> SyncItem:
    envelope = read_envelope(data)
    subject = ("", "")
    for kind in ("application", "learner", "paper", "account"):
        value = envelope.body.get(kind)
        if isinstance(value, str):
            subject = (kind, value)
            break
    return SyncItem(envelope.header.operation, envelope.type, subject, standing, code, envelope.header.at)
