"""The scan trays of the counter: one for each list of materials, one screen for the one in front.

``CounterTrays(desk)``: ``watch(panel)`` serves a list of materials; ``open(panel)``, ``scan(panel)``,
``bind(panels, then)``, ``close()``. The tray of a file that has its number: ``adopt(act_panel, application)``
when its panel opens, ``settle(case)`` when the file is shown again. Signals: ``opened()`` when the
screen should come to the front, ``closed(object)`` with the list to go back to, ``offered(object, object)``
with a list and the field offers of one of its pages, ``page_came(object, object)`` with a list and the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.scans import ScannedDocument
from creditbank_desktop.services.views_evaluation import Case
from creditbank_desktop.ui.counter.act_panels import ActPanel
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.materials_panel import MaterialsPanel
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.scanning.desk import ScanDesk
from creditbank_desktop.ui.scanning.scan_tray import ScanTray
from creditbank_desktop.ui.scanning.tray_session import TraySession


def scan_desk(desk: CounterDesk) -> ScanDesk:
    """Return what trays need of the counter's desk."""
    services, actor = desk.services, desk.actor
    return ScanDesk(
        services.scans,
        services.pages,
        desk.runner,
        desk.bus,
        actor,
        desk.clock,
        desk.choose_files,
        (partial(services.pages.codes, actor),),
    )


class CounterTrays(QObject):
    """Trays of the counter; its methods and signals are named in the module's text."""

    opened = Signal()
    closed = Signal(object)
    offered = Signal(object, object)
    page_came = Signal(object, object)

    def __init__(self, desk: CounterDesk, parent: QObject) -> None:
        """Make the screen with the services of ``desk``."""
        super().__init__(parent)
        self._desk = scan_desk(desk)
        self.view = ScanTray(self._desk)
        self._sessions: dict[MaterialsPanel, TraySession] = {}
        self._panel: MaterialsPanel | None = None
        self._came_from: QWidget | None = None
        self._adopted: dict[ApplicationId, MaterialsPanel] = {}
        self.view.finished.connect(self._go_back)
        self.view.left.connect(self._go_back)

    @property
    def panel(self) -> MaterialsPanel | None:
        """The list whose tray is shown, None while none is."""
        return self._panel

    def watch(self, panel: MaterialsPanel) -> None:
        """Serve ``panel``."""
        panel.scan_asked.connect(partial(self.scan, panel))
        panel.tray_asked.connect(partial(self.open, panel))

    def adopt(self, act: ActPanel, panel: MaterialsPanel, application: ApplicationId) -> None:
        """Serve the list of an act on a file: its pages belong to the file, those of an earlier try are
        there, and all are made into files before the act is done.
        """
        panel.drafted_by(lambda then: then(str(application)))
        # A file that has its number notes comparisons by an act of its own.
        panel.may_compare = False
        self._adopted[application] = panel
        act.action.clicked.disconnect(act.confirmed_act)
        act.action.clicked.connect(partial(self._confirm, act, panel))
        scans, actor = self._desk.scans, self._desk.actor

        def show(loose: tuple[ScannedDocument, ...]) -> None:
            mine = [one for one in loose if one.document == str(application)]
            if mine and not panel.documents():
                panel.set_documents(mine)

        self._desk.runner.run(lambda: scans.loose(actor), show, owner=panel)

    def settle(self, case: Case) -> None:
        """Forget the pages of a file whose materials were handed in; others wait for the next try."""
        application = case.application.application
        panel = self._adopted.pop(application, None)
        handed_in = {file.evidence for file in case.evidence}
        if panel is None or not panel.evidence():
            return
        if all(file.evidence in handed_in for file in panel.evidence()):
            scans, actor = self._desk.scans, self._desk.actor
            self._desk.runner.run(lambda: scans.let_go(actor, str(application)), _nothing, owner=self)

    def _confirm(self, act: ActPanel, panel: MaterialsPanel) -> None:
        self.bind((panel,) if panel.documents() else (), act.confirmed_act.emit)

    def session(self, panel: MaterialsPanel) -> TraySession:
        """Return the tray of a list at work."""
        session = self._sessions.get(panel)
        if session is None:
            session = TraySession(self._desk, panel, panel)
            session.kept.connect(partial(self._on_session_kept, panel))
            session.told.connect(self._on_session_told)
            session.offered.connect(partial(self._on_session_offered, panel))
            session.page_came.connect(partial(self._on_session_page_came, panel))
            self._sessions = {one: two for one, two in self._sessions.items() if isValid(one)}
            self._sessions[panel] = session
        return session

    def open(self, panel: MaterialsPanel) -> None:
        """Bring the tray of a list to the front."""
        if self._panel is None:
            self._came_from = QApplication.focusWidget()
        self._panel = panel
        self.opened.emit()
        self.view.open(self.session(panel))

    def scan(self, panel: MaterialsPanel) -> None:
        """Bring the tray of a list to the front and scan."""
        self.open(panel)
        self.view.scan()

    def bind(self, panels: Sequence[MaterialsPanel], then: Callable[[], None]) -> None:
        """Make files of everything in the trays of ``panels``, then call ``then``; a tray that cannot be made
        into files comes to the front.
        """
        if not panels:
            then()
            return
        first, rest = panels[0], tuple(panels[1:])
        session = self.session(first)
        if session.is_taking or any(not document.material for document in first.documents()):
            self.open(first)
        session.bind(partial(self.bind, rest, then))

    def close(self) -> None:
        """Put the screen away, without going back to anything; scans of lists that are gone stop."""
        self._panel = None
        self.view.close_tray()
        for session in self._sessions.values():
            if isValid(session):
                session.stop()
        self._sessions.clear()

    @Slot()
    def _go_back(self) -> None:
        panel, self._panel = self._panel, None
        came_from, self._came_from = self._came_from, None
        self.view.close_tray()
        if panel is None or not isValid(panel):
            return
        self.closed.emit(panel)
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            QTimer.singleShot(0, came_from, came_from.setFocus)
        else:
            QTimer.singleShot(0, panel.table, panel.table.setFocus)

    def _on_session_kept(self, panel: MaterialsPanel) -> None:
        panel.edited.emit()
        panel.keep()

    @Slot(object)
    def _on_session_told(self, notice: Notice) -> None:
        self._desk.runner.tell(self.view, notice)

    def _on_session_offered(self, panel: MaterialsPanel, offers: object) -> None:
        self.offered.emit(panel, offers)

    def _on_session_page_came(self, panel: MaterialsPanel, page: object) -> None:
        self.page_came.emit(panel, page)


def _nothing(_done: None) -> None:
    """Have nothing to say."""
