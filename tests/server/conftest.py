"""The fixtures of a running server."""

from __future__ import annotations

from tests.server.serving import (
    clock,
    database,
    desk,
    new_desk,
    own_database,
    own_server,
    postgres,
    server,
    server_client,
    settings,
    shared_server,
)

__all__ = [
    "clock",
    "database",
    "desk",
    "new_desk",
    "own_database",
    "own_server",
    "postgres",
    "server",
    "server_client",
    "settings",
    "shared_server",
]
