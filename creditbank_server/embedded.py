"""The real server in this process: for tests, the demo and a single computer without a central site."""

from __future__ import annotations

import contextlib
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import uvicorn

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.domain.ports import Clock
from creditbank_server.central_server import CentralServer
from creditbank_server.settings import Settings

_START_SECONDS = 30.0


class EmbeddedServer:
    """Serves on a port of 127.0.0.1 from a thread of its own, with any clock, until it is stopped."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        """Take note of the settings; nothing happens before `start`. Port 0 takes a free one."""
        self.central = CentralServer(settings, clock)
        self._listener: socket.socket | None = None
        self._uvicorn: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> str:
        """Open the server and return its address, for example ``http://127.0.0.1:40321``.

        Raises `EnvironmentFault` as `CentralServer.open` does, ``server.port_taken`` or ``server.start``.
        """
        self.central.open()
        try:
            self._listen()
            self._serve()
        except BaseException:  # threads and database would go on; it is raised again
            self.stop()
            raise
        self.central.start_jobs()
        return self.address

    @property
    def address(self) -> str:
        """Return where the server listens."""
        assert self._listener is not None, "not started"
        host, port = self._listener.getsockname()[:2]
        return f"http://{host}:{port}"

    def enrolment_code(self, office: OfficeId | None = None) -> str:
        """Return a new one-time code as `EnrolmentDesk.issue_code` issues it."""
        return str(self.central.desks.enrolment.issue_code(office))

    def stop(self) -> None:
        """Answer what is under way, then end threads and database; no harm when called twice."""
        if self._uvicorn is not None:
            self._uvicorn.should_exit = True
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        self.central.close()

    def _listen(self) -> None:
        settings = self.central.settings
        # Named as TCP, so that asyncio turns off the delay of small packets: 40 ms for every answer.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            if sys.platform != "win32":  # there it would let two programs share the port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((settings.host, settings.port))
            listener.listen(128)
        except OSError as error:
            listener.close()
            raise EnvironmentFault("server.port_taken", port=settings.port) from error
        self._listener = listener

    def _serve(self) -> None:
        from creditbank_server.web import build_app

        config = uvicorn.Config(
            build_app(self.central), log_config=None, access_log=False, timeout_graceful_shutdown=5
        )
        self._uvicorn = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, name="creditbank-server", daemon=True)
        self._thread.start()
        deadline = time.monotonic() + _START_SECONDS
        while not self._uvicorn.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                raise EnvironmentFault("server.start")
            time.sleep(0.01)

    def _run(self) -> None:
        assert self._uvicorn is not None
        assert self._listener is not None
        self._uvicorn.run(sockets=[self._listener])


@contextlib.contextmanager
def temporary_server(clock: Clock | None = None, *, durable: bool = False) -> Iterator[EmbeddedServer]:
    """Run a server on a database of its own, of which nothing is left afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="creditbank-server-"))
    server = EmbeddedServer(Settings(folder, port=0, durable=durable), clock)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        server.central.remove_database()
        shutil.rmtree(folder, ignore_errors=True)
