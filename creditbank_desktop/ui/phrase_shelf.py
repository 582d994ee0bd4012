"""Keeps the phrases in force for a workplace, read on a worker thread and again when the office changes them.

``PhraseShelf(services, runner, bus, actor, parent)``: ``book`` is what is in force as far as is known,
``read()`` reads it when it may have changed. Signals: ``changed()`` when ``book`` is another.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.services.services import Services
from creditbank_desktop.services.views_reference import PhraseView
from creditbank_desktop.ui.running import ChangeBus, OperationRunner
from creditbank_desktop.ui.wording.phrases import PhrasesInForce


class PhraseShelf(QObject):
    """Named in the module's text."""

    changed = Signal()

    def __init__(
        self, services: Services, runner: OperationRunner, bus: ChangeBus, actor: Actor, parent: QObject
    ) -> None:
        """Begin with the phrases that the program ships."""
        super().__init__(parent)
        self._services, self._runner, self._actor = services, runner, actor
        self._views: tuple[PhraseView, ...] = ()
        self._is_stale = True
        self._was_asked = False
        self.book = PhrasesInForce()
        bus.changed.connect(self._on_bus_changed)

    def read(self) -> None:
        """Read the phrases if they may have changed since the last time."""
        if not self._is_stale:
            return
        self._is_stale, self._was_asked = False, True
        reference, actor = self._services.reference, self._actor
        self._runner.run(lambda: reference.phrase_book(actor), self._show, owner=self)

    def _show(self, views: tuple[PhraseView, ...]) -> None:
        if views != self._views:
            self._views = views
            self.book = PhrasesInForce(views)
            self.changed.emit()

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        phrase = f"{ReferenceKind.PHRASE.value}/"
        if any(kind == "reference" and key.startswith(phrase) for kind, key in changes):
            self._is_stale = True
            if self._was_asked:
                self.read()
