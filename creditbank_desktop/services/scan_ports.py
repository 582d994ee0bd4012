"""What scanning needs from outside: scanners, the reader of untrusted files, the watched folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from creditbank_desktop.domain.failures import Problem, Problems
from creditbank_desktop.domain.page_text import TextPage
from creditbank_desktop.domain.page_views import DrawnPage, PagePlace, TextPiece
from creditbank_desktop.domain.scans import (
    AfterTaking,
    FinishedFile,
    PageContent,
    PageEdit,
    RawPicture,
    ReadCode,
    ReadFile,
    ReadPage,
    ScanProfile,
    ScanSource,
)

Cancelled = Callable[[], bool]

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class ScannerPort(Protocol):
    """Scanners or cameras of this computer."""

    def sources(self) -> tuple[ScanSource, ...]:
        """Return what is there; asking may take some seconds. Raises `EnvironmentFault` "scanner.…"."""

    def drives(self, source: str) -> bool:
        """Return whether a source of this name is one of these, there or not."""

    def scan(
        self, profile: ScanProfile, on_picture: Callable[[RawPicture], None], cancelled: Cancelled
    ) -> None:
        """Scan and hand over each picture as soon as it is whole; an empty feeder is a good end.

        Raises `EnvironmentFault`: "scanner.none", "scanner.unknown" (source), "scanner.jam",
        "scanner.no_paper", "scanner.cover", "scanner.busy", "scanner.denied", "scanner.broken" (reason),
        "scanner.silent" (seconds), "scanner.watched_folder" where the system has no way to scan.
        """


class PageReader(Protocol):
    """Decodes what anybody may have made, within bounds of memory and time; this process never does.

    All methods raise `Problems` on field "file": "evidence.damaged", "evidence.too_many_pixels" (width,
    height), "evidence.bomb", "evidence.too_slow", "evidence.too_many_pages" (pages, most),
    "evidence.protected", "evidence.kind", "evidence.no_pages", each with name.
    """

    def read(
        self, data: bytes, name: str, on_page: Callable[[ReadPage], None], cancelled: Cancelled
    ) -> ReadFile:
        """Hand over every page of a picture or PDF, one after the other."""

    def examine(self, data: bytes, name: str) -> ReadFile:
        """Decode every page and keep nothing."""

    def raw(self, picture: RawPicture) -> ReadPage:
        """Return what a device gave as a page."""

    def edited(self, data: bytes, edits: Sequence[PageEdit], dpi: int) -> ReadPage:
        """Return a page after ``edits``."""

    def picture(self, data: bytes, longest_side: int) -> bytes:
        """Return a page as a JPEG of at most so many pixels on its longer side."""

    def drawn(self, data: bytes, place: PagePlace) -> DrawnPage:
        """Return one page as bare pixels; a page past the end is the last one."""

    def pieces(self, data: bytes, page: int) -> tuple[TextPiece, ...]:
        """Return the text of one page of a PDF in the order of the file; a picture has none."""

    def codes(self, data: bytes) -> tuple[ReadCode, ...]:
        """Return the QR and bar codes on a page, each text once."""

    def bind(self, pages: Sequence[tuple[PageContent, int, bytes]]) -> bytes:
        """Return one PDF of pages given as (content, dpi, bytes), the pictures embedded as they are."""

    def close(self) -> None:
        """End the process that decodes; calling it again is harmless."""


class TextReader(Protocol):
    """Reads the text of a page; many computers have none."""

    def read(self, picture: bytes) -> TextPage:
        """Return what a stored picture says; takes seconds.

        Raises `Problems` on field "page": "text.no_picture", "text.too_slow", "text.failed".
        """

    def close(self) -> None:
        """End the process that reads; calling it again is harmless."""


class FolderWatch(Protocol):
    """A folder into which another program puts files."""

    def finished(self, folder: Path) -> tuple[FinishedFile, ...]:
        """Return the files that nobody writes to any more, the oldest first.

        A file counts when it looked the same at an earlier call and can be opened. Raises `EnvironmentFault`
        "folder.unreadable" (path, reason).
        """

    def let_go(self, file: FinishedFile, after: AfterTaking) -> None:
        """Move a file into a folder beside it, or delete it.

        Raises `EnvironmentFault` "file.unmovable" (path, reason).
        """


class NoPageReader:
    """Stands where no file from outside is ever decoded; refuses every one."""

    def read(
        self, data: bytes, name: str, on_page: Callable[[ReadPage], None], cancelled: Cancelled
    ) -> ReadFile:
        """Refuse."""
        raise Problems([Problem("evidence.kind", "file", {"name": name})])

    def examine(self, data: bytes, name: str) -> ReadFile:
        """Find nothing wrong, because nothing is looked at."""
        return ReadFile(1)

    def raw(self, picture: RawPicture) -> ReadPage:
        """Refuse."""
        raise Problems([Problem("evidence.kind", "file", {"name": picture.name})])

    def edited(self, data: bytes, edits: Sequence[PageEdit], dpi: int) -> ReadPage:
        """Refuse."""
        raise Problems([Problem("evidence.kind", "file", {"name": ""})])

    def picture(self, data: bytes, longest_side: int) -> bytes:
        """Refuse."""
        raise Problems([Problem("evidence.kind", "file", {"name": ""})])

    def drawn(self, data: bytes, place: PagePlace) -> DrawnPage:
        """Refuse."""
        raise Problems([Problem("evidence.kind", "file", {"name": ""})])

    def pieces(self, data: bytes, page: int) -> tuple[TextPiece, ...]:
        """Find none."""
        return ()

    def codes(self, data: bytes) -> tuple[ReadCode, ...]:
        """Find none."""
        return ()

    def bind(self, pages: Sequence[tuple[PageContent, int, bytes]]) -> bytes:
        """Refuse."""
        raise Problems([Problem("evidence.kind", "file", {"name": ""})])

    def close(self) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Scanning:
    """Everything that scanning uses, filled by the composition root.

    ``began`` is when the office was opened by its own clock, ``opened_s`` by the clock of the file system
    (seconds since 1970): what is older can be left over, what is younger may belong to work under way.
    """

    reader: PageReader = field(default_factory=NoPageReader)
    began: datetime = _LONG_AGO
    scanners: tuple[ScannerPort, ...] = ()
    folder: FolderWatch | None = None
    opened_s: float = field(default_factory=time.time)
    text: TextReader | None = None

    def close(self) -> None:
        """End the processes that read pages; calling it again is harmless."""
        self.reader.close()
        if self.text is not None:
            self.text.close()
