"""Files of evidence by SHA-256, encrypted in a folder; the same content of an office is kept once."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from pathlib import Path

from creditbank_desktop.domain.codec import Malformed
from creditbank_desktop.domain.failures import Refused
from creditbank_desktop.sync.protocol.limits import MOST_BLOB_BYTES
from creditbank_desktop.sync.protocol.messages import BlobAction, BlobClaim
from creditbank_desktop.sync.protocol.signing import open_message
from creditbank_desktop.vault.streams import Reader, decrypt_stream, encrypt_stream
from creditbank_server.database import Pool
from creditbank_server.devices import check_sender
from creditbank_server.server_ports import ServerPorts

_HEX = frozenset("0123456789abcdef")


class BlobDesk:
    """Takes in and gives out evidence files."""

    def __init__(self, pool: Pool, ports: ServerPorts, folder: Path) -> None:
        """Keep the files below ``folder``."""
        self._pool = pool
        self._ports = ports
        self._folder = folder

    def check(self, claim: bytes, action: BlobAction, blob: str) -> BlobClaim:
        """Return the claim that a device signed for this action on this file.

        Raises `Malformed` for another claim, `Refused` as `check_sender` does.
        """
        signed = open_message(BlobClaim, claim)
        message = signed.message
        if message.action is not action or message.blob != blob or len(blob) != 64 or not set(blob) <= _HEX:
            raise Malformed("another claim")
        with self._pool.connection() as connection:
            check_sender(connection, signed, self._ports.verifier)
        return message

    def size(self, claim: BlobClaim) -> int | None:
        """Return the size in bytes of a file that the office has, else None."""
        with self._pool.connection() as connection:
            row = connection.execute(
                "SELECT size_bytes FROM blobs WHERE office = %s AND blob = %s", (claim.office, claim.blob)
            ).fetchone()
        return None if row is None else int(row[0])

    def put(self, claim: BlobClaim, content: Reader) -> None:
        """Keep a file; raise `Refused` ``blob.too_large`` or ``blob.other_content``."""
        if claim.size_bytes > MOST_BLOB_BYTES:
            raise Refused("blob.too_large", most=MOST_BLOB_BYTES)
        path = self._path(claim)
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix="part-", delete=False) as part:
            unfinished = Path(part.name)
            try:
                digest = encrypt_stream(content, part, self._ports.keys.storage_key, _context(claim))
                part.flush()
                os.fsync(part.fileno())
            except BaseException:  # no half-made file may stay; it is raised again
                part.close()
                unfinished.unlink()
                raise
        if digest.sha256 != claim.blob or digest.length != claim.size_bytes:
            unfinished.unlink()
            raise Refused("blob.other_content")
        unfinished.replace(path)
        with self._pool.connection() as connection:
            connection.execute(
                "INSERT INTO blobs (office, blob, size_bytes, stored_at) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                (claim.office, claim.blob, digest.length, self._ports.clock.now()),
            )

    def get(self, claim: BlobClaim) -> bytes | None:
        """Return a file's bytes, None when the office has no such file."""
        if self.size(claim) is None:
            return None
        content = io.BytesIO()
        with self._path(claim).open("rb") as file:
            decrypt_stream(file, content, self._ports.keys.storage_key, _context(claim))
        return content.getvalue()

    def _path(self, claim: BlobClaim) -> Path:
        return self._folder / office_folder(claim.office) / claim.blob[:2] / claim.blob


def office_folder(office: str) -> str:
    """Return the name of the folder that an office's files lie in."""
    return hashlib.sha256(office.encode()).hexdigest()[:16]


def _context(claim: BlobClaim) -> bytes:
    return f"creditbank evidence 1|{claim.office}|{claim.blob}".encode()
