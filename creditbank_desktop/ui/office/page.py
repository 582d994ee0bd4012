"""The office as its papers show it: card, letterhead and seal, signatories, texts, numbers.

``OfficePage(desk)``: one part in front, Alt+1 to Alt+5 bring the others there.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from creditbank_desktop.domain.reference_kinds import ReferenceKind
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PillButton
from creditbank_desktop.ui.office.card_pane import CardPane
from creditbank_desktop.ui.office.seal_card import SealCard
from creditbank_desktop.ui.reference.page import CONCERNED
from creditbank_desktop.ui.reference.panel import Table, TablePanel
from creditbank_desktop.ui.settings.desk import SettingsDesk
from creditbank_desktop.ui.shell.workplaces import WorkplacePage

_TABLES = (ReferenceKind.SIGNATORY, ReferenceKind.OFFICE_TEXT, ReferenceKind.NUMBER_FORMAT)


class OfficePage(WorkplacePage):
    """The parts of the office; named in the module's text."""

    def __init__(self, desk: SettingsDesk) -> None:
        """Begin with the card."""
        super().__init__()
        self._desk = desk
        self.card = CardPane(desk)
        self.letterhead = TablePanel(desk, Table(ReferenceKind.LETTERHEAD, sheets=False, single=True))
        self.seal = SealCard(desk)
        self.tables = tuple(TablePanel(desk, Table(kind)) for kind in _TABLES)
        self.pills: list[PillButton] = []
        self._stack = QStackedWidget()
        self._lay_out()
        for panel in (self.letterhead, *self.tables):
            panel.noted.connect(self.noted)
        self.card.noted.connect(self.noted)
        desk.bus.changed.connect(self._on_bus_changed)
        self.shortcuts.add_note("Alt+1 … Alt+5", tr("Another part"), hint=True)
        self.shortcuts.add_note("Ctrl+Return", tr("Save"), hint=True)
        self.shortcuts.add("Ctrl+F", tr("Search"), self._go_to_search)
        for pill in self.card.specimen.pills:
            self.shortcuts.add_button(pill)
        self.shortcuts.add_button(self.seal.choose)
        self.shortcuts.add_button(self.seal.propose)

    def on_opened(self) -> None:
        """Read the part in front."""
        self.bring(self._stack.currentIndex())

    def bring(self, place: int, *_checked: bool) -> None:
        """Bring a part to the front."""
        self._stack.setCurrentIndex(place)
        self.pills[place].setChecked(True)
        if place == 0:
            self.card.open()
        elif place == 1:
            self.letterhead.open()
            self.seal.refresh()
        else:
            self.tables[place - 2].open()

    def _lay_out(self) -> None:
        head = QWidget()
        beside = QHBoxLayout(head)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(self.letterhead, 1)
        beside.addWidget(self.seal, 1)
        for part in (self.card, head, *self.tables):
            self._stack.addWidget(part)
        line, group = QHBoxLayout(), QButtonGroup(self)
        line.setSpacing(6)
        words = (
            tr("Office card"),
            tr("Letterhead"),
            tr("Signatories"),
            tr("Texts"),
            tr("Numbers"),
        )
        for place, title in enumerate(words):
            pill = PillButton(title, key=f"Alt+{place + 1}")
            pill.setCheckable(True)
            pill.clicked.connect(partial(self.bring, place))
            group.addButton(pill)
            line.addWidget(pill)
            self.pills.append(pill)
        line.addStretch(1)
        self.pills[0].setChecked(True)
        self.body.addLayout(line)
        self.body.addWidget(self._stack, 1)

    @Slot()
    def _go_to_search(self) -> None:
        place = self._stack.currentIndex()
        if place > 1:
            self.tables[place - 2].register.go_to_search()

    @Slot(object)
    def _on_bus_changed(self, changes: frozenset[tuple[str, str]]) -> None:
        if not self.isVisible():
            return
        kinds = {kind for kind, _id in changes}
        place = self._stack.currentIndex()
        if place == 0 and "office" in kinds:
            self.card.refresh()
        elif place == 1 and kinds & CONCERNED:
            self.letterhead.refresh()
            self.seal.refresh()
        elif place > 1 and kinds & CONCERNED:
            self.tables[place - 2].refresh()
