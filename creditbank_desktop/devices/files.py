"""Files from outside: what they really are, whether they fit, and writing one as a whole."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from creditbank_desktop.domain.failures import EnvironmentFault, Problem

LARGEST_SCAN_BYTES = 50 * 1024 * 1024
SNIFFED_BYTES = 1_024
_SHARING_VIOLATIONS = (5, 32, 33)
"""What Windows answers while another program has the file."""
_PAUSES_S = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64)

PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"

_TYPE_OF_SUFFIX = {
    ".pdf": PDF, ".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".jpe": JPEG, ".tif": TIFF, ".tiff": TIFF,
}  # fmt: skip
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
)


def sniff_media_type(first_bytes: bytes) -> str | None:
    """Return the media type of a scan from its first kilobyte, or None for what no scan is.

    Known are PDF (whose sign may follow other bytes, as its readers allow), PNG, JPEG and TIFF.
    """
    for signature, media_type in _SIGNATURES:
        if first_bytes.startswith(signature):
            return media_type
    return PDF if b"%PDF-" in first_bytes[:SNIFFED_BYTES] else None


def check_scan(path: Path, field: str = "file") -> tuple[Problem, ...]:
    """Return all that keeps a file from being taken as a scan; however large, only its head is read.

    Codes: ``scan.missing``, ``scan.not_a_file``, ``scan.unreadable`` (reason), ``scan.empty``,
    ``scan.too_large`` (megabytes, most), ``scan.kind`` (not PDF, PNG, JPEG or TIFF), ``scan.misnamed``
    (suffix, media_type); each with name.
    """
    name = path.name
    try:
        if not path.exists():
            return (Problem("scan.missing", field, {"name": name}),)
        if not path.is_file():
            return (Problem("scan.not_a_file", field, {"name": name}),)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(SNIFFED_BYTES)
    except OSError as fault:
        return (Problem("scan.unreadable", field, {"name": name, "reason": fault.strerror or ""}),)
    if size == 0:
        return (Problem("scan.empty", field, {"name": name}),)
    found = []
    if size > LARGEST_SCAN_BYTES:
        megabytes, most = -(-size // 1_048_576), LARGEST_SCAN_BYTES // 1_048_576
        found.append(Problem("scan.too_large", field, {"name": name, "megabytes": megabytes, "most": most}))
    media_type = sniff_media_type(head)
    suffix = path.suffix.lower()
    if media_type is None:
        found.append(Problem("scan.kind", field, {"name": name}))
    elif _TYPE_OF_SUFFIX.get(suffix) != media_type:
        params = {"name": name, "suffix": suffix, "media_type": media_type}
        found.append(Problem("scan.misnamed", field, params))
    return tuple(found)


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` so that after a crash there is the old file or the new one, never a part.

    Raises `EnvironmentFault` ``file.unwritable`` (path, reason).
    """
    with writing_whole(path) as file:
        file.write(data)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside ``path`` that takes its place when the block ends well, and vanishes otherwise.

    Raises `EnvironmentFault` ``file.unwritable`` (path, reason) for every failure of the disk.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _replace_patiently(part, path)
    except OSError as fault:
        part.unlink(missing_ok=True)
        raise _unwritable(path, fault) from fault
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _replace_patiently(part: Path, path: Path, wait: Callable[[float], object] = time.sleep) -> None:
    """Let ``part`` take the place of ``path``; a virus scanner that holds one of them is waited for, 1.3 s.

    The store's own files do the same by themselves: layers beside each other share no code.
    """
    for pause in _PAUSES_S:
        try:
            part.replace(path)
        except PermissionError as fault:
            if getattr(fault, "winerror", None) not in _SHARING_VIOLATIONS:
                raise
            wait(pause)
        else:
            return
    part.replace(path)


def _flush_folder(folder: Path) -> None:
    """Bring a new name itself to the disk; Windows does so without being asked and opens no folders."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(path: Path, fault: OSError) -> EnvironmentFault:
    return EnvironmentFault("file.unwritable", path=str(path), reason=fault.strerror or "")


def remove_folder(folder: Path) -> None:
    """Remove ``folder`` with all that is in it; one that is not there is gone already.

    Raises `EnvironmentFault` ``folder.unremovable`` (path, reason), for example while a file in it is open.
    """
    if not folder.exists():
        return
    try:
        shutil.rmtree(folder)
    except OSError as fault:
        raise EnvironmentFault("folder.unremovable", path=str(folder), reason=fault.strerror or "") from fault
