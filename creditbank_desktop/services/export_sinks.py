"""Where an export is written: a folder, or one encrypted file; either is whole or is not there."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from creditbank_desktop.domain.failures import EnvironmentFault

PART = ".part"


@dataclass(frozen=True, slots=True)
class Written:
    """One file of an export: its path inside, its size in bytes and its SHA-256."""

    path: str
    size_bytes: int
    sha256: str


class ExportSink(Protocol):
    """Takes the files of an export one after another."""

    written: list[Written]

    def file(self, path: str) -> AbstractContextManager[BinaryIO]:
        """Open the next file, by its path with slashes."""

    def finish(self) -> Path:
        """Give the export its name and return it."""

    def abandon(self) -> None:
        """Leave nothing of it behind."""


class EncryptedWriter(Protocol):
    """Encrypts what is written into it."""

    def write(self, data: object, /) -> int:
        """Take ``data``."""

    def finish(self) -> None:
        """Write the end, without which the file is not whole."""


Encrypting = Callable[[BinaryIO, str], EncryptedWriter]
"""Returns what encrypts into a file under a passphrase."""


class _Counted(io.RawIOBase):
    """Passes on what is written and takes its hash."""

    def __init__(self, target: BinaryIO) -> None:
        super().__init__()
        self._target = target
        self._digest = hashlib.sha256()
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self._digest.update(piece)
        self.size += len(piece)
        self._target.write(piece)
        return len(piece)

    def noted(self, path: str) -> Written:
        return Written(path, self.size, self._digest.hexdigest())


class FolderSink:
    """An export as a folder of plain files."""

    def __init__(self, target: Path) -> None:
        """Write beside ``target`` under another name until all of it is there."""
        self.written: list[Written] = []
        self._target = target
        self._part = target.with_name(f".{target.name}{PART}")
        with export_faults(target.parent):
            if target.exists():
                raise EnvironmentFault("export.exists", path=str(target))
            shutil.rmtree(self._part, ignore_errors=True)
            self._part.mkdir(mode=0o700)

    @contextmanager
    def file(self, path: str) -> Iterator[BinaryIO]:
        """Open the next file."""
        place = self._part / path
        with export_faults(self._target.parent):
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("wb") as file:
                counted = _Counted(file)
                yield counted  # type: ignore[misc]
        self.written.append(counted.noted(path))

    def finish(self) -> Path:
        """Give the folder its name."""
        with export_faults(self._target.parent):
            return self._part.rename(self._target)

    def abandon(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self._part, ignore_errors=True)


class EncryptedSink:
    """An export as one age file under a passphrase; inside is a ZIP archive."""

    def __init__(self, target: Path, passphrase: str, encrypting: Encrypting) -> None:
        """Write beside ``target`` under another name until all of it is there."""
        self.written: list[Written] = []
        self._target = target
        self._part = target.with_name(f".{target.name}{PART}")
        with export_faults(target.parent):
            if target.exists():
                raise EnvironmentFault("export.exists", path=str(target))
            self._file = self._part.open("wb")
        self._encrypted = encrypting(self._file, passphrase)
        # No temporary file ever holds anything in the clear: the archive is written as a stream.
        self._archive = zipfile.ZipFile(
            self._encrypted,  # type: ignore[call-overload]
            "w",
            zipfile.ZIP_DEFLATED,
            compresslevel=1,
        )

    @contextmanager
    def file(self, path: str) -> Iterator[BinaryIO]:
        """Open the next file."""
        with export_faults(self._target.parent), self._archive.open(path, "w", force_zip64=True) as file:
            counted = _Counted(file)
            yield counted  # type: ignore[misc]
        self.written.append(counted.noted(path))

    def finish(self) -> Path:
        """Write the end and give the file its name."""
        with export_faults(self._target.parent):
            self._archive.close()
            self._encrypted.finish()
            self._file.close()
            return self._part.rename(self._target)

    def abandon(self) -> None:
        """Take the file away."""
        with suppress(OSError, ValueError):
            self._archive.close()
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)


@contextmanager
def export_faults(folder: Path) -> Iterator[None]:
    """Turn failures of the disk into `EnvironmentFault` ``export.unwritable`` (path, reason)."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EnvironmentFault("export.unwritable", path=str(folder), reason=reason) from error
