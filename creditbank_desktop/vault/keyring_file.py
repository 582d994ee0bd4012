"""The keyring's JSON file: its shape, its strict reading and its atomic writing."""

from __future__ import annotations

import base64
import binascii
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.vault.passphrases import SALT_BYTES, Cost

FORMAT = "creditbank-keyring"
VERSION = 1
_LARGEST_FILE_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Failures:
    """Wrong passphrases in a row and the moment of the last, needed before the store opens."""

    count: int = 0
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """What the keyring keeps of one person: nothing secret in the clear."""

    person: str
    login: str
    name: str
    cost: Cost
    salt: bytes
    wrapped_data_key: bytes
    wrapped_signing_seed: bytes
    public_key: bytes
    failures: Failures = Failures()


@dataclass(frozen=True, slots=True)
class KeyringContent:
    """Everything in the file; ``seal`` authenticates all but the failures under the data key."""

    store: str
    people: tuple[PersonRecord, ...]
    recovery: bytes
    seal: bytes = b""

    def with_person(self, record: PersonRecord) -> KeyringContent:
        """Return the content with the record of one person added or replaced, the others in their places."""
        people = tuple(record if old.person == record.person else old for old in self.people)
        if record not in people:
            people = (*people, record)
        return replace(self, people=people)


def authenticated_bytes(content: KeyringContent) -> bytes:
    """Return the bytes that the seal covers: the canonical JSON without seal and failures."""
    bare = replace(content, people=tuple(replace(person, failures=Failures()) for person in content.people))
    document = _to_document(replace(bare, seal=b""))
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read_keyring_file(path: Path) -> KeyringContent:
    """Return the content of the file at ``path``.

    Raises `EnvironmentFault`, each with path: ``keyring.missing``, ``keyring.unreadable`` (reason),
    ``keyring.foreign`` (another program's file), ``keyring.newer`` (version), ``keyring.damaged``.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE_BYTES:
            raise EnvironmentFault("keyring.foreign", path=str(path))
        raw = path.read_bytes()
    except FileNotFoundError as missing:
        raise EnvironmentFault("keyring.missing", path=str(path)) from missing
    except OSError as fault:
        raise EnvironmentFault("keyring.unreadable", path=str(path), reason=fault.strerror or "") from fault
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError) as garbled:
        ours = FORMAT.encode() in raw
        raise EnvironmentFault("keyring.damaged" if ours else "keyring.foreign", path=str(path)) from garbled
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise EnvironmentFault("keyring.foreign", path=str(path))
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise EnvironmentFault("keyring.newer", path=str(path), version=version)
    try:
        return _from_document(document)
    except (KeyError, TypeError, ValueError, binascii.Error) as damage:
        raise EnvironmentFault("keyring.damaged", path=str(path)) from damage


def write_keyring_file(path: Path, content: KeyringContent) -> None:
    """Replace the file at ``path`` as a whole: after a crash there is the old content or the new.

    Raises `EnvironmentFault` ``keyring.unwritable`` (path, reason).
    """
    data = json.dumps(_to_document(content), ensure_ascii=False, indent=1, sort_keys=True).encode()
    try:
        _replace_whole(path, data + b"\n")
    except OSError as fault:
        raise EnvironmentFault("keyring.unwritable", path=str(path), reason=fault.strerror or "") from fault


def _replace_whole(path: Path, data: bytes) -> None:
    # The port for files lies in `devices`, which the vault does not import; mkstemp makes the file private.
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".new", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if os.name == "posix":
        # The new name itself reaches the disk only with its folder.
        with suppress(OSError):
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _to_document(content: KeyringContent) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "store": content.store,
        "recovery": _text(content.recovery),
        "seal": _text(content.seal),
        "people": [
            {
                "person": record.person,
                "login": record.login,
                "name": record.name,
                "argon2id": {
                    "memory_kib": record.cost.memory_kib,
                    "passes": record.cost.passes,
                    "lanes": record.cost.lanes,
                },
                "salt": _text(record.salt),
                "data_key": _text(record.wrapped_data_key),
                "signing_seed": _text(record.wrapped_signing_seed),
                "public_key": _text(record.public_key),
                "failures": {
                    "count": record.failures.count,
                    "last": record.failures.last.isoformat() if record.failures.last else None,
                },
            }
            for record in content.people
        ],
    }


def _from_document(document: Mapping[str, Any]) -> KeyringContent:
    people = tuple(_person_from(entry) for entry in document["people"])
    if len({record.person for record in people}) != len(people) or not people:
        raise ValueError("people")
    return KeyringContent(
        _string(document["store"]), people, _bytes(document["recovery"]), _bytes(document["seal"])
    )


def _person_from(entry: Mapping[str, Any]) -> PersonRecord:
    said = entry["argon2id"]
    cost = Cost(_count(said["memory_kib"]), _count(said["passes"]), _count(said["lanes"]))
    if not cost.is_bearable():
        raise ValueError("argon2id")
    salt = _bytes(entry["salt"])
    if len(salt) != SALT_BYTES:
        raise ValueError("salt")
    last = entry["failures"]["last"]
    moment = datetime.fromisoformat(last) if last is not None else None
    if moment is not None and moment.tzinfo is None:
        raise ValueError("last")
    return PersonRecord(
        person=_string(entry["person"]),
        login=_string(entry["login"]),
        name=_string(entry["name"]),
        cost=cost,
        salt=salt,
        wrapped_data_key=_bytes(entry["data_key"]),
        wrapped_signing_seed=_bytes(entry["signing_seed"]),
        public_key=_bytes(entry["public_key"]),
        failures=Failures(_count(entry["failures"]["count"]), moment),
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: object) -> bytes:
    return base64.b64decode(_string(text), validate=True)


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("count expected")
    return value
