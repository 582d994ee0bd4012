"""The texts of reference fields: read from what people type, and checked before they are stored."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from creditbank_desktop.domain.failures import Problem
from creditbank_desktop.domain.folding import fold_width, without_spaces
from creditbank_desktop.domain.numbers import RECEIPT_KIND, check_unified_social_credit_code
from creditbank_desktop.domain.outcomes import fold
from creditbank_desktop.domain.reference import Fields, lines_of
from creditbank_desktop.domain.reference_kinds import (
    FOR_A_PERIOD,
    FOR_GOOD,
    HARD_STOP,
    LONGEST_STUDIES_YEARS,
    NO,
    STUDIES,
    YES,
    FieldShape,
    FieldSpec,
    KindSpec,
    ReferenceKind,
)
from creditbank_desktop.domain.retention import KEPT_FOR_GOOD

LONGEST_KEY = 120
MOST_LIST_ITEMS = 60

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_PREFIX = re.compile(r"[A-Z]{2,4}")
_PHRASE_CODE = re.compile(r"[a-z][a-z0-9_]*")
_WHOLE = re.compile(r"[0-9]{1,6}")
_CREDITS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")
_DAY = re.compile(r"([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?")
_PNG = b"\x89PNG\r\n\x1a\n"
_YES = frozenset({"yes", "y", "true", "1", "是", "有效", "启用", "on"})
_NO = frozenset({"no", "n", "false", "0", "否", "无效", "停用", "off"})

Checker = Callable[[FieldSpec, str], Problem | None]


def clean_field(spec: FieldSpec, typed: str) -> str:
    """Return what was typed as the canonical text of a field, as far as it can be read.

    What cannot be read stays as typed, so that `check_fields` can name it.
    """
    match spec.shape:
        case FieldShape.LONG_TEXT:
            lines = (" ".join(fold_invisible(line).split()) for line in typed.replace("\r", "").split("\n"))
            return "\n".join(lines).strip()
        case FieldShape.LIST:
            return "\n".join(dict.fromkeys(" ".join(fold_width(one).split()) for one in _split(typed)))
        case FieldShape.DAY:
            return _clean_day(without_spaces(typed))
        case FieldShape.WHOLE:
            text = without_spaces(typed)
            return str(int(text)) if _WHOLE.fullmatch(text) else text
        case FieldShape.CREDITS:
            return _clean_credits(without_spaces(typed))
        case FieldShape.YES_NO:
            text = without_spaces(typed).casefold()
            return YES if text in _YES else NO if text in _NO else text
        case FieldShape.CODE | FieldShape.FILE:
            return without_spaces(typed)
        case _:
            return " ".join(fold_invisible(typed).split())


def fold_invisible(text: str) -> str:
    """Return ``text`` without characters of zero width; full-width signs of Chinese prose stay."""
    return "".join(character for character in text if fold_width(character))


def clean_fields(spec: KindSpec, typed: Mapping[str, str]) -> dict[str, str]:
    """Return the canonical texts of the fields that a kind has; others are left out."""
    return {field.name: clean_field(field, typed[field.name]) for field in spec.fields if field.name in typed}


def key_of(spec: KindSpec, fields: Fields) -> str:
    """Return the key of a new entry, "" when what makes it is missing.

    A catalogue's key is its first code, else its folded name; a course belongs to its school. Others join
    their key fields.
    """
    if spec.fixed_keys:
        return ""
    if spec.is_catalogue:
        codes = lines_of(fields.get("codes", ""))
        stem = codes[0] if codes else fold(fields.get("name_zh", ""))
        if not stem:
            return ""
        parts = [stem]
        if spec.kind is ReferenceKind.COURSE:
            parts = [fold(fields.get("issuer", "")), fold(stem)]
        elif spec.kind is ReferenceKind.CERTIFICATE and not codes:
            parts = [fold(fields.get("issuer", "")), stem]
        return "/".join(part for part in parts if part)[:LONGEST_KEY]
    parts = [fields.get(name, "") for name in spec.key_fields]
    return "" if not all(parts) else "/".join(parts)[:LONGEST_KEY]


def check_fields(spec: KindSpec, key: str, fields: Fields, *, complete: bool = True) -> tuple[Problem, ...]:
    """Return what is wrong with canonical texts; only what is there is looked at unless ``complete``.

    Codes: ``field.required``, ``text.too_long`` (most, length), ``text.control``, ``date.shape`` (text),
    ``number.invalid``, ``number.range`` (least, most), ``choice.unknown`` (text), ``code.shape``,
    ``list.too_long`` (most), ``reference.key`` , ``reference.dates``, ``retention.protected`` (subject),
    ``retention.no_time`` (rule), ``number_format.taken`` (prefix) and
    those of unified social credit codes.
    """
    found: list[Problem] = []
    if spec.fixed_keys and key not in spec.fixed_keys:
        found.append(Problem("reference.key"))
    if len(key) > LONGEST_KEY:
        found.append(Problem("text.too_long", "", {"most": LONGEST_KEY, "length": len(key)}))
    for field in spec.fields:
        if field.name in fields:
            problem = _check_field(field, fields[field.name])
        elif complete and field.required:
            problem = Problem("field.required", field.name)
        else:
            continue
        if problem is not None:
            found.append(problem)
    if not found:
        found.extend(_check_together(spec, key, fields))
    return tuple(found)


def _check_field(spec: FieldSpec, text: str) -> Problem | None:
    if not text:
        return Problem("field.required", spec.name) if spec.required else None
    if any((ord(one) < 32 and one != "\n") or 0x7F <= ord(one) < 0xA0 for one in text):
        return Problem("text.control", spec.name)
    if spec.shape not in (FieldShape.WHOLE, FieldShape.CREDITS) and len(text) > spec.most:
        return Problem("text.too_long", spec.name, {"most": spec.most, "length": len(text)})
    return _CHECKERS.get(spec.shape, _anything)(spec, text)


def _anything(spec: FieldSpec, text: str) -> Problem | None:
    if "\n" in text and spec.shape is FieldShape.TEXT:
        return Problem("text.control", spec.name)
    return None


def _check_day(spec: FieldSpec, text: str) -> Problem | None:
    try:
        if date.fromisoformat(text).isoformat() == text:
            return None
    except ValueError:
        pass
    return Problem("date.shape", spec.name, {"text": text})


def _check_whole(spec: FieldSpec, text: str) -> Problem | None:
    if not _WHOLE.fullmatch(text):
        return Problem("number.invalid", spec.name)
    if not spec.least <= int(text) <= spec.most:
        return Problem("number.range", spec.name, {"least": spec.least, "most": spec.most})
    return None


def _check_credits(spec: FieldSpec, text: str) -> Problem | None:
    if not _CREDITS.fullmatch(text):
        return Problem("number.invalid", spec.name)
    if not spec.least <= Decimal(text) <= spec.most:
        return Problem("number.range", spec.name, {"least": spec.least, "most": spec.most})
    return None


def _check_choice(spec: FieldSpec, text: str) -> Problem | None:
    return None if text in spec.choices else Problem("choice.unknown", spec.name, {"text": text})


def _check_yes_no(spec: FieldSpec, text: str) -> Problem | None:
    return None if text in (YES, NO) else Problem("choice.unknown", spec.name, {"text": text})


def _check_code(spec: FieldSpec, text: str) -> Problem | None:
    match spec.name:
        case "social_credit_code":
            found = check_unified_social_credit_code(text, spec.name)
            return found[0] if found else None
        case "prefix":
            fits = _PREFIX.fullmatch(text) is not None and text != RECEIPT_KIND
        case "code":
            fits = _PHRASE_CODE.fullmatch(text) is not None
        case _:
            fits = _CODE.fullmatch(text) is not None
    return None if fits else Problem("code.shape", spec.name)


def _check_list(spec: FieldSpec, text: str) -> Problem | None:
    items = lines_of(text)
    if len(items) > MOST_LIST_ITEMS:
        return Problem("list.too_long", spec.name, {"most": MOST_LIST_ITEMS})
    return None


def _check_file(spec: FieldSpec, text: str) -> Problem | None:
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        data = b""
    return None if data.startswith(_PNG) else Problem("seal.picture", spec.name)


_CHECKERS: Mapping[FieldShape, Checker] = MappingProxyType(
    {
        FieldShape.DAY: _check_day,
        FieldShape.WHOLE: _check_whole,
        FieldShape.CREDITS: _check_credits,
        FieldShape.CHOICE: _check_choice,
        FieldShape.YES_NO: _check_yes_no,
        FieldShape.CODE: _check_code,
        FieldShape.LIST: _check_list,
        FieldShape.FILE: _check_file,
    }
)


def _check_together(spec: KindSpec, key: str, fields: Fields) -> Iterable[Problem]:
    """Yield what is wrong between the fields that are there."""
    first, last = fields.get("valid_from", ""), fields.get("valid_to", "")
    if first and last and last < first:
        yield Problem("reference.dates", "valid_to")
    if spec.kind is ReferenceKind.HOLIDAY and fields.get("date", key) != key:
        yield Problem("reference.key", "date")
    if spec.kind is ReferenceKind.HOLIDAY and fields.get("day_kind") == "makeup":
        day = date.fromisoformat(key) if _check_day(FieldSpec("date"), key) is None else None
        if day is not None and day.weekday() < 5:
            yield Problem("calendar.makeup_on_weekday", "date", {"date": key})
    if spec.kind is ReferenceKind.DEADLINE:
        yield from _check_deadline(key, fields)
    if spec.kind is ReferenceKind.RETENTION:
        yield from _check_retention(key, fields)


def _check_deadline(key: str, fields: Fields) -> Iterable[Problem]:
    unit, days = fields.get("unit"), fields.get("days")
    if unit is not None and (unit == "months") != (key == HARD_STOP):
        yield Problem("choice.unknown", "unit", {"text": unit})
    if key == "publicity" and days and not 3 <= int(days) <= 7:
        yield Problem("deadlines.publicity", "days", {"least": 3, "most": 7})
    if key == HARD_STOP and days and int(days) > 24:
        yield Problem("number.range", "days", {"least": 1, "most": 24})


def _check_retention(key: str, fields: Fields) -> Iterable[Problem]:
    keep, years, days = fields.get("keep"), fields.get("years"), fields.get("days")
    if key in KEPT_FOR_GOOD:
        # A ledger, transcripts and a trail have no end, so nothing about them can be changed.
        for name, text in (("keep", keep), ("years", years), ("days", days)):
            if text not in (None, FOR_GOOD, "0"):
                yield Problem("retention.protected", name, {"subject": key})
    elif key == STUDIES:
        if keep == FOR_GOOD:
            yield Problem("choice.unknown", "keep", {"text": FOR_GOOD})
        if years is not None and not 1 <= int(years) <= LONGEST_STUDIES_YEARS:
            yield Problem("number.range", "years", {"least": 1, "most": LONGEST_STUDIES_YEARS})
        if days not in (None, "0"):
            yield Problem("number.range", "days", {"least": 0, "most": 0})
    elif keep == FOR_A_PERIOD and years is not None and days is not None and int(years) + int(days) == 0:
        # Whichever of the three was changed last is where it is said.
        yield from (Problem("retention.no_time", name, {"rule": key}) for name in ("keep", "years", "days"))


def _split(text: str) -> list[str]:
    """Return the items of a list as people write it: by lines, or by semicolons within a cell."""
    return [part.strip() for part in re.split(r"[\n;；]", text.replace("\r", "")) if part.strip()]


def _clean_day(text: str) -> str:
    matched = _DAY.fullmatch(text) or re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", text)
    if matched is None:
        return text
    try:
        return date(*(int(part) for part in matched.groups())).isoformat()
    except ValueError:
        return text


def _clean_credits(text: str) -> str:
    if not _CREDITS.fullmatch(text):
        return text
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return format(number.normalize(), "f")
