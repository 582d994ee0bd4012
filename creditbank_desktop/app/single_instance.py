"""Keeps one program per data folder: a second start brings the first window forward."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 1_000
_SHOW = b"show\n"


class SingleInstance(QObject):
    """The first program of a data folder holds a lock file and listens; a later one asks it to show itself.

    Signals: `asked_to_show` when another start of the program ended because this one runs.
    """

    asked_to_show = Signal()

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        """Stand for the program that works in ``data_folder``, which must exist."""
        super().__init__(parent)
        digest = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()[:24]
        self._name = f"creditbank-{digest}"
        self._lock = QLockFile(str(data_folder / "creditbank.lock"))
        # The holder's process decides whether a lock is stale, not its age: an office runs for days.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)

    def take(self) -> bool:
        """Return True for the first program; otherwise ask the first to show itself and return False."""
        if self._lock.tryLock(0):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
            return True
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_ANSWER_MS):
            socket.write(_SHOW)
            socket.waitForBytesWritten(_ANSWER_MS)
            socket.disconnectFromServer()
        return False

    def release(self) -> None:
        """Let the next start be the first."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_server_new_connection(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.disconnected.connect(connection.deleteLater)
            self.asked_to_show.emit()
