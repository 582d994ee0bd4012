"""The tray of one list of materials: what lies in it, what is on its way, and everything keys do to it.

``TraySession(desk, owner)``: ``owner`` is the list of materials (`TrayOwner`). Errands: ``scan()``,
``take_files(paths)``, ``take_data(name, data)``, ``take_waiting(files)``, ``stop()``. Moves on the chosen
page: ``turn(quarters)``, ``crop(box)``, ``straighten()``, ``remove()``, ``move(step)``, ``put(page, place)``,
``split()``, ``join()``, ``assign(material)``, ``undo()``, ``redo()``; ``bind(then)`` makes files of the
documents. Signals: ``changed()``, ``progressed()`` when an errand begins, goes on or ends, ``ended(object)``
with the `ScanEnd` of an errand, ``told(object)`` with a `Notice`, ``offered(object)`` with field offers,
``kept()`` when the tray should be saved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from creditbank_desktop.domain.evidence import Evidence
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.domain.scans import (
    CropBox,
    FinishedFile,
    GivenFile,
    PageEdit,
    ScanEnd,
    ScannedDocument,
    ScanPage,
)
from creditbank_desktop.services.views_intake import MaterialSpec
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.scanning.binding import Bound, bind_all
from creditbank_desktop.ui.scanning.desk import ScanDesk
from creditbank_desktop.ui.scanning.page_changes import PageChanges
from creditbank_desktop.ui.scanning.page_readings import PageReadings
from creditbank_desktop.ui.scanning.page_taking import PageTaking
from creditbank_desktop.ui.scanning.trays import Place, Step, Tray, TrayHistory
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_failure, word_fault, word_problem


class TrayOwner(Protocol):
    """The list of materials that a tray serves."""

    line: LineId | None

    def specs(self) -> tuple[MaterialSpec, ...]:
        """Return the materials that are asked for."""

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the files that are there."""

    def documents(self) -> tuple[ScannedDocument, ...]:
        """Return what lies in the tray."""

    def set_documents(self, documents: Sequence[ScannedDocument]) -> None:
        """Keep what lies in the tray now."""

    def add_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Take files."""

    def next_materials(self, count: int) -> tuple[str, ...]:
        """Return what the next documents most likely are."""

    def missing(self) -> tuple[str, ...]:
        """Return the required materials of which nothing is there."""

    def with_draft(self, then: Callable[[str], None]) -> None:
        """Call ``then`` with the id of the draft that pages belong to."""


class TraySession(QObject):
    """A tray at work; its methods and signals are named in the module's text."""

    changed = Signal()
    progressed = Signal()
    ended = Signal(object)
    told = Signal(object)
    offered = Signal(object)
    page_came = Signal(object)
    kept = Signal()

    def __init__(self, desk: ScanDesk, owner: TrayOwner, parent: QObject) -> None:
        """Work on the documents of ``owner``."""
        super().__init__(parent)
        self._desk = desk
        self._owner = owner
        self.tray = Tray(tuple(owner.documents()))
        self.current = self.tray.pages[0].page if self.tray.pages else ""
        self.is_binding = False
        self._history = TrayHistory()
        self._targets: dict[int, str] = {}
        self._redone: set[str] = set()
        self._taking = PageTaking(desk, owner.with_draft, self)
        self._taking.arrived.connect(self._on_taking_arrived)
        self._taking.picked_up.connect(self._saved)
        self._taking.progressed.connect(self.progressed)
        self._taking.ended.connect(self._on_taking_ended)
        self._changes = PageChanges(desk, self)
        self._changes.know(self.tray.pages)
        self._changes.changed.connect(self._on_changes_changed)
        self._changes.told.connect(self.told)
        self._changes.working_changed.connect(self.changed)
        self._readings = PageReadings(desk, self)
        self._readings.offered.connect(self.offered)

    @property
    def owner(self) -> TrayOwner:
        """The list of materials that the tray serves."""
        return self._owner

    @property
    def is_taking(self) -> bool:
        """Whether pages are on their way."""
        return self._taking.is_under_way

    @property
    def is_stopping(self) -> bool:
        """Whether the last page before the stop is on its way."""
        return self._taking.is_stopping

    @property
    def arrived(self) -> int:
        """How many pages came in the run that is under way, or in the last one."""
        return self._taking.count

    @property
    def working(self) -> frozenset[str]:
        """The pages that are being edited."""
        return self._changes.working

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return self._history.can_redo

    # -- where pages come from ----------------------------------------------------------------------

    def scan(self) -> None:
        """Scan by the profile, unless a scan is under way."""
        mine = self.tray.document_of(self.current)
        if self._may_take():
            # What comes when nothing is missing belongs to what lies there; else it is what is missing.
            self._targets = {0: mine.document} if mine is not None and not self._owner.missing() else {}
            self._taking.scan()

    def take_files(self, paths: Sequence[str]) -> None:
        """Take the pages of files, each file as a document of its own."""
        self._take_given([GivenFile(PurePath(path).name, path=path) for path in paths])

    def take_data(self, name: str, data: bytes) -> None:
        """Take the pages of a file that was pasted."""
        self._take_given([GivenFile(name, data=data)])

    def take_waiting(self, files: Sequence[FinishedFile]) -> None:
        """Take the pages of files in the watched folder."""
        if files and not self.is_taking and not self.is_binding:
            self._targets = {}
            self._taking.take_waiting(files)

    def stop(self) -> None:
        """Take no further page; those that are here stay."""
        self._taking.stop()

    # -- what is done with them ---------------------------------------------------------------------

    def choose(self, page: str) -> None:
        """Let the moves concern another page."""
        self.current = page

    def turn(self, quarters: int) -> None:
        """Turn the page clockwise by quarters."""
        self._edit(PageEdit(quarter_turns=quarters % 4))

    def crop(self, page: str, box: CropBox) -> None:
        """Keep of a page what lies in ``box``."""
        self._edit(PageEdit(crop=box), page)

    def straighten(self) -> None:
        """Set the page straight."""
        self._edit(PageEdit(deskew=True))

    def remove(self) -> None:
        """Take the page out of the tray."""
        page = self.current
        if self.tray.page(page) is not None:
            after = self.tray.neighbour(page)
            self._to(self.tray.removed(page), after)
            self._changes.drop((page,))

    def move(self, step: int) -> None:
        """Move the page one place on or back."""
        self._to(self.tray.moved(self.current, step), self.current)

    def put(self, page: str, place: Place) -> None:
        """Move a page to a place."""
        self._to(self.tray.put(page, place), page)

    def split(self) -> None:
        """Let a new document begin at the page."""
        taken = {document.document for document in self.tray.documents}
        name, number = self.current, 1
        while name in taken:
            name, number = f"{self.current}.{number}", number + 1
        (material,) = self._owner.next_materials(1) if self._owner.missing() else ("",)
        self._to(self.tray.split(self.current, name, material), self.current)

    def join(self) -> None:
        """Put the page's document behind the one before it."""
        self._to(self.tray.joined(self.current), self.current)

    def assign(self, material: str) -> None:
        """Say what the page's document is."""
        self._to(self.tray.assigned(self.current, material), self.current)

    @Slot()
    def undo(self) -> None:
        """Take the last move back."""
        # An edit that is still being worked on is a move as well; it has to be there to be taken back.
        self._changes.then(self._undo)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back."""
        self._changes.then(self._redo)

    def bind(self, then: Callable[[], None] | None = None) -> None:
        """Make files of all documents whose material is known; ``then`` is called if nothing is left."""
        ready = [document for document in self.tray.documents if document.material]
        if self.is_binding or self.is_taking:
            return
        if not ready:
            self._on_bound(then, Bound())
            return
        self.is_binding = True
        self.progressed.emit()
        self._changes.then(lambda: self._owner.with_draft(partial(self._bind, then)))

    # -- inside -------------------------------------------------------------------------------------

    def _may_take(self) -> bool:
        if self.is_taking or self.is_binding:
            self.told.emit(Notice(tr("Pages are still on their way. Wait, or stop them with Shift+F9.")))
            return False
        return True

    def _take_given(self, files: Sequence[GivenFile]) -> None:
        if files and self._may_take():
            self._targets = {}
            self._taking.take_files(files)

    @Slot(int, object)
    def _on_taking_arrived(self, errand: int, page: ScanPage) -> None:
        self._changes.know((page,))
        target, line = self._targets.get(errand, ""), self._owner.line
        material = ""
        if not any(document.document == target for document in self.tray.documents):
            # Before the outcome has a type nobody knows what is asked for.
            material = self._owner.next_materials(1)[0] if self._owner.specs() else ""
            target = self._targets[errand] = page.page

        def change(tray: Tray) -> Tray:
            there = any(document.document == target for document in tray.documents)
            return tray.added(target, page) if there else tray.begun(target, material, line, page)

        self.tray = change(self.tray)
        self._history.let_in(change)
        self.current = page.page
        self._owner.set_documents(self.tray.documents)
        self._readings.read(page)
        self.page_came.emit(page)

    @Slot(object)
    def _on_taking_ended(self, end: ScanEnd) -> None:
        if end.doubled and self.tray.page(end.doubled[0]) is not None:
            self.current = end.doubled[0]
        self._show()
        self.ended.emit(end)
        if end.fault is not None:
            self.told.emit(Notice(word_fault(end.fault), Tone.DANGER, self._taking.again))

    def _edit(self, edit: PageEdit, page: str = "") -> None:
        page = page or self.current
        if self.tray.page(page) is not None:
            self._changes.edit(page, edit)

    @Slot(object)
    def _on_changes_changed(self, page: ScanPage) -> None:
        before = self.tray.page(page.page)
        if before is None or before == page:
            return
        if len(page.edits) > len(before.edits) and page.page not in self._redone:
            self._history.note(Step(self.tray, page.page))
        self._redone.discard(page.page)
        self.tray = self.tray.exchanged(page.page, page)
        self._saved()

    def _to(self, tray: Tray, current: str) -> None:
        if tray == self.tray:
            return
        self._history.note(Step(self.tray, self.current))
        self.tray, self.current = tray, current
        self._saved()

    def _undo(self) -> None:
        self._restore(self._history.back(Step(self.tray, self.current)))

    def _redo(self) -> None:
        self._restore(self._history.forth(Step(self.tray, self.current)))

    def _restore(self, step: Step | None) -> None:
        if step is None:
            return
        now = {page.page for page in self.tray.pages}
        wanted = {page.page: page for page in step.tray.pages}
        self._changes.drop(sorted(now - set(wanted)))
        self._changes.restore(sorted(set(wanted) - now))
        tray = step.tray
        for page in wanted.values():
            content = self._changes.content(page)
            tray = tray.exchanged(page.page, content)
            if len(content.edits) > len(page.edits):
                self._changes.take_back(page.page)
            elif len(content.edits) < len(page.edits):
                self._redone.add(page.page)
                self._changes.edit(page.page, page.edits[-1])
        self.tray, self.current = tray, step.current
        self._saved()

    @Slot()
    def _saved(self) -> None:
        self._show()
        self.kept.emit()

    def _show(self) -> None:
        if self.tray.page(self.current) is None:
            self.current = self.tray.pages[-1].page if self.tray.pages else ""
        self._owner.set_documents(self.tray.documents)
        self.changed.emit()

    def _bind(self, then: Callable[[], None] | None, draft: str) -> None:
        ready = [document for document in self.tray.documents if document.material]
        desk = self._desk
        if not desk.runner.run(
            lambda: bind_all(desk, draft, ready), partial(self._on_bound, then), owner=self
        ):
            self.is_binding = False
            self.progressed.emit()

    def _on_bound(self, then: Callable[[], None] | None, bound: Bound) -> None:
        self.is_binding = False
        if bound.documents:
            self._history.forget()
            self.tray = self.tray.without(bound.documents)
            self._owner.add_evidence(bound.evidence)
            self._desk.bus.announce(bound.changes)
            self._saved()
        self.progressed.emit()
        left = self.tray.documents
        if bound.problems or bound.failure is not None:
            self.told.emit(Notice(_reasons(bound), Tone.DANGER))
        elif left:
            self.current = left[0].pages[0].page
            self._show()
            self.told.emit(
                Notice(
                    tr("%n document(s) have no material yet. Press the digit of theirs.", n=len(left)),
                    Tone.WARNING,
                )
            )
        elif then is not None:
            then()


def _reasons(bound: Bound) -> str:
    """Return why documents could not be made into files, a line each."""
    failures = [word_problem(problem) for problem in bound.problems]
    if bound.failure is not None:
        failures.append(word_failure(bound.failure))
    return "\n".join(dict.fromkeys(str(failure) for failure in failures))
