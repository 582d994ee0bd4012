"""Runs work away from the window's thread and brings result, problem or fault home in one way.

``OperationRunner.run(work, on_success, owner=self, busy=button)`` is all that a screen says. The busy widget
is disabled meanwhile, a second press does nothing, callbacks of a screen that is gone are dropped.

* ``Problems``: to ``on_problems``, else to the nearest form above the owner (``show_problems``); what
  belongs to no
  field goes to the notice board.
* ``Refused``: to ``on_refused``, else to the nearest notice board.
* ``EnvironmentFault``: to the nearest notice board, with a retry.
* anything else is a bug: signal ``crashed``.

The nearest notice board is the first object from the owner upwards that has, or has a direct child with,
``show_notice``: the message bar of a workplace or of the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from creditbank_desktop.domain.failures import EnvironmentFault, Problem, Problems, Refused
from creditbank_desktop.ui.theme.colours import Tone
from creditbank_desktop.ui.wording.failures import word_fault, word_problem, word_refused

T = TypeVar("T")

PROGRESS_AFTER_MS = 400


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the message bar, with a way on (``retry``) or back (``undo``) where there is one."""

    text: str
    tone: Tone = Tone.INFO
    retry: Callable[[], None] | None = None
    undo: Callable[[], None] | None = None


@runtime_checkable
class NoticeBoard(Protocol):
    """Shows sentences to the user."""

    def show_notice(self, notice: Notice) -> None:
        """Show ``notice`` until it is closed or replaced."""


@runtime_checkable
class ProblemForm(Protocol):
    """Shows problems under the fields that they belong to."""

    def show_problems(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Show what belongs to a field here and return the rest."""


class ChangeBus(QObject):
    """Tells every screen what was written, by a user here or by sync.

    Signals: ``changed(frozenset[tuple[str, str]])``, pairs of kind and id.
    """

    changed = Signal(object)

    def announce(self, changes: frozenset[tuple[str, str]]) -> None:
        """Tell the screens, unless nothing changed. To be called on the window's thread."""
        if changes:
            self.changed.emit(changes)


@dataclass(slots=True)
class _Errand:
    """One piece of work on its way; lives on the window's thread."""

    work: Callable[[], Any]
    on_success: Callable[[Any], None]
    owner: QObject
    on_problems: Callable[[Problems], None] | None
    on_refused: Callable[[Refused], None] | None
    busy: QWidget | None
    had_focus: bool = False


class _Bridge(QObject):
    """The one object that crosses threads: results are emitted by workers and arrive on the window's
    thread.
    """

    returned = Signal(object, object)


class OperationRunner(QObject):
    """Runs operations on a few worker threads.

    Signals: ``crashed(BaseException)`` for a bug, ``progress_changed(bool)`` when work has lasted 400 ms and
    when all of it is done, ``notice_raised(Notice)`` when no board was found for a sentence,
    ``fault_met(EnvironmentFault)`` for every fault that work raised or returned, ``saving_works()`` when the
    disk failed and takes what is saved again.
    """

    crashed = Signal(object)
    progress_changed = Signal(bool)
    notice_raised = Signal(object)
    fault_met = Signal(object)
    saving_works = Signal()

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        """Take work to ``executor``, by default to a pool of four threads of its own."""
        super().__init__(parent)
        self._executor = executor or ThreadPoolExecutor(max_workers=4, thread_name_prefix="operation")
        self._bridge = _Bridge(self)
        # Queued always: a worker that is done before its callback is added calls home on the window's thread,
        # and a result must not arrive before `run` has returned.
        self._bridge.returned.connect(self._on_bridge_returned, Qt.ConnectionType.QueuedConnection)
        self._under_way: list[_Errand] = []
        self._closed = False
        self._progress_shown = False
        self._timer = QTimer(self, singleShot=True, interval=PROGRESS_AFTER_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def run(
        self,
        work: Callable[[], T],
        on_success: Callable[[T], None],
        *,
        owner: QObject,
        on_problems: Callable[[Problems], None] | None = None,
        on_refused: Callable[[Refused], None] | None = None,
        busy: QWidget | None = None,
    ) -> bool:
        """Start ``work`` on a worker thread; return False when ``busy`` already runs something or all is
        closed.
        """
        if self._closed or (busy is not None and any(errand.busy is busy for errand in self._under_way)):
            return False
        errand = _Errand(work, on_success, owner, on_problems, on_refused, busy)
        if busy is not None:
            errand.had_focus = busy.hasFocus()
            busy.setEnabled(False)
        self._under_way.append(errand)
        if not self._progress_shown and not self._timer.isActive():
            self._timer.start()
        future = self._executor.submit(work)
        bridge = self._bridge
        future.add_done_callback(lambda done: _send_home(bridge, errand, done))
        return True

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._under_way)

    def close(self) -> None:
        """Take no more work, drop what waits and wait for what runs; its callbacks do not come any more."""
        self._closed = True
        self._under_way.clear()
        self._timer.stop()
        self._executor.shutdown(wait=True, cancel_futures=True)

    @Slot(object, object)
    def _on_bridge_returned(self, errand: _Errand, future: Future[Any]) -> None:
        if errand not in self._under_way:
            return
        self._under_way.remove(errand)
        self._settle(errand)
        if future.cancelled() or not isValid(errand.owner):
            return
        error = future.exception()
        try:
            if error is None:
                result = future.result()
                if isinstance(result, EnvironmentFault):
                    self.fault_met.emit(result)
                errand.on_success(result)
            else:
                self._tell(errand, error)
        except Exception as bug:  # noqa: BLE001 - a callback's bug must reach the crash handler
            self.crashed.emit(bug)

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._under_way:
            self._progress_shown = True
            self.progress_changed.emit(True)

    def _settle(self, errand: _Errand) -> None:
        if errand.busy is not None and isValid(errand.busy):
            errand.busy.setEnabled(True)
            if errand.had_focus and QWidget.window(errand.busy).focusWidget() is None:
                errand.busy.setFocus()
        if not self._under_way:
            self._timer.stop()
            if self._progress_shown:
                self._progress_shown = False
                self.progress_changed.emit(False)

    def _tell(self, errand: _Errand, error: BaseException) -> None:
        if isinstance(error, Problems):
            if errand.on_problems is not None:
                errand.on_problems(error)
            else:
                self._tell_problems(errand.owner, error)
        elif isinstance(error, Refused):
            if errand.on_refused is not None:
                errand.on_refused(error)
            else:
                self.tell(errand.owner, Notice(word_refused(error), Tone.WARNING))
        elif isinstance(error, EnvironmentFault):
            self.fault_met.emit(error)
            self.tell(errand.owner, Notice(word_fault(error), Tone.DANGER, self._retry(errand)))
        else:
            self.crashed.emit(error)

    def _retry(self, errand: _Errand) -> Callable[[], None]:
        def again() -> None:
            if isValid(errand.owner):
                busy = errand.busy if errand.busy is not None and isValid(errand.busy) else None
                self.run(
                    errand.work,
                    errand.on_success,
                    owner=errand.owner,
                    on_problems=errand.on_problems,
                    on_refused=errand.on_refused,
                    busy=busy,
                )

        return again

    def _tell_problems(self, owner: QObject, error: Problems) -> None:
        rest: Sequence[Problem] = error.problems
        place: QObject | None = owner
        while place is not None:
            form = next((near for near in (place, *place.children()) if isinstance(near, ProblemForm)), None)
            if form is not None:
                rest = form.show_problems(rest)
                break
            place = place.parent()
        if rest:
            self.tell(owner, Notice("\n".join(word_problem(problem) for problem in rest), Tone.DANGER))

    def tell(self, owner: QObject, notice: Notice) -> None:
        """Show ``notice`` on the board nearest to ``owner``."""
        place: QObject | None = owner
        while place is not None:
            board = next((near for near in (place, *place.children()) if isinstance(near, NoticeBoard)), None)
            if board is not None:
                board.show_notice(notice)
                return
            place = place.parent()
        self.notice_raised.emit(notice)


def _send_home(bridge: _Bridge, errand: _Errand, future: Future[Any]) -> None:
    if isValid(bridge):
        bridge.returned.emit(errand, future)
