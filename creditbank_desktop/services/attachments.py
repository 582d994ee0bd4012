"""Checks that an attached file is what its name says, is not empty and is not too big."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import BinaryIO

from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems
from creditbank_desktop.services.file_names import clean_name
from creditbank_desktop.services.picture_size import picture_size
from creditbank_desktop.services.views_intake import Attachment

MOST_BYTES = 50 * 1024 * 1024
MOST_PIXELS = 64_000_000
"""An A4 page at 600 dpi has 35 million; a small file can claim a thousand times as many."""
_MEGABYTE = 1024 * 1024
_TAIL_BYTES = 2048

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".tif": "image/tiff",
        ".tiff": "image/tiff",
    }
)
"""The kinds of file that evidence may be, by the ending of the name."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"MZ", "application/x-msdownload"),
    (b"PK\x03\x04", "application/zip"),
    (b"GIF8", "image/gif"),
)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that may be stored: its name, media type, size in bytes."""

    file_name: str
    media_type: str
    size_bytes: int


def open_attachment(attachment: Attachment) -> BinaryIO:
    """Return a reader of the attachment's bytes; the caller closes it.

    Raises `Problems` ("evidence.unreadable") if the file is not there or may not be read.
    """
    if not attachment.path:
        return io.BytesIO(attachment.data)
    path = Path(attachment.path)
    try:
        if not path.is_file():
            raise Problems([Problem("evidence.unreadable", "file", {"name": clean_name(path.name)})])
        return path.open("rb")
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise Problems([Problem("evidence.unreadable", "file", {"name": clean_name(path.name)})]) from None


def check_attachment(attachment: Attachment, reader: BinaryIO) -> CheckedFile:
    """Return what the file is, leaving ``reader`` at its beginning; at most its ends are read.

    Raises `Problems` on field ``file``: ``evidence.empty``, ``evidence.too_big`` (name, most_mb, size_mb),
    ``evidence.kind`` (name), ``evidence.not_what_it_says`` (named, found), ``evidence.damaged``,
    ``evidence.too_many_pixels`` (width, height).
    """
    try:
        size = reader.seek(0, io.SEEK_END)
        reader.seek(max(0, size - _TAIL_BYTES))
        tail = reader.read(_TAIL_BYTES)
        reader.seek(0)
        head = reader.read(16)
        named = MEDIA_TYPES.get(PurePath(attachment.file_name).suffix.lower())
        picture = picture_size(named or "", reader)
    except OSError as error:
        raise EnvironmentFault("evidence.unreadable", name=attachment.file_name) from error
    name = clean_name(attachment.file_name)
    if size == 0:
        raise Problems([Problem("evidence.empty", "file", {"name": name})])
    if size > MOST_BYTES:
        sizes = {"most_mb": MOST_BYTES // _MEGABYTE, "size_mb": size // _MEGABYTE}
        params: dict[str, str | int] = {"name": name, **sizes}
        raise Problems([Problem("evidence.too_big", "file", params)])
    if named is None:
        raise Problems([Problem("evidence.kind", "file", {"name": name})])
    _check_content(name, named, head, tail)
    _check_pixels(name, picture)
    return CheckedFile(name, named, size)


def _check_content(name: str, named: str, head: bytes, tail: bytes) -> None:
    found = next((media for mark, media in _SIGNATURES if head.startswith(mark)), "unknown")
    if found != named:
        params = {"name": name, "named": named, "found": found}
        raise Problems([Problem("evidence.not_what_it_says", "file", params)])
    if not _is_whole(named, tail):
        raise Problems([Problem("evidence.damaged", "file", {"name": name})])


def _check_pixels(name: str, picture: tuple[int, int] | None) -> None:
    if picture is not None and picture[0] * picture[1] > MOST_PIXELS:
        params: dict[str, str | int] = {"name": name, "width": picture[0], "height": picture[1]}
        raise Problems([Problem("evidence.too_many_pixels", "file", params)])


def _is_whole(media_type: str, tail: bytes) -> bool:
    """Return whether the end of the file is there; a copy that broke off lacks it."""
    if media_type == "application/pdf":
        return b"%%EOF" in tail
    if media_type == "image/png":
        return b"IEND" in tail
    if media_type == "image/jpeg":
        return b"\xff\xd9" in tail
    return True
