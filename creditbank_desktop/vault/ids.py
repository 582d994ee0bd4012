"""Internal keys from the system's clock and random source."""

from __future__ import annotations

import uuid_utils


class Uuid7Source:
    """Makes UUIDv7 keys (RFC 9562); fills the port `creditbank_desktop.domain.ports.IdSource`."""

    def new_id(self) -> str:
        """Return a fresh UUIDv7 in its 36-character form; later ones sort later, to the millisecond."""
        return str(uuid_utils.uuid7())
