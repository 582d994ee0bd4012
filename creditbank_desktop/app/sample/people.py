"""The fictional office of the sample and the people who work in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from creditbank_desktop.app.office import Session, Surroundings, establish_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.domain.people import Role
from creditbank_desktop.services.views_ledger import OfficeForm, PersonForm


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Somebody of the sample office; the passphrase is no secret, the login window shows it."""

    login: str
    name: str
    passphrase: str
    roles: frozenset[Role]

    def form(self) -> PersonForm:
        """Return the person as an administrator would type him in."""
        return PersonForm(self.login, self.name, self.passphrase, self.roles)


def read_sample_people(folder: Path) -> tuple[SamplePerson, ...]:
    """Return the people in ``folder``/people.json, in the order of the list."""
    plain = json.loads((folder / "people.json").read_text("utf-8"))
    return tuple(
        SamplePerson(
            person["login"], person["name"], person["passphrase"], frozenset(map(Role, person["roles"]))
        )
        for person in plain["people"]
    )


def read_sample_office(folder: Path) -> OfficeForm:
    """Return the office card in ``folder``/college.json."""
    return OfficeForm(**json.loads((folder / "college.json").read_text("utf-8")))


@dataclass(frozen=True, slots=True)
class StaffedOffice:
    """The sample office with everybody signed in, by login; `close` ends it for all."""

    sessions: dict[str, Session]
    people: tuple[SamplePerson, ...]

    def holding(self, role: Role) -> tuple[Session, ...]:
        """Return the sessions of those who hold ``role``, in the order of the list."""
        return tuple(self.sessions[person.login] for person in self.people if role in person.roles)

    def by_role(self) -> dict[Role, Session]:
        """Return for each role the first who holds it."""
        return {role: held[0] for role in Role if (held := self.holding(role))}

    def close(self) -> None:
        """Close the store."""
        for session in list(self.sessions.values())[:1]:
            session.close()


def staff_sample_office(place: OfficePlace, around: Surroundings) -> StaffedOffice:
    """Set up the sample office in ``place`` with all its people and sign everybody in."""
    folder = around.resources / "sample"
    people = read_sample_people(folder)
    administrator = next(person for person in people if Role.ADMINISTRATOR in person.roles)
    session = establish_office(place, around, read_sample_office(folder), administrator.form()).session
    try:
        for person in people:
            if person is not administrator:
                session.services.identity.add_person(session.actor, person.form())
        sessions = {
            person.login: session
            if person is administrator
            else session.switch(person.login, person.passphrase)
            for person in people
        }
    except BaseException:
        session.close()
        raise
    return StaffedOffice(sessions, people)
