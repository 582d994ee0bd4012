"""The fictional office of the sample and the people who work in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

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
