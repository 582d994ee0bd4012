"""Where pages come from: scanner, camera, watched folder, files; and what becomes of them in the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from creditbank_desktop.domain.codec import Malformed, from_plain, to_plain
from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.scans import (
    FinishedFile,
    GivenFile,
    ScanEnd,
    ScannedDocument,
    ScanPage,
    ScanProfile,
    ScanSource,
)
from creditbank_desktop.models.reader import Reader
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.scan_intake import PageIntake, take_file, take_folder, take_scan
from creditbank_desktop.services.scan_ports import Cancelled, ScannerPort
from creditbank_desktop.services.scan_store import remove_disposed, sweep_files
from creditbank_desktop.services.scan_tray import TrayState, end_tray, records
from creditbank_desktop.services.workroom import Workroom

PROFILE = "scan.profile"
LEAST_DPI, MOST_DPI = 75, 600

OnPage = Callable[[ScanPage], None]


class ScanService:
    """Takes pages for the draft whose id is ``draft``; it need not be saved before the first page comes."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def sources(self, actor: Actor) -> tuple[ScanSource, ...]:
        """Return scanners and cameras; takes seconds. A device service that does not answer gives none."""
        found: list[ScanSource] = []
        for port in self._room.scanning.scanners:
            try:
                found.extend(port.sources())
            except EnvironmentFault:
                continue
        return tuple(found)

    @permitted
    def profile(self, actor: Actor) -> ScanProfile:
        """Return how this device scans."""
        kept = self._room.store.read(lambda reader: reader.setting(PROFILE))
        try:
            return ScanProfile() if kept is None else from_plain(ScanProfile, kept)
        except Malformed:
            return ScanProfile()  # written by a later version with more in it

    @permitted
    def set_profile(self, actor: Actor, profile: ScanProfile) -> OpResult[None]:
        """Remember how this device scans.

        Raises `Problems`: "scan.dpi" (least, most) on field ``dpi``, "scan.folder" (path) on ``folder``.
        """
        found = []
        if not LEAST_DPI <= profile.dpi <= MOST_DPI:
            found.append(Problem("scan.dpi", "dpi", {"least": LEAST_DPI, "most": MOST_DPI}))
        if profile.folder and not Path(profile.folder).is_dir():
            found.append(Problem("scan.folder", "folder", {"path": profile.folder}))
        if found:
            raise Problems(found)
        written = self._room.store.write(lambda unit: unit.set_setting(PROFILE, to_plain(profile)))
        return OpResult(None, written.changes)

    @permitted
    def scan(self, actor: Actor, draft: str, on_page: OnPage, cancelled: Cancelled) -> ScanEnd:
        """Scan by the profile; each page is stored before ``on_page`` hears of it.

        A device that fails half-way ends in ``fault``; the pages before it are there. Run it on a worker
        thread; ``on_page`` and ``cancelled`` are called there.
        """
        intake = PageIntake(self._room, actor, draft, on_page, cancelled)
        profile = self.profile(actor)
        port = self._port_of(profile.source)
        if port is None:
            intake.fault = EnvironmentFault("scanner.none")
            return intake.end()
        return take_scan(intake, port, profile)

    @permitted
    def take_files(
        self, actor: Actor, draft: str, files: Sequence[GivenFile], on_page: OnPage, cancelled: Cancelled
    ) -> ScanEnd:
        """Take the pages of pictures and PDFs; a refused file is a problem and the others are taken."""
        intake = PageIntake(self._room, actor, draft, on_page, cancelled)
        for file in files:
            if intake.stopped:
                break
            take_file(intake, file)
        return intake.end()

    @permitted
    def waiting_files(self, actor: Actor) -> tuple[FinishedFile, ...]:
        """Return the finished files in the watched folder, () without one; ask every second or so.

        Raises `EnvironmentFault` "folder.unreadable" (path, reason).
        """
        folder = self.profile(actor).folder
        watch = self._room.scanning.folder
        return () if watch is None or not folder else watch.finished(Path(folder))

    @permitted
    def take_waiting(
        self, actor: Actor, draft: str, files: Sequence[FinishedFile], on_page: OnPage, cancelled: Cancelled
    ) -> ScanEnd:
        """Take the pages of files in the watched folder; a stored original is moved or deleted, as chosen."""
        intake = PageIntake(self._room, actor, draft, on_page, cancelled)
        return take_folder(intake, files, self.profile(actor).after)

    @permitted
    def loose(self, actor: Actor) -> tuple[ScannedDocument, ...]:
        """Return the pages that came for a draft which was never saved: a document for each draft, named
        by the draft's id.
        """

        def work(reader: Reader) -> tuple[ScannedDocument, ...]:
            found: dict[str, list[ScanPage]] = {}
            for record in records(reader):
                if record.page is None or record.state is TrayState.DROPPED or reader.draft(record.draft):
                    continue
                found.setdefault(record.draft, []).append(record.page)
            return tuple(ScannedDocument(draft, pages=tuple(pages)) for draft, pages in found.items())

        return self._room.store.read(work)

    @permitted
    def let_go(self, actor: Actor, draft: str) -> None:
        """Forget every page of a draft, for example after a supplement was handed in."""
        self._room.store.write(lambda unit: end_tray(unit, draft))
        remove_disposed(self._room)

    @permitted
    def sweep(self, actor: Actor) -> int:
        """Delete the pictures that no draft and no file needs; return how many files went.

        Meant for the start: what came since the office was opened stays unless its draft ended.
        """
        return sweep_files(self._room, actor)

    def _port_of(self, source: str) -> ScannerPort | None:
        """Return what drives ``source``; the first port for "", None without any."""
        ports = self._room.scanning.scanners
        return next((port for port in ports if not source or port.drives(source)), None)
