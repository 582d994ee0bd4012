"""The office, its people and their roles; a signed-in person becomes an actor here."""

from __future__ import annotations

from creditbank_desktop.domain.ids import PersonId
from creditbank_desktop.domain.people import Actor, Office, Role
from creditbank_desktop.services.ports import Credentials
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_ledger import OfficeForm, OfficeView, PersonForm
from creditbank_desktop.services.workroom import Workroom


class IdentityService:
    """Actions on the office and its people.

    `set_up` and `admit` are the two that take credentials instead of an actor: they make one.
    """

    def __init__(self, room: Workroom) -> None:
        self._room = room

    def set_up(
        self, credentials: Credentials, office: OfficeForm, administrator: PersonForm
    ) -> OpResult[Actor]:
        """Make an empty store the store of an office and its first person the administrator.

        The keyring already knows the person; ``administrator.passphrase`` is not looked at.
        Raises `Problems` (``office.*``, ``person.*``) and `Refused` ("office.exists").
        """
        raise NotImplementedError

    def admit(self, credentials: Credentials) -> Actor:
        """Return the actor for a person whose passphrase the keyring has just accepted.

        Raises `Refused`: "person.unknown", "person.inactive", "person.other_key".
        """
        raise NotImplementedError

    @permitted
    def office(self, actor: Actor) -> OfficeView:
        """Return the office card and its people."""
        raise NotImplementedError

    @permitted
    def configure_office(self, actor: Actor, office: OfficeForm) -> OpResult[Office]:
        """Change the office card; raises `Problems`."""
        raise NotImplementedError

    @permitted
    def add_person(self, actor: Actor, form: PersonForm) -> OpResult[PersonId]:
        """Add a member of staff with a passphrase and roles.

        Raises `Problems`: ``person.login``, ``person.login_taken``, ``name.*``, ``person.no_role``,
        ``passphrase.*``.
        """
        raise NotImplementedError

    @permitted
    def change_roles(self, actor: Actor, person: PersonId, roles: frozenset[Role]) -> OpResult[None]:
        """Give a person other roles; raises `Refused` ("person.last_administrator") and `Problems`."""
        raise NotImplementedError

    @permitted
    def set_active(self, actor: Actor, person: PersonId, active: bool) -> OpResult[None]:
        """Let a person in again or no more; raises `Refused` ("person.last_administrator")."""
        raise NotImplementedError

    @permitted
    def allot_numbers(self, actor: Actor, year: int, count: int) -> OpResult[None]:
        """Give this device a block of account numbers, for an office that works without a central server.

        Raises `Problems` ("number_block.count") and `Refused` ("number_block.full").
        """
        raise NotImplementedError
