"""The fixtures of a running server."""

from __future__ import annotations

from tests.server.serving import clock, database, desk, new_desk, postgres, server, server_client, settings

__all__ = ["clock", "database", "desk", "new_desk", "postgres", "server", "server_client", "settings"]
