"""Who may work at an office: the list that the server signs, and what follows from joining and leaving."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from creditbank_desktop.domain.failures import Problem, Refused, stop_on_errors
from creditbank_desktop.domain.ids import OfficeId
from creditbank_desktop.domain.names import check_name, normalise_name
from creditbank_desktop.domain.operations.registry_bodies import PersonChanged
from creditbank_desktop.domain.people import Person, Role, signs_recoveries
from creditbank_desktop.sync.protocol.enrolment_codes import new_enrolment_code
from creditbank_desktop.sync.protocol.notices import StaffLine, StaffList
from creditbank_desktop.sync.protocol.signing import open_message, seal_message
from creditbank_server.database import Connection, Pool
from creditbank_server.office_work import OfficeWork
from creditbank_server.server_ports import ServerPorts

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,29}")


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Somebody on the list; ``state`` is "listed", "enrolled" or "inactive"."""

    login: str
    name: str
    roles: tuple[Role, ...]
    state: str


class StaffDesk:
    """Keeps the staff lists; `signed_list` is what devices get."""

    def __init__(self, pool: Pool, ports: ServerPorts) -> None:
        """Take connections from ``pool``."""
        self._pool = pool
        self._ports = ports

    def add(self, office: OfficeId, login: str, name: str, roles: Iterable[Role]) -> str:
        """Put somebody on the list, or change their name and roles; return their one-time code.

        Who is enrolled already gets the roles at once, by an operation of the server, and no code: "" then.
        Raises `Problems` (``person.login``, ``name.*``, ``person.no_role``) and `Refused` ``office.unknown``.
        """
        login, named = login.strip().lower(), _ordered(roles)
        problems = list(check_name(name))
        if not _LOGIN.fullmatch(login):
            problems.append(Problem("person.login", "login"))
        if not named:
            problems.append(Problem("person.no_role", "roles"))
        stop_on_errors(problems)
        name = normalise_name(name)
        code = new_enrolment_code(self._ports.identity.signing_key)
        with self._pool.connection() as connection:
            work = OfficeWork(connection, office, self._ports)
            work.lock()
            enrolled = _people(work).get(login)
            if enrolled is not None:
                _change(work, replace(enrolled, name=name, roles=named, active=True))
            connection.execute(
                "INSERT INTO staff (office, login, name, roles, code_sha256, added_at)"
                " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (office, login) DO UPDATE SET"
                " name = excluded.name, roles = excluded.roles, code_sha256 = excluded.code_sha256",
                (office, login, name, ",".join(named), code.secret_sha256, work.moment),
            )
            self._renew(connection, work)
            work.flush()
        return str(code) if enrolled is None else ""

    def remove(self, office: OfficeId, login: str) -> bool:
        """Take somebody off the list and deactivate them everywhere; return whether they were enrolled.

        Raises `Refused` ``office.unknown``, ``staff.unknown`` and ``staff.last_administrator``.
        """
        login = login.strip().lower()
        with self._pool.connection() as connection:
            work = OfficeWork(connection, office, self._ports)
            work.lock()
            people = _people(work)
            enrolled = people.get(login)
            listed = connection.execute(
                "DELETE FROM staff WHERE office = %s AND login = %s", (office, login)
            ).rowcount
            if not listed and enrolled is None:
                raise Refused("staff.unknown", login=login)
            if enrolled is not None and enrolled.active:
                if _administers(enrolled) and sum(map(_administers, people.values())) == 1:
                    raise Refused("staff.last_administrator", login=login)
                _change(work, replace(enrolled, active=False))
            self._renew(connection, work)
            work.flush()
        return enrolled is not None

    def rows(self, office: OfficeId) -> tuple[StaffRow, ...]:
        """Return the list of an office with what has become of everybody on it."""
        with self._pool.connection() as connection:
            work = OfficeWork(connection, office, self._ports)
            people = _people(work)
            rows = _listed(connection, office)
        return tuple(
            StaffRow(login, name, roles, _state(people.get(login))) for login, name, roles, _ in rows
        )

    def signed_list(self, office: OfficeId) -> bytes:
        """Return the signed list in force, b"" for an office without one.

        The code of somebody who was enrolled since is taken off, which makes a later list.
        """
        with self._pool.connection() as connection:
            if not _listed(connection, office) and _latest(connection, office) is None:
                return b""
            work = OfficeWork(connection, office, self._ports)
            work.lock()
            return self._renew(connection, work)

    def _renew(self, connection: Connection, work: OfficeWork) -> bytes:
        """Return the signed list as it must be now, keeping it under a greater version if it changed."""
        people = _people(work)
        lines = tuple(
            StaffLine(login, name, roles, "" if login in people else code)
            for login, name, roles, code in _listed(connection, work.office)
        )
        latest = _latest(connection, work.office)
        if latest is not None and open_message(StaffList, latest).message.people == lines:
            return latest
        # Counted from the clock: a restored database must not issue a number a second time.
        before = 0 if latest is None else open_message(StaffList, latest).message.version
        version = max(before + 1, int(work.moment.timestamp()))
        data = seal_message(StaffList(work.office, version, work.moment, lines), self._ports.keys.device)
        connection.execute(
            "INSERT INTO staff_lists (office, version, data) VALUES (%s, %s, %s)",
            (work.office, version, data),
        )
        return data


def _listed(connection: Connection, office: OfficeId) -> list[tuple[str, str, tuple[Role, ...], str]]:
    rows = connection.execute(
        "SELECT login, name, roles, code_sha256 FROM staff WHERE office = %s ORDER BY login", (office,)
    ).fetchall()
    return [(login, name, tuple(map(Role, roles.split(","))), code) for login, name, roles, code in rows]


def _latest(connection: Connection, office: OfficeId) -> bytes | None:
    row = connection.execute(
        "SELECT data FROM staff_lists WHERE office = %s ORDER BY version DESC LIMIT 1", (office,)
    ).fetchone()
    return None if row is None else bytes(row[0])


def _people(work: OfficeWork) -> dict[str, Person]:
    """Return the members of staff that the office knows, by login."""
    return {
        one.login: one
        for one in work.shelf.people()
        if Role.CENTRAL_SERVER not in one.roles and not signs_recoveries(one)
    }


def _change(work: OfficeWork, person: Person) -> None:
    if work.shelf.person(person.person) != person:
        work.author(PersonChanged(person.person, person.name, person.roles, person.public_key, person.active))


def _administers(person: Person) -> bool:
    return person.active and Role.ADMINISTRATOR in person.roles


def _ordered(roles: Iterable[Role]) -> tuple[Role, ...]:
    named = set(roles)
    return tuple(role for role in Role if role in named and role is not Role.CENTRAL_SERVER)


def _state(person: Person | None) -> str:
    if person is None:
        return "listed"
    return "enrolled" if person.active else "inactive"
