"""The organisation's recovery key: escrow copies of a store's data key, and what opens one of them once.

Three small JSON files, none of which holds a secret in the clear:

* the **recovery key** of the organisation, its private half under a passphrase; it stays off the server;
* the **recovery file** beside a keyring: what opens the store without any person's passphrase;
* the **unlock file** for one desk, made from an escrow copy; it opens with a code that goes another way.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused, stop_on_errors
from creditbank_desktop.vault.passphrases import (
    SALT_BYTES,
    Cost,
    check_passphrase,
    key_from_passphrase,
    new_salt,
    unwrap,
    wrap,
)
from creditbank_desktop.vault.recovery import key_from_recovery_code, new_recovery_code
from creditbank_desktop.vault.sealing import box_public_key, new_box_key, open_sealed, seal_to
from creditbank_desktop.vault.wrapping import binding

VERSION = 1
RECOVERY_FORMAT = "creditbank-recovery"
KEY_FORMAT = "creditbank-recovery-key"
UNLOCK_FORMAT = "creditbank-unlock"
LARGEST_FILE_BYTES = 1_000_000
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class EscrowCopy:
    """A store's data key sealed to the organisation: for which key, its own id, whose store, 80 bytes."""

    key_id: str
    escrow: str
    office: str
    data_key: bytes


@dataclass(frozen=True, slots=True)
class RecoveryFile:
    """What opens the store ``store`` without a passphrase; may be copied off the desk while it is locked.

    ``code`` is the data key wrapped under the recovery code, ``code_seed`` the seed with which a recovery by
    code signs ("" where there is none), ``escrow`` the copy for the organisation.
    """

    store: str
    code: bytes = b""
    code_seed: bytes = b""
    escrow: EscrowCopy | None = None


@dataclass(frozen=True, slots=True)
class Unlocking:
    """What an unlock file holds: the data key, the seed of a signature that counts once, and the signed
    operations that say whose it is.
    """

    store: str
    escrow: str
    person: str
    data_key: bytes = field(repr=False)
    seed: bytes = field(repr=False)
    operations: tuple[bytes, ...] = ()


def key_id_of(public_key: bytes) -> str:
    """Return the 8 characters by which people compare a recovery key."""
    number = int.from_bytes(hashlib.sha256(b"creditbank recovery key 1|" + public_key).digest()[:5], "big")
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(8)))


def make_escrow(public_key: bytes, store: str, office: str, data_key: bytes) -> EscrowCopy:
    """Return the data key of the ``store`` of ``office`` sealed to the organisation's public key (32 bytes).

    Raises ValueError for a public key that is none.
    """
    escrow = secrets.token_hex(8)
    sealed = seal_to(public_key, data_key, _escrow_context(store, office, escrow))
    return EscrowCopy(key_id_of(public_key), escrow, office, sealed)


def open_escrow(private_key: bytes, file: RecoveryFile) -> bytes:
    """Return the data key in the escrow copy of ``file``.

    Raises `Refused` ``escrow.none`` and ``escrow.other_key`` (key_id), `EnvironmentFault`
    ``vault.box_unreadable`` for one that was changed.
    """
    copy = file.escrow
    if copy is None:
        raise Refused("escrow.none")
    if copy.key_id != key_id_of(box_public_key(private_key)):
        raise Refused("escrow.other_key", key_id=copy.key_id)
    return open_sealed(private_key, copy.data_key, _escrow_context(file.store, copy.office, copy.escrow))


def new_recovery_key(passphrase: str, cost: Cost | None = None) -> tuple[bytes, bytes]:
    """Return the public key of a new recovery key and the bytes of its file, which ``passphrase`` opens.

    Raises `Problems` for a weak passphrase.
    """
    stop_on_errors(check_passphrase(passphrase, ""))
    cost = cost or Cost()
    private = new_box_key()
    public = box_public_key(private)
    salt = new_salt()
    key = key_from_passphrase(passphrase, salt, cost)
    document = {
        "format": KEY_FORMAT,
        "version": VERSION,
        "key_id": key_id_of(public),
        "public_key": _text(public),
        "argon2id": {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes},
        "salt": _text(salt),
        "private_key": _text(wrap(key, private, key_id_of(public), "recovery_key")),
    }
    return public, _bytes_of(document)


def open_recovery_key(data: bytes, passphrase: str) -> bytes:
    """Return the private key (32 bytes) in the file ``data``.

    Raises `Refused` ``identity.wrong_passphrase`` and `EnvironmentFault` ``recovery_file.damaged``.
    """
    document = _document_of(data, KEY_FORMAT)
    try:
        said = document["argon2id"]
        cost = Cost(int(said["memory_kib"]), int(said["passes"]), int(said["lanes"]))
        salt, wrapped = _bytes(document["salt"]), _bytes(document["private_key"])
        key_id = str(document["key_id"])
    except (KeyError, TypeError, ValueError) as damage:
        raise EnvironmentFault("recovery_file.damaged") from damage
    if not cost.is_bearable() or len(salt) != SALT_BYTES:
        raise EnvironmentFault("recovery_file.damaged")
    return unwrap(key_from_passphrase(passphrase, salt, cost), wrapped, key_id, "recovery_key")


def write_recovery_file(file: RecoveryFile) -> bytes:
    """Return the bytes of a recovery file."""
    document: dict[str, Any] = {
        "format": RECOVERY_FORMAT,
        "version": VERSION,
        "store": file.store,
        "code": _text(file.code),
        "code_seed": _text(file.code_seed),
        "escrow": escrow_document(file.escrow),
    }
    return _bytes_of(document)


def read_recovery_file(data: bytes) -> RecoveryFile:
    """Return what `write_recovery_file` wrote; raise `EnvironmentFault` ``recovery_file.*`` otherwise."""
    document = _document_of(data, RECOVERY_FORMAT)
    try:
        return RecoveryFile(
            _string(document["store"]),
            _bytes(document["code"]),
            _bytes(document["code_seed"]),
            escrow_from(document["escrow"]),
        )
    except (KeyError, TypeError, ValueError) as damage:
        raise EnvironmentFault("recovery_file.damaged") from damage


def write_unlock_file(unlocking: Unlocking) -> tuple[bytes, str]:
    """Return the bytes of an unlock file and the code that opens it, which must go another way."""
    code = new_recovery_code()
    key = key_from_recovery_code(code)
    inside = json.dumps(
        {
            "data_key": _text(unlocking.data_key),
            "seed": _text(unlocking.seed),
            "person": unlocking.person,
            "operations": [_text(data) for data in unlocking.operations],
        }
    ).encode()
    document = {
        "format": UNLOCK_FORMAT,
        "version": VERSION,
        "store": unlocking.store,
        "escrow": unlocking.escrow,
        "sealed": _text(wrap(key, inside, unlocking.store, f"unlock {unlocking.escrow}")),
    }
    return _bytes_of(document), code


def open_unlock_file(data: bytes, code: str) -> Unlocking:
    """Return what is in an unlock file.

    Raises `Problems` for a code of no shape, `Refused` ``identity.wrong_unlock_code``, `EnvironmentFault`
    ``recovery_file.*``.
    """
    document = _document_of(data, UNLOCK_FORMAT)
    key = key_from_recovery_code(code)
    try:
        store, escrow = _string(document["store"]), _string(document["escrow"])
        inside = json.loads(unwrap(key, _bytes(document["sealed"]), store, f"unlock {escrow}"))
        return Unlocking(
            store,
            escrow,
            _string(inside["person"]),
            _bytes(inside["data_key"]),
            _bytes(inside["seed"]),
            tuple(_bytes(one) for one in inside["operations"]),
        )
    except Refused as wrong:
        raise Refused("identity.wrong_unlock_code") from wrong
    except (KeyError, TypeError, ValueError) as damage:
        raise EnvironmentFault("recovery_file.damaged") from damage


def is_unlock_file(data: bytes) -> bool:
    """Return whether ``data`` is an unlock file as far as can be seen from outside."""
    try:
        _document_of(data, UNLOCK_FORMAT)
    except (EnvironmentFault, Problems):
        return False
    return True


def _escrow_context(store: str, office: str, escrow: str) -> bytes:
    return binding(b"creditbank escrow 1", store.encode(), office.encode(), escrow.encode())


def escrow_document(copy: EscrowCopy | None) -> dict[str, str] | None:
    """Return an escrow copy as plain JSON data, None for none."""
    if copy is None:
        return None
    return {
        "key_id": copy.key_id,
        "escrow": copy.escrow,
        "office": copy.office,
        "data_key": _text(copy.data_key),
    }


def escrow_from(said: Mapping[str, Any] | None) -> EscrowCopy | None:
    """Return what `escrow_document` wrote; raises KeyError, TypeError or ValueError for anything else."""
    if said is None:
        return None
    return EscrowCopy(
        _string(said["key_id"]), _string(said["escrow"]), _string(said["office"]), _bytes(said["data_key"])
    )


def _document_of(data: bytes, kind: str) -> Mapping[str, Any]:
    try:
        document = json.loads(data) if len(data) <= LARGEST_FILE_BYTES else None
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or document.get("format") != kind:
        raise EnvironmentFault("recovery_file.foreign")
    if document.get("version") != VERSION:
        raise EnvironmentFault("recovery_file.newer")
    return document


def _bytes_of(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: object) -> bytes:
    try:
        return base64.b64decode(_string(text), validate=True)
    except binascii.Error as error:
        raise ValueError("base64") from error


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value
