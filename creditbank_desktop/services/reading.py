"""Reads what people type into dates and numbers, and says in one way what could not be read."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.folding import fold_width, without_spaces
from creditbank_desktop.domain.typed_dates import day_of

EARLIEST = date(1900, 1, 1)
LONGEST_TEXT = 200
LONGEST_LONG_TEXT = 2000

_FULL_YEAR = re.compile(r"[0-9]{4}(?:[0-9]{4}|[^0-9].*)")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,9}(\.[0-9]{1,4})?")
_INTEGER = re.compile(r"[+-]?[0-9]{1,9}")


def read_date(text: str, field: str, today: date | None = None) -> date:
    """Return the day that ``text`` says in one of the ways of `day_of`.

    Without ``today`` neither words nor years of two digits are read. Raises `Problems`: ``date.shape`` or
    ``date.impossible`` (text), ``date.too_early``.
    """
    plain = without_spaces(text)
    if today is None and not (_FULL_YEAR.match(plain)):
        raise Problems([Problem("date.shape", field, {"text": text.strip()})])
    try:
        day = day_of(plain, today or EARLIEST)
    except ValueError:
        raise Problems([Problem("date.impossible", field, {"text": text.strip()})]) from None
    if day is None:
        raise Problems([Problem("date.shape", field, {"text": text.strip()})])
    if day < EARLIEST:
        raise Problems([Problem("date.too_early", field, {"text": text.strip()})])
    return day


def read_integer(text: str, field: str, least: int, most: int) -> int:
    """Return the whole number that ``text`` says, between ``least`` and ``most``.

    Raises `Problems`: ``number.invalid``, ``number.range`` (least, most).
    """
    folded = without_spaces(text)
    if not _INTEGER.fullmatch(folded):
        raise Problems([Problem("number.invalid", field)])
    value = int(folded)
    if not least <= value <= most:
        raise Problems([Problem("number.range", field, {"least": least, "most": most})])
    return value


def read_decimal(text: str, field: str, least: int, most: int) -> Decimal:
    """Return the decimal that ``text`` says, between ``least`` and ``most``.

    Raises `Problems`: ``number.invalid``, ``number.range`` (least, most).
    """
    folded = without_spaces(text)
    if not _DECIMAL.fullmatch(folded):
        raise Problems([Problem("number.invalid", field)])
    value = Decimal(folded)
    if not least <= value <= most:
        raise Problems([Problem("number.range", field, {"least": least, "most": most})])
    return value


def read_text(text: str, field: str, most: int = LONGEST_TEXT) -> str:
    """Return ``text`` trimmed and folded to half width, its inner spaces single.

    Raises `Problems`: ``text.too_long`` (most, length), ``text.control``.
    """
    folded = " ".join(fold_width(text).split())
    found = []
    if len(folded) > most:
        found.append(Problem("text.too_long", field, {"most": most, "length": len(folded)}))
    if any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in folded):
        found.append(Problem("text.control", field))
    if found:
        raise Problems(found)
    return folded
