"""One run of taking pages: begun here, done on a worker thread, its pages picked up as they come.

``PageTaking(desk, with_draft)``: ``scan()``, ``take_files(files)``, ``take_waiting(files)``, ``again()``,
``stop()``. Signals: ``arrived(int, object)`` with the number of the errand and the `ScanPage`,
``picked_up()`` after some arrived, ``progressed()``, ``ended(object)`` with the `ScanEnd`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from creditbank_desktop.domain.scans import FinishedFile, GivenFile, ScanEnd
from creditbank_desktop.ui.scanning.arrivals import Arrivals, Taking
from creditbank_desktop.ui.scanning.desk import ScanDesk

LOOK_EVERY_MS = 80
WithDraft = Callable[[Callable[[str], None]], None]
Errands = Callable[[str], tuple[Taking, ...]]


class PageTaking(QObject):
    """Takes pages; its methods and signals are named in the module's text."""

    arrived = Signal(int, object)
    picked_up = Signal()
    progressed = Signal()
    ended = Signal(object)

    def __init__(self, desk: ScanDesk, with_draft: WithDraft, parent: QObject) -> None:
        """Take with the service of ``desk`` for the draft that ``with_draft`` gives."""
        super().__init__(parent)
        self._desk = desk
        self._with_draft = with_draft
        self._arrivals: Arrivals | None = None
        self._last: Errands | None = None
        self.count = 0
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._pick_up)

    @property
    def is_under_way(self) -> bool:
        """Whether pages are on their way."""
        return self._arrivals is not None

    @property
    def is_stopping(self) -> bool:
        """Whether the run was asked to stop and has not yet."""
        return self._arrivals is not None and self._arrivals.is_cancelled

    def scan(self) -> None:
        """Scan by the profile."""
        scans, actor = self._desk.scans, self._desk.actor
        self._take(lambda draft: (partial(scans.scan, actor, draft),))

    def take_files(self, files: Sequence[GivenFile]) -> None:
        """Take the pages of files, an errand for each."""
        scans, actor = self._desk.scans, self._desk.actor
        self._take(lambda draft: tuple(partial(scans.take_files, actor, draft, (file,)) for file in files))

    def take_waiting(self, files: Sequence[FinishedFile]) -> None:
        """Take the pages of files in the watched folder, an errand for each."""
        scans, actor = self._desk.scans, self._desk.actor
        self._take(lambda draft: tuple(partial(scans.take_waiting, actor, draft, (file,)) for file in files))

    @Slot()
    def again(self) -> None:
        """Begin the last run anew."""
        if self._last is not None and not self.is_under_way:
            self._take(self._last)

    def stop(self) -> None:
        """Take no further page."""
        if self._arrivals is not None:
            self._arrivals.cancel()
            self.progressed.emit()

    def _take(self, errands: Errands) -> None:
        arrivals = self._arrivals = Arrivals()
        self._last = errands
        self.count = 0
        self.progressed.emit()
        self._with_draft(partial(self._go, arrivals, errands))

    def _go(self, arrivals: Arrivals, errands: Errands, draft: str) -> None:
        work = errands(draft)
        if self._desk.runner.run(lambda: arrivals.run(work), self._on_run_done, owner=self):
            self._timer.start()
        else:
            self._arrivals = None

    @Slot()
    def _pick_up(self) -> None:
        pages = self._arrivals.take() if self._arrivals is not None else []
        for errand, page in pages:
            self.count += 1
            self.arrived.emit(errand, page)
        if pages:
            self.picked_up.emit()
            self.progressed.emit()

    def _on_run_done(self, end: ScanEnd) -> None:
        self._pick_up()
        self._timer.stop()
        self._arrivals = None
        self.ended.emit(end)
        self.progressed.emit()
