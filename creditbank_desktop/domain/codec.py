"""Turns frozen values into plain JSON data and back, and plain data into canonical bytes.

The canonical form is what signatures and hash chains are computed over: UTF-8 JSON with sorted keys, no white
space, no floats (credits are strings), following RFC 8785 for the value kinds that occur.
"""

from __future__ import annotations

import base64
import binascii
import dataclasses
import json
import types
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]

_TAG = "is"
_SAFE_INTEGER = 2**53 - 1


class Malformed(ValueError):
    """Bytes or plain data that do not have the shape of the value asked for."""


def to_plain(value: object) -> Plain:
    """Return ``value`` as JSON data.

    Takes frozen dataclasses, tuples, string-keyed mappings, `Decimal`, `date`, aware `datetime`, `StrEnum`,
    bytes, str, int, bool and None. A dataclass with a ``wire_name`` carries it under "is". Raises TypeError
    for anything else, floats included.
    """
    match value:
        case None | bool():
            return value
        case StrEnum():
            return value.value
        case str():
            return value
        case int():
            if abs(value) > _SAFE_INTEGER:
                raise TypeError("integer beyond 2**53")
            return value
        case Decimal():
            return format(value, "f")
        case datetime():
            return format_instant(value)
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case tuple() | list():
            return [to_plain(item) for item in value]
        case Mapping():
            return {str(key): to_plain(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _dataclass_to_plain(value)
    raise TypeError(f"no plain form for {type(value).__name__}")


def _dataclass_to_plain(value: Any) -> Plain:
    plain: dict[str, Plain] = {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    wire_name = getattr(type(value), "wire_name", None)
    if wire_name is not None:
        plain[_TAG] = wire_name
    return plain


def from_plain(kind: type[T], plain: Plain) -> T:
    """Return the value of type ``kind`` that `to_plain` wrote as ``plain``.

    A field that is absent takes its default (so old bytes stay readable); an unknown field, a missing one
    without default or a value of the wrong shape raises `Malformed` naming the place.
    """
    return cast(T, _decode(kind, plain, ""))


def canonical_bytes(plain: Plain) -> bytes:
    """Return the canonical UTF-8 JSON bytes of ``plain``."""
    return json.dumps(
        plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def plain_of(data: bytes) -> Plain:
    """Return the plain data that ``data`` holds as JSON; raise `Malformed` for anything but JSON without
    floats.
    """
    try:
        return cast(Plain, json.loads(data, parse_float=_no_float, object_pairs_hook=_no_repeats))
    except (ValueError, RecursionError) as error:
        raise Malformed(str(error)) from error


def encode(value: object) -> bytes:
    """Return the canonical bytes of a value."""
    return canonical_bytes(to_plain(value))


def decode(kind: type[T], data: bytes) -> T:
    """Return the value of type ``kind`` held by canonical ``data``; raise `Malformed` if it is none."""
    return from_plain(kind, plain_of(data))


def format_instant(moment: datetime) -> str:
    """Return an aware moment as UTC ISO 8601 with milliseconds and Z."""
    if moment.tzinfo is None:
        raise TypeError("a moment needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_instant(text: str) -> datetime:
    """Return the moment written by `format_instant`; raise ValueError for another form."""
    if not text.endswith("Z"):
        raise ValueError("not UTC")
    return datetime.fromisoformat(text)


def _no_float(text: str) -> Plain:
    raise ValueError(f"float {text}")


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key occurs twice")
    return found


def _decode(kind: Any, plain: Plain, place: str) -> object:
    while hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_union(kind, plain, place)
    if origin is tuple:
        return tuple(_decode(get_args(kind)[0], item, f"{place}[]") for item in _as(list, plain, place))
    if origin is not None and issubclass(origin, Mapping):
        items = _as(dict, plain, place).items()
        return {key: _decode(get_args(kind)[1], item, f"{place}.{key}") for key, item in items}
    if dataclasses.is_dataclass(kind):
        return _decode_dataclass(kind, plain, place)
    return _decode_scalar(kind, plain, place)


def _decode_union(kind: Any, plain: Plain, place: str) -> object:
    options = [option for option in get_args(kind) if option is not type(None)]
    if plain is None:
        if len(options) == len(get_args(kind)):
            raise Malformed(f"{place}: null")
        return None
    if len(options) == 1:
        return _decode(options[0], plain, place)
    tag = _as(dict, plain, place).get(_TAG)
    for option in options:
        if option.wire_name == tag:
            return _decode(option, plain, place)
    raise Malformed(f"{place}: unknown kind {tag!r}")


def _decode_dataclass(kind: Any, plain: Plain, place: str) -> object:
    data = dict(_as(dict, plain, place))
    if hasattr(kind, "wire_name") and data.pop(_TAG, None) != kind.wire_name:
        raise Malformed(f"{place}: not a {kind.wire_name}")
    hints = _hints(kind)
    unknown = data.keys() - hints.keys()
    if unknown:
        raise Malformed(f"{place}: unknown {sorted(unknown)}")
    values = {name: _decode(hints[name], item, f"{place}.{name}") for name, item in data.items()}
    try:
        return kind(**values)
    except (TypeError, ValueError) as error:
        raise Malformed(f"{place}: {error}") from error


@cache
def _hints(kind: Any) -> dict[str, Any]:
    names = {f.name for f in dataclasses.fields(kind)}
    return {name: hint for name, hint in get_type_hints(kind).items() if name in names}


def _decode_scalar(kind: Any, plain: Plain, place: str) -> object:
    try:
        if kind is bool:
            return _as(bool, plain, place)
        if kind is int:
            return _as(int, plain, place)
        text = _as(str, plain, place)
        if kind is Decimal:
            return _finite(Decimal(text))
        if kind is date:
            return date.fromisoformat(text)
        if kind is datetime:
            return parse_instant(text)
        if kind is bytes:
            return base64.b64decode(text, validate=True)
        if isinstance(kind, type) and issubclass(kind, str):
            return kind(text)
    except (ValueError, InvalidOperation, binascii.Error) as error:
        raise Malformed(f"{place}: {error}") from error
    raise Malformed(f"{place}: cannot hold {kind!r}")


def _finite(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise ValueError(f"not a number: {number}")
    return number


def _as(kind: type[T], plain: Plain, place: str) -> T:
    if not isinstance(plain, kind) or (kind is int and isinstance(plain, bool)):
        raise Malformed(f"{place}: expected {kind.__name__}")
    return plain
