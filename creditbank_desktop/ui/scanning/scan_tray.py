"""The scan tray: pages appear one by one, keys arrange them into documents, Enter makes files of these.

``ScanTray(desk)``: ``open(session)`` shows the tray of a list of materials, ``scan()`` scans (F9), ``add()``
takes files, ``paste()`` what the clipboard holds, ``list_shortcuts(table)``. Signals: ``finished()`` when all
was made into files, ``left()`` when the user goes back to the form and the tray stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.domain.scans import (
    CropBox,
    FinishedFile,
    ScanEnd,
    ScannedDocument,
    ScanPage,
    ScanProfile,
)
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.shortcuts import ShortcutTable
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.scanning.clipboard import pasted
from creditbank_desktop.ui.scanning.desk import ScanDesk
from creditbank_desktop.ui.scanning.folder_look import FolderLook
from creditbank_desktop.ui.scanning.material_keys import MaterialCount
from creditbank_desktop.ui.scanning.scanner_search import ScannerSearch
from creditbank_desktop.ui.scanning.thumbnails import LONGEST_SIDE_PX, Thumbnails
from creditbank_desktop.ui.scanning.tray_face import TrayFace
from creditbank_desktop.ui.scanning.tray_keys import TrayKeys
from creditbank_desktop.ui.scanning.tray_session import TraySession
from creditbank_desktop.ui.scanning.trays import Place
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_fault, word_problem
from creditbank_desktop.ui.wording.materials import word_material


class ScanTray(QWidget):
    """The tray's screen; its methods and signals are named in the module's text."""

    finished = Signal()
    left = Signal()

    def __init__(self, desk: ScanDesk) -> None:
        """Begin without a tray."""
        super().__init__()
        self._desk = desk
        self._session: TraySession | None = None
        self._cropped = ""
        self.thumbnails = Thumbnails(desk.runner, partial(self._read, LONGEST_SIDE_PX), self)
        self.face = TrayFace(desk.runner, self.thumbnails, self._read_whole, self._title)
        self.face.fill(self)
        self.grid, self.materials, self.crop_view = self.face.grid, self.face.materials, self.face.crop
        self.keys = TrayKeys(self)
        self.search = ScannerSearch(desk, self.face.chooser, self)
        self.folder = FolderLook(desk, self)
        self._connect()

    @property
    def session(self) -> TraySession | None:
        """The tray that is shown."""
        return self._session

    def open(self, session: TraySession) -> None:
        """Show a tray and let the keys go to it."""
        if session is not self._session:
            self._let_go()
            self._session = session
            self.materials.set_materials(session.owner.specs())
            self.face.reasons.set_words("")
            session.changed.connect(self._show)
            session.progressed.connect(self._show_progress)
            session.ended.connect(self._on_session_ended)
        self._show()
        self._show_progress()
        self.go_to_pages()
        self._ask_for_folder()

    def close_tray(self) -> None:
        """Show no tray; what is on its way goes on in its session."""
        self.folder.stop()
        self._let_go()
        self._session = None

    @Slot()
    def scan(self) -> None:
        """Scan by the remembered profile; the first time ask how."""
        scans, actor = self._desk.scans, self._desk.actor

        def go(profile: ScanProfile) -> None:
            if profile.source and self._session is not None:
                self._session.scan()
            elif self._session is not None:
                self.choose_source()

        self._desk.runner.run(lambda: scans.profile(actor), go, owner=self)

    @Slot()
    def choose_source(self) -> None:
        """Ask which scanner and how."""
        self.face.show_chooser()
        self.keys.set_free(False)
        self.search.begin()

    @Slot()
    def add(self) -> None:
        """Take files that the user chooses."""
        if self._session is not None:
            self._session.take_files(self._desk.choose_files(self))

    @Slot()
    def paste(self) -> None:
        """Take what the clipboard holds."""
        found = pasted()
        if self._session is None:
            return
        if found.paths:
            self._session.take_files(found.paths)
        elif found.picture:
            time = self._desk.clock.now().astimezone().strftime("%H%M%S")
            self._session.take_data(str(tr("pasted {time}").format(time=time)) + ".png", found.picture)
        else:
            words = tr("The clipboard holds neither a file nor a picture. Copy the scan first.")
            self._desk.runner.tell(self, Notice(words, Tone.INFO))

    @Slot()
    def stop(self) -> None:
        """Take no further page."""
        if self._session is not None:
            self._session.stop()

    @Slot()
    def done(self) -> None:
        """Make files of the documents and go back to the form."""
        if self._session is not None:
            self._session.bind(self.finished.emit)

    @Slot()
    def leave(self) -> None:
        """Go back: from a page or a question to the pages, from these to the form."""
        if self.face.is_at_pages:
            self.left.emit()
        else:
            self.go_to_pages()

    @Slot()
    def go_to_pages(self) -> None:
        """Show the pages and let the keys go to them."""
        self.face.show_pages()
        self.keys.set_free(True)
        QTimer.singleShot(0, self.grid, self.grid.setFocus)

    @Slot()
    def look(self) -> None:
        """Show the chosen page large, or all of them again."""
        page = self._page()
        if not self.face.is_at_pages:
            self.go_to_pages()
        elif page is not None:
            self.face.show_look()
            self._show_look(page)

    @Slot()
    def crop(self) -> None:
        """Show the chosen page with a rectangle."""
        page = self._page()
        if page is None:
            return
        self._cropped = page.page
        self._desk.runner.run(
            lambda: QImage.fromData(self._read_whole(page)), partial(self._begin_crop, page.page), owner=self
        )

    @Slot()
    def turn_folder(self) -> None:
        """Let pages fall in from the watched folder, or stop it."""
        self.face.head.folder.setChecked(not self.face.head.folder.isChecked())
        self._look_into_folder()

    def list_shortcuts(self, table: ShortcutTable) -> None:
        """Enter the keys of the tray in the table of its page."""
        self.keys.list_shortcuts(table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the materials beside the pages where there is little height."""
        super().resizeEvent(event)
        self.face.fit(self.height())

    def _connect(self) -> None:
        face = self.face
        face.head.scan.clicked.connect(self.scan)
        face.head.files.clicked.connect(self.add)
        face.head.folder.clicked.connect(self._look_into_folder)
        face.stop.clicked.connect(self.stop)
        face.done.clicked.connect(self.done)
        face.back.clicked.connect(self.leave)
        face.tools.connect(self.keys.actions())
        self.materials.asked.connect(self._assign)
        self.grid.chosen.connect(self._on_grid_chosen)
        self.grid.opened.connect(self.look)
        self.grid.dragged.connect(self._on_grid_dragged)
        self.grid.dropped.connect(self._on_grid_dropped)
        self.crop_view.cropped.connect(self._on_crop_view_cropped)
        self.crop_view.left.connect(self.go_to_pages)
        self.search.left.connect(self.go_to_pages)
        self.search.chosen.connect(self._on_search_chosen)
        self.folder.found.connect(self._on_folder_found)
        self.folder.failed.connect(self._on_folder_failed)

    def _let_go(self) -> None:
        if self._session is not None:
            for signal, slot in (
                (self._session.changed, self._show),
                (self._session.progressed, self._show_progress),
                (self._session.ended, self._on_session_ended),
            ):
                signal.disconnect(slot)

    def _page(self) -> ScanPage | None:
        return None if self._session is None else self._session.tray.page(self._session.current)

    def _read(self, longest_side: int, page: ScanPage) -> bytes:
        return self._desk.pages.picture(self._desk.actor, page, longest_side)

    def _read_whole(self, page: ScanPage) -> bytes:
        return self._desk.pages.picture(self._desk.actor, page)

    def _title(self, document: ScannedDocument) -> tuple[str, str]:
        """Return the digit and the name of a document's material."""
        known = self.materials.materials
        place = known.index(document.material) + 1 if document.material in known else 0
        return (str(place) if place else "", str(word_material(document.material)))

    @Slot()
    def _show(self) -> None:
        session = self._session
        if session is None:
            return
        self.grid.set_working(session.working)
        self.grid.show_tray(session.tray, session.current)
        self.face.show_counts(session.tray, session.can_undo)
        files = session.owner.evidence()
        counts = {
            key: MaterialCount(
                sum(len(one.pages) for one in session.tray.documents if one.material == key),
                sum(file.material == key for file in files),
            )
            for key in self.materials.materials
        }
        self.materials.set_counts(counts)
        page = self._page()
        if self.face.is_at_look:
            if page is None:
                self.go_to_pages()
            else:
                self._show_look(page)

    def _show_look(self, page: ScanPage) -> None:
        session = self._session
        place = None if session is None else session.tray.place(page.page)
        if session is None or place is None:
            return
        document = session.tray.documents[place.document]
        words = tr("{material} · page {page} of {pages} · Space goes back").format(
            material=self._title(document)[1] or tr("No material yet"),
            page=place.page + 1,
            pages=len(document.pages),
        )
        self.face.look.show_page(page, words)

    @Slot()
    def _show_progress(self) -> None:
        if self._session is not None:
            self.face.show_progress(self._session)

    @Slot(object)
    def _on_session_ended(self, end: ScanEnd) -> None:
        lines = [str(word_problem(problem)) for problem in end.problems]
        if end.doubled:
            lines.append(str(tr("%n page(s) were here already and were not added.", n=len(end.doubled))))
        lines += [
            str(tr("{name}: taken without its scripts and attachments.").format(name=name))
            for name in end.flattened
        ]
        self.face.show_reasons(lines)

    def _begin_crop(self, page: str, image: QImage) -> None:
        if self._cropped == page and not image.isNull() and self.isVisible():
            self.keys.set_free(False)
            self.face.show_crop()
            self.crop_view.open(image)

    def _assign(self, material: str) -> None:
        if self._session is not None:
            self._session.assign(material)

    def _ask_for_folder(self) -> None:
        scans, actor = self._desk.scans, self._desk.actor

        def show(profile: ScanProfile) -> None:
            self.face.head.folder.setVisible(bool(profile.folder))
            self.face.head.folder.setToolTip(profile.folder)
            self._look_into_folder()

        self._desk.runner.run(lambda: scans.profile(actor), show, owner=self)

    @Slot()
    def _look_into_folder(self) -> None:
        chip = self.face.head.folder
        if chip.isChecked() and not chip.isHidden() and self._session is not None:
            self.folder.start()
        else:
            self.folder.stop()

    @Slot(str)
    def _on_grid_chosen(self, page: str) -> None:
        if self._session is not None:
            self._session.choose(page)

    @Slot(str, object)
    def _on_grid_dragged(self, page: str, place: Place) -> None:
        if self._session is not None:
            self._session.put(page, place)

    @Slot(object)
    def _on_grid_dropped(self, paths: Sequence[str]) -> None:
        if self._session is not None:
            self._session.take_files(paths)

    @Slot(object)
    def _on_crop_view_cropped(self, box: CropBox) -> None:
        if self._session is not None and box != CropBox():
            self._session.crop(self._cropped, box)
        self.go_to_pages()

    @Slot()
    def _on_search_chosen(self) -> None:
        self.go_to_pages()
        if self._session is not None:
            self._session.scan()

    @Slot(object)
    def _on_folder_found(self, files: tuple[FinishedFile, ...]) -> None:
        if self._session is not None:
            self._session.take_waiting(files)

    @Slot(object)
    def _on_folder_failed(self, fault: EnvironmentFault) -> None:
        self.face.head.folder.setChecked(False)
        self._desk.runner.tell(self, Notice(word_fault(fault), Tone.DANGER))
