"""An office of three people with passphrases of their own, on a real server: what the recovery drills use."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from creditbank_desktop.app.office import Session, Surroundings, establish_office, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.ports import Clock
from creditbank_desktop.services.views_ledger import OfficeForm, PersonForm
from creditbank_desktop.vault.ids import Uuid7Source
from creditbank_desktop.vault.passphrases import Cost
from creditbank_server.embedded import EmbeddedServer

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CHEAP = Cost(64, 1, 1)
ADMIN, CLERK, OTHER = "velvet engine island", "apricot lantern harbour", "seven quiet teapots"
OFFICE = OfficeForm("99801", "01", "示例中心", "Sample Office", "示例学院", "Sample College")


@dataclass
class Running:
    """A running clock that is moved by hand."""

    at_ms: int = 1_000_000
    run: str = "boot-1"

    def boot(self) -> str:
        return self.run

    def milliseconds(self) -> int:
        return self.at_ms


@dataclass
class Desk:
    """One computer of the office; at most one session is open at a time."""

    place: OfficePlace
    around: Surroundings
    code: str = ""
    session: Session | None = None
    running: Running = field(default_factory=Running)

    def unlock(self, login: str, passphrase: str) -> Session:
        self.close()
        self.session = unlock_office(self.place, self.around, login, passphrase)
        return self.session

    def close(self) -> None:
        if self.session is not None:
            self.session.close()
            self.session = None


def a_desk(folder: Path, clock: Clock) -> Desk:
    """Return a computer without an office."""
    running = Running()
    around = Surroundings(RESOURCES, clock, Uuid7Source(), CHEAP, running)
    return Desk(OfficePlace(folder), around, running=running)


def founded_desk(folder: Path, clock: Clock) -> Desk:
    """Return a computer with an office, an administrator and a clerk; nobody is signed in."""
    desk = a_desk(folder, clock)
    made = establish_office(desk.place, desk.around, OFFICE, PersonForm("admin", "秦岚", ADMIN))
    desk.session, desk.code = made.session, made.recovery_code
    form = PersonForm("clerk", "陈晓雨", CLERK, frozenset({Role.CLERK}))
    made.session.services.identity.add_person(made.session.actor, form)
    desk.close()
    return desk


def copied_desk(original: Desk, folder: Path, clock: Clock) -> Desk:
    """Return a computer with a copy of an office that nobody has open."""
    shutil.copytree(original.place.folder, folder)
    desk = a_desk(folder, clock)
    desk.code = original.code
    return desk


def enrol(desk: Desk, server: EmbeddedServer) -> Session:
    """Enrol the computer with the server and sync once; the administrator stays signed in."""
    session = desk.unlock("admin", ADMIN)
    session.engine.enrol(session.actor, server.address, server.enrolment_code())
    sync(session)
    return session


def sync(session: Session) -> None:
    """Sync and do what follows with the keys."""
    session.engine.sync_now()
    session.settle()
