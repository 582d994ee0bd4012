"""Warms what the first hint at the same person and the first title need, once the window is painted."""

from __future__ import annotations

import logging
import threading

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from creditbank_desktop.app.office import Session
from creditbank_desktop.domain.failures import EnvironmentFault, Refused
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_learners import LearnerForm

_LOG = logging.getLogger(__name__)
AFTER_PAINT_MS = 400
"""How long the window has been painted: what its first page reads comes before."""
NOBODY = "王晓明"
"""A name as in textbooks, whose hints nobody sees."""
ANY_TITLE = "英语"


class Warmth:
    """What the thread does; no object of Qt, so that the thread may be the last to let go of it."""

    def __init__(self, session: Session) -> None:
        """Ask as the session's person."""
        self._session = session
        self._stopped = threading.Event()
        self._reading = threading.Lock()
        self.ended = threading.Event()
        self.asked = False

    def run(self) -> None:
        """Read the tables, then ask for one hint unless `stop` came before; bugs go to the crash handler."""
        try:
            read_tables()
            with self._reading:
                if not self._stopped.is_set():
                    self._ask()
        finally:
            self.ended.set()

    def stop(self) -> None:
        """Ask nothing any more; wait for the query that runs, so that the store can close."""
        self._stopped.set()
        with self._reading:
            pass

    def _ask(self) -> None:
        session = self._session
        try:
            session.services.learners.check(session.actor, LearnerForm(name=NOBODY))
            if may(session.actor, "CatalogueLookup.find") and not self._stopped.is_set():
                session.services.catalogues.find(session.actor, ReferenceKind.CERTIFICATE, ANY_TITLE)
        except (EnvironmentFault, Refused) as fault:
            # Whoever types will be told; nobody asked for this.
            _LOG.info("the hints were not warmed: %r", fault)
        else:
            self.asked = True


class Warming(QObject):
    """Warms on a thread after the first paint of a window, for a person who may open accounts.

    A thread that still imports dies with the program.
    """

    def __init__(self, session: Session, window: QWidget, parent: QObject | None = None) -> None:
        """Wait for ``window`` to be painted."""
        super().__init__(parent)
        self.warmth = Warmth(session)
        self.is_begun = False
        self._window = window
        self._timer = QTimer(self, interval=AFTER_PAINT_MS, singleShot=True)
        self._timer.timeout.connect(self._on_timer_timeout)
        if may(session.actor, "LearnerService.register"):
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin to wait at the first paint; swallow nothing."""
        if event.type() is QEvent.Type.Paint and watched is self._window:
            self._window.removeEventFilter(self)
            self._timer.start()
        return False

    def stop(self) -> None:
        """Begin nothing any more."""
        self._window.removeEventFilter(self)
        self._timer.stop()
        self.warmth.stop()

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.is_begun = True
        threading.Thread(target=self.warmth.run, name="warming", daemon=True).start()


def read_tables() -> None:
    """Import what compares names and let it read its tables."""
    import rapidfuzz.fuzz  # noqa: F401

    from creditbank_desktop.models.pinyin import readings

    readings(NOBODY)
