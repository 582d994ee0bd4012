"""Small pictures of pages: drawn on worker threads, the ones in sight first, few of them kept.

``Thumbnails(runner, read)``: ``picture(page)`` gives the picture or None and has it drawn then;
``want(pages)`` says what is in sight. ``read(page)`` gives a page's bytes and is called on a worker thread.
Signals: ``drawn(str)`` with the page's id.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.scans import ScanPage
from creditbank_desktop.ui.kit.evidence_pages import UnreadableEvidenceError, render_page
from creditbank_desktop.ui.running import OperationRunner

LONGEST_SIDE_PX = 264
MOST_KEPT = 160
AT_ONCE = 2
"""The threads are shared: what somebody waits for must not stand behind two hundred pictures."""


class Thumbnails(QObject):
    """Draws and keeps small pictures; its methods and signals are named in the module's text."""

    drawn = Signal(str)

    def __init__(self, runner: OperationRunner, read: Callable[[ScanPage], bytes], parent: QObject) -> None:
        """Draw with ``runner`` what ``read`` gives."""
        super().__init__(parent)
        self._runner = runner
        self._read = read
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._waiting: OrderedDict[str, ScanPage] = OrderedDict()
        self._under_way: set[str] = set()

    def picture(self, page: ScanPage) -> QPixmap | None:
        """Return the picture of a page, None while there is none."""
        if page.blob in self._kept:
            self._kept.move_to_end(page.blob)
            return self._kept[page.blob]
        return None

    def is_unreadable(self, page: ScanPage) -> bool:
        """Return whether drawing the page was tried in vain."""
        return page.blob in self._kept and self._kept[page.blob] is None

    def want(self, pages: Sequence[ScanPage]) -> None:
        """Draw ``pages`` that have no picture; what was wanted before and is not any more is dropped."""
        self._waiting = OrderedDict(
            (page.blob, page)
            for page in pages
            if page.blob not in self._kept and page.blob not in self._under_way
        )
        self._next()

    def _next(self) -> None:
        while self._waiting and len(self._under_way) < AT_ONCE:
            _blob, page = self._waiting.popitem(last=False)
            self._under_way.add(page.blob)
            if not self._runner.run(lambda page=page: self._draw(page), self._keep, owner=self):  # type: ignore[misc]
                self._under_way.discard(page.blob)
                return

    def _draw(self, page: ScanPage) -> tuple[ScanPage, QImage | None]:
        # One page that cannot be drawn is shown as such; its picture is no reason for a message.
        try:
            return page, render_page(self._read(page), 0, LONGEST_SIDE_PX).image
        except (UnreadableEvidenceError, EnvironmentFault, Refused, Problems):
            return page, None

    def _keep(self, found: tuple[ScanPage, QImage | None]) -> None:
        page, image = found
        self._under_way.discard(page.blob)
        self._kept[page.blob] = None if image is None else QPixmap.fromImage(image)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.drawn.emit(page.page)
        self._next()
