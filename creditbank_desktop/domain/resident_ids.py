"""Resident identity numbers (GB 11643-1999): reading, all findings at once, warnings and masking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from creditbank_desktop.domain.areas import is_known_area
from creditbank_desktop.domain.failures import Problem, Problems, Severity
from creditbank_desktop.domain.folding import without_spaces

LENGTH = 18
MALE = "1"
FEMALE = "2"
OLDEST_LIKELY_AGE_YEARS = 120

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_SHAPE = re.compile(r"[0-9]{17}[0-9X]")
_LEGACY_SHAPE = re.compile(r"[0-9]{15}")


@dataclass(frozen=True, slots=True)
class ResidentId:
    """A resident identity number whose check character and birth date hold.

    ``number`` 18 characters with a capital X, ``sex_code`` as in GB/T 2261.1 ("1" male, "2" female),
    ``area`` the six leading digits.
    """

    number: str
    birth_date: date
    sex_code: str
    area: str


def normalise_resident_id(raw: str) -> str:
    """Return the number without spaces, half-width and with a capital X."""
    return without_spaces(raw).upper()


def resident_id_check_character(body: str) -> str:
    """Return the check character of the 17 leading digits (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return _CHECK_CHARACTERS[total % 11]


def parse_resident_id(raw: str, today: date, field: str = "resident_id") -> ResidentId:
    """Return the number that ``raw`` says.

    Raises `Problems` with every finding at once: ``resident_id.length`` (length), or else
    ``resident_id.characters``, or else ``resident_id.check``, ``resident_id.birth_date`` and
    ``resident_id.future`` (born after ``today``).
    """
    number = normalise_resident_id(raw)
    if len(number) != LENGTH:
        raise Problems([Problem("resident_id.length", field, {"length": len(number)})])
    if not _SHAPE.fullmatch(number):
        raise Problems([Problem("resident_id.characters", field)])
    found = []
    if resident_id_check_character(number[:17]) != number[17]:
        found.append(Problem("resident_id.check", field))
    birth_date = _date_of(number[6:14])
    if birth_date is None:
        found.append(Problem("resident_id.birth_date", field, {"digits": number[6:14]}))
    elif birth_date > today:
        found.append(Problem("resident_id.future", field, {"date": birth_date.isoformat()}))
    if found or birth_date is None:
        raise Problems(found)
    sex_code = MALE if int(number[16]) % 2 else FEMALE
    return ResidentId(number, birth_date, sex_code, number[:6])


def resident_id_warnings(
    resident_id: ResidentId, today: date, sex: str | None = None, field: str = "resident_id"
) -> tuple[Problem, ...]:
    """Return what is unlikely about a valid number; each can be confirmed.

    ``sex`` is the code of GB/T 2261.1 entered beside the number; "0", "9" and None are not compared.
    Codes: ``resident_id.unknown_area`` (area), ``resident_id.age`` (age), ``resident_id.sex``.
    """
    found = []
    if not is_known_area(resident_id.area):
        params = {"area": resident_id.area}
        found.append(Problem("resident_id.unknown_area", field, params, Severity.WARNING))
    age = age_on(resident_id.birth_date, today)
    if age > OLDEST_LIKELY_AGE_YEARS:
        found.append(Problem("resident_id.age", field, {"age": age}, Severity.WARNING))
    if sex in (MALE, FEMALE) and sex != resident_id.sex_code:
        found.append(Problem("resident_id.sex", field, {}, Severity.WARNING))
    return tuple(found)


def age_on(birth_date: date, day: date) -> int:
    """Return the completed years of life on ``day``."""
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (0 if had_birthday else 1)


def is_legacy_resident_id(raw: str) -> bool:
    """Return whether ``raw`` is a number of 15 digits as given before 1999: good for search only."""
    number = normalise_resident_id(raw)
    return bool(_LEGACY_SHAPE.fullmatch(number)) and _date_of("19" + number[6:12]) is not None


def mask_resident_id(number: str) -> str:
    """Return ``number`` with the birth date hidden: 110101********1234.

    Numbers of other lengths keep two characters at each end.
    """
    shown = normalise_resident_id(number)
    if len(shown) == LENGTH:
        return shown[:6] + "*" * 8 + shown[14:]
    if len(shown) <= 4:
        return "*" * len(shown)
    return shown[:2] + "*" * (len(shown) - 4) + shown[-2:]


def _date_of(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
