"""Asks the centre about who was searched for and brings the answer to the counter.

``CentreWork(desk, finder, registration)``. Signal: ``learner_found(str)``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from creditbank_desktop.sync.face import CentralFinding
from creditbank_desktop.ui.counter.centre import question_of
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.finder import Finder
from creditbank_desktop.ui.counter.registration import RegistrationPane
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.running import Notice
from creditbank_desktop.ui.theme.colours import Tone


class CentreWork(QObject):
    """Between the search box, the form of a new learner and the server."""

    learner_found = Signal(str)

    def __init__(
        self, desk: CounterDesk, finder: Finder, registration: RegistrationPane, page: QWidget
    ) -> None:
        """Tell on ``page`` what came of it."""
        super().__init__(page)
        self._desk = desk
        self._finder = finder
        self._page = page
        finder.asks_centre = desk.ask_centre is not None
        finder.centre_asked.connect(self._on_finder_centre_asked)
        registration.brought.connect(self._on_registration_brought)

    @Slot(str)
    def _on_finder_centre_asked(self, text: str) -> None:
        ask, question, actor = self._desk.ask_centre, question_of(text), self._desk.actor
        if ask is not None and question is not None:
            self._desk.runner.run(
                lambda: ask(actor, question), self._show, owner=self._page, busy=self._finder.centre
            )

    def _show(self, found: CentralFinding) -> None:
        self._desk.bus.announce(found.changes)
        if found.learner:
            self._desk.runner.tell(
                self._page, Notice(tr("The centre knows this person; the record was brought here."))
            )
            self.learner_found.emit(found.learner)
        else:
            words = tr("The centre knows nobody by this number. Register the learner.")
            self._desk.runner.tell(self._page, Notice(words, Tone.WARNING))

    @Slot(object)
    def _on_registration_brought(self, found: CentralFinding) -> None:
        self._desk.bus.announce(found.changes)
