"""Reads a day as people type it at a counter: 20260115, 2026-1-15, 26.1.15, 2026年1月15日, 今天."""

from __future__ import annotations

import re
from datetime import date, timedelta

from creditbank_desktop.domain.folding import without_spaces

_PARTS = re.compile(r"([0-9]{4}|[0-9]{2})(?:[-/.,。、]|年)([0-9]{1,2})(?:[-/.,。、]|月)([0-9]{1,2})日?")
_DIGITS = re.compile(r"([0-9]{4}|[0-9]{2})([0-9]{2})([0-9]{2})")
_WORDS = {"今天": 0, "今日": 0, "today": 0, "昨天": -1, "昨日": -1, "yesterday": -1, "前天": -2}
_CENTURY = 100


def day_of(text: str, today: date) -> date | None:
    """Return the day that ``text`` names, None when it names none; raises ValueError for 2026-02-30.

    A year of two digits is the latest that is not after the year of ``today``.
    """
    plain = without_spaces(text).casefold()
    if plain in _WORDS:
        return today + timedelta(days=_WORDS[plain])
    matched = _PARTS.fullmatch(plain) or _DIGITS.fullmatch(plain)
    if matched is None:
        return None
    year, month, day = (int(part) for part in matched.groups())
    if len(matched.group(1)) == 2:
        year += today.year // _CENTURY * _CENTURY
        if year > today.year:
            year -= _CENTURY
    return date(year, month, day)
