"""Takes pages in one by one from a scanner, from files and from the watched folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.scans import (
    AfterTaking,
    FinishedFile,
    GivenFile,
    RawPicture,
    ReadPage,
    ScanEnd,
    ScanPage,
    ScanProfile,
)
from creditbank_desktop.services.attachments import MOST_BYTES
from creditbank_desktop.services.file_names import clean_name
from creditbank_desktop.services.scan_ports import Cancelled, ScannerPort
from creditbank_desktop.services.scan_store import page_of, store_page
from creditbank_desktop.services.workroom import Workroom

_MEGABYTE = 1024 * 1024


@dataclass(slots=True)
class PageIntake:
    """One run of taking pages: stores each, tells of it, and remembers how it went."""

    room: Workroom
    actor: Actor
    draft: str
    on_page: Callable[[ScanPage], None]
    cancelled: Cancelled
    pages: list[ScanPage] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    flattened: list[str] = field(default_factory=list)
    fault: EnvironmentFault | None = None

    @property
    def stopped(self) -> bool:
        """Return whether nothing more should be taken."""
        return self.fault is not None or self.cancelled()

    def add(self, read: ReadPage, name: str) -> None:
        """Store a page and tell of it; one that is there already is only noted."""
        page = page_of(self.room.ids.new_id(), read, name)
        doubled = store_page(self.room, self.actor, self.draft, page, read.data)
        if doubled:
            self.doubled.append(doubled)
            return
        self.pages.append(page)
        self.on_page(page)

    def end(self) -> ScanEnd:
        """Return how it went."""
        return ScanEnd(
            tuple(self.pages),
            tuple(self.doubled),
            tuple(self.problems),
            self.fault,
            self.cancelled(),
            tuple(self.flattened),
        )


def take_scan(intake: PageIntake, port: ScannerPort, profile: ScanProfile) -> ScanEnd:
    """Scan and store every page as it comes; what is there stays, however the scan ends."""
    reader = intake.room.scanning.reader

    def on_picture(picture: RawPicture) -> None:
        try:
            intake.add(reader.raw(picture), picture.name)
        except Problems as refused:
            intake.problems.extend(refused.problems)

    try:
        port.scan(profile, on_picture, intake.cancelled)
    except EnvironmentFault as fault:
        intake.fault = fault
    return intake.end()


def take_file(intake: PageIntake, file: GivenFile) -> bool:
    """Take the pages of one file; return whether all of them are stored."""
    before = len(intake.problems)
    try:
        take_bytes(intake, file.name, _bytes_of(file))
    except Problems as refused:
        intake.problems.extend(refused.problems)
    except EnvironmentFault as fault:
        intake.fault = fault
    return len(intake.problems) == before and not intake.stopped


def take_folder(intake: PageIntake, files: Sequence[FinishedFile], after: AfterTaking) -> ScanEnd:
    """Take files of the watched folder; each original goes only when all its pages are stored."""
    watch = intake.room.scanning.folder
    for file in files:
        if watch is None or intake.stopped:
            break
        if not take_file(intake, GivenFile(file.name, path=file.path)):
            continue
        try:
            watch.let_go(file, after)
        except EnvironmentFault as fault:
            intake.fault = fault
    return intake.end()


def take_bytes(intake: PageIntake, name: str, data: bytes) -> None:
    """Take the pages of a picture or PDF that is in memory; raises `Problems` as `PageReader`."""
    shown = clean_name(name)
    number = 0

    def on_page(read: ReadPage) -> None:
        nonlocal number
        number += 1
        intake.add(read, f"{shown} {number}" if number > 1 else shown)

    done = intake.room.scanning.reader.read(data, shown, on_page, intake.cancelled)
    if done.flattened:
        intake.flattened.append(shown)


def _bytes_of(file: GivenFile) -> bytes:
    name = clean_name(file.name)
    if not file.path:
        data = file.data
    else:
        try:
            with Path(file.path).open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
        except (OSError, ValueError):  # ValueError: a NUL in the path
            raise Problems([Problem("evidence.unreadable", "file", {"name": name})]) from None
    if not data:
        raise Problems([Problem("evidence.empty", "file", {"name": name})])
    if len(data) > MOST_BYTES:
        params: dict[str, str | int] = {"name": name, "most_mb": MOST_BYTES // _MEGABYTE}
        raise Problems([Problem("evidence.too_big", "file", {**params, "size_mb": len(data) // _MEGABYTE})])
    return data
