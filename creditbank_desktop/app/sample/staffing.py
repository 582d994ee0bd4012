"""Sets the sample office up and signs all its people in."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.app.office import Session, Surroundings, establish_office, unlock_office
from creditbank_desktop.app.places import OfficePlace
from creditbank_desktop.app.sample.people import SamplePerson, read_sample_office, read_sample_people
from creditbank_desktop.domain.people import Role


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
    first = next(person for person in people if Role.ADMINISTRATOR in person.roles)
    session = establish_office(place, around, read_sample_office(folder), first.form()).session
    try:
        for person in people:
            if person is not first:
                session.services.identity.add_person(session.actor, person.form())
        sessions = {
            person.login: session if person is first else session.switch(person.login, person.passphrase)
            for person in people
        }
    except BaseException:  # nobody else could close it; it is raised again
        session.close()
        raise
    return StaffedOffice(sessions, people)


def staff_again(place: OfficePlace, around: Surroundings) -> StaffedOffice:
    """Open the sample office that was made in ``place`` before and sign everybody in."""
    people = read_sample_people(around.resources / "sample")
    first = unlock_office(place, around, people[0].login, people[0].passphrase)
    try:
        sessions = {
            person.login: first if person is people[0] else first.switch(person.login, person.passphrase)
            for person in people
        }
    except BaseException:  # nobody else could close it; it is raised again
        first.close()
        raise
    return StaffedOffice(sessions, people)
