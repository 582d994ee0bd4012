"""What one run works with: the store, the server and the device's keys; it gathers what changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from creditbank_desktop.domain.ports import Clock, Signer, Verifier
from creditbank_desktop.models.blobs import EvidenceFiles
from creditbank_desktop.models.store import Store
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.sync.link import ServerLink
from creditbank_desktop.sync.transport import PATIENCE, Patience, Transport
from creditbank_desktop.vault.keys import SigningKey

T = TypeVar("T")


class Session:
    """One run.

    ``changes`` are the ids of everything written so far; own operations younger than ``hold`` are not sent.
    """

    def __init__(
        self,
        store: Store,
        files: EvidenceFiles,
        clock: Clock,
        verifier: Verifier,
        patience: Patience = PATIENCE,
    ) -> None:
        """Work on ``store``; `connect` names the server."""
        self.store = store
        self.files = files
        self.clock = clock
        self.verifier = verifier
        self._patience = patience
        self.signer: Signer = SigningKey(store.identity.signing_seed)
        self.changes: frozenset[tuple[str, str]] = frozenset()
        self.hold = timedelta(0)
        self._link: ServerLink | None = None
        self._transport: Transport | None = None

    def connect(self, link: ServerLink) -> None:
        """Speak to the server of ``link``."""
        self._link = link
        self._transport = Transport(link.address, self._patience)

    def hang_up(self) -> None:
        """End what is under way with the server at once; callable from any thread."""
        if self._transport is not None:
            self._transport.hang_up()

    @property
    def link(self) -> ServerLink:
        """Return the enrolment."""
        assert self._link is not None, "not connected"
        return self._link

    @property
    def transport(self) -> Transport:
        """Return the way to the server."""
        assert self._transport is not None, "not connected"
        return self._transport

    def write(self, work: Callable[[UnitOfWork], T]) -> T:
        """Write to the store and take note of what changed."""
        written = self.store.write(work)
        self.changes |= written.changes
        return written.value

    def close(self) -> None:
        """End the connection."""
        if self._transport is not None:
            self._transport.close()
