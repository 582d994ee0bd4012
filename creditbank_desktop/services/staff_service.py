"""The server's signed staff list: enrolling from it here, and what follows when somebody leaves it."""

from __future__ import annotations

from dataclasses import replace

from creditbank_desktop.domain.failures import Problem, Problems, Refused
from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.names import normalise_name
from creditbank_desktop.domain.operations.registry_bodies import PersonChanged, PersonEnrolled
from creditbank_desktop.domain.people import Actor, Person, Role
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.identity_service import administers
from creditbank_desktop.services.key_giving import Newcomer, give_key
from creditbank_desktop.services.ports import StaffBook, StaffEntry, StaffRoll
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_keys import ListedPerson, StaffListView
from creditbank_desktop.services.workroom import Workroom


class StaffService:
    """Actions on the staff list; the server decides who is on it."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def listed(self, actor: Actor) -> StaffListView:
        """Return the list that is in force and whether a later one had to be turned away."""
        book = self._book()

        def work(reader: Reader) -> StaffListView:
            roll = book.kept(reader)
            refused, moment = book.refusal(reader) or ("", None)
            if roll is None:
                return StaffListView(0, None, (), refused, moment)
            here = _by_login(reader)
            people = tuple(_listed(entry, here.get(entry.login)) for entry in roll.people)
            return StaffListView(roll.version, roll.issued_at, people, refused, moment)

        return self._room.store.read(work)

    @permitted
    def take_list(self, actor: Actor, data: bytes) -> OpResult[StaffListView]:
        """Take a list that came on a stick, and deactivate whom it no longer names.

        Raises `Refused` ("staff_list.…"); a refused list changes nothing.
        """
        book = self._book()

        def work(unit: UnitOfWork) -> None:
            before = book.kept(unit)
            roll = book.keep(unit, data)
            unit.audit(actor, "staff_list.taken", detail={"version": roll.version})
            _follow(unit, actor, before, roll)

        try:
            written = self._room.store.write(work)
        except Refused as refused:
            self._note_refused(actor, refused.code)
            raise
        for person in self._gone():
            self._room.enrolment.withdraw(person)
        return OpResult(self.listed(actor), written.changes)

    @permitted
    def enrol_listed(self, actor: Actor, login: str, code: str, passphrase: str) -> OpResult[PersonId]:
        """Enrol a listed person with the roles of the list; they type code and passphrase themselves.

        Raises `Refused` ("staff_list.no_server", "staff_list.not_listed", "staff_list.code",
        "staff_list.enrolled") and `Problems` (``enrolment_code.shape``, ``passphrase.*``).
        """
        book = self._book()
        wanted = login.strip().lower()

        def look(reader: Reader) -> StaffEntry:
            roll = book.kept(reader)
            entry = next((one for one in roll.people if one.login == wanted), None) if roll else None
            if entry is None:
                raise Refused("staff_list.not_listed")
            if wanted in _by_login(reader) or not entry.code_sha256:
                raise Refused("staff_list.enrolled")
            if not book.is_code(reader, code, entry):
                raise Refused("staff_list.code")
            return entry

        entry = self._room.store.read(look)
        person = PersonId(self._room.ids.new_id())
        name = normalise_name(entry.name)

        def work(unit: UnitOfWork, key: bytes) -> PersonId:
            enrolled = Person(person, actor.office, wanted, name, _roles(entry.roles), key)
            unit.record(actor, PersonEnrolled(enrolled))
            return person

        written = give_key(self._room, Newcomer(person, wanted, name, passphrase), work)
        return OpResult(written.value, written.changes)

    def _book(self) -> StaffBook:
        if self._room.staff_book is None:
            raise Refused("staff_list.no_server")
        return self._room.staff_book

    def _note_refused(self, actor: Actor, code: str) -> None:
        def work(unit: UnitOfWork) -> None:
            unit.audit(actor, "staff_list.refused", detail={"code": code})

        self._room.store.write(work)

    def _gone(self) -> list[PersonId]:
        left = [one.person for one in self._room.store.read(lambda reader: reader.people()) if not one.active]
        keys = self._room.enrolment.keys()
        return [one for one in left if one in keys]


def _by_login(reader: Reader) -> dict[str, Person]:
    return {one.login: one for one in reader.people()}


def _listed(entry: StaffEntry, person: Person | None) -> ListedPerson:
    can_enrol = person is None and bool(entry.code_sha256)
    return ListedPerson(
        entry.login, entry.name, entry.roles, None if person is None else person.person, can_enrol
    )


def _follow(unit: UnitOfWork, actor: Actor, before: StaffRoll | None, after: StaffRoll) -> None:
    """Deactivate who was on the list before and is no longer, the last administrator excepted."""
    if before is None:
        return
    gone = {entry.login for entry in before.people} - {entry.login for entry in after.people}
    for person in unit.people():
        if person.login not in gone or not person.active:
            continue
        others = (one for one in unit.people() if one.person != person.person)
        if administers(person) and not any(administers(one) for one in others):
            raise Refused("person.last_administrator", person=person.person)
        left = replace(person, active=False)
        unit.record(actor, PersonChanged(left.person, left.name, left.roles, left.public_key, left.active))


def _roles(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    named = tuple(role for role in Role if role in roles and role is not Role.CENTRAL_SERVER)
    if not named:
        raise Problems([Problem("person.no_role", "roles")])
    return named
