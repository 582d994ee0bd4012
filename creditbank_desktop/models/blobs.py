"""Evidence files on the disk: encrypted, named by the hash of their content, each content kept once."""

from __future__ import annotations

import errno
import io
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.models.flushing import flush_folder, make_folder, replace_file
from creditbank_desktop.vault.streams import Reader, Writer, decrypt_stream, encrypt_stream

BLOB_FOLDER = "evidence"
_CONTEXT = b"creditbank evidence file"
_HASH_DIGITS = 64


class EvidenceFiles:
    """The folder of evidence files that belongs to one store; callable from any thread."""

    def __init__(self, folder: Path, data_key: bytes) -> None:
        """Keep the files in ``folder``, encrypted under the store's 32-byte ``data_key``."""
        self._folder = folder
        self._data_key = data_key

    def put(self, reader: Reader) -> tuple[BlobHash, int]:
        """Keep what ``reader`` gives and return its SHA-256 and size in bytes.

        The file is whole and flushed to the disk when this returns; register it with `UnitOfWork.add_blob`.
        Raises `EnvironmentFault` "evidence.disk_full" or "evidence.not_written".
        """
        fresh: Path | None = None
        try:
            make_folder(self._folder)
            with tempfile.NamedTemporaryFile(dir=self._folder, suffix=".new", delete=False) as file:
                fresh = Path(file.name)
                digest = encrypt_stream(reader, file, self._data_key, _CONTEXT)
                file.flush()
                os.fsync(file.fileno())
            blob = BlobHash(digest.sha256)
            target = self.path(blob)
            make_folder(target.parent)
            replace_file(fresh, target)
            flush_folder(target.parent)
        except OSError as error:
            code = "evidence.disk_full" if error.errno == errno.ENOSPC else "evidence.not_written"
            raise EnvironmentFault(code, detail=str(error)) from error
        finally:
            if fresh is not None:
                with suppress(OSError):
                    fresh.unlink(missing_ok=True)
        return blob, digest.length

    def put_bytes(self, data: bytes) -> tuple[BlobHash, int]:
        """Keep ``data`` and return its SHA-256 and size in bytes."""
        return self.put(io.BytesIO(data))

    def try_writing(self, size_bytes: int = 262_144) -> None:
        """Write a file of this size, flush it and delete it; raises as `put` does when that fails."""
        try:
            make_folder(self._folder)
            with tempfile.NamedTemporaryFile(dir=self._folder, suffix=".new") as file:
                file.write(bytes(size_bytes))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            code = "evidence.disk_full" if error.errno == errno.ENOSPC else "evidence.not_written"
            raise EnvironmentFault(code, detail=str(error)) from error

    def has(self, blob: BlobHash) -> bool:
        """Return whether the file is on this device."""
        return self.path(blob).is_file()

    def open(self, blob: BlobHash) -> bytes:
        """Return the content of a file.

        Raises `EnvironmentFault` "evidence.missing" if it is not on this device, "evidence.damaged" if its
        bytes are not the ones that were kept, "evidence.not_read" (reason) for the disk.
        """
        content = io.BytesIO()
        self.copy_to(blob, content)
        return content.getvalue()

    def copy_to(self, blob: BlobHash, writer: Writer) -> int:
        """Write the content of a file into ``writer`` piece by piece and return its size in bytes.

        What was written counts only when this returns; it raises as `open` does.
        """
        try:
            with self.path(blob).open("rb") as file:
                digest = decrypt_stream(file, writer, self._data_key, _CONTEXT)
        except FileNotFoundError as error:
            raise EnvironmentFault("evidence.missing", blob=blob) from error
        except OSError as error:
            raise EnvironmentFault("evidence.not_read", blob=blob, reason=error.strerror or "") from error
        if digest.sha256 != blob:
            raise EnvironmentFault("evidence.damaged", blob=blob)
        return digest.length

    def verify(self, blob: BlobHash) -> None:
        """Read a file from beginning to end and keep nothing; raises as `open` does."""
        self.copy_to(blob, _Nowhere())

    def listed(self, older_than_s: float = 0) -> Iterator[tuple[BlobHash | None, Path, int]]:
        """Yield every file in the folder that was last written so long ago: its content's hash (None for what
        an interrupted write left), path and size in bytes. Raises `EnvironmentFault` "evidence.not_read".
        """
        latest = time.time() - older_than_s
        try:
            for path in sorted(self._folder.rglob("*")):
                known = path.stat()
                if stat.S_ISREG(known.st_mode) and known.st_mtime <= latest:
                    yield (BlobHash(path.name) if _is_hash(path.name) else None), path, known.st_size
        except FileNotFoundError:
            return  # it went while we looked
        except OSError as error:
            raise EnvironmentFault("evidence.not_read", reason=error.strerror or "") from error

    def remove(self, blob: BlobHash) -> None:
        """Delete a file; one that is not there is none."""
        self.path(blob).unlink(missing_ok=True)

    def remove_file(self, path: Path) -> None:
        """Delete a file that `listed` named; raises `EnvironmentFault` "evidence.not_removed" (reason)."""
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise EnvironmentFault("evidence.not_removed", reason=error.strerror or "") from error

    def path(self, blob: BlobHash) -> Path:
        """Return where a file lies: in a folder by its first two digits. ValueError for no hash."""
        if not _is_hash(blob):
            raise ValueError("no hash of a file")
        return self._folder / blob[:2] / blob


def _is_hash(name: str) -> bool:
    return len(name) == _HASH_DIGITS and set(name) <= set("0123456789abcdef")


class _Nowhere:
    """Takes bytes and forgets them."""

    def write(self, data: bytes, /) -> int:
        return len(data)
