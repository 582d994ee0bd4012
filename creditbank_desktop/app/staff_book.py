"""The staff list as the services see it; fills their port ``StaffBook`` from what synchronisation keeps."""

from __future__ import annotations

from datetime import datetime

from creditbank_desktop.domain.ports import Verifier
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.ports import StaffEntry, StaffRoll
from creditbank_desktop.sync.protocol.notices import StaffLine, StaffList
from creditbank_desktop.sync.staff_list import is_code_of, keep_list, kept_list, refusal_of


class SyncedStaffBook:
    """Reads and keeps the list of the server that this device is enrolled with."""

    def __init__(self, verifier: Verifier) -> None:
        """Check signatures by ``verifier``."""
        self._verifier = verifier

    def kept(self, reader: Reader) -> StaffRoll | None:
        """Return the list in force."""
        found = kept_list(reader, self._verifier)
        return None if found is None else _roll(found)

    def refusal(self, reader: Reader) -> tuple[str, datetime] | None:
        """Return code and moment of the last list that was turned away."""
        return refusal_of(reader)

    def keep(self, unit: UnitOfWork, data: bytes) -> StaffRoll:
        """Check and keep a list that came as a file."""
        return _roll(keep_list(unit, data, self._verifier))

    def is_code(self, reader: Reader, code: str, entry: StaffEntry) -> bool:
        """Return whether ``code`` is the one-time code of ``entry``."""
        return is_code_of(reader, code, StaffLine(entry.login, entry.name, entry.roles, entry.code_sha256))


def _roll(found: StaffList) -> StaffRoll:
    people = (StaffEntry(line.login, line.name, line.roles, line.code_sha256) for line in found.people)
    return StaffRoll(found.version, found.issued_at, tuple(people))
