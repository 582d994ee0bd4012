"""Stores pictures of pages together with their records, and deletes those that nothing needs any more."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.ids import BlobHash
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.scans import PageContent, ReadPage, ScanPage
from creditbank_desktop.models.blob_disposal import unneeded
from creditbank_desktop.models.health_queries import files_with_a_record
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.models.unit_of_work import UnitOfWork
from creditbank_desktop.services.scan_tray import TrayRecord, TrayState, double_of, write_record
from creditbank_desktop.services.workroom import Workroom

_MARGIN_S = 0.05
"""The kernel dates files by a clock that ticks some milliseconds apart; `store_record` mends a mistake."""
_TRIES = 3


def content_of(read: ReadPage) -> PageContent:
    """Return how a decoded page will be known once it is stored."""
    blob = BlobHash(hashlib.sha256(read.data).hexdigest())
    return PageContent(blob, len(read.data), read.width, read.height, read.media_type, read.pixels)


def page_of(page: str, read: ReadPage, name: str = "") -> ScanPage:
    """Return a decoded page under the id ``page``."""
    content = content_of(read)
    return ScanPage(
        page,
        content.blob,
        content.size_bytes,
        content.width,
        content.height,
        read.dpi,
        content.media_type,
        content.pixels,
        name,
    )


def store_page(room: Workroom, actor: Actor, draft: str, page: ScanPage, data: bytes) -> str:
    """Store a page that arrived; return "" once it is on the disk, or the id of the page it doubles.

    Picture and record are acknowledged together. Raises `EnvironmentFault` as the disk does.
    """
    doubled = room.store.read(lambda reader: double_of(reader, draft, page))
    if doubled:
        return doubled
    store_record(room, actor, TrayRecord(draft, TrayState.ARRIVED, page), data)
    return ""


def store_record(
    room: Workroom,
    actor: Actor,
    record: TrayRecord,
    data: bytes,
    besides: Callable[[UnitOfWork], None] | None = None,
) -> None:
    """Store the picture or bound file of a record, then the record itself and what is written with it."""

    def work(unit: UnitOfWork, blob: BlobHash, size: int) -> None:
        unit.add_blob(blob, size)
        write_record(unit, actor, record)
        if besides is not None:
            besides(unit)

    for _ in range(_TRIES):
        blob, size = room.files.put_bytes(data)
        room.store.write(lambda unit: work(unit, blob, size))  # noqa: B023 - runs before the next turn
        # A sweep may have deleted the same picture, not needed until now, between the two.
        if room.files.has(blob):
            return
    raise EnvironmentFault("evidence.not_written", detail="")


def remove_disposed(room: Workroom) -> int:
    """Delete the files of what was noted as not needed; return how many could not be deleted."""

    def work(unit: UnitOfWork) -> int:
        # Inside a transaction: nothing that comes in again at this moment can lose its file.
        wanted = unit.blobs_to_remove()
        removed: list[BlobHash] = []
        for blob in wanted:
            # A virus scanner may hold a file open: the next sweep takes it.
            with suppress(OSError, EnvironmentFault):
                room.files.remove(blob)
                removed.append(blob)
        if removed:
            unit.note_blobs_removed(removed)
        return len(wanted) - len(removed)

    if not room.store.read(lambda reader: reader.blobs_to_remove()):
        return 0
    return room.store.write(work).value


def sweep_files(room: Workroom, actor: Actor) -> int:
    """Delete what interrupted work and ended drafts left; return how many files went.

    Only what is older than this opening of the office can be left over; younger files may belong to work that
    is under way.
    """
    scanning = room.scanning
    age_s = max(0.0, time.time() - scanning.opened_s) + _MARGIN_S

    def work(unit: UnitOfWork) -> int:
        strays = unit.stray_blobs(scanning.began)
        noted = unit.note_stray_blobs(strays) if strays else 0
        known = files_with_a_record(unit)
        gone = 0
        for blob, path, _size in list(room.files.listed(age_s)):
            if blob is None or blob not in known:
                room.files.remove_file(path)
                gone += 1
        if gone:
            unit.audit(actor, "health.orphans_removed", ("device", unit.identity.device), {"files": gone})
        return noted + gone

    written = room.store.write(work)
    remove_disposed(room)
    return written.value


def orphaned_pages(room: Workroom, before: datetime) -> tuple[int, int]:
    """Return how many pictures stored before a moment nothing needs though none was told to go, and bytes."""

    def work(reader: Reader) -> tuple[int, int]:
        strays = unneeded(reader.connection, reader.stray_blobs(before))
        return len(strays), sum(strays.values())

    return room.store.read(work)
