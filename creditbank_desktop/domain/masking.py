"""What of a person is shown to whom: one table by purpose, and what each kind of value looks like masked.

Names and student numbers are what files are told apart by, so whoever works on files sees them. What can be
misused outside the office (numbers of documents, telephones, mail, addresses) is hidden in every list for
everybody; on the card of one learner it is whole for those who write to and call people; the number of a
document only after asking for it, which leaves a line in the audit trail. Purposes that leave the office show
the least. A combination that the table does not name is hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from creditbank_desktop.domain.learners import LearnerProfile
from creditbank_desktop.domain.names import mask_name
from creditbank_desktop.domain.people import Role
from creditbank_desktop.domain.resident_ids import mask_resident_id


class PersonalField(StrEnum):
    """The kinds of value that are masked."""

    NAME = "name"
    STUDENT_NUMBER = "student_number"
    DOCUMENT_NUMBER = "document_number"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"


class Purpose(StrEnum):
    """What a value is looked at for.

    LIST: one row among many. CARD: the one learner somebody deals with. REVEALED: asked for, value by value,
    with an entry in the audit trail. EXPORT: a file for a stated purpose. PUBLIC: a notice for everybody.
    LOG: diagnostics.
    """

    LIST = "list"
    CARD = "card"
    REVEALED = "revealed"
    EXPORT = "export"
    PUBLIC = "public"
    LOG = "log"


_F, _R = PersonalField, Role
_FILES = frozenset(Role) - {
    _R.ADMINISTRATOR,
    _R.SECURITY_OFFICER,
    _R.RULE_AUTHOR,
    _R.RULE_APPROVER,
    _R.CENTRAL_SERVER,
}
_COUNTER = frozenset({_R.CLERK, _R.REGISTRY_OFFICER})
_REGISTRY = frozenset({_R.REGISTRY_OFFICER})
_OFFICIAL = frozenset({_R.REGISTRY_OFFICER, _R.ACADEMIC_OFFICE, _R.ARCHIVIST})
_COMPARING = frozenset({_R.CLERK, _R.REGISTRY_OFFICER, _R.MATERIAL_REVIEWER})

WHOLE_FOR: Mapping[tuple[Purpose, PersonalField], frozenset[Role]] = MappingProxyType(
    {
        (Purpose.LIST, _F.NAME): _FILES,
        (Purpose.LIST, _F.STUDENT_NUMBER): _FILES,
        (Purpose.CARD, _F.NAME): _FILES,
        (Purpose.CARD, _F.STUDENT_NUMBER): _FILES,
        (Purpose.CARD, _F.PHONE): _COUNTER,
        (Purpose.CARD, _F.EMAIL): _COUNTER,
        (Purpose.CARD, _F.ADDRESS): _COUNTER,
        (Purpose.REVEALED, _F.NAME): _FILES,
        (Purpose.REVEALED, _F.STUDENT_NUMBER): _FILES,
        (Purpose.REVEALED, _F.DOCUMENT_NUMBER): _COMPARING,
        (Purpose.REVEALED, _F.PHONE): _COUNTER,
        (Purpose.REVEALED, _F.EMAIL): _COUNTER,
        (Purpose.REVEALED, _F.ADDRESS): _COUNTER,
        (Purpose.EXPORT, _F.NAME): _OFFICIAL,
        (Purpose.EXPORT, _F.STUDENT_NUMBER): _OFFICIAL,
        (Purpose.EXPORT, _F.PHONE): _REGISTRY,
        (Purpose.EXPORT, _F.EMAIL): _REGISTRY,
        (Purpose.EXPORT, _F.ADDRESS): _REGISTRY,
    }
)
"""Who sees a value whole, by purpose and kind; everybody else sees it masked."""


def sees_whole(field: PersonalField, purpose: Purpose, roles: frozenset[Role]) -> bool:
    """Return whether somebody with ``roles`` sees values of that kind whole for that purpose."""
    return not roles.isdisjoint(WHOLE_FOR.get((purpose, field), frozenset()))


def shown(field: PersonalField, text: str, purpose: Purpose, roles: frozenset[Role]) -> str:
    """Return ``text`` whole or masked, as the table says; "" stays ""."""
    return text if sees_whole(field, purpose, roles) else masked(field, text)


def masked(field: PersonalField, text: str) -> str:
    """Return ``text`` with what identifies hidden; masking twice changes nothing.

    张小三 → 张*三; 2024010017 → 2024****17; 110101********1234; 139****5678; l***@school.example;
    of an address the first six characters stay (province and city).
    """
    return _MASKS[field](text) if text else ""


def mask_student_number(number: str) -> str:
    """Return a student number with the first four and the last two characters, if it is long.

    2024010017 → 2024****17; of a number of up to eight characters only the last two stay.
    """
    hidden_from = 4 if len(number) > 8 else 0
    tail = number[-2:] if len(number) > 2 else ""
    return number[:hidden_from] + "*" * (len(number) - hidden_from - len(tail)) + tail


def mask_phone(number: str) -> str:
    """Return a telephone number with the first three and the last four digits, if it is long."""
    plain = "".join(character for character in number if not character.isspace())
    if len(plain) < 9:
        return "*" * max(0, len(plain) - 2) + plain[-2:] if len(plain) > 4 else "*" * len(plain)
    return plain[:3] + "*" * (len(plain) - 7) + plain[-4:]


def mask_email(address: str) -> str:
    """Return a mail address with the first letter and the domain."""
    name, at, domain = address.rpartition("@")
    if not at or not name:
        return "***"
    return f"{name[0]}***@{domain}"


def mask_address(address: str) -> str:
    """Return the first six characters of an address, which name province and city, and three stars."""
    return address[:6] + "***" if len(address) > 6 else "***"


def masked_profile(
    profile: LearnerProfile | None, purpose: Purpose, roles: frozenset[Role]
) -> LearnerProfile | None:
    """Return a learner's profile as somebody with ``roles`` sees it for that purpose."""
    if profile is None:
        return None
    values: dict[str, Any] = {
        field.value: shown(field, getattr(profile, field.value), purpose, roles) for field in _F
    }
    latin, former = (
        shown(_F.NAME, text, purpose, roles) for text in (profile.latin_name, profile.former_name)
    )
    typed = profile.name_as_typed if sees_whole(_F.NAME, purpose, roles) else ""
    return replace(profile, **values, latin_name=latin, former_name=former, name_as_typed=typed)


_MASKS = MappingProxyType(
    {
        PersonalField.NAME: mask_name,
        PersonalField.STUDENT_NUMBER: mask_student_number,
        PersonalField.DOCUMENT_NUMBER: mask_resident_id,
        PersonalField.PHONE: mask_phone,
        PersonalField.EMAIL: mask_email,
        PersonalField.ADDRESS: mask_address,
    }
)
