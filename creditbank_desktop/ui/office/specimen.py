"""The office's paper as it would be printed: head, texts, signatories and seal, while they are typed.

``SpecimenCard(desk)``: ``show_card(typed)`` draws the paper with that card when typing rests, ``redraw()``
draws it again. One of Chinese, English and both is chosen.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from creditbank_desktop.services.views_ledger import OfficeForm
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.buttons import PillButton
from creditbank_desktop.ui.kit.evidence import EvidenceViewer
from creditbank_desktop.ui.kit.evidence_documents import EvidenceDocument
from creditbank_desktop.ui.kit.surfaces import Card
from creditbank_desktop.ui.settings.desk import SettingsDesk

_REST_MS = 400
_LANGUAGES = (("zh",), ("en",), ("zh", "en"))


class SpecimenCard(Card):
    """The paper; named in the module's text."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin without a paper."""
        super().__init__(tr("As it is printed"), padded=False)
        self._desk = desk
        self._card: OfficeForm | None = None
        self._drawn = 0
        self.viewer = EvidenceViewer(desk.runner)
        say(self.viewer.setAccessibleName, tr("As it is printed"))
        words = (tr("Chinese"), tr("English"), tr("Both"))
        self.pills = tuple(PillButton(word, key=f"Alt+{n}") for n, word in enumerate(words, start=6))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.redraw)
        self._lay_out()

    def show_card(self, typed: OfficeForm) -> None:
        """Draw the paper with that card when typing rests."""
        if typed == self._card:
            return
        first = self._card is None
        self._card = typed
        if first:
            self.redraw()
        else:
            self._rest.start()

    @Slot()
    def redraw(self) -> None:
        """Draw the paper again."""
        office, actor, card = self._desk.services.office, self._desk.actor, self._card
        if card is None:
            return
        place = next(n for n, pill in enumerate(self.pills) if pill.isChecked())
        languages = _LANGUAGES[place]

        def show(pdf: bytes) -> None:
            if card == self._card:
                self._drawn += 1
                name = f"specimen {self._drawn}"
                self.viewer.show_document(EvidenceDocument(name, name, lambda: pdf))

        self._desk.runner.run(lambda: office.specimen(actor, card, languages), show, owner=self)

    def _lay_out(self) -> None:
        group, line = QButtonGroup(self), QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(6)
        for pill in self.pills:
            pill.setCheckable(True)
            pill.clicked.connect(self.redraw)
            group.addButton(pill)
            line.addWidget(pill)
        line.addStretch(1)
        self.pills[0].setChecked(True)
        self.body.addLayout(line)
        self.body.addWidget(self.viewer, 1)
