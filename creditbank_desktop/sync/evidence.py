"""Sends evidence files that the server lacks and fetches those that this device lacks."""

from __future__ import annotations

import io
from dataclasses import dataclass

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.models.views import KeptFile
from creditbank_desktop.sync.face import Stage, SyncProgress
from creditbank_desktop.sync.protocol.messages import BlobAction, BlobClaim
from creditbank_desktop.sync.protocol.signing import seal_message
from creditbank_desktop.sync.session import Session

_FILE_TROUBLE = ("evidence.missing", "evidence.damaged", "evidence.not_read")


@dataclass(frozen=True, slots=True)
class Moved:
    """How many files went each way."""

    sent: int = 0
    fetched: int = 0


class EvidenceExchange:
    """Moves files one by one; cancelling stops between two."""

    def __init__(self, session: Session) -> None:
        """Move files in ``session``."""
        self._session = session

    def exchange(self, progress: SyncProgress) -> Moved:
        """Send and fetch everything that is missing on either side.

        A file that cannot be read here stops no other one; it stays on the list of files to send. Raises
        `EnvironmentFault` as `Transport` does.
        """
        store = self._session.store
        held_back = bool(self._session.hold)
        outgoing = store.read(lambda reader: reader.blobs_to_send(held_back=held_back))
        missing = store.read(lambda reader: reader.blobs_missing())
        progress.enter(Stage.FILES, len(outgoing) + len(missing))
        sent = fetched = 0
        for file in outgoing:
            if progress.cancelled:
                break
            sent += self._send(file)
            progress.done += 1
        for file in missing:
            if progress.cancelled:
                break
            fetched += self._fetch(file)
            progress.done += 1
        return Moved(sent, fetched)

    def _send(self, file: KeptFile) -> bool:
        session = self._session
        if not session.transport.has_file(_path(file), self._claim(file, BlobAction.ASK)):
            try:
                content = session.files.open(file.blob)
            except EnvironmentFault as fault:
                if fault.code in _FILE_TROUBLE:
                    return False
                raise
            session.transport.put_file(_path(file), self._claim(file, BlobAction.PUT), content)
        session.write(lambda unit: unit.mark_blob_sent(file.blob))
        return True

    def _fetch(self, file: KeptFile) -> bool:
        session = self._session
        content = session.transport.get_file(_path(file), self._claim(file, BlobAction.GET))
        if content is None:
            return False
        blob, _ = session.files.put(io.BytesIO(content))
        if blob != file.blob:
            session.files.remove(blob)
            raise EnvironmentFault("sync.nonsense")
        session.write(lambda unit: _note_fetched(unit, file))
        return True

    def _claim(self, file: KeptFile, action: BlobAction) -> bytes:
        session = self._session
        claim = BlobClaim(session.store.device, session.link.office, action, file.blob, file.size_bytes)
        return seal_message(claim, session.signer)


def _note_fetched(unit: UnitOfWork, file: KeptFile) -> None:
    unit.add_blob(file.blob, file.size_bytes)
    unit.mark_blob_sent(file.blob)


def _path(file: KeptFile) -> str:
    return f"/v1/blobs/{file.blob}"
