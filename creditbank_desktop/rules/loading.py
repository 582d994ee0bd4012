"""Reads rule sets from their JSON form, with every problem named, and hashes what they say."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from typing import Any, TypeVar

from creditbank_desktop.domain.codec import Malformed, Plain, canonical_bytes, from_plain, plain_of, to_plain
from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.rules.checking import check_content, check_rule_set
from creditbank_desktop.rules.rule_set import Rule, RuleContent, RuleSet, RuleSetVersion

T = TypeVar("T")


def parse_rule_set(data: bytes) -> RuleSet:
    """Return the rule set that UTF-8 JSON ``data`` holds, after every check.

    Raises `Problems` with everything at once: ``rules.malformed`` (detail) for another shape or an unknown
    field, with the version and rule as field; ``rules.hash_differs`` (expected, found); and what
    `check_content` and `check_rule_set` find.
    """
    try:
        plain = plain_of(data)
    except Malformed as error:
        raise Problems([_malformed("", error)]) from error
    if not isinstance(plain, dict):
        raise Problems([Problem("rules.malformed", "", {"detail": "not an object"})])
    found: list[Problem] = []
    rule_set = _read_set(plain, found)
    if rule_set is None or found:
        raise Problems(found)
    for version in rule_set.versions:
        inside = f"versions.{version.number}"
        found.extend(problem.within(inside) for problem in check_content(version.content))
        expected = content_hash(version.content)
        if version.content_hash != expected:
            params = {"expected": expected, "found": version.content_hash}
            found.append(Problem("rules.hash_differs", f"{inside}.content_hash", params))
    found.extend(check_rule_set(rule_set))
    if found:
        raise Problems(found)
    return rule_set


def content_hash(content: RuleContent) -> str:
    """Return the SHA-256 (64 hexadecimal digits) of what a version says.

    Fields that hold their default are left out of the hashed bytes, so that a field added later does not
    change the hash of a version written before it.
    """
    return hashlib.sha256(canonical_bytes(_without_defaults(content))).hexdigest()


def _without_defaults(value: object) -> Plain:
    if isinstance(value, tuple):
        return [_without_defaults(item) for item in value]
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return to_plain(value)
    kept: dict[str, Plain] = {}
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        if field.default is dataclasses.MISSING or held != field.default:
            kept[field.name] = _without_defaults(held)
    return kept


def _read_set(plain: dict[str, Any], found: list[Problem]) -> RuleSet | None:
    family = plain.get("family")
    versions = plain.get("versions", [])
    if not isinstance(versions, list):
        found.append(Problem("rules.malformed", "versions", {"detail": "not a list"}))
        return None
    read = [_read_version(item, family, place, found) for place, item in enumerate(versions)]
    head = {key: value for key, value in plain.items() if key != "versions"}
    rule_set = _read(RuleSet, head, "", found)
    if rule_set is None:
        return None
    return dataclasses.replace(rule_set, versions=tuple(version for version in read if version is not None))


def _read_version(plain: Plain, family: object, place: int, found: list[Problem]) -> RuleSetVersion | None:
    inside = f"versions.{place}"
    if not isinstance(plain, dict) or not isinstance(plain.get("content"), dict):
        found.append(Problem("rules.malformed", inside, {"detail": "no content"}))
        return None
    content = dict(_mapping(plain["content"]))
    rows = content.get("rules")
    if not isinstance(rows, list):
        found.append(Problem("rules.malformed", f"{inside}.content.rules", {"detail": "not a list"}))
        return None
    for number, row in enumerate(rows):
        name = row.get("rule", number) if isinstance(row, dict) else number
        _read(Rule, row, f"{inside}.content.rules.{name}", found)
    if found:
        return None
    return _read(RuleSetVersion, {**plain, "family": str(family)}, inside, found)


def _mapping(value: Plain) -> Mapping[str, Plain]:
    return value if isinstance(value, dict) else {}


def _read(kind: type[T], plain: Plain, field: str, found: list[Problem]) -> T | None:
    try:
        return from_plain(kind, plain)
    except Malformed as error:
        found.append(_malformed(field, error))
        return None


def _malformed(field: str, error: Malformed) -> Problem:
    return Problem("rules.malformed", field, {"detail": str(error)})
