"""The central server that comes with the sample: the real one, on this computer, beside the sample store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from creditbank_desktop.app.office import Session
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.sync.engine import SyncEngine
from creditbank_desktop.sync.link import find_link, keep_link
from creditbank_desktop.vault.keys import Ed25519Verifier
from creditbank_server.embedded import EmbeddedServer
from creditbank_server.settings import Settings

SERVER_FOLDER = "server"


class SampleServer:
    """Runs the central server in ``folder`` of the sample office until it is stopped."""

    def __init__(self, folder: Path, clock: Clock | None = None, *, durable: bool = True) -> None:
        """Take note; nothing runs before `start`."""
        settings = Settings(folder / SERVER_FOLDER, port=0, tick_seconds=5.0, durable=durable)
        self._server = EmbeddedServer(settings, clock)

    def start(self) -> None:
        """Start PostgreSQL and the server; raises `EnvironmentFault`."""
        self._server.start()

    def stop(self) -> None:
        """Stop both; no harm when called twice."""
        self._server.stop()

    def engine_for(self, session: Session) -> SyncEngine:
        """Return the engine that syncs the session's store with this server, enrolled if it was not before.

        The server listens on another port after each start, so the link is brought up to date.
        """
        engine = SyncEngine(session.store, session.room.files, session.room.clock, Ed25519Verifier())
        link = session.store.read(find_link)
        if link is None:
            engine.enrol(session.actor, self._server.address, self._server.enrolment_code())
        elif link.address != self._server.address:
            moved = replace(link, address=self._server.address)
            session.store.write(lambda unit: keep_link(unit, moved))
        return engine


def remove_server_database(folder: Path) -> None:
    """Delete the stopped database of the sample office in ``folder``, wherever it lies."""
    from creditbank_server.embedded_postgres import EmbeddedPostgres

    if (folder / SERVER_FOLDER).exists():
        EmbeddedPostgres(folder / SERVER_FOLDER).remove()
