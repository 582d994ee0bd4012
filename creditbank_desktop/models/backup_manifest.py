"""The manifest of a backup: what it holds, each part with its SHA-256, sealed under the data key."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from creditbank_desktop.domain.backups import BackupKind
from creditbank_desktop.domain.codec import decode, encode
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.models.backup import CopyFacts
from creditbank_desktop.vault.wrapping import derive

MANIFEST = "manifest.json"
FILE_LIST = "files.txt"
FORMAT = "creditbank-backup"
VERSION = 1
_LARGEST_MANIFEST_BYTES = 1_000_000
_PURPOSE = b"creditbank backup manifest 1"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a backup: its size in bytes and its SHA-256 as it lies there, encrypted."""

    name: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FilePart:
    """One evidence file in the pool beside the backups: hash of its content, size and SHA-256 as it lies
    there, encrypted.
    """

    blob: BlobHash
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds; nothing in it is secret or personal.

    ``facts`` are those of the database at the moment ``made_at``; ``parts`` the database, the key files and
    the list of evidence files; ``files`` and ``file_bytes`` count the latter, ``files_missing`` those that
    the database names and this computer did not have. ``seal`` authenticates all of it under the data key.
    """

    kind: BackupKind
    made_at: datetime
    facts: CopyFacts
    parts: tuple[Part, ...]
    files: int
    file_bytes: int
    program: str
    files_missing: int = 0
    format: str = FORMAT
    version: int = VERSION
    seal: str = ""

    @property
    def size_bytes(self) -> int:
        """Return the size of everything that the backup holds."""
        return self.file_bytes + sum(part.size_bytes for part in self.parts)

    def part(self, name: str) -> Part | None:
        """Return the part of this name."""
        return next((part for part in self.parts if part.name == name), None)

    def sealed(self, data_key: bytes) -> Manifest:
        """Return the manifest with the seal of ``data_key``."""
        return replace(self, seal=_seal_of(self, data_key))

    def is_sealed_by(self, data_key: bytes) -> bool:
        """Return whether the holder of ``data_key`` made this manifest and nobody changed it."""
        return hmac.compare_digest(self.seal, _seal_of(self, data_key))


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of the backup in ``folder``.

    Raises `EnvironmentFault`, each with path: "backup.no_manifest", "backup.newer" (made by a newer program),
    "backup.damaged".
    """
    path = folder / MANIFEST
    try:
        if path.stat().st_size > _LARGEST_MANIFEST_BYTES:
            raise EnvironmentFault("backup.damaged", path=str(folder))
        data = path.read_bytes()
    except OSError as error:
        raise EnvironmentFault("backup.no_manifest", path=str(folder)) from error
    try:
        manifest = decode(Manifest, data)
    except (ValueError, TypeError, RecursionError) as error:
        raise EnvironmentFault("backup.damaged", path=str(folder)) from error
    if manifest.format != FORMAT:
        raise EnvironmentFault("backup.damaged", path=str(folder))
    if manifest.version > VERSION:
        raise EnvironmentFault("backup.newer", path=str(folder))
    return manifest


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the canonical bytes in which a manifest is kept."""
    return encode(manifest)


def part_of(path: Path) -> Part:
    """Return a file as a part of a backup."""
    size, sha256 = digest_of(path)
    return Part(path.name, size, sha256)


def digest_of(path: Path) -> tuple[int, str]:
    """Return size and SHA-256 of a file."""
    digest = hashlib.sha256()
    size = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
            size += len(block)
    return size, digest.hexdigest()


def write_file_list(path: Path, files: Iterable[FilePart]) -> None:
    """Write the list of evidence files, a line each: hash, size and SHA-256 of what lies in the pool."""
    lines = (f"{file.blob} {file.size_bytes} {file.sha256}\n" for file in files)
    path.write_text("".join(lines), "ascii", newline="\n")


def read_file_list(path: Path) -> Iterator[FilePart]:
    """Return the evidence files of the list at ``path``.

    Raises `EnvironmentFault` "backup.damaged" (path).
    """
    try:
        for line in path.read_text("ascii").splitlines():
            blob, size, sha256 = line.split(" ")
            if len(blob) != 64 or not set(blob) <= set("0123456789abcdef"):
                raise ValueError("no hash")
            yield FilePart(BlobHash(blob), int(size), sha256)
    except (OSError, ValueError) as error:
        raise EnvironmentFault("backup.damaged", path=str(path.parent)) from error


def _seal_of(manifest: Manifest, data_key: bytes) -> str:
    bare = encode(replace(manifest, seal=""))
    return hmac.new(derive(data_key, _PURPOSE), bare, hashlib.sha256).hexdigest()
