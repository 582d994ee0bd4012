"""Pages on their way from a worker thread to the tray: put down there, picked up here by a timer.

Only this object is touched by both threads, and only by appending and taking from the left.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from creditbank_desktop.domain.scans import ScanEnd, ScanPage

OnPage = Callable[[ScanPage], None]
Taking = Callable[[OnPage, Callable[[], bool]], ScanEnd]
"""One errand of the service: takes pages, hands each over, asks now and then whether to stop."""


@dataclass(slots=True)
class Arrivals:
    """The pages of one run, with the number of the errand that each belongs to."""

    waiting: deque[tuple[int, ScanPage]] = field(default_factory=deque)
    is_cancelled: bool = False

    def cancel(self) -> None:
        """Ask the run to stop after the page that is under way."""
        self.is_cancelled = True

    def take(self) -> list[tuple[int, ScanPage]]:
        """Return what arrived since the last time."""
        taken: list[tuple[int, ScanPage]] = []
        while self.waiting:
            taken.append(self.waiting.popleft())
        return taken

    def run(self, errands: tuple[Taking, ...]) -> ScanEnd:
        """Do ``errands`` one after the other and return how they ended together; for a worker thread."""
        whole = ScanEnd()
        for number, errand in enumerate(errands):
            if self.is_cancelled:
                return replace(whole, cancelled=True)
            end = errand(self._putter(number), lambda: self.is_cancelled)
            whole = ScanEnd(
                (*whole.pages, *end.pages),
                (*whole.doubled, *end.doubled),
                (*whole.problems, *end.problems),
                end.fault,
                end.cancelled,
                (*whole.flattened, *end.flattened),
            )
            if end.fault is not None:
                break
        return whole

    def _putter(self, number: int) -> OnPage:
        def put(page: ScanPage) -> None:
            self.waiting.append((number, page))

        return put
