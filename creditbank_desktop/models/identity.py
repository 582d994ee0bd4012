"""Who this device is, and the ports that the store needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from creditbank_desktop.domain.ids import DeviceId, OfficeId
from creditbank_desktop.domain.ports import Clock, IdSource, Verifier


@dataclass(frozen=True, slots=True)
class DeviceIdentity:
    """A device with its secrets.

    ``code`` (2 to 4 capitals or digits) enters the numbers of papers; ``signing_seed`` is the 32-byte
    Ed25519 seed that signs manifests, ``box_key`` the 32-byte X25519 private key that learners' keys are
    sealed to.
    """

    device: DeviceId
    office: OfficeId
    name: str
    code: str
    signing_seed: bytes = field(repr=False)
    box_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class StorePorts:
    """What the store needs from outside.

    ``new_key`` returns 32 fresh random bytes (learners' keys, incarnations); ``busy_timeout_ms`` is how long
    another program's lock is waited for.
    """

    clock: Clock
    ids: IdSource
    verifier: Verifier
    new_key: Callable[[], bytes]
    busy_timeout_ms: int = 5_000


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that opening the store noticed and people should hear of, for example
    "store.rolled_back".
    """

    code: str
    detail: str = ""
