"""The keyring's JSON file: its shape, its strict reading and its atomic writing."""

from __future__ import annotations

import base64
import binascii
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.vault.escrow import (
    EscrowCopy,
    RecoveryFile,
    escrow_document,
    escrow_from,
    write_recovery_file,
)
from creditbank_desktop.vault.lockout import Failures
from creditbank_desktop.vault.passphrases import SALT_BYTES, Cost

FORMAT = "creditbank-keyring"
VERSION = 2
"""1 until there were escrow copies and recoveries that sign; such files are still read and written."""
RECOVERY_FILE = "recovery.json"
_LARGEST_FILE_BYTES = 4_000_000


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
    failures: Failures = field(default_factory=Failures)
    factor: str = ""


@dataclass(frozen=True, slots=True)
class KeyringContent:
    """Everything in the file; ``seal`` authenticates all but the failures under the data key.

    ``recovery`` is the data key and ``recovery_seed`` a signing seed, both under the recovery code;
    ``recovery_key`` is that seed's public key. A record's ``factor`` names what is needed beside the
    passphrase.
    """

    store: str
    people: tuple[PersonRecord, ...]
    recovery: bytes
    seal: bytes = b""
    recovery_seed: bytes = b""
    recovery_key: bytes = b""
    escrow: EscrowCopy | None = None

    @property
    def version(self) -> int:
        """Return the oldest version that can hold this."""
        later = self.recovery_seed or self.escrow or any(person.factor for person in self.people)
        return 2 if later else 1

    @property
    def recovery_file(self) -> RecoveryFile:
        """Return what opens the store without any passphrase."""
        return RecoveryFile(self.store, code=self.recovery, code_seed=self.recovery_seed, escrow=self.escrow)

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
    _write(path, data + b"\n")


def write_recovery_beside(path: Path, content: KeyringContent) -> None:
    """Write the recovery file beside the keyring at ``path``; raises as `write_keyring_file`."""
    _write(path.with_name(RECOVERY_FILE), write_recovery_file(content.recovery_file))


def copy_of(path: Path) -> Path:
    """Return where the second copy of the keyring at ``path`` lies."""
    return path.with_name(f"{path.stem}.copy{path.suffix}")


def _write(path: Path, data: bytes) -> None:
    try:
        _replace_whole(path, data)
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
    except BaseException:  # no half-made key file may stay, also on Ctrl+C
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
    document = _first_document(content)
    if content.recovery_seed:
        document["recovery_seed"] = _text(content.recovery_seed)
        document["recovery_key"] = _text(content.recovery_key)
    if content.escrow is not None:
        document["escrow"] = escrow_document(content.escrow)
    for record, entry in zip(content.people, document["people"], strict=True):
        if record.factor:
            entry["factor"] = record.factor
        if record.failures.running_ms is not None:
            entry["failures"] |= {"boot": record.failures.boot, "running_ms": record.failures.running_ms}
    return document


def _first_document(content: KeyringContent) -> dict[str, Any]:
    """Return the document in its first shape, to which later fields are added where they are filled."""
    return {
        "format": FORMAT,
        "version": content.version,
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
        _string(document["store"]),
        people,
        _bytes(document["recovery"]),
        _bytes(document["seal"]),
        _bytes(document.get("recovery_seed", "")),
        _bytes(document.get("recovery_key", "")),
        escrow_from(document.get("escrow")),
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
        failures=_failures_from(entry["failures"], moment),
        factor=_string(entry.get("factor", "")),
    )


def _failures_from(said: Mapping[str, Any], moment: datetime | None) -> Failures:
    running = said.get("running_ms")
    return Failures(
        _count(said["count"]),
        moment,
        _string(said.get("boot", "")),
        None if running is None else _count(running),
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
