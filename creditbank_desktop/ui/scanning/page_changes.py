"""What the service does to pages of a tray, one thing after the other: edits, pages put away and put back.

``PageChanges(desk)``: ``edit(page, edit)``, ``take_back(page)``, ``drop(pages)``, ``restore(pages)``,
``then(callback)`` after all that waits. Signals: ``changed(object)`` with the `ScanPage` as it is now,
``working_changed()``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused
from creditbank_desktop.domain.scans import PageEdit, ScanPage
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.scanning.desk import ScanDesk
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_failure, word_problem

Outcome = ScanPage | EnvironmentFault | Refused | Problems | None


@dataclass(frozen=True, slots=True)
class _Errand:
    """One thing to do with a page, or a callback when its turn has come."""

    page: str = ""
    work: Callable[[], ScanPage | None] | None = None
    then: Callable[[], None] | None = None


class PageChanges(QObject):
    """Changes pages in order; its methods and signals are named in the module's text."""

    changed = Signal(object)
    told = Signal(object)
    working_changed = Signal()

    def __init__(self, desk: ScanDesk, parent: QObject) -> None:
        """Change pages with the service of ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._contents: dict[str, ScanPage] = {}
        self._waiting: deque[_Errand] = deque()
        self._under_way: _Errand | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being done or waits."""
        return self._under_way is not None or bool(self._waiting)

    @property
    def working(self) -> frozenset[str]:
        """The pages that are being edited."""
        errands = (*self._waiting, *((self._under_way,) if self._under_way else ()))
        return frozenset(errand.page for errand in errands if errand.page)

    def know(self, pages: Sequence[ScanPage]) -> None:
        """Take ``pages`` as they are now."""
        self._contents.update({page.page: page for page in pages})

    def content(self, page: ScanPage) -> ScanPage:
        """Return a page as it is now, whatever an older tray says of it."""
        return self._contents.get(page.page, page)

    def edit(self, page: str, edit: PageEdit) -> None:
        """Change a page."""
        service, actor = self._desk.pages, self._desk.actor
        self._add(_Errand(page, lambda: service.edit(actor, self._contents[page], edit)))

    def take_back(self, page: str) -> None:
        """Take the last edit of a page back."""
        service, actor = self._desk.pages, self._desk.actor
        self._add(_Errand(page, lambda: service.take_back(actor, self._contents[page])))

    def drop(self, pages: Sequence[str]) -> None:
        """Note that pages were taken out of the tray."""
        service, actor, ids = self._desk.pages, self._desk.actor, tuple(pages)
        if ids:
            self._add(_Errand(work=lambda: service.drop(actor, ids)))

    def restore(self, pages: Sequence[str]) -> None:
        """Note that pages were put back into the tray."""
        service, actor, ids = self._desk.pages, self._desk.actor, tuple(pages)
        if ids:

            def put_back() -> None:
                service.restore(actor, ids)

            self._add(_Errand(work=put_back))

    def then(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` when all that waits is done, at once if nothing waits."""
        if self.is_busy:
            self._add(_Errand(then=callback))
        else:
            callback()

    def _add(self, errand: _Errand) -> None:
        self._waiting.append(errand)
        self.working_changed.emit()
        self._next()

    def _next(self) -> None:
        while self._under_way is None and self._waiting:
            errand = self._waiting.popleft()
            if errand.then is not None:
                errand.then()
            elif errand.work is not None:
                self._under_way = errand
                if not self._desk.runner.run(partial(_outcome, errand.work), self._on_done, owner=self):
                    self._under_way = None
                    self._waiting.clear()

    def _on_done(self, outcome: Outcome) -> None:
        self._under_way = None
        if isinstance(outcome, ScanPage):
            self._contents[outcome.page] = outcome
            self.changed.emit(outcome)
        elif outcome is not None:
            tone = Tone.DANGER if isinstance(outcome, EnvironmentFault) else Tone.WARNING
            self.told.emit(Notice(_words(outcome), tone))
        self.working_changed.emit()
        self._next()


def _outcome(work: Callable[[], ScanPage | None]) -> Outcome:
    # A failure comes home as a value, so that what waits behind it has its turn.
    try:
        return work()
    except (EnvironmentFault, Refused, Problems) as failure:
        return failure


def _words(failure: EnvironmentFault | Refused | Problems) -> str:
    if isinstance(failure, Problems):
        return "\n".join(str(word_problem(problem)) for problem in failure.problems)
    return word_failure(failure)
