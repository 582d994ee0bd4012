"""Looks at the computer around an office: free space, key file, fonts, printer, scanner; fills `Machine`."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.devices.printing import system_printer
from creditbank_desktop.devices.scanners import look_for_scanners
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ports import Verifier
from creditbank_desktop.models.check_findings import CheckProgress, StoreFinding
from creditbank_desktop.models.store import Store
from creditbank_desktop.services.views_health import Area, HealthFinding, Mend, Severity, seen
from creditbank_desktop.sync.checks import check_whole_store
from creditbank_desktop.vault.keyring import Keyring

SHORT_OF_SPACE_MIB = 50
LITTLE_SPACE_MIB = 500
_MIB = 2**20


class OfficeMachine:
    """The computer that an open office lies on."""

    def __init__(
        self, place: OfficePlace, resources: Path, store: Store, keyring: Keyring, verifier: Verifier
    ) -> None:
        """Look at where ``place`` and ``resources`` lie."""
        self._place = place
        self._resources = resources
        self._store = store
        self._keyring = keyring
        self._verifier = verifier

    def look(self) -> Iterator[HealthFinding]:
        """Yield what there is to say; see `Machine.look`."""
        yield see_space(self._place.folder)
        yield see_keyring(self._place, len(self._keyring.people()))
        yield see_fonts(self._resources / "fonts")
        yield see_printer(self._place.folder)
        yield see_scanner()

    def check_chains(self, progress: CheckProgress) -> Sequence[StoreFinding]:
        """Return every row that does not hold; see `Machine.check_chains`."""
        return check_whole_store(self._store, self._verifier, progress)


def see_space(folder: Path) -> HealthFinding:
    """Say how much is free where ``folder`` lies, or will."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free // _MIB
    if free < SHORT_OF_SPACE_MIB:
        return seen(Area.SPACE, Severity.BAD, "space.short", (("free", free),), Mend.CHECK_AGAIN)
    if free < LITTLE_SPACE_MIB:
        return seen(Area.SPACE, Severity.NOTE, "space.little", (("free", free),), Mend.CHECK_AGAIN)
    return seen(Area.SPACE, Severity.GOOD, "space.enough", (("free", free),))


def see_keyring(place: OfficePlace, people: int) -> HealthFinding:
    """Say whether the key file and its copy lie where they must."""
    params = (("people", people),)
    there = place.keyring.exists(), place.keyring_copy.exists()
    if all(there):
        return seen(Area.KEYRING, Severity.GOOD, "keyring.whole", params)
    return seen(Area.KEYRING, Severity.NOTE, "keyring.one_copy", params, Mend.BACK_UP)


def see_fonts(folder: Path) -> HealthFinding:
    """Compare the fonts with the list that was shipped with them."""
    wrong, lines = [], []
    sums = folder / "SHA256SUMS"
    if sums.exists():
        lines = sums.read_text("utf-8").splitlines()
    for line in lines:
        wanted, _, name = line.partition("  ")
        file = folder / name.strip()
        if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest() != wanted:
            wrong.append(name.strip())
    if wrong or not lines:
        params = (("files", ", ".join(wrong) or "SHA256SUMS"),)
        return seen(Area.FONTS, Severity.BAD, "fonts.damaged", params)
    return seen(Area.FONTS, Severity.GOOD, "fonts.whole", (("count", len(lines)),))


def see_printer(cache: Path) -> HealthFinding:
    """Say which printers the system has."""
    try:
        names = ", ".join(printer.name for printer in system_printer(cache).printers())
    except EnvironmentFault:
        return seen(Area.PRINTER, Severity.NOTE, "printer.none")
    if not names:
        return seen(Area.PRINTER, Severity.GOOD, "printer.by_viewer")
    return seen(Area.PRINTER, Severity.GOOD, "printer.ready", (("names", names),))


def see_scanner() -> HealthFinding:
    """Say which scanning service there is; an office can also work with files from a copier."""
    sight = look_for_scanners()
    if not sight.service:
        return seen(Area.SCANNER, Severity.NOTE, "scanner.none")
    if not sight.names:
        return seen(Area.SCANNER, Severity.GOOD, "scanner.service", (("service", sight.service),))
    params = (("service", sight.service), ("names", ", ".join(sight.names)))
    return seen(Area.SCANNER, Severity.GOOD, "scanner.ready", params)
