"""Tries whether this computer can save: a row in the database, a file beside it, both flushed."""

from __future__ import annotations

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.services.workroom import Workroom

TRIED = "disk.tried"
"""The setting that is written to see whether anything can be."""


def try_saving(room: Workroom) -> EnvironmentFault | None:
    """Return what keeps this computer from saving, None for nothing."""
    moment = room.clock.now().isoformat(timespec="seconds")
    try:
        room.store.write(lambda unit: unit.set_setting(TRIED, moment))
        room.files.try_writing()
    except EnvironmentFault as fault:
        return fault
    return None
