"""Reads the cells of a learner's row in the usual spellings, and says which cannot be what they should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.folding import fold_width, without_spaces
from creditbank_desktop.domain.identity_documents import DocumentKind
from creditbank_desktop.domain.programmes import Programme
from creditbank_desktop.services.views_import import ImportWords
from creditbank_desktop.services.views_learners import LearnerForm

_ROUNDED = re.compile(r"[+-]?[0-9](\.[0-9]+)?[eE]\+?[0-9]{1,3}")
_WHOLE_FLOAT = re.compile(r"([0-9]+)\.0+")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:级|届|年.*|[-/.].*|秋.*|春.*)?")
_SHORT_YEAR = re.compile(r"([0-9]{2})级")
_SERIAL = re.compile(r"[1-6][0-9]{4}")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_NAMED_MONTH = re.compile(r"([0-9]{1,2})[ .-]*([A-Za-z]{3})[A-Za-z]*[ .,-]*([0-9]{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheets, as they count."""

_SEXES = (
    "1:男 男性 男生 m male man;2:女 女性 女生 f female woman;"
    "0:未知 不详 unknown;9:未说明 其他 other unspecified"
)
_KINDS = (
    "resident_id:身份证 居民身份证 二代身份证 身份证件 residentid residentidentitycard idcard id 1;"
    "passport:护照 外国护照 中国护照 passport;"
    "hk_macao_permit:港澳居民来往内地通行证 港澳通行证 回乡证 hkmacaopermit homereturnpermit;"
    "taiwan_permit:台湾居民来往大陆通行证 台胞证 taiwanpermit;"
    "foreign_permanent_residence:外国人永久居留身份证 外国人永久居留证 永久居留证 foreignpermanentresidence"
)
_VETERAN = "yes:是 y yes true 1 退役 退役军人 有;no:否 n no false 0 无"


def _spelt(text: str) -> dict[str, str]:
    pairs = (part.split(":") for part in text.split(";"))
    return {spelling: code for code, spellings in pairs for spelling in (code, *spellings.split())}


_SPELT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"sex": _spelt(_SEXES), "document_kind": _spelt(_KINDS), "is_veteran": _spelt(_VETERAN)}
)

Typed = tuple[str, Problem | None]


class CellReader:
    """Makes forms of rows; one for a run."""

    def __init__(
        self, fields: Sequence[str], programmes: Sequence[Programme], words: Sequence[ImportWords]
    ) -> None:
        """Read columns that hold ``fields`` ("" for none)."""
        self._places = [(place, name) for place, name in enumerate(fields) if name]
        self._spelt = {name: dict(known) for name, known in _SPELT.items()}
        for one in words:
            for name, choices in one.choices.items():
                known = self._spelt.setdefault(name, {})
                known |= {_plain(text): code for text, code in choices.items()}
        self._programmes = {
            _plain(text): programme.code
            for programme in programmes
            for text in (programme.name_en, programme.name_zh, programme.code)
            if text
        }
        self._readers: Mapping[str, Callable[[str], Typed]] = {
            "sex": lambda text: self._chosen("sex", text, "sex.unknown"),
            "document_kind": lambda text: self._chosen("document_kind", text, "import.document_kind"),
            "is_veteran": lambda text: self._chosen("is_veteran", text, "import.yes_no"),
            "ethnic_group": lambda text: self._chosen("ethnic_group", text, ""),
            "programme": self._programme,
            "intake_year": lambda text: (_year(text), None),
            "birth_date": _day,
            "document_number": lambda text: _number(text, "document_number"),
            "student_number": lambda text: _number(text, "student_number"),
            "phone": lambda text: _number(text, "phone"),
        }

    def read(
        self, cells: Sequence[str], base: LearnerForm | None = None
    ) -> tuple[LearnerForm, tuple[Problem, ...]]:
        """Return the form that a row fills in, ``base`` where a cell is empty, and what cannot be read."""
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for place, name in self._places:
            text = cells[place].strip() if place < len(cells) else ""
            if not text:
                continue
            reader = self._readers.get(name)
            value, problem = (text, None) if reader is None else reader(text)
            if problem is None:
                values[name] = value
            else:
                problems.append(problem)
        if "document_kind" in values:
            values["document_kind"] = DocumentKind(values["document_kind"])
        if "is_veteran" in values:
            values["is_veteran"] = values["is_veteran"] == "yes"
        return replace(base or LearnerForm(), **values), tuple(problems)

    def _chosen(self, name: str, text: str, code: str) -> Typed:
        found = self._spelt.get(name, {}).get(_plain(text))
        if found is not None:
            return found, None
        # Without a code of its own, what was typed is judged by the form.
        return (text, None) if not code else ("", Problem(code, name, {"text": text[:60]}))

    def _programme(self, text: str) -> Typed:
        whole = self._programmes.get(_plain(text))
        if whole is not None:
            return whole, None
        for part in re.split(r"[\s()（）\[\]/|-]+", fold_width(text)):
            if part and (code := self._programmes.get(_plain(part))):
                return code, None
        return text, None


def digits_lost(field: str, text: str) -> Problem:
    """Return the problem of a number that a spreadsheet rounded."""
    return Problem("import.digits_lost", field, {"text": text[:40]})


def _plain(text: str) -> str:
    return "".join(character for character in fold_width(text).casefold() if character.isalnum())


def _number(text: str, field: str) -> Typed:
    plain = without_spaces(text)
    if _ROUNDED.fullmatch(plain):
        return "", digits_lost(field, plain)
    whole = _WHOLE_FLOAT.fullmatch(plain)
    return (whole.group(1) if whole else text), None


def _year(text: str) -> str:
    plain = without_spaces(text)
    whole = _WHOLE_FLOAT.fullmatch(plain)
    plain = whole.group(1) if whole else plain
    if matched := _YEAR.fullmatch(plain):
        return matched.group(1)
    if matched := _SHORT_YEAR.fullmatch(plain):
        return f"20{matched.group(1)}"
    return plain


def _day(text: str) -> Typed:
    """Return a day in ISO form where it is spelt otherwise; what is not understood is left to the form."""
    plain = fold_width(text).strip()
    plain = plain.split(" 00:00", 1)[0].split("T00:00", 1)[0]
    try:
        if _SERIAL.fullmatch(plain):
            return (_FIRST_DAY + timedelta(days=int(plain))).isoformat(), None
        if matched := _NAMED_MONTH.fullmatch(plain):
            month = _MONTHS.index(matched.group(2).lower()) + 1
            return date(int(matched.group(3)), month, int(matched.group(1))).isoformat(), None
        if matched := _DAY_FIRST.fullmatch(plain):
            first, second, year = (int(part) for part in matched.groups())
            if first <= 12 and second <= 12 and first != second:
                return "", Problem("import.date_ambiguous", "birth_date", {"text": plain[:40]})
            day, month = (second, first) if second > 12 else (first, second)
            return date(year, month, day).isoformat(), None
    except ValueError:
        return plain, None
    return plain, None
