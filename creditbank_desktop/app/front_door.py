"""Does the work of the login window: what store there is, unlocking it, making a new one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems
from creditbank_desktop.ui.login.desk import LoginPerson, OfficeSetup, RecoverRequest, StoreGlance

if TYPE_CHECKING:
    from creditbank_desktop.app.office import Session, Surroundings
    from creditbank_desktop.domain.backup_progress import BackupProgress
    from creditbank_desktop.services.views_backup import BackupView, RestoreReport
    from creditbank_desktop.ui.safety.restore_desk import RestoreRequest

OFFICE_FOLDER = "office"
SAMPLE_FOLDER = "sample"
MAKING_FOLDER = "sample.making"
ADMINISTRATOR_LOGIN = "admin"
Tell = Callable[[int, int], None]


@dataclass(slots=True)
class FrontDoor:
    """Fills the login window's `LoginDesk`; heavy parts are imported by the first call, on a worker thread.

    ``data`` is the program's data folder. The office and the sample lie beside each other in it, so that the
    sample can be removed in one step. ``sample`` chooses which of the two is opened; ``making`` tells
    how far the making of the sample is (steps done, of all).
    """

    data: Path
    resources: Path
    sample: bool = False
    make_sample: Callable[[OfficePlace, Surroundings, Tell], None] | None = None
    making: tuple[int, int] = (0, 0)
    _session: Session | None = None
    _sessions: dict[str, Session] = field(default_factory=dict)
    _office_name: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def place(self) -> OfficePlace:
        """Return where the chosen office lies."""
        return OfficePlace(self.data / (SAMPLE_FOLDER if self.sample else OFFICE_FOLDER))

    @property
    def session(self) -> Session | None:
        """Return the session that was used last, if somebody has signed in."""
        return self._session

    def around(self) -> Surroundings:
        """Return the surroundings of real work."""
        from creditbank_desktop.app.office import surroundings
        from creditbank_desktop.devices.clock import SystemClock

        return surroundings(self.resources, SystemClock())

    def glance(self) -> StoreGlance:
        """Return what can be seen of the store without opening it."""
        from creditbank_desktop.app.completing import complete_restore
        from creditbank_desktop.devices.clock import SystemClock
        from creditbank_desktop.vault.keyring import Keyring

        place = self.place
        complete_restore(place)
        if not place.exists:
            return StoreGlance(False, self.sample, ())
        shown = self._sample_passphrases() if self.sample else {}
        entries = Keyring.open(place.keyring, SystemClock()).people()
        people = tuple(
            LoginPerson(entry.login, entry.name, *shown.get(entry.login, ((), ""))) for entry in entries
        )
        with self._lock:
            last = self._session.unlocked.person_id if self._session is not None else ""
            logins = {entry.person: entry.login for entry in entries}
            locked = tuple(logins[person] for person in self._sessions if person in logins)
        return StoreGlance(True, self.sample, people, logins.get(last, ""), locked)

    def unlock(self, person: str, passphrase: str) -> Session:
        """Return the session of ``person`` (a login); an office that is open already stays open."""
        from creditbank_desktop.app.office import unlock_office

        with self._lock:
            if self._session is not None:
                opened = self._session.switch(person, passphrase)
            else:
                opened = unlock_office(self.place, self.around(), person, passphrase)
            return self._entered(opened)

    def recover(self, request: RecoverRequest) -> Session:
        """Give somebody a new passphrase by recovery code or unlock file, and return their session."""
        from creditbank_desktop.app.recovery import Means, recover_office

        unlock_file = b""
        if request.unlock_file:
            try:
                unlock_file = Path(request.unlock_file).read_bytes()
            except OSError as fault:
                raise Problems([Problem("file.unreadable", "unlock_file")]) from fault
        means = Means(request.code, unlock_file)
        with self._lock:
            opened = recover_office(
                self.place, self.around(), request.login, means, request.passphrase, self._session
            )
            # What was open under the old passphrase is the same person's: they go on in it.
            return self._entered(opened)

    def _entered(self, opened: Session) -> Session:
        """Return the session of who has just proved who they are: the one that they left open, or this."""
        person, failures = opened.unlocked.person_id, opened.unlocked.failures
        present = self._sessions.get(person)
        if present is not None and present.unlocked.signer.public_key == opened.unlocked.signer.public_key:
            opened = present
        self._session = self._sessions[person] = opened
        with suppress(EnvironmentFault):
            if failures:
                opened.note("session.failed", count=failures)
            if opened is present:
                opened.note("session.unlocked")
            opened.settle()
        return opened

    def leave(self, session: Session) -> None:
        """End a session; the store is closed with the last one."""
        with self._lock:
            person = session.unlocked.person_id
            with suppress(EnvironmentFault):
                session.note("session.signed_out")
            if self._sessions.get(person) is session:
                del self._sessions[person]
            if not self._sessions:
                session.close()
                self._session = None
            elif self._session is session:
                self._session = next(iter(self._sessions.values()))

    def save_recovery_sheet(self, code: str, path: str) -> None:
        """Write the page (PDF) that goes into the safe with a new recovery code."""
        from creditbank_desktop.app.recovery_sheet import recovery_sheet
        from creditbank_desktop.devices.files import write_whole

        page = recovery_sheet(self.resources, self.around().clock, self._office_name, code)
        write_whole(Path(path), page)

    def set_up(self, setup: OfficeSetup) -> str:
        """Make a new office and return its recovery code; nobody is signed in afterwards."""
        from creditbank_desktop.app.office import establish_office
        from creditbank_desktop.services.views_ledger import OfficeForm, PersonForm

        office = OfficeForm(
            school=setup.school_code,
            code=setup.office_code,
            name_zh=setup.office_name,
            name_en=setup.office_name,
            school_name_zh=setup.office_name,
            school_name_en=setup.office_name,
        )
        administrator = PersonForm(ADMINISTRATOR_LOGIN, setup.administrator, setup.passphrase)
        try:
            established = establish_office(self.place, self.around(), office, administrator)
        except Problems as found:
            raise Problems(_as_asked(problem) for problem in found.problems) from found
        established.session.close()
        self._office_name = setup.office_name
        return established.recovery_code

    def load_sample(self) -> None:
        """Make the sample store beside the real one and look at it from now on.

        It is made under another name and renamed at the end: a making that was cut short leaves nothing that
        looks like an office.
        """
        self.sample = True
        if self.place.exists or self.make_sample is None:
            return
        unfinished = self.data / MAKING_FOLDER
        _remove_office(unfinished)
        self.make_sample(OfficePlace(unfinished), self.around(), self._tell_making)
        _remove_office(self.place.folder)
        unfinished.rename(self.place.folder)

    def restorable(self, folder: str) -> tuple[BackupView, ...]:
        """Return the backups in ``folder``, or with "" all within reach, the newest first."""
        from creditbank_desktop.app.backups import backups_within_reach

        return backups_within_reach(self.place, folder)

    def restore(self, request: RestoreRequest, progress: BackupProgress) -> RestoreReport:
        """Put a backup, or what can be salvaged, in the place of the office, which nobody has open."""
        from creditbank_desktop.app.restoring import restore_as_asked
        from creditbank_desktop.app.salvage import salvage_in_place
        from creditbank_desktop.ui.safety.restore_desk import SALVAGE

        self.close()
        with self._lock:
            if request.path == SALVAGE:
                return salvage_in_place(self.place, self.around(), request)
            return restore_as_asked(self.place, self.around(), request, progress)

    @property
    def exists(self) -> bool:
        """Return whether the chosen office was set up."""
        return self.place.exists

    def _tell_making(self, done: int, total: int) -> None:
        self.making = (done, total)

    def close(self) -> None:
        """Close the store, if it is open."""
        with self._lock:
            if self._session is not None:
                self._session.close()
                self._session = None
                self._sessions.clear()

    def _sample_passphrases(self) -> dict[str, tuple[tuple[str, ...], str]]:
        from creditbank_desktop.app.sample.people import read_sample_people
        from creditbank_desktop.domain.people import Role

        people = read_sample_people(self.resources / "sample")
        return {
            person.login: (
                # A set has another order at every start.
                tuple(role.value for role in Role if role in person.roles),
                person.passphrase,
            )
            for person in people
        }


def remove_sample(data: Path) -> bool:
    """Remove the sample office from the data folder in one step; return whether there was one."""
    found = [data / name for name in (SAMPLE_FOLDER, MAKING_FOLDER) if (data / name).exists()]
    for folder in found:
        _remove_office(folder)
    return bool(found)


def _remove_office(folder: Path) -> None:
    """Remove a folder with an office and its server, whose database may have to lie elsewhere."""
    from creditbank_desktop.app.sample.server import remove_server_database
    from creditbank_desktop.devices.files import remove_folder

    if folder.exists():
        remove_server_database(folder)
        remove_folder(folder)


def _as_asked(problem: Problem) -> Problem:
    """Return ``problem`` with the field of the set-up form that it belongs to."""
    fields = {
        "school": "school_code",
        "code": "office_code",
        "name": "administrator",
        "name_zh": "office_name",
        "school_name_zh": "office_name",
    }
    return Problem(problem.code, fields.get(problem.field, problem.field), problem.params, problem.severity)
