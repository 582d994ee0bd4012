"""What an examination of the office needs from the computer around it and from synchronisation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from creditbank_desktop.models.check_findings import CheckProgress, StoreFinding
from creditbank_desktop.services.views_health import HealthFinding


class Machine(Protocol):
    """Looks at the computer; filled by the composition root. Nothing of it takes long."""

    def look(self) -> Iterable[HealthFinding]:
        """Yield what there is to say of free space, key file, fonts, printer and scanner."""

    def check_chains(self, progress: CheckProgress) -> Sequence[StoreFinding]:
        """Return every row of the store that does not hold, with what only the server's answers can tell.

        Raises `EnvironmentFault` as the store does.
        """


class NoMachine:
    """Stands where nobody asks about the computer."""

    def look(self) -> Iterable[HealthFinding]:
        """Yield nothing."""
        return ()

    def check_chains(self, progress: CheckProgress) -> Sequence[StoreFinding]:
        """Return nothing."""
        return ()
