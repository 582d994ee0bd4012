"""The people of the office as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from creditbank_desktop.services.views_ledger import PersonRow
from creditbank_desktop.services.views_office import ChangeNote, NameChange
from creditbank_desktop.ui.i18n import Words, tr
from creditbank_desktop.ui.kit.keyset_model import Column
from creditbank_desktop.ui.settings.register import RowReading
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.names import word_role


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A member of staff with what the records say of them."""

    person: PersonRow
    is_me: bool = False
    signed_in_at: datetime | None = None
    change: ChangeNote | None = None
    key_waits: bool = False
    names: tuple[NameChange, ...] = ()


def staff_columns() -> Sequence[Column[StaffRow]]:
    """Return the columns of the table."""
    return (
        Column(tr("Name"), lambda row: row.person.name, 88, strong=True),
        Column(tr("Sign-in name"), lambda row: row.person.login, 116, secondary=True),
        Column(tr("Roles"), roles_text),
        Column(tr("Standing"), lambda row: str(standing_words(row)), 118, chip=standing_tone),
    )


def staff_reading() -> RowReading[StaffRow]:
    """Return how rows are recognised and searched."""
    return RowReading(
        lambda row: row.person.person,
        lambda row: (
            row.person.name,
            row.person.login,
            roles_text(row),
            str(standing_words(row)),
            *(one.before for one in row.names),
        ),
    )


def roles_text(row: StaffRow) -> str:
    """The words for somebody's roles."""
    return " · ".join(str(word_role(role)) for role in row.person.roles)


def standing_words(row: StaffRow) -> Words:
    """How somebody stands."""
    if not row.person.active:
        return tr("Deactivated")
    if row.key_waits:
        return tr("Signature waits")
    return tr("Signed in here") if row.is_me else tr("Active")


def standing_tone(row: StaffRow) -> Tone:
    """The tint of how somebody stands."""
    if not row.person.active:
        return Tone.NEUTRAL
    if row.key_waits:
        return Tone.WARNING
    return Tone.INFO if row.is_me else Tone.SUCCESS
