"""The anchor beside the database: where its stream stood last, so that an older file is noticed."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from creditbank_desktop.domain.operations.stream import StreamHead
from creditbank_desktop.domain.trail_heads import ChainHead
from creditbank_desktop.models.flushing import replace_file

ANCHOR_NAME = "store.anchor"
_MOST = 2**53


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known of the database from outside of it.

    ``salt`` (hexadecimal) are the file's first 16 bytes, which tell a foreign file from a wrong key;
    ``key_check`` tells a wrong key from a damaged file, without telling the key. ``audit_number`` and
    ``audit_hash`` are a place of the audit trail behind which it had come.
    """

    device: str
    incarnation: str
    sequence: int
    hash: str
    salt: str
    key_check: str
    audit_number: int = 0
    audit_hash: str = ""

    @property
    def head(self) -> StreamHead:
        """Return where the stream stood."""
        return StreamHead(self.device, self.incarnation, self.sequence, self.hash)  # type: ignore[arg-type]

    def fits_key(self, data_key: bytes) -> bool:
        """Return whether ``data_key`` is the key of the database that this anchor belongs to."""
        return hmac.compare_digest(self.key_check, key_check(data_key, self.salt))


def key_check(data_key: bytes, salt: str) -> str:
    """Return what is kept of a random 256-bit key to recognise it again (32 hexadecimal digits)."""
    return hmac.new(data_key, b"creditbank store key" + bytes.fromhex(salt), hashlib.sha256).hexdigest()[:32]


def anchor_for(head: StreamHead, salt: bytes, data_key: bytes, audit: ChainHead | None = None) -> Anchor:
    """Return the anchor of a stream's and the audit trail's head in the file that begins with ``salt``."""
    text = salt.hex()
    check = key_check(data_key, text)
    trail = audit or ChainHead(0, "")
    return Anchor(
        head.device, head.incarnation, head.sequence, head.hash, text, check, trail.number, trail.hash
    )


def read_anchor(folder: Path) -> Anchor | None:
    """Return the anchor, or None when there is none that can be read."""
    try:
        plain = json.loads((folder / ANCHOR_NAME).read_text(encoding="utf-8"))
        anchor = Anchor(**plain)
        texts = [value for name, value in plain.items() if name not in ("sequence", "audit_number")]
        numbers = (anchor.sequence, anchor.audit_number)
        is_ours = all(isinstance(text, str) and text.isascii() for text in texts)
        is_ours = is_ours and all(type(one) is int and 0 <= one <= _MOST for one in numbers)
        bytes.fromhex(anchor.salt)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return anchor if is_ours else None


def write_anchor(folder: Path, anchor: Anchor) -> None:
    """Write the anchor in one step, flushed to the disk; raise OSError if that fails."""
    target = folder / ANCHOR_NAME
    fresh = folder / f"{ANCHOR_NAME}.new"
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(asdict(anchor), file)
        file.flush()
        os.fsync(file.fileno())
    replace_file(fresh, target)
