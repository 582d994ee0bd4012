"""The office, its people and their roles; a signed-in person becomes an actor here."""

from __future__ import annotations

import platform
import re
from dataclasses import replace

from creditbank_desktop.domain.failures import Problem, Problems, Refused, stop_on_errors
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.names import check_name, normalise_name
from creditbank_desktop.domain.operations.registry_bodies import (
    NumberBlockAllotted,
    OfficeConfigured,
    PersonChanged,
    PersonEnrolled,
    PersonRenamed,
)
from creditbank_desktop.domain.people import Actor, Office, Person, Role, signs_recoveries
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.key_giving import Newcomer, give_key
from creditbank_desktop.services.ports import Credentials
from creditbank_desktop.services.reading import read_text
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_ledger import OfficeForm, OfficeView, PersonForm, PersonRow
from creditbank_desktop.services.workroom import Workroom
from creditbank_desktop.version import VERSION

LAST_ACCOUNT_SEQUENCE = 999_999
LONGEST_REASON = 200

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,29}")
_SCHOOL = re.compile(r"[0-9]{5}")
_OFFICE_CODE = re.compile(r"[0-9]{2}")
_MOST_NUMBERS = 50_000


class IdentityService:
    """Actions on the office and its people.

    `set_up` and `admit` are the two that take credentials instead of an actor: they make one.
    """

    def __init__(self, room: Workroom) -> None:
        self._room = room

    def set_up(
        self, credentials: Credentials, office: OfficeForm, administrator: PersonForm
    ) -> OpResult[Actor]:
        """Make an empty store the store of an office and its first person an administrator.

        The keyring already knows the person; ``administrator.passphrase`` is not looked at. The roles named
        in the form are added to the administrator's.
        Raises `Problems` (``office.*``, ``person.*``) and `Refused` ("office.exists").
        """
        stop_on_errors([*_check_office(office), *_check_person(administrator)])

        def work(unit: UnitOfWork) -> Actor:
            if unit.office() is not None:
                raise Refused("office.exists")
            person = Person(
                credentials.person,
                unit.identity.office,
                administrator.login.strip().lower(),
                normalise_name(administrator.name),
                _ordered(administrator.roles | {Role.ADMINISTRATOR}),
                credentials.signer.public_key,
            )
            actor = _actor(person, credentials, unit)
            # The person first: whoever receives these operations checks signatures by this key.
            unit.record(actor, PersonEnrolled(person))
            unit.record(actor, OfficeConfigured(_office(office, unit)))
            return actor

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    def admit(self, credentials: Credentials) -> Actor:
        """Return the actor for a person whose passphrase the keyring has just accepted.

        The sign-in is entered into the audit trail.
        Raises `Refused`: "person.unknown", "person.inactive", "person.other_key".
        """

        def work(unit: UnitOfWork) -> Actor:
            person = unit.person(credentials.person)
            if person is None:
                raise Refused("person.unknown", person=credentials.person)
            if not person.active:
                raise Refused("person.inactive", person=credentials.person)
            if person.public_key != credentials.signer.public_key:
                raise Refused("person.other_key", person=credentials.person)
            actor = _actor(person, credentials, unit)
            unit.audit(actor, "person.signed_in", ("person", person.person), where())
            return actor

        actor = self._room.store.write(work).value
        self._room.store.readings.begin_session(actor)
        return actor

    @permitted
    def office(self, actor: Actor) -> OfficeView:
        """Return the office card and its people."""

        def work(reader: Reader) -> OfficeView:
            office = reader.office()
            if office is None:
                raise Refused("office.unknown")
            rows = (
                PersonRow(person.person, person.login, person.name, person.roles, person.active)
                for person in reader.people()
                if not signs_recoveries(person)
            )
            return OfficeView(office, tuple(rows))

        return self._room.store.read(work)

    @permitted
    def configure_office(self, actor: Actor, office: OfficeForm) -> OpResult[Office]:
        """Change the office card; raises `Problems`."""
        stop_on_errors(_check_office(office))

        def work(unit: UnitOfWork) -> Office:
            changed = _office(office, unit)
            unit.record(actor, OfficeConfigured(changed))
            return changed

        written = self._room.store.write(work)
        return OpResult(written.value, written.changes)

    @permitted
    def add_person(self, actor: Actor, form: PersonForm) -> OpResult[PersonId]:
        """Add a member of staff with a passphrase and roles.

        Raises `Problems`: ``person.login``, ``person.login_taken``, ``name.*``, ``person.no_role``,
        ``passphrase.*``.
        """
        problems = _check_person(form)
        if not form.roles:
            problems.append(Problem("person.no_role", "roles"))
        if form.login.strip().lower() in self._room.store.read(_logins):
            problems.append(Problem("person.login_taken", "login"))
        stop_on_errors(problems)
        person = PersonId(self._room.ids.new_id())
        login, name = form.login.strip().lower(), normalise_name(form.name)

        def work(unit: UnitOfWork, key: bytes) -> PersonId:
            enrolled = Person(person, actor.office, login, name, _ordered(form.roles), key)
            unit.record(actor, PersonEnrolled(enrolled))
            return person

        written = give_key(self._room, Newcomer(person, login, name, form.passphrase), work)
        return OpResult(written.value, written.changes)

    @permitted
    def change_roles(self, actor: Actor, person: PersonId, roles: frozenset[Role]) -> OpResult[None]:
        """Give a person other roles; raises `Refused` ("person.last_administrator") and `Problems`."""
        if not roles or Role.CENTRAL_SERVER in roles:
            raise Problems([Problem("person.no_role", "roles")])

        def work(unit: UnitOfWork) -> None:
            _change(unit, actor, replace(_known(unit, person), roles=_ordered(roles)))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)

    @permitted
    def rename(self, actor: Actor, person: PersonId, name: str, reason: str) -> OpResult[None]:
        """Call a person otherwise, for a reason; papers printed before keep the old name.

        Raises `Problems` (``name.*``, ``field.required`` on ``reason``) and `Refused` ("person.unknown").
        """
        problems = list(check_name(name))
        said = read_text(reason, "reason", LONGEST_REASON)
        if not said:
            problems.append(Problem("field.required", "reason"))
        missing = "".join(self._room.glyphs.missing_characters(name))
        if missing:
            problems.append(Problem("glyphs.missing", "name", {"characters": missing}))
        stop_on_errors(problems)
        called = normalise_name(name)

        def work(unit: UnitOfWork) -> None:
            known = _known(unit, person)
            if known.name != called:
                unit.record(actor, PersonRenamed(person, known.name, called, said))

        written = self._room.store.write(work)
        self._room.enrolment.rename(person, called)
        return OpResult(None, written.changes)

    @permitted
    def set_active(
        self, actor: Actor, person: PersonId, active: bool, passphrase: str = ""
    ) -> OpResult[None]:
        """Let a person in again or no more.

        Who leaves loses their keys on this device at once, on others at the next sync; who comes back types a
        new ``passphrase`` and gets a new signing key. Raises `Refused` ("person.last_administrator",
        "keyring.last_person") and `Problems` (``passphrase.*``).
        """
        known = self._room.store.read(lambda reader: _known(reader, person))
        if active and not known.active:
            return self._readmit(actor, known, passphrase)
        if not active and set(self._room.enrolment.keys()) == {person}:
            raise Refused("keyring.last_person")

        def work(unit: UnitOfWork) -> None:
            _change(unit, actor, replace(_known(unit, person), active=active))

        written = self._room.store.write(work)
        if not active:
            self._room.enrolment.withdraw(person)
        return OpResult(None, written.changes)

    def _readmit(self, actor: Actor, known: Person, passphrase: str) -> OpResult[None]:
        if not passphrase:
            raise Problems([Problem("field.required", "passphrase")])

        def work(unit: UnitOfWork, key: bytes) -> None:
            _change(unit, actor, replace(_known(unit, known.person), active=True, public_key=key))

        newcomer = Newcomer(known.person, known.login, known.name, passphrase)
        written = give_key(self._room, newcomer, work)
        return OpResult(None, written.changes)

    @permitted
    def allot_numbers(self, actor: Actor, year: int, count: int) -> OpResult[None]:
        """Give this device a block of account numbers, for an office that works without a central server.

        Raises `Problems` ("number_block.count") and `Refused` ("number_block.full").
        """
        if not 1 <= count <= _MOST_NUMBERS:
            raise Problems([Problem("number_block.count", "count", {"least": 1, "most": _MOST_NUMBERS})])

        def work(unit: UnitOfWork) -> None:
            taken = [state.block.last for state in unit.number_blocks() if state.block.year == year]
            first = max(taken, default=0) + 1
            last = first + count - 1
            if last > LAST_ACCOUNT_SEQUENCE:
                raise Refused("number_block.full", year=year)
            unit.record(actor, NumberBlockAllotted(actor.device, actor.office, year, first, last))

        written = self._room.store.write(work)
        return OpResult(None, written.changes)


def where() -> dict[str, str | int]:
    """Return what a sign-in says of the place: program and system, nothing that names the computer."""
    return {"program": VERSION, "system": f"{platform.system()} {platform.release()}".strip()}


def _logins(reader: Reader) -> frozenset[str]:
    return frozenset(person.login for person in reader.people())


def _known(reader: Reader, person: PersonId) -> Person:
    found = reader.person(person)
    if found is None or signs_recoveries(found):
        raise Refused("person.unknown", person=person)
    return found


def _change(unit: UnitOfWork, actor: Actor, changed: Person) -> None:
    others = (person for person in unit.people() if person.person != changed.person)
    if not any(administers(person) for person in (changed, *others)):
        raise Refused("person.last_administrator", person=changed.person)
    body = PersonChanged(changed.person, changed.name, changed.roles, changed.public_key, changed.active)
    unit.record(actor, body)


def administers(person: Person) -> bool:
    """Return whether this is somebody who administrates the office and can sign in."""
    return person.active and Role.ADMINISTRATOR in person.roles and not signs_recoveries(person)


def _actor(person: Person, credentials: Credentials, unit: UnitOfWork) -> Actor:
    return Actor(
        person.person,
        person.office,
        unit.identity.device,
        person.name,
        frozenset(person.roles),
        credentials.signer,
    )


def _ordered(roles: frozenset[Role]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles and role is not Role.CENTRAL_SERVER)


def _check_office(form: OfficeForm) -> list[Problem]:
    found = []
    if not _SCHOOL.fullmatch(form.school.strip()):
        found.append(Problem("office.school", "school"))
    if not _OFFICE_CODE.fullmatch(form.code.strip()):
        found.append(Problem("office.code", "code"))
    needed = ("name_zh", "school_name_zh")
    found.extend(Problem("field.required", name) for name in needed if not getattr(form, name).strip())
    return found


def _check_person(form: PersonForm) -> list[Problem]:
    found = list(check_name(form.name))
    if not _LOGIN.fullmatch(form.login.strip().lower()):
        found.append(Problem("person.login", "login"))
    return found


def _office(form: OfficeForm, unit: UnitOfWork) -> Office:
    return Office(
        unit.identity.office,
        form.school.strip(),
        form.code.strip(),
        form.name_zh.strip(),
        form.name_en.strip(),
        form.school_name_zh.strip(),
        form.school_name_en.strip(),
        form.address.strip(),
        form.phone.strip(),
        form.is_sample,
    )
