"""Tells in a form what the texts that are being typed would do, before they are saved.

``EffectTeller(desk, form, tell)``: asks ``tell`` on a worker thread when typing rests, and lets the form show
the sentence that comes back, None for nothing worth saying.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from creditbank_desktop.services.views_reference import EntryForm as TypedEntry
from creditbank_desktop.ui.i18n import Words
from creditbank_desktop.ui.reference.entry_form import EntryForm
from creditbank_desktop.ui.settings.desk import SettingsDesk

_REST_MS = 250

Tell = Callable[[TypedEntry], Words | None]


class EffectTeller(QObject):
    """Asks and shows; named in the module's text."""

    def __init__(self, desk: SettingsDesk, form: EntryForm, tell: Tell) -> None:
        """Watch what is typed into ``form``."""
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._tell = tell
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest_timeout)
        form.edited.connect(self._rest.start)

    @Slot()
    def _on_rest_timeout(self) -> None:
        typed = self._form.typed()

        def show(told: Words | None) -> None:
            # An answer about texts that are no longer there must not be believed.
            if self._form.typed() == typed:
                self._form.show_effect(told)

        self._desk.runner.run(lambda: self._tell(typed), show, owner=self._form)
